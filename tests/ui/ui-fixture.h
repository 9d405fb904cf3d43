/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A copy of the sample programme in the test's own home, and waiting for things to come about. */

GFile *ui_copy_sample (const char *name);
RmSession *ui_open_sample (const char *name);

/* A programme without anybody, and a file of which one may import. */
RmSession *ui_new_session (void);
GFile *ui_write_table (const char *text);

/* Runs the main loop until something is so. */
#define ui_wait_until(condition)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
  }                                                                                                \
  G_STMT_END

/* The widget of a type that @skip others come before, or NULL. */
GtkWidget *ui_find (GtkWidget *in,
                    GType type,
                    guint skip);

/* Until layouts that follow the room there is have followed it. */
void ui_settle (GtkWidget *window);

G_END_DECLS
