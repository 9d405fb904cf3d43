/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/commands/rm-commands-many.h"
#include "app/queries/rm-people-where.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lists people, and gives many of them one value. */

static const char *const columns[] = { "staff_no", "name", "department", "side", "state" };

static char *
show (const RmPerson *person,
      const RmField *field)
{
  int value = 0;

  if (field->values == NULL || field->type != RM_FIELD_CHOICE)
    return rm_record_format (person, field);

  value = rm_record_get_int (person, field);
  for (const RmEnumValue *choice = field->values; choice->nick != NULL; choice++)
    if (choice->value == value)
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, choice->label));

  return g_strdup ("");
}

static void
print_table (RmProgramme *programme,
             GArray *ids)
{
  g_autoptr (RmCliTable) table = rm_cli_table_new (G_N_ELEMENTS (columns), G_N_ELEMENTS (columns));

  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    rm_cli_table_add (table, _ (rm_entity_find_field (rm_person_entity (), columns[c])->label));
  for (guint i = 0; i < ids->len; i++)
    {
      const RmPerson *person = rm_programme_find_person (programme, g_array_index (ids, gint64, i));

      for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
        {
          g_autofree char *text
            = show (person, rm_entity_find_field (rm_person_entity (), columns[c]));

          rm_cli_table_add (table, text);
        }
    }
  rm_cli_table_print (table);
  g_print (ngettext ("%u person\n", "%u people\n", ids->len), ids->len);
}

static void
print_json (RmProgramme *programme,
            GArray *ids)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  json_builder_set_member_name (builder, "people");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      const RmPerson *person = rm_programme_find_person (programme, g_array_index (ids, gint64, i));

      json_builder_begin_object (builder);
      for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
        {
          g_autofree char *text
            = rm_record_format (person, rm_entity_find_field (rm_person_entity (), columns[c]));

          rm_cli_json_string (builder, columns[c], text);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  rm_cli_json_print (builder);
}

static RmCliStatus
list_people (RmCli *self,
             const char *path,
             char **where)
{
  RmSession *session = rm_cli_open (self, path, FALSE);
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  if (session == NULL)
    return RM_CLI_FAILED;
  ids = rm_people_list_where (rm_session_get_programme (session), where, &error);
  if (ids != NULL && self->json)
    print_json (rm_session_get_programme (session), ids);
  else if (ids != NULL)
    print_table (rm_session_get_programme (session), ids);
  rm_cli_close_unsaved (session);

  return ids != NULL ? RM_CLI_OK : rm_cli_fail (self, NULL, error);
}

static gboolean
set_value (RmSession *session,
           const char *value,
           char **where,
           guint *n_changed,
           GError **error)
{
  const char *equals = strchr (value, '=');
  g_autofree char *key = equals != NULL ? g_strndup (value, (gsize) (equals - value)) : NULL;
  const RmField *field = NULL;
  g_autoptr (GArray) ids = NULL;

  if (key == NULL)
    {
      g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                   /* Translators: %s is what was typed */
                   _ ("“%s” is not FIELD=VALUE"), value);
      return FALSE;
    }
  field = rm_people_find_field (key, error);
  if (field != NULL)
    ids = rm_people_list_where (rm_session_get_programme (session), where, error);

  return ids != NULL
         && rm_command_set_field_of_many (session, (const gint64 *) ids->data, ids->len, field,
                                          equals + 1, n_changed, error);
}

static RmCliStatus
change_people (RmCli *self,
               const char *path,
               const char *value,
               char **where)
{
  RmSession *session = rm_cli_open (self, path, TRUE);
  guint n_changed = 0;
  GError *error = NULL;
  RmCliStatus status = RM_CLI_OK;

  if (session == NULL)
    return RM_CLI_FAILED;
  if (!set_value (session, value, where, &n_changed, &error))
    {
      rm_cli_close_unsaved (session);
      return rm_cli_fail (self, NULL, error);
    }

  status = rm_cli_close_saved (self, path, session);
  if (status == RM_CLI_OK && self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_int (builder, "changed", n_changed);
      rm_cli_json_print (builder);
    }
  else if (status == RM_CLI_OK)
    g_print (ngettext ("%u person changed\n", "%u people changed\n", n_changed), n_changed);

  return status;
}

RmCliStatus
rm_cli_people (RmCli *self,
               char **args)
{
  g_auto (GStrv) where = NULL;
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &where,
      N_ ("Only people with this value; may be given again, and all must hold"),
      N_ ("FIELD=VALUE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  RmCliStatus status = RM_CLI_USAGE;

  if (!rm_cli_parse (self, args, entries, 1, 3, &rest))
    return RM_CLI_USAGE;

  if (rest[1] == NULL || (g_str_equal (rest[1], "list") && rest[2] == NULL))
    status = list_people (self, rest[0], where);
  else if (g_str_equal (rest[1], "set") && rest[2] != NULL)
    status = change_people (self, rest[0], rest[2], where);
  else
    status = rm_cli_usage (self, _ ("The actions are: list, and set FIELD=VALUE"));

  return status;
}
