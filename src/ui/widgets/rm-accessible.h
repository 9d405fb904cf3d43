/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_accessible_set_label:
 * @widget: a #GtkAccessible
 * @label: the label for screen readers
 *
 * The one way to set it: from GTK 4.10 on, the text of a button or drop-down overrides any label,
 * so that three buttons were just "Show". Call it after setting the text, and again after setting
 * another.
 */
void rm_accessible_set_label (gpointer widget,
                              const char *label);

/**
 * rm_accessible_keep_label:
 * @widget: a #GtkAccessible whose template has a label for screen readers, and that shows a text
 *
 * Makes the label of the template take effect, as in rm_accessible_set_label().
 */
void rm_accessible_keep_label (gpointer widget);

G_END_DECLS
