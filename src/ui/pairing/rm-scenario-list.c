/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-scenario-list.h"

#include "app/commands/rm-commands.h"
#include "app/lab/rm-commands-scenarios.h"
#include "core/base/rm-sentence.h"
#include "ui/pairing/rm-comparison-window.h"
#include "ui/pairing/rm-trial-text.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

struct _RmScenarioList
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  GPtrArray *shown; /* the scenarios in the rows */
  gint64 asked;     /* the one being named; 0 is a new one */

  /* borrowed */
  RmTrial *trial; /* of the board */

  /* template */
  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (RmScenarioList, rm_scenario_list, GTK_TYPE_WIDGET)

static void
report (RmScenarioList *self,
        const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static const RmScenario *
find (RmScenarioList *self,
      gint64 id)
{
  RmSession *session = rm_trial_get_session (self->trial);

  return session == NULL ? NULL : rm_programme_find (rm_session_get_programme (session),
                                                     RM_TABLE_SCENARIO, id);
}

static char *
describe (const RmScenario *scenario)
{
  g_autoptr (GArray) pairs = rm_scenario_list_pairs (scenario);
  RmFigures figures = { pairs->len, (guint) scenario->n_paired, scenario->total,
                        scenario->lowest };

  return rm_trial_text_figures (&figures);
}

static GMenuModel *
make_menu (gint64 id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("_Try"), "scenario.try" },
    { N_ ("_Apply"), "scenario.apply" },
    { N_ ("_Compare…"), "scenario.compare" },
    { N_ ("_Rename…"), "scenario.rename" },
    { N_ ("_Delete"), "scenario.delete" },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target_value (item, items[i].action, g_variant_new_int64 (id));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_row (const RmScenario *scenario)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                  "visible", FALSE, NULL);
  g_autoptr (GMenuModel) menu = make_menu (scenario->record.id);
  g_autofree char *subtitle = describe (scenario);
  g_autofree char *spoken = NULL;

  rm_parts_set_title (row, rm_scenario_display_name (scenario));
  rm_parts_set_subtitle (row, subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Try this scenario"));
  spoken = g_strdup_printf ("%s, %s", rm_scenario_display_name (scenario), subtitle);
  rm_accessible_set_label (row, spoken);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  g_object_set_data (G_OBJECT (row), "mark", mark);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_free (spoken);
  /* Translators: a menu's name; %s is the name of a scenario */
  spoken = rm_sentence_new (_ ("What to do with “%s”"), rm_scenario_display_name (scenario));
  gtk_widget_set_tooltip_text (button, spoken);
  rm_accessible_set_label (button, spoken);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "menu", button);

  return row;
}

static gboolean
is_shown (RmScenarioList *self,
          GPtrArray *wanted)
{
  if (self->shown->len != wanted->len)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    if (g_ptr_array_index (self->shown, i) != g_ptr_array_index (wanted, i))
      return FALSE;

  return TRUE;
}

static int
compare_made (gconstpointer a,
              gconstpointer b)
{
  const RmScenario *first = *(const RmScenario *const *) a;
  const RmScenario *second = *(const RmScenario *const *) b;

  if (first->made != second->made)
    return first->made < second->made ? -1 : 1;

  return g_strcmp0 (first->name, second->name);
}

static GPtrArray *
list_scenarios (RmScenarioList *self)
{
  RmSession *session = rm_trial_get_session (self->trial);
  GPtrArray *all = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint s = 0; session != NULL
                    && s < rm_programme_count (rm_session_get_programme (session),
                                               RM_TABLE_SCENARIO); s++)
    g_ptr_array_add (all, rm_record_ref (rm_programme_get (rm_session_get_programme (session),
                                                           RM_TABLE_SCENARIO, s)));
  g_ptr_array_sort (all, compare_made);

  return all;
}

/* Marks the one being tried, or the programme's own. */
static void
mark_tried (RmScenarioList *self)
{
  const RmSettings *tried = rm_trial_get_settings (self->trial);

  for (guint i = 0; i < self->shown->len; i++)
    {
      const RmScenario *scenario = g_ptr_array_index (self->shown, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      GtkWidget *mark = g_object_get_data (G_OBJECT (row), "mark");

      gtk_widget_set_visible (mark, tried != NULL
                                      && rm_settings_decide_alike (tried, &scenario->settings));
      rm_accessible_set_label (mark, _ ("These are the weights above"));
      gtk_widget_set_tooltip_text (mark, _ ("These are the weights above"));
    }
}

static void
fill (RmScenarioList *self)
{
  g_autoptr (GPtrArray) wanted = list_scenarios (self);
  GtkWidget *row = NULL;

  if (is_shown (self, wanted))
    return;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < wanted->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (wanted, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), wanted->len > 0);
  gtk_widget_set_visible (self->nothing, wanted->len == 0);
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&wanted);
}

static void
refresh (RmScenarioList *self)
{
  fill (self);
  mark_tried (self);
}

static void
try_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  RmScenarioList *self = RM_SCENARIO_LIST (widget);
  const RmScenario *scenario = find (self, g_variant_get_int64 (parameter));

  if (scenario != NULL)
    rm_trial_take_scenario (self->trial, scenario, g_str_equal (name, "scenario.apply"));
}

static void
compare_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RmScenarioList *self = RM_SCENARIO_LIST (widget);
  GtkWidget *window = NULL;

  if (rm_board_get_pairing (self->board) == NULL
      || find (self, g_variant_get_int64 (parameter)) == NULL)
    return;
  window = rm_comparison_window_new (self->board, g_variant_get_int64 (parameter));
  rm_parts_present (window, widget);
}

static void
delete_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmScenarioList *self = RM_SCENARIO_LIST (widget);
  const RmScenario *scenario = find (self, g_variant_get_int64 (parameter));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (scenario == NULL)
    return;
  /* Translators: %s is the name of a scenario */
  text = rm_sentence_new (_ ("“%s” deleted"), rm_scenario_display_name (scenario));
  done = rm_command_remove_record (rm_trial_get_session (self->trial), RM_TABLE_SCENARIO,
                                   scenario->record.id, &error);
  rm_parts_tell_outcome (widget, done, text, NULL, error);
}

static void
named_cb (RmScenarioList *self,
          const char *response,
          AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *name = gtk_editable_get_text (entry);
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  if (!g_str_equal (response, "do") || rm_trial_get_session (self->trial) == NULL)
    return;
  if (self->asked == 0)
    ok = rm_trial_save (self->trial, name, &error);
  else
    ok = rm_command_set_field (rm_trial_get_session (self->trial), RM_TABLE_SCENARIO, self->asked,
                               rm_entity_find_field (rm_scenario_entity (), "name"), name, &error);
  if (!ok)
    {
      report (self, error->message);
      return;
    }
  if (self->asked == 0)
    {
      /* Translators: %s is the name of a scenario */
      g_autofree char *text = rm_sentence_new (_ ("“%s” saved"), name);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
    }
}

static void
name_changed_cb (GtkEditable *entry,
                 AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "do", *name != '\0');
}

static void
ask_name (RmScenarioList *self,
          gint64 id,
          const char *heading,
          const char *body,
          const char *response,
          const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = rm_parts_new_question (GTK_WIDGET (self), heading, body, entry, response);

  self->asked = id;
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  rm_accessible_set_label (entry, _ ("Name of the scenario"));
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
rename_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmScenarioList *self = RM_SCENARIO_LIST (widget);
  const RmScenario *scenario = find (self, g_variant_get_int64 (parameter));

  if (scenario != NULL)
    ask_name (self, scenario->record.id, _ ("Rename the scenario"), NULL, _ ("_Rename"),
              rm_scenario_display_name (scenario));
}

static void
row_activated_cb (RmScenarioList *self,
                  GtkListBoxRow *row)
{
  const RmScenario *scenario
    = g_ptr_array_index (self->shown, (guint) gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "scenario.try", "x", scenario->record.id);
}

static gboolean
key_cb (RmScenarioList *self,
        guint key,
        guint code,
        GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const RmScenario *scenario = NULL;

  if (focus == NULL || !GTK_IS_LIST_BOX_ROW (focus))
    return GDK_EVENT_PROPAGATE;

  scenario = g_ptr_array_index (self->shown,
                                (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)));
  if (key == GDK_KEY_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "scenario.delete", "x", scenario->record.id);
  else if (key == GDK_KEY_F2)
    gtk_widget_activate_action (GTK_WIDGET (self), "scenario.rename", "x", scenario->record.id);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    gtk_menu_button_popup (g_object_get_data (G_OBJECT (focus), "menu"));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
rm_scenario_list_dispose (GObject *object)
{
  RmScenarioList *self = RM_SCENARIO_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->board);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_scenario_list_parent_class)->dispose (object);
}

static void
rm_scenario_list_class_init (RmScenarioListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_scenario_list_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-scenario-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RmScenarioList, box);
  gtk_widget_class_bind_template_child (widget_class, RmScenarioList, nothing);
  gtk_widget_class_bind_template_child (widget_class, RmScenarioList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "scenario.try", "x", try_cb);
  gtk_widget_class_install_action (widget_class, "scenario.apply", "x", try_cb);
  gtk_widget_class_install_action (widget_class, "scenario.compare", "x", compare_cb);
  gtk_widget_class_install_action (widget_class, "scenario.rename", "x", rename_cb);
  gtk_widget_class_install_action (widget_class, "scenario.delete", "x", delete_cb);
}

static void
rm_scenario_list_init (RmScenarioList *self)
{
  self->shown = g_ptr_array_new_with_free_func (rm_record_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rm_scenario_list_set_board (RmScenarioList *self,
                            RmBoard *board)
{
  self->board = g_object_ref (board);
  self->trial = rm_board_get_trial (board);
  g_signal_connect_object (self->trial, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
rm_scenario_list_save (RmScenarioList *self)
{
  RmSession *session = rm_trial_get_session (self->trial);
  g_autofree char *name = NULL;

  if (session == NULL)
    return;
  name = rm_scenario_suggest_name (rm_session_get_programme (session));
  ask_name (self, 0, _ ("Save as a scenario"),
            _ ("Keeps the weights and rules as they stand here, and the pairs they give."),
            _ ("_Save"), name);
}
