/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the import dialog says of a file, and which sheet of it is chosen. */

/**
 * rm_import_origin_describe:
 * @sheet: a sheet
 *
 * Returns: (transfer full): "310 rows, UTF-8, commas · columns named in line 3"
 */
char *rm_import_origin_describe (const RmSheet *sheet);

/**
 * rm_import_origin_show_sheets:
 * @row: a row
 * @origin: where the sheet came from
 *
 * Shows @row if there are sheets to choose from, with the one that was read.
 */
void rm_import_origin_show_sheets (AdwComboRow *row,
                                   const RmSheetOrigin *origin);

/**
 * rm_import_origin_get_chosen:
 * @row: a row of sheets
 *
 * Returns: (transfer none) (nullable): the name of the sheet that is chosen there
 */
const char *rm_import_origin_get_chosen (AdwComboRow *row);

G_END_DECLS
