/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-pairs-export.h"

#include "exchange/csv/rm-csv-writer.h"

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
add_person (RmCsvWriter *writer,
            const RmPerson *person)
{
  rm_csv_writer_add_text (writer, person->staff_no);
  rm_csv_writer_add_text (writer, rm_person_display_name (person));
  rm_csv_writer_add_text (writer, person->department);
}

static void
add_score (RmCsvWriter *writer,
           int percent)
{
  g_autofree char *text = percent >= 0 ? g_strdup_printf ("%d", percent) : NULL;

  rm_csv_writer_add_value (writer, text);
}

GString *
rm_pairs_export_write (const RmProgramme *programme,
                       GPtrArray *pairs,
                       RmPairScoreFunc get_score,
                       gpointer data,
                       gboolean with_mark)
{
  static const char *const headers[] = {
    "mentee_staff_no", "mentee_name", "mentee_department", "mentor_staff_no", "mentor_name",
    "mentor_department", "score_percent", "state", "locked",
  };
  const RmEntity *entity = rm_pair_entity ();
  RmCsvWriter *writer = rm_csv_writer_new (with_mark);
  g_autoptr (GArray) lines = list_lines (programme, pairs);

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    rm_csv_writer_add_value (writer, headers[i]);
  rm_csv_writer_end_row (writer);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      add_person (writer, line->mentee);
      add_person (writer, line->mentor);
      add_score (writer, get_score != NULL ? get_score (line->pair, data) : -1);
      rm_csv_writer_add_field (writer, line->pair, rm_entity_find_field (entity, "state"));
      rm_csv_writer_add_field (writer, line->pair, rm_entity_find_field (entity, "locked"));
      rm_csv_writer_end_row (writer);
    }

  return rm_csv_writer_finish (writer);
}
