/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

/**
 * rm_pages_count:
 *
 * The pages of a window, in the order of the sidebar. They have positions from 0 on, and names: a
 * name is the target of "win.page" and is kept in the settings, so it must not change.
 *
 * Returns: how many pages a window has
 */
guint rm_pages_count (void);

/**
 * rm_pages_get_name:
 * @position: position of a page
 *
 * Returns: (transfer none): its name
 */
const char *rm_pages_get_name (guint position);

/**
 * rm_pages_new_page:
 * @position: position of a page
 *
 * Returns: (transfer floating): the page, without a programme
 */
RmPage *rm_pages_new_page (guint position);

/**
 * rm_pages_dup_action:
 * @position: position of a page
 *
 * Returns: (transfer full): the action that shows it, with its target: "win.page::people"
 */
char *rm_pages_dup_action (guint position);

/**
 * rm_pages_dup_accelerator:
 * @position: position of a page
 *
 * Returns: (nullable) (transfer full): the key that shows it, Alt and its number from 1, or %NULL
 *   from the tenth on
 */
char *rm_pages_dup_accelerator (guint position);

G_END_DECLS
