/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/rm-sheet-origin.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* What differs between sources once their cells are read: a few words about each. */

RmSheetOrigin *
rm_sheet_origin_new (RmSheetFormat format)
{
  RmSheetOrigin *self = g_new0 (RmSheetOrigin, 1);

  self->format = format;

  return self;
}

void
rm_sheet_origin_free (RmSheetOrigin *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_strfreev (self->sheets);
  g_strfreev (self->hidden);
  g_free (self);
}

static const char *
name_separator (char separator)
{
  switch (separator)
    {
    case ';':
      return _ ("semicolons");

    case '\t':
      return _ ("tabs");

    case '|':
      return _ ("vertical bars");

    default:
      return _ ("commas");
    }
}

char *
rm_sheet_origin_describe (const RmSheetOrigin *self)
{
  if (self->format == RM_SHEET_CSV && self->pasted)
    /* Translators: what stands between cells */
    return g_strdup_printf (_ ("clipboard, %s"), name_separator (self->separator));
  if (self->format == RM_SHEET_CSV)
    /* Translators: an encoding such as UTF-8, then what stands between cells */
    return g_strdup_printf (_ ("%s, %s"), rm_encoding_get_name (self->encoding),
                            name_separator (self->separator));

  if (self->format == RM_SHEET_LDIF)
    return g_strdup ("LDIF");
  if (self->format == RM_SHEET_VCARD)
    return g_strdup ("vCard");

  /* Translators: the name of a sheet in a workbook, then "xlsx" or "ods" */
  return rm_sentence_new (_ ("sheet “%s” (.%s)"), self->name,
                          rm_sheet_format_get_name (self->format));
}

gboolean
rm_sheet_origin_is_workbook (const RmSheetOrigin *self)
{
  return self->format == RM_SHEET_XLSX || self->format == RM_SHEET_ODS;
}

gboolean
rm_sheet_origin_is_directory (const RmSheetOrigin *self)
{
  return self->format == RM_SHEET_LDIF || self->format == RM_SHEET_VCARD;
}

const char *
rm_sheet_format_get_name (RmSheetFormat format)
{
  static const char *const names[] = {
    [RM_SHEET_CSV] = "csv",
    [RM_SHEET_XLSX] = "xlsx",
    [RM_SHEET_ODS] = "ods",
    [RM_SHEET_LDIF] = "ldif",
    [RM_SHEET_VCARD] = "vcard",
  };

  g_return_val_if_fail (format < G_N_ELEMENTS (names), NULL);

  return names[format];
}

const char *
rm_encoding_get_name (RmEncoding encoding)
{
  static const char *const names[] = {
    [RM_ENCODING_UTF_8] = "UTF-8",
    [RM_ENCODING_UTF_16LE] = "UTF-16LE",
    [RM_ENCODING_UTF_16BE] = "UTF-16BE",
    [RM_ENCODING_WINDOWS_1252] = "Windows-1252",
  };

  g_return_val_if_fail (encoding < G_N_ELEMENTS (names), NULL);

  return names[encoding];
}
