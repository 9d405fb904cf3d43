/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-questions.h"

#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>
#include <string.h>

/* Names of columns to list. */
#define MAX_NAMES 6

/* Scales that are in use; the first is ours. */
static const struct
{
  int lowest;
  int highest;
} scales[] = { { 0, 0 }, { 1, 3 }, { 0, 3 }, { 1, 4 }, { 0, 4 }, { 1, 5 }, { 1, 10 }, { 0, 10 } };

struct _RmImportQuestions
{
  GtkWidget parent_instance;

  /* template */
  AdwPreferencesGroup *group;
  AdwComboRow *side_row;
  AdwActionRow *dates_row;
  GtkToggleButton *day_first_button;
  GtkToggleButton *month_first_button;
  AdwActionRow *matrix_row;
  GtkSwitch *matrix_switch;
  AdwComboRow *scale_row;

  guint guessed;        /* the answer that the file's name suggests */
  RmImportPlan *plan;   /* borrowed */
  gboolean showing;     /* answers that change meanwhile are ours */
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmImportQuestions, rm_import_questions, GTK_TYPE_WIDGET)

static void
show_row (RmImportQuestions *self,
          gpointer row,
          gboolean open)
{
  if (open)
    gtk_widget_set_visible (row, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (GTK_WIDGET (self->side_row))
                            || gtk_widget_get_visible (GTK_WIDGET (self->dates_row))
                            || gtk_widget_get_visible (GTK_WIDGET (self->matrix_row))
                            || gtk_widget_get_visible (GTK_WIDGET (self->scale_row)));
}

static void
answer (RmImportQuestions *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[ANSWERED], 0);
}

static void
side_selected_cb (RmImportQuestions *self)
{
  static const char *const sides[] = { NULL, "mentor", "mentee" };
  guint chosen = adw_combo_row_get_selected (self->side_row);

  if (self->plan == NULL || chosen >= G_N_ELEMENTS (sides))
    return;

  rm_import_plan_set_constant (self->plan, "side", sides[chosen], NULL);
  answer (self);
}

static RmDateOrder
get_date_order (RmImportQuestions *self)
{
  if (gtk_toggle_button_get_active (self->day_first_button))
    return RM_DATE_ORDER_DAY_FIRST;

  return gtk_toggle_button_get_active (self->month_first_button) ? RM_DATE_ORDER_MONTH_FIRST
                                                                 : RM_DATE_ORDER_UNKNOWN;
}

static void
dates_toggled_cb (RmImportQuestions *self)
{
  RmDateOrder order = get_date_order (self);

  if (self->plan == NULL || order == rm_import_plan_get_date_order (self->plan))
    return;

  rm_import_plan_set_date_order (self->plan, order);
  answer (self);
}

static void
matrix_switched_cb (RmImportQuestions *self)
{
  if (self->plan == NULL || self->showing)
    return;

  if (gtk_switch_get_active (self->matrix_switch))
    rm_import_plan_take_matrix (self->plan);
  else
    rm_import_plan_drop_matrix (self->plan);
  answer (self);
}

static void
scale_selected_cb (RmImportQuestions *self)
{
  guint chosen = adw_combo_row_get_selected (self->scale_row);

  if (self->plan == NULL || chosen >= G_N_ELEMENTS (scales))
    return;

  rm_import_plan_set_scale (self->plan, scales[chosen].lowest, scales[chosen].highest);
  answer (self);
}

static void
fill_scales (RmImportQuestions *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("0 to 5, as here"));
  for (gsize i = 1; i < G_N_ELEMENTS (scales); i++)
    gtk_string_list_take (list,
                          /* Translators: the lowest and the highest of a scale */
                          g_strdup_printf (_ ("%d to %d"), scales[i].lowest, scales[i].highest));
  adw_combo_row_set_model (self->scale_row, G_LIST_MODEL (list));
}

/* "mentors.csv": 1, "Mentees 2026.xlsx": 2; 0 where the name says nothing, or both. */
static guint
guess_side (const char *file)
{
  g_autofree char *name = rm_fold (file);
  gboolean mentor = strstr (name, "mentor") != NULL && strstr (name, "mentoring") == NULL;
  gboolean mentee = strstr (name, "mentee") != NULL;

  return mentor == mentee ? 0 : mentor ? 1 : 2;
}

static gboolean
has_target (const RmImportPlan *plan,
            const char *start)
{
  for (guint c = 0; c < rm_sheet_get_n_columns (rm_import_plan_get_table (plan)); c++)
    if (rm_import_plan_get_target (plan, c) != NULL
        && g_str_has_prefix (rm_import_plan_get_target (plan, c), start))
      return TRUE;

  return FALSE;
}

static void
show_sides (RmImportQuestions *self,
            const RmImportResult *result)
{
  g_autofree char *text = NULL;

  if (result->n_partless > 0)
    text = g_strdup_printf (ngettext ("%u person is neither mentor nor mentee yet",
                                      "%u people are neither mentor nor mentee yet",
                                      result->n_partless),
                            result->n_partless);
  else if (self->guessed > 0 && adw_combo_row_get_selected (self->side_row) == self->guessed)
    text = g_strdup (_ ("The name of the file says so"));
  rm_parts_set_subtitle (GTK_WIDGET (self->side_row), text != NULL ? text : "");
  show_row (self, self->side_row,
            result->n_partless > 0 || adw_combo_row_get_selected (self->side_row) > 0);
}

static void
show_dates (RmImportQuestions *self,
            const RmImportResult *result)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (result->problems, i);
      g_autofree char *text = NULL;

      if (problem->type != RM_FILE_PROBLEM_DATE_OPEN)
        continue;
      /* Translators: a date as a file has it, such as 03/04/2026, and the name of its column */
      text = rm_sentence_new (_ ("“%s” in “%s” can be read in two ways"), problem->value,
                              problem->column_name);
      rm_parts_set_subtitle (GTK_WIDGET (self->dates_row), text);
      show_row (self, self->dates_row, TRUE);
      return;
    }
}

static void
show_matrix (RmImportQuestions *self)
{
  g_autoptr (GArray) columns = rm_import_plan_list_matrix (self->plan);
  const RmSheet *table = rm_import_plan_get_table (self->plan);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (columns->len, MAX_NAMES); i++)
    rm_sentence_append (names, "%s%s", i > 0 ? _ (", ") : "",
                        rm_sheet_get_header (table, g_array_index (columns, guint, i)));
  if (columns->len > MAX_NAMES)
    g_string_append (names, "…");
  if (columns->len > 0)
    rm_parts_set_subtitle (GTK_WIDGET (self->matrix_row), names->str);
  show_row (self, self->matrix_row, columns->len > 0);
  show_row (self, self->scale_row, gtk_switch_get_active (self->matrix_switch)
                                     || has_target (self->plan, "level:")
                                     || has_target (self->plan, "target:"));
}

/* What was answered for an earlier file with these columns, or else in this dialog. */
static void
take_dates (RmImportQuestions *self,
            RmImportPlan *plan)
{
  RmDateOrder order = rm_import_plan_get_date_order (plan);

  if (order == RM_DATE_ORDER_DAY_FIRST)
    gtk_toggle_button_set_active (self->day_first_button, TRUE);
  else if (order == RM_DATE_ORDER_MONTH_FIRST)
    gtk_toggle_button_set_active (self->month_first_button, TRUE);
  rm_import_plan_set_date_order (plan, get_date_order (self));
  show_row (self, self->dates_row, order != RM_DATE_ORDER_UNKNOWN);
}

static guint
find_scale (const RmImportPlan *plan)
{
  int lowest = 0;
  int highest = 0;

  rm_import_plan_get_scale (plan, &lowest, &highest);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].lowest == lowest && scales[i].highest == highest)
      return i;

  return 0;
}

static guint
find_side (const RmImportPlan *plan,
           guint otherwise)
{
  const char *side = rm_import_plan_get_constant (plan, "side");

  if (side == NULL)
    return otherwise;

  return g_str_equal (side, "mentor") ? 1 : 2;
}

void
rm_import_questions_begin (RmImportQuestions *self,
                           RmImportPlan *plan,
                           const char *file)
{
  gboolean people = rm_import_plan_get_kind (plan) == RM_IMPORT_PEOPLE;
  GtkWidget *rows[] = { GTK_WIDGET (self->side_row), GTK_WIDGET (self->matrix_row),
                        GTK_WIDGET (self->scale_row) };

  self->showing = TRUE;
  self->plan = plan;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], FALSE);
  take_dates (self, plan);
  gtk_switch_set_active (self->matrix_switch, FALSE);
  adw_combo_row_set_selected (self->scale_row, find_scale (plan));
  self->guessed = people && !has_target (plan, "side") ? guess_side (file) : 0;
  adw_combo_row_set_selected (self->side_row, find_side (plan, self->guessed));
  side_selected_cb (self);
  self->showing = FALSE;
  show_row (self, self->dates_row, FALSE);
}

void
rm_import_questions_show (RmImportQuestions *self,
                          const RmImportResult *result)
{
  show_sides (self, result);
  show_dates (self, result);
  if (rm_import_plan_get_kind (self->plan) == RM_IMPORT_PEOPLE)
    show_matrix (self);
}

void
rm_import_questions_end (RmImportQuestions *self)
{
  self->plan = NULL;
}

static void
rm_import_questions_dispose (GObject *object)
{
  RmImportQuestions *self = RM_IMPORT_QUESTIONS (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  G_OBJECT_CLASS (rm_import_questions_parent_class)->dispose (object);
}

static void
rm_import_questions_class_init (RmImportQuestionsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_import_questions_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importquestions");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/importing/rm-import-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, group);
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, side_row);
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, dates_row);
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, day_first_button);
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, month_first_button);
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, matrix_row);
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, matrix_switch);
  gtk_widget_class_bind_template_child (widget_class, RmImportQuestions, scale_row);
  gtk_widget_class_bind_template_callback (widget_class, side_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_selected_cb);

  signals[ANSWERED] = g_signal_new ("answered", RM_TYPE_IMPORT_QUESTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
rm_import_questions_init (RmImportQuestions *self)
{
  GtkWidget *rows[4] = { NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  rows[0] = GTK_WIDGET (self->side_row);
  rows[1] = GTK_WIDGET (self->dates_row);
  rows[2] = GTK_WIDGET (self->matrix_row);
  rows[3] = GTK_WIDGET (self->scale_row);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], FALSE);
  rm_accessible_keep_label (GTK_WIDGET (self->matrix_switch));
  self->showing = TRUE;
  fill_scales (self);
  self->showing = FALSE;
}

GtkWidget *
rm_import_questions_new (void)
{
  return g_object_new (RM_TYPE_IMPORT_QUESTIONS, NULL);
}
