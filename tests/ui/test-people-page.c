/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-people-page-private.h"

#include "ui-fixture.h"

/* The filters of the list of people, and their place when there is little room. */

typedef struct
{
  RmSession *session;
  GtkWidget *window;
  RmPeoplePage *page;
} Fixture;

static void
settle (Fixture *fixture)
{
  ui_settle (fixture->window);
  ui_wait_until (fixture->page->fit_idle == 0);
  ui_settle (fixture->window);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->session = ui_open_sample ("people-page.mentoring");
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (RM_TYPE_PEOPLE_PAGE, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (data), 700);
  rm_page_set_session (RM_PAGE (fixture->page), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_until (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->list)) > 0);
  settle (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  rm_page_set_session (RM_PAGE (fixture->page), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for_end (fixture->session);
}

static gboolean
stands_in (gpointer filter,
           gpointer box)
{
  return gtk_widget_get_parent (filter) == box;
}

static gboolean
says (Fixture *fixture,
      const char *pattern)
{
  return g_regex_match_simple (pattern, gtk_label_get_label (fixture->page->count), 0, 0);
}

/* All that stands in the bar can be seen: nothing has to be scrolled. */
static void
assert_fits (Fixture *fixture)
{
  int needed = 0;

  gtk_widget_measure (GTK_WIDGET (fixture->page->filters), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &needed, NULL, NULL);
  g_test_message ("filters need %d of %d pixels", needed, fixture->page->width);
  g_assert_cmpint (needed, <=, fixture->page->width);
}

static void
test_wide (Fixture *fixture,
           gconstpointer data)
{
  RmPeoplePage *page = fixture->page;

  assert_fits (fixture);
  g_assert_true (stands_in (page->side_filter, page->filters));
  g_assert_true (stands_in (page->department_filter, page->filters));
  g_assert_true (stands_in (page->tenure_filter, page->filters));
  g_assert_true (stands_in (page->unrated_filter, page->more_box));
  g_assert_cmpstr (gtk_menu_button_get_label (page->more_filters), ==, "More filters");
}

/* What moved into the menu works as before, and the button says that it is on. */
static void
test_narrow (Fixture *fixture,
             gconstpointer data)
{
  RmPeoplePage *page = fixture->page;

  assert_fits (fixture);
  g_assert_true (stands_in (page->side_filter, page->filters));
  g_assert_true (stands_in (page->department_filter, page->more_box));
  g_assert_true (stands_in (page->tenure_filter, page->more_box));
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (page->more_box))
                 == GTK_WIDGET (page->department_filter));
  gtk_drop_down_set_selected (page->department_filter, 1);
  ui_wait_until (says (fixture, "^\\d+ of 322 people"));
  g_assert_cmpstr (gtk_menu_button_get_label (page->more_filters), ==, "More filters: 1");
  gtk_check_button_set_active (page->unrated_filter, TRUE);
  ui_wait_until (says (fixture, "^0 of 322 people"));
  g_assert_cmpstr (gtk_menu_button_get_label (page->more_filters), ==, "More filters: 2");
  gtk_test_accessible_assert_property (GTK_WIDGET (page->more_filters),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "More filters: 2");
  settle (fixture);
  assert_fits (fixture);

  rm_people_page_clear_filters (page);
  ui_wait_until (says (fixture, "^322 people"));
  g_assert_cmpstr (gtk_menu_button_get_label (page->more_filters), ==, "More filters");
}

/* Enter on a row that only has the focus shows who stands there, not an empty pane. */
static void
test_enter (Fixture *fixture,
            gconstpointer data)
{
  RmPeoplePage *page = fixture->page;
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (page->selection);
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_unselect_all (selection);
  g_signal_emit_by_name (page->view, "activate", 3);
  selected = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  g_assert_true (gtk_bitset_contains (selected, 3));

  /* Of several who are selected none is let go. */
  g_clear_pointer (&selected, gtk_bitset_unref);
  gtk_selection_model_select_range (selection, 2, 4, TRUE);
  g_signal_emit_by_name (page->view, "activate", 3);
  selected = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 4);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/people-page/wide", Fixture, GINT_TO_POINTER (1200), set_up, test_wide,
              tear_down);
  g_test_add ("/ui/people-page/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_narrow,
              tear_down);
  g_test_add ("/ui/people-page/enter", Fixture, GINT_TO_POINTER (360), set_up, test_enter,
              tear_down);
  return g_test_run ();
}
