/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/* Small helpers that all pages share. */

/**
 * rm_parts_new_icon:
 * @name: (nullable): its name; "go-next-symbolic" is for the end of rows that lead somewhere
 *
 * Returns: (transfer floating): a decorative icon, not read out
 */
GtkWidget *rm_parts_new_icon (const char *name);

/**
 * rm_parts_new_icon_button:
 * @icon: name of an icon
 * @label: its action, for the tooltip and for screen readers
 *
 * Returns: (transfer floating): a flat button for the end of a row
 */
GtkWidget *rm_parts_new_icon_button (const char *icon,
                                     const char *label);

/**
 * rm_parts_new_question:
 * @over: a widget of the window to ask in
 * @heading: the question
 * @body: (nullable): details
 * @answer: the widget for the answer
 * @response: label of the button to accept, with a mnemonic
 *
 * Returns: (transfer none): an #AdwMessageDialog to present; its response is "do", or "cancel",
 *   also on Escape
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
 * Returns: (transfer full): a toast
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
 * Returns: (transfer full): its name as UTF-8: on disk it is bytes
 */
char *rm_parts_dup_file_name (GFile *file);

/**
 * rm_parts_clear_rows:
 * @group: the group of the rows
 * @rows: (element-type GtkWidget): rows to remove; empty afterwards
 */
void rm_parts_clear_rows (AdwPreferencesGroup *group,
                          GPtrArray *rows);

/**
 * rm_parts_present:
 * @window: a new window
 * @over: a widget in its parent window
 */
void rm_parts_present (GtkWidget *window,
                       GtkWidget *over);

/**
 * rm_parts_show_people:
 * @from: a widget of the main window
 * @title: the title of the list
 * @ids: (element-type gint64): people
 *
 * Activates "win.show-people".
 */
void rm_parts_show_people (GtkWidget *from,
                           const char *title,
                           GArray *ids);

/**
 * rm_parts_tell_search:
 * @bar: the search bar of a page
 *
 * Keeps the search button in step with "win.search-shown" when Escape closes the bar.
 */
void rm_parts_tell_search (GtkSearchBar *bar);

/**
 * rm_parts_tell_outcome:
 * @from: a widget of the main window
 * @done: whether the command succeeded
 * @text: (nullable): what it did, for a toast with an undo button
 * @heading: (nullable): what it could not do, for a dialog; %NULL to show the error in a toast
 * @error: (nullable): the error
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

/** Reports the outcome of rm_session_edit_async(), or of a command that ends with it. */
void rm_parts_outcome_cb (GObject *session,
                          GAsyncResult *result,
                          gpointer outcome);

G_END_DECLS
