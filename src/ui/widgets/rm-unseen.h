/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_unseen_watch:
 * @widget: a #GtkStack, #AdwViewStack, #AdwLeaflet, #GtkRevealer or #GtkSearchBar
 *
 * Keeps from screen readers whatever @widget does not show at the moment: GTK before 4.10 tells
 * them of each page of a stack, shown or not.
 */
void rm_unseen_watch (GtkWidget *widget);

/**
 * rm_unseen_avatar_new:
 *
 * Returns: (transfer floating): an avatar for a row in which the name stands too, so that a screen
 *   reader does not read initials first
 */
GtkWidget *rm_unseen_avatar_new (void);

G_END_DECLS
