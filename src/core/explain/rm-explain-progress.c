/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-explain-private.h"

gboolean
rm_stage_report (double fraction,
                 gpointer data)
{
  const RmStage *self = data;

  if (self->func == NULL)
    return TRUE;
  if (fraction < 0)
    return self->func (self->from, self->data);

  return self->func (self->from + fraction * (self->to - self->from), self->data);
}

gboolean
rm_stage_go_on (RmStage *self,
                double fraction,
                GError **error)
{
  if (rm_stage_report (fraction, self))
    return TRUE;

  g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, "stopped");
  return FALSE;
}
