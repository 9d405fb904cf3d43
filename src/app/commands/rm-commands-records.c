/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-records.h"

#include "app/commands/rm-commands-private.h"
#include "app/commands/rm-record-rules.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

static RmTable
table_of (gconstpointer record)
{
  return rm_table_find (((const RmRecord *) record)->entity->name);
}

static const char *
find_name (gconstpointer record)
{
  const RmField *field = rm_entity_find_field (((const RmRecord *) record)->entity, "name");

  return field != NULL ? rm_record_get_text (record, field) : NULL;
}

static char *
dup_name (RmProgramme *programme,
          gconstpointer record)
{
  const RmRecordRules *rules = rm_record_rules_get (table_of (record));
  const char *name = find_name (record);

  if (rules->dup_name != NULL)
    return rules->dup_name (programme, record);

  return g_strdup (name != NULL ? name : "?");
}

static gboolean
check_unique (RmProgramme *programme,
              gconstpointer record,
              const char *taken,
              GError **error)
{
  RmTable table = table_of (record);
  g_autofree char *wanted = rm_fold (find_name (record));

  for (guint i = 0; i < rm_programme_count (programme, table); i++)
    {
      const RmRecord *other = rm_programme_get (programme, table, i);
      g_autofree char *name = rm_fold (find_name (other));
      g_autofree char *message = NULL;

      if (other->id == ((const RmRecord *) record)->id || !g_str_equal (name, wanted))
        continue;
      message = rm_sentence_fill (_ (taken), find_name (other), NULL);
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_record (RmProgramme *programme,
              gconstpointer record,
              GError **error)
{
  const RmRecordRules *rules = rm_record_rules_get (table_of (record));
  g_autofree char *folded = rm_fold (find_name (record));

  if (rules->nameless != NULL && *folded == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ (rules->nameless));
      return FALSE;
    }
  if (rules->taken != NULL && !check_unique (programme, record, rules->taken, error))
    return FALSE;

  return rules->check == NULL || rules->check (programme, record, error);
}

gboolean
rm_command_add_record (RmSession *session,
                       gpointer record,
                       GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  const RmRecordRules *rules = rm_record_rules_get (table_of (record));
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (rules->add != NULL, FALSE);

  if (!check_record (programme, record, error))
    return FALSE;

  name = dup_name (programme, record);
  label = rm_sentence_fill (_ (rules->add), name, NULL);
  return rm_session_edit (session, label, rm_commands_insert_record, record, error);
}

gboolean
rm_command_add_named (RmSession *session,
                      RmTable table,
                      const char *name,
                      gint64 *id,
                      GError **error)
{
  const RmEntity *entity = rm_table_get_entity (table);
  g_autoptr (RmRecord) record = rm_record_new (entity);

  if (!rm_record_parse (record, rm_entity_find_field (entity, "name"), name, error)
      || !rm_command_add_record (session, record, error))
    return FALSE;

  if (id != NULL)
    *id = record->id;
  return TRUE;
}

static char *
dup_change_label (RmProgramme *programme,
                  gconstpointer before,
                  gconstpointer after,
                  const RmField *field)
{
  const RmRecordRules *rules = rm_record_rules_get (table_of (before));
  const char *label = rules->get_label != NULL ? rules->get_label (field) : NULL;
  g_autofree char *name = dup_name (programme, before);

  if (label != NULL)
    return g_strdup (label);
  if (rules->rename != NULL && g_str_equal (field->key, "name"))
    return rm_sentence_fill (_ (rules->rename), name, find_name (after));

  /* Translators: an undo label; first a field such as "Department", then what a person, cohort, skill
   * or the like is called */
  return rm_sentence_new (_ ("Change “%s” of %s"), _ (field->label), name);
}

gboolean
rm_command_set_field (RmSession *session,
                      RmTable table,
                      gint64 id,
                      const RmField *field,
                      const char *text,
                      GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  const RmRecordRules *rules = rm_record_rules_get (table);
  gpointer before = rm_commands_require (session, table, id, error);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autofree char *label = NULL;
  gpointer after = NULL;

  if (before == NULL)
    return FALSE;
  after = rm_record_copy (before);
  g_ptr_array_add (changed, after);
  if (!rm_record_parse (after, field, text, error))
    return FALSE;
  if (rm_record_equal (before, after))
    return TRUE;
  if (!check_record (programme, after, error))
    return FALSE;

  if (rules->settle != NULL)
    rules->settle (programme, before, after, field, changed);
  label = dup_change_label (programme, before, after, field);
  return rm_session_edit (session, label, rm_commands_update_records, changed, error);
}

static gboolean
delete_record (RmStore *store,
               gpointer data,
               GError **error)
{
  const RmRecord *record = data;

  return rm_store_delete (store, record->entity, record->id, error);
}

gboolean
rm_command_remove_record (RmSession *session,
                          RmTable table,
                          gint64 id,
                          GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  gpointer record = rm_commands_require (session, table, id, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (rm_record_rules_get (table)->remove != NULL, FALSE);

  if (record == NULL)
    return FALSE;

  name = dup_name (programme, record);
  label = rm_sentence_fill (_ (rm_record_rules_get (table)->remove), name, NULL);
  return rm_session_edit (session, label, delete_record, record, error);
}
