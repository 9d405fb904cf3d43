/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RmLateSpinner:
 * @box: what is shown while somebody waits
 * @spinner: the spinner in it
 * @source: the moment before it is shown, or 0
 *
 * A spinner that what is quick never shows. Part of the widget that has it; @box and @spinner are
 * borrowed.
 */
typedef struct
{
  GtkWidget *box;
  GtkSpinner *spinner;
  guint source;
} RmLateSpinner;

/**
 * rm_late_spinner_set_busy:
 * @self: a spinner
 * @busy: whether somebody waits
 *
 * Whoever has @self removes its source before it goes.
 */
void rm_late_spinner_set_busy (RmLateSpinner *self,
                               gboolean busy);

G_END_DECLS
