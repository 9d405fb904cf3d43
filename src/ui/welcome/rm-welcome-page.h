/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmWelcomePage:
 *
 * The page of a window without a programme: create one, open one, continue with unsaved or recent
 * ones, or try the sample.
 */
#define RM_TYPE_WELCOME_PAGE (rm_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (RmWelcomePage, rm_welcome_page, RM, WELCOME_PAGE, GtkWidget)

/**
 * rm_welcome_page_refresh:
 * @self: the page
 *
 * Reloads the lists of recent and unsaved programmes.
 */
void rm_welcome_page_refresh (RmWelcomePage *self);

G_END_DECLS
