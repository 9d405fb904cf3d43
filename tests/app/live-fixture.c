/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "live-fixture.h"

RmSettings *
live_copy_settings (AppFixture *fixture)
{
  return rm_record_copy (
    rm_programme_get_settings (rm_session_get_programme (fixture->session)));
}

RmSettings *
live_with_weight (AppFixture *fixture,
                  RmCriterion criterion,
                  int weight)
{
  RmSettings *settings = live_copy_settings (fixture);

  settings->weights[criterion] = weight;
  return settings;
}

void
live_ask (AppFixture *fixture,
          RmLive *live,
          RmSettings *settings,
          gboolean settled)
{
  rm_live_ask (live, rm_session_get_programme (fixture->session), settings, settled);
}

RmLiveResult *
live_settle (AppFixture *fixture,
             RmLive *live,
             RmSettings *settings)
{
  live_ask (fixture, live, settings, TRUE);
  rm_record_unref (settings);
  wait_until (rm_live_is_settled (live));
  return rm_live_get_result (live);
}
