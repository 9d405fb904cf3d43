/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-rating-sheet-export.h"

/* What goes out to be filled in comes back as any other file of ratings, so it has the headers that
 * the import knows and no others. */

static void
write_headers (RmTableWriter *writer)
{
  static const char *const headers[] = { "staff_no", "email", "name", "skill", "category",
                                         "context", "level", "target", "importance" };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    rm_table_writer_add_word (writer, headers[i]);
  rm_table_writer_end_row (writer);
}

static void
write_question (RmTableWriter *writer,
                const RmPerson *person,
                const RmSkill *skill)
{
  rm_table_writer_add_text (writer, person->staff_no);
  rm_table_writer_add_text (writer, person->email);
  rm_table_writer_add_text (writer, person->name);
  rm_table_writer_add_text (writer, skill->name);
  rm_table_writer_add_text (writer, skill->category);
  rm_table_writer_add_text (writer, skill->context);
  for (guint answer = 0; answer < 3; answer++)
    rm_table_writer_add_word (writer, NULL);
  rm_table_writer_end_row (writer);
}

GBytes *
rm_rating_sheet_write (const RmProgramme *programme,
                       const GArray *people,
                       const GArray *skills,
                       RmTableFormat format,
                       guint *n_rows,
                       GError **error)
{
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (format, "ratings", 0);
  guint n = 0;

  write_headers (writer);
  for (guint p = 0; p < people->len; p++)
    {
      const RmPerson *person
        = rm_programme_find_person (programme, g_array_index (people, gint64, p));

      for (guint s = 0; person != NULL && s < skills->len; s++)
        {
          gint64 id = g_array_index (skills, gint64, s);
          const RmSkill *skill = rm_programme_find_skill (programme, id);
          const RmStanding *standing = rm_person_find_standing (person, id);

          if (skill == NULL || (standing != NULL && standing->level >= 0))
            continue;
          write_question (writer, person, skill);
          n++;
        }
    }

  if (n_rows != NULL)
    *n_rows = n;
  return rm_table_writer_finish (writer, error);
}
