/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-many.h"
#include "ui/gaps/rm-gap-pair-window.h"
#include "ui/gaps/rm-gap-table-window.h"
#include "ui/gaps/rm-gaps-page-private.h"
#include "ui/models/rm-id-list.h"

#include "ui-fixture.h"

/* The skill gaps page on the sample: its choices and actions. */

typedef struct
{
  RmSession *session;
  GSettings *settings;
  GtkWidget *window;
  RmGapsPage *page;
} Fixture;

static const char *const keys[]
  = { "gaps-rows", "gaps-columns", "gaps-measure", "gaps-sort-rows", "gaps-sort-columns",
      "gaps-group-rows", "gaps-group-columns", "gaps-people" };

/* Until nothing is counted or about to be. */
static void
settle (Fixture *fixture)
{
  ui_settle (fixture->window);
  ui_wait_until (fixture->page->view != NULL && fixture->page->job == NULL
                 && fixture->page->start_id == 0 && fixture->page->block_id == 0
                 && fixture->page->block_job == NULL
                 && !rm_gap_people_panel_is_busy (fixture->page->people));
  ui_settle (fixture->window);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->settings = g_settings_new (RM_APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->session = ui_open_sample ("gaps.mentoring");
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (RM_TYPE_GAPS_PAGE, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  rm_page_set_session (RM_PAGE (fixture->page), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  rm_page_set_session (RM_PAGE (fixture->page), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
  g_object_unref (fixture->settings);
}

static void
choose (Fixture *fixture,
        const char *key,
        const char *word)
{
  g_settings_set_string (fixture->settings, key, word);
  settle (fixture);
}

static void
act (Fixture *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  settle (fixture);
}

static guint
count_rows (Fixture *fixture)
{
  return rm_heat_source_get_n_rows (rm_heatmap_get_source (fixture->page->heatmap));
}

static guint
count_columns (Fixture *fixture)
{
  return rm_heat_source_get_n_columns (rm_heatmap_get_source (fixture->page->heatmap));
}

static gboolean
says (Fixture *fixture,
      const char *pattern)
{
  return g_regex_match_simple (pattern, gtk_label_get_text (fixture->page->figures_label), 0, 0);
}

static gboolean
is_enabled (Fixture *fixture,
            const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->page->actions), name);
}

static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  static const char *const rows[]
    = { "department", "site", "level", "cohort", "person", "mentor" };
  static const char *const measures[]
    = { "need", "supply", "gap", "unrated", "weighted", "unrated-share", "risk" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      choose (fixture, "gaps-rows", rows[i]);
      g_assert_cmpuint (count_rows (fixture), >, 0);
      g_assert_true (says (fixture, ".*, .*: (need \\d+, supply \\d+, gap \\d+|nobody rated yet)"));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    choose (fixture, "gaps-measure", measures[i]);
  choose (fixture, "gaps-columns", "category");
  g_assert_cmpuint (count_columns (fixture), <, 10);
}

static void
test_block (Fixture *fixture,
            gconstpointer data)
{
  guint row = 0;

  rm_heatmap_select_block (fixture->page->heatmap, 1, 0, 2, 3);
  settle (fixture);
  g_assert_true (says (fixture, "^3 columns, 2 rows: need \\d+, supply \\d+, gap \\d+"));
  g_assert_true (is_enabled (fixture, "pair"));
  g_assert_true (is_enabled (fixture, "ask"));

  row = count_rows (fixture);
  act (fixture, "gaps.hide-rows");
  g_assert_cmpuint (count_rows (fixture), ==, row - 2);
  act (fixture, "gaps.show-all");
  g_assert_cmpuint (count_rows (fixture), ==, row);
}

static void
test_orders (Fixture *fixture,
             gconstpointer data)
{
  RmHeatSource *source = NULL;

  choose (fixture, "gaps-sort-rows", "total");
  choose (fixture, "gaps-sort-columns", "similar");
  rm_heatmap_select (fixture->page->heatmap, 0, 2);
  settle (fixture);
  act (fixture, "gaps.sort-by-column");
  source = rm_heatmap_get_source (fixture->page->heatmap);
  for (guint r = 1; r < count_rows (fixture); r++)
    {
      RmHeatCell before = rm_heat_source_get_cell (source, r - 1, 2);
      RmHeatCell cell = rm_heat_source_get_cell (source, r, 2);

      g_assert_true (cell.unrated || (!before.unrated && before.value >= cell.value));
    }
}

static void
test_groups (Fixture *fixture,
             gconstpointer data)
{
  guint n_departments = count_rows (fixture);
  guint n_skills = count_columns (fixture);

  choose (fixture, "gaps-rows", "person");
  g_settings_set_boolean (fixture->settings, "gaps-group-rows", TRUE);
  g_settings_set_boolean (fixture->settings, "gaps-group-columns", TRUE);
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, n_departments);
  g_assert_cmpuint (count_columns (fixture), <, n_skills);
  g_signal_emit_by_name (fixture->page->heatmap, "name-activated", TRUE, 1);
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), >, n_departments);
  act (fixture, "gaps.fold-all");
  g_assert_cmpuint (count_rows (fixture), ==, n_departments);
  act (fixture, "gaps.unfold-all");
  g_assert_cmpuint (count_columns (fixture), >, n_skills);
}

/* What does nothing is not offered. */
static void
test_group_choices (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const rows[] = { "department", "level", "site", "cohort", "mentor" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      choose (fixture, "gaps-rows", rows[i]);
      g_assert_false (is_enabled (fixture, "gaps-group-rows"));
    }
  choose (fixture, "gaps-rows", "person");
  g_assert_true (is_enabled (fixture, "gaps-group-rows"));
  g_assert_false (is_enabled (fixture, "unfold-all"));
  act (fixture, "gaps.gaps-group-rows");
  g_assert_true (g_settings_get_boolean (fixture->settings, "gaps-group-rows"));
  g_assert_true (is_enabled (fixture, "unfold-all"));
  act (fixture, "gaps.gaps-group-rows");
  g_assert_false (g_settings_get_boolean (fixture->settings, "gaps-group-rows"));

  g_assert_true (is_enabled (fixture, "gaps-group-columns"));
  choose (fixture, "gaps-columns", "category");
  g_assert_false (is_enabled (fixture, "gaps-group-columns"));
}

/* As it was left the table is found again, when the programme is opened once more. */
static void
test_memory (Fixture *fixture,
             gconstpointer data)
{
  guint n_rows = count_rows (fixture);

  rm_heatmap_select_block (fixture->page->heatmap, 1, 0, 2, 1);
  settle (fixture);
  act (fixture, "gaps.hide-rows");
  act (fixture, "gaps.sort-by-column");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows - 2);

  rm_page_set_session (RM_PAGE (fixture->page), NULL);
  g_assert_cmpuint (g_hash_table_size (fixture->page->layout->rows.hidden), ==, 0);
  rm_page_set_session (RM_PAGE (fixture->page), fixture->session);
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, n_rows - 2);
  g_assert_nonnull (fixture->page->layout->rows.by);
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->page->note_label),
                            "Some rows or columns are hidden"));

  act (fixture, "gaps.show-all");
  g_assert_null (strstr (gtk_label_get_label (fixture->page->note_label), "hidden"));
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  guint n_rows = count_rows (fixture);

  gtk_editable_set_text (GTK_EDITABLE (fixture->page->search_entry), "prezi");
  ui_wait_until (fixture->page->layout->filter != NULL && count_columns (fixture) == 1);
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
  gtk_editable_set_text (GTK_EDITABLE (fixture->page->search_entry), "nothing like it");
  ui_wait_until (g_str_equal (gtk_stack_get_visible_child_name (fixture->page->found), "nothing"));
  act (fixture, "gaps.show-all");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
}

static GListModel *
get_names (Fixture *fixture)
{
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (
    GTK_WIDGET (fixture->page->people), RM_TYPE_GAP_PEOPLE_PANEL, "list"));

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* Every one of the list has to be behind the cells, and as many as the figures say. */
static void
expect_in_need (Fixture *fixture,
                const RmGapBlock *block)
{
  RmProgramme *programme = rm_session_get_programme (fixture->session);
  GListModel *names = get_names (fixture);
  g_autoptr (GArray) skills = rm_gap_view_list_skills (fixture->page->view, block);
  guint n = rm_gap_view_count_block (fixture->page->view, block, RM_GAP_NEED, NULL).need;

  g_assert_cmpuint (n, >, 0);
  ui_wait_until (g_list_model_get_n_items (names) == n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RmIdItem) item = g_list_model_get_item (names, i);
      const RmPerson *person = rm_programme_find_person (programme, rm_id_item_get_id (item));
      g_autofree char *departments = NULL;
      gboolean needy = FALSE;

      for (guint k = 0; k < skills->len; k++)
        {
          const RmStanding *standing
            = rm_person_find_standing (person, g_array_index (skills, gint64, k));

          needy = needy || (standing != NULL && standing->level >= 0
                            && standing->target > standing->level);
        }
      g_assert_true (needy);
      for (guint r = block->row; r < block->row + block->n_rows; r++)
        {
          g_autofree char *department = rm_gap_view_dup_row_text (fixture->page->view, r);
          g_autofree char *before = g_steal_pointer (&departments);

          departments = g_strconcat (before != NULL ? before : "", "|", department, "|", NULL);
        }
      g_assert_nonnull (strstr (departments, person->department));
    }
}

static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  RmGapBlock cell = { 1, 0, 1, 1 };
  RmGapBlock block = { 1, 0, 2, 3 };

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->people)));
  rm_heatmap_select (fixture->page->heatmap, cell.row, cell.column);
  settle (fixture);
  expect_in_need (fixture, &cell);
  rm_heatmap_select_block (fixture->page->heatmap, block.row, block.column, block.n_rows,
                           block.n_columns);
  settle (fixture);
  expect_in_need (fixture, &block);
}

/* Nobody of the sample has a pair. */
static guint
count_places (Fixture *fixture)
{
  RmProgramme *programme = rm_session_get_programme (fixture->session);
  GListModel *names = get_names (fixture);
  guint places = 0;

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (RmIdItem) item = g_list_model_get_item (names, i);
      const RmPerson *person = rm_programme_find_person (programme, rm_id_item_get_id (item));

      if (person != NULL)
        places += person->mentor_capacity > 0 ? (guint) person->mentor_capacity : 1;
    }

  return places;
}

static void
test_whom (Fixture *fixture,
           gconstpointer data)
{
  RmGapBlock block = { 1, 0, 1, 1 };
  RmGapCell cell;

  rm_heatmap_select (fixture->page->heatmap, block.row, block.column);
  settle (fixture);
  cell = rm_gap_view_count_block (fixture->page->view, &block, RM_GAP_NEED, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "gaps.show-people", "s", "supply");
  settle (fixture);
  ui_wait_until (count_places (fixture) == cell.supply);
  choose (fixture, "gaps-measure", "unrated");
  ui_wait_until (g_list_model_get_n_items (get_names (fixture)) == cell.unrated);
  choose (fixture, "gaps-measure", "weighted");
  ui_wait_until (g_list_model_get_n_items (get_names (fixture)) == cell.need);
}

/* The panel is remembered where there is room for it, and takes the place of the table where not. */
static void
test_room (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *people = GTK_WIDGET (fixture->page->people);
  GtkWidget *table = GTK_WIDGET (fixture->page->found);

  g_signal_emit_by_name (people, "close");
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (people));
  g_assert_false (g_settings_get_boolean (fixture->settings, "gaps-people"));
  act (fixture, "gaps.people");
  g_assert_true (gtk_widget_get_visible (people) && gtk_widget_get_visible (table));
  g_assert_true (g_settings_get_boolean (fixture->settings, "gaps-people"));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 700);
  ui_wait_until (!gtk_widget_get_visible (people));
  g_assert_true (gtk_widget_get_visible (table));
  g_signal_emit_by_name (fixture->page->heatmap, "cell-activated");
  settle (fixture);
  g_assert_true (gtk_widget_get_visible (people) && !gtk_widget_get_visible (table));
  g_signal_emit_by_name (people, "close");
  g_assert_true (gtk_widget_get_visible (table));
  g_assert_true (g_settings_get_boolean (fixture->settings, "gaps-people"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  ui_wait_until (gtk_widget_get_visible (people) && gtk_widget_get_visible (table));
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
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
test_pairing (Fixture *fixture,
              gconstpointer data)
{
  RmProgramme *programme = NULL;
  GtkWidget *window = NULL;
  GtkWidget *button = NULL;

  rm_heatmap_select (fixture->page->heatmap, 1, 0);
  settle (fixture);
  act (fixture, "gaps.pair");
  window = find_window (RM_TYPE_GAP_PAIR_WINDOW);
  g_assert_nonnull (window);
  ui_wait_until ((button = find_button (window, "Pair")) != NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_wait_until (rm_programme_count (rm_session_get_programme (fixture->session), RM_TABLE_PAIR)
                 == 1);
  programme = rm_session_get_programme (fixture->session);
  g_assert_true (rm_pair_is_open (rm_programme_get (programme, RM_TABLE_PAIR, 0)));
  settle (fixture);
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *window = NULL;

  act (fixture, "gaps.as-list");
  window = find_window (RM_TYPE_GAP_TABLE_WINDOW);
  g_assert_nonnull (window);
  ui_settle (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Need by department and skill");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_comparison (Fixture *fixture,
                 gconstpointer data)
{
  fixture->page->comparing = RM_GAPS_DATE;
  fixture->page->first = g_strdup ("2026-02-15");
  rm_gaps_page_count_later (fixture->page);
  settle (fixture);
  g_assert_true (rm_heat_source_is_change (rm_heatmap_get_source (fixture->page->heatmap)));
  g_assert_true (gtk_widget_get_visible (fixture->page->comparison_bar));
  g_assert_true (says (fixture, "Need: first .*, then .*"));
  act (fixture, "gaps.compare-nothing");
  g_assert_false (rm_heat_source_is_change (rm_heatmap_get_source (fixture->page->heatmap)));
  g_assert_false (gtk_widget_get_visible (fixture->page->comparison_bar));
}

/* Two days between which nothing was rated are the same; a day is held against an earlier one. */
static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  RmHeatSource *source = NULL;
  gboolean any = FALSE;

  fixture->page->comparing = RM_GAPS_DATE;
  fixture->page->first = g_strdup ("1999-01-01");
  fixture->page->second = g_strdup ("2000-01-01");
  rm_gaps_page_count_later (fixture->page);
  settle (fixture);
  source = rm_heatmap_get_source (fixture->page->heatmap);
  for (guint r = 0; r < rm_heat_source_get_n_rows (source); r++)
    for (guint c = 0; c < rm_heat_source_get_n_columns (source); c++)
      g_assert_true (rm_heat_source_get_cell (source, r, c).unrated
                     || rm_heat_source_get_cell (source, r, c).value == 0);
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->page->comparison_label),
                            "from 1999-01-01 to 2000-01-01"));

  g_clear_pointer (&fixture->page->second, g_free);
  fixture->page->second = g_strdup ("2026-06-30");
  rm_gaps_page_count_later (fixture->page);
  settle (fixture);
  source = rm_heatmap_get_source (fixture->page->heatmap);
  for (guint r = 0; r < rm_heat_source_get_n_rows (source); r++)
    for (guint c = 0; c < rm_heat_source_get_n_columns (source); c++)
      any = any || rm_heat_source_get_cell (source, r, c).value > 0;
  g_assert_true (any);
}

/* Every other mentee is of one cohort. */
static void
make_cohorts (Fixture *fixture)
{
  static const char *const names[] = { "Autumn", "Spring" };
  RmProgramme *programme = rm_session_get_programme (fixture->session);
  const RmField *field = rm_entity_find_field (rm_person_entity (), "cohort");

  for (guint c = 0; c < 2; c++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      programme = rm_session_get_programme (fixture->session);
      for (guint i = c; i < rm_programme_count (programme, RM_TABLE_PERSON); i += 2)
        g_array_append_val (ids, rm_programme_get_person (programme, i)->record.id);
      rm_command_set_field_of_many_async (fixture->session, (const gint64 *) (gpointer) ids->data,
                                          ids->len, field, names[c], NULL, NULL);
      ui_wait_until (rm_session_is_editable (fixture->session));
    }
}

static int
count_need (RmProgramme *programme,
            const char *cohort,
            const char *department,
            gint64 skill)
{
  int n = 0;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      const RmStanding *standing = rm_person_find_standing (person, skill);

      if (person->side != RM_SIDE_MENTOR && person->state == RM_PERSON_ACTIVE
          && g_strcmp0 (person->cohort, cohort) == 0
          && g_strcmp0 (person->department, department) == 0 && standing != NULL
          && standing->level >= 0 && standing->target > standing->level)
        n++;
    }

  return n;
}

/* How many more the second has in need than the first, counted anew. */
static void
test_cohorts (Fixture *fixture,
              gconstpointer data)
{
  RmProgramme *programme = NULL;
  RmHeatSource *source = NULL;
  GtkWidget *dialog = NULL;
  guint n_compared = 0;

  make_cohorts (fixture);
  settle (fixture);
  ui_allow_question (TRUE);
  act (fixture, "gaps.compare-cohorts");
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "do");
  settle (fixture);
  ui_allow_question (FALSE);

  programme = rm_session_get_programme (fixture->session);
  source = rm_heatmap_get_source (fixture->page->heatmap);
  g_assert_true (rm_heat_source_is_change (source));
  g_assert_nonnull (strstr (gtk_label_get_label (fixture->page->comparison_label), "Spring"));
  for (guint r = 0; r + 1 < rm_heat_source_get_n_rows (source); r++)
    for (guint c = 0; c < rm_heat_source_get_n_columns (source); c++)
      {
        RmGapBlock block = { r, c, 1, 1 };
        RmHeatCell cell = rm_heat_source_get_cell (source, r, c);
        g_autofree char *department = rm_gap_view_dup_row_text (fixture->page->view, r);
        g_autoptr (GArray) skills = rm_gap_view_list_skills (fixture->page->view, &block);
        gint64 skill = g_array_index (skills, gint64, 0);

        if (cell.unrated)
          continue;
        n_compared++;
        g_assert_cmpint (cell.value, ==, count_need (programme, "Spring", department, skill)
                                           - count_need (programme, "Autumn", department, skill));
      }
  g_assert_cmpuint (n_compared, >, 100);
  act (fixture, "gaps.compare-nothing");
  g_assert_false (rm_heat_source_is_change (rm_heatmap_get_source (fixture->page->heatmap)));
}

#define ADD(path, func) g_test_add ("/gaps-page/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("kinds", test_kinds);
  ADD ("block", test_block);
  ADD ("people", test_people);
  ADD ("whom", test_whom);
  ADD ("room", test_room);
  ADD ("orders", test_orders);
  ADD ("groups", test_groups);
  ADD ("group-choices", test_group_choices);
  ADD ("memory", test_memory);
  ADD ("search", test_search);
  ADD ("pairing", test_pairing);
  ADD ("list", test_list);
  ADD ("comparison", test_comparison);
  ADD ("days", test_days);
  ADD ("cohorts", test_cohorts);
  return g_test_run ();
}
