/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-db.h"

G_BEGIN_DECLS

/** "RevM": what a file of ours carries in its header. */
#define RM_SCHEMA_APPLICATION_ID 0x5265764d

/** Bytes at the beginning of a file that say what it is. */
#define RM_SCHEMA_HEADER_SIZE 100

/** The version of the schema that this program writes. */
#define RM_SCHEMA_VERSION 5

/**
 * rm_schema_create:
 * @db: an empty database
 * @error: #RmStoreError
 *
 * Makes the tables of the current version.
 *
 * Returns: success
 */
gboolean rm_schema_create (RmDb *db,
                           GError **error);

/**
 * rm_schema_check_marks:
 * @application: the application that a file says it belongs to
 * @version: the version that it says its schema has
 * @error: %RM_STORE_ERROR_FOREIGN, %RM_STORE_ERROR_NEWER or %RM_STORE_ERROR_SCHEMA
 *
 * Returns: whether it is ours and can be read
 */
gboolean rm_schema_check_marks (gint64 application,
                                gint64 version,
                                GError **error);

/**
 * rm_schema_check_header:
 * @path: a file from elsewhere. Not a working copy: part of what that holds may still be in its log
 * @version: (out): the version of its schema
 * @error: %RM_STORE_ERROR_EMPTY, %RM_STORE_ERROR_NOT_SQLITE, %RM_STORE_ERROR_FOREIGN,
 *   %RM_STORE_ERROR_NEWER or %RM_STORE_ERROR_DAMAGED (shorter than its header says)
 *
 * Reads the first 100 bytes and the size only.
 *
 * Returns: whether it says that it is ours
 */
gboolean rm_schema_check_header (const char *path,
                                 int *version,
                                 GError **error);

/**
 * rm_schema_check_header_bytes:
 * @header: the beginning of a file
 * @got: how many bytes there are of it, at most %RM_SCHEMA_HEADER_SIZE
 * @size: of the whole file
 * @version: (out): the version of its schema; also where only the end is missing
 * @error: as of rm_schema_check_header()
 *
 * rm_schema_check_header() for what has been read already.
 *
 * Returns: whether it says that it is ours
 */
gboolean rm_schema_check_header_bytes (const guchar *header,
                                       gsize got,
                                       guint64 size,
                                       int *version,
                                       GError **error);

/**
 * rm_schema_get_full_size:
 * @header: (array fixed-size=100): the beginning of a file
 *
 * Returns: how many bytes the file should have; 0 where its header makes no sense
 */
guint64 rm_schema_get_full_size (const guchar *header);

/**
 * rm_schema_check_text:
 * @db: a connection that has run nothing of the file yet
 * @version: the version it claims
 * @error: %RM_STORE_ERROR_SCHEMA
 *
 * Compares the schema's text with what the migrations up to @version make: a file with a trigger,
 * view or check of its own never gets to run it.
 *
 * Returns: whether they are the same
 */
gboolean rm_schema_check_text (RmDb *db,
                               int version,
                               GError **error);

/**
 * rm_schema_migrate:
 * @db: a connection
 * @version: the version it has
 * @error: #RmStoreError
 *
 * Runs the migrations that are missing, in one transaction.
 *
 * Returns: success
 */
gboolean rm_schema_migrate (RmDb *db,
                            int version,
                            GError **error);

G_END_DECLS
