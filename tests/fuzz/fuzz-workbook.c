/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "exchange/source/rm-source.h"
#include "workbook-zip.h"

#include <string.h>

/* Any workbook: an error or a sheet whose cells are text. Bytes of a zip file that are changed at
 * random rarely unpack, so that most inputs are the XML of a part, which is packed here: the first
 * byte says of which. */

#define ODS_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define TYPES "<Types><Override PartName='/xl/workbook.xml' ContentType='main+xml'/></Types>"
#define SHEET                                                                                      \
  "<sheetData><row><c t='s'><v>0</v></c><c s='1'><v>46112</v></c></row></sheetData>"

static GBytes *
pack (char kind,
      const char *xml)
{
  const char *const fuzzed[] = { xml, NULL };
  const char *const fixed[] = { SHEET, NULL };

  switch (kind)
    {
    case 'o':
      return workbook_ods (xml);

    case 'c':
      return workbook_zip ("mimetype", ODS_TYPE, "content.xml", xml, NULL);

    case 'b':
      return workbook_zip ("[Content_Types].xml", TYPES, "xl/workbook.xml", xml,
                           "xl/_rels/workbook.xml.rels", xml, NULL);

    case 's':
      return workbook_xlsx ("", "", xml, "<si><t>a</t></si>", fixed);

    case 't':
      return workbook_xlsx ("<workbookPr date1904='1'/>", "", NULL, xml, fixed);

    default:
      return workbook_xlsx ("", kind == 'f' ? "<calcPr fullCalcOnLoad='1'/>" : "",
                            "<cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='9'/></cellXfs>",
                            "<si><t>a</t></si><si><t>_x000D_</t></si>", fuzzed);
    }
}

static void
check (const RmSheet *sheet)
{
  for (guint r = 0; r < rm_sheet_get_n_rows (sheet); r++)
    for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
      {
        RmCellKind kind = rm_sheet_get_kind (sheet, r, c);

        g_assert_true (g_utf8_validate (rm_sheet_get_cell (sheet, r, c), -1, NULL));
        g_assert_true (kind == RM_CELL_TEXT || *rm_sheet_get_cell (sheet, r, c) != '\0');
      }
  for (guint r = 1; r < rm_sheet_get_n_rows (sheet); r++)
    g_assert_cmpuint (rm_sheet_get_line (sheet, r), >, rm_sheet_get_line (sheet, r - 1));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *xml = size > 0 ? g_strndup ((const char *) data + 1, size - 1) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RmSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;

  bytes = data[0] == 'P' ? g_bytes_new (data, size) : pack ((char) data[0], xml);
  sheet = rm_source_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL,
                          NULL, &error);
  g_assert_true ((sheet == NULL) == (error != NULL));
  if (sheet != NULL && rm_sheet_is_workbook (sheet))
    check (sheet);
  return 0;
}
