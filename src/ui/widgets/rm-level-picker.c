/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-level-picker.h"

#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

#define MAX_LEVEL 5

/* Unknown comes first. */
#define N_CHOICES (MAX_LEVEL + 2)

struct _RmLevelPicker
{
  GtkWidget parent_instance;

  /* owned */
  char *unknown;
  int level;

  /* children */
  GtkWidget *choices[N_CHOICES];
};

static guint picked_signal;

G_DEFINE_FINAL_TYPE (RmLevelPicker, rm_level_picker, GTK_TYPE_WIDGET)

static void
pick (RmLevelPicker *self,
      int level)
{
  g_signal_emit (self, picked_signal, 0, level);
}

static gboolean
key_cb (RmLevelPicker *self,
        guint key,
        guint code,
        GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (character >= '0' && character <= '0' + MAX_LEVEL)
    pick (self, (int) (character - '0'));
  else if (character == '-' || character == '?' || key == GDK_KEY_Delete
           || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    pick (self, -1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
released_cb (RmLevelPicker *self,
             int n_press,
             double x,
             double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  for (int c = 0; c < N_CHOICES; c++)
    if (hit == self->choices[c])
      pick (self, c - 1);
}

static void
rm_level_picker_dispose (GObject *object)
{
  RmLevelPicker *self = RM_LEVEL_PICKER (object);

  for (int c = 0; c < N_CHOICES; c++)
    g_clear_pointer (&self->choices[c], gtk_widget_unparent);
  g_clear_pointer (&self->unknown, g_free);
  G_OBJECT_CLASS (rm_level_picker_parent_class)->dispose (object);
}

static void
rm_level_picker_class_init (RmLevelPickerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_level_picker_dispose;
  gtk_widget_class_set_css_name (widget_class, "levelpicker");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  picked_signal = g_signal_new ("picked", RM_TYPE_LEVEL_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
rm_level_picker_init (RmLevelPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->level = -1;
  gtk_box_layout_set_homogeneous (
    GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
  for (int c = 0; c < N_CHOICES; c++)
    {
      g_autofree char *text = c == 0 ? g_strdup ("?") : g_strdup_printf ("%d", c - 1);

      self->choices[c] = g_object_new (GTK_TYPE_LABEL,
                                       "label", text,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);
      gtk_widget_add_css_class (self->choices[c], c == 0 ? "unknown" : "known");
      gtk_widget_set_parent (self->choices[c], GTK_WIDGET (self));
    }
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
rm_level_picker_new (const char *unknown)
{
  RmLevelPicker *self = g_object_new (RM_TYPE_LEVEL_PICKER, NULL);

  self->unknown = g_strdup (unknown);
  return GTK_WIDGET (self);
}

void
rm_level_picker_show (RmLevelPicker *self,
                      int level,
                      const char *label)
{
  /* Translators: for a screen reader; a level out of the highest one */
  g_autofree char *text = level >= 0 ? g_strdup_printf (_ ("%d of %d"), level, MAX_LEVEL)
                                     : g_strdup (self->unknown);

  self->level = level;
  for (int c = 0; c < N_CHOICES; c++)
    if (c == level + 1)
      gtk_widget_add_css_class (self->choices[c], "chosen");
    else
      gtk_widget_remove_css_class (self->choices[c], "chosen");
  /* No value for unknown: it is not a number below 0. */
  if (level >= 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) MAX_LEVEL,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) level, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW);
  rm_accessible_set_label (self, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

int
rm_level_picker_get_level (RmLevelPicker *self)
{
  return self->level;
}
