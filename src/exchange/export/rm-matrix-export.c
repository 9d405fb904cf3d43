/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-matrix-export.h"

#include "core/model/rm-skill-names.h"
#include "exchange/export/rm-people-export.h"
#include "exchange/import/rm-import-target.h"

/* The matrix that a coordinator keeps in a spreadsheet. Headers are what the import reads, so it is
 * asked what it would take them for. */

/* What of a standing a column has. */
typedef enum
{
  LEVEL,
  TARGET,
  IMPORTANCE,
  N_PARTS
} Part;

typedef struct
{
  const RmSkill *skill;
  gboolean has[N_PARTS];
} Column;

/* The importance of what nobody has said more about; see RmStanding. */
#define UNRATED_IMPORTANCE 3

/* The name stays in sight. */
#define N_FIXED 1

static const char *const part_keys[N_PARTS] = { "level", "target", "importance" };
static const char *const person_keys[] = { "name", "staff_no", "email", "department" };

/* What nobody wants has no importance that says anything. */
static int
get_part (const RmStanding *standing,
          Part part)
{
  switch (part)
    {
    case LEVEL:
      return standing->level;

    case TARGET:
      return standing->target;

    case IMPORTANCE:
    case N_PARTS:
    default:
      return standing->target >= 0 ? standing->importance : -1;
    }
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const RmSkill *first = ((const Column *) a)->skill;
  const RmSkill *second = ((const Column *) b)->skill;
  int order = g_strcmp0 (first->name, second->name);

  if (order == 0)
    order = g_strcmp0 (first->context, second->context);
  if (order == 0)
    order = rm_id_compare (&first->record.id, &second->record.id);

  return order;
}

static void
note_parts (GHashTable *columns,
            GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const RmPerson *person = g_ptr_array_index (people, i);

      for (guint s = 0; s < person->n_standings; s++)
        {
          Column *column = g_hash_table_lookup (columns, &person->standings[s].skill);

          if (column == NULL)
            continue;
          column->has[LEVEL] |= person->standings[s].level >= 0;
          column->has[TARGET] |= person->standings[s].target >= 0;
          column->has[IMPORTANCE] |= person->standings[s].target >= 0
                                     && person->standings[s].importance != UNRATED_IMPORTANCE;
        }
    }
}

static GArray *
list_columns (const RmProgramme *programme,
              GPtrArray *people)
{
  guint n = rm_programme_count (programme, RM_TABLE_SKILL);
  g_autofree Column *all = g_new0 (Column, n + 1);
  g_autoptr (GHashTable) by_skill = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *columns = g_array_sized_new (FALSE, FALSE, sizeof (Column), n);

  for (guint i = 0; i < n; i++)
    {
      all[i].skill = rm_programme_get (programme, RM_TABLE_SKILL, i);
      g_hash_table_insert (by_skill, (gpointer) &all[i].skill->record.id, &all[i]);
    }
  note_parts (by_skill, people);

  for (guint i = 0; i < n; i++)
    {
      all[i].has[LEVEL] |= all[i].skill->retired != 1;
      if (all[i].has[LEVEL] || all[i].has[TARGET])
        g_array_append_val (columns, all[i]);
    }
  g_array_sort (columns, compare_columns);

  return columns;
}

/* Whether the import takes the name alone for the skill. */
static gboolean
is_plain (const char *name,
          GHashTable *targets)
{
  g_autofree char *key = rm_import_target_fold (name);
  g_autofree char *skill = NULL;
  const RmField *field = NULL;

  return !g_hash_table_contains (targets, key)
         && !rm_import_target_parse_skill (name, &skill, &field);
}

static char *
make_header (const RmSkill *skill,
             Part part,
             const RmSkillNames *names,
             GHashTable *targets)
{
  const char *suffix = part != LEVEL ? part_keys[part] : NULL;

  if (skill->context != NULL && rm_skill_names_find (names, skill->name, NULL, NULL) != skill)
    return suffix != NULL
             ? g_strdup_printf ("%s (%s) (%s)", skill->name, skill->context, suffix)
             : g_strdup_printf ("%s (%s)", skill->name, skill->context);
  if (!is_plain (skill->name, targets))
    return g_strdup_printf ("%s:%s", part_keys[part], skill->name);

  return suffix != NULL ? g_strdup_printf ("%s (%s)", skill->name, suffix) : g_strdup (skill->name);
}

static void
write_headers (RmTableWriter *writer,
               const RmProgramme *programme,
               GArray *columns)
{
  g_autoptr (RmSkillNames) names = rm_skill_names_new (programme);
  g_autoptr (GArray) list = rm_import_target_list_new (RM_IMPORT_PEOPLE, TRUE);
  g_autoptr (GHashTable) targets = rm_import_target_index_new (list);

  for (gsize i = 0; i < G_N_ELEMENTS (person_keys); i++)
    rm_table_writer_add_word (writer, person_keys[i]);
  for (guint c = 0; c < columns->len; c++)
    {
      const Column *column = &g_array_index (columns, Column, c);

      for (guint part = 0; part < N_PARTS; part++)
        if (column->has[part])
          {
            g_autofree char *header = make_header (column->skill, (Part) part, names, targets);

            rm_table_writer_add_text (writer, header);
          }
    }
  rm_table_writer_end_row (writer);
}

static void
write_person (RmTableWriter *writer,
              const RmPerson *person,
              GArray *columns)
{
  for (gsize i = 0; i < G_N_ELEMENTS (person_keys); i++)
    rm_table_writer_add_field (writer, person,
                               rm_entity_find_field (rm_person_entity (), person_keys[i]));
  for (guint c = 0; c < columns->len; c++)
    {
      const Column *column = &g_array_index (columns, Column, c);
      const RmStanding *standing = rm_person_find_standing (person, column->skill->record.id);

      for (guint part = 0; part < N_PARTS; part++)
        if (column->has[part] && standing != NULL && get_part (standing, (Part) part) >= 0)
          rm_table_writer_add_number (writer, get_part (standing, (Part) part));
        else if (column->has[part])
          rm_table_writer_add_word (writer, NULL);
    }
  rm_table_writer_end_row (writer);
}

GBytes *
rm_matrix_export_write (const RmProgramme *programme,
                        RmTableFormat format,
                        GError **error)
{
  g_autoptr (RmTableWriter) writer
    = rm_table_writer_new (format, "skills matrix", N_FIXED);
  g_autoptr (GPtrArray) people = rm_people_export_list (programme);
  g_autoptr (GArray) columns = list_columns (programme, people);

  write_headers (writer, programme, columns);
  for (guint i = 0; i < people->len; i++)
    write_person (writer, g_ptr_array_index (people, i), columns);

  return rm_table_writer_finish (writer, error);
}
