/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-many-pane.h"

#include "app/commands/rm-commands-groups.h"
#include "app/commands/rm-commands-many.h"
#include "app/commands/rm-commands.h"
#include "app/queries/rm-programme-query.h"
#include "ui-fixture.h"
#include "ui/people/rm-merge-window.h"

typedef struct
{
  RmSession *session;
  gint64 people[2];
} Fixture;

static const RmPerson *
person (Fixture *self,
        guint index)
{
  return rm_programme_find_person (rm_session_get_programme (self->session),
                                   self->people[index]);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->session = ui_open_own_sample ("many");
  for (guint k = 0; k < 2; k++)
    self->people[k]
      = rm_programme_get_person (rm_session_get_programme (self->session), k)->record.id;
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  wait_for_end (self->session);
}

static GtkWidget *
find_row (GtkWidget *in,
          const char *title)
{
  for (guint k = 0;; k++)
    {
      GtkWidget *row = ui_find (in, ADW_TYPE_PREFERENCES_ROW, k);

      g_assert_nonnull (row);
      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return row;
    }
}

/* What is typed is for all, and what all have is shown. */
static void
test_change (Fixture *self,
             gconstpointer data)
{
  RmManyPane *pane = g_object_ref_sink (g_object_new (RM_TYPE_MANY_PANE, NULL));
  GtkWidget *department = NULL;
  guint n_pairs = rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PAIR);

  rm_many_pane_show (pane, self->session, self->people, 2);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (ui_find (GTK_WIDGET (pane), GTK_TYPE_LABEL, 0))),
                   ==, "2 people selected");
  department = find_row (GTK_WIDGET (pane), "Department");
  gtk_editable_set_text (GTK_EDITABLE (department), "Orchards");
  g_signal_emit_by_name (department, "entry-activated");
  g_assert_cmpstr (person (self, 0)->department, ==, "Orchards");
  g_assert_cmpstr (person (self, 1)->department, ==, "Orchards");

  gtk_editable_set_text (GTK_EDITABLE (find_row (GTK_WIDGET (pane), "Add a tag")), "pilots");
  g_signal_emit_by_name (find_row (GTK_WIDGET (pane), "Add a tag"), "apply");
  g_assert_nonnull (strstr (person (self, 1)->tags, "pilots"));
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PAIR),
                    ==, n_pairs);

  rm_many_pane_show (pane, self->session, self->people, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (department)), ==, "Orchards");
  rm_session_undo (self->session, NULL);
  rm_session_undo (self->session, NULL);
  g_assert_cmpstr (person (self, 0)->department, !=, "Orchards");
  g_assert_finalize_object (pane);
}

static guint
get_choice (RmManyPane *pane,
            const char *title)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (pane), title)));
}

/* Where they differ nothing is shown, and "Not known" can be chosen for all; levels are called as
 * the programme calls them. */
static void
test_mixed (Fixture *self,
            gconstpointer data)
{
  RmManyPane *pane = g_object_ref_sink (g_object_new (RM_TYPE_MANY_PANE, NULL));
  const RmField *committed = rm_entity_find_field (rm_person_entity (), "committed");
  const RmField *level = rm_entity_find_field (rm_person_entity (), "level");
  GListModel *names = NULL;
  GtkStringObject *none = NULL;
  g_autoptr (GtkStringObject) ninth = NULL;

  rm_command_name_seniority (self->session, 9, "Partner", NULL);
  rm_command_set_field (self->session, RM_TABLE_PERSON, self->people[0], committed, "yes", NULL);
  rm_command_set_field (self->session, RM_TABLE_PERSON, self->people[1], committed, "", NULL);
  rm_command_set_field_of_many_async (self->session, self->people, 2, level, "9", NULL, NULL);
  rm_many_pane_show (pane, self->session, self->people, 2);
  none = adw_combo_row_get_selected_item (
    ADW_COMBO_ROW (find_row (GTK_WIDGET (pane), "Committed")));
  g_assert_true (none == NULL || *gtk_string_object_get_string (none) == '\0');
  g_assert_cmpuint (get_choice (pane, "Seniority level"), ==, 9);
  names = adw_combo_row_get_model (ADW_COMBO_ROW (find_row (GTK_WIDGET (pane),
                                                            "Seniority level")));
  ninth = g_list_model_get_item (names, 9);
  g_assert_cmpstr (gtk_string_object_get_string (ninth), ==, "9 · Partner");
  g_assert_cmpint (person (self, 0)->committed, ==, 1);

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (pane), "Committed")), 0);
  g_assert_cmpint (person (self, 0)->committed, ==, RM_UNKNOWN);
  g_assert_finalize_object (pane);
}

/* Of each difference one side: the left one unless the other is chosen. */
static void
test_merge (Fixture *self,
            gconstpointer data)
{
  GtkWidget *window = rm_merge_window_new (self->session, self->people[0], self->people[1]);
  g_autofree char *name = g_strdup (person (self, 1)->name);
  g_autofree char *email = g_strdup (person (self, 0)->email);
  guint chosen = 0;

  gtk_window_present (GTK_WINDOW (window));
  for (guint k = 0; chosen == 0; k++)
    {
      GtkWidget *choice = ui_find (window, GTK_TYPE_CHECK_BUTTON, k);
      GtkWidget *label = NULL;

      g_assert_nonnull (choice);
      label = gtk_check_button_get_child (GTK_CHECK_BUTTON (choice));
      if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), name))
        {
          gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
          chosen = k;
        }
    }
  gtk_widget_activate_action (window, "merge.apply", NULL);
  g_assert_cmpstr (person (self, 0)->name, ==, name);
  g_assert_cmpstr (person (self, 0)->email, ==, email);
  g_assert_null (person (self, 1));

  rm_session_undo (self->session, NULL);
  g_assert_cmpstr (person (self, 1)->name, ==, name);
}

static gboolean
says (GtkWidget *window,
      const char *text)
{
  for (guint k = 0;; k++)
    {
      GtkWidget *label = ui_find (window, GTK_TYPE_LABEL, k);

      if (label == NULL)
        return FALSE;
      if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
        return TRUE;
    }
}

static gint64
find_partner (Fixture *self,
              guint index)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  g_autoptr (GArray) pairs = rm_programme_query_list_pairs (programme, self->people[index]);
  const RmPair *pair = NULL;

  g_assert_cmpuint (pairs->len, ==, 1);
  pair = rm_programme_find (programme, RM_TABLE_PAIR, g_array_index (pairs, gint64, 0));

  return pair->mentee == self->people[index] ? pair->mentor : pair->mentee;
}

/* Two people of one side who are paired with two others. */
static void
choose_two_paired (Fixture *self)
{
  guint n = 0;

  ui_pair_everybody (self->session);
  for (guint k = 0; n < 2; k++)
    {
      RmProgramme *programme = rm_session_get_programme (self->session);
      const RmPerson *who = rm_programme_get_person (programme, k);
      g_autoptr (GArray) pairs = rm_programme_query_list_pairs (programme, who->record.id);

      if (who->side == RM_SIDE_MENTEE && who->mentee_capacity == 1 && pairs->len == 1)
        self->people[n++] = who->record.id;
    }
}

/* That a pair will end is said before, and not where there is room for both. */
static void
test_merge_surplus (Fixture *self,
                    gconstpointer data)
{
  const RmField *capacity = rm_entity_find_field (rm_person_entity (), "mentee_capacity");
  GtkWidget *window = NULL;
  g_autoptr (GArray) left = NULL;
  g_autofree char *warning = NULL;

  choose_two_paired (self);
  warning = g_strdup_printf (
    "%s’s pair with %s ends: there is no place for it.", rm_person_display_name (person (self, 1)),
    rm_person_display_name (rm_programme_find_person (rm_session_get_programme (self->session),
                                                      find_partner (self, 1))));
  rm_command_set_field (self->session, RM_TABLE_PERSON, self->people[1], capacity, "2", NULL);
  window = rm_merge_window_new (self->session, self->people[0], self->people[1]);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (says (window, warning));

  for (guint k = 0;; k++)
    {
      GtkWidget *choice = ui_find (window, GTK_TYPE_CHECK_BUTTON, k);
      GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (choice));

      if (!g_str_equal (gtk_label_get_label (GTK_LABEL (label)), "2"))
        continue;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
      g_assert_false (says (window, warning));
      gtk_check_button_set_active (
        GTK_CHECK_BUTTON (ui_find (window, GTK_TYPE_CHECK_BUTTON, k - 1)), TRUE);
      break;
    }
  g_assert_true (says (window, warning));
  gtk_widget_activate_action (window, "merge.apply", NULL);
  left = rm_programme_query_list_pairs (rm_session_get_programme (self->session), self->people[0]);
  g_assert_cmpuint (left->len, ==, 1);
}

/* Special-category data shows only where the programme uses it, and is not lost where it does not. */
static void
test_merge_special (Fixture *self,
                    gconstpointer data)
{
  const RmField *background = rm_entity_find_field (rm_person_entity (), "background");
  RmSettings *settings = NULL;
  GtkWidget *window = NULL;

  g_assert_true (rm_command_set_field (self->session, RM_TABLE_PERSON, self->people[1], background,
                                       "first generation", NULL));
  settings = rm_record_copy (
    rm_programme_get_settings (rm_session_get_programme (self->session)));
  settings->special_category = 1;
  g_assert_true (rm_command_change_settings (self->session, settings, "Use it", NULL));
  rm_record_unref (settings);
  window = rm_merge_window_new (self->session, self->people[0], self->people[1]);
  g_assert_true (says (window, "first generation"));
  gtk_window_destroy (GTK_WINDOW (window));

  rm_session_undo (self->session, NULL);
  window = rm_merge_window_new (self->session, self->people[0], self->people[1]);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (says (window, "first generation"));
  gtk_widget_activate_action (window, "merge.apply", NULL);
  g_assert_cmpstr (person (self, 0)->background, ==, "first generation");
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/many/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/ui/many/mixed", Fixture, NULL, set_up, test_mixed, tear_down);
  g_test_add ("/ui/many/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/ui/many/merge-surplus", Fixture, NULL, set_up, test_merge_surplus, tear_down);
  g_test_add ("/ui/many/merge-special", Fixture, NULL, set_up, test_merge_special, tear_down);
  return g_test_run ();
}
