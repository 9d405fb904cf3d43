/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-apart-rows.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-apart.h"
#include "app/queries/rm-person-finder.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

struct _RmApartRows
{
  AdwPreferencesGroup parent_instance;

  /* borrowed: the pane holds it */
  RmSession *session;

  /* owned */
  GPtrArray *rows;
  gint64 person;

  /* template */
  AdwExpanderRow *disclosure;
  AdwEntryRow *other;
  GtkSwitch *confidential;
  AdwEntryRow *reason;
};

G_DEFINE_FINAL_TYPE (RmApartRows, rm_apart_rows, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe (const RmExclusion *exclusion)
{
  const char *how = exclusion->confidential ? _ ("Asked for in confidence") : _ ("Not in confidence");

  if (exclusion->reason == NULL)
    return g_strdup (how);

  return g_strconcat (how, " · ", exclusion->reason, NULL);
}

static void
remove_cb (GtkWidget *button,
           RmApartRows *self)
{
  gint64 other = *(gint64 *) g_object_get_data (G_OBJECT (button), "rm-id");
  g_autoptr (GError) error = NULL;
  gboolean done = rm_command_let_together (self->session, self->person, other, &error);

  /* The text for every change that must not be read over a shoulder. */
  rm_parts_tell_outcome (GTK_WIDGET (self), done, _ ("Changed who is available to pair"), NULL,
                         error);
}

static GtkWidget *
new_row (RmApartRows *self,
         RmProgramme *programme,
         const RmExclusion *exclusion)
{
  gint64 other = exclusion->mentee == self->person ? exclusion->mentor : exclusion->mentee;
  const RmPerson *person = rm_programme_find_person (programme, other);
  g_autofree char *subtitle = describe (exclusion);
  /* Translators: a button at a person's name; %s is that name */
  g_autofree char *label = rm_sentence_new (_ ("Let %s be paired with this person again"),
                                            rm_person_display_name (person));
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, rm_person_display_name (person), subtitle);
  GtkWidget *button = rm_parts_new_icon_button ("list-remove-symbolic", label);

  g_object_set_data_full (G_OBJECT (button), "rm-id", g_memdup2 (&other, sizeof other), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
clear_form (RmApartRows *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->other), "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_switch_set_active (self->confidential, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->other), "error");
}

static gboolean
keep_apart (RmApartRows *self,
            GError **error)
{
  g_autoptr (GPtrArray) people
    = rm_person_finder_list_all (rm_session_get_programme (self->session));
  const RmPerson *other
    = rm_person_finder_find (people, RM_PERSON_SOUGHT_ANYBODY,
                             gtk_editable_get_text (GTK_EDITABLE (self->other)), error);

  return other != NULL
         && rm_command_keep_apart (self->session, self->person, other->record.id,
                                   gtk_switch_get_active (self->confidential),
                                   gtk_editable_get_text (GTK_EDITABLE (self->reason)), error);
}

static void
keep_apart_cb (RmApartRows *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = keep_apart (self, &error);

  if (done)
    clear_form (self);
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->other), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->other));
    }
  rm_parts_tell_outcome (GTK_WIDGET (self), done, _ ("Changed who is available to pair"), NULL,
                         error);
}

static void
changed_cb (RmApartRows *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->other), "error");
}

static void
rm_apart_rows_dispose (GObject *object)
{
  g_clear_pointer (&RM_APART_ROWS (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_apart_rows_parent_class)->dispose (object);
}

static void
rm_apart_rows_class_init (RmApartRowsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_apart_rows_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-apart-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, RmApartRows, disclosure);
  gtk_widget_class_bind_template_child (widget_class, RmApartRows, other);
  gtk_widget_class_bind_template_child (widget_class, RmApartRows, confidential);
  gtk_widget_class_bind_template_child (widget_class, RmApartRows, reason);
  gtk_widget_class_bind_template_callback (widget_class, keep_apart_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
rm_apart_rows_init (RmApartRows *self)
{
  GtkWidget *list;

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A group names its list after its title, and this one has none. */
  list = gtk_widget_get_parent (GTK_WIDGET (self->disclosure));
  rm_accessible_set_label (list,
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->disclosure)));
}

void
rm_apart_rows_show (RmApartRows *self,
                    RmSession *session,
                    const RmPerson *person)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autoptr (GPtrArray) list = rm_apart_list (programme, person->record.id, 0);

  if (self->person != person->record.id)
    {
      clear_form (self);
      adw_expander_row_set_expanded (self->disclosure, FALSE);
    }
  self->session = session;
  self->person = person->record.id;
  for (guint k = 0; k < self->rows->len; k++)
    adw_expander_row_remove (self->disclosure, g_ptr_array_index (self->rows, k));
  g_ptr_array_set_size (self->rows, 0);
  for (guint k = 0; k < list->len; k++)
    {
      GtkWidget *row = new_row (self, programme, g_ptr_array_index (list, k));

      adw_expander_row_add_row (self->disclosure, row);
      g_ptr_array_add (self->rows, row);
    }
}
