/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skills-page.h"

#include "app/commands/rm-commands-groups.h"
#include "app/commands/rm-commands-roles.h"
#include "app/commands/rm-commands-skills.h"
#include "app/commands/rm-commands.h"
#include "ui/people/rm-consent-rows.h"
#include "ui/people/rm-nomination-rows.h"
#include "ui/people/rm-person-pane.h"
#include "ui/people/rm-suggestion-rows.h"
#include "ui/settings/rm-settings-window.h"
#include "ui/skills/rm-role-pane.h"
#include "ui/skills/rm-skill-pane.h"
#include "ui/skills/rm-skill-picker.h"

#include "ui-fixture.h"

/* The page, through its widgets. */

static guint
count_skills (RmSession *session)
{
  return rm_programme_count (rm_session_get_programme (session), RM_TABLE_SKILL);
}

/* The widget of a type that says @text as its label or title, among those that are shown. */
static GtkWidget *
find_saying (GtkWidget *in,
             GType type,
             const char *text)
{
  const char *own = NULL;

  if (!gtk_widget_get_visible (in))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (in, type))
    {
      if (GTK_IS_BUTTON (in))
        own = gtk_button_get_label (GTK_BUTTON (in));
      else if (GTK_IS_LABEL (in))
        own = gtk_label_get_label (GTK_LABEL (in));
      else if (ADW_IS_PREFERENCES_ROW (in))
        own = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (in));
      if (g_strcmp0 (own, text) == 0)
        return in;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (in); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_saying (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
click (GtkWidget *in,
       const char *label)
{
  GtkWidget *button = find_saying (in, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
open_page (RmSession *session,
           GtkWidget **page)
{
  GtkWidget *window = gtk_window_new ();

  *page = g_object_new (RM_TYPE_SKILLS_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), *page);
  gtk_window_present (GTK_WINDOW (window));
  rm_page_set_session (RM_PAGE (*page), session);
  return window;
}

static void
close_page (GtkWidget *window,
            GtkWidget *page,
            RmSession *session)
{
  rm_page_set_session (RM_PAGE (page), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (session);
}

static void
test_page (void)
{
  RmSession *session = ui_new_session ();
  GtkWidget *page = NULL;
  GtkWidget *window = open_page (session, &page);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  GtkWidget *row = NULL;

  /* Nothing yet: the page says what will be here and offers what fills it. */
  ui_wait_until (find_saying (page, GTK_TYPE_BUTTON, "Add starter topics…") != NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (ui_find (page, GTK_TYPE_STACK, 0))),
                   ==, "empty");

  rm_command_add_skill (session, "TikTok", "New technology", &id, &error);
  rm_command_add_skill (session, "Plain language", "Communication", NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (find_saying (page, GTK_TYPE_LABEL, "2 skills") != NULL);
  ui_settle (window);
  g_assert_nonnull (find_saying (page, GTK_TYPE_LABEL, "Communication"));
  g_assert_nonnull (find_saying (page, GTK_TYPE_LABEL, "Nobody yet"));

  rm_skills_page_show_skill (RM_SKILLS_PAGE (page), id);
  row = find_saying (ui_find (page, RM_TYPE_SKILL_PANE, 0), ADW_TYPE_ACTION_ROW, "Retire");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpint (rm_programme_find_skill (rm_session_get_programme (session), id)->retired, ==,
                   1);
  g_assert_nonnull (find_saying (page, ADW_TYPE_ACTION_ROW, "Use again"));
  ui_wait_until (find_saying (page, GTK_TYPE_LABEL, "Retired") != NULL);
  close_page (window, page, session);
}

static void
test_roles (void)
{
  RmSession *session = ui_new_session ();
  GtkWidget *page = NULL;
  GtkWidget *window = open_page (session, &page);
  GtkWidget *pane = NULL;
  GtkWidget *entry = NULL;
  g_autoptr (GError) error = NULL;

  rm_command_add_skill (session, "TikTok", NULL, NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (find_saying (page, GTK_TYPE_LABEL, "1 skill") != NULL);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (find_saying (page, GTK_TYPE_TOGGLE_BUTTON, "Role profiles")), TRUE);
  entry = find_saying (page, ADW_TYPE_ENTRY_ROW, "Add a role profile");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Directors");
  g_signal_emit_by_name (entry, "apply");
  pane = ui_find (page, RM_TYPE_ROLE_PANE, 0);
  g_assert_nonnull (find_saying (pane, GTK_TYPE_LABEL, "Directors"));
  click (pane, "Add a need");
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_ROLE_NEED), ==,
                    1);
  g_assert_nonnull (find_saying (pane, ADW_TYPE_EXPANDER_ROW, "TikTok"));
  /* Once is enough. */
  click (pane, "Add a need");
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_ROLE_NEED), ==,
                    1);
  close_page (window, page, session);
}

static GtkWidget *
open_picker (RmSession *session,
             GFile *file)
{
  GtkWidget *picker = rm_skill_picker_new (session, file);

  gtk_window_present (GTK_WINDOW (picker));
  ui_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (
                              GTK_STACK (ui_find (picker, GTK_TYPE_STACK, 0))),
                            "busy") != 0);
  return picker;
}

static void
test_starter (void)
{
  RmSession *session = ui_new_session ();
  GtkWidget *picker = open_picker (session, NULL);
  GtkWidget *search = NULL;

  click (picker, "Choose none");
  g_assert_nonnull (find_saying (picker, GTK_TYPE_LABEL, "0 of 45 skills chosen"));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (picker, GTK_TYPE_SEARCH_ENTRY, 0)), "social");
  g_signal_emit_by_name (ui_find (picker, GTK_TYPE_SEARCH_ENTRY, 0), "search-changed");
  click (picker, "Choose all shown");
  g_assert_nonnull (find_saying (picker, GTK_TYPE_LABEL, "2 of 45 skills chosen"));
  click (picker, "Add");
  ui_wait_until (count_skills (session) == 2);
  g_assert_cmpstr (rm_session_get_undo_label (session), ==, "Add 2 skills");
  while (g_main_context_iteration (NULL, FALSE))
    ;

  /* What is there cannot be chosen again. */
  picker = open_picker (session, NULL);
  g_assert_nonnull (find_saying (picker, GTK_TYPE_LABEL, "43 of 45 skills chosen"));

  /* Escape empties the search, and closes the window when there is nothing to empty. */
  search = ui_find (picker, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "social");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_object_add_weak_pointer (G_OBJECT (picker), (gpointer *) &picker);
  g_signal_emit_by_name (search, "stop-search");
  ui_wait_until (picker == NULL);
  g_object_unref (session);
}

static void
test_file (void)
{
  RmSession *session = ui_new_session ();
  g_autoptr (GFile) file = ui_write_table ("code,preferredLabel,altLabels\n"
                                       "1,manage staff,\"lead people\nrun a team\"\n"
                                       "2,,\n"
                                       "3,Manage staff,\n"
                                       "4,use a press,\n");
  GtkWidget *picker = open_picker (session, file);
  GtkWidget *view = NULL;

  /* Drop-downs have lists too. */
  for (guint skip = 0; view == NULL || !gtk_widget_has_css_class (view, "picker-view"); skip++)
    view = ui_find (picker, GTK_TYPE_LIST_VIEW, skip);
  g_assert_nonnull (find_saying (picker, GTK_TYPE_LABEL, "0 of 2 skills chosen"));
  g_assert_nonnull (find_saying (picker, GTK_TYPE_LABEL, "2 rows left out"));
  g_signal_emit_by_name (view, "activate", 0u);
  g_assert_nonnull (find_saying (picker, GTK_TYPE_LABEL, "1 of 2 skills chosen"));
  click (picker, "Add");
  ui_wait_until (count_skills (session) == 1);
  g_assert_cmpstr (rm_programme_get_skill (rm_session_get_programme (session), 0)->aliases, ==,
                   "lead people; run a team");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (session);
}

static void
test_bad_file (void)
{
  RmSession *session = ui_new_session ();
  g_autoptr (GFile) file = ui_write_table ("");
  GtkWidget *picker = open_picker (session, file);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (ui_find (picker, GTK_TYPE_STACK, 0))),
                   ==, "failed");
  g_assert_cmpuint (count_skills (session), ==, 0);
  gtk_window_destroy (GTK_WINDOW (picker));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (session);
}

/* A suggested need becomes one with one click, and the person is unrated as before. */
static void
test_suggestion (void)
{
  RmSession *session = ui_new_session ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *pane = g_object_new (RM_TYPE_PERSON_PANE, NULL);
  GtkWidget *rows = NULL;
  RmPerson *ada = rm_person_new ();
  const RmStanding *standing = NULL;
  g_autoptr (GError) error = NULL;
  gint64 skill = 0;

  ada->name = g_strdup ("Ada");
  ada->side = RM_SIDE_MENTEE;
  rm_command_add_record (session, ada, &error);
  rm_command_add_skill (session, "TikTok", NULL, &skill, &error);
  rm_command_nominate (session, ada->record.id, skill, RM_NOMINATION_LEARN, 0, "the board", NULL,
                       &error);
  g_assert_no_error (error);

  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  rm_record_pane_set_session (RM_RECORD_PANE (pane), session);
  rm_record_pane_show (RM_RECORD_PANE (pane), ada->record.id);
  rows = ui_find (pane, RM_TYPE_SUGGESTION_ROWS, 0);
  ui_wait_until (find_saying (rows, GTK_TYPE_LABEL, "nominated by the board") != NULL);
  click (rows, "Add");
  standing = rm_person_find_standing (
    rm_programme_find_person (rm_session_get_programme (session), ada->record.id), skill);
  g_assert_cmpint (standing->level, ==, -1);
  g_assert_cmpint (standing->target, ==, 3);
  ui_wait_until (!gtk_widget_get_visible (rows));

  /* What the level wanted means stands beside it. */
  rm_command_set_field (session, RM_TABLE_SKILL, skill,
                        rm_entity_find_field (rm_skill_entity (), "anchor_3"),
                        "Makes <short> videos alone", &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_saying (pane, GTK_TYPE_LABEL, "Makes <short> videos alone"));

  rm_record_pane_set_session (RM_RECORD_PANE (pane), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  rm_record_unref (ada);
  g_object_unref (session);
}

/* Nominations and consents are kept in the person's pane; levels are called as the programme says,
 * and what is not used is not seen. */
static void
test_person (void)
{
  RmSession *session = ui_new_session ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *pane = g_object_new (RM_TYPE_PERSON_PANE, NULL);
  RmPerson *ada = rm_person_new ();
  GtkWidget *rows = NULL;
  GtkWidget *combo = NULL;
  RmSettings *settings = NULL;
  g_autoptr (GError) error = NULL;

  ada->name = g_strdup ("Ada");
  ada->level = 9;
  rm_command_add_record (session, ada, &error);
  rm_command_name_seniority (session, 9, "Partner", &error);
  rm_command_add_named (session, RM_TABLE_CONSENT_PURPOSE, "Photos", NULL, &error);
  g_assert_no_error (error);
  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  rm_record_pane_set_session (RM_RECORD_PANE (pane), session);
  rm_record_pane_show (RM_RECORD_PANE (pane), ada->record.id);
  g_assert_nonnull (find_saying (pane, GTK_TYPE_LABEL, "9 · Partner"));
  g_assert_cmpstr (rm_session_get_undo_label (session), ==, "Ask for consent: Photos");

  rows = ui_find (pane, RM_TYPE_NOMINATION_ROWS, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_saying (rows, ADW_TYPE_ENTRY_ROW, "Nominated by")),
                         "The board");
  click (rows, "Nominate");
  g_assert_nonnull (find_saying (rows, ADW_TYPE_ACTION_ROW, "To learn: Taking part"));

  rows = ui_find (pane, RM_TYPE_CONSENT_ROWS, 0);
  combo = find_saying (rows, ADW_TYPE_COMBO_ROW, "Photos");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (combo)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 1);
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_CONSENT), ==,
                    1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 0);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (combo)), ==, 1);

  g_assert_null (find_saying (pane, ADW_TYPE_ENTRY_ROW, "Background tags"));
  settings = rm_record_copy (rm_programme_get_settings (rm_session_get_programme (session)));
  settings->special_category = 1;
  rm_command_change_settings (session, settings, "Use", &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_saying (pane, ADW_TYPE_ENTRY_ROW, "Background tags"));
  rm_record_unref (settings);

  rm_record_pane_set_session (RM_RECORD_PANE (pane), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  rm_record_unref (ada);
  g_object_unref (session);
}

static void
test_settings (void)
{
  RmSession *session = ui_new_session ();
  GtkWidget *window = rm_settings_window_new (session);
  GtkWidget *entry = NULL;

  gtk_window_present (GTK_WINDOW (window));
  entry = find_saying (window, ADW_TYPE_ENTRY_ROW, "Add a cohort");
  if (entry == NULL)
    {
      /* A page that is not shown is not looked through. */
      GtkWidget *page = NULL;

      for (guint skip = 0; entry == NULL; skip++)
        {
          page = ui_find (window, ADW_TYPE_PREFERENCES_PAGE, skip);
          g_assert_nonnull (page);
          adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (window),
                                                   ADW_PREFERENCES_PAGE (page));
          entry = find_saying (page, ADW_TYPE_ENTRY_ROW, "Add a cohort");
        }
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "Spring");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_COHORT), ==,
                    1);
  g_assert_nonnull (find_saying (window, ADW_TYPE_EXPANDER_ROW, "Spring"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "SPRING");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_COHORT), ==,
                    1);

  entry = find_saying (window, ADW_TYPE_ENTRY_ROW, "9 · Vice president");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Partner");
  g_signal_emit_by_name (entry, "entry-activated");
  g_assert_cmpstr (rm_seniority_find_name (rm_session_get_programme (session), 9), ==, "Partner");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Nothing of the window holds it. */
  wait_for_end (session);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/skills-page/page", test_page);
  g_test_add_func ("/ui/skills-page/roles", test_roles);
  g_test_add_func ("/ui/skills-page/starter", test_starter);
  g_test_add_func ("/ui/skills-page/file", test_file);
  g_test_add_func ("/ui/skills-page/bad-file", test_bad_file);
  g_test_add_func ("/ui/skills-page/suggestion", test_suggestion);
  g_test_add_func ("/ui/skills-page/person", test_person);
  g_test_add_func ("/ui/skills-page/settings", test_settings);
  return g_test_run ();
}
