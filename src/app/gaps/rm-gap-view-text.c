/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-view.h"

#include "app/gaps/rm-gaps-text.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* What a view is, and how its figures are meant. */

static const char *const row_names[] = {
  [RM_GAP_ROWS_DEPARTMENT] = N_ ("department"),
  [RM_GAP_ROWS_LEVEL] = N_ ("level"),
  [RM_GAP_ROWS_PERSON] = N_ ("mentee"),
  [RM_GAP_ROWS_SITE] = N_ ("site"),
  [RM_GAP_ROWS_COHORT] = N_ ("cohort"),
  [RM_GAP_ROWS_MENTOR] = N_ ("mentor"),
};

char *
rm_gap_view_dup_title (RmGapView *self)
{
  const RmGaps *table = rm_gap_sheet_get_table (rm_gap_view_get_sheet (self), FALSE, FALSE);
  gboolean by_category = rm_gaps_get_column_kind (table) == RM_GAP_COLUMNS_CATEGORY;

  /* Translators: the title of a table: what it shows ("Need"), what its rows are ("department") and
   * what its columns are ("skill") */
  return rm_sentence_new (_ ("%s by %s and %s"),
                          rm_gaps_get_measure_name (rm_gap_view_get_measure (self)),
                          _ (row_names[rm_gaps_get_row_kind (table)]),
                          by_category ? _ ("category") : _ ("skill"));
}

char *
rm_gap_view_dup_note (RmGapView *self)
{
  const RmGaps *table = rm_gap_sheet_get_table (rm_gap_view_get_sheet (self), FALSE, FALSE);
  RmGapMeasure measure = rm_gap_view_get_measure (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (rm_gaps_get_row_kind (table) == RM_GAP_ROWS_MENTOR)
    g_ptr_array_add (lines, (gpointer) _ ("The need of a mentor is how many mentees they could "
                                          "take on"));
  else if (measure == RM_GAP_SUPPLY || measure == RM_GAP_GAP)
    g_ptr_array_add (lines, (gpointer) _ ("Rows share the same mentors: their supply does not add "
                                          "up"));
  if (rm_gaps_get_column_kind (table) == RM_GAP_COLUMNS_CATEGORY)
    g_ptr_array_add (lines, (gpointer) _ ("A category counts each person once; unrated is who is "
                                          "rated in none of its skills"));
  if (measure == RM_GAP_WEIGHTED)
    g_ptr_array_add (lines, (gpointer) _ ("Each person counts as often as it matters to them, 1 to "
                                          "5"));
  if (measure == RM_GAP_RISK)
    g_ptr_array_add (lines, (gpointer) _ ("People whose wanted level only one mentor reaches"));
  if (rm_gap_view_hides_lines (self))
    g_ptr_array_add (lines, (gpointer) _ ("Some rows or columns are hidden"));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
