/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** Limits of an archive: a small file must not become a large one. */
#define RM_ARCHIVE_MAX_PARTS 4096
#define RM_ARCHIVE_MAX_PART (512u * 1024 * 1024)
#define RM_ARCHIVE_FREE (10u * 1024 * 1024) /* what is unpacked before the ratio counts */
#define RM_ARCHIVE_MAX_RATIO 200

/**
 * RmArchive:
 *
 * A zip file whose parts are found by name and read as streams, one at a time. Nothing is ever
 * written to a disk.
 */
typedef struct _RmArchive RmArchive;

/**
 * rm_archive_new:
 * @bytes: (array length=length) (not nullable): a file, which has to outlive the archive
 * @length: how many
 * @progress: (nullable): called now and then while parts are read, with what part of one is done
 * @data: passed to @progress
 * @error: %RM_EXCHANGE_ERROR_DAMAGED, %RM_EXCHANGE_ERROR_TOO_BIG for too many parts
 *
 * Returns: (transfer full) (nullable): the archive
 */
RmArchive *rm_archive_new (const guchar *bytes,
                           gsize length,
                           RmProgressFunc progress,
                           gpointer data,
                           GError **error);
void rm_archive_free (RmArchive *self);

/**
 * rm_archive_has:
 * @self: an archive
 * @name: a part, such as "xl/workbook.xml"; case does not matter
 *
 * Returns: whether there is one
 */
gboolean rm_archive_has (const RmArchive *self,
                         const char *name);

/**
 * rm_archive_open:
 * @self: an archive
 * @name: a part
 * @error: %RM_EXCHANGE_ERROR_DAMAGED
 *
 * Goes to the beginning of that part.
 *
 * Returns: success
 */
gboolean rm_archive_open (RmArchive *self,
                          const char *name,
                          GError **error);

/**
 * rm_archive_read:
 * @self: an archive with an open part
 * @buffer: (out caller-allocates) (array length=size): gets bytes
 * @size: how many at most
 * @error: %RM_EXCHANGE_ERROR_DAMAGED, %RM_EXCHANGE_ERROR_TOO_BIG beyond the limits,
 *   %RM_EXCHANGE_ERROR_PASSWORD, %RM_EXCHANGE_ERROR_CANCELLED
 *
 * Returns: how many bytes there were, 0 at the end of the part, -1 on errors
 */
gssize rm_archive_read (RmArchive *self,
                        char *buffer,
                        gsize size,
                        GError **error);

/**
 * rm_archive_load:
 * @self: an archive
 * @name: a small part
 * @most: how many bytes of it at most
 *
 * Returns: (transfer full) (nullable): the beginning of that part, with a NUL behind it; %NULL if
 *   it cannot be read
 */
char *rm_archive_load (RmArchive *self,
                       const char *name,
                       gsize most);

/**
 * rm_archive_set_damaged:
 * @error: (nullable): set to %RM_EXCHANGE_ERROR_DAMAGED, unless it is set already
 */
void rm_archive_set_damaged (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmArchive, rm_archive_free)

G_END_DECLS
