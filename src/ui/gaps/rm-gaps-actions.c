/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-actions.h"

#include "app/commands/rm-commands.h"
#include "app/gaps/rm-gaps-export.h"
#include "app/queries/rm-programme-query.h"
#include "core/base/rm-sentence.h"
#include "ui/gaps/rm-gap-compare-dialog.h"
#include "ui/gaps/rm-gap-pair-window.h"
#include "ui/gaps/rm-gap-table-window.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-export.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Names of actions that choose something are those of its setting: a menu then needs no other words
 * for it. */

struct _RmGapsActions
{
  GSimpleActionGroup parent_instance;

  /* owned */
  RmGapsModel *model;
  RmGapSelection *selection;

  /* borrowed */
  GtkWidget *owner;
};

G_DEFINE_FINAL_TYPE (RmGapsActions, rm_gaps_actions, G_TYPE_SIMPLE_ACTION_GROUP)

static GtkWindow *
get_window (RmGapsActions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->owner));
}

static void
pair_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  RmGapsActions *self = data;
  const RmGapBlock *block = rm_gap_selection_get_block (self->selection);
  RmGapView *view = rm_gap_selection_get_view (self->selection);

  if (block != NULL)
    gtk_window_present (GTK_WINDOW (rm_gap_pair_window_new (
      get_window (self), rm_gaps_model_get_session (self->model), view, block)));
}

/* What is written is what was shown and selected when it was asked for. */
typedef struct
{
  RmGapView *view;
  RmGapBlock block;
  RmGapsFile kind;
  gboolean rtl;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->view);
  g_free (self);
}

static void
start_export (RmJob *job,
              GFile *file,
              gpointer data,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  const Export *export = data;

  rm_gaps_export_write_async (export->view, &export->block, export->kind, export->rtl, file, job,
                              callback, user_data);
}

static void
choose_file (RmGapsActions *self,
             RmGapsFile kind,
             const char *title,
             const char *name)
{
  Export *export = NULL;
  const RmGapBlock *block = rm_gap_selection_get_block (self->selection);

  if (block == NULL)
    return;

  export = g_new0 (Export, 1);
  export->view = g_object_ref (rm_gap_selection_get_view (self->selection));
  export->block = *block;
  export->kind = kind;
  export->rtl = gtk_widget_get_direction (self->owner) == GTK_TEXT_DIR_RTL;
  if (kind == RM_GAPS_QUESTIONS)
    rm_export_choose_table (get_window (self), title, name, start_export, export, export_free);
  else
    rm_export_choose_file (get_window (self), title, name, start_export, export, export_free);
}

static void
ask_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer data)
{
  choose_file (data, RM_GAPS_QUESTIONS, _ ("Ask Them to Rate"), _ ("Ratings to fill in"));
}

static void
add_needs (RmGapsActions *self,
           int target)
{
  RmGapView *view = rm_gap_selection_get_view (self->selection);
  const RmGapBlock *block = rm_gap_selection_get_block (self->selection);
  RmSession *session = rm_gaps_model_get_session (self->model);
  g_autoptr (GArray) people = NULL;
  g_autoptr (GArray) skills = NULL;
  g_autoptr (RmJob) job = NULL;

  if (block == NULL)
    return;

  people = rm_gap_view_list_people (view, block);
  skills = rm_gap_view_list_skills (view, block);
  if (rm_programme_query_count_needs (rm_session_get_programme (session), people, skills, target)
      == 0)
    {
      gtk_widget_activate_action (self->owner, "win.toast", "s",
                                  _ ("All of them are there already, or want as much"));
      return;
    }

  job = rm_job_new ();
  rm_command_add_needs_async (session, people, skills, target, job, rm_parts_outcome_cb,
                              rm_parts_outcome_new (self->owner, _ ("Needs were added"),
                                                    _ ("The needs could not be added")));
}

static void
need_answered_cb (AdwMessageDialog *dialog,
                  const char *response,
                  RmGapsActions *self)
{
  GtkSpinButton *level = g_object_get_data (G_OBJECT (dialog), "rm-level");

  if (g_str_equal (response, "do"))
    add_needs (self, gtk_spin_button_get_value_as_int (level));
}

static void
add_need_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  RmGapsActions *self = data;
  const RmGapBlock *block = rm_gap_selection_get_block (self->selection);
  g_autofree char *place = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Level they are to reach"));
  GtkWidget *level = gtk_spin_button_new_with_range (1, 5, 1);

  if (block == NULL)
    return;

  place = rm_gap_view_dup_block_text (rm_gap_selection_get_view (self->selection), block);
  /* Translators: %s is a place in the table of skill gaps: "Prezi, Finance" */
  body = rm_sentence_new (_ ("%s: all these people are to learn this. Who stands there already, or "
                             "wants more, stays as they are."), place);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), level);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (level), 3);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), level);
  dialog = rm_parts_new_question (self->owner, _ ("Add as need?"), body, box, _ ("_Add"));
  g_object_set_data (G_OBJECT (dialog), "rm-level", level);
  g_signal_connect_object (dialog, "response", G_CALLBACK (need_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* By a column rows are sorted, by a row columns. */
static void
sort_by_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  RmGapsActions *self = data;
  gboolean rows = g_str_equal (g_action_get_name (G_ACTION (action)), "sort-by-column");
  const RmGapBlock *block = rm_gap_selection_get_block (self->selection);

  if (block != NULL)
    rm_gaps_model_sort_by (self->model, rows, rows ? block->column : block->row);
}

static void
hide_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  RmGapsActions *self = data;
  gboolean rows = g_str_equal (g_action_get_name (G_ACTION (action)), "hide-rows");
  const RmGapBlock *block = rm_gap_selection_get_block (self->selection);

  if (block != NULL)
    rm_gaps_model_hide (self->model, rows, rows ? block->row : block->column,
                        rows ? block->n_rows : block->n_columns);
}

static void
fold_all_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  rm_gaps_model_fold_all (((RmGapsActions *) data)->model);
}

static void
unfold_all_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  rm_gaps_model_unfold_all (((RmGapsActions *) data)->model);
}

static void
compare_date_cb (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  RmGapsActions *self = data;

  rm_gap_compare_dialog_ask_days (self->owner, self->model);
}

static void
compare_cohorts_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  RmGapsActions *self = data;

  rm_gap_compare_dialog_ask_cohorts (self->owner, self->model);
}

static void
compare_nothing_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  rm_gaps_model_compare (((RmGapsActions *) data)->model, NULL);
}

static void
as_list_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  RmGapsActions *self = data;
  RmGapView *view = rm_gaps_model_get_view (self->model);

  if (view != NULL)
    gtk_window_present (GTK_WINDOW (rm_gap_table_window_new (get_window (self), view)));
}

static const struct
{
  const char *word;
  RmGapsFile kind;
  const char *name;
} exports[] = {
  { "csv", RM_GAPS_CSV, N_ ("Skill gaps.csv") },
  { "xlsx", RM_GAPS_XLSX, N_ ("Skill gaps.xlsx") },
  { "png", RM_GAPS_PNG, N_ ("Skill gaps.png") },
  { "svg", RM_GAPS_SVG, N_ ("Skill gaps.svg") },
  { "pdf", RM_GAPS_PDF, N_ ("Skill gaps.pdf") },
};

static void
export_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  RmGapsActions *self = data;
  const char *word = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    if (g_str_equal (exports[i].word, word))
      choose_file (self, exports[i].kind, _ ("Export Skill Gaps"), _ (exports[i].name));
}

static void
copy_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  RmGapsActions *self = data;
  const RmGapBlock *block = rm_gap_selection_get_block (self->selection);
  g_autoptr (GBytes) table = NULL;

  if (block == NULL)
    return;
  table = rm_gaps_export_write_table (rm_gap_selection_get_view (self->selection), block,
                                      RM_TABLE_FORMAT_TABS, NULL);
  rm_copy_table (self->owner, table);
}

static void
set_enabled (RmGapsActions *self,
             const char *name,
             gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
cells_counted_cb (RmGapsActions *self)
{
  RmSession *session = rm_gaps_model_get_session (self->model);
  RmGapCell cell = rm_gap_selection_get_figures (self->selection);
  gboolean editable = session != NULL && rm_session_is_editable (session);
  gboolean of_mentors = rm_gaps_model_get_kinds (self->model).rows == RM_GAP_ROWS_MENTOR;

  set_enabled (self, "pair", editable && cell.need > 0);
  set_enabled (self, "ask", cell.unrated > 0);
  set_enabled (self, "add-need", editable && !of_mentors);
}

static void
group_cb (GSimpleAction *action,
          GVariant *state,
          gpointer data)
{
  RmGapsActions *self = data;

  g_settings_set_value (rm_gaps_model_get_settings (self->model),
                        g_action_get_name (G_ACTION (action)), state);
}

/* Whether such lines can stand in groups, and do. */
static gboolean
update_group (RmGapsActions *self,
              const char *key,
              gboolean grouped,
              gboolean possible)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), key);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (grouped));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), possible);
  return grouped && possible;
}

static void
update_groups (RmGapsActions *self)
{
  RmGapKinds kinds = rm_gaps_model_get_kinds (self->model);
  gboolean rows = update_group (self, "gaps-group-rows", kinds.group_rows,
                                kinds.rows == RM_GAP_ROWS_PERSON);
  gboolean columns = update_group (self, "gaps-group-columns", kinds.group_columns,
                                   kinds.columns == RM_GAP_COLUMNS_SKILL);

  set_enabled (self, "fold-all", rows || columns);
  set_enabled (self, "unfold-all", rows || columns);
}

static void
rm_gaps_actions_dispose (GObject *object)
{
  RmGapsActions *self = RM_GAPS_ACTIONS (object);

  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (rm_gaps_actions_parent_class)->dispose (object);
}

static void
rm_gaps_actions_class_init (RmGapsActionsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_gaps_actions_dispose;
}

static void
rm_gaps_actions_init (RmGapsActions *self)
{
  const GActionEntry entries[] = {
    { "pair", pair_cb, NULL, NULL, NULL },
    { "ask", ask_cb, NULL, NULL, NULL },
    { "add-need", add_need_cb, NULL, NULL, NULL },
    { "sort-by-column", sort_by_cb, NULL, NULL, NULL },
    { "sort-by-row", sort_by_cb, NULL, NULL, NULL },
    { "hide-rows", hide_cb, NULL, NULL, NULL },
    { "hide-columns", hide_cb, NULL, NULL, NULL },
    { "gaps-group-rows", NULL, NULL, "false", group_cb },
    { "gaps-group-columns", NULL, NULL, "false", group_cb },
    { "fold-all", fold_all_cb, NULL, NULL, NULL },
    { "unfold-all", unfold_all_cb, NULL, NULL, NULL },
    { "compare-date", compare_date_cb, NULL, NULL, NULL },
    { "compare-cohorts", compare_cohorts_cb, NULL, NULL, NULL },
    { "compare-nothing", compare_nothing_cb, NULL, NULL, NULL },
    { "as-list", as_list_cb, NULL, NULL, NULL },
    { "export", export_cb, "s", NULL, NULL },
    { "copy", copy_cb, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
add_choices (RmGapsActions *self)
{
  static const char *const keys[] = { "gaps-measure", "gaps-sort-rows", "gaps-sort-columns" };
  GSettings *settings = rm_gaps_model_get_settings (self->model);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

RmGapsActions *
rm_gaps_actions_new (GtkWidget *owner,
                     RmGapsModel *model,
                     RmGapSelection *selection)
{
  RmGapsActions *self = g_object_new (RM_TYPE_GAPS_ACTIONS, NULL);

  self->owner = owner;
  self->model = g_object_ref (model);
  self->selection = g_object_ref (selection);
  add_choices (self);
  update_groups (self);
  g_signal_connect_object (model, "choice-changed", G_CALLBACK (update_groups), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "counted", G_CALLBACK (cells_counted_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
