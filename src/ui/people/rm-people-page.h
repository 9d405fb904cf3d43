/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

/**
 * RmPeoplePage:
 *
 * Everybody in a sorted, filtered list, and beside it one person to see and edit.
 */
#define RM_TYPE_PEOPLE_PAGE (rm_people_page_get_type ())
G_DECLARE_FINAL_TYPE (RmPeoplePage, rm_people_page, RM, PEOPLE_PAGE, GtkWidget)

/**
 * rm_people_page_add_person:
 * @self: the page
 *
 * Adds somebody without a name and puts the cursor where the name goes.
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
 * @title: what they have in common ("Prezi, Finance: 12 in need")
 * @ids: (array length=n): people
 * @n: how many
 *
 * Shows just these until the coordinator takes the filter away.
 */
void rm_people_page_show_people (RmPeoplePage *self,
                                 const char *title,
                                 const gint64 *ids,
                                 guint n);

/**
 * rm_people_page_rate:
 * @self: the page
 *
 * Opens the sheet to rate quickly. It goes through those who are selected, if they are several, else
 * from the one who is selected through everybody who is listed.
 */
void rm_people_page_rate (RmPeoplePage *self);

G_END_DECLS
