/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/* Small things that all pages make and say alike. */

/**
 * rm_parts_new_icon:
 * @name: (nullable): its name; "go-next-symbolic" ends a row that leads somewhere
 *
 * Returns: (transfer floating): an icon that says nothing which is not said in words; not read out
 */
GtkWidget *rm_parts_new_icon (const char *name);

/**
 * rm_parts_new_icon_button:
 * @icon: name of an icon
 * @label: what it does, for the tooltip and for screen readers
 *
 * Returns: (transfer floating): a flat button for the end of a row
 */
GtkWidget *rm_parts_new_icon_button (const char *icon,
                                     const char *label);

/**
 * rm_parts_new_question:
 * @over: a widget of the window to ask in
 * @heading: what is asked
 * @body: (nullable): what it means
 * @answer: where the answer is given
 * @response: the button that takes it, with a mnemonic
 *
 * Returns: (transfer none): an #AdwMessageDialog to present; it answers "do", or "cancel" also by
 *   Escape
 */
GtkWidget *rm_parts_new_question (GtkWidget *over,
                                  const char *heading,
                                  const char *body,
                                  GtkWidget *answer,
                                  const char *response);

/**
 * rm_parts_new_toast:
 * @text: any text, not markup
 *
 * Returns: (transfer full): a toast that says it
 */
AdwToast *rm_parts_new_toast (const char *text);

/**
 * rm_parts_set_title:
 * @row: an #AdwPreferencesRow
 * @title: any text, not markup
 */
void rm_parts_set_title (gpointer row,
                         const char *title);

/**
 * rm_parts_set_subtitle:
 * @row: an #AdwActionRow or #AdwExpanderRow
 * @subtitle: any text, not markup
 */
void rm_parts_set_subtitle (gpointer row,
                            const char *subtitle);

/**
 * rm_parts_new_row:
 * @type: a kind of #AdwActionRow, or %ADW_TYPE_EXPANDER_ROW
 * @title: any text, not markup
 * @subtitle: (nullable): likewise
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *rm_parts_new_row (GType type,
                             const char *title,
                             const char *subtitle);

/**
 * rm_parts_set_description:
 * @over: an #AdwStatusPage or #AdwPreferencesGroup
 * @text: (nullable): any text, not markup
 */
void rm_parts_set_description (gpointer over,
                               const char *text);

/**
 * rm_parts_dup_file_name:
 * @file: any file
 *
 * Returns: (transfer full): its name as text: on the disk it is bytes
 */
char *rm_parts_dup_file_name (GFile *file);

/**
 * rm_parts_clear_rows:
 * @group: where the rows are
 * @rows: (element-type GtkWidget): some of its rows; empty afterwards
 */
void rm_parts_clear_rows (AdwPreferencesGroup *group,
                          GPtrArray *rows);

/**
 * rm_parts_present:
 * @window: a new window
 * @over: a widget of the one it belongs to
 */
void rm_parts_present (GtkWidget *window,
                       GtkWidget *over);

/**
 * rm_parts_show_people:
 * @from: a widget of the main window
 * @title: what they have in common
 * @ids: (element-type gint64): people
 *
 * By way of "win.show-people".
 */
void rm_parts_show_people (GtkWidget *from,
                           const char *title,
                           GArray *ids);

/**
 * rm_parts_tell_search:
 * @bar: the search bar of a page
 *
 * By way of "win.search-shown": Escape closes it without the button that opened it.
 */
void rm_parts_tell_search (GtkSearchBar *bar);

/**
 * rm_parts_tell_outcome:
 * @from: a widget of the main window
 * @done: whether a command did it
 * @text: (nullable): what it did, for a toast with a button that takes it back
 * @heading: (nullable): what it could not do, for a dialog; %NULL to say why in a toast
 * @error: (nullable): why not
 */
void rm_parts_tell_outcome (GtkWidget *from,
                            gboolean done,
                            const char *text,
                            const char *heading,
                            const GError *error);

/**
 * rm_parts_outcome_new:
 * @from: a widget of the main window
 * @text: (nullable): as for rm_parts_tell_outcome()
 * @heading: (nullable): as there
 *
 * Returns: (transfer full): data for rm_parts_outcome_cb()
 */
gpointer rm_parts_outcome_new (GtkWidget *from,
                               const char *text,
                               const char *heading);

/** Tells what came of rm_session_edit_async(), or of a command that ends with it. */
void rm_parts_outcome_cb (GObject *session,
                          GAsyncResult *result,
                          gpointer outcome);

G_END_DECLS
