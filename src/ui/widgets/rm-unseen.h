/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_unseen_watch:
 * @widget: a #GtkStack, #AdwViewStack, #AdwLeaflet, #GtkRevealer or #GtkSearchBar
 *
 * Hides the invisible children of @widget from screen readers: GTK before 4.10 exposes each page of
 * a stack, shown or not.
 */
void rm_unseen_watch (GtkWidget *widget);

/**
 * rm_unseen_avatar_new:
 *
 * Returns: (transfer floating): an avatar for a row that also has the name, so that a screen reader
 *   does not read initials first
 */
GtkWidget *rm_unseen_avatar_new (void);

G_END_DECLS
