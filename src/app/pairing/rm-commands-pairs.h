/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pairing/rm-pairing.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * rm_command_pair:
 * @session: a session
 * @pairing: the state of the pairing, to judge the move by
 * @mentor: id of a mentor
 * @from: the mentor's pair that ends, or 0
 * @mentee: id of a mentee
 * @onto: the mentee's pair that ends, or 0
 * @error: %RM_APP_ERROR_RULE, %RM_APP_ERROR_CAPACITY, %RM_APP_ERROR_NOT_FOUND or #RmStoreError
 *
 * Pairs two people, or moves a mentor from one mentee to another.
 *
 * Returns: success
 */
gboolean rm_command_pair (RmSession *session,
                          const RmPairing *pairing,
                          gint64 mentor,
                          gint64 from,
                          gint64 mentee,
                          gint64 onto,
                          GError **error);

/**
 * rm_command_end_pairs:
 * @session: a session
 * @person: id of a person
 * @error: %RM_APP_ERROR_NOT_FOUND or #RmStoreError
 *
 * Takes the person out of all open pairs, including locked ones, so that a proposal does not bring
 * back people who left. One step of undo.
 *
 * Returns: success
 */
gboolean rm_command_end_pairs (RmSession *session,
                               gint64 person,
                               GError **error);

/**
 * rm_command_unpair:
 * @session: a session
 * @pair: id of a pair
 * @error: %RM_APP_ERROR_NOT_FOUND or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_unpair (RmSession *session,
                            gint64 pair,
                            GError **error);

/**
 * rm_command_set_locked:
 * @session: a session
 * @pair: id of a pair
 * @locked: whether a proposal must keep it
 * @error: %RM_APP_ERROR_NOT_FOUND or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_set_locked (RmSession *session,
                                gint64 pair,
                                gboolean locked,
                                GError **error);

G_END_DECLS
