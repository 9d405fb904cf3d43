/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-ticker-private.h"

/* At a microsecond each, well below the 100 ms promised to callers. */
#define WORK_A_TICK 65536

gboolean
rm_ticker_tick (RmTicker *self,
                gsize work,
                double fraction,
                GError **error)
{
  self->work += work;
  if (self->work < WORK_A_TICK || self->func == NULL)
    return TRUE;

  self->work = 0;
  if (self->func (fraction, self->data))
    return TRUE;

  g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, "stopped");
  return FALSE;
}
