/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/explain/rm-explanations.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_left_out_row_new:
 * @programme: the people
 * @left_out: a person without a pair
 *
 * An expander row: the sentence, then the details, then links to people. Rows of people activate
 * "pairing.select" (a mentee of the board) or "win.show-person" (a mentor).
 *
 * Returns: (transfer floating): an #AdwExpanderRow
 */
GtkWidget *rm_left_out_row_new (RmProgramme *programme,
                                const RmLeftOut *left_out);

G_END_DECLS
