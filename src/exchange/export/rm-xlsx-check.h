/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rm_xlsx_check_sheet:
 * @book: a workbook that libxlsxwriter made
 * @least: how many bytes its first sheet has at least
 *
 * libxlsxwriter does not notice when a disk is full: half a table would look like a whole one. So
 * the sheet is unpacked and its end looked at.
 *
 * Returns: whether the sheet is there to its end
 */
gboolean rm_xlsx_check_sheet (GBytes *book,
                              gsize least);

G_END_DECLS
