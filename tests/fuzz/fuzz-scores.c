/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "exchange/csv/rm-csv-reader.h"
#include "exchange/import/rm-capacities-table.h"

#include <string.h>

/* Any two tables, with a NUL between them: scores, and the places of the names in them. */

static void
check_scores (const RmScoresTable *scores)
{
  g_assert_cmpuint (scores->first[scores->mentees->len], ==, scores->entries->len);
  for (guint k = 0; k < scores->entries->len; k++)
    {
      const RmScoreEntry *entry = &g_array_index (scores->entries, RmScoreEntry, k);

      g_assert_cmpuint (entry->mentee, <, scores->mentees->len);
      g_assert_cmpuint (entry->mentor, <, scores->mentors->len);
      g_assert_cmpint (entry->score, >=, 0);
      g_assert_cmpint (entry->score, <=, RM_SCORES_MAX);
      g_assert_cmpint (rm_scores_table_get_score (scores, entry->mentee, entry->mentor), ==,
                       entry->score);
    }
}

static void
check_capacities (const RmScoresTable *scores,
                  const uint8_t *data,
                  size_t size)
{
  g_autoptr (RmSheet) table = rm_csv_reader_read (data, size, '\0', NULL, NULL, NULL);
  g_autoptr (RmCapacitiesTable) capacities
    = table != NULL ? rm_capacities_table_new (table, scores, NULL) : NULL;

  for (guint i = 0; capacities != NULL && i < scores->mentees->len; i++)
    g_assert_true (capacities->mentees[i] >= 0 && capacities->mentees[i] <= RM_CAPACITIES_MAX);
  for (guint j = 0; capacities != NULL && j < scores->mentors->len; j++)
    g_assert_true (capacities->mentors[j] >= 0 && capacities->mentors[j] <= RM_CAPACITIES_MAX);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  const uint8_t *end = size > 0 ? memchr (data, '\0', size) : NULL;
  size_t n = end != NULL ? (size_t) (end - data) : size;
  g_autoptr (RmSheet) table = rm_csv_reader_read (data, n, '\0', NULL, NULL, NULL);
  g_autoptr (RmScoresTable) scores = table != NULL ? rm_scores_table_new (table, NULL) : NULL;

  if (scores == NULL)
    return 0;

  check_scores (scores);
  if (end != NULL)
    check_capacities (scores, end + 1, size - n - 1);
  return 0;
}
