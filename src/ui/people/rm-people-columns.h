/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/queries/rm-people-query.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_people_columns_add:
 * @view: a column view over an #RmPersonList
 *
 * Adds the columns of the People page. Those that can be sorted by carry a sorter whose order is
 * worked out elsewhere; see rm_people_columns_get_sort().
 */
void rm_people_columns_add (GtkColumnView *view);

/**
 * rm_people_columns_get_sort:
 * @view: a column view with these columns
 * @sort: (out): by what the coordinator wants to sort
 * @descending: (out): the other way round
 */
void rm_people_columns_get_sort (GtkColumnView *view,
                                 RmPeopleSort *sort,
                                 gboolean *descending);

/**
 * rm_people_columns_sort_by:
 * @view: a column view with these columns
 * @sort: by what to sort
 * @descending: the other way round
 */
void rm_people_columns_sort_by (GtkColumnView *view,
                                RmPeopleSort sort,
                                gboolean descending);

/**
 * rm_people_columns_fit:
 * @view: a column view with these columns
 * @width: how much room there is, pixels
 *
 * Hides the columns that matter least where there is no room for them.
 */
void rm_people_columns_fit (GtkColumnView *view,
                            int width);

G_END_DECLS
