/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-csv-reader.h"

#include "exchange/csv/rm-text-decoder.h"
#include "exchange/sheet/rm-sheet-private.h"

#include <glib/gi18n-lib.h>

/* A pull parser: scan_record() reads one record and hands its cells to whoever asked, which is
 * either the table being filled or nobody, when a separator is only tried out. */

/* How much of a file a separator is judged by. */
#define TRIAL_RECORDS 60
#define TRIAL_BYTES (256 * 1024)

typedef struct
{
  const char *at;
  const char *end;
  guint line;
  char separator;
  RmSheet *table; /* borrowed, nullable */
  gsize cell;        /* bytes of the cell being read */
} Scanner;

typedef enum
{
  AFTER_SEPARATOR,
  AFTER_LINE_END,
  AFTER_FILE_END,
} Stop;

static gboolean
at_end (const Scanner *scanner)
{
  return scanner->at >= scanner->end;
}

static gboolean
at_line_end (const Scanner *scanner)
{
  return *scanner->at == '\n' || *scanner->at == '\r';
}

/* Takes LF, CR LF or a lone CR. */
static void
skip_line_end (Scanner *scanner)
{
  if (*scanner->at == '\r' && scanner->at + 1 < scanner->end && scanner->at[1] == '\n')
    scanner->at++;
  scanner->at++;
  scanner->line++;
}

static gboolean
keep (Scanner *scanner,
      const char *from,
      const char *to,
      GError **error)
{
  scanner->cell += (gsize) (to - from);
  if (scanner->cell > RM_SHEET_MAX_CELL)
    {
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CELL_TOO_LONG,
                   /* Translators: %u is a line number */
                   _ ("Line %u: a cell is longer than 1 MB. Look for a quote that is opened and "
                      "not closed near that line"),
                   scanner->line);
      return FALSE;
    }
  if (scanner->table != NULL)
    rm_sheet_append (scanner->table, from, (gsize) (to - from));

  return TRUE;
}

static Stop
take_stop (Scanner *scanner)
{
  if (at_end (scanner))
    return AFTER_FILE_END;
  if (*scanner->at == scanner->separator)
    {
      scanner->at++;
      return AFTER_SEPARATOR;
    }

  skip_line_end (scanner);
  return AFTER_LINE_END;
}

/* Reads up to the separator, the line end or the end of the file. */
static gboolean
scan_plain (Scanner *scanner,
            GError **error)
{
  const char *from = scanner->at;

  while (!at_end (scanner) && *scanner->at != scanner->separator && !at_line_end (scanner))
    scanner->at++;

  return keep (scanner, from, scanner->at, error);
}

/* Reads what stands between two quotes, and the quotes. */
static gboolean
scan_quoted (Scanner *scanner,
             GError **error)
{
  guint opened = scanner->line;
  const char *from = ++scanner->at;

  while (!at_end (scanner))
    {
      if (*scanner->at == '"' && scanner->at + 1 < scanner->end && scanner->at[1] == '"')
        {
          if (!keep (scanner, from, scanner->at + 1, error))
            return FALSE;
          scanner->at += 2;
          from = scanner->at;
        }
      else if (*scanner->at == '"')
        {
          scanner->at++;
          return keep (scanner, from, scanner->at - 1, error);
        }
      else if (at_line_end (scanner))
        skip_line_end (scanner);
      else
        scanner->at++;

      if (scanner->cell + (gsize) (scanner->at - from) > RM_SHEET_MAX_CELL)
        {
          scanner->line = opened;
          return keep (scanner, from, scanner->at, error);
        }
    }

  g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_QUOTE,
               /* Translators: %u is a line number */
               _ ("A quote is opened on line %u and never closed: add the closing quote there"),
               opened);
  return FALSE;
}

static const char *
skip_blanks (const Scanner *scanner)
{
  const char *p = scanner->at;

  while (p < scanner->end && (*p == ' ' || *p == '\t') && *p != scanner->separator)
    p++;

  return p;
}

/* Reads a cell up to what ends it. */
static gboolean
scan_cell (Scanner *scanner,
           gboolean *odd,
           GError **error)
{
  const char *start = skip_blanks (scanner);
  gsize quoted = 0;

  scanner->cell = 0;
  *odd = FALSE;
  if (start >= scanner->end || *start != '"')
    return scan_plain (scanner, error);

  scanner->at = start;
  if (!scan_quoted (scanner, error))
    return FALSE;

  quoted = scanner->cell;
  if (!scan_plain (scanner, error))
    return FALSE;
  if (scanner->table != NULL && scanner->cell > quoted)
    {
      rm_sheet_trim_pending (scanner->table, quoted);
      *odd = rm_sheet_get_pending (scanner->table) > quoted;
    }

  return TRUE;
}

/* Reads one record. */
static gboolean
scan_record (Scanner *scanner,
             guint *n_cells,
             GError **error)
{
  guint line = scanner->line;
  Stop stop = AFTER_SEPARATOR;

  *n_cells = 0;
  if (scanner->table != NULL)
    rm_sheet_begin_row (scanner->table, line);

  while (stop == AFTER_SEPARATOR)
    {
      gboolean odd = FALSE;

      if (*n_cells == RM_SHEET_MAX_COLUMNS)
        {
          g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS,
                       /* Translators: %u is a line number, %d a number of columns */
                       _ ("Line %u has more than %d columns: choose another separator or export "
                          "fewer columns"),
                       line, RM_SHEET_MAX_COLUMNS);
          return FALSE;
        }
      if (!scan_cell (scanner, &odd, error))
        return FALSE;
      if (scanner->table != NULL)
        rm_sheet_end_cell (scanner->table);
      if (odd)
        rm_sheet_add_problem (scanner->table, RM_FILE_PROBLEM_AFTER_QUOTE, *n_cells,
                                  g_strdup (_ ("Text stands after a closing quote and was kept: "
                                               "a quote within a cell is written twice")));
      (*n_cells)++;
      stop = take_stop (scanner);
    }

  return TRUE;
}

static gboolean
skip_blank_line (Scanner *scanner)
{
  const char *p = skip_blanks (scanner);

  if (p < scanner->end && *p != '\n' && *p != '\r')
    return FALSE;

  scanner->at = p;
  if (p < scanner->end)
    skip_line_end (scanner);

  return TRUE;
}

/* Counts the records that have as many cells as the first one; a record that the sample cuts off
 * does not count. */
static void
try_separator (Scanner scanner,
               guint *n_columns,
               guint *n_equal,
               guint *n_records)
{
  *n_columns = 0;
  *n_equal = 0;
  *n_records = 0;

  while (!at_end (&scanner) && *n_records < TRIAL_RECORDS)
    {
      guint n_cells = 0;

      if (skip_blank_line (&scanner))
        continue;
      if (!scan_record (&scanner, &n_cells, NULL))
        return;
      if (*n_records == 0)
        *n_columns = n_cells;
      (*n_records)++;
      *n_equal += n_cells == *n_columns;
    }
}

static char
detect_separator (const Scanner *scanner)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  Scanner trial = *scanner;
  char best = ',';
  guint best_columns = 1;
  guint best_equal = 0;
  guint best_records = 1;

  if (trial.end - trial.at > TRIAL_BYTES)
    {
      trial.end = trial.at + TRIAL_BYTES;
      while (trial.end > trial.at && trial.end[-1] != '\n')
        trial.end--;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_columns = 0;
      guint n_equal = 0;
      guint n_records = 0;
      guint64 share = 0;
      guint64 best_share = 0;

      trial.separator = candidates[i];
      try_separator (trial, &n_columns, &n_equal, &n_records);
      share = (guint64) n_equal * best_records;
      best_share = (guint64) best_equal * n_records;
      if (n_columns < 2)
        continue;
      if (share > best_share || (share == best_share && n_columns > best_columns))
        {
          best = candidates[i];
          best_columns = n_columns;
          best_equal = n_equal;
          best_records = n_records;
        }
    }

  return best;
}

/* Excel's own hint: a first line "sep=;". */
static char
take_hint (Scanner *scanner)
{
  const char *p = scanner->at;
  gboolean quoted = p < scanner->end && *p == '"';
  char hint = '\0';

  p += quoted;
  if (scanner->end - p < 5 || g_ascii_strncasecmp (p, "sep=", 4) != 0)
    return '\0';

  hint = p[4];
  p += 5;
  if (quoted)
    {
      if (p >= scanner->end || *p != '"')
        return '\0';
      p++;
    }
  if ((p < scanner->end && *p != '\n' && *p != '\r') || (guchar) hint >= 0x80 || hint == '"'
      || (hint < ' ' && hint != '\t'))
    return '\0';

  scanner->at = p;
  if (!at_end (scanner))
    skip_line_end (scanner);

  return hint;
}

static gboolean
fill_table (Scanner *scanner,
            guint max_rows,
            RmProgressFunc progress,
            gpointer data,
            GError **error)
{
  const char *start = scanner->at;
  double size = (double) MAX (scanner->end - start, 1);
  guint n_records = 0;

  while (!at_end (scanner))
    {
      guint n_cells = 0;

      if (skip_blank_line (scanner))
        continue;
      if (n_records > max_rows)
        {
          g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_MANY_ROWS,
                       /* Translators: %u are a line number and a number of rows */
                       _ ("Line %u: the file has more than %u rows; cut it into several files"),
                       scanner->line, max_rows);
          return FALSE;
        }
      if (!scan_record (scanner, &n_cells, error))
        return FALSE;
      n_records++;
      if (progress != NULL && n_records % 1024 == 0
          && !progress ((double) (scanner->at - start) / size, data))
        {
          g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                               _ ("Reading was stopped"));
          return FALSE;
        }
    }

  if (n_records == 0)
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_EMPTY,
                           _ ("The file is empty: its first line must name the columns"));
      return FALSE;
    }

  return TRUE;
}

static void
report_replaced (RmSheet *table,
                 guint n_replaced)
{
  RmFileProblem *problem = NULL;

  if (n_replaced == 0)
    return;

  problem = rm_file_problem_new (
    RM_FILE_PROBLEM_REPLACED,
    g_strdup_printf (ngettext ("%u character could not be read and stands as “\357\277\275”",
                               "%u characters could not be read and stand as “\357\277\275”",
                               n_replaced),
                     n_replaced));
  g_ptr_array_insert (rm_sheet_get_problems (table), 0, problem);
}

static gboolean
check_size (gsize length,
            GError **error)
{
  if (length <= RM_SHEET_MAX_BYTES)
    return TRUE;

  g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
               /* Translators: %d is a number of megabytes */
               _ ("The file is larger than %d MB; cut it into several files"),
               RM_SHEET_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

RmSheet *
rm_csv_reader_read_up_to (const guchar *bytes,
                          gsize length,
                          char separator,
                          guint max_rows,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error)
{
  g_autoptr (RmDecodedText) decoded = NULL;
  g_autoptr (RmSheet) table = NULL;
  RmSheetOrigin *origin = NULL;
  Scanner scanner = { 0 };
  char hint = '\0';

  if (!check_size (length, error))
    return NULL;
  decoded = rm_text_decoder_decode (bytes, length, error);
  if (decoded == NULL)
    return NULL;

  table = rm_sheet_new (decoded->length);
  scanner.at = decoded->text;
  scanner.end = decoded->text + decoded->length;
  scanner.line = 1;
  hint = take_hint (&scanner);
  if (separator == '\0')
    separator = hint != '\0' ? hint : detect_separator (&scanner);
  scanner.separator = separator;
  scanner.table = table;

  if (!fill_table (&scanner, max_rows, progress, data, error))
    return NULL;

  origin = rm_sheet_origin_new (RM_SHEET_CSV);
  origin->separator = scanner.separator;
  origin->encoding = decoded->encoding;
  rm_sheet_finish (table, origin);
  report_replaced (table, decoded->n_replaced);
  return g_steal_pointer (&table);
}

RmSheet *
rm_csv_reader_read (const guchar *bytes,
                    gsize length,
                    char separator,
                    RmProgressFunc progress,
                    gpointer data,
                    GError **error)
{
  return rm_csv_reader_read_up_to (bytes, length, separator, RM_SHEET_MAX_ROWS, progress, data,
                                   error);
}
