/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

/**
 * RmOverviewPage:
 *
 * The programme's objective, its progress, the next steps and what needs attention.
 */
#define RM_TYPE_OVERVIEW_PAGE (rm_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (RmOverviewPage, rm_overview_page, RM, OVERVIEW_PAGE, GtkWidget)

G_END_DECLS
