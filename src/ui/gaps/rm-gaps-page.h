/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGapsPage:
 *
 * The skills gap as a heatmap, and who stands behind each cell.
 */
#define RM_TYPE_GAPS_PAGE (rm_gaps_page_get_type ())
G_DECLARE_FINAL_TYPE (RmGapsPage, rm_gaps_page, RM, GAPS_PAGE, GtkWidget)

/**
 * rm_gaps_page_set_session:
 * @self: the page
 * @session: (nullable): the programme to show
 */
void rm_gaps_page_set_session (RmGapsPage *self,
                              RmSession *session);

G_END_DECLS
