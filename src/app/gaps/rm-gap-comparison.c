/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-comparison.h"

#include "app/gaps/rm-gaps-compare.h"
#include "app/gaps/rm-gaps-text.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Two programmes made of one: as it was rated on two days, or with one of two cohorts. */

RmGapComparison *
rm_gap_comparison_new (RmGapComparing comparing,
                       const char *first,
                       const char *second)
{
  RmGapComparison *self = g_new0 (RmGapComparison, 1);

  self->comparing = comparing;
  self->first = g_strdup (first);
  self->second = g_strdup (second);
  return self;
}

RmGapComparison *
rm_gap_comparison_copy (const RmGapComparison *self)
{
  return self != NULL ? rm_gap_comparison_new (self->comparing, self->first, self->second) : NULL;
}

void
rm_gap_comparison_free (RmGapComparison *self)
{
  g_free (self->first);
  g_free (self->second);
  g_free (self);
}

static gboolean
find_days (const RmGapComparison *self,
           RmDocument *document,
           RmProgramme *programme,
           RmProgramme **now,
           RmProgramme **past,
           GError **error)
{
  g_autoptr (RmProgramme) first = rm_gaps_compare_date (document, programme, self->first, error);
  RmProgramme *second = NULL;

  if (first == NULL)
    return FALSE;
  if (self->second == NULL)
    second = rm_programme_ref (programme);
  else
    second = rm_gaps_compare_date (document, programme, self->second, error);
  if (second == NULL)
    return FALSE;

  *now = second;
  *past = g_steal_pointer (&first);
  return TRUE;
}

gboolean
rm_gap_comparison_find (const RmGapComparison *self,
                        RmDocument *document,
                        RmProgramme *programme,
                        RmProgramme **now,
                        RmProgramme **past,
                        GError **error)
{
  if (self->comparing == RM_GAP_COMPARING_DAYS)
    return find_days (self, document, programme, now, past, error);

  *now = rm_programme_new_with_cohort (programme, self->second);
  *past = rm_programme_new_with_cohort (programme, self->first);
  return TRUE;
}

char *
rm_gap_comparison_dup_text (const RmGapComparison *self,
                            RmGapMeasure measure)
{
  const char *name = rm_gaps_get_measure_name (measure);

  if (self == NULL)
    return g_strdup ("");

  if (self->comparing == RM_GAP_COMPARING_COHORTS)
    /* Translators: a measure such as "Need", then the names of two groups of people */
    return rm_sentence_new (_ ("%s: “%s” against “%s”. What is more is orange, what is less is "
                               "blue."), name, self->second, self->first);
  if (self->second != NULL)
    /* Translators: a measure such as "Need", then two dates */
    return rm_sentence_new (_ ("%s: change from %s to %s. What became more is orange, what "
                               "became less is blue."), name, self->first, self->second);

  /* Translators: a measure such as "Need", then a date */
  return rm_sentence_new (_ ("%s: change since %s. What became more is orange, what became less "
                             "is blue."), name, self->first);
}
