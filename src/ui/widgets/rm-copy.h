/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export/rm-table-writer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RmCopyRow:
 * @owner: the owner of rm_copy_watch()
 * @item: (nullable): an item of the list, or %NULL for the headers
 * @writer: where its cells go; a row that stands for several ends all lines but the last
 *
 * Writes what a row of a list says.
 */
typedef void (*RmCopyRow) (gpointer owner, gpointer item, RmTableWriter *writer);

/**
 * rm_copy_watch:
 * @list: a #GtkListView or #GtkColumnView whose model has a selection
 * @row: (scope forever): writes a row
 * @owner: passed to @row; outlives @list
 * @with_menu: whether rows get a menu for it, by secondary click, Menu and Shift+F10
 *
 * Lets people copy the selected rows, with the headers, as cells that a spreadsheet takes: by
 * Ctrl+C where @list or a row has the focus (texts within rows keep theirs), and by rm_copy_row()
 * for menus of its rows.
 */
void rm_copy_watch (GtkWidget *list,
                    RmCopyRow row,
                    gpointer owner,
                    gboolean with_menu);

/**
 * rm_copy_row:
 * @widget: a row of such a list, or a widget in it
 *
 * Copies the selected rows where the row is one of them, else selects and copies the row.
 */
void rm_copy_row (GtkWidget *widget);

/**
 * rm_copy_add_key:
 * @widget: a widget
 * @action: an action
 *
 * Makes Ctrl+C activate @action where @widget or what is in it has the focus.
 */
void rm_copy_add_key (GtkWidget *widget,
                      const char *action);

/**
 * rm_copy_table:
 * @widget: any widget of the window
 * @table: a table in %RM_TABLE_FORMAT_TABS
 *
 * Puts a table on the clipboard.
 */
void rm_copy_table (GtkWidget *widget,
                    GBytes *table);

G_END_DECLS
