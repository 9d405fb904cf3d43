/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-pair-window.h"
#include "ui/gaps/rm-gap-table-window.h"

#include "gaps-fixture.h"

/* What the choices of the skill gaps page show, and what its actions do. */

static const RmGapLayout *
get_layout (GapsFixture *fixture)
{
  return rm_gaps_model_get_layout (fixture->page->model);
}

static gboolean
is_enabled (GapsFixture *fixture,
            const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->page->actions), name);
}

static void
test_kinds (GapsFixture *fixture,
            gconstpointer data)
{
  static const char *const rows[]
    = { "department", "site", "level", "cohort", "person", "mentor" };
  static const char *const measures[]
    = { "need", "supply", "gap", "unrated", "weighted", "unrated-share", "risk" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gaps_choose (fixture, "gaps-rows", rows[i]);
      g_assert_cmpuint (gaps_count_rows (fixture), >, 0);
      g_assert_true (gaps_says (fixture, ".*, .*: (need \\d+, supply \\d+, gap \\d+|"
                                         "nobody rated yet)"));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    gaps_choose (fixture, "gaps-measure", measures[i]);
  gaps_choose (fixture, "gaps-columns", "category");
  g_assert_cmpuint (gaps_count_columns (fixture), <, 10);
}

static void
test_block (GapsFixture *fixture,
            gconstpointer data)
{
  guint row = 0;

  rm_heatmap_select_block (fixture->page->heatmap, 1, 0, 2, 3);
  gaps_settle (fixture);
  g_assert_true (gaps_says (fixture, "^3 columns, 2 rows: need \\d+, supply \\d+, gap \\d+"));
  g_assert_true (is_enabled (fixture, "pair"));
  g_assert_true (is_enabled (fixture, "ask"));

  row = gaps_count_rows (fixture);
  gaps_act (fixture, "gaps.hide-rows");
  g_assert_cmpuint (gaps_count_rows (fixture), ==, row - 2);
  gaps_act (fixture, "gaps.show-all");
  g_assert_cmpuint (gaps_count_rows (fixture), ==, row);
}

static void
test_orders (GapsFixture *fixture,
             gconstpointer data)
{
  RmHeatSource *source = NULL;

  gaps_choose (fixture, "gaps-sort-rows", "total");
  gaps_choose (fixture, "gaps-sort-columns", "similar");
  rm_heatmap_select (fixture->page->heatmap, 0, 2);
  gaps_settle (fixture);
  gaps_act (fixture, "gaps.sort-by-column");
  source = rm_heatmap_get_source (fixture->page->heatmap);
  for (guint r = 1; r < gaps_count_rows (fixture); r++)
    {
      RmHeatCell before = rm_heat_source_get_cell (source, r - 1, 2);
      RmHeatCell cell = rm_heat_source_get_cell (source, r, 2);

      g_assert_true (cell.unrated || (!before.unrated && before.value >= cell.value));
    }
}

static void
test_groups (GapsFixture *fixture,
             gconstpointer data)
{
  guint n_departments = gaps_count_rows (fixture);
  guint n_skills = gaps_count_columns (fixture);

  gaps_choose (fixture, "gaps-rows", "person");
  g_settings_set_boolean (fixture->settings, "gaps-group-rows", TRUE);
  g_settings_set_boolean (fixture->settings, "gaps-group-columns", TRUE);
  gaps_settle (fixture);
  g_assert_cmpuint (gaps_count_rows (fixture), ==, n_departments);
  g_assert_cmpuint (gaps_count_columns (fixture), <, n_skills);
  g_signal_emit_by_name (fixture->page->heatmap, "name-activated", TRUE, 1);
  gaps_settle (fixture);
  g_assert_cmpuint (gaps_count_rows (fixture), >, n_departments);
  gaps_act (fixture, "gaps.fold-all");
  g_assert_cmpuint (gaps_count_rows (fixture), ==, n_departments);
  gaps_act (fixture, "gaps.unfold-all");
  g_assert_cmpuint (gaps_count_columns (fixture), >, n_skills);
}

/* What does nothing is not offered. */
static void
test_group_choices (GapsFixture *fixture,
                    gconstpointer data)
{
  static const char *const rows[] = { "department", "level", "site", "cohort", "mentor" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gaps_choose (fixture, "gaps-rows", rows[i]);
      g_assert_false (is_enabled (fixture, "gaps-group-rows"));
    }
  gaps_choose (fixture, "gaps-rows", "person");
  g_assert_true (is_enabled (fixture, "gaps-group-rows"));
  g_assert_false (is_enabled (fixture, "unfold-all"));
  gaps_act (fixture, "gaps.gaps-group-rows");
  g_assert_true (g_settings_get_boolean (fixture->settings, "gaps-group-rows"));
  g_assert_true (is_enabled (fixture, "unfold-all"));
  gaps_act (fixture, "gaps.gaps-group-rows");
  g_assert_false (g_settings_get_boolean (fixture->settings, "gaps-group-rows"));

  g_assert_true (is_enabled (fixture, "gaps-group-columns"));
  gaps_choose (fixture, "gaps-columns", "category");
  g_assert_false (is_enabled (fixture, "gaps-group-columns"));
}

/* As it was left the table is found again, when the programme is opened once more. */
static void
test_memory (GapsFixture *fixture,
             gconstpointer data)
{
  guint n_rows = gaps_count_rows (fixture);

  rm_heatmap_select_block (fixture->page->heatmap, 1, 0, 2, 1);
  gaps_settle (fixture);
  gaps_act (fixture, "gaps.hide-rows");
  gaps_act (fixture, "gaps.sort-by-column");
  g_assert_cmpuint (gaps_count_rows (fixture), ==, n_rows - 2);

  rm_page_set_session (RM_PAGE (fixture->page), NULL);
  g_assert_cmpuint (g_hash_table_size (get_layout (fixture)->rows.hidden), ==, 0);
  rm_page_set_session (RM_PAGE (fixture->page), fixture->session);
  gaps_settle (fixture);
  g_assert_cmpuint (gaps_count_rows (fixture), ==, n_rows - 2);
  g_assert_nonnull (get_layout (fixture)->rows.by);
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->page->note_label),
                            "Some rows or columns are hidden"));

  gaps_act (fixture, "gaps.show-all");
  g_assert_null (strstr (gtk_label_get_label (fixture->page->note_label), "hidden"));
  g_assert_cmpuint (gaps_count_rows (fixture), ==, n_rows);
}

static void
test_search (GapsFixture *fixture,
             gconstpointer data)
{
  guint n_rows = gaps_count_rows (fixture);

  gtk_editable_set_text (GTK_EDITABLE (fixture->page->search_entry), "prezi");
  ui_wait_until (get_layout (fixture)->filter != NULL && gaps_count_columns (fixture) == 1);
  g_assert_cmpuint (gaps_count_rows (fixture), ==, n_rows);
  gtk_editable_set_text (GTK_EDITABLE (fixture->page->search_entry), "nothing like it");
  ui_wait_until (g_str_equal (gtk_stack_get_visible_child_name (fixture->page->found), "nothing"));
  gaps_act (fixture, "gaps.show-all");
  g_assert_cmpuint (gaps_count_rows (fixture), ==, n_rows);
}

static GtkWidget *
find_button (GtkWidget *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* Three actions from a cell to a pair: select, "Pair these", "Pair". */
static void
test_pairing (GapsFixture *fixture,
              gconstpointer data)
{
  RmProgramme *programme = NULL;
  GtkWidget *window = NULL;
  GtkWidget *button = NULL;

  rm_heatmap_select (fixture->page->heatmap, 1, 0);
  gaps_settle (fixture);
  gaps_act (fixture, "gaps.pair");
  window = gaps_find_window (RM_TYPE_GAP_PAIR_WINDOW);
  g_assert_nonnull (window);
  ui_wait_until ((button = find_button (window, "Pair")) != NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_wait_until (rm_programme_count (rm_session_get_programme (fixture->session), RM_TABLE_PAIR)
                 == 1);
  programme = rm_session_get_programme (fixture->session);
  g_assert_true (rm_pair_is_open (rm_programme_get (programme, RM_TABLE_PAIR, 0)));
  gaps_settle (fixture);
}

static void
test_list (GapsFixture *fixture,
           gconstpointer data)
{
  GtkWidget *window = NULL;

  gaps_act (fixture, "gaps.as-list");
  window = gaps_find_window (RM_TYPE_GAP_TABLE_WINDOW);
  g_assert_nonnull (window);
  ui_settle (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Need by department and skill");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  GAPS_ADD ("/gaps-page/kinds", test_kinds);
  GAPS_ADD ("/gaps-page/block", test_block);
  GAPS_ADD ("/gaps-page/orders", test_orders);
  GAPS_ADD ("/gaps-page/groups", test_groups);
  GAPS_ADD ("/gaps-page/group-choices", test_group_choices);
  GAPS_ADD ("/gaps-page/memory", test_memory);
  GAPS_ADD ("/gaps-page/search", test_search);
  GAPS_ADD ("/gaps-page/pairing", test_pairing);
  GAPS_ADD ("/gaps-page/list", test_list);
  return g_test_run ();
}
