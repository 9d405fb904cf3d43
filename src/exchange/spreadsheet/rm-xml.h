/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/spreadsheet/rm-archive.h"

G_BEGIN_DECLS

/**
 * RmXml:
 *
 * A part of an archive being read as XML: elements and text go to functions, no tree is built.
 * Document types, and with them entities of one's own, are refused; nothing outside the part is
 * ever looked at.
 */
typedef struct _RmXml RmXml;

/**
 * RmXmlHandler:
 * @start: an element begins; its attributes are asked for by rm_xml_find_attribute()
 * @end: (nullable): an element ends
 * @text: (nullable): a piece of text, not terminated
 *
 * Names are without prefix. @space is the end of the namespace's address for OpenDocument
 * ("table:1.0"), and of no use elsewhere.
 */
typedef struct
{
  void (*start) (RmXml *xml,
                 const char *space,
                 const char *name,
                 gpointer data);
  void (*end) (RmXml *xml,
               const char *space,
               const char *name,
               gpointer data);
  void (*text) (RmXml *xml,
                const char *text,
                gsize length,
                gpointer data);
} RmXmlHandler;

/**
 * rm_xml_read:
 * @archive: an archive
 * @part: the name of a part
 * @handler: what to call
 * @data: passed to @handler
 * @error: as for rm_archive_read(), or what rm_xml_fail() was told
 *
 * Returns: success, also if rm_xml_stop() ended it early
 */
gboolean rm_xml_read (RmArchive *archive,
                      const char *part,
                      const RmXmlHandler *handler,
                      gpointer data,
                      GError **error);

/**
 * rm_xml_find_attribute:
 * @xml: within @start
 * @space: (nullable): the end of the address of the attribute's namespace, %NULL for none
 * @name: its name
 * @length: (out): bytes of the value
 *
 * Returns: (nullable): the value, not terminated
 */
const char *rm_xml_find_attribute (const RmXml *xml,
                                   const char *space,
                                   const char *name,
                                   gsize *length);

/* Returns: (transfer full) (nullable): likewise, as a string */
char *rm_xml_dup_attribute (const RmXml *xml,
                            const char *space,
                            const char *name);

/* Returns: whether the attribute is there and a whole number that fits. */
gboolean rm_xml_get_number (const RmXml *xml,
                            const char *space,
                            const char *name,
                            guint *number);

/* Returns: whether the attribute is "1" or "true". */
gboolean rm_xml_get_truth (const RmXml *xml,
                           const char *name);

/* Ends reading; rm_xml_read() succeeds. */
void rm_xml_stop (RmXml *xml);

/* Ends reading; rm_xml_read() fails with @error: (transfer full). */
void rm_xml_fail (RmXml *xml,
                  GError *error);

G_END_DECLS
