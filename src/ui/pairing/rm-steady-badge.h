/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/explain/rm-explanations.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSteadyBadge:
 *
 * A shield where a pair is robust, a balance where it is fragile; nothing where that is not known.
 * For a screen reader the place it stands in says the same.
 */
#define RM_TYPE_STEADY_BADGE (rm_steady_badge_get_type ())
G_DECLARE_FINAL_TYPE (RmSteadyBadge, rm_steady_badge, RM, STEADY_BADGE, GtkWidget)

GtkWidget *rm_steady_badge_new (void);

/**
 * rm_steady_badge_show:
 * @self: a badge
 * @steady: (nullable): what is known of a pair
 */
void rm_steady_badge_show (RmSteadyBadge *self,
                           const RmSteadyPair *steady);

G_END_DECLS
