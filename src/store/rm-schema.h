/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-db.h"

G_BEGIN_DECLS

/** "RevM": the mark in the header of our files. */
#define RM_SCHEMA_APPLICATION_ID 0x5265764d

/** Bytes of the header at the beginning of a file. */
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
 * @application: the application in a file's header
 * @version: the version of its schema
 * @error: %RM_STORE_ERROR_FOREIGN, %RM_STORE_ERROR_NEWER or %RM_STORE_ERROR_SCHEMA
 *
 * Returns: whether it is ours and readable
 */
gboolean rm_schema_check_marks (gint64 application,
                                gint64 version,
                                GError **error);

/**
 * rm_schema_check_header:
 * @path: a file from elsewhere; not a working copy, part of which may still be in its log
 * @version: (out): the version of its schema
 * @error: %RM_STORE_ERROR_EMPTY, %RM_STORE_ERROR_NOT_SQLITE, %RM_STORE_ERROR_FOREIGN,
 *   %RM_STORE_ERROR_NEWER or %RM_STORE_ERROR_DAMAGED (shorter than its header says)
 *
 * Reads the first 100 bytes and the size only.
 *
 * Returns: whether it claims to be ours
 */
gboolean rm_schema_check_header (const char *path,
                                 int *version,
                                 GError **error);

/**
 * rm_schema_check_header_bytes:
 * @header: the beginning of a file
 * @got: bytes of it, at most %RM_SCHEMA_HEADER_SIZE
 * @size: bytes of the whole file
 * @version: (out): the version of its schema; also set if only the end is missing
 * @error: as for rm_schema_check_header()
 *
 * rm_schema_check_header() for bytes already read.
 *
 * Returns: whether it claims to be ours
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
 * Returns: the size in bytes that the file should have; 0 if its header makes no sense
 */
guint64 rm_schema_get_full_size (const guchar *header);

/**
 * rm_schema_check_text:
 * @db: a connection that has not run anything from the file yet
 * @version: the version it claims
 * @error: %RM_STORE_ERROR_SCHEMA
 *
 * Compares the schema's text with the result of the migrations up to @version, so that a trigger,
 * view or check added to a file never runs.
 *
 * Returns: whether they are the same
 */
gboolean rm_schema_check_text (RmDb *db,
                               int version,
                               GError **error);

/**
 * rm_schema_migrate:
 * @db: a connection
 * @version: its version
 * @error: #RmStoreError
 *
 * Runs the missing migrations, in one transaction.
 *
 * Returns: success
 */
gboolean rm_schema_migrate (RmDb *db,
                            int version,
                            GError **error);

G_END_DECLS
