/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-rating-sheet.h"

#include "ui-fixture.h"
#include "ui/people/rm-rating-row.h"
#include "ui/widgets/rm-level-picker.h"

typedef struct
{
  RmSession *session;
  gint64 people[3];
  RmRatingSheet *sheet;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->session = ui_open_own_sample ("rating");
  for (guint k = 0; k < 3; k++)
    self->people[k]
      = rm_programme_get_person (rm_session_get_programme (self->session), k)->record.id;
  self->sheet = RM_RATING_SHEET (rm_rating_sheet_new (self->session, self->people, 3,
                                                      self->people[0]));
  gtk_window_present (GTK_WINDOW (self->sheet));
  ui_settle (GTK_WIDGET (self->sheet));
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->sheet));
  wait_for_end (self->session);
}

static RmLevelPicker *
picker (Fixture *self,
        guint row,
        RmRatingColumn column)
{
  GtkWidget *at = ui_find (GTK_WIDGET (self->sheet), RM_TYPE_RATING_ROW, row);

  return RM_LEVEL_PICKER (ui_find (at, RM_TYPE_LEVEL_PICKER, (guint) column));
}

static const RmStanding *
standing (Fixture *self,
          gint64 person,
          gint64 skill)
{
  RmProgramme *programme = rm_session_get_programme (self->session);

  return rm_person_find_standing (rm_programme_find_person (programme, person), skill);
}

/* By category, then by name, as the sheet lists them. */
static gint64
find_skill (Fixture *self,
            const char *name)
{
  RmProgramme *programme = rm_session_get_programme (self->session);

  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_SKILL); k++)
    if (g_strcmp0 (rm_programme_get_skill (programme, k)->name, name) == 0)
      return rm_programme_get_skill (programme, k)->record.id;

  return 0;
}

static const char *
name_of_row (Fixture *self,
             guint row)
{
  GtkWidget *at = ui_find (GTK_WIDGET (self->sheet), RM_TYPE_RATING_ROW, row);

  return gtk_label_get_label (GTK_LABEL (ui_find (at, GTK_TYPE_LABEL, 0)));
}

static void
press_with (GtkWidget *widget,
            guint key,
            GdkModifierType state)
{
  GListModel *controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint k = 0; !handled && k < g_list_model_get_n_items (controllers); k++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, k);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  g_object_unref (controllers);
  g_assert_true (handled);
}

static void
press (GtkWidget *widget,
       guint key)
{
  press_with (widget, key, 0);
}

/* A digit rates and goes on; minus takes back; wanted stays as it was. One step of undo each. */
static void
test_person (Fixture *self,
             gconstpointer data)
{
  gint64 first = find_skill (self, name_of_row (self, 0));
  gint64 second = find_skill (self, name_of_row (self, 1));
  const RmStanding *before = standing (self, self->people[0], first);
  int target = before != NULL ? before->target : -1;

  g_assert_cmpint (first, !=, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->sheet))
                 == GTK_WIDGET (picker (self, 0, RM_RATING_LEVEL)));
  press (GTK_WIDGET (picker (self, 0, RM_RATING_LEVEL)), GDK_KEY_4);
  g_assert_cmpint (standing (self, self->people[0], first)->level, ==, 4);
  g_assert_cmpint (standing (self, self->people[0], first)->target, ==, target);
  g_assert_cmpint (rm_level_picker_get_level (picker (self, 0, RM_RATING_LEVEL)), ==, 4);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->sheet))
                 == GTK_WIDGET (picker (self, 1, RM_RATING_LEVEL)));

  press (GTK_WIDGET (self->sheet), GDK_KEY_Right);
  press (GTK_WIDGET (picker (self, 1, RM_RATING_TARGET)), GDK_KEY_5);
  g_assert_cmpint (standing (self, self->people[0], second)->target, ==, 5);
  press (GTK_WIDGET (self->sheet), GDK_KEY_Up);
  press (GTK_WIDGET (picker (self, 1, RM_RATING_TARGET)), GDK_KEY_minus);
  g_assert_true (standing (self, self->people[0], second) == NULL
                 || standing (self, self->people[0], second)->target == -1);

  gtk_widget_activate_action (GTK_WIDGET (self->sheet), "sheet.undo", NULL);
  g_assert_cmpint (standing (self, self->people[0], second)->target, ==, 5);
  g_assert_cmpint (rm_level_picker_get_level (picker (self, 1, RM_RATING_TARGET)), ==, 5);
}

/* Whoever is next is rated from the same row on. */
static void
test_next (Fixture *self,
           gconstpointer data)
{
  gint64 skill = find_skill (self, name_of_row (self, 0));

  press_with (GTK_WIDGET (self->sheet), GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  press (GTK_WIDGET (picker (self, 0, RM_RATING_LEVEL)), GDK_KEY_5);
  g_assert_cmpint (standing (self, self->people[1], skill)->level, ==, 5);
  press_with (GTK_WIDGET (self->sheet), GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  press_with (GTK_WIDGET (self->sheet), GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  press_with (GTK_WIDGET (self->sheet), GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  press_with (GTK_WIDGET (self->sheet), GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  press (GTK_WIDGET (picker (self, 0, RM_RATING_LEVEL)), GDK_KEY_2);
  g_assert_cmpint (standing (self, self->people[0], skill)->level, ==, 2);
}

/* Unrated is no value at all to a screen reader, and never 0. */
static void
test_unrated (Fixture *self,
              gconstpointer data)
{
  GtkToggleButton *only
    = GTK_TOGGLE_BUTTON (ui_find (GTK_WIDGET (self->sheet), GTK_TYPE_TOGGLE_BUTTON, 1));
  RmLevelPicker *level = NULL;

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (only)), ==, "Not rated");
  gtk_toggle_button_set_active (only, TRUE);
  level = picker (self, 0, RM_RATING_LEVEL);
  g_assert_cmpint (rm_level_picker_get_level (level), ==, -1);
  gtk_test_accessible_assert_property (level, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Not rated");
  press (GTK_WIDGET (level), GDK_KEY_0);
  g_assert_cmpint (rm_level_picker_get_level (picker (self, 0, RM_RATING_LEVEL)), ==, 0);
  gtk_test_accessible_assert_property (picker (self, 0, RM_RATING_LEVEL),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "0 of 5");
}

/* From a row to all people in that skill, and from there to the next skill. */
static void
test_skill (Fixture *self,
            gconstpointer data)
{
  GtkDropDown *way = GTK_DROP_DOWN (ui_find (GTK_WIDGET (self->sheet), GTK_TYPE_DROP_DOWN, 0));
  gint64 skill = find_skill (self, name_of_row (self, 0));

  gtk_widget_grab_focus (GTK_WIDGET (picker (self, 0, RM_RATING_LEVEL)));
  gtk_drop_down_set_selected (way, 1);
  ui_settle (GTK_WIDGET (self->sheet));
  g_assert_cmpstr (
    name_of_row (self, 2), ==,
    rm_person_display_name (rm_programme_find_person (rm_session_get_programme (self->session),
                                                      self->people[2])));
  press (GTK_WIDGET (picker (self, 2, RM_RATING_LEVEL)), GDK_KEY_3);
  g_assert_cmpint (standing (self, self->people[2], skill)->level, ==, 3);

  gtk_widget_activate_action (GTK_WIDGET (self->sheet), "sheet.next", NULL);
  ui_settle (GTK_WIDGET (self->sheet));
  press (GTK_WIDGET (picker (self, 1, RM_RATING_LEVEL)), GDK_KEY_2);
  g_assert_cmpint (standing (self, self->people[2], skill)->level, ==, 3);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/rating/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/ui/rating/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/ui/rating/unrated", Fixture, NULL, set_up, test_unrated, tear_down);
  g_test_add ("/ui/rating/skill", Fixture, NULL, set_up, test_skill, tear_down);
  return g_test_run ();
}
