/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-programme.h"

#include <glib/gi18n-lib.h>

/* Undo, jobs and models all need the current programme without a lock: settings and tables that
 * never change, shared by successive values if equal. */
struct _RmProgramme
{
  gatomicrefcount refs;
  RmSettings *settings;
  RmRecordTable *tables[RM_N_TABLES];
};

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const RmRecord *first = *(RmRecord *const *) a;
  const RmRecord *second = *(RmRecord *const *) b;

  return rm_id_compare (&first->id, &second->id);
}

RmProgramme *
rm_programme_new (RmSettings *settings)
{
  RmProgramme *self = g_new0 (RmProgramme, 1);

  g_atomic_ref_count_init (&self->refs);
  self->settings = rm_record_ref (settings);
  for (guint t = 0; t < RM_N_TABLES; t++)
    self->tables[t] = rm_record_table_new (rm_table_get_entity (t));

  return self;
}

RmProgramme *
rm_programme_new_changed (RmProgramme *self,
                          RmSettings *settings,
                          GPtrArray *const *changed,
                          GArray *const *removed)
{
  RmProgramme *after = g_new0 (RmProgramme, 1);

  g_atomic_ref_count_init (&after->refs);
  if (settings != NULL)
    after->settings = rm_record_ref (settings);
  else
    after->settings = self != NULL ? rm_record_ref (self->settings) : rm_settings_new ();

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      g_autoptr (RmRecordTable) before
        = self != NULL ? rm_record_table_ref (self->tables[t])
                       : rm_record_table_new (rm_table_get_entity (t));

      after->tables[t] = rm_record_table_new_changed (before, changed != NULL ? changed[t] : NULL,
                                                      removed != NULL ? removed[t] : NULL);
    }

  return after;
}

RmProgramme *
rm_programme_ref (RmProgramme *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_programme_unref (RmProgramme *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  rm_record_unref (self->settings);
  for (guint t = 0; t < RM_N_TABLES; t++)
    rm_record_table_unref (self->tables[t]);
  g_free (self);
}

const RmSettings *
rm_programme_get_settings (const RmProgramme *self)
{
  return self->settings;
}

const RmProposal *
rm_programme_get_proposal (const RmProgramme *self)
{
  return rm_programme_count (self, RM_TABLE_PROPOSAL) > 0
           ? rm_programme_get (self, RM_TABLE_PROPOSAL, 0)
           : NULL;
}

guint
rm_programme_count (const RmProgramme *self,
                    RmTable table)
{
  return rm_record_table_count (self->tables[table]);
}

gpointer
rm_programme_get (const RmProgramme *self,
                  RmTable table,
                  guint index)
{
  return rm_record_table_get (self->tables[table], index);
}

gpointer
rm_programme_find (const RmProgramme *self,
                   RmTable table,
                   gint64 id)
{
  return rm_record_table_find (self->tables[table], id);
}

RmOwned
rm_programme_find_owned (const RmProgramme *self,
                         RmTable table,
                         const char *key,
                         gint64 owner)
{
  const RmField *field = rm_entity_find_field (rm_table_get_entity (table), key);

  return rm_record_table_find_owned (self->tables[table], field, owner);
}

GPtrArray *
rm_programme_list_referring (const RmProgramme *self,
                             RmTable table,
                             RmTable owners,
                             gint64 owner)
{
  const RmEntity *entity = rm_table_get_entity (table);
  const char *refers = rm_table_get_entity (owners)->name;
  GPtrArray *records = g_ptr_array_new ();

  for (guint f = 0; f < entity->n_fields; f++)
    {
      const RmField *field = &entity->fields[f];
      RmOwned owned = { 0 };

      if (field->type != RM_FIELD_REFERENCE || !g_str_equal (field->refers, refers))
        continue;
      owned = rm_record_table_find_owned (self->tables[table], field, owner);
      for (guint i = 0; i < owned.n; i++)
        g_ptr_array_add (records, rm_owned_get (&owned, i));
    }

  g_ptr_array_sort (records, compare_ids);
  for (guint i = records->len; i > 1; i--)
    if (g_ptr_array_index (records, i - 1) == g_ptr_array_index (records, i - 2))
      g_ptr_array_remove_index (records, i - 1);

  return records;
}

void
rm_programme_make_indexes (RmProgramme *self)
{
  for (guint t = 0; t < RM_N_TABLES; t++)
    rm_record_table_make_indexes (self->tables[t]);
}

const RmPerson *
rm_programme_get_person (const RmProgramme *self,
                         guint index)
{
  return rm_programme_get (self, RM_TABLE_PERSON, index);
}

const RmPerson *
rm_programme_find_person (const RmProgramme *self,
                          gint64 id)
{
  return rm_programme_find (self, RM_TABLE_PERSON, id);
}

const char *
rm_programme_name_person (const RmProgramme *self,
                          gint64 id)
{
  const RmPerson *person = rm_programme_find_person (self, id);

  return person != NULL ? rm_person_display_name (person) : _ ("Somebody who is gone");
}

const RmSkill *
rm_programme_get_skill (const RmProgramme *self,
                        guint index)
{
  return rm_programme_get (self, RM_TABLE_SKILL, index);
}

const RmSkill *
rm_programme_find_skill (const RmProgramme *self,
                         gint64 id)
{
  return rm_programme_find (self, RM_TABLE_SKILL, id);
}
