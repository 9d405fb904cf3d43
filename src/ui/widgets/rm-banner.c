/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-banner.h"

#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-unseen.h"

struct _RmBanner
{
  GtkWidget parent_instance;

  /* template */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *first;
  GtkButton *second;
};

G_DEFINE_FINAL_TYPE (RmBanner, rm_banner, GTK_TYPE_WIDGET)

static void
set_button (GtkButton *button,
            const char *label,
            const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
rm_banner_dispose (GObject *object)
{
  RmBanner *self = RM_BANNER (object);

  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_banner_parent_class)->dispose (object);
}

static void
rm_banner_class_init (RmBannerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_banner_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/widgets/rm-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, RmBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, RmBanner, label);
  gtk_widget_class_bind_template_child (widget_class, RmBanner, first);
  gtk_widget_class_bind_template_child (widget_class, RmBanner, second);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rmbanner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
rm_banner_init (RmBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->revealer));
}

void
rm_banner_show (RmBanner *self,
                const char *text,
                const char *label,
                const char *action,
                const char *second_label,
                const char *second_action)
{
  gtk_label_set_label (self->label, text);
  rm_accessible_set_label (self, text);
  set_button (self->first, label, action);
  set_button (self->second, second_label, second_action);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
rm_banner_hide (RmBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
