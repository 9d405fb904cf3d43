/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmRecordPane:
 *
 * One record of a programme to view and edit; each edit is applied to the programme at once, and
 * each change of the programme is followed. The template of a subclass adds a child of type "none",
 * shown without a record, and other children, shown below each other with one.
 */
#define RM_TYPE_RECORD_PANE (rm_record_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (RmRecordPane, rm_record_pane, RM, RECORD_PANE, GtkWidget)

/**
 * RmRecordPaneClass:
 * @table: the table of the records
 * @entity: their entity
 * @show_record: shows data of the record other than its fields, which are shown already
 * @show_around: shows data of other records about it; called with %NULL without a record
 */
struct _RmRecordPaneClass
{
  GtkWidgetClass parent_class;

  RmTable table;
  const RmEntity *entity;
  void (*show_record) (RmRecordPane *self,
                       gconstpointer record);
  void (*show_around) (RmRecordPane *self,
                       gconstpointer record);
};

/**
 * rm_record_pane_set_session:
 * @self: a pane
 * @session: (nullable): the programme of the record
 *
 * Shows no record until rm_record_pane_show() is called.
 */
void rm_record_pane_set_session (RmRecordPane *self,
                                 RmSession *session);

RmSession *rm_record_pane_get_session (RmRecordPane *self);

/**
 * rm_record_pane_show:
 * @self: a pane
 * @id: a record, or 0 for none
 */
void rm_record_pane_show (RmRecordPane *self,
                          gint64 id);

gint64 rm_record_pane_get_shown (RmRecordPane *self);

/**
 * rm_record_pane_get_record:
 * @self: a pane
 *
 * Returns: (nullable) (transfer none): the current version of the record shown
 */
gconstpointer rm_record_pane_get_record (RmRecordPane *self);

/**
 * rm_record_pane_add_fields:
 * @self: a pane
 * @group: a group of its rows
 * @keys: (array zero-terminated=1): keys of fields to view and edit there
 */
void rm_record_pane_add_fields (RmRecordPane *self,
                                AdwPreferencesGroup *group,
                                const char *const *keys);

/**
 * rm_record_pane_get_editors:
 * @self: a pane
 *
 * Returns: (transfer none) (element-type RmFieldEditor): the editors of all fields added
 */
GPtrArray *rm_record_pane_get_editors (RmRecordPane *self);

/** Puts the cursor into the first field added. */
void rm_record_pane_focus_first (RmRecordPane *self);

G_END_DECLS
