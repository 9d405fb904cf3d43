/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-xml.h"

#include "exchange/sheet/rm-exchange-types.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* libxml2's SAX interface, fed from the archive piece by piece: no tree is made, and no node. */

struct _RmXml
{
  /* borrowed */
  RmArchive *archive;
  const RmXmlHandler *handler;
  gpointer data;
  xmlParserCtxtPtr parser;
  const xmlChar **attributes;

  GError *error; /* owned */
  int n_attributes;
  gboolean stopped;
};

void
rm_xml_stop (RmXml *xml)
{
  xml->stopped = TRUE;
  xmlStopParser (xml->parser);
}

void
rm_xml_fail (RmXml *xml,
             GError *error)
{
  if (xml->error == NULL)
    xml->error = error;
  else
    g_error_free (error);
  rm_xml_stop (xml);
}

static const char *
end_of_space (const xmlChar *uri)
{
  const char *text = (const char *) uri;
  const char *colon = text != NULL ? strrchr (text, ':') : NULL;

  while (colon != NULL && colon > text && colon[-1] != ':')
    colon--;

  return colon != NULL ? colon : "";
}

static void
start_cb (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  RmXml *xml = data;

  if (xml->stopped)
    return;

  xml->attributes = attributes;
  xml->n_attributes = n_attributes;
  xml->handler->start (xml, end_of_space (uri), (const char *) name, xml->data);
  xml->n_attributes = 0;
}

static void
end_cb (void *data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  RmXml *xml = data;

  if (!xml->stopped && xml->handler->end != NULL)
    xml->handler->end (xml, end_of_space (uri), (const char *) name, xml->data);
}

static void
text_cb (void *data,
         const xmlChar *text,
         int length)
{
  RmXml *xml = data;

  if (!xml->stopped && xml->handler->text != NULL)
    xml->handler->text (xml, (const char *) text, (gsize) length, xml->data);
}

static void
doctype_cb (void *data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  rm_xml_fail (data, g_error_new_literal (RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_DAMAGED,
                                          _ ("The workbook declares a document type, which no "
                                             "spreadsheet writes: it is not read")));
}

/* Messages quote the file, which has personal data, and nobody wants them on a terminal. */
static void
ignore_cb (void *data,
           xmlErrorPtr error)
{
}

static int
read_cb (void *data,
         char *buffer,
         int length)
{
  RmXml *xml = data;
  gssize n = 0;

  if (xml->stopped)
    return 0;

  n = rm_archive_read (xml->archive, buffer, (gsize) length,
                       xml->error == NULL ? &xml->error : NULL);

  return (int) n;
}

static xmlParserCtxtPtr
new_parser (RmXml *xml)
{
  static gsize ready = 0;
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .internalSubset = doctype_cb,
    .serror = ignore_cb,
  };
  xmlParserCtxtPtr parser = NULL;

  if (g_once_init_enter (&ready))
    {
      xmlInitParser ();
      g_once_init_leave (&ready, 1);
    }

  parser = xmlCreateIOParserCtxt (&sax, xml, read_cb, NULL, xml, XML_CHAR_ENCODING_NONE);
  if (parser != NULL)
    xmlCtxtUseOptions (parser, XML_PARSE_NONET);

  return parser;
}

gboolean
rm_xml_read (RmArchive *archive,
             const char *part,
             const RmXmlHandler *handler,
             gpointer data,
             GError **error)
{
  RmXml xml = { .archive = archive, .handler = handler, .data = data };
  gboolean good = FALSE;

  if (!rm_archive_open (archive, part, error))
    return FALSE;
  xml.parser = new_parser (&xml);
  if (xml.parser == NULL)
    {
      if (xml.error != NULL)
        g_propagate_error (error, xml.error);
      rm_archive_set_damaged (error);
      return FALSE;
    }

  xmlParseDocument (xml.parser);
  good = xml.error == NULL && (xml.stopped || xml.parser->wellFormed);
  xmlFreeDoc (xml.parser->myDoc);
  xml.parser->myDoc = NULL;
  xmlFreeParserCtxt (xml.parser);
  if (xml.error != NULL)
    g_propagate_error (error, xml.error);
  else if (!good)
    rm_archive_set_damaged (error);
  return good;
}

static gboolean
is_attribute (const xmlChar **attribute,
              const char *space,
              const char *name)
{
  return strcmp ((const char *) attribute[0], name) == 0
         && (space == NULL ? attribute[2] == NULL
                           : attribute[2] != NULL
                               && g_str_has_suffix ((const char *) attribute[2], space));
}

const char *
rm_xml_find_attribute (const RmXml *xml,
                       const char *space,
                       const char *name,
                       gsize *length)
{
  for (int i = 0; i < xml->n_attributes; i++)
    {
      const xmlChar **attribute = &xml->attributes[5 * i];

      if (is_attribute (attribute, space, name))
        {
          *length = (gsize) (attribute[4] - attribute[3]);
          return (const char *) attribute[3];
        }
    }

  return NULL;
}

char *
rm_xml_dup_attribute (const RmXml *xml,
                      const char *space,
                      const char *name)
{
  gsize length = 0;
  const char *value = rm_xml_find_attribute (xml, space, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

gboolean
rm_xml_get_number (const RmXml *xml,
                   const char *space,
                   const char *name,
                   guint *number)
{
  gsize length = 0;
  const char *value = rm_xml_find_attribute (xml, space, name, &length);
  guint64 sum = 0;

  if (value == NULL || length == 0 || length > 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return FALSE;
      sum = sum * 10 + (guint64) (value[i] - '0');
    }
  if (sum > G_MAXUINT)
    return FALSE;

  *number = (guint) sum;
  return TRUE;
}

gboolean
rm_xml_get_truth (const RmXml *xml,
                  const char *name)
{
  gsize length = 0;
  const char *value = rm_xml_find_attribute (xml, NULL, name, &length);

  return value != NULL
         && ((length == 1 && *value == '1') || (length == 4 && strncmp (value, "true", 4) == 0));
}
