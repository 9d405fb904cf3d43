/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-xlsx-reader.h"

#include "exchange/spreadsheet/rm-cells.h"
#include "exchange/spreadsheet/rm-workbook.h"
#include "exchange/spreadsheet/rm-xlsx-book.h"
#include "exchange/spreadsheet/rm-xlsx-sheet.h"
#include "exchange/spreadsheet/rm-xlsx-strings.h"

/* Chooses the sheet, then reads it: those that are not read cost no more than their first cell. */

static const char *
choose_part (RmArchive *archive,
             const RmXlsxBook *book,
             RmWorkbook *workbook,
             GError **error)
{
  const char *part = NULL;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const RmXlsxSheet *sheet = g_ptr_array_index (book->sheets, i);
      gboolean has_cells = FALSE;

      if (!sheet->hidden && !rm_xlsx_sheet_has_cells (archive, sheet->part, &has_cells, error))
        return NULL;
      if (rm_workbook_add (workbook, sheet->name, sheet->hidden, has_cells))
        part = sheet->part;
    }

  return part != NULL ? part : "";
}

RmSheet *
rm_xlsx_reader_read (RmArchive *archive,
                     const char *sheet,
                     guint max_rows,
                     GError **error)
{
  g_autoptr (RmXlsxBook) book = rm_xlsx_book_load (archive, error);
  g_autoptr (RmWorkbook) workbook = rm_workbook_new (RM_SHEET_XLSX, sheet);
  g_autoptr (RmSheetOrigin) origin = NULL;
  g_autoptr (RmXlsxStrings) strings = NULL;
  g_autoptr (RmCells) cells = NULL;
  const char *part = NULL;

  if (book == NULL)
    return NULL;
  part = choose_part (archive, book, workbook, error);
  if (part != NULL)
    origin = rm_workbook_finish (workbook, error);
  if (origin == NULL)
    return NULL;

  if (book->strings != NULL)
    {
      strings = rm_xlsx_strings_load (archive, book->strings, error);
      if (strings == NULL)
        return NULL;
    }
  cells = rm_cells_new (max_rows);
  if (!rm_xlsx_sheet_read (archive, book, part, strings, cells, error))
    return NULL;

  return rm_cells_finish (g_steal_pointer (&cells), g_steal_pointer (&origin), error);
}
