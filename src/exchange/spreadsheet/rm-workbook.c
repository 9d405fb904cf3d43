/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-workbook.h"

#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* One rule for both formats, so that a file saved as the other one gives the same sheet. */

struct _RmWorkbook
{
  /* owned */
  RmSheetOrigin *origin;
  GPtrArray *sheets;
  GPtrArray *hidden;
  char *wanted; /* folded; nullable */
  char *asked;  /* as it was typed; nullable */
};

RmWorkbook *
rm_workbook_new (RmSheetFormat format,
                 const char *wanted)
{
  RmWorkbook *self = g_new0 (RmWorkbook, 1);

  self->origin = rm_sheet_origin_new (format);
  self->origin->named = wanted != NULL;
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->hidden = g_ptr_array_new_with_free_func (g_free);
  self->wanted = wanted != NULL ? rm_fold (wanted) : NULL;
  self->asked = g_strdup (wanted);

  return self;
}

void
rm_workbook_free (RmWorkbook *self)
{
  if (self == NULL)
    return;

  rm_sheet_origin_free (self->origin);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->hidden);
  g_free (self->wanted);
  g_free (self->asked);
  g_free (self);
}

gboolean
rm_workbook_wants (const RmWorkbook *self,
                   const char *name,
                   gboolean hidden)
{
  g_autofree char *folded = NULL;

  if (self->origin->name != NULL)
    return FALSE;
  if (self->wanted == NULL)
    return !hidden;

  folded = rm_fold (name);
  return g_str_equal (folded, self->wanted);
}

gboolean
rm_workbook_add (RmWorkbook *self,
                 const char *name,
                 gboolean hidden,
                 gboolean has_cells)
{
  gboolean wanted = rm_workbook_wants (self, name, hidden)
                    && (has_cells || self->wanted != NULL);

  if (hidden)
    g_ptr_array_add (self->hidden, g_strdup (name));
  else if (has_cells || wanted)
    g_ptr_array_add (self->sheets, g_strdup (name));
  if (wanted)
    self->origin->name = g_strdup (name);

  return wanted;
}

static char **
end_list (GPtrArray **list)
{
  g_ptr_array_add (*list, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (list), FALSE);
}

RmSheetOrigin *
rm_workbook_finish (RmWorkbook *self,
                    GError **error)
{
  g_autofree char *names = NULL;

  self->origin->sheets = end_list (&self->sheets);
  self->origin->hidden = end_list (&self->hidden);
  self->sheets = g_ptr_array_new ();
  self->hidden = g_ptr_array_new ();
  if (self->origin->name != NULL)
    return g_steal_pointer (&self->origin);

  if (self->wanted != NULL)
    {
      /* Translators: between two names of a list: a closing and an opening quote */
      names = g_strjoinv (_ ("”, “"), self->origin->sheets);
      rm_sentence_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_SHEET,
                             /* Translators: what somebody typed, then the names of all sheets */
                             _ ("The workbook has no sheet “%s”; it has “%s”"), self->asked, names);
    }
  else if (self->origin->hidden[0] != NULL)
    g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_EMPTY,
                         _ ("The workbook has cells in hidden sheets only: show the one to import "
                            "in a spreadsheet, and save it"));
  else
    g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_EMPTY,
                         _ ("The workbook is empty: the first row of a sheet must name the "
                            "columns"));
  return NULL;
}
