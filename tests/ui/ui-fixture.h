/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "tools.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A copy of the sample programme in the test's own home, and waiting for things to come about. */

GFile *ui_copy_sample (const char *name);
RmSession *ui_open_sample (const char *name);

/* A file of its own for this test: what the last test did not save would be recovered. */
RmSession *ui_open_own_sample (const char *stem);

/* Makes the best pairing that of the programme; the second asks everybody first. */
void ui_propose (RmSession *session);
void ui_pair_everybody (RmSession *session);

/* A programme without anybody, and a file of which one may import. */
RmSession *ui_new_session (void);
GFile *ui_write_table (const char *text);

#define ui_wait_until wait_until

/* The widget of a type that @skip others come before, or NULL. */
GtkWidget *ui_find (GtkWidget *in,
                    GType type,
                    guint skip);

/* All that @in and what is within says: labels, buttons, entries and tooltips, a line each. */
char *ui_tell (GtkWidget *in);

/* While a question comes up, warnings do not end the test: libadwaita measures its heading narrower
 * than the words are, of which newer versions of GTK warn. */
void ui_allow_question (gboolean allowed);

/* Until layouts that follow the room there is have followed it. */
void ui_settle (GtkWidget *window);

G_END_DECLS
