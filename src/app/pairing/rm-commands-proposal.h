/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pairing/rm-pairing.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * rm_command_apply_proposal:
 * @session: a session
 * @result: a proposal for the current programme
 * @error: #RmStoreError
 *
 * Pairs that stay keep their rows. Stores the certificate with them.
 *
 * Returns: success
 */
gboolean rm_command_apply_proposal (RmSession *session,
                                    const RmPairingResult *result,
                                    GError **error);

/* Makes the open pairs those of @result, which is for @programme, within an edit; pairs that stay
 * keep their rows. */
gboolean rm_commands_write_proposal (RmStore *store,
                                     RmProgramme *programme,
                                     const RmPairingResult *result,
                                     GError **error);

G_END_DECLS
