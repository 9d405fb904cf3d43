/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_tooltip_set:
 * @widget: a widget of a row
 * @text: (nullable): the tooltip
 *
 * Like gtk_widget_set_tooltip_text(), which asks the display server for the pointer's position and
 * waits for the answer each time: too slow when hundreds of rows change. This only keeps the text
 * until it is queried.
 */
void rm_tooltip_set (GtkWidget *widget,
                     const char *text);

G_END_DECLS
