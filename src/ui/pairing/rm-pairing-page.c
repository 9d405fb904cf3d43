/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pairing-page.h"

struct _RmPairingPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
};

G_DEFINE_FINAL_TYPE (RmPairingPage, rm_pairing_page, GTK_TYPE_WIDGET)

static void
rm_pairing_page_dispose (GObject *object)
{
  g_clear_object (&RM_PAIRING_PAGE (object)->session);
  G_OBJECT_CLASS (rm_pairing_page_parent_class)->dispose (object);
}

static void
rm_pairing_page_class_init (RmPairingPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_pairing_page_dispose;
}

static void
rm_pairing_page_init (RmPairingPage *self)
{
}

void
rm_pairing_page_set_session (RmPairingPage *self,
                           RmSession *session)
{
  g_set_object (&self->session, session);
}

void
rm_pairing_page_set_search (RmPairingPage *self,
                            gboolean active)
{
}

void
rm_pairing_page_propose (RmPairingPage *self)
{
}
