/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-many.h"

#include "app/commands/rm-commands-private.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*ChangePerson) (RmPerson *person,
                                  gpointer data,
                                  GError **error);

/* Copies of the people changed by @change, or NULL. */
static GPtrArray *
change_copies (RmSession *session,
               const gint64 *people,
               guint n,
               ChangePerson change,
               gpointer data,
               GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint k = 0; k < n; k++)
    {
      const RmPerson *before = rm_commands_require (session, RM_TABLE_PERSON, people[k], error);
      RmPerson *after = NULL;

      if (before == NULL)
        return NULL;
      after = rm_record_copy (before);
      if (!change (after, data, error))
        {
          rm_record_unref (after);
          return NULL;
        }
      if (rm_record_equal (before, after))
        rm_record_unref (after);
      else
        g_ptr_array_add (changed, after);
    }

  return g_steal_pointer (&changed);
}

typedef struct
{
  const RmField *field;
  const char *text;
} Value;

static gboolean
set_value (RmPerson *person,
           gpointer data,
           GError **error)
{
  const Value *value = data;

  if (!rm_record_parse (person, value->field, value->text, error))
    return FALSE;
  rm_commands_settle_person (person, value->field);

  return TRUE;
}

static char *
label_value (const RmField *field,
             guint n)
{
  if (g_str_equal (field->key, "state"))
    return g_strdup (rm_commands_label_available ());

  /* Translators: an undo label; a field such as "Department", and of how many people */
  return rm_sentence_new (ngettext ("Change “%s” of %u person", "Change “%s” of %u people", n),
                          _ (field->label), n);
}

gboolean
rm_command_set_field_of_many (RmSession *session,
                              const gint64 *people,
                              guint n,
                              const RmField *field,
                              const char *text,
                              guint *n_changed,
                              GError **error)
{
  Value value = { field, text };
  g_autoptr (GPtrArray) changed = change_copies (session, people, n, set_value, &value, error);
  g_autofree char *label = NULL;

  if (changed == NULL)
    return FALSE;
  *n_changed = changed->len;
  if (changed->len == 0)
    return TRUE;

  label = label_value (field, changed->len);
  return rm_session_edit (session, label, rm_commands_update_records, changed, error);
}

void
rm_command_set_field_of_many_async (RmSession *session,
                                    const gint64 *people,
                                    guint n,
                                    const RmField *field,
                                    const char *text,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Value value = { field, text };
  GError *error = NULL;
  GPtrArray *changed = change_copies (session, people, n, set_value, &value, &error);
  guint n_changed = changed != NULL ? changed->len : 0;
  g_autofree char *label = label_value (field, n_changed);

  rm_commands_update_async (session, label, changed, error, callback, user_data);
}

typedef struct
{
  const char *tag;
  const char *folded;
  gboolean add;
} Tag;

static gboolean
change_tag (RmPerson *person,
            gpointer data,
            GError **error)
{
  const Tag *tag = data;
  g_auto (GStrv) items = rm_list_split (person->tags);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  gboolean found = FALSE;

  for (guint k = 0; items[k] != NULL; k++)
    {
      g_autofree char *folded = rm_fold (items[k]);
      gboolean same = g_str_equal (folded, tag->folded);

      found |= same;
      if (!same || tag->add)
        g_ptr_array_add (kept, items[k]);
    }
  if (found == tag->add)
    return TRUE;

  if (tag->add)
    g_ptr_array_add (kept, (gpointer) tag->tag);
  g_ptr_array_add (kept, NULL);
  g_free (person->tags);
  person->tags = kept->len > 1 ? rm_list_join ((char **) kept->pdata) : NULL;

  return TRUE;
}

static char *
label_tag (const Tag *tag,
           guint n)
{
  if (tag->add)
    /* Translators: an undo label; a tag, and how many people get it */
    return rm_sentence_new (ngettext ("Add “%s” to %u person", "Add “%s” to %u people", n),
                            tag->tag, n);

  /* Translators: an undo label; a tag, and how many people lose it */
  return rm_sentence_new (ngettext ("Take “%s” from %u person", "Take “%s” from %u people", n),
                          tag->tag, n);
}

void
rm_command_change_tag_async (RmSession *session,
                             const gint64 *people,
                             guint n,
                             const char *tag,
                             gboolean add,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autofree char *clean = g_strstrip (g_strdup (tag));
  g_autofree char *folded = rm_fold (clean);
  g_auto (GStrv) items = rm_list_read (clean);
  Tag change = { clean, folded, add };
  GPtrArray *changed = NULL;
  GError *error = NULL;
  g_autofree char *label = NULL;

  if (g_strv_length (items) != 1)
    g_set_error_literal (&error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ ("Write one tag"));
  else
    changed = change_copies (session, people, n, change_tag, &change, &error);
  label = label_tag (&change, changed != NULL ? changed->len : 0);
  rm_commands_update_async (session, label, changed, error, callback, user_data);
}

gboolean
rm_command_mark_leavers (RmSession *session,
                         guint *n,
                         GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autofree char *today = rm_commands_today ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *before = rm_programme_get_person (programme, i);
      RmPerson *after = NULL;

      if (before->state == RM_PERSON_LEFT || !rm_person_has_left_by (before, today))
        continue;
      after = rm_record_copy (before);
      after->state = RM_PERSON_LEFT;
      g_ptr_array_add (changed, after);
    }
  *n = changed->len;
  if (changed->len == 0)
    return TRUE;

  /* Translators: an undo label; their day of leaving has come */
  label = g_strdup_printf (ngettext ("Note that %u person has left", "Note that %u people have left",
                                     *n), *n);
  return rm_session_edit (session, label, rm_commands_update_records, changed, error);
}
