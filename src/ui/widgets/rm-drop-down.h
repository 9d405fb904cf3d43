/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_drop_down_speak:
 * @widget: a #GtkDropDown with a label for screen readers, or a container of some
 *
 * The focus is on the button inside a drop-down, which GTK before 4.10 names after its class: gives
 * it the label of the drop-down, and the choice as its description. From 4.10 on the choice would
 * override the label of the drop-down itself (rm_accessible_keep_label()).
 */
void rm_drop_down_speak (GtkWidget *widget);

/**
 * rm_drop_down_shorten:
 * @self: a drop-down of texts
 *
 * Lets the chosen text be cut, as names may be long and windows narrow. In the list names stay
 * whole.
 */
void rm_drop_down_shorten (GtkDropDown *self);

G_END_DECLS
