/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-manager-row.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-person-finder.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

struct _RmManagerRow
{
  AdwEntryRow parent_instance;

  /* borrowed: the pane holds it */
  RmSession *session;

  /* owned */
  char *shown;
  gint64 person;
};

G_DEFINE_FINAL_TYPE (RmManagerRow, rm_manager_row, ADW_TYPE_ENTRY_ROW)

static gboolean
set_manager (RmManagerRow *self,
             const char *text,
             GError **error)
{
  g_autoptr (GPtrArray) people
    = rm_person_finder_list_all (rm_session_get_programme (self->session));
  const RmPerson *manager = NULL;

  if (*text == '\0')
    return rm_command_set_manager (self->session, self->person, 0, error);

  manager = rm_person_finder_find (people, RM_PERSON_SOUGHT_ANYBODY, text, error);
  return manager != NULL
         && rm_command_set_manager (self->session, self->person, manager->record.id, error);
}

static void
committed_cb (RmManagerRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || g_strcmp0 (text, self->shown) == 0)
    return;
  if (!set_manager (self, text, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
    }
}

static void
rm_manager_row_finalize (GObject *object)
{
  g_free (RM_MANAGER_ROW (object)->shown);
  G_OBJECT_CLASS (rm_manager_row_parent_class)->finalize (object);
}

static void
rm_manager_row_class_init (RmManagerRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rm_manager_row_finalize;
}

static void
rm_manager_row_init (RmManagerRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  rm_parts_set_title (self, _ ("Manager"));
  g_signal_connect (self, "entry-activated", G_CALLBACK (committed_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
rm_manager_row_show (RmManagerRow *self,
                     RmSession *session,
                     const RmPerson *person)
{
  const RmPerson *manager
    = rm_programme_find_person (rm_session_get_programme (session), person->manager);
  const char *text = manager != NULL ? rm_person_display_name (manager) : person->manager_ref;

  self->session = session;
  self->person = person->record.id;
  g_free (self->shown);
  self->shown = g_strdup (text != NULL ? text : "");
  gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  rm_parts_set_title (self,
                      manager == NULL && person->manager_ref != NULL
                        ? _ ("Manager (not in the programme)")
                        : _ ("Manager"));
}
