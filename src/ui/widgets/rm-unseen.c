/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-unseen.h"

#define ROW_AVATAR_SIZE 28

static void
set_hidden (GtkWidget *widget,
            gboolean hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
pages_changed_cb (GtkWidget *pages)
{
  g_autoptr (GtkWidget) shown = NULL;

  g_object_get (pages, "visible-child", &shown, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (pages); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_hidden (child, child != shown
                       && !(ADW_IS_LEAFLET (pages)
                            && !adw_leaflet_get_folded (ADW_LEAFLET (pages))));
}

static void
revealed_cb (GtkRevealer *revealer)
{
  GtkWidget *child = gtk_revealer_get_child (revealer);

  if (child != NULL)
    set_hidden (child, !gtk_revealer_get_reveal_child (revealer));
}

static void
flap_cb (AdwFlap *flap)
{
  GtkWidget *child = adw_flap_get_flap (flap);

  if (child != NULL)
    set_hidden (child, !adw_flap_get_reveal_flap (flap));
}

static void
search_mode_cb (GtkSearchBar *bar)
{
  set_hidden (GTK_WIDGET (bar), !gtk_search_bar_get_search_mode (bar));
}

static void
watch (GtkWidget *widget,
       const char *signal,
       GCallback changed)
{
  g_signal_connect (widget, signal, changed, NULL);
}

void
rm_unseen_watch (GtkWidget *widget)
{
  if (GTK_IS_REVEALER (widget))
    {
      watch (widget, "notify::reveal-child", G_CALLBACK (revealed_cb));
      revealed_cb (GTK_REVEALER (widget));
    }
  else if (ADW_IS_FLAP (widget))
    {
      watch (widget, "notify::reveal-flap", G_CALLBACK (flap_cb));
      flap_cb (ADW_FLAP (widget));
    }
  else if (GTK_IS_SEARCH_BAR (widget))
    {
      watch (widget, "notify::search-mode-enabled", G_CALLBACK (search_mode_cb));
      search_mode_cb (GTK_SEARCH_BAR (widget));
    }
  else
    {
      watch (widget, "notify::visible-child", G_CALLBACK (pages_changed_cb));
      if (ADW_IS_LEAFLET (widget))
        watch (widget, "notify::folded", G_CALLBACK (pages_changed_cb));
      pages_changed_cb (widget);
    }
}

GtkWidget *
rm_unseen_avatar_new (void)
{
  return g_object_new (ADW_TYPE_AVATAR,
                       "size", ROW_AVATAR_SIZE,
                       "show-initials", TRUE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}
