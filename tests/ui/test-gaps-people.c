/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-id-list.h"

#include "gaps-fixture.h"

/* The people behind the selected cells, beside the table or in its place. */

static GListModel *
get_names (GapsFixture *fixture)
{
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (
    GTK_WIDGET (fixture->page->people), RM_TYPE_GAP_PEOPLE_PANEL, "list"));

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/* Every one of the list has to be behind the cells, and as many as the figures say. */
static void
expect_in_need (GapsFixture *fixture,
                const RmGapBlock *block)
{
  RmProgramme *programme = rm_session_get_programme (fixture->session);
  GListModel *names = get_names (fixture);
  g_autoptr (GArray) skills = rm_gap_view_list_skills (gaps_get_view (fixture), block);
  guint n = rm_gap_view_count_block (gaps_get_view (fixture), block, RM_GAP_NEED, NULL).need;

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
          g_autofree char *department = rm_gap_view_dup_row_text (gaps_get_view (fixture), r);
          g_autofree char *before = g_steal_pointer (&departments);

          departments = g_strconcat (before != NULL ? before : "", "|", department, "|", NULL);
        }
      g_assert_nonnull (strstr (departments, person->department));
    }
}

static void
test_people (GapsFixture *fixture,
             gconstpointer data)
{
  RmGapBlock cell = { 1, 0, 1, 1 };
  RmGapBlock block = { 1, 0, 2, 3 };

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->people)));
  rm_heatmap_select (fixture->page->heatmap, cell.row, cell.column);
  gaps_settle (fixture);
  expect_in_need (fixture, &cell);
  rm_heatmap_select_block (fixture->page->heatmap, block.row, block.column, block.n_rows,
                           block.n_columns);
  gaps_settle (fixture);
  expect_in_need (fixture, &block);
}

/* Nobody of the sample has a pair. */
static guint
count_places (GapsFixture *fixture)
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
test_whom (GapsFixture *fixture,
           gconstpointer data)
{
  RmGapBlock block = { 1, 0, 1, 1 };
  RmGapCell cell;

  rm_heatmap_select (fixture->page->heatmap, block.row, block.column);
  gaps_settle (fixture);
  cell = rm_gap_view_count_block (gaps_get_view (fixture), &block, RM_GAP_NEED, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "gaps.show-people", "s", "supply");
  gaps_settle (fixture);
  ui_wait_until (count_places (fixture) == cell.supply);
  gaps_choose (fixture, "gaps-measure", "unrated");
  ui_wait_until (g_list_model_get_n_items (get_names (fixture)) == cell.unrated);
  gaps_choose (fixture, "gaps-measure", "weighted");
  ui_wait_until (g_list_model_get_n_items (get_names (fixture)) == cell.need);
}

/* The panel is remembered where there is room for it, and takes the table's place where not. */
static void
test_room (GapsFixture *fixture,
           gconstpointer data)
{
  GtkWidget *people = GTK_WIDGET (fixture->page->people);
  GtkWidget *table = GTK_WIDGET (fixture->page->found);

  g_signal_emit_by_name (people, "close");
  gaps_settle (fixture);
  g_assert_false (gtk_widget_get_visible (people));
  g_assert_false (g_settings_get_boolean (fixture->settings, "gaps-people"));
  gaps_act (fixture, "gaps.people");
  g_assert_true (gtk_widget_get_visible (people) && gtk_widget_get_visible (table));
  g_assert_true (g_settings_get_boolean (fixture->settings, "gaps-people"));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 700);
  ui_wait_until (!gtk_widget_get_visible (people));
  g_assert_true (gtk_widget_get_visible (table));
  g_signal_emit_by_name (fixture->page->heatmap, "cell-activated");
  gaps_settle (fixture);
  g_assert_true (gtk_widget_get_visible (people) && !gtk_widget_get_visible (table));
  g_signal_emit_by_name (people, "close");
  g_assert_true (gtk_widget_get_visible (table));
  g_assert_true (g_settings_get_boolean (fixture->settings, "gaps-people"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  ui_wait_until (gtk_widget_get_visible (people) && gtk_widget_get_visible (table));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  GAPS_ADD ("/gaps-people/people", test_people);
  GAPS_ADD ("/gaps-people/whom", test_whom);
  GAPS_ADD ("/gaps-people/room", test_room);
  return g_test_run ();
}
