/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-weights-panel.h"

#include "core/base/rm-sentence.h"
#include "ui/pairing/rm-scenario-list.h"
#include "ui/pairing/rm-trial-text.h"
#include "ui/pairing/rm-weight-row.h"
#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

#define SPINNER_AFTER_MS 150

struct _RmWeightsPanel
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  guint refresh;  /* when there is time: sliders come first */
  guint spin;
  gboolean showing;

  /* borrowed */
  RmTrial *trial; /* of the board */

  /* template */
  GtkWidget *body;
  GtkSpinner *spinner;
  GtkBox *modes;
  GtkBox *weights;
  GtkLabel *rules;
  RmScenarioList *scenarios;
  GtkLabel *changes;
  GtkWidget *show_changes;
  GtkWidget *figures;
  GtkLabel *paired;
  GtkLabel *average;
  GtkLabel *lowest;

  /* children */
  GtkWidget *mode_buttons[RM_N_MODES];
  GtkWidget *mode_texts[RM_N_MODES];
  GtkWidget *rows[RM_N_CRITERIA];
};

G_DEFINE_FINAL_TYPE (RmWeightsPanel, rm_weights_panel, GTK_TYPE_WIDGET)

static void
toast (RmWeightsPanel *self,
       const char *text,
       gboolean undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), undo ? "win.toast-undo" : "win.toast", "s", text);
}

static void
show_weights (RmWeightsPanel *self,
              const RmSettings *tried,
              const RmSettings *own)
{
  int sum = 0;

  for (int c = 0; c < RM_N_CRITERIA; c++)
    sum += tried->weights[c];
  for (int c = 0; c < RM_N_CRITERIA; c++)
    {
      /* Without any weight all criteria weigh the same. */
      int share = sum > 0 ? (tried->weights[c] * 100 + sum / 2) / sum : 100 / RM_N_CRITERIA;

      rm_weight_row_show (RM_WEIGHT_ROW (self->rows[c]), tried->weights[c], share,
                          tried->weights[c] != own->weights[c]);
    }
}

static void
show_modes (RmWeightsPanel *self,
            const RmSettings *tried)
{
  const RmFigures *figures = rm_trial_get_mode_figures (self->trial);

  for (int mode = 0; mode < RM_N_MODES; mode++)
    {
      GtkWidget *shown = self->mode_texts[mode];
      const char *label = _ (rm_mode_label ((RmMode) mode));
      g_autofree char *text = NULL;
      g_autofree char *spoken = NULL;

      if (mode == tried->mode)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mode_buttons[mode]), TRUE);
      if (figures != NULL)
        text = mode == tried->mode
                 ? rm_trial_text_figures (&figures[mode])
                 : rm_trial_text_difference (&figures[tried->mode], &figures[mode]);
      /* While a slider moves the old figures stay, dimmed, and nothing jumps. */
      gtk_widget_set_opacity (shown, figures != NULL ? 1 : 0.5);
      if (text == NULL)
        continue;
      gtk_label_set_label (GTK_LABEL (shown), text);
      spoken = g_strdup_printf ("%s: %s", label, text);
      rm_accessible_set_label (self->mode_buttons[mode], spoken);
    }
}

static void
show_rules (RmWeightsPanel *self,
            const RmSettings *tried,
            const RmSettings *own)
{
  guint n = 0;
  guint different = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);
  g_autofree char *text = NULL;

  for (guint f = 0; f < n; f++)
    if (!g_str_equal (deciding[f].key, "mode") && !g_str_has_prefix (deciding[f].key, "weight_"))
      different += !rm_record_field_equal (tried, own, &deciding[f]);
  text = g_strdup_printf (ngettext ("%u rule differs from the programme’s, too",
                                    "%u rules differ from the programme’s, too", different),
                          different);
  gtk_label_set_label (self->rules, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rules), different > 0);
}

static void
show_figures (RmWeightsPanel *self,
              const RmLiveResult *result)
{
  g_autofree char *paired = rm_trial_text_counts (result->today.n_paired, result->then.n_paired);
  /* Without pairs there is no score, not one of 0. */
  const RmFigures *before = result->today.n_pairs > 0 ? &result->today : &result->then;
  g_autofree char *average
    = rm_trial_text_percents (rm_figures_get_average (before),
                              rm_figures_get_average (&result->then));
  g_autofree char *lowest = rm_trial_text_percents (before->lowest, result->then.lowest);

  gtk_label_set_label (self->paired, paired);
  gtk_label_set_label (self->average, average);
  gtk_label_set_label (self->lowest, lowest);
}

static void
show_summary (RmWeightsPanel *self)
{
  const GError *error = rm_trial_get_error (self->trial);
  RmLiveResult *outcome = rm_trial_get_outcome (self->trial);
  g_autofree char *text = NULL;

  if (error != NULL)
    text = g_strdup (error->message);
  else if (!rm_trial_is_touched (self->trial))
    text = g_strdup (_ ("Move a slider and see which pairs would change"));
  else if (outcome == NULL)
    text = g_strdup (_ ("Working it out…"));
  else
    text = rm_trial_text_changes (outcome->n_changes);
  if (!g_str_equal (gtk_label_get_label (self->changes), text))
    gtk_label_set_label (self->changes, text);
  gtk_widget_set_visible (self->figures, outcome != NULL);
  gtk_widget_set_visible (self->show_changes, outcome != NULL && outcome->n_changes > 0);
  if (outcome != NULL)
    show_figures (self, outcome);
}

static gboolean
spin_cb (gpointer data)
{
  RmWeightsPanel *self = data;

  self->spin = 0;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_busy (RmWeightsPanel *self)
{
  gboolean busy = rm_trial_is_busy (self->trial);

  if (!busy)
    {
      g_clear_handle_id (&self->spin, g_source_remove);
      gtk_spinner_set_spinning (self->spinner, FALSE);
    }
  else if (self->spin == 0)
    self->spin = g_timeout_add (SPINNER_AFTER_MS, spin_cb, self);
}

static void
show (RmWeightsPanel *self)
{
  const RmSettings *tried = rm_trial_get_settings (self->trial);
  RmSession *session = rm_trial_get_session (self->trial);

  gtk_widget_set_sensitive (self->body, session != NULL && rm_session_is_editable (session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.reset",
                                 rm_trial_is_touched (self->trial));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.save",
                                 rm_trial_can_save (self->trial));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.apply",
                                 rm_trial_can_apply (self->trial));
  show_busy (self);
  if (session == NULL)
    return;

  self->showing = TRUE;
  {
    const RmSettings *own = rm_programme_get_settings (rm_session_get_programme (session));

    show_weights (self, tried, own);
    show_modes (self, tried);
    show_rules (self, tried, own);
    show_summary (self);
  }
  self->showing = FALSE;
}

static gboolean
refresh_cb (gpointer data)
{
  RmWeightsPanel *self = data;

  self->refresh = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* Results may come faster than frames. An idle handler waits until frames are drawn. */
static void
trial_changed_cb (RmWeightsPanel *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
moved_cb (RmWeightsPanel *self,
          int weight,
          RmWeightRow *row)
{
  for (int c = 0; c < RM_N_CRITERIA; c++)
    if (self->rows[c] == GTK_WIDGET (row))
      rm_trial_set_weight (self->trial, (RmCriterion) c, weight);
}

static void
released_cb (RmWeightsPanel *self)
{
  rm_trial_settle (self->trial);
}

static void
mode_toggled_cb (RmWeightsPanel *self,
                 GtkCheckButton *button)
{
  if (self->showing || !gtk_check_button_get_active (button))
    return;

  for (int mode = 0; mode < RM_N_MODES; mode++)
    if (self->mode_buttons[mode] == GTK_WIDGET (button))
      rm_trial_set_mode (self->trial, (RmMode) mode);
}

static void
applied_cb (RmWeightsPanel *self,
            const char *scenario)
{
  g_autofree char *text = NULL;

  if (scenario != NULL)
    /* Translators: %s is the name of a scenario */
    text = rm_sentence_new (_ ("“%s” applied"), scenario);
  toast (self, text != NULL ? text : _ ("Weights applied"), TRUE);
}

static void
failed_cb (RmWeightsPanel *self,
           const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
                              _ ("The weights cannot be applied"), message);
}

static void
apply_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RmWeightsPanel *self = RM_WEIGHTS_PANEL (widget);
  g_autofree char *scenario = g_strdup (rm_trial_get_scenario (self->trial));
  g_autoptr (GError) error = NULL;

  if (rm_trial_apply (self->trial, &error))
    applied_cb (self, scenario);
  else
    failed_cb (self, error->message);
}

static void
reset_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  rm_trial_reset (RM_WEIGHTS_PANEL (widget)->trial);
}

static void
save_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  rm_scenario_list_save (RM_WEIGHTS_PANEL (widget)->scenarios);
}

static void
add_mode (RmWeightsPanel *self,
          int mode)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (_ (rm_mode_label ((RmMode) mode)));
  GtkWidget *text = gtk_label_new (" ");
  GtkWidget *button = gtk_check_button_new ();

  for (int i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? title : text);

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_box_append (GTK_BOX (texts), GTK_WIDGET (label));
    }
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_add_css_class (text, "numeric");
  gtk_widget_set_margin_start (texts, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), texts);
  if (mode > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                GTK_CHECK_BUTTON (self->mode_buttons[0]));
  rm_accessible_set_label (button, _ (rm_mode_label ((RmMode) mode)));
  g_signal_connect_object (button, "toggled", G_CALLBACK (mode_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->modes, button);
  self->mode_buttons[mode] = button;
  self->mode_texts[mode] = text;
}

static void
add_weight (RmWeightsPanel *self,
            int criterion)
{
  GtkWidget *row = rm_weight_row_new ((RmCriterion) criterion);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->weights, row);
  self->rows[criterion] = row;
}

static gboolean
rm_weights_panel_grab_focus (GtkWidget *widget)
{
  RmWeightsPanel *self = RM_WEIGHTS_PANEL (widget);

  return gtk_widget_grab_focus (rm_weight_row_get_scale (RM_WEIGHT_ROW (self->rows[0])));
}

static void
rm_weights_panel_dispose (GObject *object)
{
  RmWeightsPanel *self = RM_WEIGHTS_PANEL (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->spin, g_source_remove);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (rm_weights_panel_parent_class)->dispose (object);
}

static void
rm_weights_panel_class_init (RmWeightsPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_weights_panel_dispose;
  widget_class->grab_focus = rm_weights_panel_grab_focus;
  g_type_ensure (RM_TYPE_SCENARIO_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-weights-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, body);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, modes);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, weights);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, rules);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, scenarios);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, changes);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, show_changes);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, figures);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, paired);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, average);
  gtk_widget_class_bind_template_child (widget_class, RmWeightsPanel, lowest);
  gtk_widget_class_install_action (widget_class, "weights.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "weights.reset", NULL, reset_cb);
  gtk_widget_class_install_action (widget_class, "weights.save", NULL, save_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "weightspanel");
}

static void
rm_weights_panel_init (RmWeightsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int mode = 0; mode < RM_N_MODES; mode++)
    add_mode (self, mode);
  for (int c = 0; c < RM_N_CRITERIA; c++)
    add_weight (self, c);
}

void
rm_weights_panel_set_board (RmWeightsPanel *self,
                            RmBoard *board)
{
  self->board = g_object_ref (board);
  self->trial = rm_board_get_trial (board);
  g_signal_connect_object (self->trial, "changed", G_CALLBACK (trial_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "applied", G_CALLBACK (applied_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  rm_scenario_list_set_board (self->scenarios, board);
  show (self);
}

RmBoard *
rm_weights_panel_get_board (RmWeightsPanel *self)
{
  return self->board;
}
