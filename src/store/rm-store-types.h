/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RmChange RmChange;
typedef struct _RmChanges RmChanges;
typedef struct _RmDb RmDb;
typedef struct _RmDocument RmDocument;
typedef struct _RmQuery RmQuery;
typedef struct _RmStore RmStore;

/**
 * RmStoreError:
 * @RM_STORE_ERROR_FAILED: anything else; the message is SQLite's or the system's
 * @RM_STORE_ERROR_EMPTY: the file has no content
 * @RM_STORE_ERROR_NOT_A_FILE: a folder or a device
 * @RM_STORE_ERROR_NOT_SQLITE: not a database at all
 * @RM_STORE_ERROR_FOREIGN: a database of another application
 * @RM_STORE_ERROR_NEWER: written by a newer version of this application
 * @RM_STORE_ERROR_SCHEMA: our marks, but not our tables
 * @RM_STORE_ERROR_DAMAGED: pages or rows are broken
 * @RM_STORE_ERROR_NOT_FOUND: there is no such file
 * @RM_STORE_ERROR_PERMISSION: reading or writing is not allowed
 * @RM_STORE_ERROR_READ_ONLY: the file system cannot be written to
 * @RM_STORE_ERROR_NO_SPACE: the disk is full
 * @RM_STORE_ERROR_HARD_LINK: the file has several names and would be overwritten in place
 * @RM_STORE_ERROR_CONFLICT: the file was changed by somebody else since it was read
 * @RM_STORE_ERROR_MOVED: the file that was opened no longer exists
 * @RM_STORE_ERROR_UNSAVED: unsaved changes are in the way
 * @RM_STORE_ERROR_BUSY: another program has the document open
 * @RM_STORE_ERROR_CONSTRAINT: a value that the document does not accept
 * @RM_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @RM_STORE_ERROR_IMAGE: the copy that undoing a large import needs is gone
 * @RM_STORE_ERROR_CANCELLED: the caller asked to stop
 */
typedef enum
{
  RM_STORE_ERROR_FAILED,
  RM_STORE_ERROR_EMPTY,
  RM_STORE_ERROR_NOT_A_FILE,
  RM_STORE_ERROR_NOT_SQLITE,
  RM_STORE_ERROR_FOREIGN,
  RM_STORE_ERROR_NEWER,
  RM_STORE_ERROR_SCHEMA,
  RM_STORE_ERROR_DAMAGED,
  RM_STORE_ERROR_NOT_FOUND,
  RM_STORE_ERROR_PERMISSION,
  RM_STORE_ERROR_READ_ONLY,
  RM_STORE_ERROR_NO_SPACE,
  RM_STORE_ERROR_HARD_LINK,
  RM_STORE_ERROR_CONFLICT,
  RM_STORE_ERROR_MOVED,
  RM_STORE_ERROR_UNSAVED,
  RM_STORE_ERROR_BUSY,
  RM_STORE_ERROR_CONSTRAINT,
  RM_STORE_ERROR_NOTHING,
  RM_STORE_ERROR_IMAGE,
  RM_STORE_ERROR_CANCELLED,
} RmStoreError;

#define RM_STORE_ERROR (rm_store_error_quark ())
GQuark rm_store_error_quark (void);

G_END_DECLS
