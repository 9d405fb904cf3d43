/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands.h"
#include "ui/gaps/rm-gaps-choice.h"
#include "ui/gaps/rm-gaps-model.h"

#include "ui-fixture.h"

/* The table of skill gaps without a page around it: what is chosen is counted, once, and nothing
 * else is ever shown. */

typedef struct
{
  char *folder;         /* of what is kept for documents: none finds what another test left */
  RmSession *session;
  GSettings *settings;
  RmGapsModel *model;
  guint n_views;        /* how often there was another table */
  RmGapRows rows;       /* what the rows of the last one stand for */
} Fixture;

static const RmGaps *
get_table (Fixture *self)
{
  RmGapSheet *sheet = rm_gap_view_get_sheet (rm_gaps_model_get_view (self->model));

  return rm_gap_sheet_get_table (sheet, FALSE, FALSE);
}

static void
view_changed_cb (Fixture *self)
{
  if (rm_gaps_model_get_view (self->model) == NULL)
    return;

  self->n_views++;
  self->rows = rm_gaps_get_row_kind (get_table (self));
}

static void
settle (Fixture *self)
{
  wait_until (!rm_gaps_model_is_busy (self->model));
}

static RmSession *
open_sample (const char *folder)
{
  g_autoptr (GFile) file = ui_copy_sample ("model.mentoring");
  g_autoptr (GError) error = NULL;
  RmSession *session = rm_session_open (file, FALSE, RM_OPEN_NONE, folder, &error);

  g_assert_no_error (error);
  rm_session_verify (session, &error);
  g_assert_no_error (error);
  return session;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  static const char *const keys[]
    = { "gaps-rows", "gaps-columns", "gaps-measure", "gaps-sort-rows", "gaps-sort-columns",
        "gaps-group-rows", "gaps-group-columns" };

  self->settings = g_settings_new (RM_APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
  self->folder = g_dir_make_tmp ("rm-gaps-XXXXXX", NULL);
  self->session = open_sample (self->folder);
  self->model = rm_gaps_model_new (self->settings);
  g_signal_connect_swapped (self->model, "view-changed", G_CALLBACK (view_changed_cb), self);
}

static void
set_up_counted (Fixture *self,
                gconstpointer data)
{
  set_up (self, data);
  rm_gaps_model_set_seen (self->model, TRUE);
  rm_gaps_model_set_session (self->model, self->session);
  settle (self);
  g_assert_cmpuint (self->n_views, ==, 1);
}

/* Whoever still counts holds the model, but nothing of what it was told. */
static void
tear_down (Fixture *self,
           gconstpointer data)
{
  rm_gaps_model_set_session (self->model, NULL);
  wait_for_end (self->model);
  wait_for_end (self->session);
  g_object_unref (self->settings);
  remove_folder (self->folder);
  g_free (self->folder);
}

static guint
count_rows (Fixture *self)
{
  return rm_heat_source_get_n_rows (RM_HEAT_SOURCE (rm_gaps_model_get_view (self->model)));
}

static guint
count_columns (Fixture *self)
{
  return rm_heat_source_get_n_columns (RM_HEAT_SOURCE (rm_gaps_model_get_view (self->model)));
}

/* While nobody looks nothing is counted; then all that has changed meanwhile, at once. */
static void
test_seen (Fixture *self,
           gconstpointer data)
{
  g_assert_cmpint (rm_gaps_model_get_state (self->model), ==, RM_GAPS_STATE_CLOSED);
  rm_gaps_model_set_session (self->model, self->session);
  rm_gaps_choice_set_rows (self->settings, RM_GAP_ROWS_SITE);
  g_assert_false (rm_gaps_model_is_busy (self->model));
  g_assert_cmpint (rm_gaps_model_get_state (self->model), ==, RM_GAPS_STATE_WAITING);

  rm_gaps_model_set_seen (self->model, TRUE);
  g_assert_true (rm_gaps_model_is_busy (self->model));
  settle (self);
  g_assert_cmpuint (self->n_views, ==, 1);
  g_assert_cmpint (self->rows, ==, RM_GAP_ROWS_SITE);
  g_assert_cmpint (rm_gaps_model_get_state (self->model), ==, RM_GAPS_STATE_TABLE);

  rm_gaps_model_set_seen (self->model, FALSE);
  rm_gaps_model_set_seen (self->model, TRUE);
  g_assert_false (rm_gaps_model_is_busy (self->model));

  rm_gaps_model_set_seen (self->model, FALSE);
  rm_gaps_model_set_filter (self->model, "prezi");
  rm_gaps_model_set_seen (self->model, TRUE);
  settle (self);
  g_assert_cmpuint (self->n_views, ==, 2);
  g_assert_cmpuint (count_columns (self), ==, 1);
}

static void
note_key (char **told,
          const char *key)
{
  g_autofree char *before = *told;

  *told = g_strconcat (before != NULL ? before : "", key, " ", NULL);
}

static void
test_choice (Fixture *self,
             gconstpointer data)
{
  g_autofree char *told = NULL;

  g_signal_connect_swapped (self->model, "choice-changed", G_CALLBACK (note_key), &told);
  rm_gaps_choice_set_rows (self->settings, RM_GAP_ROWS_PERSON);
  rm_gaps_choice_set_measure (self->settings, RM_GAP_SUPPLY);
  rm_gaps_model_choose_columns (self->model, RM_GAP_COLUMNS_CATEGORY, NULL);
  g_settings_set_string (self->settings, "people-sort", "name");
  g_assert_cmpstr (told, ==, "gaps-rows gaps-measure gaps-columns ");
  g_assert_cmpuint (self->n_views, ==, 1);

  settle (self);
  g_assert_cmpuint (self->n_views, ==, 2);
  g_assert_cmpint (self->rows, ==, RM_GAP_ROWS_PERSON);
  g_assert_cmpint (rm_gaps_get_column_kind (get_table (self)), ==, RM_GAP_COLUMNS_CATEGORY);
  g_assert_cmpint (rm_gap_view_get_measure (rm_gaps_model_get_view (self->model)), ==,
                   RM_GAP_SUPPLY);
  g_signal_handlers_disconnect_by_data (self->model, &told);
}

/* What only stands elsewhere, or not at all, is not counted again. */
static void
test_layout (Fixture *self,
             gconstpointer data)
{
  g_autoptr (RmGapView) before = g_object_ref (rm_gaps_model_get_view (self->model));
  guint n_rows = count_rows (self);

  rm_gaps_model_hide (self->model, TRUE, 1, 2);
  rm_gaps_model_sort_by (self->model, TRUE, 0);
  settle (self);
  g_assert_cmpuint (count_rows (self), ==, n_rows - 2);
  g_assert_nonnull (rm_gaps_model_get_layout (self->model)->rows.by);
  g_assert_true (rm_gaps_model_get_view (self->model) != before);
  g_assert_true (rm_gap_view_get_sheet (rm_gaps_model_get_view (self->model))
                 == rm_gap_view_get_sheet (before));

  rm_gaps_model_show_all (self->model);
  settle (self);
  g_assert_cmpuint (count_rows (self), ==, n_rows);
}

static void
test_groups (Fixture *self,
             gconstpointer data)
{
  guint n_folded = 0;
  guint n_open = 0;

  rm_gaps_choice_set_rows (self->settings, RM_GAP_ROWS_PERSON);
  g_settings_set_boolean (self->settings, "gaps-group-rows", TRUE);
  settle (self);
  n_folded = count_rows (self);
  rm_gaps_model_toggle_group (self->model, TRUE, 1);
  settle (self);
  n_open = count_rows (self);
  g_assert_cmpuint (n_open, >, n_folded);
  rm_gaps_model_toggle_group (self->model, TRUE, 2);
  g_assert_false (rm_gaps_model_is_busy (self->model));
  rm_gaps_model_unfold_all (self->model);
  settle (self);
  g_assert_cmpuint (count_rows (self), >, n_open);
  rm_gaps_model_fold_all (self->model);
  settle (self);
  g_assert_cmpuint (count_rows (self), ==, n_folded);
}

/* Nothing of what was asked before is shown, however far a worker has got with it. */
static void
test_stale (Fixture *self,
            gconstpointer data)
{
  static const RmGapRows asked[]
    = { RM_GAP_ROWS_PERSON, RM_GAP_ROWS_LEVEL, RM_GAP_ROWS_MENTOR, RM_GAP_ROWS_SITE };

  for (gsize k = 0; k < G_N_ELEMENTS (asked); k++)
    {
      rm_gaps_choice_set_rows (self->settings, asked[k]);
      /* The worker begins, and mostly ends too; its answer takes a turn of the loop more. */
      g_main_context_iteration (NULL, TRUE);
      g_usleep (30000);
      g_assert_cmpuint (self->n_views, ==, 1);
    }
  settle (self);
  g_assert_cmpuint (self->n_views, ==, 2);
  g_assert_cmpint (self->rows, ==, RM_GAP_ROWS_SITE);
}

/* Nor is a table of other people laid out anew as if it were theirs. */
static void
test_edit (Fixture *self,
           gconstpointer data)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  gint64 skill = rm_programme_get_skill (programme, 0)->record.id;
  guint n = count_columns (self);
  g_autoptr (GError) error = NULL;

  rm_command_set_field (self->session, RM_TABLE_SKILL, skill,
                        rm_entity_find_field (rm_skill_entity (), "retired"), "yes", &error);
  g_assert_no_error (error);
  rm_gaps_model_set_filter (self->model, "");
  rm_gaps_model_show_all (self->model);
  settle (self);
  g_assert_cmpuint (self->n_views, ==, 2);
  g_assert_cmpuint (count_columns (self), ==, n - 1);
}

static void
test_category (Fixture *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) categories = rm_gaps_model_list_categories (self->model);
  guint n = count_columns (self);
  guint n_found = 0;

  for (guint k = 0; k < categories->len; k++)
    {
      rm_gaps_model_choose_columns (self->model, RM_GAP_COLUMNS_SKILL, categories->pdata[k]);
      settle (self);
      n_found += count_columns (self);
    }
  g_assert_cmpuint (n_found, ==, n);

  /* Of one that is gone there would be an empty table, and no way to see why. */
  rm_gaps_model_choose_columns (self->model, RM_GAP_COLUMNS_SKILL, "There is no such category");
  settle (self);
  g_assert_null (rm_gaps_model_get_layout (self->model)->category);
  g_assert_cmpuint (count_columns (self), ==, n);
}

static void
test_comparison (Fixture *self,
                 gconstpointer data)
{
  rm_gaps_model_compare (self->model, NULL);
  g_assert_false (rm_gaps_model_is_busy (self->model));

  rm_gaps_model_compare (self->model,
                         rm_gap_comparison_new (RM_GAP_COMPARING_DAYS, "2026-02-15", NULL));
  settle (self);
  g_assert_nonnull (rm_gap_view_get_before (rm_gaps_model_get_view (self->model)));
  rm_gaps_model_hide (self->model, TRUE, 0, 1);
  settle (self);
  g_assert_nonnull (rm_gap_view_get_before (rm_gaps_model_get_view (self->model)));
  rm_gaps_model_compare (self->model, NULL);
  settle (self);
  g_assert_null (rm_gap_view_get_before (rm_gaps_model_get_view (self->model)));
}

/* Another programme, or none: nothing of the one before stays, but how its table was shown. */
static void
test_session (Fixture *self,
              gconstpointer data)
{
  g_autoptr (RmSession) empty = ui_new_session ();
  guint n_rows = count_rows (self);

  rm_gaps_model_hide (self->model, TRUE, 1, 1);
  settle (self);
  rm_gaps_model_compare (self->model,
                         rm_gap_comparison_new (RM_GAP_COMPARING_DAYS, "2026-02-15", NULL));
  g_main_context_iteration (NULL, TRUE);
  self->n_views = 0;

  rm_gaps_model_set_session (self->model, NULL);
  g_assert_null (rm_gaps_model_get_view (self->model));
  g_assert_null (rm_gaps_model_get_comparison (self->model));
  g_assert_cmpuint (g_hash_table_size (rm_gaps_model_get_layout (self->model)->rows.hidden), ==, 0);
  g_assert_cmpint (rm_gaps_model_get_state (self->model), ==, RM_GAPS_STATE_CLOSED);
  g_assert_false (rm_gaps_model_is_busy (self->model));
  rm_gaps_choice_set_rows (self->settings, RM_GAP_ROWS_LEVEL);
  rm_gaps_model_show_all (self->model);
  g_assert_false (rm_gaps_model_is_busy (self->model));

  rm_gaps_model_set_session (self->model, empty);
  g_assert_cmpint (rm_gaps_model_get_state (self->model), ==, RM_GAPS_STATE_NOBODY);
  settle (self);

  rm_gaps_choice_set_rows (self->settings, RM_GAP_ROWS_DEPARTMENT);
  rm_gaps_model_set_session (self->model, self->session);
  settle (self);
  g_assert_cmpuint (count_rows (self), ==, n_rows - 1);
  g_assert_cmpuint (self->n_views, ==, 2);
}

#define ADD(path, set, func) g_test_add ("/gaps-model/" path, Fixture, NULL, set, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("rm-gaps-XXXXXX", NULL);
  int status = 0;

  /* Where the sample is copied to. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("seen", set_up, test_seen);
  ADD ("choice", set_up_counted, test_choice);
  ADD ("layout", set_up_counted, test_layout);
  ADD ("groups", set_up_counted, test_groups);
  ADD ("stale", set_up_counted, test_stale);
  ADD ("edit", set_up_counted, test_edit);
  ADD ("category", set_up_counted, test_category);
  ADD ("comparison", set_up_counted, test_comparison);
  ADD ("session", set_up_counted, test_session);
  status = g_test_run ();
  remove_folder (home);
  return status;
}
