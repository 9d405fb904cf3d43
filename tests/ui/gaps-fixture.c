/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gaps-fixture.h"

static const char *const keys[]
  = { "gaps-rows", "gaps-columns", "gaps-measure", "gaps-sort-rows", "gaps-sort-columns",
      "gaps-group-rows", "gaps-group-columns", "gaps-people" };

RmGapView *
gaps_get_view (GapsFixture *fixture)
{
  return rm_gaps_model_get_view (fixture->page->model);
}

void
gaps_settle (GapsFixture *fixture)
{
  ui_settle (fixture->window);
  ui_wait_until (gaps_get_view (fixture) != NULL && !rm_gaps_model_is_busy (fixture->page->model)
                 && !rm_gap_selection_is_busy (fixture->page->selection)
                 && !rm_gap_people_panel_is_busy (fixture->page->people));
  ui_settle (fixture->window);
}

void
gaps_set_up (GapsFixture *fixture,
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
  gaps_settle (fixture);
}

void
gaps_tear_down (GapsFixture *fixture,
                gconstpointer data)
{
  rm_page_set_session (RM_PAGE (fixture->page), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
  g_object_unref (fixture->settings);
}

void
gaps_choose (GapsFixture *fixture,
             const char *key,
             const char *word)
{
  g_settings_set_string (fixture->settings, key, word);
  gaps_settle (fixture);
}

void
gaps_act (GapsFixture *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  gaps_settle (fixture);
}

guint
gaps_count_rows (GapsFixture *fixture)
{
  return rm_heat_source_get_n_rows (rm_heatmap_get_source (fixture->page->heatmap));
}

guint
gaps_count_columns (GapsFixture *fixture)
{
  return rm_heat_source_get_n_columns (rm_heatmap_get_source (fixture->page->heatmap));
}

gboolean
gaps_says (GapsFixture *fixture,
           const char *pattern)
{
  return g_regex_match_simple (pattern, gtk_label_get_text (fixture->page->figures_label), 0, 0);
}

GtkWidget *
gaps_find_window (GType type)
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
