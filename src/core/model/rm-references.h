/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-table.h"

G_BEGIN_DECLS

/** RmReference: a field of a table that refers to records of some entity. */
typedef struct
{
  RmTable table;
  const RmField *field;
} RmReference;

/**
 * rm_references_to:
 * @entity: an entity
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all references to it, in the order of tables and
 *   fields
 */
const RmReference *rm_references_to (const RmEntity *entity,
                                     guint *n);

/**
 * rm_references_normalise:
 * @text: groups of ids, as a person or a file writes them
 *
 * Returns: (transfer full) (nullable): the value of a %RM_FIELD_REFERENCES field: "1:2; 3:4",
 *   sorted and without duplicates; %NULL if @text is not a list of groups of ids
 */
char *rm_references_normalise (const char *text);

/**
 * rm_references_replace:
 * @text: (nullable): the value of a %RM_FIELD_REFERENCES field
 * @from: the id to replace
 * @into: its replacement
 *
 * Applies a merge to the value: drops groups that would have @into twice, and duplicates.
 *
 * Returns: (transfer full) (nullable): the value afterwards
 */
char *rm_references_replace (const char *text,
                             gint64 from,
                             gint64 into);

G_END_DECLS
