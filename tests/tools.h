/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Helpers for the tests of several layers. */

/* Runs the main loop until a condition holds. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
  }                                                                                                \
  G_STMT_END

/* Drops an object and waits for workers to drop it too. */
void wait_for_end (gpointer object);

/* With its content. */
void remove_folder (const char *path);

G_END_DECLS
