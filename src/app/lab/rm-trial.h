/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-commands-scenarios.h"
#include "app/lab/rm-live.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * RmTrial:
 *
 * Weights, mode and rules being tried, not (yet) those of the programme, and their effect. Widgets
 * that show weights change them here and listen.
 *
 * Signals: "changed" (settings, result or figures of the modes); "applied" (const char *scenario,
 * nullable) and "failed" (const char *message): the outcome of a delayed apply.
 */
#define RM_TYPE_TRIAL (rm_trial_get_type ())
G_DECLARE_FINAL_TYPE (RmTrial, rm_trial, RM, TRIAL, GObject)

RmTrial *rm_trial_new (void);

/**
 * rm_trial_set_session:
 * @self: a trial
 * @session: (nullable): the programme
 */
void rm_trial_set_session (RmTrial *self,
                           RmSession *session);
RmSession *rm_trial_get_session (RmTrial *self);

/**
 * rm_trial_set_active:
 * @self: a trial
 * @active: whether the figures of all modes are shown
 *
 * If nothing is tried and these are not shown, nothing is computed.
 */
void rm_trial_set_active (RmTrial *self,
                          gboolean active);

/**
 * rm_trial_get_settings:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): the settings tried; %NULL without a session
 */
const RmSettings *rm_trial_get_settings (RmTrial *self);

/**
 * rm_trial_is_touched:
 * @self: a trial
 *
 * Returns: whether mode, weights or rules differ from the programme's
 */
gboolean rm_trial_is_touched (RmTrial *self);

/**
 * rm_trial_set_weight:
 * @self: a trial
 * @criterion: a criterion
 * @weight: 0 to 100
 *
 * Gives previews at once; rm_trial_settle(), or a moment of rest, gives the canonical result.
 */
void rm_trial_set_weight (RmTrial *self,
                          RmCriterion criterion,
                          int weight);
void rm_trial_set_mode (RmTrial *self,
                        RmMode mode);
void rm_trial_settle (RmTrial *self);

/**
 * rm_trial_take_scenario:
 * @self: a trial
 * @scenario: a scenario
 * @apply: whether to apply it as soon as its pairing is known
 */
void rm_trial_take_scenario (RmTrial *self,
                             const RmScenario *scenario,
                             gboolean apply);

/**
 * rm_trial_reset:
 * @self: a trial
 *
 * Goes back to the programme's settings.
 */
void rm_trial_reset (RmTrial *self);

/**
 * rm_trial_get_scenario:
 * @self: a trial
 *
 * Returns: (nullable) (transfer none): name of the scenario being tried, if unchanged since
 */
const char *rm_trial_get_scenario (RmTrial *self);

/**
 * rm_trial_get_result:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): the effect of the settings
 */
RmLiveResult *rm_trial_get_result (RmTrial *self);
const GError *rm_trial_get_error (RmTrial *self);

/**
 * rm_trial_get_outcome:
 * @self: a trial
 *
 * Returns: (transfer none) (nullable): the result, where something is tried and the result is of
 *   that: one from before anything was moved says nothing
 */
RmLiveResult *rm_trial_get_outcome (RmTrial *self);
const RmFigures *rm_trial_get_mode_figures (RmTrial *self);
gboolean rm_trial_is_busy (RmTrial *self);

/** Whether the result is the canonical one for the settings tried, so that it can be saved or
 * applied. */
gboolean rm_trial_can_save (RmTrial *self);
gboolean rm_trial_can_apply (RmTrial *self);

/**
 * rm_trial_apply:
 * @self: a trial for which rm_trial_can_apply()
 * @error: as for rm_command_apply_weights()
 *
 * Returns: success
 */
gboolean rm_trial_apply (RmTrial *self,
                         GError **error);

/**
 * rm_trial_save:
 * @self: a trial for which rm_trial_can_save()
 * @name: its name
 * @error: as for rm_command_save_scenario()
 *
 * Returns: success
 */
gboolean rm_trial_save (RmTrial *self,
                        const char *name,
                        GError **error);

G_END_DECLS
