/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-lines.h"

#include "app/gaps/rm-gaps-text.h"

/* What the lines of a gap sheet are: each in the table of its kind. */

static RmGaps *
get_row_table (RmGapSheet *sheet,
               RmGapLine row)
{
  return rm_gap_sheet_get_table (sheet, row.group, FALSE);
}

static RmGaps *
get_column_table (RmGapSheet *sheet,
                  RmGapLine column)
{
  return rm_gap_sheet_get_table (sheet, FALSE, column.group);
}

char *
rm_gap_lines_dup_row_key (RmGapSheet *sheet,
                          RmGapLine row)
{
  const RmGaps *table = get_row_table (sheet, row);
  const char *name = rm_gaps_get_row_name (table, row.index);

  switch (rm_gaps_get_row_kind (table))
    {
    case RM_GAP_ROWS_LEVEL:
      return g_strdup_printf ("level %d", rm_gaps_get_row_level (table, row.index));
    case RM_GAP_ROWS_PERSON:
    case RM_GAP_ROWS_MENTOR:
      return g_strdup_printf ("person %" G_GINT64_FORMAT,
                              rm_gaps_get_row_person (table, row.index));
    case RM_GAP_ROWS_SITE:
      return g_strconcat ("site ", name, NULL);
    case RM_GAP_ROWS_COHORT:
      return g_strconcat ("cohort ", name, NULL);
    case RM_GAP_ROWS_DEPARTMENT:
    default:
      return g_strconcat ("department ", name, NULL);
    }
}

char *
rm_gap_lines_dup_column_key (RmGapSheet *sheet,
                             RmGapLine column)
{
  const RmGaps *table = get_column_table (sheet, column);
  const RmSkill *skill = rm_gaps_get_skill (table, column.index);

  if (rm_gaps_get_column_kind (table) == RM_GAP_COLUMNS_CATEGORY)
    return g_strconcat ("category ", skill->category, NULL);

  return g_strdup_printf ("skill %" G_GINT64_FORMAT, skill->record.id);
}

char *
rm_gap_lines_dup_row_text (RmGapSheet *sheet,
                           RmGapLine row)
{
  return rm_gaps_dup_row_text (get_row_table (sheet, row), row.index);
}

char *
rm_gap_lines_dup_column_text (RmGapSheet *sheet,
                              RmGapLine column)
{
  return rm_gaps_dup_column_text (get_column_table (sheet, column), column.index);
}

guint
rm_gap_lines_count_rows (RmGapSheet *sheet,
                         gboolean group)
{
  const RmGaps *table = rm_gap_sheet_get_table (sheet, group, FALSE);

  return table != NULL ? rm_gaps_get_n_rows (table) : 0;
}

guint
rm_gap_lines_count_columns (RmGapSheet *sheet,
                            gboolean group)
{
  const RmGaps *table = rm_gap_sheet_get_table (sheet, FALSE, group);

  return table != NULL ? rm_gaps_get_n_columns (table) : 0;
}
