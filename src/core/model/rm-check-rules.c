/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-check-private.h"

#include <glib/gi18n-lib.h>

/* Rules between rows: those that commands enforce on input, for rows that came into a file in
 * another way. */

/* Ids are above 0: other rows have none yet. */
static void
check_ids (RmCheck *self,
           RmCheckTable *table)
{
  gint64 next = 1;

  for (guint i = 0; i < table->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (table->rows, i);

      if (row->record->id > 0 || row->left_out)
        continue;
      while (g_hash_table_contains (table->by_id, &next))
        next++;
      row->record->id = next++;
      rm_check_find (self, row, NULL, g_strdup (_ ("an id has to be above 0")),
                     _ ("it was given another id"));
    }
}

static void
check_reference (RmCheck *self,
                 RmCheckRow *row,
                 const RmField *field)
{
  gint64 id = rm_record_get_int64 (row->record, field);
  RmCheckTable *table = rm_check_find_table (self, field->refers);
  RmCheckRow *found = NULL;

  if (id == 0)
    return;
  if (table != NULL)
    found = g_hash_table_lookup (table->by_id, &id);
  if (found != NULL && !found->left_out)
    {
      rm_record_set_int64 (row->record, field, found->record->id);
      return;
    }

  rm_record_clear (row->record, field);
  if (field->optional)
    rm_check_find (self, row, field, g_strdup (_ ("this refers to something that is not there")),
                   _ ("it was left blank"));
  else
    rm_check_leave_out (self, row, field,
                        g_strdup (_ ("this refers to something that is not there")));
}

/* The two people of a pair, acquaintance or exclusion must differ. */
static void
check_two (RmCheck *self,
           RmCheckRow *row)
{
  const RmEntity *entity = row->record->entity;
  const RmField *first = NULL;

  for (guint f = 0; f < entity->n_fields && !row->left_out; f++)
    {
      const RmField *field = &entity->fields[f];

      if (field->type != RM_FIELD_REFERENCE || field->optional)
        continue;
      if (first == NULL)
        first = field;
      else if (g_str_equal (first->refers, field->refers)
               && rm_record_get_int64 (row->record, first)
                    == rm_record_get_int64 (row->record, field))
        rm_check_leave_out (self, row, NULL, g_strdup (_ ("both are the same person")));
    }
}

static void
check_references (RmCheck *self,
                  RmCheckTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (table->rows, i);

      for (guint f = 0; f < table->entity->n_fields && !row->left_out; f++)
        if (table->entity->fields[f].type == RM_FIELD_REFERENCE)
          check_reference (self, row, &table->entity->fields[f]);
      check_two (self, row);
    }
}

static RmCheckRow *
manager_of (GHashTable *people,
            const RmCheckRow *row)
{
  return g_hash_table_lookup (people, &((RmPerson *) row->record)->manager);
}

/* Personnel files do have lines that run in a circle (rm-score-line.c), and imports keep them: that
 * is not damage. But nobody can be their own manager. */
static void
tell_circle (RmCheck *self,
             RmCheckRow *row,
             guint length)
{
  const RmField *field = rm_entity_find_field (rm_person_entity (), "manager");
  char *message = NULL;

  if (length == 1)
    {
      rm_record_clear (row->record, field);
      rm_check_find (self, row, field, g_strdup (_ ("nobody is their own manager")),
                     _ ("it was left blank"));
      return;
    }

  /* Translators: %u is a number of people */
  message = g_strdup_printf (ngettext ("the reporting line comes back to the same person over "
                                       "%u person",
                                       "the reporting line comes back to the same person over "
                                       "%u people", length), length);
  rm_check_find (self, row, field, message, NULL);
  ((RmFinding *) g_ptr_array_index (self->findings, self->findings->len - 1))->remark = TRUE;
}

/* Walks up from each person once: a person met again on the same walk closes a circle. */
static void
check_lines (RmCheck *self,
             RmCheckTable *people)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) walks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < people->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (people->rows, i);

      if (!row->left_out)
        g_hash_table_insert (by_id, &row->record->id, row);
    }
  for (guint i = 0; i < people->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (people->rows, i);
      gpointer walk = GUINT_TO_POINTER (i + 1);
      guint length = 1;

      while (row != NULL && !row->left_out && !g_hash_table_contains (walks, row))
        {
          g_hash_table_insert (walks, row, walk);
          row = manager_of (by_id, row);
        }
      if (row == NULL || row->left_out || g_hash_table_lookup (walks, row) != walk)
        continue;
      for (RmCheckRow *next = manager_of (by_id, row); next != row;
           next = manager_of (by_id, next))
        length++;
      tell_circle (self, row, length);
    }
}

static guint
pair_hash (gconstpointer data)
{
  const RmPair *pair = data;

  return g_int64_hash (&pair->mentee) * 31 + g_int64_hash (&pair->mentor);
}

static gboolean
pair_equal (gconstpointer a,
            gconstpointer b)
{
  const RmPair *first = a;
  const RmPair *second = b;

  return first->mentee == second->mentee && first->mentor == second->mentor;
}

/* Two people may have been a pair before, but only once at a time. */
static void
check_pairs (RmCheck *self,
             RmCheckTable *pairs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (pair_hash, pair_equal);

  for (guint i = 0; i < pairs->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (pairs->rows, i);

      if (row->left_out || !rm_pair_is_open ((RmPair *) row->record))
        continue;
      if (!g_hash_table_add (seen, row->record))
        rm_check_leave_out (self, row, NULL, g_strdup (_ ("the two are a pair already")));
    }
}

static void
check_seniority (RmCheck *self,
                 RmCheckTable *levels)
{
  const RmField *field = rm_entity_find_field (rm_seniority_entity (), "level");
  guint seen = 0;

  for (guint i = 0; i < levels->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (levels->rows, i);
      guint bit = 0;

      if (row->left_out)
        continue;
      bit = 1u << rm_record_get_int (row->record, field);
      if ((seen & bit) != 0)
        rm_check_leave_out (self, row, field, g_strdup (_ ("the level has a name already")));
      seen |= bit;
    }
}

/* There is one row of settings, and its id is 1. */
static void
check_settings (RmCheck *self,
                RmCheckTable *table)
{
  gboolean found = FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (table->rows, i);

      if (found)
        {
          rm_check_leave_out (self, row, NULL, g_strdup (_ ("there can be only one such row")));
          continue;
        }
      found = TRUE;
      if (row->record->id != 1)
        rm_check_find (self, row, NULL, g_strdup (_ ("the id of this row has to be 1")),
                       _ ("it was given another id"));
      row->record->id = 1;
    }
  if (found)
    return;

  rm_check_add_finding (self, table->entity->name, 0, NULL,
                        g_strdup (_ ("the settings of the programme are missing")),
                        _ ("they are those of a new programme"));
}

/* A name of the row for people: never of confidential rows. */
static char *
name_row (RmCheck *self,
          const RmCheckRow *row)
{
  const RmEntity *entity = row->record->entity;
  RmCheckTable *people = rm_check_find_table (self, rm_person_entity ()->name);
  const RmField *name = rm_entity_find_field (entity, "name");
  g_autoptr (GString) text = g_string_new (NULL);

  if (entity == rm_person_entity ())
    {
      const RmPerson *person = (RmPerson *) row->record;

      g_string_append (text, rm_person_display_name (person));
      if (person->staff_no != NULL)
        g_string_append_printf (text, ", %s", person->staff_no);
    }
  else if (name != NULL && rm_record_get_text (row->record, name) != NULL)
    g_string_append (text, rm_record_get_text (row->record, name));

  for (guint f = 0; people != NULL && f < entity->n_fields; f++)
    {
      const RmField *field = &entity->fields[f];
      const RmCheckRow *person = NULL;
      gint64 id = 0;

      if (field->type != RM_FIELD_REFERENCE || entity == rm_person_entity ()
          || field->sensitivity >= RM_SENSITIVITY_CONFIDENTIAL
          || !g_str_equal (field->refers, rm_person_entity ()->name))
        continue;
      id = rm_record_get_int64 (row->record, field);
      person = g_hash_table_lookup (people->by_id, &id);
      if (person != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                rm_person_display_name ((RmPerson *) person->record));
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* With two proposals it is unknown which is the last. */
static void
check_proposals (RmCheck *self,
                 RmCheckTable *table)
{
  for (guint i = 0; table->rows->len > 1 && i < table->rows->len; i++)
    {
      RmCheckRow *row = g_ptr_array_index (table->rows, i);

      if (!row->left_out)
        rm_check_leave_out (self, row, NULL, g_strdup (_ ("there can be only one such row")));
    }
}

void
rm_check_finish (RmCheck *self)
{
  const RmEntity *settings = rm_settings_entity ();

  check_settings (self, rm_check_get_table (self, settings));
  for (guint t = 0; t < self->tables->len; t++)
    check_ids (self, g_ptr_array_index (self->tables, t));
  for (guint t = 0; t < self->tables->len; t++)
    check_references (self, g_ptr_array_index (self->tables, t));
  check_lines (self, rm_check_get_table (self, rm_person_entity ()));
  check_pairs (self, rm_check_get_table (self, rm_pair_entity ()));
  check_seniority (self, rm_check_get_table (self, rm_seniority_entity ()));
  check_proposals (self, rm_check_get_table (self, rm_proposal_entity ()));

  for (guint i = 0; i < self->findings->len; i++)
    {
      RmFinding *finding = g_ptr_array_index (self->findings, i);
      const RmCheckRow *row = g_ptr_array_index (self->about, i);

      if (row != NULL)
        finding->name = name_row (self, row);
    }
}
