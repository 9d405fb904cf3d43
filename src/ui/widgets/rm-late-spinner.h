/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RmLateSpinner:
 * @box: the widget shown while busy
 * @spinner: the spinner in it
 * @source: the timeout before it is shown, or 0
 *
 * A spinner that does not appear for quick work. Part of the widget that has it; @box and @spinner
 * are borrowed.
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
 * @busy: whether work is under way
 *
 * The owner of @self must remove its source before it is freed.
 */
void rm_late_spinner_set_busy (RmLateSpinner *self,
                               gboolean busy);

G_END_DECLS
