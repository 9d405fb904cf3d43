/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/** RmCellStyle: what the number of a cell stands for. */
typedef enum
{
  RM_CELL_STYLE_PLAIN,
  RM_CELL_STYLE_DATE,
  RM_CELL_STYLE_TIME,
  RM_CELL_STYLE_PERCENT,
  RM_CELL_STYLE_TRUTH,
} RmCellStyle;

/**
 * rm_cell_style_of_id:
 * @id: the number of a format that every .xlsx has
 *
 * Returns: its style
 */
RmCellStyle rm_cell_style_of_id (guint id);

/**
 * rm_cell_style_of_code:
 * @code: a format, such as "dd/mm/yyyy" or `"Day" 0.0%`
 *
 * Returns: its style
 */
RmCellStyle rm_cell_style_of_code (const char *code);

/**
 * rm_cell_text_add_number:
 * @out: gets the text
 * @raw: a number as a workbook stores it: "46082", "0.10000000000000001", "1.2E3"
 *
 * Appends the shortest decimal form of the same number. Whole numbers keep their digits, whatever
 * their length, if they are stored with all of them; up to 2^53 in any case.
 *
 * Returns: whether @raw is a number; if not it is appended as it is
 */
gboolean rm_cell_text_add_number (GString *out,
                                  const char *raw);

/**
 * rm_cell_text_add_percent:
 * @out: gets the text
 * @raw: a number
 *
 * Appends "12.5%" for 0.125, as people see it.
 *
 * Returns: as rm_cell_text_add_number()
 */
gboolean rm_cell_text_add_percent (GString *out,
                                   const char *raw);

/**
 * rm_cell_text_add_serial:
 * @out: gets the text
 * @raw: days since the end of 1899, or since 1904
 * @style: %RM_CELL_STYLE_DATE or %RM_CELL_STYLE_TIME
 * @since_1904: which of them
 * @seconds: (out): of the day
 *
 * Appends a day, "2026-03-31", or a time without a day, "08:30".
 *
 * Returns: %RM_CELL_DATE for a day, %RM_CELL_TEXT for a time, %RM_CELL_NUMBER for what is neither,
 *   which is appended as a number
 */
RmCellKind rm_cell_text_add_serial (GString *out,
                                    const char *raw,
                                    RmCellStyle style,
                                    gboolean since_1904,
                                    int *seconds);

/**
 * rm_cell_text_add_iso:
 * @out: gets the text
 * @raw: "2026-03-31", "2026-03-31T08:30:00.000Z"
 * @seconds: (out): of the day
 *
 * Appends the day as it stands, whatever zone is behind it: the writers that add one do not mean
 * it.
 *
 * Returns: %RM_CELL_DATE, or %RM_CELL_TEXT if there is no day in it
 */
RmCellKind rm_cell_text_add_iso (GString *out,
                                 const char *raw,
                                 int *seconds);

/**
 * rm_cell_text_unescape:
 * @text: a text of an .xlsx, changed in place
 * @from: where to begin
 *
 * Turns _x000D_ into the character that XML cannot hold; it only gets shorter.
 */
void rm_cell_text_unescape (GString *text,
                            gsize from);

G_END_DECLS
