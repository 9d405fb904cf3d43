/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-preview.h"

#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

/* A grid of labels: a dozen rows need no list model, and a grid lines up by itself. */

#define N_ROWS 12
#define MAX_CHARS 28

struct _RmImportPreview
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (RmImportPreview, rm_import_preview, GTK_TYPE_WIDGET)

static GtkWidget *
attach_label (GtkGrid *grid,
              int column,
              int row,
              const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (text != NULL && g_utf8_strlen (text, -1) > MAX_CHARS)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
      gtk_widget_set_tooltip_text (label, text);
    }
  gtk_grid_attach (grid, label, column, row, 1, 1);

  return label;
}

static const RmImportTarget *
find_target (const RmImportPlan *plan,
             const char *key)
{
  GArray *targets = rm_import_plan_get_targets (plan);

  for (guint t = 0; t < targets->len; t++)
    if (g_str_equal (g_array_index (targets, RmImportTarget, t).key, key))
      return &g_array_index (targets, RmImportTarget, t);

  return NULL;
}

/* The value to be stored, as text for people; %FALSE if the cell is not a value of its field. */
static gboolean
read_cell (const RmImportPlan *plan,
           guint row,
           guint column,
           char **text)
{
  const RmImportTarget *target = find_target (plan, rm_import_plan_get_target (plan, column));
  const char *cell = rm_import_plan_get_cell (plan, row, column);
  const RmField *field = target != NULL ? target->field : NULL;
  RmRecord *record = NULL;
  const char *label = NULL;
  gboolean ok = TRUE;

  if (field == NULL || field->type == RM_FIELD_REFERENCE
      || target->part == RM_IMPORT_PART_SKILL || target->part == RM_IMPORT_PART_CATEGORY
      || target->part == RM_IMPORT_PART_CONTEXT)
    {
      *text = g_strstrip (g_strdup (cell));
      return TRUE;
    }

  record = rm_record_new (target->part == RM_IMPORT_PART_FIELD
                              && rm_import_plan_get_kind (plan) == RM_IMPORT_RATINGS
                            ? rm_rating_entity ()
                            : rm_person_entity ());
  ok = rm_import_plan_parse (plan, record, field, cell, NULL);
  if (ok && field->type == RM_FIELD_CHOICE && !rm_record_is_blank (record, field))
    label = rm_enum_label (field->values, rm_record_get_int (record, field));
  if (!ok)
    *text = g_strstrip (g_strdup (cell));
  else if (label != NULL)
    *text = g_strdup (_ (label));
  else if (field->type == RM_FIELD_YES_NO && !rm_record_is_blank (record, field))
    *text = g_strdup (rm_record_get_int (record, field) == 1 ? _ ("Yes") : _ ("No"));
  else
    *text = rm_record_format (record, field);
  rm_record_unref (record);

  return ok;
}

static const char *
outcome_label (guint8 outcome)
{
  switch ((RmImportOutcome) outcome)
    {
    case RM_IMPORT_ADDED:
      return _ ("New");

    case RM_IMPORT_CHANGED:
      return _ ("Changed");

    case RM_IMPORT_UNCHANGED:
      return _ ("As it is");

    case RM_IMPORT_SKIPPED:
      return _ ("Skipped");

    case RM_IMPORT_BLANK:
    case RM_IMPORT_N_OUTCOMES:
    default:
      return _ ("Empty");
    }
}

static void
attach_row (GtkGrid *grid,
            const RmImportPlan *plan,
            const RmImportResult *result,
            guint row)
{
  const RmSheet *table = rm_import_plan_get_table (plan);
  gboolean left_out = result->outcomes[row] == RM_IMPORT_SKIPPED;
  GtkWidget *label = attach_label (grid, 0, (int) row + 1, outcome_label (result->outcomes[row]));
  int place = 1;

  gtk_widget_add_css_class (label, left_out ? "warning" : "dim-label");
  for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
    {
      g_autofree char *text = NULL;
      gboolean ok = TRUE;

      if (rm_import_plan_get_target (plan, c) == NULL)
        continue;
      ok = read_cell (plan, row, c, &text);
      label = attach_label (grid, place++, (int) row + 1, text);
      if (!ok)
        {
          /* Not by colour alone. */
          g_autofree char *marked = g_strdup_printf ("⚠ %s", text);

          gtk_label_set_label (GTK_LABEL (label), marked);
          gtk_widget_set_tooltip_text (label, _ ("This cannot be read and is left out"));
          gtk_widget_add_css_class (label, "warning");
        }
      else if (left_out)
        gtk_widget_add_css_class (label, "dim-label");
    }
}

static void
rm_import_preview_dispose (GObject *object)
{
  RmImportPreview *self = RM_IMPORT_PREVIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_import_preview_parent_class)->dispose (object);
}

static void
rm_import_preview_class_init (RmImportPreviewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_import_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "importpreview");
}

static void
rm_import_preview_init (RmImportPreview *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  /* For scrolling by keyboard: nothing in it takes the focus. */
  gtk_widget_set_focusable (self->scroller, TRUE);
  rm_accessible_set_label (self->scroller, _ ("The first rows as they will be"));
}

GtkWidget *
rm_import_preview_new (void)
{
  return g_object_new (RM_TYPE_IMPORT_PREVIEW, NULL);
}

void
rm_import_preview_show (RmImportPreview *self,
                        const RmImportPlan *plan,
                        const RmImportResult *result)
{
  const RmSheet *table = rm_import_plan_get_table (plan);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *header = attach_label (GTK_GRID (grid), 0, 0, _ ("Row"));
  GtkWidget *viewport = NULL;
  int place = 1;

  gtk_widget_add_css_class (grid, "import-preview");
  gtk_widget_add_css_class (header, "heading");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
    {
      g_autofree char *label = NULL;

      if (rm_import_plan_get_target (plan, c) == NULL)
        continue;
      label = rm_import_plan_dup_target_label (plan, c);
      header = attach_label (GTK_GRID (grid), place++, 0, label);
      gtk_widget_add_css_class (header, "heading");
    }
  for (guint r = 0; r < MIN (result->n_rows, N_ROWS); r++)
    attach_row (GTK_GRID (grid), plan, result, r);

  if (result->n_rows > N_ROWS)
    {
      guint more = result->n_rows - N_ROWS;
      g_autofree char *text = g_strdup_printf (ngettext ("… and %u more row",
                                                         "… and %u more rows", more), more);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (GTK_GRID (grid), label, 0, N_ROWS + 1, 6, 1);
    }
  /* Columns have their natural width: the view scrolls. */
  viewport = gtk_viewport_new (NULL, NULL);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), grid);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
}

char *
rm_import_preview_describe (const RmImportResult *result)
{
  static const RmImportOutcome outcomes[] = {
    RM_IMPORT_ADDED, RM_IMPORT_CHANGED, RM_IMPORT_UNCHANGED, RM_IMPORT_SKIPPED,
  };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      guint n = result->counts[outcomes[i]];
      g_autofree char *text = NULL;

      if (n == 0)
        continue;
      if (outcomes[i] == RM_IMPORT_ADDED)
        text = g_strdup_printf (ngettext ("%'u new", "%'u new", n), n);
      else if (outcomes[i] == RM_IMPORT_CHANGED)
        text = g_strdup_printf (ngettext ("%'u changed", "%'u changed", n), n);
      else if (outcomes[i] == RM_IMPORT_UNCHANGED)
        text = g_strdup_printf (ngettext ("%'u as before", "%'u as before", n), n);
      else
        text = g_strdup_printf (ngettext ("%'u row skipped", "%'u rows skipped", n), n);
      g_strv_builder_add (parts, text);
    }

  texts = g_strv_builder_end (parts);
  return texts[0] != NULL ? g_strjoinv (" · ", texts) : g_strdup (_ ("Nothing to import"));
}
