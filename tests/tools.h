/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the tests of several layers do alike. */

/* Runs the main loop until something is so. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
  }                                                                                                \
  G_STMT_END

/* Lets go of an object and waits for workers to let go of it too. */
void wait_for_end (gpointer object);

/* With all that is in it. */
void remove_folder (const char *path);

G_END_DECLS
