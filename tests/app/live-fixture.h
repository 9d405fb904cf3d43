/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "app/lab/rm-live.h"

G_BEGIN_DECLS

/* Asking for the effect of other weights. */

RmSettings *live_copy_settings (AppFixture *fixture);

/* The settings of the programme with another weight. (transfer full) */
RmSettings *live_with_weight (AppFixture *fixture,
                              RmCriterion criterion,
                              int weight);

void live_ask (AppFixture *fixture,
               RmLive *live,
               RmSettings *settings,
               gboolean settled);

/* Asks and waits for the settled answer, which @live owns. @settings: (transfer full) */
RmLiveResult *live_settle (AppFixture *fixture,
                           RmLive *live,
                           RmSettings *settings);

G_END_DECLS
