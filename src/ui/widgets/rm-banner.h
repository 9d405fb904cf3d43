/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmBanner:
 *
 * A bar across the top for a lasting state, with one or two buttons. (AdwBanner is newer than the
 * libadwaita this builds with.)
 */
#define RM_TYPE_BANNER (rm_banner_get_type ())
G_DECLARE_FINAL_TYPE (RmBanner, rm_banner, RM, BANNER, GtkWidget)

/**
 * rm_banner_show:
 * @self: a banner
 * @text: the state
 * @label: (nullable): label of a button
 * @action: (nullable): its action
 * @second_label: (nullable): label of another button
 * @second_action: (nullable): its action
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
