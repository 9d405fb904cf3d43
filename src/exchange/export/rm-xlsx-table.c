/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-table-writer-private.h"
#include "exchange/export/rm-xlsx-check.h"
#include "exchange/sheet/rm-exchange-types.h"

#include <glib/gi18n-lib.h>

#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* A workbook of one sheet. A text is always a string, never a formula, a link or a number, and
 * stays a text when somebody edits it. The rows go through a file without a name in the folder for
 * temporary ones, the workbook into memory without a name: nothing about people stays on a disk if
 * the program is killed. */

/* The longest text that a cell can hold, in characters. */
#define LONGEST_TEXT 32767

/* Widths of columns, in characters. */
#define NARROWEST 8
#define WIDEST 60

/* The least year of a date in a workbook; earlier ones are texts. */
#define FIRST_YEAR 1900

/* The time at which each workbook says it was made: the least that an archive can hold. Real ones
 * would tell when somebody worked, and make files of the same content differ. */
#define MADE G_GINT64_CONSTANT (315532800)

enum
{
  HEADER,
  TEXT,
  PERCENT,
  DATE,
  DATE_TIME,
  N_FORMATS
};

typedef struct
{
  RmTableWriter parent;

  /* owned */
  lxw_workbook *book;
  GArray *widths; /* of guint8: the widest cell of each column */
  GError *error;
  locale_t plain;
  int fd;

  /* borrowed */
  lxw_worksheet *sheet;
  lxw_format *formats[N_FORMATS];

  guint row;
  guint column;
} XlsxTable;

/* Cells are checked before they are written, so what fails is a file. */
static void
fail (XlsxTable *self)
{
  if (self->error == NULL)
    g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 /* Translators: %s is a folder */
                 _ ("The workbook cannot be made. There may be no room for temporary files in "
                    "“%s”"),
                 g_get_tmp_dir ());
}

static void
take_result (XlsxTable *self,
             lxw_error result)
{
  if (result != LXW_NO_ERROR)
    fail (self);
}

/* Reads `_x0041_` as a spreadsheet does. */
static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;

  return text[6] == '_';
}

/* What XML cannot hold is lost, and what only looks like the library's escapes is escaped. */
static char *
make_string (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xFFFE || c == 0xFFFF)
        g_string_append (out, "\xEF\xBF\xBD");
      else if (is_escape (p))
        g_string_append (out, "_x005F_");
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (out, FALSE);
}

static void
note_width (XlsxTable *self,
            const char *text)
{
  guint8 *widest = NULL;
  guint width = 2;

  for (const char *p = text; *p != '\0' && *p != '\n' && width < WIDEST; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  if (self->column >= self->widths->len)
    g_array_set_size (self->widths, self->column + 1);
  widest = &g_array_index (self->widths, guint8, self->column);
  *widest = (guint8) MAX (*widest, CLAMP (width, NARROWEST, WIDEST));
}

static void
write_string (XlsxTable *self,
              const char *text,
              lxw_format *format)
{
  g_autofree char *string = make_string (text);

  if (g_utf8_strlen (string, -1) > LONGEST_TEXT)
    {
      g_set_error (&self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CELL_TOO_LONG,
                   /* Translators: %u is the number of a row */
                   _ ("Row %u has a text that is too long for a workbook; a CSV file can hold it"),
                   self->row + 1);
      return;
    }
  take_result (self, worksheet_write_string (self->sheet, self->row, (lxw_col_t) self->column,
                                             string, format));
}

static void
write_date (XlsxTable *self,
            const char *text,
            gboolean with_time)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *whole = g_strdup_printf ("%.16s%s", text, with_time ? ":00" : "T00:00:00");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  lxw_datetime date = { 0 };

  day = g_date_time_new_from_iso8601 (whole, utc);
  if (day == NULL || g_date_time_get_year (day) < FIRST_YEAR)
    {
      write_string (self, text, self->formats[TEXT]);
      return;
    }

  date.year = g_date_time_get_year (day);
  date.month = g_date_time_get_month (day);
  date.day = g_date_time_get_day_of_month (day);
  date.hour = g_date_time_get_hour (day);
  date.min = g_date_time_get_minute (day);
  take_result (self, worksheet_write_datetime (self->sheet, self->row, (lxw_col_t) self->column,
                                               &date, self->formats[with_time ? DATE_TIME : DATE]));
}

static void
write_cell (XlsxTable *self,
            RmTableCell kind,
            const char *text,
            double number)
{
  lxw_col_t column = (lxw_col_t) self->column;

  switch (kind)
    {
    case RM_TABLE_CELL_NUMBER:
      take_result (self, worksheet_write_number (self->sheet, self->row, column, number, NULL));
      break;

    case RM_TABLE_CELL_PERCENT:
      take_result (self, worksheet_write_number (self->sheet, self->row, column, number / 100,
                                                 self->formats[PERCENT]));
      break;

    case RM_TABLE_CELL_DATE:
    case RM_TABLE_CELL_DATE_TIME:
      write_date (self, text, kind == RM_TABLE_CELL_DATE_TIME);
      break;

    case RM_TABLE_CELL_TRUTH:
      take_result (self, worksheet_write_boolean (self->sheet, self->row, column, number != 0,
                                                  NULL));
      break;

    case RM_TABLE_CELL_TEXT:
    case RM_TABLE_CELL_WORD:
    default:
      write_string (self, text, self->formats[TEXT]);
      break;
    }
}

static gboolean
has_room (XlsxTable *self)
{
  if (self->row >= LXW_ROW_MAX)
    g_set_error_literal (&self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_MANY_ROWS,
                         _ ("There are more rows than a workbook can hold; a CSV file can"));
  else if (self->column >= LXW_COL_MAX)
    g_set_error_literal (&self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS,
                         _ ("There are more columns than a workbook can hold; a CSV file can"));

  return self->error == NULL;
}

static void
add (RmTableWriter *writer,
     RmTableCell kind,
     const char *text,
     double number)
{
  XlsxTable *self = (XlsxTable *) writer;
  locale_t before = NULL;

  if (self->error != NULL || (*text != '\0' && !has_room (self)))
    return;

  /* The library prints numbers with the decimal sign of the locale. */
  before = uselocale (self->plain);
  if (*text != '\0')
    {
      note_width (self, text);
      if (self->row == 0)
        write_string (self, text, self->formats[HEADER]);
      else
        write_cell (self, kind, text, number);
    }
  uselocale (before);
  self->column++;
}

static void
end_row (RmTableWriter *writer)
{
  XlsxTable *self = (XlsxTable *) writer;

  self->row++;
  self->column = 0;
}

/* How long the rows are, or FALSE where not all of them are in the library's file. */
static gboolean
flush_rows (XlsxTable *self,
            gsize *size)
{
  FILE *rows = self->sheet->optimize_tmpfile;

  if (fflush (rows) != 0 || ferror (rows))
    return FALSE;

  *size = (gsize) ftello (rows);
  return TRUE;
}

static void
close_book (XlsxTable *self)
{
  lxw_workbook *book = g_steal_pointer (&self->book);
  locale_t before = uselocale (self->plain);

  for (guint c = 0; c < self->widths->len; c++)
    worksheet_set_column (self->sheet, (lxw_col_t) c, (lxw_col_t) c,
                          MAX (NARROWEST, g_array_index (self->widths, guint8, c)), NULL);
  self->sheet = NULL;
  take_result (self, workbook_close (book));
  uselocale (before);
}

static GBytes *
finish (RmTableWriter *writer,
        GError **error)
{
  XlsxTable *self = (XlsxTable *) writer;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize rows = 0;

  if (self->error == NULL && !flush_rows (self, &rows))
    fail (self);
  if (self->error == NULL)
    close_book (self);
  if (self->error == NULL)
    file = g_mapped_file_new_from_fd (self->fd, FALSE, &self->error);
  if (file != NULL)
    bytes = g_mapped_file_get_bytes (file);
  if (bytes != NULL && !rm_xlsx_check_sheet (bytes, rows))
    fail (self);

  if (self->error == NULL)
    return g_steal_pointer (&bytes);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}

static void
free_table (RmTableWriter *writer)
{
  XlsxTable *self = (XlsxTable *) writer;

  /* Closing it would write it. */
  if (self->sheet != NULL)
    fclose (self->sheet->optimize_tmpfile);
  g_clear_pointer (&self->book, lxw_workbook_free);
  if (self->fd >= 0)
    close (self->fd);
  freelocale (self->plain);
  g_array_unref (self->widths);
  g_clear_error (&self->error);
  g_free (self);
}

static void
add_formats (XlsxTable *self)
{
  for (guint f = 0; f < N_FORMATS; f++)
    self->formats[f] = workbook_add_format (self->book);
  format_set_bold (self->formats[HEADER]);
  format_set_num_format (self->formats[HEADER], "@");
  format_set_num_format (self->formats[TEXT], "@");
  format_set_num_format (self->formats[PERCENT], "0%");
  format_set_num_format (self->formats[DATE], "yyyy-mm-dd");
  format_set_num_format (self->formats[DATE_TIME], "yyyy-mm-dd hh:mm");
}

static void
open_book (XlsxTable *self,
           const char *name,
           guint n_fixed)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  lxw_workbook_options options = { .constant_memory = TRUE, .tmpdir = (char *) g_get_tmp_dir () };
  lxw_doc_properties properties = { .created = (time_t) MADE };

  self->book = workbook_new_opt (path, &options);
  if (self->book != NULL)
    self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet == NULL)
    {
      fail (self);
      return;
    }

  workbook_set_properties (self->book, &properties);
  worksheet_freeze_panes (self->sheet, 1, (lxw_col_t) n_fixed);
  /* Staff numbers are texts on purpose. */
  worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  add_formats (self);
}

RmTableWriter *
rm_xlsx_table_new (const char *name,
                   guint n_fixed)
{
  static const RmTableWriterClass class = { add, end_row, finish, free_table };
  XlsxTable *self = g_new0 (XlsxTable, 1);

  self->parent.class = &class;
  self->plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->fd = memfd_create ("reverse-mentor-table", MFD_CLOEXEC);
  if (self->fd < 0)
    fail (self);
  else
    open_book (self, name, n_fixed);

  return &self->parent;
}
