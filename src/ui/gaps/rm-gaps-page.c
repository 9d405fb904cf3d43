/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page.h"

struct _RmGapsPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
};

G_DEFINE_FINAL_TYPE (RmGapsPage, rm_gaps_page, GTK_TYPE_WIDGET)

static void
rm_gaps_page_dispose (GObject *object)
{
  g_clear_object (&RM_GAPS_PAGE (object)->session);
  G_OBJECT_CLASS (rm_gaps_page_parent_class)->dispose (object);
}

static void
rm_gaps_page_class_init (RmGapsPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_gaps_page_dispose;
}

static void
rm_gaps_page_init (RmGapsPage *self)
{
}

void
rm_gaps_page_set_session (RmGapsPage *self,
                           RmSession *session)
{
  g_set_object (&self->session, session);
}
