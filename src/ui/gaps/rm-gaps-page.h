/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

/**
 * RmGapsPage:
 *
 * The skills gap as a heatmap, and who stands behind each cell.
 */
#define RM_TYPE_GAPS_PAGE (rm_gaps_page_get_type ())
G_DECLARE_FINAL_TYPE (RmGapsPage, rm_gaps_page, RM, GAPS_PAGE, GtkWidget)

G_END_DECLS
