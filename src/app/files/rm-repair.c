/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-repair.h"

#include <glib/gi18n-lib.h>

/* From the remains of a damaged file to a new one, made like any other programme. */

static gboolean
fill (RmSalvage *salvage,
      RmSession *session,
      GError **error)
{
  RmEditFlags flags = rm_salvage_count (salvage) > RM_SESSION_LARGE_EDIT ? RM_EDIT_LARGE
                                                                         : RM_EDIT_NONE;

  /* Translators: an undo label */
  return rm_session_edit_blocking (session, _ ("Keep what could be read"), flags,
                                   rm_salvage_write, salvage, error)
         && rm_session_save (session, TRUE, error);
}

gboolean
rm_repair_write (RmSalvage *salvage,
                 GFile *file,
                 const char *state_dir,
                 GError **error)
{
  g_autoptr (RmSession) session = NULL;

  if (!rm_salvage_is_readable (salvage))
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                           _ ("Nothing in the file can be read any more"));
      return FALSE;
    }

  session = rm_session_open (file, TRUE, RM_OPEN_NONE, state_dir, error);
  if (session == NULL)
    return FALSE;
  if (fill (salvage, session, error))
    return TRUE;

  rm_document_discard (rm_session_get_document (session));
  return FALSE;
}

char *
rm_finding_dup_text (const RmFinding *finding,
                     gboolean repaired)
{
  g_autoptr (GString) text = g_string_new (finding->table);

  if (finding->id != 0)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, finding->id);
  if (finding->name != NULL)
    g_string_append_printf (text, " (%s)", finding->name);
  if (text->len > 0)
    g_string_append (text, ": ");
  if (finding->label != NULL)
    g_string_append_printf (text, "%s: ", finding->label);
  g_string_append (text, finding->message);
  if (repaired && finding->remedy != NULL)
    g_string_append_printf (text, "; %s", finding->remedy);

  return g_strdup (text->str);
}
