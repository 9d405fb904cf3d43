/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"

G_BEGIN_DECLS

/* Calls a progress function now and then. Core has no clock, so it counts work instead: one for
 * each pair looked at, which takes less than a microsecond. */
typedef struct
{
  RmProgressFunc func;
  gpointer data;
  gsize work;
} RmTicker;

/* Returns FALSE, with RM_CORE_ERROR_CANCELLED, if the progress function asks to stop. */
gboolean rm_ticker_tick (RmTicker *self,
                         gsize work,
                         double fraction,
                         GError **error);

G_END_DECLS
