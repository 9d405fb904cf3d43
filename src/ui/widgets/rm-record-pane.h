/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmRecordPane:
 *
 * One record of a programme to see and edit; each edit goes straight into the programme, and each
 * change of that is followed. A subclass adds what a kind of record has of its own in its template:
 * a child of type "none" for when there is no record to show, and children that stand below each
 * other for when there is.
 */
#define RM_TYPE_RECORD_PANE (rm_record_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (RmRecordPane, rm_record_pane, RM, RECORD_PANE, GtkWidget)

/**
 * RmRecordPaneClass:
 * @table: where the records are
 * @entity: what they are
 * @show_record: shows what only the record itself says; its fields are shown already
 * @show_around: shows what other records say about it; called with %NULL when there is none
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
 * @session: (nullable): the programme the record is of
 *
 * Shows none until rm_record_pane_show() is called.
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
 * Returns: (nullable) (transfer none): the record shown, as it is at present
 */
gconstpointer rm_record_pane_get_record (RmRecordPane *self);

/**
 * rm_record_pane_add_fields:
 * @self: a pane
 * @group: a group of its rows
 * @keys: (array zero-terminated=1): keys of fields to see and edit there
 */
void rm_record_pane_add_fields (RmRecordPane *self,
                                AdwPreferencesGroup *group,
                                const char *const *keys);

/**
 * rm_record_pane_get_editors:
 * @self: a pane
 *
 * Returns: (transfer none) (element-type RmFieldEditor): those of all fields added
 */
GPtrArray *rm_record_pane_get_editors (RmRecordPane *self);

/** Puts the cursor into the field that was added first. */
void rm_record_pane_focus_first (RmRecordPane *self);

G_END_DECLS
