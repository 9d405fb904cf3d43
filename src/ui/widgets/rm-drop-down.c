/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-drop-down.h"

static void
describe_choice (GtkDropDown *self)
{
  GObject *chosen = gtk_drop_down_get_selected_item (self);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (GTK_IS_STRING_OBJECT (chosen))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (GTK_STRING_OBJECT (chosen)), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
rm_drop_down_speak (GtkWidget *widget)
{
  if (GTK_IS_DROP_DOWN (widget))
    {
      gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY, widget, NULL, -1);
      g_signal_connect (widget, "notify::selected-item", G_CALLBACK (describe_choice), NULL);
      describe_choice (GTK_DROP_DOWN (widget));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    rm_drop_down_speak (child);
}
