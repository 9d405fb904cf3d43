/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-origin.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n.h>

/* Whether the columns are named below the first line. */
static gboolean
was_found (const RmSheet *table)
{
  GPtrArray *problems = rm_sheet_get_problems ((RmSheet *) table);

  for (guint i = 0; i < problems->len; i++)
    if (((const RmFileProblem *) g_ptr_array_index (problems, i))->type
        == RM_FILE_PROBLEM_HEADER_FOUND)
      return TRUE;

  return FALSE;
}

char *
rm_import_origin_describe (const RmSheet *sheet)
{
  guint n = rm_sheet_get_n_rows (sheet);
  guint line = rm_sheet_get_header_line (sheet);
  g_autofree char *origin = rm_sheet_origin_describe (rm_sheet_get_origin (sheet));
  g_autofree char *text = NULL;

  if (rm_sheet_origin_is_directory (rm_sheet_get_origin (sheet)))
    /* Translators: a number of people, then "LDIF" or "vCard" */
    return rm_sentence_new (ngettext ("%u entry, %s", "%u entries, %s", n), n, origin);

  /* Translators: a number of rows, then words about the file such as "UTF-8, commas" */
  text = rm_sentence_new (ngettext ("%u row, %s", "%u rows, %s", n), n, origin);
  if (!was_found (sheet))
    return g_steal_pointer (&text);

  if (rm_sheet_is_workbook (sheet))
    /* Translators: what is known of a file, then the number of a row in it */
    return rm_sentence_new (_ ("%s · columns named in row %u"), text, line);
  /* Translators: what is known of a file, then the number of a line in it */
  return rm_sentence_new (_ ("%s · columns named in line %u"), text, line);
}

void
rm_import_origin_show_sheets (AdwComboRow *row,
                              const RmSheetOrigin *origin)
{
  g_autoptr (GtkStringList) names
    = gtk_string_list_new ((const char *const *) origin->sheets);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (names, i), origin->name) == 0)
      adw_combo_row_set_selected (row, i);
  gtk_widget_set_visible (GTK_WIDGET (row), n > 1);
}

const char *
rm_import_origin_get_chosen (AdwComboRow *row)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);

  return chosen != NULL ? gtk_string_object_get_string (chosen) : NULL;
}
