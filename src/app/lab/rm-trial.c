/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lab/rm-trial.h"

#include "app/commands/rm-commands.h"
#include "app/lab/rm-commands-scenarios.h"

#include <glib/gi18n-lib.h>

/* A slider sends a value for each pixel: they are previews until it is released, or rests. */
#define SETTLE_MS 250

struct _RmTrial
{
  GObject parent_instance;

  /* owned */
  RmSession *session;
  RmLive *live;
  RmSettings *settings;
  char *scenario;
  gboolean active;
  gboolean apply; /* as soon as possible */
  guint settle;
};

enum
{
  CHANGED,
  APPLIED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmTrial, rm_trial, G_TYPE_OBJECT)

static const RmSettings *
settings_of_programme (RmTrial *self)
{
  return rm_programme_get_settings (rm_session_get_programme (self->session));
}

static void
tell (RmTrial *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (RmTrial *self,
     gboolean settled)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->session == NULL || (!self->active && !rm_trial_is_touched (self)))
    rm_live_stop (self->live);
  else
    rm_live_ask (self->live, rm_session_get_programme (self->session), self->settings, settled);
  tell (self);
}

static gboolean
settle_cb (gpointer data)
{
  RmTrial *self = data;

  self->settle = 0;
  ask (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
take_settings (RmTrial *self,
               RmSettings *settings)
{
  g_clear_pointer (&self->settings, rm_record_unref);
  self->settings = settings;
}

static void
forget_scenario (RmTrial *self)
{
  g_clear_pointer (&self->scenario, g_free);
  self->apply = FALSE;
}

/* Settings being tried stay when the programme changes; the rest follow it. */
static void
session_changed_cb (RmTrial *self,
                    RmProgramme *before)
{
  RmSettings *settings = rm_record_copy (settings_of_programme (self));

  if (!rm_settings_decide_alike (self->settings, rm_programme_get_settings (before)))
    rm_settings_take_deciding (settings, self->settings);
  take_settings (self, settings);
  if (!rm_trial_is_touched (self))
    forget_scenario (self);
  ask (self, TRUE);
}

static void
apply_now (RmTrial *self)
{
  g_autofree char *scenario = g_strdup (self->scenario);
  g_autoptr (GError) error = NULL;

  self->apply = FALSE;
  if (rm_trial_apply (self, &error))
    g_signal_emit (self, signals[APPLIED], 0, scenario);
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
live_changed_cb (RmTrial *self)
{
  const GError *error = rm_live_get_error (self->live);

  if (self->apply && error != NULL)
    {
      self->apply = FALSE;
      g_signal_emit (self, signals[FAILED], 0, error->message);
    }
  if (self->apply && rm_live_is_settled (self->live))
    apply_now (self);
  tell (self);
}

static void
rm_trial_dispose (GObject *object)
{
  RmTrial *self = RM_TRIAL (object);

  rm_trial_set_session (self, NULL);
  g_clear_object (&self->live);
  G_OBJECT_CLASS (rm_trial_parent_class)->dispose (object);
}

static void
rm_trial_class_init (RmTrialClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_trial_dispose;
  signals[CHANGED] = g_signal_new ("changed", RM_TYPE_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[APPLIED] = g_signal_new ("applied", RM_TYPE_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", RM_TYPE_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rm_trial_init (RmTrial *self)
{
  self->live = rm_live_new ();
  g_signal_connect_object (self->live, "changed", G_CALLBACK (live_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

RmTrial *
rm_trial_new (void)
{
  return g_object_new (RM_TYPE_TRIAL, NULL);
}

void
rm_trial_set_session (RmTrial *self,
                      RmSession *session)
{
  if (!rm_session_follow (&self->session, session, G_CALLBACK (session_changed_cb), self))
    return;

  take_settings (self, NULL);
  forget_scenario (self);
  if (session != NULL)
    {
      take_settings (self, rm_record_copy (settings_of_programme (self)));
      g_signal_connect_object (session, "notify::editable", G_CALLBACK (tell), self,
                               G_CONNECT_SWAPPED);
    }
  ask (self, TRUE);
}

RmSession *
rm_trial_get_session (RmTrial *self)
{
  return self->session;
}

void
rm_trial_set_active (RmTrial *self,
                     gboolean active)
{
  if (self->active == active)
    return;

  self->active = active;
  ask (self, TRUE);
}

const RmSettings *
rm_trial_get_settings (RmTrial *self)
{
  return self->settings;
}

gboolean
rm_trial_is_touched (RmTrial *self)
{
  return self->session != NULL
         && !rm_settings_decide_alike (self->settings, settings_of_programme (self));
}

void
rm_trial_set_weight (RmTrial *self,
                     RmCriterion criterion,
                     int weight)
{
  RmSettings *settings = NULL;

  g_return_if_fail (self->session != NULL);

  if (self->settings->weights[criterion] == weight)
    return;

  /* The settings asked about are in use by a worker. */
  settings = rm_record_copy (self->settings);
  settings->weights[criterion] = weight;
  take_settings (self, settings);
  forget_scenario (self);
  ask (self, FALSE);
  self->settle = g_timeout_add (SETTLE_MS, settle_cb, self);
}

void
rm_trial_set_mode (RmTrial *self,
                   RmMode mode)
{
  RmSettings *settings = NULL;

  g_return_if_fail (self->session != NULL);

  if (self->settings->mode == (int) mode)
    return;

  settings = rm_record_copy (self->settings);
  settings->mode = (int) mode;
  take_settings (self, settings);
  forget_scenario (self);
  ask (self, TRUE);
}

void
rm_trial_settle (RmTrial *self)
{
  if (self->settle != 0)
    ask (self, TRUE);
}

void
rm_trial_take_scenario (RmTrial *self,
                        const RmScenario *scenario,
                        gboolean apply)
{
  g_return_if_fail (self->session != NULL);

  take_settings (self, rm_scenario_new_settings (scenario, settings_of_programme (self)));
  forget_scenario (self);
  self->scenario = g_strdup (rm_scenario_display_name (scenario));
  self->apply = apply;
  ask (self, TRUE);
}

void
rm_trial_reset (RmTrial *self)
{
  if (self->session == NULL)
    return;

  take_settings (self, rm_record_copy (settings_of_programme (self)));
  forget_scenario (self);
  ask (self, TRUE);
}

const char *
rm_trial_get_scenario (RmTrial *self)
{
  return self->scenario;
}

RmLiveResult *
rm_trial_get_result (RmTrial *self)
{
  return rm_live_get_result (self->live);
}

RmLiveResult *
rm_trial_get_outcome (RmTrial *self)
{
  RmLiveResult *result = rm_trial_get_result (self);

  if (result == NULL || self->session == NULL || !rm_trial_is_touched (self)
      || rm_trial_get_error (self) != NULL
      || rm_settings_decide_alike (result->settings, settings_of_programme (self)))
    return NULL;

  return result;
}

const GError *
rm_trial_get_error (RmTrial *self)
{
  return rm_live_get_error (self->live);
}

const RmFigures *
rm_trial_get_mode_figures (RmTrial *self)
{
  return rm_live_get_mode_figures (self->live);
}

gboolean
rm_trial_is_busy (RmTrial *self)
{
  return rm_live_is_busy (self->live);
}

gboolean
rm_trial_can_save (RmTrial *self)
{
  return self->session != NULL && rm_session_is_editable (self->session)
         && rm_live_is_settled (self->live);
}

gboolean
rm_trial_can_apply (RmTrial *self)
{
  return rm_trial_can_save (self) && rm_trial_is_touched (self);
}

gboolean
rm_trial_apply (RmTrial *self,
                GError **error)
{
  g_autoptr (RmLiveResult) result = NULL;
  g_autofree char *scenario = g_strdup (self->scenario);

  g_return_val_if_fail (rm_live_is_settled (self->live), FALSE);

  result = rm_live_result_ref (rm_live_get_result (self->live));
  return rm_command_apply_weights (self->session, result, scenario, error);
}

gboolean
rm_trial_save (RmTrial *self,
               const char *name,
               GError **error)
{
  g_autoptr (RmLiveResult) result = NULL;

  if (!rm_trial_can_save (self))
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_NOW,
                           _ ("The pairing of these weights is still being worked out"));
      return FALSE;
    }

  result = rm_live_result_ref (rm_live_get_result (self->live));
  return rm_command_save_scenario (self->session, name, result, error);
}
