/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-check.h"
#include "store/rm-store-types.h"

G_BEGIN_DECLS

/**
 * RmDb:
 *
 * A connection to one SQLite file; the only code that knows SQLite. Not thread-safe: a worker opens
 * its own.
 */

/**
 * rm_db_open:
 * @path: a file name, or ":memory:"
 * @create: whether to create the file if there is none
 * @error: #RmStoreError
 *
 * Opens with every guard on: defensive, untrusted schema, cell size checks, no memory mapping,
 * foreign keys, deleted content overwritten.
 *
 * Returns: (transfer full) (nullable): the connection
 */
RmDb *rm_db_open (const char *path,
                  gboolean create,
                  GError **error);

/**
 * rm_db_is_known_format:
 * @header: (array fixed-size=100): the beginning of a file
 *
 * Returns: whether SQLite knows its format version
 */
gboolean rm_db_is_known_format (const guchar *header);

/**
 * rm_db_open_bytes:
 * @bytes: the content of a file
 * @error: #RmStoreError
 *
 * Opens a copy of it in memory, for reading damaged files: nothing is written anywhere.
 *
 * Returns: (transfer full) (nullable): the connection
 */
RmDb *rm_db_open_bytes (GBytes *bytes,
                        GError **error);

/**
 * rm_db_use_wal:
 * @self: a connection
 * @error: #RmStoreError
 *
 * Uses a write-ahead log with full synchronisation: acknowledged commits survive a crash. The log
 * is never checkpointed automatically.
 *
 * Returns: success
 */
gboolean rm_db_use_wal (RmDb *self,
                        GError **error);

void rm_db_close (RmDb *self);

/**
 * rm_db_allow_schema_text:
 * @self: a connection
 * @allow: whether statements may write into sqlite_schema, which they else may not
 *
 * For migrations, whose text is ours.
 */
void rm_db_allow_schema_text (RmDb *self,
                              gboolean allow);

/**
 * rm_db_exec:
 * @self: a connection
 * @sql: constant statements; any results are ignored
 * @action: the action, for the message ("save the programme")
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_db_exec (RmDb *self,
                     const char *sql,
                     const char *action,
                     GError **error);

/**
 * rm_db_query:
 * @self: a connection
 * @sql: one statement, constant; prepared once and kept
 * @action: the action, for messages; constant
 * @error: #RmStoreError
 *
 * Only one query of the same text can be in use at a time.
 *
 * Returns: (transfer full) (nullable): the query; freeing it resets the statement
 */
RmQuery *rm_db_query (RmDb *self,
                      const char *sql,
                      const char *action,
                      GError **error);

/**
 * rm_db_get_int64:
 * @self: a connection
 * @sql: a statement; the first column of its first row is read
 * @value: (out): the number; 0 if there is no row
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_db_get_int64 (RmDb *self,
                          const char *sql,
                          gint64 *value,
                          GError **error);

/* Parameters are counted from 1, columns from 0. */
void rm_query_bind_int64 (RmQuery *self,
                          int place,
                          gint64 value);
void rm_query_bind_text (RmQuery *self,
                         int place,
                         const char *value);
void rm_query_bind_blob (RmQuery *self,
                         int place,
                         gconstpointer data,
                         gsize size);
void rm_query_bind_null (RmQuery *self,
                         int place);

/**
 * rm_query_step:
 * @self: a query
 * @row: (out) (optional): whether there is a row to read
 * @error: #RmStoreError
 *
 * Returns: success (also at the end of the rows)
 */
gboolean rm_query_step (RmQuery *self,
                        gboolean *row,
                        GError **error);

/**
 * rm_query_run:
 * @self: (transfer full): a query; its rows are ignored
 * @error: #RmStoreError
 *
 * Steps to the end and frees the query.
 *
 * Returns: success
 */
gboolean rm_query_run (RmQuery *self,
                       GError **error);

gboolean rm_query_is_null (RmQuery *self,
                           int column);
gint64 rm_query_get_int64 (RmQuery *self,
                           int column);

/**
 * rm_query_get_text:
 * @self: a query on a row
 * @column: a column
 *
 * Always text, whatever the file holds: "" for NULL (see rm_query_is_null()), with replacement
 * characters for invalid UTF-8 (see rm_query_is_valid_text()).
 *
 * Returns: (transfer none): the text, until the next step
 */
const char *rm_query_get_text (RmQuery *self,
                               int column);

/** Whether a text is UTF-8 from its beginning to its end, without a NUL in it. */
gboolean rm_query_is_valid_text (RmQuery *self,
                                 int column);

GBytes *rm_query_dup_blob (RmQuery *self,
                           int column);

/**
 * rm_query_get_raw:
 * @self: a query on a row
 * @column: a column
 * @raw: (out): the value in the file, of any type; its text is valid until the next step
 */
void rm_query_get_raw (RmQuery *self,
                       int column,
                       RmRaw *raw);

void rm_query_free (RmQuery *self);

/**
 * rm_db_copy_into:
 * @self: a connection
 * @path: a file that is empty or does not exist
 * @error: #RmStoreError
 *
 * Writes a compact image of everything committed, readable by the owner only.
 *
 * Returns: success
 */
gboolean rm_db_copy_into (RmDb *self,
                          const char *path,
                          GError **error);

/**
 * rm_db_restore_from:
 * @self: a connection without an open transaction
 * @path: an image
 * @error: #RmStoreError
 *
 * Replaces the whole content by that of the image.
 *
 * Returns: success
 */
gboolean rm_db_restore_from (RmDb *self,
                             const char *path,
                             GError **error);

/**
 * rm_db_check:
 * @self: a connection
 * @cancellable: (nullable): stops
 * @error: %RM_STORE_ERROR_CANCELLED, or %RM_STORE_ERROR_DAMAGED, saying what SQLite found
 *
 * quick_check and foreign_key_check: reads every page.
 *
 * Returns: whether the content is sound
 */
gboolean rm_db_check (RmDb *self,
                      GCancellable *cancellable,
                      GError **error);

/**
 * rm_db_list_damage:
 * @self: a connection
 *
 * Checks every page, and that each index agrees with its table. Afterwards the good cells of a page
 * with a bad one can still be read.
 *
 * Returns: (transfer full): SQLite's messages, at most a hundred
 */
GStrv rm_db_list_damage (RmDb *self);

/**
 * rm_db_dup_schema:
 * @self: a connection
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable): the text of the whole schema, in a fixed order
 */
char *rm_db_dup_schema (RmDb *self,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDb, rm_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmQuery, rm_query_free)

G_END_DECLS
