/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/queries/rm-people-query.h"
#include "exchange/export/rm-table-writer.h"
#include "ui/models/rm-person-list.h"

G_BEGIN_DECLS

/**
 * rm_people_columns_add:
 * @view: a column view over an #RmPersonList
 *
 * Adds the columns of the People page. Sortable ones have a sorter whose order is computed
 * elsewhere; see rm_people_columns_get_sort().
 */
void rm_people_columns_add (GtkColumnView *view);

/**
 * rm_people_columns_get_sort:
 * @view: a column view with these columns
 * @sort: (out): the sort key
 * @descending: (out): whether the order is reversed
 */
void rm_people_columns_get_sort (GtkColumnView *view,
                                 RmPeopleSort *sort,
                                 gboolean *descending);

/**
 * rm_people_columns_sort_by:
 * @view: a column view with these columns
 * @sort: the sort key
 * @descending: whether to reverse the order
 */
void rm_people_columns_sort_by (GtkColumnView *view,
                                RmPeopleSort sort,
                                gboolean descending);

/**
 * rm_people_columns_copy:
 * @view: a column view with these columns
 * @item: (nullable): an #RmPersonItem, or %NULL for the headers
 * @writer: where the cells go
 *
 * Writes the cells of a row that can be seen.
 */
void rm_people_columns_copy (GtkColumnView *view,
                             RmPersonItem *item,
                             RmTableWriter *writer);

/**
 * rm_people_columns_fit:
 * @view: a column view with these columns
 * @width: the available width, pixels
 *
 * Hides the least important columns if there is no room for them.
 */
void rm_people_columns_fit (GtkColumnView *view,
                            int width);

G_END_DECLS
