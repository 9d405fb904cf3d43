/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPage:
 *
 * A page of the window, as the window sees it. A page knows its own title and icon, the number that
 * stands beside them, and how to search and go back in itself; which pages there are, and in what
 * order, the window knows alone.
 *
 * Each function but those for session, title and icon has a default, for pages without the thing.
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
                      gboolean active); /* NULL: nothing is searched */
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
 * Returns: (transfer none): what the page is called, in the language that is set
 */
const char *rm_page_get_title (RmPage *self);

/**
 * rm_page_get_icon_name:
 * @self: a page
 *
 * Returns: (transfer none): the icon that stands for the page
 */
const char *rm_page_get_icon_name (RmPage *self);

/**
 * rm_page_is_shown:
 * @self: a page
 *
 * Asked anew after each change of the programme.
 *
 * Returns: whether the page has a place in the sidebar: where it is of use only later in a programme,
 *   once it has something to show; by default always
 */
gboolean rm_page_is_shown (RmPage *self);

/**
 * rm_page_get_count:
 * @self: a page
 *
 * Asked anew after each change of the programme.
 *
 * Returns: how many things the page is about, or 0 where no number is shown, as by default
 */
guint rm_page_get_count (RmPage *self);

/**
 * rm_page_get_actions:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): the buttons that the header bar has while the page is shown; by
 *   default none
 */
GtkWidget *rm_page_get_actions (RmPage *self);

/**
 * rm_page_set_compact:
 * @self: a page
 * @compact: whether the window is so narrow that it shows one thing at a time
 *
 * A header bar has little room then: only what matters most stays among the actions.
 */
void rm_page_set_compact (RmPage *self,
                          gboolean compact);

/**
 * rm_page_can_search:
 * @self: a page
 *
 * Returns: whether rm_page_set_search() does anything; by default it does not
 */
gboolean rm_page_can_search (RmPage *self);

/**
 * rm_page_set_search:
 * @self: a page that can search
 * @active: whether to show the search entry and put the cursor in it
 *
 * A search that ends without this, by Escape, says so with the action "win.search-shown".
 */
void rm_page_set_search (RmPage *self,
                         gboolean active);

/**
 * rm_page_go_back:
 * @self: a page
 *
 * Where there is room for one thing only: from what was opened back to the list.
 *
 * Returns: whether there was somewhere to go back to within the page; by default there is not
 */
gboolean rm_page_go_back (RmPage *self);

G_END_DECLS
