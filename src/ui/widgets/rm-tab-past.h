/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_tab_past_watch:
 * @list: a #GtkListView or #GtkColumnView
 *
 * Makes @list one stop for Tab and Shift+Tab, which in GTK before 4.12 walk through every row: they
 * go to the widget after or before it in the window.
 */
void rm_tab_past_watch (GtkWidget *list);

G_END_DECLS
