/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * rm_command_apply_weights:
 * @session: a session
 * @result: a canonical result of weights tried
 * @scenario: (nullable): name of their scenario
 * @error: %RM_APP_ERROR_NOT_NOW if the programme is no longer that of @result, or #RmStoreError
 *
 * Applies the settings tried to the programme, and the pairs they give.
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
 * @name: its name
 * @result: weights tried, and their pairing
 * @error: %RM_APP_ERROR_VALUE if @name is blank or taken, or #RmStoreError
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
