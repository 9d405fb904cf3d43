/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * rm_vcard_reader_knows:
 * @bytes: (array length=length): the beginning of a file
 * @length: how many
 *
 * Returns: whether a vCard begins there
 */
gboolean rm_vcard_reader_knows (const guchar *bytes,
                                gsize length);

/**
 * rm_vcard_reader_read:
 * @bytes: (array length=length): vCards of the versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350)
 * @length: how many
 * @max_rows: how many people there may be
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as for rm_ldif_reader_read()
 *
 * Reads what a programme may need of each person: names, address, job, department, company, town,
 * languages, categories and manager; never birthdays, photographs, telephone numbers or notes. Of
 * several values the one for work is taken. Groups and companies are left out.
 *
 * O(n) time and memory. Any thread.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_vcard_reader_read (const guchar *bytes,
                               gsize length,
                               guint max_rows,
                               RmProgressFunc progress,
                               gpointer data,
                               GError **error);

G_END_DECLS
