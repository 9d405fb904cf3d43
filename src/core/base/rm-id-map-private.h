/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers ids in the order they are added: 1, 2, 3 … */
typedef struct _RmIdMap RmIdMap;

/* @n: the expected number of ids. */
RmIdMap *rm_id_map_new (guint n);
void rm_id_map_free (RmIdMap *self);

guint rm_id_map_count (const RmIdMap *self);

/* Returns the number of @id, a new one if it has none. */
guint32 rm_id_map_add (RmIdMap *self,
                       gint64 id);

/* Returns the number of @id, or 0. */
guint32 rm_id_map_find (const RmIdMap *self,
                        gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmIdMap, rm_id_map_free)

G_END_DECLS
