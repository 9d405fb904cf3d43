/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmFieldEditor:
 *
 * Makes the row to view and edit one field of a record, from the field's description: an entry, a
 * choice, or a number. Edits in place: text is committed on Enter or when the focus leaves.
 *
 * Signal "committed" (const char *text): the user entered another value, as text for
 * rm_record_parse().
 */
#define RM_TYPE_FIELD_EDITOR (rm_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (RmFieldEditor, rm_field_editor, RM, FIELD_EDITOR, GObject)

/**
 * rm_field_editor_new:
 * @field: a field that is not a reference or a time
 *
 * Returns: (transfer full): its editor
 */
RmFieldEditor *rm_field_editor_new (const RmField *field);

const RmField *rm_field_editor_get_field (RmFieldEditor *self);

/**
 * rm_field_editor_get_row:
 * @self: an editor
 *
 * Returns: (transfer none): the row, for an #AdwPreferencesGroup
 */
GtkWidget *rm_field_editor_get_row (RmFieldEditor *self);

/**
 * rm_field_editor_show:
 * @self: an editor
 * @record: a record of the field's entity
 *
 * Shows the record's value and discards typed text.
 */
void rm_field_editor_show (RmFieldEditor *self,
                           gconstpointer record);

/**
 * rm_field_editor_show_mixed:
 * @self: an editor
 *
 * Shows no value, not even "unknown", as several records differ; any choice is a change.
 */
void rm_field_editor_show_mixed (RmFieldEditor *self);

/**
 * rm_field_editor_name_value:
 * @self: the editor of a whole number with names for its values
 * @value: one of its values
 * @name: its name
 */
void rm_field_editor_name_value (RmFieldEditor *self,
                                 int value,
                                 const char *name);

/**
 * rm_field_editor_set_error:
 * @self: an editor
 * @message: (nullable): the error in the typed text
 */
void rm_field_editor_set_error (RmFieldEditor *self,
                                const char *message);

G_END_DECLS
