/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "app/commands/rm-commands.h"
#include "app/gaps/rm-gaps-export.h"
#include "app/queries/rm-programme-query.h"
#include "core/base/rm-sentence.h"
#include "ui/gaps/rm-gap-pair-window.h"
#include "ui/gaps/rm-gap-table-window.h"
#include "ui/widgets/rm-export.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* What menus, buttons and keys can ask of the table and of the cells that are selected. */

static void
show_people_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  const char *whom = g_variant_get_string (parameter, NULL);

  rm_gaps_page_show_people (data, g_str_equal (whom, "supply")    ? RM_GAP_SUPPLY
                                  : g_str_equal (whom, "unrated") ? RM_GAP_UNRATED
                                                                  : RM_GAP_RISK);
}

static GtkWindow *
get_window (RmGapsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
pair_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  RmGapsPage *self = data;
  RmGapBlock block = { 0 };

  if (rm_gaps_page_get_block (self, &block))
    gtk_window_present (GTK_WINDOW (rm_gap_pair_window_new (get_window (self), self->session,
                                                            self->view, &block)));
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
choose_file (RmGapsPage *self,
             RmGapsFile kind,
             const char *title,
             const char *name)
{
  Export *export = NULL;
  RmGapBlock block = { 0 };

  if (!rm_gaps_page_get_block (self, &block))
    return;

  export = g_new0 (Export, 1);
  export->view = g_object_ref (self->view);
  export->block = block;
  export->kind = kind;
  export->rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  rm_export_choose_file (get_window (self), title, name, start_export, export, export_free);
}

static void
ask_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer data)
{
  choose_file (data, RM_GAPS_QUESTIONS, _ ("Ask Them to Rate"), _ ("Ratings to fill in.csv"));
}

static void
add_needs (RmGapsPage *self,
           int target)
{
  RmGapBlock block = { 0 };
  g_autoptr (GArray) people = NULL;
  g_autoptr (GArray) skills = NULL;
  g_autoptr (RmJob) job = NULL;

  if (!rm_gaps_page_get_block (self, &block))
    return;

  people = rm_gap_view_list_people (self->view, &block);
  skills = rm_gap_view_list_skills (self->view, &block);
  if (rm_programme_query_count_needs (rm_session_get_programme (self->session), people, skills, target)
      == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("All of them are there already, or want as much"));
      return;
    }

  job = rm_job_new ();
  rm_command_add_needs_async (self->session, people, skills, target, job, rm_parts_outcome_cb,
                              rm_parts_outcome_new (GTK_WIDGET (self), _ ("Needs were added"),
                                                    _ ("The needs could not be added")));
}

static void
need_answered_cb (AdwMessageDialog *dialog,
                  const char *response,
                  RmGapsPage *self)
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
  RmGapsPage *self = data;
  RmGapBlock block = { 0 };
  g_autofree char *place = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Level they are to reach"));
  GtkWidget *level = gtk_spin_button_new_with_range (1, 5, 1);

  if (!rm_gaps_page_get_block (self, &block))
    return;

  place = rm_gap_view_dup_block_text (self->view, &block);
  /* Translators: %s is a place in the table of skill gaps: "Prezi, Finance" */
  body = rm_sentence_new (_ ("%s: all these people are to learn this. Who stands there already, or "
                             "wants more, stays as they are."), place);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), level);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (level), 3);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), level);
  dialog = rm_parts_new_question (GTK_WIDGET (self), _ ("Add as need?"), body, box, _ ("_Add"));
  g_object_set_data (G_OBJECT (dialog), "rm-level", level);
  g_signal_connect_object (dialog, "response", G_CALLBACK (need_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static RmGapAxis *
get_axis (RmGapsPage *self,
          gboolean rows)
{
  return rows ? &self->layout->rows : &self->layout->columns;
}

static char *
dup_key (RmGapsPage *self,
         gboolean rows,
         guint line)
{
  return rows ? rm_gap_view_dup_row_key (self->view, line)
              : rm_gap_view_dup_column_key (self->view, line);
}

/* By a column rows are sorted, by a row columns. */
static void
sort_by_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  RmGapsPage *self = data;
  gboolean rows = g_str_equal (g_action_get_name (G_ACTION (action)), "sort-by-column");
  RmGapBlock block = { 0 };
  g_autofree char *key = NULL;

  if (!rm_gaps_page_get_block (self, &block))
    return;

  key = dup_key (self, !rows, rows ? block.column : block.row);
  rm_gap_axis_sort_by (get_axis (self, rows), RM_GAP_SORT_LINE, key);
  g_settings_set_string (self->settings, rows ? "gaps-sort-rows" : "gaps-sort-columns", "line");
  rm_gaps_page_lay_out_later (self);
}

static void
hide_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  RmGapsPage *self = data;
  gboolean rows = g_str_equal (g_action_get_name (G_ACTION (action)), "hide-rows");
  RmGapBlock block = { 0 };

  if (!rm_gaps_page_get_block (self, &block))
    return;

  for (guint k = 0; k < (rows ? block.n_rows : block.n_columns); k++)
    g_hash_table_add (get_axis (self, rows)->hidden,
                      dup_key (self, rows, (rows ? block.row : block.column) + k));
  rm_gaps_page_lay_out_later (self);
}

static void
show_all_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  RmGapsPage *self = data;

  g_hash_table_remove_all (self->layout->rows.hidden);
  g_hash_table_remove_all (self->layout->columns.hidden);
  g_clear_pointer (&self->layout->category, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_clear_pointer (&self->layout->filter, g_free);
  rm_gaps_page_lay_out_later (self);
}

static void
fold_all_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  RmGapsPage *self = data;

  g_hash_table_remove_all (self->layout->rows.open);
  g_hash_table_remove_all (self->layout->columns.open);
  rm_gaps_page_lay_out_later (self);
}

static void
unfold_all_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  RmGapsPage *self = data;

  if (self->view == NULL)
    return;

  for (guint r = 0; r < rm_heat_source_get_n_rows (RM_HEAT_SOURCE (self->view)); r++)
    if (rm_gap_view_get_row (self->view, r).group)
      g_hash_table_add (self->layout->rows.open, rm_gap_view_dup_row_key (self->view, r));
  for (guint c = 0; c < rm_heat_source_get_n_columns (RM_HEAT_SOURCE (self->view)); c++)
    if (rm_gap_view_get_column (self->view, c).group)
      g_hash_table_add (self->layout->columns.open, rm_gap_view_dup_column_key (self->view, c));
  rm_gaps_page_lay_out_later (self);
}

static void
as_list_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  RmGapsPage *self = data;

  if (self->view != NULL)
    gtk_window_present (GTK_WINDOW (rm_gap_table_window_new (get_window (self), self->view)));
}

static const struct
{
  const char *word;
  RmGapsFile kind;
  const char *name;
} exports[] = {
  { "csv", RM_GAPS_CSV, N_ ("Skill gaps.csv") },
  { "png", RM_GAPS_PNG, N_ ("Skill gaps.png") },
  { "svg", RM_GAPS_SVG, N_ ("Skill gaps.svg") },
  { "pdf", RM_GAPS_PDF, N_ ("Skill gaps.pdf") },
};

static void
export_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  RmGapsPage *self = data;
  const char *word = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    if (g_str_equal (exports[i].word, word))
      choose_file (self, exports[i].kind, _ ("Export Skill Gaps"), _ (exports[i].name));
}

static void
set_enabled (RmGapsPage *self,
             const char *name,
             gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* @cell: the figures of the selected cells. */
void
rm_gaps_page_update_actions (RmGapsPage *self,
                             const RmGapCell *cell)
{
  gboolean editable = self->session != NULL && rm_session_is_editable (self->session);
  gboolean of_mentors = rm_gaps_page_get_choice (self, "gaps-rows") == RM_GAP_ROWS_MENTOR;

  set_enabled (self, "pair", editable && cell->need > 0);
  set_enabled (self, "ask", cell->unrated > 0);
  set_enabled (self, "add-need", editable && !of_mentors);
}

static void
group_cb (GSimpleAction *action,
          GVariant *state,
          gpointer data)
{
  RmGapsPage *self = data;

  g_settings_set_value (self->settings, g_action_get_name (G_ACTION (action)), state);
}

/* Whether lines of that kind can stand in groups, and do. */
static gboolean
update_group (RmGapsPage *self,
              const char *key,
              gboolean possible)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), key);
  gboolean grouped = g_settings_get_boolean (self->settings, key);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (grouped));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), possible);
  return grouped && possible;
}

void
rm_gaps_page_update_groups (RmGapsPage *self)
{
  gboolean rows = update_group (self, "gaps-group-rows",
                                rm_gaps_page_get_choice (self, "gaps-rows") == RM_GAP_ROWS_PERSON);
  gboolean columns = update_group (self, "gaps-group-columns",
                                   rm_gaps_page_get_choice (self, "gaps-columns")
                                     == RM_GAP_COLUMNS_SKILL);

  set_enabled (self, "fold-all", rows || columns);
  set_enabled (self, "unfold-all", rows || columns);
}

void
rm_gaps_page_add_actions (RmGapsPage *self)
{
  static const char *const keys[] = { "gaps-measure", "gaps-sort-rows", "gaps-sort-columns" };
  const GActionEntry entries[] = {
    { "show-people", show_people_cb, "s", NULL, NULL },
    { "pair", pair_cb, NULL, NULL, NULL },
    { "ask", ask_cb, NULL, NULL, NULL },
    { "add-need", add_need_cb, NULL, NULL, NULL },
    { "sort-by-column", sort_by_cb, NULL, NULL, NULL },
    { "sort-by-row", sort_by_cb, NULL, NULL, NULL },
    { "hide-rows", hide_cb, NULL, NULL, NULL },
    { "hide-columns", hide_cb, NULL, NULL, NULL },
    { "show-all", show_all_cb, NULL, NULL, NULL },
    { "gaps-group-rows", NULL, NULL, "false", group_cb },
    { "gaps-group-columns", NULL, NULL, "false", group_cb },
    { "fold-all", fold_all_cb, NULL, NULL, NULL },
    { "unfold-all", unfold_all_cb, NULL, NULL, NULL },
    { "as-list", as_list_cb, NULL, NULL, NULL },
    { "export", export_cb, "s", NULL, NULL },
  };

  self->actions = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  rm_gaps_page_update_groups (self);
  rm_gaps_page_add_comparing (self);
  rm_gaps_page_add_people (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "gaps", G_ACTION_GROUP (self->actions));
}
