/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmRecordKind:
 * @table: the table of the records
 * @title: untranslated heading
 * @description: untranslated sentence below it
 * @add: untranslated title of the row that adds one
 * @remove: untranslated name of the button that removes one
 * @order: (nullable): key of a text field to sort by before names
 * @import: (nullable): untranslated name of the button that imports a CSV file
 *
 * A kind of record of which there are few; the field "name" is the title of a row.
 */
typedef struct
{
  RmTable table;
  const char *title;
  const char *description;
  const char *add;
  const char *remove;
  const char *order;
  const char *import;
} RmRecordKind;

/** RmRecordRows: a group of rows in which records of one kind are added, edited and removed. */
#define RM_TYPE_RECORD_ROWS (rm_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (RmRecordRows, rm_record_rows, RM, RECORD_ROWS, GObject)

/**
 * rm_record_rows_new:
 * @kind: the kind of records; outlives the rows
 * @session: the programme
 *
 * Returns: (transfer full): the rows, which follow the programme
 */
RmRecordRows *rm_record_rows_new (const RmRecordKind *kind,
                                  RmSession *session);

/**
 * rm_record_rows_get_group:
 * @self: the rows
 *
 * Returns: (transfer none): the group, for a page of preferences
 */
AdwPreferencesGroup *rm_record_rows_get_group (RmRecordRows *self);

G_END_DECLS
