/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-problems.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Rows are kept from one evaluation to the next, so that neither the focus nor an expanded row is
 * lost while correcting one cell after the other. */

#define MAX_SHOWN 100

typedef struct
{
  RmImportProblems *list; /* borrowed */
  RmFileProblem *problem; /* owned; the first of several that are alike */
  GArray *rows;           /* of guint: where the same cell is the same problem */
  GtkWidget *row;         /* borrowed from the group */
  GtkWidget *skip;        /* borrowed, nullable */
  gboolean touched;       /* changed by the user */
  gboolean current;       /* among the current problems */
} Entry;

struct _RmImportProblems
{
  GtkWidget parent_instance;

  /* owned */
  GPtrArray *entries;      /* Entry */
  GPtrArray *notice_rows;  /* borrowed from the group */
  guint n_hidden;          /* problems beyond those that are listed */
  gboolean showing;        /* switches that change meanwhile are ours */

  /* template */
  GtkWidget *body;
  GtkWidget *fine; /* shown without problems */
  AdwPreferencesGroup *problems;
  AdwPreferencesGroup *notices;
};

enum
{
  CELL_CORRECTED,
  ROW_SKIPPED,
  ROW_SAME,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmImportProblems, rm_import_problems, GTK_TYPE_WIDGET)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  rm_file_problem_free (entry->problem);
  g_array_unref (entry->rows);
  g_free (entry);
}

static char *
place_of (const RmFileProblem *problem)
{
  if (problem->line > 0 && problem->column_name != NULL && problem->in_workbook)
    /* Translators: a row number in a spreadsheet, then the header of a column */
    return rm_sentence_new (_ ("Row %u, %s"), problem->line, problem->column_name);
  if (problem->line > 0 && problem->in_workbook)
    /* Translators: a row number in a spreadsheet */
    return g_strdup_printf (_ ("Row %u"), problem->line);
  if (problem->line > 0 && problem->column_name != NULL)
    /* Translators: a line number in a file, then the header of a column */
    return rm_sentence_new (_ ("Line %u, %s"), problem->line, problem->column_name);
  if (problem->line > 0)
    /* Translators: a line number in a file */
    return g_strdup_printf (_ ("Line %u"), problem->line);

  return g_strdup (problem->column_name != NULL ? problem->column_name : _ ("The whole file"));
}

static void
applied_cb (AdwEntryRow *row,
            Entry *entry)
{
  entry->touched = TRUE;
  g_signal_emit (entry->list, signals[CELL_CORRECTED], 0, entry->rows, entry->problem->column,
                 gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
skip_cb (GtkSwitch *skip,
         GParamSpec *pspec,
         Entry *entry)
{
  if (entry->list->showing)
    return;

  entry->touched = TRUE;
  g_signal_emit (entry->list, signals[ROW_SKIPPED], 0, entry->rows, gtk_switch_get_active (skip));
}

static GtkWidget *
new_correction (Entry *entry,
                const RmImportPlan *plan)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *cell = rm_import_plan_get_cell (plan, entry->problem->row, entry->problem->column);

  rm_parts_set_title (row, entry->problem->column_name);
  gtk_editable_set_text (GTK_EDITABLE (row), cell);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (applied_cb), entry);

  return row;
}

static void
same_cb (GtkSwitch *same,
         GParamSpec *pspec,
         Entry *entry)
{
  entry->touched = TRUE;
  g_signal_emit (entry->list, signals[ROW_SAME], 0, entry->problem->row,
                 gtk_switch_get_active (same));
}

static GtkWidget *
new_switch_row (const char *title,
                GtkWidget **button)
{
  GtkWidget *row = adw_action_row_new ();

  *button = gtk_switch_new ();
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  rm_parts_set_title (row, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *button);
  rm_accessible_set_label (*button, title);

  return row;
}

static GtkWidget *
new_skip (Entry *entry)
{
  GtkWidget *row = new_switch_row (_ ("Leave this row out"), &entry->skip);

  g_signal_connect (entry->skip, "notify::active", G_CALLBACK (skip_cb), entry);
  return row;
}

static GtkWidget *
new_same (Entry *entry)
{
  GtkWidget *button = NULL;
  GtkWidget *row = new_switch_row (_ ("This is the same person"), &button);

  g_signal_connect (button, "notify::active", G_CALLBACK (same_cb), entry);
  return row;
}

static Entry *
add_entry (RmImportProblems *self,
           const RmImportPlan *plan,
           const RmFileProblem *problem)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *place = place_of (problem);
  gboolean in_row = problem->row != RM_FILE_NOWHERE;

  entry->list = self;
  entry->problem = rm_file_problem_copy (problem);
  entry->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  entry->row = in_row ? adw_expander_row_new () : adw_action_row_new ();
  rm_parts_set_title (entry->row, place);
  if (in_row && problem->column != RM_FILE_NOWHERE)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (entry->row), new_correction (entry, plan));
  if (problem->type == RM_FILE_PROBLEM_REISSUED)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (entry->row), new_same (entry));
  if (in_row)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (entry->row), new_skip (entry));
  adw_preferences_group_add (self->problems, entry->row);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

static void
remove_entry (RmImportProblems *self,
              guint index)
{
  Entry *entry = g_ptr_array_index (self->entries, index);

  adw_preferences_group_remove (self->problems, entry->row);
  g_ptr_array_remove_index (self->entries, index);
}

static Entry *
find_entry (RmImportProblems *self,
            const RmFileProblem *problem)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      const RmFileProblem *other = entry->problem;

      if (other->row == problem->row && other->column == problem->column
          && (other->type == problem->type || entry->touched))
        return entry;
    }

  return NULL;
}

static void
describe (Entry *entry,
          const RmImportPlan *plan,
          const char *message)
{
  gboolean in_row = entry->problem->row != RM_FILE_NOWHERE;
  gboolean skipped = in_row && rm_import_plan_get_row_skipped (plan, entry->problem->row);
  const char *text = skipped ? _ ("The row is left out") : message;

  if (text == NULL)
    text = _ ("Corrected");
  rm_parts_set_subtitle (entry->row, text);
  if (entry->skip != NULL)
    gtk_switch_set_active (GTK_SWITCH (entry->skip), skipped);
}

/* One value that cannot be read is one thing to correct, however often it is there. */
static char *
dup_group (const RmFileProblem *problem)
{
  if (problem->type != RM_FILE_PROBLEM_VALUE || problem->value == NULL || problem->skips)
    return NULL;

  return g_strdup_printf ("%u:%s", problem->column, problem->value);
}

static Entry *
take_problem (RmImportProblems *self,
              const RmImportPlan *plan,
              const RmFileProblem *problem,
              GHashTable *groups)
{
  char *group = dup_group (problem);
  Entry *entry = group != NULL ? g_hash_table_lookup (groups, group) : NULL;

  if (entry == NULL)
    {
      entry = find_entry (self, problem);
      if (entry == NULL && self->entries->len >= MAX_SHOWN)
        {
          g_free (group);
          return NULL;
        }
      if (entry == NULL)
        entry = add_entry (self, plan, problem);
      if (!entry->current)
        g_array_set_size (entry->rows, 0);
    }
  if (group != NULL)
    g_hash_table_insert (groups, group, entry);
  entry->current = TRUE;
  g_array_append_val (entry->rows, problem->row);
  return entry;
}

static void
describe_place (Entry *entry)
{
  g_autofree char *place = place_of (entry->problem);
  g_autofree char *all = NULL;
  guint n = entry->rows->len;

  if (n > 1)
    /* Translators: where the first of them is, and how many more */
    all = rm_sentence_new (ngettext ("%s, and %u more row", "%s, and %u more rows", n - 1), place,
                           n - 1);
  rm_parts_set_title (entry->row, all != NULL ? all : place);
}

static void
show_problems (RmImportProblems *self,
               const RmImportPlan *plan,
               GPtrArray *problems)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *) g_ptr_array_index (self->entries, i))->current = FALSE;

  self->n_hidden = 0;
  for (guint i = 0; i < problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (problems, i);
      Entry *entry = take_problem (self, plan, problem, groups);

      if (entry == NULL)
        self->n_hidden++;
      else if (entry->rows->len == 1)
        describe (entry, plan, problem->message);
    }

  for (guint i = self->entries->len; i-- > 0;)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (!entry->current && !entry->touched)
        remove_entry (self, i);
      else if (!entry->current)
        describe (entry, plan, NULL);
      else
        describe_place (entry);
    }
}

static void
add_notice (RmImportProblems *self,
            const RmFileProblem *notice)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = place_of (notice);

  rm_parts_set_title (row, place);
  rm_parts_set_subtitle (row, notice->message);
  adw_preferences_group_add (self->notices, row);
  g_ptr_array_add (self->notice_rows, row);
}

static void
show_notices (RmImportProblems *self,
              GPtrArray *of_file,
              GPtrArray *of_rows)
{
  rm_parts_clear_rows (self->notices, self->notice_rows);
  for (guint i = 0; i < of_file->len && i < MAX_SHOWN; i++)
    add_notice (self, g_ptr_array_index (of_file, i));
  for (guint i = 0; i < of_rows->len && i < MAX_SHOWN; i++)
    add_notice (self, g_ptr_array_index (of_rows, i));
}

static void
describe_groups (RmImportProblems *self)
{
  g_autofree char *more = NULL;

  if (self->n_hidden > 0)
    more = g_strdup_printf (ngettext ("The first %d are listed; %u more will come up when these "
                                      "are done",
                                      "The first %d are listed; %u more will come up when these "
                                      "are done",
                                      self->n_hidden),
                            MAX_SHOWN, self->n_hidden);
  rm_parts_set_description (self->problems,
                            more != NULL
                              ? more
                              : _ ("What cannot be read is left out; the rest of the "
                                   "row is imported"));
  gtk_widget_set_visible (GTK_WIDGET (self->problems), self->entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), self->notice_rows->len > 0);
  gtk_widget_set_visible (self->fine, self->entries->len == 0 && self->notice_rows->len == 0);
}

static void
rm_import_problems_dispose (GObject *object)
{
  RmImportProblems *self = RM_IMPORT_PROBLEMS (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->notice_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_import_problems_parent_class)->dispose (object);
}

static void
rm_import_problems_class_init (RmImportProblemsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_import_problems_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/importing/rm-import-problems.ui");
  gtk_widget_class_bind_template_child (widget_class, RmImportProblems, body);
  gtk_widget_class_bind_template_child (widget_class, RmImportProblems, fine);
  gtk_widget_class_bind_template_child (widget_class, RmImportProblems, problems);
  gtk_widget_class_bind_template_child (widget_class, RmImportProblems, notices);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importproblems");

  signals[CELL_CORRECTED] = g_signal_new ("cell-corrected", RM_TYPE_IMPORT_PROBLEMS,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                          G_TYPE_ARRAY, G_TYPE_UINT, G_TYPE_STRING);
  signals[ROW_SKIPPED] = g_signal_new ("row-skipped", RM_TYPE_IMPORT_PROBLEMS, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ARRAY,
                                       G_TYPE_BOOLEAN);
  signals[ROW_SAME] = g_signal_new ("row-same", RM_TYPE_IMPORT_PROBLEMS, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
rm_import_problems_init (RmImportProblems *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->notice_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rm_import_problems_new (void)
{
  return g_object_new (RM_TYPE_IMPORT_PROBLEMS, NULL);
}

void
rm_import_problems_forget (RmImportProblems *self)
{
  while (self->entries->len > 0)
    remove_entry (self, self->entries->len - 1);
  rm_parts_clear_rows (self->notices, self->notice_rows);
}

void
rm_import_problems_show (RmImportProblems *self,
                         const RmImportPlan *plan,
                         const RmImportResult *result)
{
  self->showing = TRUE;
  show_problems (self, plan, result->problems);
  show_notices (self, rm_sheet_get_problems (rm_import_plan_get_table (plan)),
                result->notices);
  describe_groups (self);
  self->showing = FALSE;
}

guint
rm_import_problems_count (RmImportProblems *self)
{
  guint n = self->n_hidden;

  for (guint i = 0; i < self->entries->len; i++)
    n += ((Entry *) g_ptr_array_index (self->entries, i))->current;

  return n;
}
