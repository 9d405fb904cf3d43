/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPropose:
 *
 * Finds a pairing, from the question whether people never asked may be taken as willing, through
 * the job with its progress, to the pairs on the board. A bar that is only visible while at work.
 */
#define RM_TYPE_PROPOSE (rm_propose_get_type ())
G_DECLARE_FINAL_TYPE (RmPropose, rm_propose, RM, PROPOSE, GtkWidget)

/**
 * rm_propose_begin:
 * @self: the bar
 * @session: the programme
 */
void rm_propose_begin (RmPropose *self,
                       RmSession *session);

/**
 * rm_propose_cancel:
 * @self: the bar
 */
void rm_propose_cancel (RmPropose *self);

G_END_DECLS
