/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include <glib/gi18n-lib.h>

/* Leftovers of a program that crashed: the way to recover without a window. */

typedef struct
{
  RmCli *cli;
  const char *path;
  gboolean keep;
  gboolean drop;
  gboolean force;
} Recover;

static void
print_changes (const Recover *self,
               GPtrArray *changes)
{
  if (self->cli->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_boolean (builder, "kept", self->keep && changes->len > 0);
      json_builder_set_member_name (builder, "changes");
      json_builder_begin_array (builder);
      for (guint i = 0; i < changes->len; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (changes, i));
      json_builder_end_array (builder);
      rm_cli_json_print (builder);
      return;
    }

  if (changes->len == 0)
    {
      /* Translators: %s is a file */
      g_print (_ ("%s: there are no changes that were never saved\n"), self->path);
      return;
    }
  g_print (self->keep ? ngettext ("%s: %u change was kept and is saved now\n",
                                  "%s: %u changes were kept and are saved now\n", changes->len)
                      : ngettext ("%s: %u change was dropped\n", "%s: %u changes were dropped\n",
                                  changes->len),
           self->path, changes->len);
  for (guint i = 0; i < changes->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (changes, i));
}

/* Edits since the file was saved, oldest first. */
static GPtrArray *
list_changes (RmSession *session,
              GError **error)
{
  guint n = rm_document_count_unsaved (rm_session_get_document (session));
  g_autoptr (GPtrArray) entries = rm_session_list_history (session, n, error);
  GPtrArray *changes = NULL;

  if (entries == NULL)
    return NULL;

  changes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = entries->len; i > 0; i--)
    g_ptr_array_add (changes, rm_history_entry_describe (g_ptr_array_index (entries, i - 1)));
  return changes;
}

static RmCliStatus
keep (const Recover *self,
      RmSession *session,
      GPtrArray *changes)
{
  GError *error = NULL;

  if (changes->len > 0 && !rm_session_save (session, self->force, &error))
    {
      gboolean others = g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT)
                        || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_MOVED);

      /* Not closed as saved: unsaved changes are kept. */
      g_object_unref (session);
      rm_cli_fail (self->cli, self->path, error);
      if (others)
        /* Translators: %s is a file, twice */
        g_printerr (_ ("The changes are kept. “reverse-mentor-cli recover %s --keep --force” writes them "
                       "all the same, “reverse-mentor-cli recover %s --drop” throws them away.\n"),
                    self->path, self->path);
      return RM_CLI_FAILED;
    }

  g_object_unref (session);
  print_changes (self, changes);
  return RM_CLI_OK;
}

/* Changes that cannot be read can still be dropped. */
static RmCliStatus
drop_unread (const Recover *self)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->path);
  g_autofree char *state_dir = rm_document_get_state_dir ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  gboolean found = FALSE;
  GError *error = NULL;

  if (!rm_document_drop_unsaved (file, state_dir, &found, &error))
    return rm_cli_fail (self->cli, self->path, error);

  if (found && !self->cli->json)
    /* Translators: %s is a file */
    g_print (_ ("%s: changes that could not be read were dropped\n"), self->path);
  else
    print_changes (self, nothing);
  return RM_CLI_OK;
}

static RmCliStatus
run_recover (const Recover *self)
{
  GError *error = NULL;
  RmSession *session = rm_cli_open_file (self->cli, self->path, FALSE, RM_OPEN_INSIST, &error);
  g_autoptr (GPtrArray) changes = NULL;

  if (session != NULL
      && (!rm_session_verify (session, &error) || (changes = list_changes (session, &error)) == NULL))
    g_clear_object (&session);
  if (session == NULL)
    {
      if (self->keep || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY))
        return rm_cli_fail_unsaved (self->cli, self->path, error);
      g_error_free (error);
      return drop_unread (self);
    }
  if (self->keep)
    return keep (self, session, changes);

  rm_cli_close_unsaved (session);
  print_changes (self, changes);
  return RM_CLI_OK;
}

RmCliStatus
rm_cli_recover (RmCli *cli,
                char **args)
{
  Recover self = { .cli = cli };
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_NONE, &self.keep, N_ ("Save the changes that were never saved"),
      NULL },
    { "drop", 0, 0, G_OPTION_ARG_NONE, &self.drop,
      N_ ("Throw them away: the file is as it was last saved"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &self.force,
      N_ ("With --keep: write over what somebody else changed, or make the file again"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;

  if (!rm_cli_parse (cli, args, entries, 1, 1, &rest))
    return RM_CLI_USAGE;
  if (self.keep == self.drop)
    return rm_cli_usage (cli, _ ("Say one of --keep and --drop"));

  self.path = rest[0];
  return run_recover (&self);
}
