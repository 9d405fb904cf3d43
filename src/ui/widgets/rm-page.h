/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPage:
 *
 * A page of the window, as the window sees it. A page knows its own title and icon, the number next
 * to them, and how to search and go back in itself; only the window knows which pages there are,
 * and in what order.
 *
 * All functions except those for session, title and icon are optional.
 */
#define RM_TYPE_PAGE (rm_page_get_type ())
G_DECLARE_INTERFACE (RmPage, rm_page, RM, PAGE, GtkWidget)

struct _RmPageInterface
{
  GTypeInterface parent_iface;

  void (*set_session) (RmPage *self,
                       RmSession *session);
  const char *(*get_title) (RmPage *self);
  const char *(*get_icon_name) (RmPage *self);
  gboolean (*is_shown) (RmPage *self); /* NULL: always */
  guint (*get_count) (RmPage *self);   /* NULL: it has no number */
  GtkWidget *(*get_actions) (RmPage *self); /* NULL: it has none */
  void (*set_compact) (RmPage *self,
                       gboolean compact); /* NULL: it looks the same */
  void (*set_search) (RmPage *self,
                      gboolean active); /* NULL: no search */
  gboolean (*go_back) (RmPage *self);   /* NULL: it has one level only */
};

/**
 * rm_page_set_session:
 * @self: a page
 * @session: (nullable): the programme to show
 *
 * The page follows the programme until it gets another one, or none.
 */
void rm_page_set_session (RmPage *self,
                          RmSession *session);

/**
 * rm_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none): the title of the page, translated
 */
const char *rm_page_get_title (RmPage *self);

/**
 * rm_page_get_icon_name:
 * @self: a page
 *
 * Returns: (transfer none): the icon of the page
 */
const char *rm_page_get_icon_name (RmPage *self);

/**
 * rm_page_is_shown:
 * @self: a page
 *
 * Called again after each change of the programme.
 *
 * Returns: whether the page is in the sidebar: a page only useful later in a programme appears once
 *   it has something to show; by default always
 */
gboolean rm_page_is_shown (RmPage *self);

/**
 * rm_page_get_count:
 * @self: a page
 *
 * Called again after each change of the programme.
 *
 * Returns: the number to show, or 0 for none; by default 0
 */
guint rm_page_get_count (RmPage *self);

/**
 * rm_page_get_actions:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): the buttons in the header bar while the page is shown; by
 *   default none
 */
GtkWidget *rm_page_get_actions (RmPage *self);

/**
 * rm_page_set_compact:
 * @self: a page
 * @compact: whether the window is so narrow that it shows one thing at a time
 *
 * A header bar has little room then: only the most important actions stay.
 */
void rm_page_set_compact (RmPage *self,
                          gboolean compact);

/**
 * rm_page_can_search:
 * @self: a page
 *
 * Returns: whether rm_page_set_search() does anything; by default %FALSE
 */
gboolean rm_page_can_search (RmPage *self);

/**
 * rm_page_set_search:
 * @self: a page that can search
 * @active: whether to show the search entry and put the cursor in it
 *
 * A search that is ended by Escape reports it with the action "win.search-shown".
 */
void rm_page_set_search (RmPage *self,
                         gboolean active);

/**
 * rm_page_go_back:
 * @self: a page
 *
 * If there is room for one thing only, goes back from an open item to the list.
 *
 * Returns: whether it went back within the page; by default %FALSE
 */
gboolean rm_page_go_back (RmPage *self);

G_END_DECLS
