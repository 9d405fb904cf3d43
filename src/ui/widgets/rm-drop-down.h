/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_drop_down_speak:
 * @widget: a #GtkDropDown with a label for screen readers, or what holds some
 *
 * The focus is on the button that a drop-down consists of, which GTK before 4.10 calls after its
 * class: makes it be called as the drop-down is, and be described by what is chosen. From 4.10 on the
 * drop-down itself would be called by what is chosen (rm_accessible_keep_label()).
 */
void rm_drop_down_speak (GtkWidget *widget);

/**
 * rm_drop_down_shorten:
 * @self: a drop-down of texts
 *
 * Names may be long, and windows narrow: what is chosen may be cut. In the list names stay whole.
 */
void rm_drop_down_shorten (GtkDropDown *self);

G_END_DECLS
