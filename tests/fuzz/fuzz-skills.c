/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "exchange/csv/rm-csv-reader.h"
#include "exchange/import/rm-skills-table.h"

/* Any list of skills: every row becomes a skill with a name, or a problem. */

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (RmSheet) table = rm_csv_reader_read (data, size, '\0', NULL, NULL, NULL);
  g_autoptr (RmSkillsTable) skills = NULL;
  guint names = 0;

  if (table == NULL || rm_sheet_get_n_columns (table) == 0)
    return 0;

  if (!rm_skills_table_find_names (table, &names))
    names = 0;
  skills = rm_skills_table_new (table, names, NULL, NULL, NULL);
  g_assert_nonnull (skills);
  for (guint i = 0; i < skills->skills->len; i++)
    {
      const RmSkill *skill = g_ptr_array_index (skills->skills, i);

      g_assert_nonnull (skill->name);
      g_assert_true (g_utf8_validate (skill->name, -1, NULL));
    }
  g_assert_cmpuint (skills->skills->len + skills->problems->len, ==,
                    rm_sheet_get_n_rows (table));
  return 0;
}
