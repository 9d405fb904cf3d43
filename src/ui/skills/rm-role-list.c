/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-role-list.h"

#include "app/commands/rm-commands-records.h"
#include "app/commands/rm-commands-roles.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

struct _RmRoleList
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  GPtrArray *rows;
  gint64 selected;

  /* template */
  GtkWidget *scroller;
  AdwPreferencesGroup *group;
  GtkEditable *entry;
};

static guint selected_signal;

G_DEFINE_FINAL_TYPE (RmRoleList, rm_role_list, GTK_TYPE_WIDGET)

static char *
describe (RmProgramme *programme,
          const RmRoleProfile *profile)
{
  guint n = rm_programme_find_owned (programme, RM_TABLE_ROLE_NEED, "profile",
                                     profile->record.id).n;
  g_autofree char *needs = g_strdup_printf (ngettext ("%u need", "%u needs", n), n);

  return profile->job_titles != NULL ? g_strjoin (" · ", needs, profile->job_titles, NULL)
                                     : g_steal_pointer (&needs);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const RmRoleProfile *first = *(const RmRoleProfile *const *) a;
  const RmRoleProfile *second = *(const RmRoleProfile *const *) b;

  return g_utf8_collate (first->name != NULL ? first->name : "",
                         second->name != NULL ? second->name : "");
}

static void
emit_selected (RmRoleList *self,
               gint64 id)
{
  self->selected = id;
  g_signal_emit (self, selected_signal, 0, id);
}

static void
activated_cb (GtkWidget *row,
              RmRoleList *self)
{
  emit_selected (self, *(gint64 *) g_object_get_data (G_OBJECT (row), "rm-id"));
}

static GtkWidget *
new_row (RmRoleList *self,
         RmProgramme *programme,
         const RmRoleProfile *profile)
{
  g_autofree char *subtitle = describe (programme, profile);
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW,
                                     profile->name != NULL ? profile->name : "?", subtitle);

  g_object_set (row, "subtitle-lines", 1, "activatable", TRUE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), rm_parts_new_icon ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "rm-id",
                          g_memdup2 (&profile->record.id, sizeof profile->record.id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
  return row;
}

static void
refresh (RmRoleList *self)
{
  RmProgramme *programme = NULL;
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();

  rm_parts_clear_rows (self->group, self->rows);
  /* The template keeps it while it is moved to the end. */
  adw_preferences_group_remove (self->group, GTK_WIDGET (self->entry));
  if (self->session != NULL)
    {
      programme = rm_session_get_programme (self->session);
      for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_ROLE_PROFILE); i++)
        g_ptr_array_add (profiles, rm_programme_get (programme, RM_TABLE_ROLE_PROFILE, i));
    }
  g_ptr_array_sort (profiles, compare_names);
  for (guint i = 0; i < profiles->len; i++)
    {
      GtkWidget *row = new_row (self, programme, g_ptr_array_index (profiles, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_add (self->group, GTK_WIDGET (self->entry));
}

static void
changed_cb (RmRoleList *self,
            RmProgramme *before,
            gpointer changes,
            RmSession *session)
{
  RmProgramme *programme = rm_session_get_programme (session);

  refresh (self);
  if (self->selected != 0
      && rm_programme_find (programme, RM_TABLE_ROLE_PROFILE, self->selected) == NULL)
    emit_selected (self, 0);
}

static void
add_cb (RmRoleList *self)
{
  const char *name = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (self->session == NULL || *name == '\0')
    return;
  if (rm_command_add_named (self->session, RM_TABLE_ROLE_PROFILE, name, &id, &error))
    {
      gtk_editable_set_text (self->entry, "");
      emit_selected (self, id);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
rm_role_list_dispose (GObject *object)
{
  RmRoleList *self = RM_ROLE_LIST (object);

  rm_role_list_set_session (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_role_list_parent_class)->dispose (object);
}

static void
rm_role_list_class_init (RmRoleListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_role_list_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/skills/rm-role-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RmRoleList, scroller);
  gtk_widget_class_bind_template_child (widget_class, RmRoleList, group);
  gtk_widget_class_bind_template_child (widget_class, RmRoleList, entry);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  selected_signal = g_signal_new ("role-selected", RM_TYPE_ROLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_role_list_init (RmRoleList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rm_role_list_set_session (RmRoleList *self,
                          RmSession *session)
{
  if (!rm_session_follow (&self->session, session, G_CALLBACK (changed_cb), self))
    return;

  emit_selected (self, 0);
  if (session != NULL)
    refresh (self);
}
