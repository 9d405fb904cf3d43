/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-person.h"
#include "ui/widgets/rm-field-editor.h"

/* Rows that edit a field: the widget, what is committed and when, and what Escape discards. */

/** An editor in a window, a person, and what was committed. */
typedef struct
{
  GtkWidget *window;
  RmFieldEditor *editor;
  GtkWidget *row;
  RmPerson *person;
  guint commits;
  char *text;
} Fixture;

static void
committed_cb (Fixture *fixture,
              const char *text)
{
  fixture->commits++;
  g_free (fixture->text);
  fixture->text = g_strdup (text);
}

static void
set_up (Fixture *fixture,
        gconstpointer key)
{
  GtkWidget *group = adw_preferences_group_new ();

  fixture->person = rm_person_new ();
  fixture->person->name = g_strdup ("Ana");
  fixture->editor = rm_field_editor_new (rm_entity_find_field (rm_person_entity (), key));
  fixture->row = rm_field_editor_get_row (fixture->editor);
  g_signal_connect_swapped (fixture->editor, "committed", G_CALLBACK (committed_cb), fixture);
  fixture->window = gtk_window_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fixture->row);
  gtk_window_set_child (GTK_WINDOW (fixture->window), group);
  gtk_window_present (GTK_WINDOW (fixture->window));
  rm_field_editor_show (fixture->editor, fixture->person);
}

static void
tear_down (Fixture *fixture,
           gconstpointer key)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->editor);
  rm_record_unref (fixture->person);
  g_free (fixture->text);
}

static void
test_shows_without_committing (Fixture *fixture,
                               gconstpointer key)
{
  rm_field_editor_show (fixture->editor, fixture->person);
  g_assert_cmpuint (fixture->commits, ==, 0);
}

static void
test_entry (Fixture *fixture,
            gconstpointer key)
{
  GtkEditable *entry = GTK_EDITABLE (fixture->row);

  g_assert_true (ADW_IS_ENTRY_ROW (fixture->row));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Ana");
  g_signal_emit_by_name (fixture->row, "entry-activated");
  g_assert_cmpuint (fixture->commits, ==, 0);

  gtk_editable_set_text (entry, "Ana María");
  g_assert_cmpuint (fixture->commits, ==, 0);
  g_signal_emit_by_name (fixture->row, "entry-activated");
  g_assert_cmpuint (fixture->commits, ==, 1);
  g_assert_cmpstr (fixture->text, ==, "Ana María");
}

static gboolean
press_with (GtkWidget *widget,
            guint key,
            GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static gboolean
press (GtkWidget *widget,
       guint key)
{
  return press_with (widget, key, 0);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_TEXT_VIEW (child) ? child : find_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A longer text: Enter begins a line, Ctrl and Enter commits, Escape takes back. */
static void
test_lines (Fixture *fixture,
            gconstpointer key)
{
  GtkWidget *view = find_view (fixture->row);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Notes");
  gtk_text_buffer_set_text (buffer, "one\ntwo", -1);
  press (view, GDK_KEY_Return);
  g_assert_cmpuint (fixture->commits, ==, 0);
  gtk_text_buffer_set_text (buffer, "one\ntwo", -1);
  g_assert_true (press_with (view, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (fixture->commits, ==, 1);
  g_assert_cmpstr (fixture->text, ==, "one\ntwo");

  g_assert_true (press (view, GDK_KEY_Escape));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_assert_cmpuint (fixture->commits, ==, 1);
}

/* A level may be called by another name; what is chosen stays chosen. */
static void
test_named (Fixture *fixture,
            gconstpointer key)
{
  AdwComboRow *row = ADW_COMBO_ROW (fixture->row);
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (row));

  fixture->person->level = 9;
  rm_field_editor_show (fixture->editor, fixture->person);
  rm_field_editor_name_value (fixture->editor, 9, "Partner");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 9);
  g_assert_cmpstr (gtk_string_list_get_string (names, 9), ==, "9 · Partner");
  g_assert_cmpuint (fixture->commits, ==, 0);
}

static void
test_escape (Fixture *fixture,
             gconstpointer key)
{
  GtkEditable *entry = GTK_EDITABLE (fixture->row);

  gtk_editable_set_text (entry, "Somebody");
  rm_field_editor_set_error (fixture->editor, "No");
  g_assert_true (press (fixture->row, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Ana");
  g_assert_false (gtk_widget_has_css_class (fixture->row, "error"));
  g_assert_cmpuint (fixture->commits, ==, 0);

  /* With nothing typed Escape belongs to others. */
  g_assert_false (press (fixture->row, GDK_KEY_Escape));
}

static void
test_error (Fixture *fixture,
            gconstpointer key)
{
  rm_field_editor_set_error (fixture->editor, "No such address");
  g_assert_true (gtk_widget_has_css_class (fixture->row, "error"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->row), ==, "No such address");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->row), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  rm_field_editor_show (fixture->editor, fixture->person);
  g_assert_false (gtk_widget_has_css_class (fixture->row, "error"));
}

static void
test_choice (Fixture *fixture,
             gconstpointer key)
{
  AdwComboRow *row = ADW_COMBO_ROW (fixture->row);

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpuint (fixture->commits, ==, 1);
  g_assert_cmpstr (fixture->text, ==, "yes");
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (fixture->text, ==, "no");

  /* Not known is an answer, too. */
  fixture->person->willing = 1;
  rm_field_editor_show (fixture->editor, fixture->person);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpstr (fixture->text, ==, "");
  g_assert_cmpuint (fixture->commits, ==, 3);
}

/* Whether nothing is chosen, or the choice that stands for it where there has to be one. */
static gboolean
shows_nothing (AdwComboRow *row)
{
  GtkStringObject *selected = GTK_STRING_OBJECT (adw_combo_row_get_selected_item (row));

  return selected == NULL || *gtk_string_object_get_string (selected) == '\0';
}

/* Where several people differ nothing is shown, and whatever is chosen is a change. */
static void
test_mixed (Fixture *fixture,
            gconstpointer key)
{
  AdwComboRow *row = ADW_COMBO_ROW (fixture->row);
  GListModel *names = adw_combo_row_get_model (row);

  rm_field_editor_show_mixed (fixture->editor);
  g_assert_true (shows_nothing (row));
  rm_field_editor_show_mixed (fixture->editor);
  g_assert_true (shows_nothing (row));
  g_assert_cmpuint (fixture->commits, ==, 0);

  adw_combo_row_set_selected (row, 0);
  g_assert_cmpuint (fixture->commits, ==, 1);
  g_assert_cmpstr (fixture->text, ==, "");
  if (g_list_model_get_n_items (names) > 3)
    adw_combo_row_set_selected (row, 3);
  g_assert_cmpuint (fixture->commits, ==, 1);

  /* Nothing of it is left where they agree. */
  rm_field_editor_show (fixture->editor, fixture->person);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 3);
  g_assert_cmpuint (fixture->commits, ==, 1);
}

static void
add (const char *path,
     const char *key,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, key, set_up, test, tear_down);
}

int
main (int argc,
      char **argv)
{
  static const char *const keys[] = { "level", "state", "side", "mentee_capacity", "committed" };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/ui/field-editor/entry", "name", test_entry);
  add ("/ui/field-editor/escape", "name", test_escape);
  add ("/ui/field-editor/error", "email", test_error);
  add ("/ui/field-editor/lines", "notes", test_lines);
  add ("/ui/field-editor/named", "level", test_named);
  add ("/ui/field-editor/choice", "willing", test_choice);
  add ("/ui/field-editor/mixed", "willing", test_mixed);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/field-editor/shows/", keys[i], NULL);

      add (path, keys[i], test_shows_without_committing);
    }
  return g_test_run ();
}
