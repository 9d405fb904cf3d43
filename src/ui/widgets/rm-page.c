/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-page.h"

G_DEFINE_INTERFACE (RmPage, rm_page, GTK_TYPE_WIDGET)

static void
rm_page_default_init (RmPageInterface *iface)
{
}

void
rm_page_set_session (RmPage *self,
                     RmSession *session)
{
  RM_PAGE_GET_IFACE (self)->set_session (self, session);
}

const char *
rm_page_get_title (RmPage *self)
{
  return RM_PAGE_GET_IFACE (self)->get_title (self);
}

const char *
rm_page_get_icon_name (RmPage *self)
{
  return RM_PAGE_GET_IFACE (self)->get_icon_name (self);
}

gboolean
rm_page_is_shown (RmPage *self)
{
  RmPageInterface *iface = RM_PAGE_GET_IFACE (self);

  return iface->is_shown == NULL || iface->is_shown (self);
}

guint
rm_page_get_count (RmPage *self)
{
  RmPageInterface *iface = RM_PAGE_GET_IFACE (self);

  return iface->get_count != NULL ? iface->get_count (self) : 0;
}

GtkWidget *
rm_page_get_actions (RmPage *self)
{
  RmPageInterface *iface = RM_PAGE_GET_IFACE (self);

  return iface->get_actions != NULL ? iface->get_actions (self) : NULL;
}

void
rm_page_set_compact (RmPage *self,
                     gboolean compact)
{
  RmPageInterface *iface = RM_PAGE_GET_IFACE (self);

  if (iface->set_compact != NULL)
    iface->set_compact (self, compact);
}

gboolean
rm_page_can_search (RmPage *self)
{
  return RM_PAGE_GET_IFACE (self)->set_search != NULL;
}

void
rm_page_set_search (RmPage *self,
                    gboolean active)
{
  g_return_if_fail (rm_page_can_search (self));

  RM_PAGE_GET_IFACE (self)->set_search (self, active);
}

gboolean
rm_page_go_back (RmPage *self)
{
  RmPageInterface *iface = RM_PAGE_GET_IFACE (self);

  return iface->go_back != NULL && iface->go_back (self);
}
