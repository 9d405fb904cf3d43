/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "ui/widgets/rm-unseen.h"

/* The people behind the selected cells, in a panel beside the table; where the page has no room for
 * both, the panel comes over it when it is asked for. */

static void
revealed_cb (RmGapsPage *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->flap);

  if (!adw_flap_get_folded (self->flap) && !self->folding)
    g_settings_set_boolean (self->settings, "gaps-people", shown);
}

static void
close_cb (RmGapsPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->heatmap));
}

void
rm_gaps_page_add_people (RmGapsPage *self)
{
  g_autoptr (GPropertyAction) action = g_property_action_new ("people", self->flap, "reveal-flap");

  rm_unseen_watch (GTK_WIDGET (self->flap));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self);
  g_signal_connect_swapped (self->people, "close", G_CALLBACK (close_cb), self);
  rm_gap_people_panel_set_measure (
    self->people, (RmGapMeasure) rm_gaps_page_get_choice (self, "gaps-measure"));
}

/* What comes over the table is there only when it is asked for. */
void
rm_gaps_page_fold_people (RmGapsPage *self)
{
  self->folding = TRUE;
  adw_flap_set_fold_policy (self->flap,
                            self->roomy ? ADW_FLAP_FOLD_POLICY_NEVER
                                        : ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_reveal_flap (self->flap,
                            self->roomy && g_settings_get_boolean (self->settings, "gaps-people"));
  self->folding = FALSE;
}

void
rm_gaps_page_show_people (RmGapsPage *self,
                          RmGapMeasure measure)
{
  rm_gap_people_panel_set_measure (self->people, measure);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  rm_gap_people_panel_take_focus (self->people);
}
