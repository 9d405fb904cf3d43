/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * rm_command_apply_weights:
 * @session: a session
 * @result: a canonical result of weights that were tried
 * @scenario: (nullable): name of the scenario they are of
 * @error: %RM_APP_ERROR_NOT_NOW where the programme is not the one of @result any more, or
 *   #RmStoreError
 *
 * Makes the tried settings those of the programme and the pairs those they give.
 *
 * Returns: success
 */
gboolean rm_command_apply_weights (RmSession *session,
                                   const RmLiveResult *result,
                                   const char *scenario,
                                   GError **error);

/**
 * rm_command_save_scenario:
 * @session: a session
 * @name: what to call it
 * @result: weights that were tried, and their pairing
 * @error: %RM_APP_ERROR_VALUE where @name is blank or taken, or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_save_scenario (RmSession *session,
                                   const char *name,
                                   const RmLiveResult *result,
                                   GError **error);

/**
 * rm_scenario_suggest_name:
 * @programme: a programme
 *
 * Returns: (transfer full): a name that no scenario has yet
 */
char *rm_scenario_suggest_name (RmProgramme *programme);

G_END_DECLS
