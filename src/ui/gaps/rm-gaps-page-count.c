/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "app/gaps/rm-gaps-compare.h"

/* Counting in a worker: whoever asks again while it runs stops it, and a result that comes in all
 * the same is known by its generation and dropped. What was counted is laid out anew without
 * counting again. */

/* Milliseconds after which waiting is shown. */
#define PATIENCE 150

typedef struct
{
  RmSession *session;
  RmProgramme *programme;
  RmScorer *scorer;       /* of the table before, where that was of the same programme; or NULL */
  RmGapSheet *sheet;      /* NULL where it has to be counted */
  RmGapSheet *before;
  RmGapLayout *layout;
  RmGapsComparing comparing;
  char *first;
  char *second;
  RmGapRows rows;
  RmGapColumns columns;
  gboolean group_rows;
  gboolean group_columns;
} Input;

typedef struct
{
  RmGapView *view;
  RmGapSheet *before;
} Output;

typedef struct
{
  GWeakRef page;
  guint generation;
} Waiting;

static void
input_free (gpointer data)
{
  Input *self = data;

  g_object_unref (self->session);
  rm_programme_unref (self->programme);
  g_clear_pointer (&self->scorer, rm_scorer_unref);
  g_clear_pointer (&self->sheet, rm_gap_sheet_unref);
  g_clear_pointer (&self->before, rm_gap_sheet_unref);
  rm_gap_layout_free (self->layout);
  g_free (self->first);
  g_free (self->second);
  g_free (self);
}

static void
output_free (gpointer data)
{
  Output *self = data;

  g_clear_object (&self->view);
  g_clear_pointer (&self->before, rm_gap_sheet_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Output, output_free)

static RmGapSheet *
count_programme (Input *input,
                 RmProgramme *programme,
                 RmJob *job,
                 GError **error)
{
  g_autoptr (RmScorer) scorer = NULL;

  if (input->scorer != NULL && rm_scorer_get_programme (input->scorer) == programme)
    scorer = rm_scorer_ref (input->scorer);
  else
    scorer = rm_scorer_get (programme);

  return rm_gap_sheet_new (scorer, input->rows, input->columns, input->group_rows,
                           input->group_columns, rm_job_report, job, error);
}

static gboolean
count_sheets (Input *input,
              RmJob *job,
              GError **error)
{
  g_autoptr (RmProgramme) now = rm_programme_ref (input->programme);
  g_autoptr (RmProgramme) past = NULL;

  if (input->sheet != NULL)
    return TRUE;

  if (input->comparing == RM_GAPS_COHORT)
    {
      past = rm_programme_new_with_cohort (input->programme, input->first);
      rm_programme_unref (now);
      now = rm_programme_new_with_cohort (input->programme, input->second);
    }
  else if (input->comparing == RM_GAPS_DATE)
    {
      RmDocument *document = rm_session_get_document (input->session);

      past = rm_gaps_compare_date (document, input->programme, input->first, error);
      if (past == NULL)
        return FALSE;
      if (input->second != NULL)
        {
          rm_programme_unref (now);
          now = rm_gaps_compare_date (document, input->programme, input->second, error);
        }
      if (now == NULL)
        return FALSE;
    }
  input->sheet = count_programme (input, now, job, error);
  if (input->sheet != NULL && past != NULL)
    input->before = count_programme (input, past, job, error);

  return input->sheet != NULL && (past == NULL || input->before != NULL);
}

static gpointer
count (RmJob *job,
       gpointer data,
       GError **error)
{
  Input *input = data;
  g_autoptr (Output) output = g_new0 (Output, 1);

  if (!count_sheets (input, job, error))
    return NULL;
  output->view = rm_gap_view_new (input->sheet, input->before, input->layout, rm_job_report, job,
                                  error);
  if (output->view == NULL)
    return NULL;
  if (input->before != NULL)
    output->before = rm_gap_sheet_ref (input->before);

  return g_steal_pointer (&output);
}

static void
set_spinning (RmGapsPage *self,
              gboolean spinning)
{
  gtk_spinner_set_spinning (self->spinner, spinning);
  gtk_spinner_set_spinning (self->first_spinner, spinning);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), spinning);
}

static gboolean
patience_ended_cb (gpointer data)
{
  RmGapsPage *self = data;

  self->spinner_id = 0;
  set_spinning (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (RmGapsPage) self = g_weak_ref_get (&waiting->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (Output) output = rm_job_finish (RM_JOB (object), result, &error);
  gboolean wanted = self != NULL && self->generation == waiting->generation;

  g_weak_ref_clear (&waiting->page);
  g_free (waiting);
  if (!wanted)
    return;

  g_clear_object (&self->job);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  set_spinning (self, FALSE);
  if (output == NULL)
    {
      if (!rm_error_is_cancelled (error) && self->comparing != RM_GAPS_ALONE)
        rm_gaps_page_stop_comparing (self);
      return;
    }

  self->counting = FALSE;
  g_clear_pointer (&self->before, rm_gap_sheet_unref);
  self->before = g_steal_pointer (&output->before);
  rm_gaps_page_show_view (self, output->view);
}

static Input *
new_input (RmGapsPage *self)
{
  Input *input = g_new0 (Input, 1);

  input->session = g_object_ref (self->session);
  input->programme = rm_programme_ref (rm_session_get_programme (self->session));
  input->layout = rm_gap_layout_copy (self->layout);
  input->comparing = self->comparing;
  input->first = g_strdup (self->first);
  input->second = g_strdup (self->second);
  input->rows = (RmGapRows) rm_gaps_page_get_choice (self, "gaps-rows");
  input->columns = (RmGapColumns) rm_gaps_page_get_choice (self, "gaps-columns");
  input->group_rows = g_settings_get_boolean (self->settings, "gaps-group-rows");
  input->group_columns = g_settings_get_boolean (self->settings, "gaps-group-columns");
  if (self->view != NULL)
    input->scorer = rm_scorer_ref (rm_gap_view_get_scorer (self->view));
  if (!self->stale && !self->counting && self->view != NULL)
    {
      input->sheet = rm_gap_sheet_ref (rm_gap_view_get_sheet (self->view));
      if (self->before != NULL)
        input->before = rm_gap_sheet_ref (self->before);
    }

  return input;
}

static gboolean
start_cb (gpointer data)
{
  RmGapsPage *self = data;
  Input *input = NULL;
  Waiting *waiting = NULL;

  self->start_id = 0;
  rm_gaps_page_stop_counting (self);
  if (self->session == NULL)
    return G_SOURCE_REMOVE;

  input = new_input (self);
  /* Until it comes in, what is shown is another one's. */
  self->counting = input->sheet == NULL;
  self->stale = FALSE;
  waiting = g_new0 (Waiting, 1);
  waiting->generation = self->generation;
  g_weak_ref_init (&waiting->page, self);

  self->job = rm_job_new ();
  self->spinner_id = g_timeout_add (PATIENCE, patience_ended_cb, self);
  rm_job_run (self->job, count, input, input_free, output_free, counted_cb, waiting);
  return G_SOURCE_REMOVE;
}

void
rm_gaps_page_lay_out_later (RmGapsPage *self)
{
  /* Several changes in a row are counted once, and none while nobody looks. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->start_id == 0)
    self->start_id = g_idle_add (start_cb, self);
}

void
rm_gaps_page_count_later (RmGapsPage *self)
{
  self->stale = TRUE;
  rm_gaps_page_lay_out_later (self);
}

void
rm_gaps_page_stop_counting (RmGapsPage *self)
{
  self->generation++;
  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (self->job != NULL)
    rm_job_cancel (self->job);
  g_clear_object (&self->job);
}
