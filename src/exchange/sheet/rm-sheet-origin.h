/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-exchange-types.h"

G_BEGIN_DECLS

/** RmSheetFormat: the kinds of files that sheets come from. */
typedef enum
{
  RM_SHEET_CSV,
  RM_SHEET_XLSX,
  RM_SHEET_ODS,
  RM_SHEET_LDIF,
  RM_SHEET_VCARD,
} RmSheetFormat;

/**
 * RmSheetOrigin:
 * @format: the kind of the file
 * @separator: CSV: what stands between cells
 * @encoding: CSV: what the bytes were in
 * @pasted: whether it comes from the clipboard
 * @name: (owned) (nullable): workbooks: the name of the sheet
 * @named: workbooks: whether somebody asked for it by its name
 * @sheets: (owned) (nullable): workbooks: the sheets to choose from, in their order: those that
 *   are visible and have cells
 * @hidden: (owned) (nullable): workbooks: hidden sheets, which are only read if named
 *
 * Where a sheet came from.
 */
typedef struct
{
  RmSheetFormat format;
  char separator;
  RmEncoding encoding;
  gboolean pasted;
  char *name;
  gboolean named;
  char **sheets;
  char **hidden;
} RmSheetOrigin;

/**
 * rm_sheet_origin_new:
 * @format: the kind of the file
 *
 * Returns: (transfer full): an origin of which nothing more is known
 */
RmSheetOrigin *rm_sheet_origin_new (RmSheetFormat format);
void rm_sheet_origin_free (RmSheetOrigin *self);

/**
 * rm_sheet_origin_describe:
 * @self: an origin
 *
 * Returns: (transfer full): translated words: "UTF-8, commas", "sheet “People” (.xlsx)", "LDIF"
 */
char *rm_sheet_origin_describe (const RmSheetOrigin *self);

/* Whether it has sheets, and rows and cells where a text has lines. */
gboolean rm_sheet_origin_is_workbook (const RmSheetOrigin *self);

/* Whether its rows are entries, whose values say themselves what they are: nobody chooses a line of
 * headers. */
gboolean rm_sheet_origin_is_directory (const RmSheetOrigin *self);

/**
 * rm_sheet_format_get_name:
 * @format: the kind of a file
 *
 * Returns: (transfer none): its name in answers to programs: "csv", "xlsx", "ods", "ldif", "vcard"
 */
const char *rm_sheet_format_get_name (RmSheetFormat format);

/**
 * rm_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its name, the same in each language
 */
const char *rm_encoding_get_name (RmEncoding encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSheetOrigin, rm_sheet_origin_free)

G_END_DECLS
