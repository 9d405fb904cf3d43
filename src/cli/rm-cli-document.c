/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/commands/rm-commands.h"
#include "app/files/rm-export-files.h"

#include <glib/gi18n-lib.h>

/* Opening, saving and the verbs about the file itself. A call either saves everything it did or
 * leaves the file unchanged. */

/* The interval of checking whether the other one is done. */
#define POLL_MS 20

/* Another call, or a window that saves, may be done with the programme in a moment. */
static RmSession *
open_waiting (RmCli *self,
              GFile *file,
              gboolean create,
              RmOpenFlags flags,
              GError **error)
{
  gint64 until = g_get_monotonic_time () + (gint64) (self->wait * G_USEC_PER_SEC);

  for (;;)
    {
      GError *failure = NULL;
      RmSession *session = rm_session_open (file, create, flags, NULL, &failure);

      if (session != NULL
          || !g_error_matches (failure, RM_STORE_ERROR, RM_STORE_ERROR_BUSY)
          || g_get_monotonic_time () >= until
          || !rm_cli_progress (0, NULL))
        {
          if (failure != NULL)
            g_propagate_error (error, failure);
          return session;
        }

      g_error_free (failure);
      g_usleep (POLL_MS * 1000 + (gulong) g_random_int_range (0, POLL_MS * 1000));
    }
}

static void
notice_cb (RmSession *session,
           const char *text,
           gpointer data)
{
  g_printerr ("reverse-mentor-cli: %s\n", text);
}

RmSession *
rm_cli_open_file (RmCli *self,
                  const char *path,
                  gboolean create,
                  RmOpenFlags flags,
                  GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  RmSession *session = open_waiting (self, file, create, flags, error);

  if (session != NULL)
    {
      g_signal_connect (session, "notice", G_CALLBACK (notice_cb), NULL);
      rm_session_tell_notices (session);
    }
  return session;
}

RmSession *
rm_cli_open (RmCli *self,
             const char *path,
             gboolean to_change)
{
  g_autoptr (RmSession) session = NULL;
  GError *error = NULL;

  session = rm_cli_open_file (self, path, FALSE, RM_OPEN_NONE, &error);
  if (session == NULL || !rm_session_verify (session, &error))
    {
      rm_cli_fail_unsaved (self, path, error);
      return NULL;
    }
  if (rm_document_is_recovered (rm_session_get_document (session)))
    {
      if (to_change)
        {
          error = g_error_new_literal (RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED,
                                       _ ("There are changes that were never saved"));
          rm_cli_fail_unsaved (self, path, error);
          return NULL;
        }
      g_printerr (_ ("%s: changes that were never saved are included\n"), path);
    }

  return g_steal_pointer (&session);
}

RmCliStatus
rm_cli_fail_unsaved (RmCli *self,
                     const char *path,
                     GError *error)
{
  gboolean unsaved = g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED);
  RmCliStatus status = rm_cli_fail (self, path, error);

  if (unsaved)
    /* Translators: %s is a file, twice */
    g_printerr (_ ("“reverse-mentor-cli recover %s --keep” saves these changes, “reverse-mentor-cli "
                   "recover %s --drop” throws them away.\n"), path, path);
  return status;
}

void
rm_cli_close_unsaved (RmSession *session)
{
  rm_document_discard (rm_session_get_document (session));
  g_object_unref (session);
}

RmCliStatus
rm_cli_close_saved (RmCli *self,
                    const char *path,
                    RmSession *session)
{
  GError *error = NULL;

  if (rm_session_save (session, FALSE, &error))
    {
      g_object_unref (session);
      return RM_CLI_OK;
    }

  rm_cli_close_unsaved (session);
  return rm_cli_fail (self, path, error);
}

static gboolean
describe_programme (RmSession *session,
                    const char *name,
                    const char *objective,
                    GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  RmSettings *settings = rm_record_copy (rm_programme_get_settings (programme));
  const RmEntity *entity = rm_settings_entity ();
  gboolean ok = TRUE;

  if (name != NULL)
    ok = rm_record_parse (settings, rm_entity_find_field (entity, "name"), name, error);
  if (ok && objective != NULL)
    ok = rm_record_parse (settings, rm_entity_find_field (entity, "objective"), objective, error);
  /* Translators: an undo label */
  ok = ok && rm_command_change_settings (session, settings, _ ("Describe the programme"), error);

  rm_record_unref (settings);
  return ok;
}

GFile *
rm_cli_new_file (RmCli *self,
                 const char *path,
                 gboolean force)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  if (force || !g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);

  rm_cli_fail (self, path,
               g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS,
                                    _ ("The file is there already (--force replaces it)")));
  return NULL;
}

RmCliStatus
rm_cli_new (RmCli *self,
            char **args)
{
  g_autofree char *name = NULL;
  g_autofree char *objective = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("What the programme is called"), N_ ("NAME") },
    { "objective", 0, 0, G_OPTION_ARG_STRING, &objective, N_ ("What it is for"), N_ ("TEXT") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace a file that is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GFile) file = NULL;
  RmSession *session = NULL;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, entries, 1, 1, &rest))
    return RM_CLI_USAGE;
  file = rm_cli_new_file (self, rest[0], force);
  if (file == NULL)
    return RM_CLI_FAILED;

  session = rm_cli_open_file (self, rest[0], TRUE, RM_OPEN_NONE, &error);
  if (session == NULL)
    return rm_cli_fail_unsaved (self, rest[0], error);
  if (!describe_programme (session, name, objective, &error))
    {
      rm_cli_close_unsaved (session);
      return rm_cli_fail (self, rest[0], error);
    }

  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_string (builder, "file", rest[0]);
      rm_cli_json_print (builder);
    }
  return rm_cli_close_saved (self, rest[0], session);
}

RmCliStatus
rm_cli_export (RmCli *self,
               char **args)
{
  gboolean wanted[RM_EXPORT_BUNDLE + 1] = { FALSE };
  const GOptionEntry entries[] = {
    { "pairs", 0, 0, G_OPTION_ARG_NONE, &wanted[RM_EXPORT_PAIRS],
      N_ ("Write who is paired with whom"), NULL },
    { "people", 0, 0, G_OPTION_ARG_NONE, &wanted[RM_EXPORT_PEOPLE], N_ ("Write people"), NULL },
    { "ratings", 0, 0, G_OPTION_ARG_NONE, &wanted[RM_EXPORT_RATINGS], N_ ("Write all ratings"),
      NULL },
    { "matrix", 0, 0, G_OPTION_ARG_NONE, &wanted[RM_EXPORT_MATRIX],
      N_ ("Write people down, skills across, and levels in the cells"), NULL },
    { "everything", 0, 0, G_OPTION_ARG_NONE, &wanted[RM_EXPORT_BUNDLE],
      N_ ("Write the whole programme with all that is confidential, as JSON (--json does the same "
          "here)"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (RmSession) session = NULL;
  g_autoptr (GFile) out = NULL;
  RmExportKind kind = RM_EXPORT_BUNDLE;
  guint n_wanted = 0;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, entries, 2, 2, &rest))
    return RM_CLI_USAGE;
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i])
      {
        kind = (RmExportKind) i;
        n_wanted++;
      }
  if (n_wanted > 1 || (n_wanted == 0 && !self->json))
    return rm_cli_usage (self, _ ("Say one of --pairs, --people, --ratings, --matrix and --json"));

  session = rm_cli_open (self, rest[0], FALSE);
  if (session == NULL)
    return RM_CLI_FAILED;
  out = g_file_new_for_commandline_arg (rest[1]);
  if (!rm_export_write (session, kind, out, NULL, &error))
    {
      /* A read error is not the fault of the destination. */
      gboolean unreadable = g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);

      return rm_cli_fail (self, unreadable ? rest[0] : rest[1], error);
    }

  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_string (builder, "file", rest[1]);
      rm_cli_json_print (builder);
    }
  return RM_CLI_OK;
}
