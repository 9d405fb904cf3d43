/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_tooltip_set:
 * @widget: a widget of a row
 * @text: (nullable): what it says when a pointer rests on it
 *
 * As gtk_widget_set_tooltip_text(), which asks the display server where the pointer is and waits for
 * the answer, each time: too long where hundreds of rows change. This only keeps the text until
 * somebody asks.
 */
void rm_tooltip_set (GtkWidget *widget,
                     const char *text);

G_END_DECLS
