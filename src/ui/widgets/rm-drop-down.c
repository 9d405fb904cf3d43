/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-drop-down.h"

#include "ui/widgets/rm-accessible.h"

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
      rm_accessible_keep_label (widget);
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

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (text));
}

void
rm_drop_down_shorten (GtkDropDown *self)
{
  g_autoptr (GtkListItemFactory) whole = g_object_ref (gtk_drop_down_get_factory (self));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (self, factory);
  gtk_drop_down_set_list_factory (self, whole);
}
