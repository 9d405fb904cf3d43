/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-field-editor.h"

#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-week-grid.h"

#include <glib/gi18n.h>

struct _RmFieldEditor
{
  GObject parent_instance;

  /* owned */
  char *shown; /* the value as text, to detect typing */
  GtkWidget *row;

  /* borrowed */
  const RmField *field;
  GtkWidget *spin;
  GtkWidget *toggle;
  GtkWidget *week;
  GtkWidget *view;
  gboolean showing;
  gboolean blank; /* the last choice is blank */
};

static guint committed_signal;

G_DEFINE_FINAL_TYPE (RmFieldEditor, rm_field_editor, G_TYPE_OBJECT)

/* Unanswered fields differ from a zero and from a "no". */
static gboolean
can_be_unknown (const RmField *field)
{
  return field->fallback == RM_UNKNOWN;
}

static void
commit (RmFieldEditor *self,
        const char *text)
{
  if (!self->showing && g_strcmp0 (text, self->shown) != 0)
    g_signal_emit (self, committed_signal, 0, text);
}

static void
entry_committed_cb (RmFieldEditor *self)
{
  commit (self, gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType state,
              RmFieldEditor *self)
{
  if (key != GDK_KEY_Escape
      || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->row)), self->shown) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->row), self->shown != NULL ? self->shown : "");
  rm_field_editor_set_error (self, NULL);
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_entry (RmFieldEditor *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entry_committed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_committed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  gtk_widget_add_controller (row, keys);
  return row;
}

static char *
dup_view_text (RmFieldEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_view_text (RmFieldEditor *self,
               const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
}

static void
view_left_cb (RmFieldEditor *self)
{
  g_autofree char *text = dup_view_text (self);

  commit (self, text);
}

/* Enter begins a new line; Ctrl+Enter commits, and Escape reverts typing. */
static gboolean
view_key_cb (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             RmFieldEditor *self)
{
  g_autofree char *text = dup_view_text (self);

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      commit (self, text);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Escape || g_strcmp0 (text, self->shown) == 0)
    return GDK_EVENT_PROPAGATE;

  set_view_text (self, self->shown != NULL ? self->shown : "");
  rm_field_editor_set_error (self, NULL);
  return GDK_EVENT_STOP;
}

/* A text view only knows its height after layout, which needs a width. */
static gboolean
lay_out_cb (gpointer view)
{
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

static void
view_mapped_cb (GtkWidget *view)
{
  g_idle_add_full (G_PRIORITY_LOW, lay_out_cb, g_object_ref (view), g_object_unref);
}

static GtkWidget *
new_view (RmFieldEditor *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ (self->field->label));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 3);
  g_signal_connect (self->view, "map", G_CALLBACK (view_mapped_cb), NULL);
  rm_accessible_set_label (self->view, _ (self->field->label));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (box, "text-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (view_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (view_key_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, focus);
  gtk_widget_add_controller (self->view, keys);
  return row;
}

/* A combo row of libadwaita 1.7 refuses to have no selection: it gets a blank choice for that
 * time. */
static void
select_choice (RmFieldEditor *self,
               guint position)
{
  AdwComboRow *row = ADW_COMBO_ROW (self->row);
  GListModel *names = adw_combo_row_get_model (row);

  if (self->blank)
    gtk_string_list_remove (GTK_STRING_LIST (names), g_list_model_get_n_items (names) - 1);
  adw_combo_row_set_selected (row, position);
  self->blank = adw_combo_row_get_selected (row) != position;
  if (self->blank)
    {
      gtk_string_list_append (GTK_STRING_LIST (names), "");
      adw_combo_row_set_selected (row, g_list_model_get_n_items (names) - 1);
    }
}

static gboolean
is_blank (RmFieldEditor *self,
          guint position)
{
  return self->blank
         && position == g_list_model_get_n_items (
                          adw_combo_row_get_model (ADW_COMBO_ROW (self->row))) - 1;
}

static void
selected_cb (RmFieldEditor *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  guint unknown = can_be_unknown (self->field) ? 1 : 0;

  if (self->showing || is_blank (self, selected))
    return;
  if (selected < unknown)
    commit (self, "");
  else if (self->field->type == RM_FIELD_YES_NO)
    commit (self, selected - unknown == 0 ? "yes" : "no");
  else if (self->field->type == RM_FIELD_INTEGER && self->field->values != NULL)
    {
      g_autofree char *text
        = g_strdup_printf ("%d", self->field->values[selected - unknown].value);

      commit (self, text);
    }
  else
    commit (self, self->field->values[selected - unknown].nick);
}

/* Translators: a seniority level: a number and its name */
#define NUMBERED _ ("%d · %s")

static GtkWidget *
new_choice (RmFieldEditor *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (can_be_unknown (self->field))
    gtk_string_list_append (names, _ ("Not known"));
  if (self->field->type == RM_FIELD_YES_NO)
    {
      gtk_string_list_append (names, _ ("Yes"));
      gtk_string_list_append (names, _ ("No"));
    }
  for (const RmEnumValue *v = self->field->values; v != NULL && v->nick != NULL; v++)
    {
      g_autofree char *numbered = g_strdup_printf (NUMBERED, v->value, _ (v->label));

      gtk_string_list_append (names, self->field->type == RM_FIELD_INTEGER ? numbered
                                                                           : _ (v->label));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
spin_changed_cb (RmFieldEditor *self)
{
  g_autofree char *text
    = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin)));

  commit (self, text);
}

static GtkWidget *
new_spin (RmFieldEditor *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->spin = gtk_spin_button_new_with_range (self->field->min, self->field->max, 1);
  gtk_widget_set_valign (self->spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->spin);
  rm_accessible_set_label (self->spin, _ (self->field->label));
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (spin_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
switched_cb (RmFieldEditor *self)
{
  commit (self, gtk_switch_get_active (GTK_SWITCH (self->toggle)) ? "yes" : "no");
}

static GtkWidget *
new_switch (RmFieldEditor *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->toggle);
  rm_accessible_set_label (self->toggle, _ (self->field->label));
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
painted_cb (RmFieldEditor *self,
            gint64 week)
{
  g_autofree char *text = rm_text_format_week (week);

  commit (self, text);
}

static void
forget_cb (RmFieldEditor *self)
{
  commit (self, "");
}

static GtkWidget *
new_week (RmFieldEditor *self)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *forget = gtk_button_new_with_label (_ ("Not known"));

  self->week = rm_week_grid_new ();
  rm_accessible_set_label (self->week, _ (self->field->label));
  gtk_widget_set_halign (forget, GTK_ALIGN_END);
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_add_css_class (box, "week-box");
  gtk_box_append (GTK_BOX (box), self->week);
  gtk_box_append (GTK_BOX (box), forget);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), box);
  g_signal_connect_object (self->week, "painted", G_CALLBACK (painted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_week (RmFieldEditor *self,
           gint64 week)
{
  guint n = week < 0 ? 0 : (guint) __builtin_popcountll ((guint64) week);
  g_autofree char *text
    = week < 0 ? g_strdup (_ ("Not known"))
               : g_strdup_printf (ngettext ("%u hour", "%u hours", n), n);

  rm_week_grid_show (RM_WEEK_GRID (self->week), week);
  rm_parts_set_subtitle (self->row, text);
}

static gboolean
is_small_scale (const RmField *field)
{
  return field->type == RM_FIELD_INTEGER && can_be_unknown (field) && field->values == NULL;
}

static void
rm_field_editor_dispose (GObject *object)
{
  RmFieldEditor *self = RM_FIELD_EDITOR (object);

  g_clear_object (&self->row);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (rm_field_editor_parent_class)->dispose (object);
}

static void
rm_field_editor_class_init (RmFieldEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_field_editor_dispose;
  committed_signal = g_signal_new ("committed", RM_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rm_field_editor_init (RmFieldEditor *self)
{
}

RmFieldEditor *
rm_field_editor_new (const RmField *field)
{
  RmFieldEditor *self = g_object_new (RM_TYPE_FIELD_EDITOR, NULL);

  self->field = field;
  if (field->type == RM_FIELD_WEEK)
    self->row = new_week (self);
  else if (field->type == RM_FIELD_YES_NO && !can_be_unknown (field))
    self->row = new_switch (self);
  else if (field->type == RM_FIELD_CHOICE || field->type == RM_FIELD_YES_NO || field->values != NULL)
    self->row = new_choice (self);
  else if (field->type == RM_FIELD_INTEGER && !is_small_scale (field))
    self->row = new_spin (self);
  else if (field->multiline)
    self->row = new_view (self);
  else
    self->row = new_entry (self);

  g_object_ref_sink (self->row);
  rm_parts_set_title (self->row, _ (field->label));
  return self;
}

const RmField *
rm_field_editor_get_field (RmFieldEditor *self)
{
  return self->field;
}

GtkWidget *
rm_field_editor_get_row (RmFieldEditor *self)
{
  return self->row;
}

static guint
position_of (RmFieldEditor *self,
             gconstpointer record)
{
  guint position = can_be_unknown (self->field) ? 1 : 0;
  int value = rm_record_get_int (record, self->field);

  if (value == RM_UNKNOWN)
    return can_be_unknown (self->field) ? 0 : GTK_INVALID_LIST_POSITION;
  if (self->field->type == RM_FIELD_YES_NO)
    return position + (value != 0 ? 0 : 1);
  for (const RmEnumValue *v = self->field->values; v->nick != NULL; v++, position++)
    if (v->value == value)
      return position;

  return GTK_INVALID_LIST_POSITION;
}

void
rm_field_editor_show (RmFieldEditor *self,
                      gconstpointer record)
{
  g_autofree char *text = rm_record_format (record, self->field);

  self->showing = TRUE;
  if (self->week != NULL)
    show_week (self, rm_record_get_int64 (record, self->field));
  else if (ADW_IS_ENTRY_ROW (self->row))
    gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  else if (self->view != NULL)
    set_view_text (self, text);
  else if (ADW_IS_COMBO_ROW (self->row))
    select_choice (self, position_of (self, record));
  else if (self->toggle != NULL)
    gtk_switch_set_active (GTK_SWITCH (self->toggle), rm_record_get_int (record, self->field) == 1);
  else
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin),
                               MAX (rm_record_get_int (record, self->field), 0));
  rm_field_editor_set_error (self, NULL);
  self->showing = FALSE;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
}

void
rm_field_editor_show_mixed (RmFieldEditor *self)
{
  self->showing = TRUE;
  if (ADW_IS_ENTRY_ROW (self->row))
    gtk_editable_set_text (GTK_EDITABLE (self->row), "");
  else if (ADW_IS_COMBO_ROW (self->row))
    select_choice (self, GTK_INVALID_LIST_POSITION);
  rm_field_editor_set_error (self, NULL);
  self->showing = FALSE;
  g_free (self->shown);
  /* Leaving an entry unchanged must not clear the field of all records. */
  self->shown = ADW_IS_ENTRY_ROW (self->row) ? g_strdup ("") : NULL;
}

void
rm_field_editor_name_value (RmFieldEditor *self,
                            int value,
                            const char *name)
{
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (self->row)));
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  guint position = can_be_unknown (self->field) ? 1 : 0;
  g_autofree char *numbered = g_strdup_printf (NUMBERED, value, name);
  const char *texts[] = { numbered, NULL };

  for (const RmEnumValue *v = self->field->values; v->value != value; v++)
    position++;
  if (g_strcmp0 (gtk_string_list_get_string (names, position), numbered) == 0)
    return;

  self->showing = TRUE;
  gtk_string_list_splice (names, position, 1, texts);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), selected);
  self->showing = FALSE;
}

void
rm_field_editor_set_error (RmFieldEditor *self,
                           const char *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_widget_set_tooltip_text (self->row, message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
