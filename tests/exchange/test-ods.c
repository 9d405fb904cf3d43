/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-fixture.h"

/* What writers of .ods do and the format allows, each in the smallest workbook that has it. */

#define CELL(text)                                                                                 \
  "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define SHEET(rows) "<table:table table:name='S1'>" rows "</table:table>"
#define HEADER ROW (CELL ("h"))
#define VALUE(type, more) "<table:table-cell office:value-type='" type "' " more "/>"
#define BLANK_ROWS                                                                                 \
  "<table:table-row table:number-rows-repeated='1048554'><table:table-cell "                      \
  "table:number-columns-repeated='16384'/></table:table-row>"

static const struct
{
  const char *name;
  const char *xml;
  const char *expected;
  const char *problems;
} cases[] = {
  { "text",
    SHEET (HEADER ROW (CELL ("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>"
                             "<text:p>e"))
           ROW (CELL ("  x \n <text:span>y</text:span> ")) ROW (CELL ("<text:a>link</text:a>"))
           ROW ("<table:table-cell><text:p>untyped</text:p></table:table-cell>")),
    "1[h] 2[a  b\tc\nd\ne] 3[x y ] 4[link] 5[untyped]", "" },
  { "comments and pictures",
    SHEET ("<table:shapes><draw:frame><draw:text-box><text:p>no</text:p></draw:text-box>"
           "</draw:frame></table:shapes>"
           ROW ("<table:table-cell office:value-type='string'><office:annotation><text:p>a comment"
                "</text:p></office:annotation><text:p>h</text:p><draw:frame><text:p>no</text:p>"
                "</draw:frame></table:table-cell>")
           ROW (CELL ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>spoken"
                      "</text:ruby-text></text:ruby>"))),
    "1[h] 2[base]", "" },
  { "values",
    SHEET (HEADER ROW (VALUE ("float", "office:value='12345678901'"))
           ROW (VALUE ("float", "office:value='0.1'"))
           ROW (VALUE ("percentage", "office:value='0.07'"))
           ROW (VALUE ("currency", "office:value='5'"))
           ROW (VALUE ("date", "office:date-value='2026-03-31'"))
           ROW (VALUE ("date", "office:date-value='2026-03-31T00:00:00'"))
           ROW (VALUE ("time", "office:time-value='PT08H30M00S'"))
           ROW (VALUE ("boolean", "office:boolean-value='true'"))
           ROW (VALUE ("boolean", "office:boolean-value='false'"))
           ROW (VALUE ("string", "office:string-value='s'"))),
    "1[h] 2[12345678901]n 3[0.1]n 4[7%]n 5[5]n 6[2026-03-31]d 7[2026-03-31]d 8[08:30] 9[yes]t "
    "10[no]t 11[s]",
    "" },
  { "percent as a number",
    SHEET (HEADER ROW ("<table:table-cell office:value-type='float' office:value='0.125'><text:p>"
                       "12,5%</text:p></table:table-cell>")
           ROW ("<table:table-cell office:value-type='float' office:value='12.5'><text:p>12.5 %"
                "</text:p></table:table-cell>")),
    "1[h] 2[12.5%]n 3[12.5]n", "" },
  { "formulas",
    SHEET (HEADER ROW (VALUE ("float", "office:value='1' table:formula='of:=TRUE()'"))
           ROW (VALUE ("float", "office:value='0' table:formula='of:=A1+1'"))
           ROW (VALUE ("float", "office:value='3' table:formula='of:=A1+1'"))
           ROW ("<table:table-cell table:formula='of:=A1'/>")
           ROW ("<table:table-cell table:formula='of:=1/0' office:value-type='string' "
                "calcext:value-type='error'><text:p>#DIV/0!</text:p></table:table-cell>")
           ROW ("<table:table-cell table:formula='of:=NA()' office:value-type='string'><text:p>"
                "#N/A</text:p></table:table-cell>")),
    "1[h] 2[yes]t 3[0]n 4[3]n", "0:error-cell 0:formula-unknown 0:formula-zero" },
  { "repeats",
    SHEET (ROW (CELL ("h") CELL ("i") CELL ("j")) BLANK_ROWS
           "<table:table-row table:number-rows-repeated='2'><table:table-cell "
           "table:number-columns-repeated='3' office:value-type='float' office:value='4'/>"
           "<table:table-cell table:number-columns-repeated='16381'/></table:table-row>"
           BLANK_ROWS),
    "1[h][i][j] 1048556[4]n[4]n[4]n 1048557[4]n[4]n[4]n", "" },
  { "covered",
    SHEET (HEADER ROW ("<table:table-cell table:number-rows-spanned='2' office:value-type='string'>"
                       "<text:p>a</text:p></table:table-cell>" CELL ("b"))
           ROW ("<table:covered-table-cell office:value-type='string'><text:p>under</text:p>"
                "</table:covered-table-cell>" CELL ("c"))),
    "1[h] 2[a] 3[]", "0:merged 2:long 3:long" },
  { "hidden",
    SHEET ("<table:table-column/><table:table-column table:number-columns-repeated='1023' "
           "table:visibility='collapse'/>" ROW (CELL ("h") CELL ("i"))
           "<table:table-row table:visibility='filter'>" CELL ("1") "</table:table-row>"),
    "1[h][i] 2[1][]", "0:hidden 0:hidden" },
  { "groups",
    SHEET ("<table:table-header-rows>" HEADER "</table:table-header-rows><table:table-row-group>"
           ROW (CELL ("1")) "</table:table-row-group>"),
    "1[h] 2[1]", "" },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = workbook_ods (cases[i].xml);

      g_test_message ("%s", cases[i].name);
      workbook_assert (bytes, NULL, cases[i].expected, cases[i].problems);
    }
}

#define NAMED(name, style, rows)                                                                   \
  "<table:table table:name='" name "' table:style-name='" style "'>" rows "</table:table>"

static void
test_sheets (void)
{
  g_autoptr (GBytes) bytes = workbook_ods (NAMED ("Gone", "gone", HEADER)
                                           NAMED ("Empty", "", BLANK_ROWS)
                                           NAMED ("People", "", ROW (CELL ("p")))
                                           NAMED ("Skills", "", ROW (CELL ("s"))));
  g_autoptr (RmSheet) first = workbook_read (bytes, NULL, NULL);
  const RmSheetOrigin *origin = rm_sheet_get_origin (first);
  g_autofree char *offered = g_strjoinv (",", origin->sheets);
  g_autofree char *said = g_strjoinv (",", origin->hidden);

  g_assert_cmpint (origin->format, ==, RM_SHEET_ODS);
  g_assert_cmpstr (origin->name, ==, "People");
  g_assert_cmpstr (offered, ==, "People,Skills");
  g_assert_cmpstr (said, ==, "Gone");
  workbook_assert (bytes, NULL, "1[p]", "0:sheets 0:sheets");
  workbook_assert (bytes, "SKILLS", "1[s]", "");
  workbook_assert (bytes, "gone", "1[h]", "");
  workbook_assert_refused (g_bytes_ref (bytes), "Nobody", RM_EXCHANGE_ERROR_SHEET);
  workbook_assert_refused (workbook_ods (SHEET (BLANK_ROWS)), NULL, RM_EXCHANGE_ERROR_EMPTY);
  workbook_assert_refused (workbook_ods (NAMED ("Gone", "gone", HEADER)), NULL,
                           RM_EXCHANGE_ERROR_EMPTY);
}

/* Huge counts of what is filled end in a sentence, soon. */
static void
test_limits (void)
{
  g_autoptr (GString) sheets = g_string_new (NULL);

  workbook_assert_refused (
    workbook_ods (SHEET ("<table:table-row table:number-rows-repeated='4294967295'>" CELL ("1")
                         "</table:table-row>")),
    NULL, RM_EXCHANGE_ERROR_TOO_MANY_ROWS);
  workbook_assert_refused (
    workbook_ods (SHEET (ROW ("<table:table-cell table:number-columns-repeated='16384' "
                              "office:value-type='float' office:value='1'/>"))),
    NULL, RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS);
  workbook_assert_refused (
    workbook_ods (SHEET ("<table:table-row table:number-rows-repeated='190000'><table:table-cell "
                         "table:number-columns-repeated='400' office:value-type='float' "
                         "office:value='1'/></table:table-row>")),
    NULL, RM_EXCHANGE_ERROR_TOO_BIG);
  workbook_assert_refused (workbook_ods (SHEET (ROW (CELL ("<text:s text:c='4000000000'/>")))),
                           NULL, RM_EXCHANGE_ERROR_CELL_TOO_LONG);
  for (guint i = 0; i <= RM_SHEET_MAX_SHEETS; i++)
    g_string_append (sheets, "<table:table/>");
  workbook_assert_refused (workbook_ods (sheets->str), NULL, RM_EXCHANGE_ERROR_TOO_BIG);
}

#define ODS_TYPE "application/vnd.oasis.opendocument.spreadsheet"

static void
test_refused (void)
{
  workbook_assert_refused (workbook_zip ("mimetype", ODS_TYPE, "META-INF/manifest.xml",
                                         "<manifest><encryption-data/></manifest>", "content.xml",
                                         "\x01\x02", NULL),
                           NULL, RM_EXCHANGE_ERROR_PASSWORD);
  workbook_assert_refused (workbook_zip ("mimetype", "application/vnd.oasis.opendocument.text",
                                         "content.xml", "<a/>", NULL),
                           NULL, RM_EXCHANGE_ERROR_BINARY);
  workbook_assert_refused (workbook_zip ("mimetype", ODS_TYPE, NULL), NULL,
                           RM_EXCHANGE_ERROR_DAMAGED);
  workbook_assert_refused (workbook_zip ("mimetype", ODS_TYPE, "content.xml",
                                         "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", NULL),
                           NULL, RM_EXCHANGE_ERROR_DAMAGED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods/cells", test_cells);
  g_test_add_func ("/ods/sheets", test_sheets);
  g_test_add_func ("/ods/limits", test_limits);
  g_test_add_func ("/ods/refused", test_refused);

  return g_test_run ();
}
