/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmLater:
 *
 * Widgets that may wait with showing what is new, because nobody sees them: they are called one by
 * one when there is nothing else to do, a few milliseconds at a time, so that frames go on.
 */
typedef struct _RmLater RmLater;

RmLater *rm_later_new (void);
void rm_later_free (RmLater *self);

/**
 * rm_later_add:
 * @self: a queue
 * @widget: who waits; nothing happens where it does already
 * @func: called with @widget, once
 *
 * A widget that goes before it was called has to be taken off: rm_later_remove().
 */
void rm_later_add (RmLater *self,
                   GtkWidget *widget,
                   void (*func) (gpointer widget));

void rm_later_remove (RmLater *self,
                      GtkWidget *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmLater, rm_later_free)

G_END_DECLS
