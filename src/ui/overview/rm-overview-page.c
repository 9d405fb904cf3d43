/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/rm-overview-page.h"

struct _RmOverviewPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
};

G_DEFINE_FINAL_TYPE (RmOverviewPage, rm_overview_page, GTK_TYPE_WIDGET)

static void
rm_overview_page_dispose (GObject *object)
{
  g_clear_object (&RM_OVERVIEW_PAGE (object)->session);
  G_OBJECT_CLASS (rm_overview_page_parent_class)->dispose (object);
}

static void
rm_overview_page_class_init (RmOverviewPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_overview_page_dispose;
}

static void
rm_overview_page_init (RmOverviewPage *self)
{
}

void
rm_overview_page_set_session (RmOverviewPage *self,
                           RmSession *session)
{
  g_set_object (&self->session, session);
}
