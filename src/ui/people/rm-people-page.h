/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

/**
 * RmPeoplePage:
 *
 * Everybody in a sorted, filtered list, and next to it one person to view and edit.
 */
#define RM_TYPE_PEOPLE_PAGE (rm_people_page_get_type ())
G_DECLARE_FINAL_TYPE (RmPeoplePage, rm_people_page, RM, PEOPLE_PAGE, GtkWidget)

/**
 * rm_people_page_add_person:
 * @self: the page
 *
 * Adds a person without a name and puts the cursor into the name field.
 */
void rm_people_page_add_person (RmPeoplePage *self);

/**
 * rm_people_page_show_person:
 * @self: the page
 * @id: a person
 *
 * Selects the person and opens the detail pane.
 */
void rm_people_page_show_person (RmPeoplePage *self,
                                 gint64 id);

/**
 * rm_people_page_show_people:
 * @self: the page
 * @title: the title of the filter ("Prezi, Finance: 12 in need")
 * @ids: (array length=n): people
 * @n: how many
 *
 * Shows only these until the coordinator removes the filter.
 */
void rm_people_page_show_people (RmPeoplePage *self,
                                 const char *title,
                                 const gint64 *ids,
                                 guint n);

/**
 * rm_people_page_rate:
 * @self: the page
 *
 * Opens the sheet to rate quickly. It goes through the selected people, if there are several, else
 * through everybody listed, starting with the selected one.
 */
void rm_people_page_rate (RmPeoplePage *self);

G_END_DECLS
