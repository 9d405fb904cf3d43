/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-people-columns.h"

/* The order that a click on a header requests. */

static GtkColumnView *
new_view (void)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));

  rm_people_columns_add (view);
  return view;
}

static void
sort_by (GtkColumnView *view,
         guint column,
         GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) header
    = g_list_model_get_item (gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, header, order);
}

static void
expect_sort (GtkColumnView *view,
             RmPeopleSort expected,
             gboolean expected_descending)
{
  RmPeopleSort sort = RM_PEOPLE_SORT_STATE;
  gboolean descending = !expected_descending;

  rm_people_columns_get_sort (view, &sort, &descending);
  g_assert_cmpint (sort, ==, expected);
  g_assert_cmpint (descending, ==, expected_descending);
}

static void
test_sort (void)
{
  GtkColumnView *view = new_view ();

  expect_sort (view, RM_PEOPLE_SORT_NAME, FALSE);
  sort_by (view, 0, GTK_SORT_DESCENDING);
  expect_sort (view, RM_PEOPLE_SORT_NAME, TRUE);
  sort_by (view, 1, GTK_SORT_ASCENDING);
  expect_sort (view, RM_PEOPLE_SORT_DEPARTMENT, FALSE);
  sort_by (view, 2, GTK_SORT_DESCENDING);
  expect_sort (view, RM_PEOPLE_SORT_LEVEL, TRUE);
  sort_by (view, 6, GTK_SORT_ASCENDING);
  expect_sort (view, RM_PEOPLE_SORT_STATE, FALSE);
  g_assert_finalize_object (view);
}

static void
test_fit (void)
{
  static const struct
  {
    int width;
    guint shown;
  } cases[] = { { 0, 1 }, { 350, 1 }, { 420, 2 }, { 500, 3 }, { 560, 4 }, { 2000, 7 } };
  GtkColumnView *view = new_view ();
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint shown = 0;

      rm_people_columns_fit (view, cases[i].width);
      for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
        {
          g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, c);

          shown += gtk_column_view_column_get_visible (column) ? 1 : 0;
        }
      g_assert_cmpuint (shown, ==, cases[i].shown);
    }
  g_assert_finalize_object (view);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/people-columns/sort", test_sort);
  g_test_add_func ("/ui/people-columns/fit", test_fit);
  return g_test_run ();
}
