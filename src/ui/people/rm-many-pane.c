/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-many-pane.h"

#include "app/commands/rm-commands-many.h"
#include "app/commands/rm-commands.h"
#include "ui/people/rm-level-names.h"
#include "ui/people/rm-merge-window.h"
#include "ui/widgets/rm-field-editor.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

static const char *const fields[] = {
  "department", "site",      "business_function", "cohort",    "level",           "side",
  "state",      "willing",   "committed",         "relation",  "override_reason", NULL,
};

struct _RmManyPane
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  GArray *people;      /* of gint64 */
  GPtrArray *editors;

  /* template */
  GtkWidget *body;
  GtkLabel *count;
  GtkWidget *merge;
  AdwPreferencesGroup *same;
  AdwEntryRow *add_tag;
};

G_DEFINE_FINAL_TYPE (RmManyPane, rm_many_pane, GTK_TYPE_WIDGET)

static const gint64 *
get_ids (RmManyPane *self)
{
  return (const gint64 *) (gpointer) self->people->data;
}

/* The first of them who still exists, and the fields in which others differ. */
static const RmPerson *
find_common (RmManyPane *self,
             gboolean *mixed)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  const RmPerson *common = NULL;

  for (guint k = 0; k < self->people->len; k++)
    {
      const RmPerson *person
        = rm_programme_find_person (programme, g_array_index (self->people, gint64, k));

      if (common == NULL)
        common = person;
      for (guint f = 0; person != NULL && f < self->editors->len; f++)
        mixed[f] |= !rm_record_field_equal (
          person, common, rm_field_editor_get_field (g_ptr_array_index (self->editors, f)));
    }

  return common;
}

static void
show_common (RmManyPane *self)
{
  gboolean mixed[G_N_ELEMENTS (fields)] = { FALSE };
  const RmPerson *common = find_common (self, mixed);

  for (guint k = 0; common != NULL && k < self->editors->len; k++)
    {
      RmFieldEditor *editor = g_ptr_array_index (self->editors, k);

      if (g_str_equal (fields[k], "level"))
        rm_level_names_show (editor, rm_session_get_programme (self->session));
      if (mixed[k])
        rm_field_editor_show_mixed (editor);
      else
        rm_field_editor_show (editor, common);
    }
}

static void
refresh (RmManyPane *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u person selected", "%u people selected",
                                                     self->people->len),
                                           self->people->len);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->merge, self->people->len == 2);
  if (self->session != NULL)
    show_common (self);
}

static void
field_set_cb (GObject *session,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (RmFieldEditor) editor = data;
  g_autoptr (GError) error = NULL;
  gboolean done = rm_session_edit_finish (RM_SESSION (session), result, &error);

  if (!done)
    rm_field_editor_set_error (editor, error->message);
  rm_parts_tell_outcome (rm_field_editor_get_row (editor), done, NULL, NULL, error);
}

static void
committed_cb (RmManyPane *self,
              const char *text,
              RmFieldEditor *editor)
{
  if (self->session != NULL)
    rm_command_set_field_of_many_async (self->session, get_ids (self), self->people->len,
                                        rm_field_editor_get_field (editor), text, field_set_cb,
                                        g_object_ref (editor));
}

static void
tagged_cb (GObject *session,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GtkWidget) row = data;
  g_autoptr (GError) error = NULL;
  gboolean done = rm_session_edit_finish (RM_SESSION (session), result, &error);

  if (done)
    gtk_editable_set_text (GTK_EDITABLE (row), "");
  rm_parts_tell_outcome (row, done, NULL, NULL, error);
}

static void
tag_cb (RmManyPane *self,
        AdwEntryRow *row)
{
  const char *tag = gtk_editable_get_text (GTK_EDITABLE (row));

  if (self->session != NULL && *tag != '\0')
    rm_command_change_tag_async (self->session, get_ids (self), self->people->len, tag,
                                 row == self->add_tag, tagged_cb, g_object_ref (row));
}

static void
remove_cb (RmManyPane *self)
{
  guint n = self->people->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u person removed", "%u people removed", n),
                                           n);

  rm_command_remove_people_async (self->session, get_ids (self), n, rm_parts_outcome_cb,
                                  rm_parts_outcome_new (GTK_WIDGET (self), text, NULL));
}

static void
merge_cb (RmManyPane *self)
{
  if (self->people->len == 2)
    rm_parts_present (rm_merge_window_new (self->session, g_array_index (self->people, gint64, 0),
                                           g_array_index (self->people, gint64, 1)),
                      GTK_WIDGET (self));
}

static void
rm_many_pane_dispose (GObject *object)
{
  RmManyPane *self = RM_MANY_PANE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_many_pane_parent_class)->dispose (object);
}

static void
rm_many_pane_class_init (RmManyPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_many_pane_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-many-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RmManyPane, body);
  gtk_widget_class_bind_template_child (widget_class, RmManyPane, count);
  gtk_widget_class_bind_template_child (widget_class, RmManyPane, merge);
  gtk_widget_class_bind_template_child (widget_class, RmManyPane, same);
  gtk_widget_class_bind_template_child (widget_class, RmManyPane, add_tag);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_many_pane_init (RmManyPane *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint f = 0; fields[f] != NULL; f++)
    {
      RmFieldEditor *editor
        = rm_field_editor_new (rm_entity_find_field (rm_person_entity (), fields[f]));

      adw_preferences_group_add (self->same, rm_field_editor_get_row (editor));
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->editors, editor);
    }
}

void
rm_many_pane_show (RmManyPane *self,
                   RmSession *session,
                   const gint64 *people,
                   guint n)
{
  g_set_object (&self->session, session);
  g_array_set_size (self->people, 0);
  g_array_append_vals (self->people, people, n);
  refresh (self);
}
