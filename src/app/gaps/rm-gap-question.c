/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-question.h"

struct _RmGapQuestion
{
  /* owned */
  RmSession *session;
  RmGapComparison *comparison;
  RmGapLayout *layout;
  RmGapView *counted;

  RmGapKinds kinds;
};

RmGapQuestion *
rm_gap_question_new (RmSession *session,
                     const RmGapKinds *kinds,
                     const RmGapComparison *comparison,
                     const RmGapLayout *layout,
                     RmGapView *counted)
{
  RmGapQuestion *self = g_new0 (RmGapQuestion, 1);

  self->session = g_object_ref (session);
  self->kinds = *kinds;
  self->comparison = rm_gap_comparison_copy (comparison);
  self->layout = rm_gap_layout_copy (layout);
  g_set_object (&self->counted, counted);
  return self;
}

void
rm_gap_question_free (RmGapQuestion *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->comparison, rm_gap_comparison_free);
  rm_gap_layout_free (self->layout);
  g_clear_object (&self->counted);
  g_free (self);
}

/* Whoever still shows the table before holds its scorer, which is the one that is found here. */
static RmGapSheet *
count_sheet (const RmGapQuestion *self,
             RmProgramme *programme,
             RmProgressFunc progress,
             gpointer data,
             GError **error)
{
  g_autoptr (RmScorer) scorer = rm_scorer_get (programme);

  return rm_gap_sheet_new (scorer, self->kinds.rows, self->kinds.columns, self->kinds.group_rows,
                           self->kinds.group_columns, progress, data, error);
}

static RmGapView *
count_compared (const RmGapQuestion *self,
                RmProgramme *programme,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  g_autoptr (RmProgramme) now = NULL;
  g_autoptr (RmProgramme) past = NULL;
  g_autoptr (RmGapSheet) sheet = NULL;
  g_autoptr (RmGapSheet) before = NULL;

  if (!rm_gap_comparison_find (self->comparison, rm_session_get_document (self->session), programme,
                               &now, &past, error))
    return NULL;
  sheet = count_sheet (self, now, progress, data, error);
  if (sheet == NULL)
    return NULL;
  before = count_sheet (self, past, progress, data, error);
  if (before == NULL)
    return NULL;

  return rm_gap_view_new (sheet, before, self->layout, progress, data, error);
}

RmGapView *
rm_gap_question_answer (const RmGapQuestion *self,
                        RmProgramme *programme,
                        RmProgressFunc progress,
                        gpointer data,
                        GError **error)
{
  g_autoptr (RmGapSheet) sheet = NULL;

  if (self->counted != NULL)
    return rm_gap_view_new (rm_gap_view_get_sheet (self->counted),
                            rm_gap_view_get_before (self->counted), self->layout, progress, data,
                            error);
  if (self->comparison != NULL)
    return count_compared (self, programme, progress, data, error);

  sheet = count_sheet (self, programme, progress, data, error);
  return sheet != NULL ? rm_gap_view_new (sheet, NULL, self->layout, progress, data, error) : NULL;
}
