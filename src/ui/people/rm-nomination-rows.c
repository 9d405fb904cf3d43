/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-nomination-rows.h"

#include "app/commands/rm-commands-records.h"
#include "app/commands/rm-commands-roles.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"
#include "core/model/rm-skill-names.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

struct _RmNominationRows
{
  GtkWidget parent_instance;

  /* borrowed: the pane holds it */
  RmSession *session;

  /* owned */
  GPtrArray *rows;
  gint64 person;

  /* template */
  AdwPreferencesGroup *group;
  AdwExpanderRow *add;
  AdwComboRow *kind;
  GtkEditable *skill;
  GtkEditable *who;
  GtkEditable *note;
};

G_DEFINE_FINAL_TYPE (RmNominationRows, rm_nomination_rows, GTK_TYPE_WIDGET)

static char *
describe (RmProgramme *programme,
          const RmNomination *nomination)
{
  const RmSkill *skill = rm_programme_find_skill (programme, nomination->skill);
  const char *name = skill != NULL ? skill->name : _ ("Taking part");

  if (nomination->kind == RM_NOMINATION_TEACH)
    /* Translators: what somebody was nominated for; %s is a skill's name or "Taking part" */
    return rm_sentence_new (_ ("To teach: %s"), name);

  /* Translators: what somebody was nominated for; %s is a skill's name or "Taking part" */
  return rm_sentence_new (_ ("To learn: %s"), name);
}

static char *
describe_more (RmProgramme *programme,
               const RmNomination *nomination)
{
  const RmPerson *person = rm_programme_find_person (programme, nomination->nominator);
  const char *who = person != NULL ? rm_person_display_name (person) : nomination->nominated_by;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (who != NULL)
    parts[n++] = who;
  if (nomination->made_on != NULL)
    parts[n++] = nomination->made_on;
  if (nomination->note != NULL)
    parts[n++] = nomination->note;

  return g_strjoinv (" · ", (char **) parts);
}

static void
remove_cb (GtkWidget *button,
           RmNominationRows *self)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "rm-id");
  g_autoptr (GError) error = NULL;
  gboolean done = rm_command_remove_record (self->session, RM_TABLE_NOMINATION, id, &error);

  rm_parts_tell_outcome (GTK_WIDGET (self), done, _ ("Nomination removed"), NULL, error);
}

static GtkWidget *
new_row (RmNominationRows *self,
         RmProgramme *programme,
         const RmNomination *nomination)
{
  g_autofree char *title = describe (programme, nomination);
  g_autofree char *subtitle = describe_more (programme, nomination);
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, title, subtitle);
  GtkWidget *button
    = rm_parts_new_icon_button ("list-remove-symbolic", _ ("Remove this nomination"));
  gint64 id = nomination->record.id;

  g_object_set_data_full (G_OBJECT (button), "rm-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static gint64
find_skill (RmProgramme *programme,
            const char *name,
            gboolean *found)
{
  g_autoptr (RmSkillNames) names = rm_skill_names_new (programme);
  const RmSkill *skill = rm_skill_names_find (names, name, NULL, NULL);
  g_autofree char *folded = rm_fold (name);

  *found = skill != NULL || *folded == '\0';
  return skill != NULL ? skill->record.id : 0;
}

static void
clear_entries (RmNominationRows *self)
{
  gtk_editable_set_text (self->skill, "");
  gtk_editable_set_text (self->who, "");
  gtk_editable_set_text (self->note, "");
  adw_expander_row_set_expanded (self->add, FALSE);
}

static void
nominate_cb (RmNominationRows *self)
{
  gboolean found = FALSE;
  gint64 skill = find_skill (rm_session_get_programme (self->session),
                             gtk_editable_get_text (self->skill), &found);
  guint kind = adw_combo_row_get_selected (self->kind);
  g_autoptr (GError) error = NULL;

  if (!found)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("No skill is called so: see the page Skills"));
  else if (rm_command_nominate (self->session, self->person, skill, (RmNominationKind) kind, 0,
                                gtk_editable_get_text (self->who),
                                gtk_editable_get_text (self->note), &error))
    clear_entries (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
rm_nomination_rows_dispose (GObject *object)
{
  RmNominationRows *self = RM_NOMINATION_ROWS (object);

  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_nomination_rows_parent_class)->dispose (object);
}

static void
rm_nomination_rows_class_init (RmNominationRowsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_nomination_rows_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-nomination-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, RmNominationRows, group);
  gtk_widget_class_bind_template_child (widget_class, RmNominationRows, add);
  gtk_widget_class_bind_template_child (widget_class, RmNominationRows, kind);
  gtk_widget_class_bind_template_child (widget_class, RmNominationRows, skill);
  gtk_widget_class_bind_template_child (widget_class, RmNominationRows, who);
  gtk_widget_class_bind_template_child (widget_class, RmNominationRows, note);
  gtk_widget_class_bind_template_callback (widget_class, nominate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_nomination_rows_init (RmNominationRows *self)
{
  const char *const kinds[] = {
    _ (rm_nomination_kind_label (RM_NOMINATION_LEARN)),
    _ (rm_nomination_kind_label (RM_NOMINATION_TEACH)),
    NULL,
  };
  g_autoptr (GtkStringList) names = gtk_string_list_new (kinds);

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

void
rm_nomination_rows_show (RmNominationRows *self,
                         RmSession *session,
                         const RmPerson *person)
{
  RmProgramme *programme = rm_session_get_programme (session);
  RmOwned owned = rm_programme_find_owned (programme, RM_TABLE_NOMINATION, "person",
                                           person->record.id);

  if (self->person != person->record.id)
    clear_entries (self);
  self->session = session;
  self->person = person->record.id;
  rm_parts_clear_rows (self->group, self->rows);
  /* The template keeps it while it is moved to the end. */
  adw_preferences_group_remove (self->group, GTK_WIDGET (self->add));
  for (guint i = 0; i < owned.n; i++)
    {
      GtkWidget *row = new_row (self, programme, rm_owned_get (&owned, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_add (self->group, GTK_WIDGET (self->add));
}
