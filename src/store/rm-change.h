/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/** RmOperation: the kind of change to a row. */
typedef enum
{
  RM_OPERATION_INSERT,
  RM_OPERATION_UPDATE,
  RM_OPERATION_DELETE,
} RmOperation;

/** Above this many changes a list says less than "everything may have changed". */
#define RM_CHANGES_LIMIT 1000

/**
 * RmChange:
 * @table: the table, an entity's name
 * @id: the row's key
 * @operation: the kind of change
 * @before: (nullable): values by column name (`a{sv}`), for updates only the columns that changed
 * @after: (nullable): likewise
 *
 * One row changed by an edit, an undo or a redo.
 */
struct _RmChange
{
  char *table;
  gint64 id;
  RmOperation operation;
  GVariant *before;
  GVariant *after;
};

/**
 * RmChanges:
 * @rows: (element-type RmChange): the rows that changed
 * @reset: whether there are too many to list: widgets must read everything again; @rows is then
 *   empty
 *
 * The changes of an edit, for widgets.
 */
struct _RmChanges
{
  GPtrArray *rows;
  gboolean reset;
};

RmChanges *rm_changes_new (void);
void rm_changes_free (RmChanges *self);

/**
 * rm_changes_add:
 * @self: changes
 * @change: (transfer full): one more; beyond %RM_CHANGES_LIMIT it turns @self into a reset
 */
void rm_changes_add (RmChanges *self,
                     RmChange *change);

void rm_change_free (RmChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmChanges, rm_changes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmChange, rm_change_free)

G_END_DECLS
