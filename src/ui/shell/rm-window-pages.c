/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "ui/shell/rm-pages.h"
#include "ui/widgets/rm-unseen.h"

/* The pages of a window, which are listed in rm-pages.c; their functions are those of RmPage. */

/* A window is shown before any of its pages is made. */
#define FIRST_FRAMES 2

/* NULL until it is made. */
static RmPage *
get_page (RmWindow *self,
          const char *name)
{
  return RM_PAGE (gtk_stack_get_child_by_name (self->pages, name));
}

static RmPage *
get_visible_page (RmWindow *self)
{
  return RM_PAGE (gtk_stack_get_visible_child (self->pages));
}

static void
add_page (RmWindow *self,
          RmPage *page,
          const char *name)
{
  GtkWidget *actions = rm_page_get_actions (page);

  gtk_stack_add_named (self->pages, GTK_WIDGET (page), name);
  if (actions != NULL)
    gtk_stack_add_named (self->header_actions, actions, name);
  rm_page_set_compact (page, adw_leaflet_get_folded (self->leaflet));
  rm_window_add_row (self, page, name);
}

/* Makes the next page, if any is missing. */
static gboolean
make_page (RmWindow *self)
{
  for (guint i = 0; i < rm_pages_count (); i++)
    {
      const char *name = rm_pages_get_name (i);

      if (get_page (self, name) != NULL)
        continue;
      add_page (self, rm_pages_new_page (i), name);
      if (i == rm_pages_count () - 1)
        {
          rm_unseen_watch (GTK_WIDGET (self->pages));
          rm_unseen_watch (GTK_WIDGET (self->header_actions));
        }
      return TRUE;
    }

  return FALSE;
}

void
rm_window_make_pages (RmWindow *self)
{
  if (self->pages_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->pages_id);
  self->pages_id = 0;
  while (make_page (self))
    continue;
}

static gboolean
make_page_cb (GtkWidget *widget,
              GdkFrameClock *clock,
              gpointer data)
{
  RmWindow *self = RM_WINDOW (widget);

  if (gdk_frame_clock_get_frame_counter (clock) < FIRST_FRAMES || make_page (self))
    return G_SOURCE_CONTINUE;

  self->pages_id = 0;
  return G_SOURCE_REMOVE;
}

void
rm_window_make_pages_later (RmWindow *self)
{
  if (self->pages_id == 0)
    self->pages_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_page_cb, NULL, NULL);
}

void
rm_window_tell_pages (RmWindow *self)
{
  for (guint i = 0; i < rm_pages_count (); i++)
    rm_page_set_session (get_page (self, rm_pages_get_name (i)), self->session);
}

void
rm_window_fold_pages (RmWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    rm_page_set_compact (RM_PAGE (child), adw_leaflet_get_folded (self->leaflet));
}

RmPage *
rm_window_show_page (RmWindow *self,
                     const char *name)
{
  RmPage *page = get_page (self, name);
  GtkWidget *actions = gtk_stack_get_child_by_name (self->header_actions, name);

  if (page == NULL || !rm_page_is_shown (page))
    return NULL;

  rm_window_select_row (self, page);
  adw_window_title_set_title (self->page_title, rm_page_get_title (page));
  gtk_toggle_button_set_active (self->search_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), rm_page_can_search (page));
  gtk_widget_set_visible (GTK_WIDGET (self->header_actions), actions != NULL);
  if (actions != NULL)
    gtk_stack_set_visible_child (self->header_actions, actions);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "page", name);
  return page;
}

void
rm_window_show_first_page (RmWindow *self)
{
  rm_window_show_page (self, rm_pages_get_name (0));
}

void
rm_window_leave_hidden_page (RmWindow *self)
{
  RmPage *page = get_visible_page (self);

  if (page != NULL && !rm_page_is_shown (page))
    rm_window_show_first_page (self);
}

void
rm_window_search_page (RmWindow *self)
{
  RmPage *page = get_visible_page (self);

  if (page != NULL && rm_page_can_search (page))
    rm_page_set_search (page, gtk_toggle_button_get_active (self->search_button));
}

void
rm_window_go_back (RmWindow *self)
{
  RmPage *page = get_visible_page (self);

  if (page == NULL || !rm_page_go_back (page))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}
