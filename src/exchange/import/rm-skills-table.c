/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-skills-table.h"

#include "core/base/rm-fold.h"
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/import/rm-columns-private.h"
#include "exchange/sheet/rm-exchange-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Taxonomies are written in many ways: with headers of their own, and with other names one a line
 * within a cell. */

typedef struct
{
  const RmSheet *table;
  const RmField **fields; /* for each column the field it fills, or NULL */
  RmSkillsTable *result;
  GHashTable *names; /* names and contexts of the rows so far */
} Reading;

gboolean
rm_skills_table_find_names (const RmSheet *table,
                            guint *column)
{
  return rm_columns_find (table, rm_skill_entity ()->name, "name", column);
}

static const RmField **
map_columns (const RmSheet *table,
             guint names)
{
  const RmEntity *entity = rm_skill_entity ();
  const RmField **fields = g_new0 (const RmField *, rm_sheet_get_n_columns (table));
  guint column = 0;

  for (guint f = 0; f < entity->n_fields; f++)
    if (!g_str_equal (entity->fields[f].key, "name")
        && !g_str_equal (entity->fields[f].key, "retired")
        && rm_columns_find (table, entity->name, entity->fields[f].key, &column))
      fields[column] = &entity->fields[f];
  fields[names] = rm_entity_find_field (entity, "name");

  return fields;
}

/* One name a line; each may hold what separates the items of a list elsewhere. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strdelimit (g_strstrip (lines[i]), ";|,", ' ');
      if (*lines[i] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", lines[i]);
    }

  return g_string_free (joined, FALSE);
}

/* Without the name itself, and each once. */
static void
thin_aliases (RmSkill *skill)
{
  g_auto (GStrv) aliases = rm_list_split (skill->aliases);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) kept = g_string_new (NULL);

  g_hash_table_add (seen, rm_skill_make_key (skill->name));
  for (guint i = 0; aliases[i] != NULL; i++)
    if (g_hash_table_add (seen, rm_skill_make_key (aliases[i])))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "; " : "", aliases[i]);
  rm_record_set_text (skill, rm_entity_find_field (rm_skill_entity (), "aliases"), kept->str);
}

static void
read_cell (Reading *self,
           RmSkill *skill,
           guint row,
           guint column)
{
  const RmField *field = self->fields[column];
  const char *text = rm_csv_unguard (rm_sheet_get_cell (self->table, row, column));
  g_autofree char *joined = NULL;

  if (field->type == RM_FIELD_LIST && strchr (text, '\n') != NULL)
    joined = join_lines (text);

  /* Texts and lists take anything. */
  rm_record_parse (skill, field, joined != NULL ? joined : text, NULL);
}

/* What is wrong with a row, or NULL where its skill can be taken. */
static char *
check_skill (Reading *self,
             const RmSkill *skill,
             RmFileProblemType *type)
{
  g_autofree char *key = rm_skill_make_key (skill->name);
  g_autofree char *context = rm_fold (skill->context);

  *type = RM_FILE_PROBLEM_SKILL_MISSING;
  if (*key == '\0')
    return g_strdup (_ ("The row names no skill"));

  *type = RM_FILE_PROBLEM_VALUE;
  if (g_utf8_strlen (skill->name, -1) > RM_SKILLS_MAX_NAME)
    /* Translators: %d is a number of characters */
    return g_strdup_printf (_ ("The name is longer than %d characters"), RM_SKILLS_MAX_NAME);

  *type = RM_FILE_PROBLEM_TWICE;
  if (!g_hash_table_add (self->names, g_strconcat (key, "\n", context, NULL)))
    /* Translators: %s is the name of a skill */
    return g_strdup_printf (_ ("“%s” stands in an earlier row too"), skill->name);

  return NULL;
}

static void
read_row (Reading *self,
          guint row,
          guint names)
{
  RmSkill *skill = rm_skill_new ();
  RmFileProblemType type = RM_FILE_PROBLEM_VALUE;
  char *message = NULL;

  for (guint c = 0; c < rm_sheet_get_n_columns (self->table); c++)
    if (self->fields[c] != NULL)
      read_cell (self, skill, row, c);
  thin_aliases (skill);

  message = check_skill (self, skill, &type);
  if (message != NULL)
    rm_columns_add_problem (self->result->problems, self->table, row, names, type, message);
  else
    g_ptr_array_add (self->result->skills, rm_record_ref (skill));
  rm_record_unref (skill);
}

RmSkillsTable *
rm_skills_table_new (const RmSheet *table,
                     guint names,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  g_autoptr (RmSkillsTable) self = g_new0 (RmSkillsTable, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = rm_sheet_get_n_rows (table);
  g_autofree const RmField **fields = NULL;
  Reading reading = { table, NULL, self, seen };

  g_return_val_if_fail (names < rm_sheet_get_n_columns (table), NULL);

  self->skills = g_ptr_array_new_with_free_func (rm_record_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  fields = map_columns (table, names);
  reading.fields = fields;
  for (guint row = 0; row < n; row++)
    {
      read_row (&reading, row, names);
      if (row % 256 == 0 && progress != NULL && !progress ((double) row / n, data))
        {
          g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                               _ ("Reading was stopped"));
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

void
rm_skills_table_free (RmSkillsTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}
