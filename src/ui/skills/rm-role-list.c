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
  gint64 selected;

  /* children */
  GtkWidget *scroller;
  AdwPreferencesGroup *group;
  GtkWidget *entry; /* owned: taken out while the list is filled */
  GPtrArray *rows;
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
  adw_preferences_group_remove (self->group, self->entry);
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
  adw_preferences_group_add (self->group, self->entry);
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
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (self->session == NULL || *name == '\0')
    return;
  if (rm_command_add_named (self->session, RM_TABLE_ROLE_PROFILE, name, &id, &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
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
  g_clear_object (&self->entry);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_role_list_parent_class)->dispose (object);
}

static void
rm_role_list_class_init (RmRoleListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_role_list_dispose;
  selected_signal = g_signal_new ("role-selected", RM_TYPE_ROLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
rm_role_list_init (RmRoleList *self)
{
  self->rows = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Role profiles"));
  rm_parts_set_description (
    self->group, _ ("A role profile says what people in a kind of role should be able to do. It "
                    "suggests needs to those it applies to."));
  gtk_widget_set_margin_top (GTK_WIDGET (self->group), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->group), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->group), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->group), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->group));

  self->entry = g_object_ref_sink (adw_entry_row_new ());
  rm_parts_set_title (self->entry, _ ("Add a role profile"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->entry), TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, self->entry);
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
