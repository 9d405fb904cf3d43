/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-steady-badge.h"

#include "ui/widgets/rm-parts.h"

struct _RmSteadyBadge
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *icon;
};

G_DEFINE_FINAL_TYPE (RmSteadyBadge, rm_steady_badge, GTK_TYPE_WIDGET)

static void
rm_steady_badge_dispose (GObject *object)
{
  g_clear_pointer (&RM_STEADY_BADGE (object)->icon, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_steady_badge_parent_class)->dispose (object);
}

static void
rm_steady_badge_class_init (RmSteadyBadgeClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_steady_badge_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "steadybadge");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class),
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rm_steady_badge_init (RmSteadyBadge *self)
{
  self->icon = rm_parts_new_icon (NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rm_steady_badge_new (void)
{
  return g_object_new (RM_TYPE_STEADY_BADGE, NULL);
}

void
rm_steady_badge_show (RmSteadyBadge *self,
                      const RmSteadyPair *steady)
{
  gtk_widget_set_visible (GTK_WIDGET (self), steady != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), steady != NULL ? steady->sentence : NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "fragile");
  if (steady == NULL)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), steady->robust ? "rm-robust-symbolic"
                                                                       : "rm-fragile-symbolic");
  if (!steady->robust)
    gtk_widget_add_css_class (GTK_WIDGET (self), "fragile");
}
