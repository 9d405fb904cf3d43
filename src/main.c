/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc,
      char **argv)
{
  g_autoptr (RmApplication) application = NULL;
  const char *locale_dir = g_getenv ("RM_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : RM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The window class on X11, by which desktops find the launcher. */
  g_set_prgname (RM_APP_ID);
  application = rm_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
