/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/gaps/rm-gap-sheet.h"

G_BEGIN_DECLS

/* What the lines of a gap sheet are. A key says it for as long as the programme lives, in any sheet
 * of it. */

/**
 * rm_gap_lines_dup_row_key:
 * @sheet: a sheet
 * @row: a row of it
 *
 * Returns: (transfer full): its key: "department Finance"
 */
char *rm_gap_lines_dup_row_key (RmGapSheet *sheet,
                                RmGapLine row);
char *rm_gap_lines_dup_column_key (RmGapSheet *sheet,
                                   RmGapLine column);

/**
 * rm_gap_lines_dup_row_text:
 * @sheet: a sheet
 * @row: a row of it
 *
 * Returns: (transfer full): its name
 */
char *rm_gap_lines_dup_row_text (RmGapSheet *sheet,
                                 RmGapLine row);
char *rm_gap_lines_dup_column_text (RmGapSheet *sheet,
                                    RmGapLine column);

/** How many there are, of groups or of what stands in them; 0 where nothing is grouped. */
guint rm_gap_lines_count_rows (RmGapSheet *sheet,
                               gboolean group);
guint rm_gap_lines_count_columns (RmGapSheet *sheet,
                                  gboolean group);

G_END_DECLS
