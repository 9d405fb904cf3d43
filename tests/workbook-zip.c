/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void
add_part (struct archive *zip,
          const char *name,
          const char *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) strlen (text));
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, text, strlen (text)), ==, strlen (text));
  archive_entry_free (entry);
}

GBytes *
workbook_zip_list (const char *const *parts)
{
  struct archive *zip = archive_write_new ();
  gsize size = 64 * 1024;
  gsize used = 0;
  char *buffer = NULL;

  for (gsize i = 0; parts[i] != NULL; i++)
    size += strlen (parts[i]) + 256;
  buffer = g_malloc (size);
  archive_write_set_format_zip (zip);
  archive_write_set_bytes_per_block (zip, 1);
  g_assert_cmpint (archive_write_open_memory (zip, buffer, size, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; parts[i] != NULL; i += 2)
    add_part (zip, parts[i], parts[i + 1]);
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);

  return g_bytes_new_take (buffer, used);
}

GBytes *
workbook_zip (const char *name,
              ...)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  va_list list;

  va_start (list, name);
  for (const char *text = name; text != NULL; text = va_arg (list, const char *))
    g_ptr_array_add (parts, (gpointer) text);
  va_end (list);
  g_ptr_array_add (parts, NULL);

  return workbook_zip_list ((const char *const *) parts->pdata);
}

static void
add_text (GPtrArray *parts,
          const char *name,
          char *text)
{
  g_ptr_array_add (parts, g_strdup (name));
  g_ptr_array_add (parts, text);
}

GBytes *
workbook_xlsx (const char *book,
               const char *after,
               const char *styles,
               const char *strings,
               const char *const *sheets)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) relations = g_string_new (NULL);

  for (guint i = 0; sheets[i] != NULL; i++)
    {
      gboolean hidden = sheets[i][0] == '-';
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      g_string_append_printf (list, "<sheet name='S%u' sheetId='%u' r:id='r%u'%s/>", i + 1, i + 1,
                              i + 1, hidden ? " state='veryHidden'" : "");
      g_string_append_printf (relations,
                              "<Relationship Id='r%u' Type='" OFFICE "/worksheet' Target='%s%s'/>",
                              i + 1, i % 2 == 0 ? "" : "/", name + (i % 2 == 0 ? 3 : 0));
      add_text (parts, name,
                g_strdup_printf ("<worksheet xmlns='" MAIN "'>%s</worksheet>",
                                 sheets[i] + hidden));
    }
  if (styles != NULL)
    g_string_append (relations, "<Relationship Id='s' Type='" OFFICE "/styles' "
                                "Target='styles.xml'/>");
  if (strings != NULL)
    g_string_append (relations, "<Relationship Id='t' Type='" OFFICE "/sharedStrings' "
                                "Target='/xl/sharedStrings.xml'/>");
  add_text (parts, "_rels/.rels",
            g_strdup ("<Relationships xmlns='" RELS "'><Relationship Id='r' Type='" OFFICE
                      "/officeDocument' Target='xl/workbook.xml'/></Relationships>"));
  add_text (parts, "xl/workbook.xml",
            g_strdup_printf ("<workbook xmlns='" MAIN "' xmlns:r='" OFFICE
                             "'>%s<sheets>%s</sheets>%s</workbook>",
                             book, list->str, after));
  add_text (parts, "xl/_rels/workbook.xml.rels",
            g_strdup_printf ("<Relationships xmlns='" RELS "'>%s</Relationships>", relations->str));
  if (styles != NULL)
    add_text (parts, "xl/styles.xml",
              g_strdup_printf ("<styleSheet xmlns='" MAIN "'>%s</styleSheet>", styles));
  if (strings != NULL)
    add_text (parts, "xl/sharedStrings.xml",
              g_strdup_printf ("<sst xmlns='" MAIN "'>%s</sst>", strings));
  g_ptr_array_add (parts, NULL);

  return workbook_zip_list ((const char *const *) parts->pdata);
}

GBytes *
workbook_ods (const char *tables)
{
  g_autofree char *content = g_strdup_printf (
    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
    "<office:automatic-styles><style:style style:name='gone' style:family='table'>"
    "<style:table-properties table:display='false'/></style:style></office:automatic-styles>"
    "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
    "</office:document-content>",
    tables);

  return workbook_zip ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
                       content, NULL);
}
