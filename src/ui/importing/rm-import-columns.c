/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-columns.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* One choice for each column. Targets that belong to one skill ("level:TikTok") are not in the
 * common list: a column that has one gets it as a choice of its own. */

#define N_SAMPLES 3
#define MAX_SAMPLE 24 /* characters of each */

struct _RmImportColumns
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows;        /* AdwComboRow, by column; borrowed from the group */
  GPtrArray *keys;        /* for each column a GStrv of targets, "" first */
  const RmSheet *table; /* only compared */
  RmImportKind kind;
  gboolean showing; /* choices that change meanwhile are ours */
};

enum
{
  COLUMN_MAPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmImportColumns, rm_import_columns, GTK_TYPE_WIDGET)

static char *
join_samples (const RmImportPlan *plan,
              guint column)
{
  guint n_rows = rm_sheet_get_n_rows (rm_import_plan_get_table (plan));
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint r = 0; r < MIN (n_rows, 50) && n < N_SAMPLES; r++)
    {
      const char *cell = rm_import_plan_get_cell (plan, r, column);
      gboolean long_cell = g_utf8_strlen (cell, -1) > MAX_SAMPLE;
      g_autofree char *start = g_utf8_substring (cell, 0, long_cell ? MAX_SAMPLE : -1);

      if (*cell == '\0')
        continue;
      /* Translators: between the first values of a column */
      rm_sentence_append (text, "%s%s%s", n > 0 ? _ (" · ") : "", start,
                          long_cell ? "…" : "");
      n++;
    }

  return n > 0 ? g_strdup (text->str) : g_strdup (_ ("Empty in the first rows"));
}

static void
selected_cb (AdwComboRow *row,
             GParamSpec *pspec,
             RmImportColumns *self)
{
  guint column = 0;
  guint chosen = adw_combo_row_get_selected (row);
  GStrv keys = NULL;

  if (self->showing || !g_ptr_array_find (self->rows, row, &column)
      || chosen == GTK_INVALID_LIST_POSITION)
    return;

  keys = g_ptr_array_index (self->keys, column);
  g_signal_emit (self, signals[COLUMN_MAPPED], 0, column, chosen > 0 ? keys[chosen] : NULL);
}

static void
fill_choices (RmImportColumns *self,
              AdwComboRow *row,
              const RmImportPlan *plan,
              guint column)
{
  GArray *targets = rm_import_plan_get_targets (plan);
  const char *target = rm_import_plan_get_target (plan, column);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gboolean known = target == NULL;

  gtk_string_list_append (labels, _ ("Do not import"));
  g_strv_builder_add (keys, "");
  for (guint t = 0; t < targets->len; t++)
    {
      const RmImportTarget *choice = &g_array_index (targets, RmImportTarget, t);

      gtk_string_list_append (labels, _ (choice->label));
      g_strv_builder_add (keys, choice->key);
      known = known || g_strcmp0 (choice->key, target) == 0;
    }
  if (!known)
    {
      g_autofree char *label = rm_import_plan_dup_target_label (plan, column);

      gtk_string_list_append (labels, label);
      g_strv_builder_add (keys, target);
    }

  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  g_ptr_array_add (self->keys, g_strv_builder_end (keys));
}

static void
rebuild (RmImportColumns *self,
         const RmImportPlan *plan)
{
  const RmSheet *table = rm_import_plan_get_table (plan);

  rm_parts_clear_rows (self->group, self->rows);
  g_ptr_array_set_size (self->keys, 0);

  for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autofree char *samples = join_samples (plan, c);

      rm_parts_set_title (row, rm_sheet_get_header (table, c));
      rm_parts_set_subtitle (row, samples);
      fill_choices (self, ADW_COMBO_ROW (row), plan, c);
      g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), self);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }

  self->table = table;
  self->kind = rm_import_plan_get_kind (plan);
}

static guint
find_key (GStrv keys,
          const char *target)
{
  for (guint i = 0; target != NULL && keys[i] != NULL; i++)
    if (g_str_equal (keys[i], target))
      return i;

  return 0;
}

static void
rm_import_columns_dispose (GObject *object)
{
  RmImportColumns *self = RM_IMPORT_COLUMNS (object);

  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_import_columns_parent_class)->dispose (object);
}

static void
rm_import_columns_class_init (RmImportColumnsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_import_columns_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "importcolumns");

  signals[COLUMN_MAPPED] = g_signal_new ("column-mapped", RM_TYPE_IMPORT_COLUMNS,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         G_TYPE_UINT, G_TYPE_STRING);
}

static void
rm_import_columns_init (RmImportColumns *self)
{
  self->rows = g_ptr_array_new ();
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Columns"));
  rm_parts_set_description (self->group, _ ("What each column of the file is here"));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

GtkWidget *
rm_import_columns_new (void)
{
  return g_object_new (RM_TYPE_IMPORT_COLUMNS, NULL);
}

void
rm_import_columns_show (RmImportColumns *self,
                        const RmImportPlan *plan)
{
  self->showing = TRUE;
  if (self->table != rm_import_plan_get_table (plan)
      || self->kind != rm_import_plan_get_kind (plan))
    rebuild (self, plan);

  for (guint c = 0; c < self->rows->len; c++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, c);
      guint place = find_key (g_ptr_array_index (self->keys, c),
                              rm_import_plan_get_target (plan, c));

      adw_combo_row_set_selected (row, place);
    }
  self->showing = FALSE;
}
