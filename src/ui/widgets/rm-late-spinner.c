/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-late-spinner.h"

#define AFTER_MS 150

static gboolean
spin_cb (gpointer data)
{
  RmLateSpinner *self = data;

  self->source = 0;
  gtk_widget_set_visible (self->box, TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

void
rm_late_spinner_set_busy (RmLateSpinner *self,
                          gboolean busy)
{
  if (busy)
    {
      if (self->source == 0 && !gtk_widget_get_visible (self->box))
        self->source = g_timeout_add (AFTER_MS, spin_cb, self);
      return;
    }
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_set_visible (self->box, FALSE);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}
