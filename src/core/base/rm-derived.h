/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RmDerived:
 *
 * Values computed from another value, their source: one per source, as long as somebody holds it.
 * Workers that ask at the same time share one: the first makes it, the others wait. The source does
 * not hold the value, because the value holds its source.
 *
 * For a static variable, set to %RM_DERIVED_INIT.
 */
typedef struct
{
  GMutex mutex;
  GCond made;
  GHashTable *values; /* borrowed source → borrowed value; %NULL while it is being made */
} RmDerived;

#define RM_DERIVED_INIT { 0 }

/**
 * rm_derived_get:
 * @self: the values of one kind
 * @source: the source
 * @make: makes the value of @source; may itself ask for values of other kinds
 * @ref: takes a reference to a value
 *
 * Thread-safe.
 *
 * Returns: (transfer full): the value of @source
 */
gpointer rm_derived_get (RmDerived *self,
                         gpointer source,
                         gpointer (*make) (gpointer source),
                         gpointer (*ref) (gpointer value));

/**
 * rm_derived_drop:
 * @self: the values of one kind
 * @source: the source of a value
 * @refs: the references to that value
 *
 * Drops one reference. Nobody can find the value between its last reference and its end.
 *
 * Returns: whether it was the last, and the caller must free the value
 */
gboolean rm_derived_drop (RmDerived *self,
                          gpointer source,
                          gatomicrefcount *refs);

G_END_DECLS
