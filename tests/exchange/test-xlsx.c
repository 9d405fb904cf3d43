/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/rm-source.h"
#include "exchange/spreadsheet/rm-archive.h"
#include "exchange/spreadsheet/rm-cell-text.h"
#include "workbook-fixture.h"

#include <string.h>

/* What writers of .xlsx do and the format allows, each in the smallest workbook that has it. */

/* Cell styles: 0 plain, 1 date, 2 own date, 3 percent, 4 time, 5 own number with a red section. */
#define STYLES                                                                                     \
  "<numFmts><numFmt numFmtId='164' formatCode='[$-407]dd/mm/yyyy;@'/>"                             \
  "<numFmt numFmtId='165' formatCode='[Red]0.0 &quot;days&quot;'/></numFmts>"                      \
  "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"                    \
  "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='10'/><xf numFmtId='20'/>"                  \
  "<xf numFmtId='165'/></cellXfs>"

#define STRINGS                                                                                    \
  "<si><t>one</t></si><si><r><t>ri</t></r><r><rPr/><t>ch</t></r><rPh><t>spoken</t></rPh></si>"     \
  "<si><t xml:space='preserve'> two </t></si><si><t>a_x000D_b_x005F_x000D_</t></si><si/>"

#define HEADER "<row r='1'><c r='A1' t='inlineStr'><is><t>h</t></is></c></row>"

static const struct
{
  const char *name;
  const char *xml;
  const char *expected;
  const char *problems;
} cases[] = {
  { "strings",
    "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
    "<row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' t='s'><v>3</v></c></row><row r='3'>"
    "<c r='A3' t='str'><v>plain_x0041_</v></c><c r='B3' t='inlineStr'><is><r><t>x </t></r><r>"
    "<t>y</t></r><rPh><t>no</t></rPh></is></c></row></sheetData>",
    "1[one][rich] 2[ two ][a\rb_x000D_] 3[plainA][x y]", "" },
  { "places",
    "<sheetData><row><c t='inlineStr'><is><t>h</t></is></c><c t='inlineStr'><is><t>i</t></is></c>"
    "</row><row r='5'><c r='B5'><v>1</v></c></row><row><c><v>2</v></c></row>"
    "<row r='9'/></sheetData>",
    "1[h][i] 5[][1]n 6[2]n[]", "" },
  { "numbers",
    "<sheetData>" HEADER "<row r='2'><c><v>12345678901234567890</v></c></row><row r='3'><c>"
    "<v>1.2345678901E10</v></c></row><row r='4'><c><v>0.30000000000000004</v></c></row>"
    "<row r='5'><c><v>3.1000000000000001</v></c></row><row r='6'><c><v>-0</v></c></row>"
    "<row r='7'><c s='5'><v>1E-5</v></c></row><row r='8'><c><v>1.0</v></c></row><row r='9'><c>"
    "<v>-5.2677032512345678E-5</v></c></row></sheetData>",
    "1[h] 2[12345678901234567890]n 3[12345678901]n 4[0.30000000000000004]n 5[3.1]n 6[0]n "
    "7[0.00001]n 8[1]n 9[-0.00005267703251234568]n",
    "" },
  { "percent",
    "<sheetData>" HEADER "<row r='2'><c s='3'><v>7.0000000000000007E-2</v></c></row></sheetData>",
    "1[h] 2[7%]n", "" },
  { "dates",
    "<sheetData>" HEADER "<row r='2'><c s='1'><v>46112</v></c></row><row r='3'><c s='2'>"
    "<v>46112.75</v></c></row><row r='4'><c t='d'><v>2026-03-31T00:00:00.000Z</v></c></row>"
    "<row r='5'><c s='4'><v>0.35416666666666669</v></c></row><row r='6'><c s='1'><v>1</v></c>"
    "</row><row r='7'><c s='1'><v>-5</v></c></row></sheetData>",
    "1[h] 2[2026-03-31]d 3[2026-03-31]d 4[2026-03-31]d 5[08:30] 6[1900-01-01]d 7[-5]n", "" },
  { "style of the column",
    "<cols><col min='1' max='1' style='1'/></cols><sheetData>" HEADER
    "<row r='2'><c><v>46112</v></c></row><row r='3' s='0' customFormat='1'><c><v>46112</v></c>"
    "</row><row r='4'><c s='0'><v>46112</v></c></row></sheetData>",
    "1[h] 2[2026-03-31]d 3[46112]n 4[46112]n", "" },
  { "truth and errors",
    "<sheetData>" HEADER "<row r='2'><c t='b'><v>1</v></c></row><row r='3'><c t='b'><v>0</v></c>"
    "</row><row r='4'><c t='e'><v>#REF!</v></c><c r='B4'><f>TRUE()</f><v>1</v></c></row>"
    "<row r='5'><c><f>=FALSE()</f><v>0</v></c></row></sheetData>",
    "1[h] 2[yes]t 3[no]t 4[] 5[no]t", "0:error-cell 4:long" },
  { "formulas",
    "<sheetData>" HEADER "<row r='2'><c><f>A3+1</f><v>4</v></c></row><row r='3'><c>"
    "<f t='shared' si='0'/><v>0</v></c></row><row r='4'><c t='str'><f>A1</f><v>h</v></c></row>"
    "<row r='5'><c t='str'><f>A9</f><v></v></c></row><row r='6'><c><f>A9</f><v></v></c></row>"
    "<row r='7'><c><f>A9</f></c></row></sheetData>",
    "1[h] 2[4]n 3[0]n 4[h]", "0:formula-unknown 0:formula-zero" },
  { "merged",
    "<sheetData>" HEADER "<row r='2'><c><v>1</v></c></row><row r='3'><c><v>1</v></c></row>"
    "<row r='4'><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref='A2:A3'/>"
    "</mergeCells>",
    "1[h] 2[1]n 3[] 4[2]n", "0:merged" },
  { "hidden",
    "<cols><col min='2' max='9' hidden='true'/></cols><sheetData><row r='1'><c t='str'><v>h</v>"
    "</c><c t='str'><v>i</v></c></row><row r='2' hidden='1'><c><v>1</v></c></row>"
    "<row r='3' hidden='true'/></sheetData>",
    "1[h][i] 2[1]n[]", "0:hidden 0:hidden" },
  { "odd hours",
    "<sheetData>" HEADER "<row r='2'><c s='1'><v>46111.958333333336</v></c></row><row r='3'>"
    "<c t='d'><v>2026-04-01T23:00:00Z</v></c></row></sheetData>",
    "1[h] 2[2026-03-30]d 3[2026-04-01]d", "0:date-odd" },
  { "years as dates",
    "<sheetData>" HEADER "<row r='2'><c s='1'><v>2024</v></c></row><row r='3'><c s='1'>"
    "<v>2026</v></c></row></sheetData>",
    "1[h] 2[1905-07-16]d 3[1905-07-18]d", "0:date-odd" },
  { "character references",
    "<sheetData><row r='1'><c t='str'><v>Zo&#235; &amp; &#x1F600;<![CDATA[<b>]]></v></c></row>"
    "</sheetData>",
    "1[Zoë & 😀<b>]", "" },
};

static GBytes *
make (const char *xml)
{
  const char *const sheets[] = { xml, NULL };

  return workbook_xlsx ("", "", STYLES, STRINGS, sheets);
}

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make (cases[i].xml);

      g_test_message ("%s", cases[i].name);
      workbook_assert (bytes, NULL, cases[i].expected, cases[i].problems);
    }
}

static void
test_book (void)
{
  const char *const dates[] = {
    "<sheetData>" HEADER "<row r='2'><c s='1'><v>44650</v></c></row></sheetData>", NULL,
  };
  const char *const formulas[] = {
    "<sheetData>" HEADER "<row r='2'><c><f>1+1</f><v>0</v></c><c r='B2'><f>TRUE()</f></c></row>"
    "<row r='3'><c><v>0</v></c></row></sheetData>",
    NULL,
  };
  g_autoptr (GBytes) since_1904
    = workbook_xlsx ("<workbookPr date1904='true'/>", "", STYLES, NULL, dates);
  g_autoptr (GBytes) unknown
    = workbook_xlsx ("", "<calcPr fullCalcOnLoad='1'/>", NULL, NULL, formulas);

  workbook_assert (since_1904, NULL, "1[h] 2[2026-03-31]d", "");
  workbook_assert (unknown, NULL, "1[h] 2[] 3[0]n", "0:formula-unknown 2:long");
}

static void
test_sheets (void)
{
  const char *const sheets[] = {
    "-<sheetData><row><c><v>1</v></c></row></sheetData>",
    "<sheetData><row r='1'><c r='A1' s='0'/></row></sheetData>",
    "<sheetData><row><c><v>3</v></c></row></sheetData>",
    "<sheetData><row><c t='inlineStr'><is><t>four</t></is></c></row></sheetData>", NULL,
  };
  const char *const hidden[] = { sheets[0], NULL };
  const char *const empty[] = { sheets[1], NULL };
  g_autoptr (GBytes) bytes = workbook_xlsx ("", "", NULL, NULL, sheets);
  g_autoptr (RmSheet) first = workbook_read (bytes, NULL, NULL);
  const RmSheetOrigin *origin = rm_sheet_get_origin (first);
  g_autofree char *offered = g_strjoinv (",", origin->sheets);
  g_autofree char *said = g_strjoinv (",", origin->hidden);
  g_autofree char *described = rm_sheet_origin_describe (origin);

  g_assert_cmpint (origin->format, ==, RM_SHEET_XLSX);
  g_assert_cmpstr (origin->name, ==, "S3");
  g_assert_cmpstr (offered, ==, "S3,S4");
  g_assert_cmpstr (said, ==, "S1");
  g_assert_true (g_str_has_suffix (described, "(.xlsx)"));
  g_assert_true (rm_sheet_is_workbook (first));
  workbook_assert (bytes, NULL, "1[3]", "0:sheets 0:sheets");
  workbook_assert (bytes, "s4", "1[four]", "");
  workbook_assert (bytes, "S1", "1[1]", "");
  workbook_assert_refused (g_bytes_ref (bytes), "S2", RM_EXCHANGE_ERROR_EMPTY);
  workbook_assert_refused (g_bytes_ref (bytes), "S5", RM_EXCHANGE_ERROR_SHEET);
  workbook_assert_refused (workbook_xlsx ("", "", NULL, NULL, hidden), NULL,
                           RM_EXCHANGE_ERROR_EMPTY);
  workbook_assert_refused (workbook_xlsx ("", "", NULL, NULL, empty), NULL,
                           RM_EXCHANGE_ERROR_EMPTY);
}

static GBytes *
make_long (const char *before,
           const char *unit,
           guint n,
           const char *after)
{
  g_autoptr (GString) xml = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (xml, unit);
  g_string_append (xml, after);

  return make (xml->str);
}

static void
test_limits (void)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) rows = make_long ("<sheetData>", "<row><c><v>1</v></c></row>",
                                       RM_SHEET_MAX_ROWS + 1, "</sheetData>");
  g_autoptr (RmSheet) most = workbook_read (rows, NULL, NULL);

  g_assert_cmpuint (rm_sheet_get_n_rows (most), ==, RM_SHEET_MAX_ROWS);
  workbook_assert_refused (make_long ("<sheetData>", "<row><c><v>1</v></c></row>",
                                      RM_SHEET_MAX_ROWS + 2, "</sheetData>"),
                           NULL, RM_EXCHANGE_ERROR_TOO_MANY_ROWS);
  workbook_assert_refused (make ("<sheetData><row><c r='SG1'><v>1</v></c></row></sheetData>"), NULL,
                           RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS);
  workbook_assert_refused (make_long ("<sheetData><row><c t='str'><v>", "0123456789abcdef",
                                      RM_SHEET_MAX_CELL / 16 + 1, "</v></c></row></sheetData>"),
                           NULL, RM_EXCHANGE_ERROR_CELL_TOO_LONG);
  workbook_assert_refused (make_long ("<sheetData>", "<row r='1'><c><v>1</v></c></row>", 2,
                                      "</sheetData>"),
                           NULL, RM_EXCHANGE_ERROR_DAMAGED);
  workbook_assert_refused (make_long ("<sheetData/>", "                                        ",
                                      700000, ""),
                           NULL, RM_EXCHANGE_ERROR_TOO_BIG);
  /* Cells that a few bytes ask for. */
  workbook_assert_refused (make_long ("<sheetData>", "<row><c r='SF1'><v>1</v></c></row>", 50000,
                                      "</sheetData>"),
                           NULL, RM_EXCHANGE_ERROR_TOO_BIG);

  for (guint i = 0; i <= RM_SHEET_MAX_SHEETS; i++)
    g_ptr_array_add (many, (gpointer) "<sheetData/>");
  g_ptr_array_add (many, NULL);
  workbook_assert_refused (workbook_xlsx ("", "", NULL, NULL, (const char *const *) many->pdata),
                           NULL, RM_EXCHANGE_ERROR_TOO_BIG);
  for (guint i = 0; i <= RM_ARCHIVE_MAX_PARTS; i++)
    {
      g_ptr_array_add (parts, g_strdup_printf ("part%u", i));
      g_ptr_array_add (parts, g_strdup (""));
    }
  g_ptr_array_add (parts, NULL);
  workbook_assert_refused (workbook_zip_list ((const char *const *) parts->pdata), NULL,
                           RM_EXCHANGE_ERROR_TOO_BIG);
}

#define TYPES "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
#define BILLION                                                                                    \
  "<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"

static void
test_refused (void)
{
  static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0k\0b\0o\0o\0k\0\0\0";
  static const char locked[] = "\xD0\xCF\x11\xE0....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"
                               "\0\0\0";
  static const char other[] = "\xD0\xCF\x11\xE0....W\0o\0r\0d\0D\0o\0c\0\0";

  workbook_assert_refused (g_bytes_new_static (old, sizeof old), NULL, RM_EXCHANGE_ERROR_BINARY);
  workbook_assert_refused (g_bytes_new_static (locked, sizeof locked), NULL,
                           RM_EXCHANGE_ERROR_PASSWORD);
  workbook_assert_refused (g_bytes_new_static (other, sizeof other), NULL,
                           RM_EXCHANGE_ERROR_BINARY);
  workbook_assert_refused (workbook_zip ("[Content_Types].xml",
                                         TYPES "<Override PartName='/xl/workbook.xml' ContentType="
                                               "'application/vnd.ms-excel.sheet.macroEnabled.main"
                                               "+xml'/></Types>",
                                         "xl/workbook.xml", "<workbook/>", NULL),
                           NULL, RM_EXCHANGE_ERROR_BINARY);
  workbook_assert_refused (workbook_zip ("[Content_Types].xml", TYPES "</Types>",
                                         "word/document.xml", "<document/>", NULL),
                           NULL, RM_EXCHANGE_ERROR_BINARY);
  workbook_assert_refused (workbook_zip ("people.csv", "name\nAda\n", NULL), NULL,
                           RM_EXCHANGE_ERROR_BINARY);
  workbook_assert_refused (workbook_zip ("xl/workbook.xml", BILLION "<workbook>&b;</workbook>",
                                         NULL),
                           NULL, RM_EXCHANGE_ERROR_DAMAGED);
  workbook_assert_refused (workbook_zip ("xl/workbook.xml", "<workbook>&b;</workbook>", NULL), NULL,
                           RM_EXCHANGE_ERROR_DAMAGED);
  workbook_assert_refused (make ("<sheetData><row><c t='s'><v>99</v></c></row></sheetData>"), NULL,
                           RM_EXCHANGE_ERROR_DAMAGED);
  workbook_assert_refused (make ("<sheetData><row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v>"
                                 "</c></row></sheetData>"),
                           NULL, RM_EXCHANGE_ERROR_DAMAGED);
}

/* Text that other programs take for a workbook. */
static void
test_markup (void)
{
  static const char *const texts[] = {
    "<?xml version='1.0'?>\n<?mso-application progid='Excel.Sheet'?><Workbook/>",
    "\xEF\xBB\xBF  <office:document office:mimetype='x'/>",
    "\r\n<HTML><body><table><tr><td>a</td></tr></table></body></HTML>",
    "<!DOCTYPE html><table/>",
    "<table border=1><tr><td>a</td></tr></table>",
  };
  static const char table[] = "<name>;level\nAda;3\n";
  g_autoptr (GBytes) odd = g_bytes_new_static (table, strlen (table));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    workbook_assert_refused (g_bytes_new_static (texts[i], strlen (texts[i])), NULL,
                             RM_EXCHANGE_ERROR_BINARY);
  workbook_assert (odd, NULL, "1[<name>][level] 2[Ada][3]", "");
}

static gboolean
stop (double fraction,
      gpointer data)
{
  (*(guint *) data)++;

  return FALSE;
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = make_long ("<sheetData>", "<row><c><v>1</v></c></row>", 50000,
                                        "</sheetData>");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_null (rm_source_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                 stop, &n, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_codes (void)
{
  static const struct
  {
    const char *code;
    RmCellStyle style;
  } codes[] = {
    { "General", RM_CELL_STYLE_PLAIN },        { "0.00", RM_CELL_STYLE_PLAIN },
    { "#,##0 \"days\"", RM_CELL_STYLE_PLAIN }, { "[Magenta]0", RM_CELL_STYLE_PLAIN },
    { "0.00E+00", RM_CELL_STYLE_PLAIN },       { "\\d0", RM_CELL_STYLE_PLAIN },
    { "yyyy\\-mm\\-dd", RM_CELL_STYLE_DATE },  { "[$-F800]dddd, mmmm dd", RM_CELL_STYLE_DATE },
    { "mmm-yy", RM_CELL_STYLE_DATE },          { "[$-411]ggge\"年\"m\"月\"", RM_CELL_STYLE_DATE },
    { "[h]:mm", RM_CELL_STYLE_TIME },          { "hh:mm AM/PM", RM_CELL_STYLE_TIME },
    { "mm:ss.0", RM_CELL_STYLE_TIME },         { "0.0%;[Red]-0.0%", RM_CELL_STYLE_PERCENT },
    { "\"TRUE\";\"TRUE\";\"FALSE\"", RM_CELL_STYLE_TRUTH },
    { "\"", RM_CELL_STYLE_PLAIN },             { "[", RM_CELL_STYLE_PLAIN },
    { "", RM_CELL_STYLE_PLAIN },               { "_", RM_CELL_STYLE_PLAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("%s", codes[i].code);
      g_assert_cmpint (rm_cell_style_of_code (codes[i].code), ==, codes[i].style);
    }
}

/* The shortest text of a number is the number, whatever its digits. */
static void
test_numbers (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      char raw[G_ASCII_DTOSTR_BUF_SIZE];
      double value = g_test_rand_double_range (-1e6, 1e6);

      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        value /= g_test_rand_double_range (1, 1000);
      g_ascii_dtostr (raw, sizeof raw, value);
      g_assert_true (rm_cell_text_add_number (out, raw));
      g_assert_cmpfloat (g_ascii_strtod (out->str, NULL), ==, value);
      g_assert_null (strchr (out->str, 'e'));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/cells", test_cells);
  g_test_add_func ("/xlsx/book", test_book);
  g_test_add_func ("/xlsx/sheets", test_sheets);
  g_test_add_func ("/xlsx/limits", test_limits);
  g_test_add_func ("/xlsx/refused", test_refused);
  g_test_add_func ("/xlsx/markup", test_markup);
  g_test_add_func ("/xlsx/cancel", test_cancel);
  g_test_add_func ("/xlsx/codes", test_codes);
  g_test_add_func ("/xlsx/numbers", test_numbers);

  return g_test_run ();
}
