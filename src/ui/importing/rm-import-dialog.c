/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-dialog.h"

#include "app/files/rm-import.h"
#include "core/base/rm-sentence.h"
#include "ui/importing/rm-import-columns.h"
#include "ui/importing/rm-import-effect.h"
#include "ui/importing/rm-import-origin.h"
#include "ui/importing/rm-import-preview.h"
#include "ui/importing/rm-import-problems.h"
#include "ui/importing/rm-import-questions.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

/* Reads a file, shows the result after each change of the plan, and imports. The plan belongs to
 * the main thread; a worker evaluates a copy, and its answers about older plans are dropped. */

struct _RmImportDialog
{
  AdwWindow parent_instance;

  /* owned */
  RmSession *session;
  GFile *file; /* NULL if pasted */
  GBytes *pasted;
  RmImport *import;
  RmImportPlan *plan;
  RmImportResult *result; /* of the current plan; NULL while pending */
  RmJob *job;             /* reading or importing */
  RmJob *evaluation;

  guint generation; /* of the plan */
  gboolean importing;
  gboolean closing; /* when the job is done */
  gboolean showing; /* choices that change meanwhile are ours */

  /* template */
  AdwViewSwitcherTitle *switcher_title;
  GtkButton *cancel_button;
  GtkButton *import_button;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkLabel *busy_label;
  GtkProgressBar *progress;
  AdwStatusPage *failed;
  AdwViewStack *views;
  GtkBox *columns_box;
  AdwActionRow *kind_row;
  AdwComboRow *sheet_row;
  GtkToggleButton *ratings_button;
  AdwBin *preview_bin;
  AdwViewStackPage *effect_page;
  AdwBin *effect_bin;
  AdwViewStackPage *problems_page;
  AdwBin *problems_bin;
  GtkSpinner *evaluating;
  GtkLabel *summary;

  RmImportQuestions *questions;
  RmImportColumns *columns;
  RmImportPreview *preview;
  RmImportEffect *effect;
  RmImportProblems *problems;
};

G_DEFINE_FINAL_TYPE (RmImportDialog, rm_import_dialog, ADW_TYPE_WINDOW)

static void
show_page (RmImportDialog *self,
           const char *name)
{
  gboolean ready = g_str_equal (name, "ready");
  gboolean busy = g_str_equal (name, "busy");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, busy);
  /* Pages to switch between, if there are any. */
  adw_view_switcher_title_set_stack (self->switcher_title, ready ? self->views : NULL);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, ready);
}

static void
show_failure (RmImportDialog *self,
              const char *message)
{
  rm_parts_set_description (self->failed, message);
  show_page (self, "failed");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
}

static void
describe_summary (RmImportDialog *self)
{
  const RmImportResult *result = self->result;
  g_autofree char *text = rm_import_preview_describe (result);

  gtk_label_set_label (self->summary, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), !rm_import_is_empty (result));
}

static void
show_effect (RmImportDialog *self)
{
  rm_import_effect_show (self->effect, rm_session_get_programme (self->session), self->result);
  adw_view_stack_page_set_visible (self->effect_page,
                                   gtk_widget_get_visible (GTK_WIDGET (self->effect)));
  adw_view_stack_page_set_badge_number (self->effect_page, self->result->changes->len
                                                             + self->result->gone->len);
}

typedef struct
{
  RmImportDialog *dialog;
  guint generation;
} Evaluation;

static gpointer
evaluate_in_worker (RmJob *job,
                    gpointer plan,
                    GError **error)
{
  return rm_import_plan_evaluate (plan, rm_job_report, job, error);
}

static void
evaluated_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  Evaluation *evaluation = user_data;
  g_autoptr (RmImportDialog) self = evaluation->dialog;
  g_autoptr (GError) error = NULL;
  RmImportResult *answer = rm_job_finish (RM_JOB (source), result, &error);
  gboolean stale = evaluation->generation != self->generation || self->importing;

  g_free (evaluation);
  if (stale)
    {
      rm_import_result_free (answer);
      return;
    }

  gtk_spinner_set_spinning (self->evaluating, FALSE);
  g_clear_object (&self->evaluation);
  if (answer == NULL)
    {
      /* A required column is missing: it can be chosen on this page. */
      gtk_label_set_label (self->summary, error->message);
      return;
    }

  self->result = answer;
  describe_summary (self);
  rm_import_questions_show (self->questions, answer);
  rm_import_preview_show (self->preview, self->plan, answer);
  show_effect (self);
  rm_import_problems_show (self->problems, self->plan, answer);
  adw_view_stack_page_set_badge_number (self->problems_page,
                                        rm_import_problems_count (self->problems));
  adw_view_stack_page_set_needs_attention (self->problems_page, answer->problems->len > 0);
}

static void
plan_changed (RmImportDialog *self)
{
  Evaluation *evaluation = g_new0 (Evaluation, 1);

  self->generation++;
  g_clear_pointer (&self->result, rm_import_result_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_spinner_set_spinning (self->evaluating, TRUE);
  if (self->evaluation != NULL)
    rm_job_cancel (self->evaluation);
  g_clear_object (&self->evaluation);

  evaluation->dialog = g_object_ref (self);
  evaluation->generation = self->generation;
  self->evaluation = rm_job_new ();
  rm_job_run (self->evaluation, evaluate_in_worker, rm_import_plan_copy (self->plan),
              (GDestroyNotify) rm_import_plan_free, (GDestroyNotify) rm_import_result_free,
              evaluated_cb, evaluation);
}

static char *
dup_source_name (RmImportDialog *self)
{
  return self->file != NULL ? rm_parts_dup_file_name (self->file) : g_strdup (_ ("Clipboard"));
}

static void
set_kind (RmImportDialog *self,
          RmImportKind kind)
{
  g_autofree char *name = dup_source_name (self);

  g_clear_pointer (&self->plan, rm_import_plan_free);
  self->plan = rm_import_new_plan (self->import, kind);
  rm_import_questions_begin (self->questions, self->plan, name);
  rm_import_problems_forget (self->problems);
  rm_import_effect_forget (self->effect);
  rm_import_columns_show (self->columns, self->plan);
  plan_changed (self);
}

static void
kind_toggled_cb (RmImportDialog *self)
{
  if (self->import != NULL && !self->showing)
    set_kind (self, gtk_toggle_button_get_active (self->ratings_button) ? RM_IMPORT_RATINGS
                                                                        : RM_IMPORT_PEOPLE);
}

/* Columns may have become skills. */
static void
answered_cb (RmImportDialog *self)
{
  rm_import_columns_show (self->columns, self->plan);
  plan_changed (self);
}

static void
column_mapped_cb (RmImportDialog *self,
                  guint column,
                  const char *target)
{
  g_autofree char *key = g_strdup (target);

  if (!rm_import_plan_set_target (self->plan, column, key, NULL))
    return;

  /* Another column may have lost its target to this one. */
  rm_import_columns_show (self->columns, self->plan);
  plan_changed (self);
}

static void
cell_corrected_cb (RmImportDialog *self,
                   GArray *rows,
                   guint column,
                   const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    rm_import_plan_set_cell (self->plan, g_array_index (rows, guint, i), column, text);
  plan_changed (self);
}

static void
row_skipped_cb (RmImportDialog *self,
                GArray *rows,
                gboolean skipped)
{
  for (guint i = 0; i < rows->len; i++)
    rm_import_plan_set_row_skipped (self->plan, g_array_index (rows, guint, i), skipped);
  plan_changed (self);
}

static void
change_declined_cb (RmImportDialog *self,
                    guint row,
                    gboolean skipped)
{
  rm_import_plan_set_row_skipped (self->plan, row, skipped);
  plan_changed (self);
}

static void
person_left_cb (RmImportDialog *self,
                gint64 person,
                gboolean left)
{
  rm_import_plan_set_left (self->plan, person, left);
  plan_changed (self);
}

static void
row_same_cb (RmImportDialog *self,
             guint row,
             gboolean same)
{
  rm_import_plan_set_row_same (self->plan, row, same);
  plan_changed (self);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RmImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;
  g_autofree char *name = dup_source_name (self);
  RmImport *import = rm_import_load_finish (RM_JOB (source), result, &error);

  g_clear_object (&self->job);
  if (import == NULL)
    {
      if (!rm_error_is_cancelled (error))
        show_failure (self, error->message);
      return;
    }

  g_clear_pointer (&self->import, rm_import_free);
  self->import = import;
  description = rm_import_origin_describe (rm_import_get_table (import));
  rm_parts_set_title (self->kind_row, name);
  rm_parts_set_subtitle (self->kind_row, description);
  self->showing = TRUE;
  rm_import_origin_show_sheets (self->sheet_row,
                                rm_sheet_get_origin (rm_import_get_table (import)));
  gtk_toggle_button_set_active (self->ratings_button,
                                rm_import_get_kind (import) == RM_IMPORT_RATINGS);
  self->showing = FALSE;
  show_page (self, "ready");
  set_kind (self, rm_import_get_kind (import));
}

/* @sheet: (nullable): the name of a sheet */
static void
load (RmImportDialog *self,
      const char *sheet)
{
  g_autofree char *name = dup_source_name (self);

  adw_view_switcher_title_set_subtitle (self->switcher_title, name);
  gtk_label_set_label (self->busy_label, _ ("Reading the file…"));
  show_page (self, "busy");
  self->job = rm_job_new ();
  if (self->pasted != NULL)
    rm_import_load_pasted_async (self->session, self->job, self->pasted, loaded_cb,
                                 g_object_ref (self));
  else
    rm_import_load_async (self->session, self->job, self->file, sheet, loaded_cb,
                          g_object_ref (self));
}

/* Another sheet is another table: what was found out about the one before is forgotten. */
static void
sheet_selected_cb (RmImportDialog *self)
{
  const char *chosen = rm_import_origin_get_chosen (self->sheet_row);

  if (self->showing || self->job != NULL || self->import == NULL || chosen == NULL)
    return;

  self->generation++;
  if (self->evaluation != NULL)
    rm_job_cancel (self->evaluation);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->result, rm_import_result_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  load (self, chosen);
}

static void
progress_cb (RmJob *job,
             GParamSpec *pspec,
             RmImportDialog *self)
{
  double fraction = rm_job_get_progress (job);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
tell_window (RmImportDialog *self,
             const char *text)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", text);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RmImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = rm_import_apply_finish (RM_SESSION (source), result, &error);

  self->importing = FALSE;
  g_clear_object (&self->job);
  if (ok)
    {
      /* Translators: %s is counts such as "310 new · 3 rows skipped" */
      g_autofree char *text = rm_sentence_new (_ ("Imported: %s"),
                                               gtk_label_get_label (self->summary));

      tell_window (self, text);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_failure (self, error->message);
}

static void
import_clicked_cb (RmImportDialog *self)
{
  RmImportKind kind = RM_IMPORT_PEOPLE;
  g_autofree char *label = NULL;

  if (self->result == NULL || self->importing)
    return;

  kind = rm_import_plan_get_kind (self->plan);
  label = rm_import_dup_label (kind, self->result);
  self->importing = TRUE;
  self->job = rm_job_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_label_set_label (self->busy_label, _ ("Importing…"));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  show_page (self, "busy");
  g_signal_connect_object (self->job, "notify::progress", G_CALLBACK (progress_cb), self, 0);
  rm_import_apply_async (self->session, self->job, kind, g_steal_pointer (&self->result),
                         imported_cb, g_object_ref (self));
}

/* An import under way is stopped first; the window closes when it has. */
static gboolean
rm_import_dialog_close_request (GtkWindow *window)
{
  RmImportDialog *self = RM_IMPORT_DIALOG (window);

  self->generation++;
  if (self->evaluation != NULL)
    rm_job_cancel (self->evaluation);
  if (self->job != NULL)
    rm_job_cancel (self->job);
  if (self->importing)
    {
      self->closing = TRUE;
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (rm_import_dialog_parent_class)->close_request (window);
}

static void
rm_import_dialog_map (GtkWidget *widget)
{
  RmImportDialog *self = RM_IMPORT_DIALOG (widget);

  GTK_WIDGET_CLASS (rm_import_dialog_parent_class)->map (widget);
  if (self->job == NULL && self->import == NULL)
    load (self, NULL);
}

static void
rm_import_dialog_dispose (GObject *object)
{
  RmImportDialog *self = RM_IMPORT_DIALOG (object);

  if (self->questions != NULL)
    rm_import_questions_end (self->questions);
  self->questions = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_clear_object (&self->job);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->plan, rm_import_plan_free);
  g_clear_pointer (&self->result, rm_import_result_free);
  g_clear_pointer (&self->import, rm_import_free);
  G_OBJECT_CLASS (rm_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, RmImportDialog, switcher_title);
  gtk_widget_class_bind_template_child (class, RmImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (class, RmImportDialog, import_button);
  gtk_widget_class_bind_template_child (class, RmImportDialog, stack);
  gtk_widget_class_bind_template_child (class, RmImportDialog, spinner);
  gtk_widget_class_bind_template_child (class, RmImportDialog, busy_label);
  gtk_widget_class_bind_template_child (class, RmImportDialog, progress);
  gtk_widget_class_bind_template_child (class, RmImportDialog, failed);
  gtk_widget_class_bind_template_child (class, RmImportDialog, views);
  gtk_widget_class_bind_template_child (class, RmImportDialog, columns_box);
  gtk_widget_class_bind_template_child (class, RmImportDialog, kind_row);
  gtk_widget_class_bind_template_child (class, RmImportDialog, sheet_row);
  gtk_widget_class_bind_template_child (class, RmImportDialog, ratings_button);
  gtk_widget_class_bind_template_child (class, RmImportDialog, preview_bin);
  gtk_widget_class_bind_template_child (class, RmImportDialog, effect_page);
  gtk_widget_class_bind_template_child (class, RmImportDialog, effect_bin);
  gtk_widget_class_bind_template_child (class, RmImportDialog, problems_page);
  gtk_widget_class_bind_template_child (class, RmImportDialog, problems_bin);
  gtk_widget_class_bind_template_child (class, RmImportDialog, evaluating);
  gtk_widget_class_bind_template_child (class, RmImportDialog, summary);
}

static void
rm_import_dialog_class_init (RmImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_import_dialog_dispose;
  widget_class->map = rm_import_dialog_map;
  GTK_WINDOW_CLASS (class)->close_request = rm_import_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/importing/rm-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_selected_cb);
}

static void
rm_import_dialog_init (RmImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_accessible_keep_label (self->cancel_button);
  rm_accessible_keep_label (self->import_button);
  rm_unseen_watch (GTK_WIDGET (self->stack));
  rm_unseen_watch (GTK_WIDGET (self->views));

  self->questions = RM_IMPORT_QUESTIONS (rm_import_questions_new ());
  gtk_box_append (self->columns_box, GTK_WIDGET (self->questions));
  g_signal_connect_object (self->questions, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);

  self->columns = RM_IMPORT_COLUMNS (rm_import_columns_new ());
  gtk_box_append (self->columns_box, GTK_WIDGET (self->columns));
  g_signal_connect_object (self->columns, "column-mapped", G_CALLBACK (column_mapped_cb), self,
                           G_CONNECT_SWAPPED);

  self->preview = RM_IMPORT_PREVIEW (rm_import_preview_new ());
  adw_bin_set_child (self->preview_bin, GTK_WIDGET (self->preview));

  self->effect = RM_IMPORT_EFFECT (rm_import_effect_new ());
  adw_bin_set_child (self->effect_bin, GTK_WIDGET (self->effect));
  g_signal_connect_object (self->effect, "row-skipped", G_CALLBACK (change_declined_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->effect, "person-left", G_CALLBACK (person_left_cb), self,
                           G_CONNECT_SWAPPED);

  self->problems = RM_IMPORT_PROBLEMS (rm_import_problems_new ());
  adw_bin_set_child (self->problems_bin, GTK_WIDGET (self->problems));
  g_signal_connect_object (self->problems, "cell-corrected", G_CALLBACK (cell_corrected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "row-skipped", G_CALLBACK (row_skipped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "row-same", G_CALLBACK (row_same_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rm_import_dialog_new (RmSession *session,
                      GFile *file)
{
  RmImportDialog *self = g_object_new (RM_TYPE_IMPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->file = g_object_ref (file);
  return GTK_WIDGET (self);
}

GtkWidget *
rm_import_dialog_new_pasted (RmSession *session,
                             GBytes *text)
{
  RmImportDialog *self = g_object_new (RM_TYPE_IMPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->pasted = g_bytes_ref (text);
  return GTK_WIDGET (self);
}
