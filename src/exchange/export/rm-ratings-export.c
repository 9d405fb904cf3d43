/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-ratings-export.h"

/* One line a rating, with who it is about in three columns: people without a staff number have an
 * e-mail address or at least a name. */

typedef struct
{
  const RmPerson *person;
  const RmSkill *skill;
  const RmRating *rating;
} Line;

static const char *const value_keys[] = { "source", "level", "target", "importance", "rated_on" };

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;
  int order = rm_person_compare (first->person, second->person);

  if (order == 0)
    order = g_strcmp0 (first->skill->name, second->skill->name);
  if (order == 0)
    order = g_strcmp0 (first->skill->context, second->skill->context);
  if (order == 0)
    order = first->rating->source - second->rating->source;
  if (order == 0)
    order = g_strcmp0 (first->rating->rated_on, second->rating->rated_on);
  if (order == 0)
    order = (first->rating->record.id > second->rating->record.id)
            - (first->rating->record.id < second->rating->record.id);

  return order;
}

static GArray *
list_lines (const RmProgramme *programme,
            GPtrArray *ratings)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < ratings->len; i++)
    {
      const RmRating *rating = g_ptr_array_index (ratings, i);
      Line line = { .person = rm_programme_find_person (programme, rating->person),
                    .skill = rm_programme_find_skill (programme, rating->skill),
                    .rating = rating };

      if (line.person != NULL && line.skill != NULL)
        g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lines);

  return lines;
}

GBytes *
rm_ratings_export_write (const RmProgramme *programme,
                         GPtrArray *ratings,
                         RmTableFormat format,
                         GError **error)
{
  static const char *const headers[] = { "staff_no", "email", "name", "skill", "category",
                                         "context" };
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (format, "ratings", 0);
  g_autoptr (GArray) lines = list_lines (programme, ratings);

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    rm_table_writer_add_word (writer, headers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (value_keys); i++)
    rm_table_writer_add_word (writer, value_keys[i]);
  rm_table_writer_end_row (writer);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      rm_table_writer_add_text (writer, line->person->staff_no);
      rm_table_writer_add_text (writer, line->person->email);
      rm_table_writer_add_text (writer, line->person->name);
      rm_table_writer_add_text (writer, line->skill->name);
      rm_table_writer_add_text (writer, line->skill->category);
      rm_table_writer_add_text (writer, line->skill->context);
      for (gsize f = 0; f < G_N_ELEMENTS (value_keys); f++)
        rm_table_writer_add_field (writer, line->rating,
                                 rm_entity_find_field (rm_rating_entity (), value_keys[f]));
      rm_table_writer_end_row (writer);
    }

  return rm_table_writer_finish (writer, error);
}
