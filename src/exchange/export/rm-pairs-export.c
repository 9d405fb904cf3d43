/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-pairs-export.h"

/* The list that goes out to departments. It names people and scores, never reasons: these are the
 * coordinator's. */

typedef struct
{
  const RmPerson *mentee;
  const RmPerson *mentor;
  const RmPair *pair;
} Line;

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;
  int order = rm_person_compare (first->mentee, second->mentee);

  return order != 0 ? order : rm_person_compare (first->mentor, second->mentor);
}

static void
add_line (GArray *lines,
          const RmProgramme *programme,
          const RmPair *pair)
{
  Line line = { .mentee = rm_programme_find_person (programme, pair->mentee),
                .mentor = rm_programme_find_person (programme, pair->mentor),
                .pair = pair };

  if (line.mentee != NULL && line.mentor != NULL)
    g_array_append_val (lines, line);
}

static GArray *
list_lines (const RmProgramme *programme,
            GPtrArray *pairs)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    add_line (lines, programme, g_ptr_array_index (pairs, i));
  for (guint i = 0; pairs == NULL && i < rm_programme_count (programme, RM_TABLE_PAIR); i++)
    add_line (lines, programme, rm_programme_get (programme, RM_TABLE_PAIR, i));
  g_array_sort (lines, compare_lines);

  return lines;
}

static void
add_person (RmTableWriter *writer,
            const RmPerson *person)
{
  rm_table_writer_add_text (writer, person->staff_no);
  rm_table_writer_add_text (writer, rm_person_display_name (person));
  rm_table_writer_add_text (writer, person->department);
}

static void
add_score (RmTableWriter *writer,
           int percent)
{
  if (percent >= 0)
    rm_table_writer_add_percent (writer, percent);
  else
    rm_table_writer_add_word (writer, NULL);
}

GBytes *
rm_pairs_export_write (const RmProgramme *programme,
                       GPtrArray *pairs,
                       RmPairScoreFunc get_score,
                       gpointer data,
                       RmTableFormat format,
                       GError **error)
{
  static const char *const headers[] = {
    "mentee_staff_no", "mentee_name", "mentee_department", "mentor_staff_no", "mentor_name",
    "mentor_department", "score_percent", "state", "locked",
  };
  const RmEntity *entity = rm_pair_entity ();
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (format, "pairs", 0);
  g_autoptr (GArray) lines = list_lines (programme, pairs);

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    rm_table_writer_add_word (writer, headers[i]);
  rm_table_writer_end_row (writer);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      add_person (writer, line->mentee);
      add_person (writer, line->mentor);
      add_score (writer, get_score != NULL ? get_score (line->pair, data) : -1);
      rm_table_writer_add_field (writer, line->pair, rm_entity_find_field (entity, "state"));
      rm_table_writer_add_field (writer, line->pair, rm_entity_find_field (entity, "locked"));
      rm_table_writer_end_row (writer);
    }

  return rm_table_writer_finish (writer, error);
}
