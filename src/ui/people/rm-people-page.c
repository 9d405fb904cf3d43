/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-people-page.h"

struct _RmPeoplePage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
};

G_DEFINE_FINAL_TYPE (RmPeoplePage, rm_people_page, GTK_TYPE_WIDGET)

static void
rm_people_page_dispose (GObject *object)
{
  g_clear_object (&RM_PEOPLE_PAGE (object)->session);
  G_OBJECT_CLASS (rm_people_page_parent_class)->dispose (object);
}

static void
rm_people_page_class_init (RmPeoplePageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_people_page_dispose;
}

static void
rm_people_page_init (RmPeoplePage *self)
{
}

void
rm_people_page_set_session (RmPeoplePage *self,
                           RmSession *session)
{
  g_set_object (&self->session, session);
}

void
rm_people_page_set_search (RmPeoplePage *self,
                           gboolean active)
{
}

void
rm_people_page_add_person (RmPeoplePage *self)
{
}

void
rm_people_page_show_person (RmPeoplePage *self,
                            gint64 id)
{
}

void
rm_people_page_show_people (RmPeoplePage *self,
                            const char *title,
                            const gint64 *ids,
                            guint n)
{
}

gboolean
rm_people_page_go_back (RmPeoplePage *self)
{
  return FALSE;
}
