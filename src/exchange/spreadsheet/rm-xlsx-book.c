/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-xlsx-book.h"

#include "exchange/spreadsheet/rm-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An .xlsx is a web of parts: the package names the workbook, the workbook its sheets by key, and
 * relations say which part a key is. */

#define REL_SPACE "relationships"
#define BOOK_PART "xl/workbook.xml"

typedef struct
{
  RmXlsxBook *book;
  GHashTable *targets; /* key of a relation → part; those of sheets alone */
  const char *folder;  /* of the part that has the relations */
  char *found;         /* (owned) the workbook's part */
  char *styles;        /* (owned) likewise */
  GHashTable *codes;   /* number of a format → RmCellStyle + 1 */
  gboolean in_cells;   /* within cellXfs */
  gboolean has_macros;
} Loading;

static void
sheet_free (gpointer data)
{
  RmXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

/* A part that another one refers to: "/xl/a.xml" from the top, "a.xml" or "../a.xml" from where it
 * is. */
static char *
resolve (const char *folder,
         const char *target)
{
  g_autofree char *path = *target == '/' || *folder == '\0'
                            ? g_strdup (target)
                            : g_strconcat (folder, "/", target, NULL);
  g_autofree char *absolute = g_strconcat (*path == '/' ? "" : "/", path, NULL);
  g_autofree char *canonical = NULL;

  g_strdelimit (absolute, "\\", '/');
  canonical = g_canonicalize_filename (absolute, "/");

  return g_strdup (canonical + 1);
}

static gboolean
ends_with (const char *text,
           const char *end)
{
  return text != NULL && g_str_has_suffix (text, end);
}

static void
relation_cb (RmXml *xml,
             const char *space,
             const char *name,
             gpointer data)
{
  Loading *self = data;
  g_autofree char *key = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *mode = NULL;
  char *part = NULL;

  if (!g_str_equal (name, "Relationship"))
    return;
  key = rm_xml_dup_attribute (xml, NULL, "Id");
  type = rm_xml_dup_attribute (xml, NULL, "Type");
  target = rm_xml_dup_attribute (xml, NULL, "Target");
  mode = rm_xml_dup_attribute (xml, NULL, "TargetMode");
  if (key == NULL || target == NULL || g_strcmp0 (mode, "External") == 0)
    return;

  part = resolve (self->folder, target);
  if (ends_with (type, "/officeDocument") && self->found == NULL)
    self->found = part;
  else if (ends_with (type, "/sharedStrings") && self->book->strings == NULL)
    self->book->strings = part;
  else if (ends_with (type, "/styles") && self->styles == NULL)
    self->styles = part;
  else if (ends_with (type, "/worksheet"))
    g_hash_table_insert (self->targets, g_steal_pointer (&key), part);
  else
    g_free (part);
}

static gboolean
read_relations (Loading *self,
                RmArchive *archive,
                const char *part,
                GError **error)
{
  static const RmXmlHandler handler = { .start = relation_cb };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *name = NULL;

  if (*part == '\0' || g_str_equal (folder, "."))
    *folder = '\0';
  name = *part == '\0' ? g_strdup ("_rels/.rels")
                       : g_strconcat (folder, *folder != '\0' ? "/" : "", "_rels/", base, ".rels",
                                      NULL);
  self->folder = folder;
  return !rm_archive_has (archive, name) || rm_xml_read (archive, name, &handler, self, error);
}

/* Types say what the name of a file may not. */
static void
type_cb (RmXml *xml,
         const char *space,
         const char *name,
         gpointer data)
{
  Loading *self = data;
  g_autofree char *type = rm_xml_dup_attribute (xml, NULL, "ContentType");

  /* SheetJS declares types by default that no part of its workbooks has. */
  if (g_str_equal (name, "Override") && ends_with (type, ".macroEnabled.main+xml")
      && strstr (type, "ms-excel.") != NULL)
    self->has_macros = TRUE;
}

static gboolean
check_types (Loading *self,
             RmArchive *archive,
             GError **error)
{
  static const RmXmlHandler handler = { .start = type_cb };

  if (rm_archive_has (archive, "[Content_Types].xml")
      && !rm_xml_read (archive, "[Content_Types].xml", &handler, self, error))
    return FALSE;
  if (!self->has_macros)
    return TRUE;

  g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_BINARY,
                       _ ("This is a workbook with macros (.xlsm): open it in a spreadsheet and "
                          "save it as .xlsx"));
  return FALSE;
}

static gboolean
check_binary (const Loading *self,
              GError **error)
{
  if (!ends_with (self->found, ".bin"))
    return TRUE;

  g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_BINARY,
                       _ ("This is a binary workbook (.xlsb): open it in a spreadsheet and save it "
                          "as .xlsx"));
  return FALSE;
}

static void
book_cb (RmXml *xml,
         const char *space,
         const char *name,
         gpointer data)
{
  Loading *self = data;

  if (g_str_equal (name, "workbookPr"))
    self->book->since_1904 = rm_xml_get_truth (xml, "date1904");
  else if (g_str_equal (name, "calcPr"))
    self->book->unknown = rm_xml_get_truth (xml, "fullCalcOnLoad");
  else if (g_str_equal (name, "sheet"))
    {
      g_autofree char *key = rm_xml_dup_attribute (xml, REL_SPACE, "id");
      g_autofree char *state = rm_xml_dup_attribute (xml, NULL, "state");
      const char *part = key != NULL ? g_hash_table_lookup (self->targets, key) : NULL;
      RmXlsxSheet *sheet = NULL;

      if (part == NULL)
        return;
      sheet = g_new0 (RmXlsxSheet, 1);
      sheet->name = rm_xml_dup_attribute (xml, NULL, "name");
      if (sheet->name == NULL)
        sheet->name = g_strdup ("");
      sheet->part = g_strdup (part);
      sheet->hidden = g_strcmp0 (state, "hidden") == 0 || g_strcmp0 (state, "veryHidden") == 0;
      g_ptr_array_add (self->book->sheets, sheet);
      if (self->book->sheets->len > RM_SHEET_MAX_SHEETS)
        rm_xml_fail (xml, g_error_new (RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
                                       /* Translators: %d is a number of sheets in a workbook */
                                       _ ("The workbook has more than %d sheets: copy the one that "
                                          "matters into a new workbook"),
                                       RM_SHEET_MAX_SHEETS));
    }
}

static void
style_cb (RmXml *xml,
          const char *space,
          const char *name,
          gpointer data)
{
  Loading *self = data;
  guint id = 0;

  if (g_str_equal (name, "numFmt") && rm_xml_get_number (xml, NULL, "numFmtId", &id))
    {
      g_autofree char *code = rm_xml_dup_attribute (xml, NULL, "formatCode");

      if (code != NULL)
        g_hash_table_insert (self->codes, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (rm_cell_style_of_code (code) + 1));
    }
  else if (g_str_equal (name, "cellXfs"))
    self->in_cells = TRUE;
  else if (self->in_cells && g_str_equal (name, "xf"))
    {
      guint known = 0;
      RmCellStyle style = RM_CELL_STYLE_PLAIN;

      if (rm_xml_get_number (xml, NULL, "numFmtId", &id))
        {
          known = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, GUINT_TO_POINTER (id)));
          style = known > 0 ? (RmCellStyle) (known - 1) : rm_cell_style_of_id (id);
        }
      g_array_append_val (self->book->styles, style);
    }
}

static void
style_end_cb (RmXml *xml,
              const char *space,
              const char *name,
              gpointer data)
{
  Loading *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->in_cells = FALSE;
}

static gboolean
load (Loading *self,
      RmArchive *archive,
      GError **error)
{
  static const RmXmlHandler book_handler = { .start = book_cb };
  static const RmXmlHandler style_handler = { .start = style_cb, .end = style_end_cb };

  if (!check_types (self, archive, error) || !read_relations (self, archive, "", error))
    return FALSE;
  if (self->found == NULL)
    self->found = g_strdup (BOOK_PART);
  if (!check_binary (self, error)
      || !read_relations (self, archive, self->found, error)
      || !rm_xml_read (archive, self->found, &book_handler, self, error))
    return FALSE;

  if (self->book->strings != NULL && !rm_archive_has (archive, self->book->strings))
    g_clear_pointer (&self->book->strings, g_free);
  return self->styles == NULL || !rm_archive_has (archive, self->styles)
         || rm_xml_read (archive, self->styles, &style_handler, self, error);
}

RmXlsxBook *
rm_xlsx_book_load (RmArchive *archive,
                   GError **error)
{
  g_autoptr (RmXlsxBook) book = g_new0 (RmXlsxBook, 1);
  Loading self = { .book = book };
  gboolean good = FALSE;

  book->sheets = g_ptr_array_new_with_free_func (sheet_free);
  book->styles = g_array_new (FALSE, FALSE, sizeof (RmCellStyle));
  self.targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.codes = g_hash_table_new (NULL, NULL);
  good = load (&self, archive, error);
  g_hash_table_unref (self.targets);
  g_hash_table_unref (self.codes);
  g_free (self.found);
  g_free (self.styles);

  return good ? g_steal_pointer (&book) : NULL;
}

void
rm_xlsx_book_free (RmXlsxBook *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_array_unref (self->styles);
  g_free (self->strings);
  g_free (self);
}
