/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-people-page-private.h"

#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

/* Filters of the list. Drop-downs are side by side while there is room; the others, and rarely used
 * filters, are in a menu, whose button shows how many are on. */

/* Whether @filter is in the menu. */
static gboolean
is_in_menu (RmPeoplePage *self,
            GtkDropDown *filter)
{
  return gtk_widget_get_parent (GTK_WIDGET (filter)) == GTK_WIDGET (self->more_box);
}

static void
show_how_many (RmPeoplePage *self)
{
  GtkDropDown *drop_downs[] = { self->department_filter, self->tenure_filter };
  guint n = 0;
  g_autofree char *text = NULL;

  for (gsize k = 0; k < G_N_ELEMENTS (drop_downs); k++)
    n += is_in_menu (self, drop_downs[k]) && gtk_drop_down_get_selected (drop_downs[k]) > 0
         && gtk_drop_down_get_selected (drop_downs[k]) != GTK_INVALID_LIST_POSITION;
  n += (guint) self->query->unrated + (guint) self->query->unasked + (guint) self->query->eager
       + (guint) self->query->alike;
  /* Translators: on a button; how many of the filters behind it are on */
  text = n > 0 ? g_strdup_printf (_ ("More filters: %u"), n) : g_strdup (_ ("More filters"));
  gtk_menu_button_set_label (self->more_filters, text);
  rm_accessible_set_label (self->more_filters, text);
}

void
rm_people_page_apply_filters (RmPeoplePage *self)
{
  static const int sides[] = { RM_UNKNOWN, RM_SIDE_MENTEE, RM_SIDE_MENTOR, RM_SIDE_NONE };
  guint side = gtk_drop_down_get_selected (self->side_filter);
  guint department = gtk_drop_down_get_selected (self->department_filter);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (self->filling || self->session == NULL)
    return;

  self->query->side = sides[MIN (side, G_N_ELEMENTS (sides) - 1)];
  g_clear_pointer (&self->query->department, g_free);
  if (department > 0 && department != GTK_INVALID_LIST_POSITION && self->departments != NULL)
    self->query->department = g_strdup (self->departments[department - 1]);
  rm_people_query_set_tenure (self->query,
                              (RmTenure) MIN (gtk_drop_down_get_selected (self->tenure_filter),
                                              RM_N_TENURES - 1),
                              g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now));
  self->query->unrated = gtk_check_button_get_active (self->unrated_filter);
  self->query->unasked = gtk_check_button_get_active (self->unasked_filter);
  self->query->eager = gtk_check_button_get_active (self->eager_filter);
  self->query->alike = gtk_check_button_get_active (self->alike_filter);
  show_how_many (self);
  rm_people_page_fit_later (self);
  rm_people_page_refresh_list (self);
}

void
rm_people_page_clear_filters (RmPeoplePage *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->side_filter, 0);
  gtk_drop_down_set_selected (self->department_filter, 0);
  gtk_drop_down_set_selected (self->tenure_filter, RM_TENURE_ANY);
  gtk_check_button_set_active (self->unrated_filter, FALSE);
  gtk_check_button_set_active (self->unasked_filter, FALSE);
  gtk_check_button_set_active (self->eager_filter, FALSE);
  gtk_check_button_set_active (self->alike_filter, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_clear_pointer (&self->query->search, g_free);
  self->filling = FALSE;
  rm_people_page_apply_filters (self);
}

static int
get_width (gpointer widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Moves a drop-down between the bar, after @before, and the top of the menu. */
static void
place (RmPeoplePage *self,
       GtkDropDown *filter,
       gboolean in_menu,
       gpointer before)
{
  g_autoptr (GtkWidget) widget = g_object_ref (GTK_WIDGET (filter));

  if (is_in_menu (self, filter) == in_menu)
    return;

  if (in_menu)
    {
      gtk_box_remove (self->filters, widget);
      gtk_box_insert_child_after (self->more_box, widget, before);
    }
  else
    {
      gtk_box_remove (self->more_box, widget);
      gtk_box_insert_child_after (self->filters, widget, before);
    }
}

void
rm_people_page_fit_filters (RmPeoplePage *self)
{
  int spacing = gtk_box_get_spacing (self->filters);
  int margins = gtk_widget_get_margin_start (GTK_WIDGET (self->filters))
                + gtk_widget_get_margin_end (GTK_WIDGET (self->filters));
  int room = self->width - margins - get_width (self->side_filter) - spacing
             - get_width (self->more_filters);
  gboolean department = FALSE;
  gboolean tenure = FALSE;

  /* Never while it has the focus. */
  if (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (self->more_filters))))
    return;

  room -= get_width (self->department_filter) + spacing;
  department = room < 0;
  room -= get_width (self->tenure_filter) + spacing;
  tenure = room < 0;
  place (self, self->department_filter, department, department ? NULL : self->side_filter);
  place (self, self->tenure_filter, tenure,
         department ? (gpointer) self->department_filter
         : tenure   ? NULL
                    : (gpointer) self->department_filter);
  show_how_many (self);
}
