/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * RmEntries:
 *
 * Entries of a directory, each with the values it has, on their way to a sheet: its columns are the
 * names that were met, in their order, and only those of entries that are kept. Names are the same
 * in any case.
 */
typedef struct _RmEntries RmEntries;

/**
 * rm_entries_new:
 * @max_rows: how many entries may be kept
 *
 * Returns: (transfer full): no entries
 */
RmEntries *rm_entries_new (guint max_rows);
void rm_entries_free (RmEntries *self);

/* Begins an entry, on that line of the file; the one before is lost if it was not kept. */
void rm_entries_begin (RmEntries *self,
                       guint line);
gboolean rm_entries_has_begun (const RmEntries *self);

/**
 * rm_entries_add:
 * @self: entries, one of them begun
 * @name: the name of a value, in ASCII
 * @joint: what stands between it and an earlier one with that name
 * @value: UTF-8
 * @error: %RM_EXCHANGE_ERROR_CELL_TOO_LONG
 *
 * Returns: success
 */
gboolean rm_entries_add (RmEntries *self,
                         const char *name,
                         const char *joint,
                         const char *value,
                         GError **error);

/* A value of the entry that was begun; NULL if it has none. */
const char *rm_entries_find (const RmEntries *self,
                             const char *name);
void rm_entries_remove (RmEntries *self,
                        const char *name);

/* The names of the values of the entry that was begun. */
GPtrArray *rm_entries_get_names (const RmEntries *self);

/**
 * rm_entries_keep:
 * @self: entries, one of them begun
 * @error: %RM_EXCHANGE_ERROR_TOO_MANY_ROWS, %RM_EXCHANGE_ERROR_TOO_BIG
 *
 * Ends the entry, which becomes a row; names beyond %RM_SHEET_MAX_COLUMNS are left out.
 *
 * Returns: success
 */
gboolean rm_entries_keep (RmEntries *self,
                          GError **error);
void rm_entries_drop (RmEntries *self);

/* Of the rows so far. */
guint rm_entries_get_n_rows (const RmEntries *self);
guint rm_entries_get_n_columns (const RmEntries *self);
const char *rm_entries_get_column (const RmEntries *self,
                                   guint column);
gboolean rm_entries_find_column (const RmEntries *self,
                                 const char *name,
                                 guint *column);
const char *rm_entries_get (const RmEntries *self,
                            guint row,
                            guint column);
void rm_entries_set (RmEntries *self,
                     guint row,
                     guint column,
                     const char *text);

/**
 * rm_entries_finish:
 * @self: entries
 * @format: what they come from
 * @error: %RM_EXCHANGE_ERROR_EMPTY, %RM_EXCHANGE_ERROR_TOO_BIG
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_entries_finish (RmEntries *self,
                            RmSheetFormat format,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmEntries, rm_entries_free)

G_END_DECLS
