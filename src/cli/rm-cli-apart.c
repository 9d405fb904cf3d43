/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-apart.h"
#include "app/queries/rm-person-finder.h"

#include <glib/gi18n-lib.h>

/* People kept apart, in confidence or openly. Besides the person's pane in the window and the file
 * of the whole programme, the only place that shows confidential requests. */

typedef struct
{
  const char *one;
  const char *other;
  char *reason;
  gboolean confidential;
  gboolean end;
} Wanted;

static void
print_json (RmProgramme *programme,
            GPtrArray *list)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  json_builder_set_member_name (builder, "apart");
  json_builder_begin_array (builder);
  for (guint k = 0; k < list->len; k++)
    {
      const RmExclusion *exclusion = g_ptr_array_index (list, k);

      json_builder_begin_object (builder);
      rm_cli_json_person (builder, "one", rm_programme_find_person (programme, exclusion->mentee));
      rm_cli_json_person (builder, "other",
                          rm_programme_find_person (programme, exclusion->mentor));
      rm_cli_json_boolean (builder, "in-confidence", exclusion->confidential);
      rm_cli_json_string (builder, "reason", exclusion->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  rm_cli_json_print (builder);
}

static void
print_table (RmProgramme *programme,
             GPtrArray *list)
{
  g_autoptr (RmCliTable) table = rm_cli_table_new (4, 4);

  if (list->len == 0)
    {
      g_print ("%s\n", _ ("Nobody is kept apart"));
      return;
    }

  rm_cli_table_add (table, _ ("Person"));
  rm_cli_table_add (table, _ ("Apart from"));
  rm_cli_table_add (table, _ ("In confidence"));
  rm_cli_table_add (table, _ ("Reason"));
  for (guint k = 0; k < list->len; k++)
    {
      const RmExclusion *exclusion = g_ptr_array_index (list, k);

      rm_cli_table_add (table, rm_person_display_name (
                                 rm_programme_find_person (programme, exclusion->mentee)));
      rm_cli_table_add (table, rm_person_display_name (
                                 rm_programme_find_person (programme, exclusion->mentor)));
      rm_cli_table_add (table, exclusion->confidential ? _ ("Yes") : _ ("No"));
      rm_cli_table_add (table, exclusion->reason != NULL ? exclusion->reason : "");
    }
  rm_cli_table_print (table);
}

/* 0 if nobody or several people match. */
static gint64
find (RmProgramme *programme,
      const char *typed,
      GError **error)
{
  g_autoptr (GPtrArray) people = rm_person_finder_list_all (programme);
  const RmPerson *person
    = rm_person_finder_find (people, RM_PERSON_SOUGHT_ANYBODY, typed, error);

  return person != NULL ? person->record.id : 0;
}

static RmCliStatus
look (RmCli *self,
      const char *path,
      const Wanted *wanted)
{
  RmSession *session = rm_cli_open (self, path, FALSE);
  RmProgramme *programme = NULL;
  GError *error = NULL;
  gint64 one = 0;

  if (session == NULL)
    return RM_CLI_FAILED;

  programme = rm_session_get_programme (session);
  if (wanted->one != NULL)
    one = find (programme, wanted->one, &error);
  if (error == NULL)
    {
      g_autoptr (GPtrArray) list = rm_apart_list (programme, one, 0);

      if (self->json)
        print_json (programme, list);
      else
        print_table (programme, list);
    }
  rm_cli_close_unsaved (session);

  return error == NULL ? RM_CLI_OK : rm_cli_fail (self, path, error);
}

static gboolean
change_two (RmSession *session,
            const Wanted *wanted,
            GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  gint64 one = find (programme, wanted->one, error);
  gint64 other = one != 0 ? find (programme, wanted->other, error) : 0;

  if (other == 0)
    return FALSE;

  return wanted->end ? rm_command_let_together (session, one, other, error)
                     : rm_command_keep_apart (session, one, other, wanted->confidential,
                                              wanted->reason, error);
}

static RmCliStatus
change (RmCli *self,
        const char *path,
        const Wanted *wanted)
{
  RmSession *session = rm_cli_open (self, path, TRUE);
  GError *error = NULL;

  if (session == NULL)
    return RM_CLI_FAILED;
  if (!change_two (session, wanted, &error))
    {
      rm_cli_close_unsaved (session);
      return rm_cli_fail (self, path, error);
    }

  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_boolean (builder, "apart", !wanted->end);
      rm_cli_json_print (builder);
    }
  return rm_cli_close_saved (self, path, session);
}

RmCliStatus
rm_cli_apart (RmCli *self,
              char **args)
{
  g_autofree char *reason = NULL;
  Wanted wanted = { NULL };
  const GOptionEntry entries[] = {
    { "in-confidence", 0, 0, G_OPTION_ARG_NONE, &wanted.confidential,
      N_ ("It was asked for in confidence and is shown nowhere else"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), N_ ("TEXT") },
    { "end", 0, 0, G_OPTION_ARG_NONE, &wanted.end, N_ ("Let the two be paired again"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  guint n = 0;

  if (!rm_cli_parse (self, args, entries, 1, 3, &rest))
    return RM_CLI_USAGE;

  n = g_strv_length (rest);
  wanted.one = n > 1 ? rest[1] : NULL;
  wanted.other = n > 2 ? rest[2] : NULL;
  wanted.reason = reason;
  if ((n < 3 && (wanted.confidential || reason != NULL || wanted.end))
      || (wanted.end && (wanted.confidential || reason != NULL)))
    return rm_cli_usage (self, _ ("After the file: nothing or PERSON, to list; PERSON OTHER "
                                  "[--in-confidence] [--reason TEXT], to keep the two apart; "
                                  "PERSON OTHER --end, to let them be paired again"));

  return n < 3 ? look (self, rest[0], &wanted) : change (self, rest[0], &wanted);
}
