/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/rm-source.h"

#include "exchange/csv/rm-csv-reader.h"
#include "exchange/csv/rm-text-decoder.h"
#include "exchange/directory/rm-ldif-reader.h"
#include "exchange/directory/rm-vcard-reader.h"
#include "exchange/sheet/rm-input-file.h"
#include "exchange/sheet/rm-sheet-private.h"
#include "exchange/spreadsheet/rm-ods-reader.h"
#include "exchange/spreadsheet/rm-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The one place that knows of all formats: behind it there are sheets. */

/* Enough of a text in UTF-16 to know what it is; an even number. */
#define WIDE_BEGINNING 4096

#define ODS_TYPE "application/vnd.oasis.opendocument.spreadsheet"

static gboolean
refuse (GError **error,
        RmExchangeError code,
        const char *message)
{
  g_set_error_literal (error, RM_EXCHANGE_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
begins_with (const guchar *bytes,
             gsize length,
             const char *magic)
{
  return length >= 4 && memcmp (bytes, magic, 4) == 0;
}

/* Whether an old compound file has a stream of that name, which is in UTF-16. */
static gboolean
has_stream (const guchar *bytes,
            gsize length,
            const char *name)
{
  g_autofree char *wide = g_malloc0 (2 * strlen (name) + 2);

  for (gsize i = 0; name[i] != '\0'; i++)
    wide[2 * i] = name[i];

  return memmem (bytes, length, wide, 2 * strlen (name) + 2) != NULL;
}

/* Old workbooks and new ones with a password are both compound files. */
static gboolean
refuse_compound (const guchar *bytes,
                 gsize length,
                 GError **error)
{
  if (has_stream (bytes, length, "EncryptedPackage"))
    return refuse (error, RM_EXCHANGE_ERROR_PASSWORD,
                   _ ("The file is protected by a password: save a copy without one and import "
                      "that"));
  if (has_stream (bytes, length, "Workbook") || has_stream (bytes, length, "Book"))
    return refuse (error, RM_EXCHANGE_ERROR_BINARY,
                   _ ("This is a workbook of the old format (.xls): open it in a spreadsheet and "
                      "save it as .xlsx or .ods"));

  return refuse (error, RM_EXCHANGE_ERROR_BINARY,
                 _ ("This is an old document of another kind: ask for the data as .xlsx, .ods or "
                    "CSV"));
}

/* Workbooks of 2003, flat OpenDocument, and web pages that some systems call .xls: as CSV they would
 * be rows of angle brackets. */
static gboolean
refuse_markup (const guchar *bytes,
               gsize length,
               GError **error)
{
  static const char *const marks[] = {
    "<?xml", "<office:document", "<html", "<!doctype", "<table>", "<table ",
  };
  gsize from = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (from < length && g_ascii_isspace (bytes[from]))
    from++;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length - from >= strlen (marks[i])
        && g_ascii_strncasecmp ((const char *) bytes + from, marks[i], strlen (marks[i])) == 0)
      {
        refuse (error, RM_EXCHANGE_ERROR_BINARY,
                _ ("This is a web page or XML, whatever its name says: open it in a spreadsheet and "
                   "save it as .xlsx or .ods"));
        return TRUE;
      }

  return FALSE;
}

static RmSheet *
read_archive (const guchar *bytes,
              gsize length,
              const RmSourceOptions *options,
              RmProgressFunc progress,
              gpointer data,
              GError **error)
{
  g_autoptr (RmArchive) archive = rm_archive_new (bytes, length, progress, data, error);
  g_autofree char *type = NULL;

  if (archive == NULL)
    return NULL;

  type = rm_archive_load (archive, "mimetype", 256);
  if (type != NULL ? g_str_has_prefix (type, ODS_TYPE) : rm_archive_has (archive, "content.xml"))
    return rm_ods_reader_read (archive, options->sheet, options->max_rows, error);
  if (type == NULL && (rm_archive_has (archive, "xl/workbook.xml")
                       || rm_archive_has (archive, "xl/workbook.bin")
                       || (rm_archive_has (archive, "[Content_Types].xml")
                           && !rm_archive_has (archive, "word/document.xml")
                           && !rm_archive_has (archive, "ppt/presentation.xml"))))
    return rm_xlsx_reader_read (archive, options->sheet, options->max_rows, error);

  refuse (error, RM_EXCHANGE_ERROR_BINARY,
          _ ("This is neither a workbook nor a table: unpack it if it is an archive, and import "
             "what is in it"));
  return NULL;
}

static RmSheet *
read_directory (const guchar *bytes,
                gsize length,
                const RmSourceOptions *options,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  if (rm_vcard_reader_knows (bytes, length))
    return rm_vcard_reader_read (bytes, length, options->max_rows, progress, data, error);

  return rm_ldif_reader_read (bytes, length, options->max_rows, progress, data, error);
}

static gboolean
is_directory (const guchar *bytes,
              gsize length)
{
  return rm_vcard_reader_knows (bytes, length) || rm_ldif_reader_knows (bytes, length);
}

/* Exports of directories: their readers take bytes, as lines may be cut within characters, which
 * UTF-16 never is. Returns whether it was one. */
static gboolean
try_directory (const guchar *bytes,
               gsize length,
               const RmSourceOptions *options,
               RmProgressFunc progress,
               gpointer data,
               RmSheet **sheet,
               GError **error)
{
  gboolean wide = length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0
                                  || memcmp (bytes, "\xFE\xFF", 2) == 0);
  gsize from = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  g_autoptr (RmDecodedText) text = NULL;

  if (!wide)
    {
      if (!is_directory (bytes + from, length - from))
        return FALSE;
      *sheet = read_directory (bytes + from, length - from, options, progress, data, error);
      return TRUE;
    }

  text = rm_text_decoder_decode (bytes, MIN (length, WIDE_BEGINNING), NULL);
  if (text == NULL || !is_directory ((guchar *) text->text, text->length))
    return FALSE;
  g_clear_pointer (&text, rm_decoded_text_free);
  text = rm_text_decoder_decode (bytes, length, error);
  if (text != NULL)
    *sheet = read_directory ((guchar *) text->text, text->length, options, progress, data, error);
  return TRUE;
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
rm_source_read (const guchar *bytes,
                gsize length,
                const RmSourceOptions *options,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  RmSourceOptions all = { 0 };
  RmSheet *sheet = NULL;

  if (options != NULL)
    all = *options;
  if (all.max_rows == 0)
    all.max_rows = RM_SHEET_MAX_ROWS;
  if (!check_size (length, error))
    return NULL;

  if (begins_with (bytes, length, "PK\x03\x04"))
    return read_archive (bytes, length, &all, progress, data, error);
  if (begins_with (bytes, length, "\xD0\xCF\x11\xE0"))
    {
      refuse_compound (bytes, length, error);
      return NULL;
    }

  if (refuse_markup (bytes, length, error)
      || try_directory (bytes, length, &all, progress, data, &sheet, error))
    return sheet;

  return rm_csv_reader_read_up_to (bytes, length, all.separator, all.max_rows, progress, data,
                                   error);
}

RmSheet *
rm_source_load (GFile *file,
                const RmSourceOptions *options,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GBytes) bytes = rm_input_file_load (file, RM_SHEET_MAX_BYTES, progress, data, error);
  RmSheet *sheet = NULL;

  if (bytes != NULL)
    {
      gsize length = 0;
      const guchar *start = g_bytes_get_data (bytes, &length);

      sheet = rm_source_read (start != NULL ? start : (const guchar *) "", length, options,
                              progress, data, error);
    }
  if (sheet == NULL)
    g_prefix_error (error, "%s: ", name);

  return sheet;
}

/* Spreadsheets copy cells with tabs; names in them may have commas. */
static gboolean
has_tab (const char *text,
         gsize length)
{
  const char *end = memchr (text, '\n', length);

  return memchr (text, '\t', end != NULL ? (gsize) (end - text) : length) != NULL;
}

RmSheet *
rm_source_read_pasted (GBytes *text,
                       RmProgressFunc progress,
                       gpointer data,
                       GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (text, &length);
  RmSourceOptions options = { 0 };
  RmSheet *sheet = NULL;

  if (bytes == NULL)
    bytes = "";
  options.separator = has_tab (bytes, length) ? '\t' : '\0';
  sheet = rm_source_read ((const guchar *) bytes, length, &options, progress, data, error);
  if (sheet == NULL)
    g_prefix_error (error, "%s: ", _ ("Clipboard"));
  else
    rm_sheet_set_pasted (sheet);

  return sheet;
}
