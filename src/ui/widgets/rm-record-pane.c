/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-record-pane.h"

#include "app/commands/rm-commands.h"
#include "ui/widgets/rm-field-editor.h"
#include "ui/widgets/rm-unseen.h"

/* The frame for people, skills and role profiles: the record shown, followed through each edit, and
 * its fields. A deleted record counts as none. */

typedef struct
{
  /* owned */
  RmSession *session;
  GPtrArray *editors;
  gint64 shown;

  /* template */
  GtkStack *stack;
  AdwBin *none;
  GtkScrolledWindow *scroller;
  GtkBox *content;
} RmRecordPanePrivate;

static void rm_record_pane_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RmRecordPane, rm_record_pane, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (RmRecordPane)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         rm_record_pane_buildable_init))

static RmRecordPanePrivate *
get_private (RmRecordPane *self)
{
  return rm_record_pane_get_instance_private (self);
}

static void
refresh (RmRecordPane *self)
{
  RmRecordPaneClass *class = RM_RECORD_PANE_GET_CLASS (self);
  RmRecordPanePrivate *priv = get_private (self);
  gconstpointer record = rm_record_pane_get_record (self);

  gtk_stack_set_visible_child_name (priv->stack, record != NULL ? "record" : "none");
  if (record != NULL)
    {
      for (guint i = 0; i < priv->editors->len; i++)
        rm_field_editor_show (g_ptr_array_index (priv->editors, i), record);
      class->show_record (self, record);
    }
  class->show_around (self, record);
}

static void
changed_cb (RmRecordPane *self,
            RmProgramme *before,
            gpointer changes,
            RmSession *session)
{
  RmRecordPaneClass *class = RM_RECORD_PANE_GET_CLASS (self);
  RmRecordPanePrivate *priv = get_private (self);
  gconstpointer record = rm_record_pane_get_record (self);

  /* Records are shared: the same pointer is the same record, so typed text stays. */
  if (record != NULL && record == rm_programme_find (before, class->table, priv->shown))
    class->show_around (self, record);
  else
    refresh (self);
}

static void
committed_cb (RmRecordPane *self,
              const char *text,
              RmFieldEditor *editor)
{
  RmRecordPanePrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;

  if (priv->shown == 0
      || rm_command_set_field (priv->session, RM_RECORD_PANE_GET_CLASS (self)->table, priv->shown,
                               rm_field_editor_get_field (editor), text, &error))
    return;

  if (g_error_matches (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE)
      || g_error_matches (error, RM_APP_ERROR, RM_APP_ERROR_VALUE))
    rm_field_editor_set_error (editor, error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
rm_record_pane_add_child (GtkBuildable *buildable,
                          GtkBuilder *builder,
                          GObject *child,
                          const char *type)
{
  RmRecordPanePrivate *priv = get_private (RM_RECORD_PANE (buildable));

  if (priv->stack == NULL)
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "none") == 0)
    adw_bin_set_child (priv->none, GTK_WIDGET (child));
  else
    gtk_box_append (priv->content, GTK_WIDGET (child));
}

static void
rm_record_pane_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = rm_record_pane_add_child;
}

static void
rm_record_pane_dispose (GObject *object)
{
  RmRecordPanePrivate *priv = get_private (RM_RECORD_PANE (object));

  rm_record_pane_set_session (RM_RECORD_PANE (object), NULL);
  g_clear_pointer (&priv->editors, g_ptr_array_unref);
  g_clear_pointer ((GtkWidget **) &priv->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_record_pane_parent_class)->dispose (object);
}

static void
rm_record_pane_class_init (RmRecordPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_record_pane_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/widgets/rm-record-pane.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RmRecordPane, stack);
  gtk_widget_class_bind_template_child_private (widget_class, RmRecordPane, none);
  gtk_widget_class_bind_template_child_private (widget_class, RmRecordPane, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, RmRecordPane, content);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_record_pane_init (RmRecordPane *self)
{
  RmRecordPanePrivate *priv = get_private (self);

  priv->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (priv->stack));
}

void
rm_record_pane_set_session (RmRecordPane *self,
                            RmSession *session)
{
  RmRecordPanePrivate *priv = get_private (self);

  if (!rm_session_follow (&priv->session, session, G_CALLBACK (changed_cb), self))
    return;

  priv->shown = 0;
  refresh (self);
}

RmSession *
rm_record_pane_get_session (RmRecordPane *self)
{
  return get_private (self)->session;
}

void
rm_record_pane_show (RmRecordPane *self,
                     gint64 id)
{
  RmRecordPanePrivate *priv = get_private (self);

  if (priv->shown == id)
    return;

  /* Uncommitted text belongs to the record shown before. */
  priv->shown = id;
  refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->scroller), 0);
}

gint64
rm_record_pane_get_shown (RmRecordPane *self)
{
  return get_private (self)->shown;
}

gconstpointer
rm_record_pane_get_record (RmRecordPane *self)
{
  RmRecordPanePrivate *priv = get_private (self);

  if (priv->session == NULL || priv->shown == 0)
    return NULL;

  return rm_programme_find (rm_session_get_programme (priv->session),
                            RM_RECORD_PANE_GET_CLASS (self)->table, priv->shown);
}

void
rm_record_pane_add_fields (RmRecordPane *self,
                           AdwPreferencesGroup *group,
                           const char *const *keys)
{
  const RmEntity *entity = RM_RECORD_PANE_GET_CLASS (self)->entity;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      RmFieldEditor *editor = rm_field_editor_new (rm_entity_find_field (entity, keys[i]));

      adw_preferences_group_add (group, rm_field_editor_get_row (editor));
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (get_private (self)->editors, editor);
    }
}

GPtrArray *
rm_record_pane_get_editors (RmRecordPane *self)
{
  return get_private (self)->editors;
}

void
rm_record_pane_focus_first (RmRecordPane *self)
{
  RmFieldEditor *first = g_ptr_array_index (get_private (self)->editors, 0);

  gtk_widget_grab_focus (rm_field_editor_get_row (first));
}
