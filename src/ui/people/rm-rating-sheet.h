/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RmRatingSheet:
 *
 * A window to rate quickly, also by keyboard alone: all skills of one person, or all people in one
 * skill. A digit rates and goes on to the next row; each rating is a step of undo. Any row can
 * switch to the other view.
 */
#define RM_TYPE_RATING_SHEET (rm_rating_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RmRatingSheet, rm_rating_sheet, RM, RATING_SHEET, AdwWindow)

/**
 * rm_rating_sheet_new:
 * @session: a programme that can be edited
 * @people: (array length=n): the people to go through, in their order
 * @n: how many, at least one
 * @first: the person to begin with, one of @people
 *
 * Returns: (transfer floating): the window, with the skills of @first
 */
GtkWidget *rm_rating_sheet_new (RmSession *session,
                                const gint64 *people,
                                guint n,
                                gint64 first);

G_END_DECLS
