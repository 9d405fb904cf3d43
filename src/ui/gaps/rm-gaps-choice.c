/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-choice.h"

/* In the order of RmGapMeasure and so on: what the settings call them. */
static const char *const measures[]
  = { "need", "supply", "gap", "unrated", "weighted", "unrated-share", "risk", NULL };
static const char *const row_kinds[]
  = { "department", "level", "person", "site", "cohort", "mentor", NULL };
static const char *const column_kinds[] = { "skill", "category", NULL };
static const char *const sorts[] = { "name", "total", "line", "similar", NULL };

static guint
get_choice (GSettings *settings,
            const char *key,
            const char *const *words)
{
  g_autofree char *text = g_settings_get_string (settings, key);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;

  return 0;
}

RmGapMeasure
rm_gaps_choice_get_measure (GSettings *settings)
{
  return (RmGapMeasure) get_choice (settings, "gaps-measure", measures);
}

void
rm_gaps_choice_set_measure (GSettings *settings,
                            RmGapMeasure measure)
{
  g_settings_set_string (settings, "gaps-measure", measures[measure]);
}

RmGapKinds
rm_gaps_choice_get_kinds (GSettings *settings)
{
  return (RmGapKinds) {
    .rows = (RmGapRows) get_choice (settings, "gaps-rows", row_kinds),
    .columns = (RmGapColumns) get_choice (settings, "gaps-columns", column_kinds),
    .group_rows = g_settings_get_boolean (settings, "gaps-group-rows"),
    .group_columns = g_settings_get_boolean (settings, "gaps-group-columns"),
  };
}

void
rm_gaps_choice_set_rows (GSettings *settings,
                         RmGapRows rows)
{
  g_settings_set_string (settings, "gaps-rows", row_kinds[rows]);
}

void
rm_gaps_choice_set_columns (GSettings *settings,
                            RmGapColumns columns)
{
  g_settings_set_string (settings, "gaps-columns", column_kinds[columns]);
}

void
rm_gaps_choice_set_sort (GSettings *settings,
                         gboolean rows,
                         RmGapSort sort)
{
  g_settings_set_string (settings, rows ? "gaps-sort-rows" : "gaps-sort-columns", sorts[sort]);
}

void
rm_gaps_choice_read_layout (GSettings *settings,
                            RmGapLayout *layout)
{
  layout->measure = rm_gaps_choice_get_measure (settings);
  layout->rows.sort = (RmGapSort) get_choice (settings, "gaps-sort-rows", sorts);
  layout->columns.sort = (RmGapSort) get_choice (settings, "gaps-sort-columns", sorts);
}

gboolean
rm_gaps_choice_is_counted (const char *key)
{
  static const char *const counted[]
    = { "gaps-rows", "gaps-columns", "gaps-group-rows", "gaps-group-columns", NULL };

  return g_strv_contains (counted, key);
}

gboolean
rm_gaps_choice_is_laid_out (const char *key)
{
  static const char *const laid_out[]
    = { "gaps-measure", "gaps-sort-rows", "gaps-sort-columns", NULL };

  return g_strv_contains (laid_out, key);
}
