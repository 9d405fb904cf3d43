/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rm_id_new:
 *
 * Returns: a random id above 0, so that two copies of a programme do not choose the same
 */
gint64 rm_id_new (void);

/**
 * rm_id_fill:
 * @ids: (out caller-allocates) (array length=n): ids
 * @n: how many
 *
 * rm_id_new() for many at once, in a few calls of the system.
 */
void rm_id_fill (gint64 *ids,
                 guint n);

/**
 * rm_id_new_above:
 * @id: an id
 *
 * For a record that must count as newer than another one of the same day.
 *
 * Returns: a random id above @id
 */
gint64 rm_id_new_above (gint64 id);

/**
 * rm_id_new_below:
 * @id: an id above 1
 *
 * For a record that must count as older than another one of the same day.
 *
 * Returns: a random id below @id
 */
gint64 rm_id_new_below (gint64 id);

G_END_DECLS
