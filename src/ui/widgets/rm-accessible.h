/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_accessible_set_label:
 * @widget: a #GtkAccessible
 * @label: what screen readers call it
 *
 * The one way to set it: from GTK 4.10 on a button or drop-down that shows a text is called by that
 * text, whatever else it is to be called, and three buttons were just "Show". Comes after the text is
 * set; setting another one needs it again.
 */
void rm_accessible_set_label (gpointer widget,
                              const char *label);

/**
 * rm_accessible_keep_label:
 * @widget: a #GtkAccessible whose template has a label for screen readers, and that shows a text
 *
 * Makes the label of the template be the one that counts, as in rm_accessible_set_label().
 */
void rm_accessible_keep_label (gpointer widget);

G_END_DECLS
