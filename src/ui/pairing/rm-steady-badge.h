/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/explain/rm-explanations.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSteadyBadge:
 *
 * A shield if a pair is robust, a balance if it is fragile; nothing if unknown. For screen readers
 * its slot says the same.
 */
#define RM_TYPE_STEADY_BADGE (rm_steady_badge_get_type ())
G_DECLARE_FINAL_TYPE (RmSteadyBadge, rm_steady_badge, RM, STEADY_BADGE, GtkWidget)

GtkWidget *rm_steady_badge_new (void);

/**
 * rm_steady_badge_show:
 * @self: a badge
 * @steady: (nullable): the steadiness of a pair, if known
 */
void rm_steady_badge_show (RmSteadyBadge *self,
                           const RmSteadyPair *steady);

G_END_DECLS
