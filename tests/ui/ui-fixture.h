/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "tools.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A copy of the sample programme in the test's own home, and waiting for conditions. */

GFile *ui_copy_sample (const char *name);
RmSession *ui_open_sample (const char *name);

/* A separate file for this test: unsaved changes of the last test would be recovered. */
RmSession *ui_open_own_sample (const char *stem);

/* Makes the best pairing that of the programme; the second asks everybody first. */
void ui_propose (RmSession *session);
void ui_pair_everybody (RmSession *session);

/* A programme without people, and a file to import. */
RmSession *ui_new_session (void);
GFile *ui_write_table (const char *text);

#define ui_wait_until wait_until

/* The widget of a type after @skip others, or NULL. */
GtkWidget *ui_find (GtkWidget *in,
                    GType type,
                    guint skip);

/* All texts of @in and its descendants: labels, buttons, entries and tooltips, a line each. */
char *ui_tell (GtkWidget *in);

/* While a question comes up, warnings do not end the test: libadwaita measures its heading narrower
 * than its words, and newer versions of GTK warn about that. */
void ui_allow_question (gboolean allowed);

/* Waits until layouts have adapted to the available room. */
void ui_settle (GtkWidget *window);

G_END_DECLS
