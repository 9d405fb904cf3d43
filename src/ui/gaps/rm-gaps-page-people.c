/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

/* The people behind the selected cells, in a panel beside the table; where the page has no room for
 * both, in its place while they are asked for. */

static void
show_panel (RmGapsPage *self,
            gboolean shown)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "people");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
  gtk_widget_set_visible (GTK_WIDGET (self->people), shown);
  gtk_widget_set_visible (self->people_separator, shown && self->roomy);
  gtk_widget_set_visible (GTK_WIDGET (self->found), !shown || self->roomy);
  gtk_widget_set_hexpand (GTK_WIDGET (self->people), !self->roomy);
}

/* Somebody wants it so: remembered where there is room for both. */
static void
set_shown (RmGapsPage *self,
           gboolean shown)
{
  show_panel (self, shown);
  if (self->roomy)
    g_settings_set_boolean (rm_gaps_model_get_settings (self->model), "gaps-people", shown);
}

static void
people_cb (GSimpleAction *action,
           GVariant *state,
           gpointer data)
{
  set_shown (data, g_variant_get_boolean (state));
}

static void
close_cb (RmGapsPage *self)
{
  set_shown (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->heatmap));
}

void
rm_gaps_page_show_people (RmGapsPage *self,
                          RmGapMeasure measure)
{
  rm_gap_people_panel_set_measure (self->people, measure);
  set_shown (self, TRUE);
  rm_gap_people_panel_take_focus (self->people);
}

static void
show_people_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  const char *whom = g_variant_get_string (parameter, NULL);

  rm_gaps_page_show_people (data, g_str_equal (whom, "supply")    ? RM_GAP_SUPPLY
                                  : g_str_equal (whom, "unrated") ? RM_GAP_UNRATED
                                                                  : RM_GAP_RISK);
}

void
rm_gaps_page_add_people (RmGapsPage *self)
{
  const GActionEntry entries[] = {
    { "people", NULL, NULL, "false", people_cb },
    { "show-people", show_people_cb, "s", NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_swapped (self->people, "close", G_CALLBACK (close_cb), self);
  rm_gap_people_panel_set_measure (self->people, rm_gaps_model_get_measure (self->model));
}

/* What takes the place of the table is there only when it is asked for. */
void
rm_gaps_page_fold_people (RmGapsPage *self)
{
  GSettings *settings = rm_gaps_model_get_settings (self->model);

  show_panel (self, self->roomy && g_settings_get_boolean (settings, "gaps-people"));
}
