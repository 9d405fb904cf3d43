/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmBanner:
 *
 * A line across the top for a state that lasts, with a button or two. (AdwBanner is newer than
 * the libadwaita this builds with.)
 */
#define RM_TYPE_BANNER (rm_banner_get_type ())
G_DECLARE_FINAL_TYPE (RmBanner, rm_banner, RM, BANNER, GtkWidget)

/**
 * rm_banner_show:
 * @self: a banner
 * @text: what is so
 * @label: (nullable): what can be done about it
 * @action: (nullable): the action that does it
 * @second_label: (nullable): what else can be done
 * @second_action: (nullable): the action that does that
 */
void rm_banner_show (RmBanner *self,
                     const char *text,
                     const char *label,
                     const char *action,
                     const char *second_label,
                     const char *second_action);

/**
 * rm_banner_hide:
 * @self: a banner
 */
void rm_banner_hide (RmBanner *self);

G_END_DECLS
