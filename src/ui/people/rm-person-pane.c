/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-person-pane.h"

#include "app/rm-commands.h"
#include "ui/people/rm-consent-rows.h"
#include "ui/people/rm-level-names.h"
#include "ui/people/rm-manager-row.h"
#include "ui/people/rm-nomination-rows.h"
#include "ui/people/rm-person-notice.h"
#include "ui/people/rm-skill-rows.h"
#include "ui/people/rm-suggestion-rows.h"
#include "ui/widgets/rm-field-editor.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

/* Which fields stand in which group; their rows are made from their descriptions. */
static const char *const about_fields[] = {
  "name", "staff_no", "email", "job_title", "department", "site", "business_function", "employer",
  "relation", "level", "joined", NULL,
};

static const char *const part_fields[] = {
  "state", "side", "cohort", "mentee_capacity", "mentor_capacity", "willing", "committed",
  "override_reason", NULL,
};

static const char *const style_fields[] = {
  "languages", "week", "style", "sociability", "aspiration", "eagerness", "tags", "background",
  "notes", NULL,
};

struct _RmPersonPane
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  GPtrArray *editors;
  gint64 shown;

  /* template */
  GtkWidget *body;
  GtkStack *stack;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *subtitle;
  AdwPreferencesGroup *about;
  AdwPreferencesGroup *part;
  AdwPreferencesGroup *styles;
  RmPersonNotice *notice;
  RmManagerRow *manager;
  RmSkillRows *skills;
  RmSuggestionRows *suggestions;
  RmNominationRows *nominations;
  RmConsentRows *consents;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (RmPersonPane, rm_person_pane, GTK_TYPE_WIDGET)

static const RmPerson *
get_person (RmPersonPane *self)
{
  if (self->session == NULL || self->shown == 0)
    return NULL;

  return rm_programme_find_person (rm_session_get_programme (self->session), self->shown);
}

static char *
describe (const RmPerson *person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (person->job_title != NULL)
    g_ptr_array_add (parts, person->job_title);
  if (person->department != NULL)
    g_ptr_array_add (parts, person->department);
  if (person->employer != NULL)
    g_ptr_array_add (parts, person->employer);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* What the programme says about fields: those of a special category are seen only where it uses
 * them. */
static void
show_settings (RmPersonPane *self)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  gboolean used = rm_programme_get_settings (programme)->special_category == 1;

  for (guint i = 0; i < self->editors->len; i++)
    {
      RmFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (rm_field_editor_get_field (editor)->sensitivity == RM_SENSITIVITY_SPECIAL)
        gtk_widget_set_visible (rm_field_editor_get_row (editor), used);
      if (g_str_equal (rm_field_editor_get_field (editor)->key, "level"))
        rm_level_names_show (editor, programme);
    }
}

/* What other records say about a person, who may be the same as before. */
static void
show_around (RmPersonPane *self,
             const RmPerson *person)
{
  rm_person_notice_show (self->notice, self->session, person);
  rm_skill_rows_show (self->skills, self->session, person);
  rm_suggestion_rows_show (self->suggestions, self->session, person);
  rm_nomination_rows_show (self->nominations, self->session, person);
  rm_consent_rows_show (self->consents, self->session, person);
  show_settings (self);
}

static void
refresh (RmPersonPane *self)
{
  const RmPerson *person = get_person (self);
  g_autofree char *subtitle = NULL;

  gtk_stack_set_visible_child_name (self->stack, person != NULL ? "person" : "nobody");
  if (person == NULL)
    return;

  subtitle = describe (person);
  adw_avatar_set_text (self->avatar, person->name);
  gtk_label_set_label (self->name, person->name != NULL ? person->name : _ ("No name yet"));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  for (guint i = 0; i < self->editors->len; i++)
    rm_field_editor_show (g_ptr_array_index (self->editors, i), person);
  rm_manager_row_show (self->manager, self->session, person);
  show_around (self, person);
}

static void
changed_cb (RmPersonPane *self,
            RmProgramme *before,
            gpointer changes,
            RmSession *session)
{
  const RmPerson *person = get_person (self);

  /* Records are shared: the same pointer is the same person. Skills may be new, though. */
  if (person != NULL && person == rm_programme_find_person (before, self->shown))
    show_around (self, person);
  else
    refresh (self);
}

static void
committed_cb (RmPersonPane *self,
              const char *text,
              RmFieldEditor *editor)
{
  g_autoptr (GError) error = NULL;

  if (self->shown == 0)
    return;
  if (rm_command_set_field (self->session, self->shown, rm_field_editor_get_field (editor), text,
                            &error))
    return;

  if (g_error_matches (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE))
    rm_field_editor_set_error (editor, error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
add_editors (RmPersonPane *self,
             AdwPreferencesGroup *group,
             const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      RmFieldEditor *editor
        = rm_field_editor_new (rm_entity_find_field (rm_person_entity (), keys[i]));

      adw_preferences_group_add (group, rm_field_editor_get_row (editor));
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->editors, editor);
    }
}

static void
remove_cb (RmPersonPane *self)
{
  const RmPerson *person = get_person (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (person == NULL)
    return;

  /* Translators: %s is a person's name */
  text = g_strdup_printf (_ ("%s removed"), rm_person_display_name (person));
  if (rm_command_remove_people (self->session, &self->shown, 1, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
                                _ ("The person cannot be removed"), error->message);
}

static void
rm_person_pane_dispose (GObject *object)
{
  RmPersonPane *self = RM_PERSON_PANE (object);

  rm_person_pane_set_session (self, NULL);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_person_pane_parent_class)->dispose (object);
}

static void
rm_person_pane_class_init (RmPersonPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_person_pane_dispose;
  g_type_ensure (RM_TYPE_MANAGER_ROW);
  g_type_ensure (RM_TYPE_PERSON_NOTICE);
  g_type_ensure (RM_TYPE_SKILL_ROWS);
  g_type_ensure (RM_TYPE_SUGGESTION_ROWS);
  g_type_ensure (RM_TYPE_NOMINATION_ROWS);
  g_type_ensure (RM_TYPE_CONSENT_ROWS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-person-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, body);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, name);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, about);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, part);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, styles);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, notice);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, manager);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, skills);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, suggestions);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, nominations);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, consents);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, scroller);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_person_pane_init (RmPersonPane *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->stack));
  add_editors (self, self->about, about_fields);
  add_editors (self, self->part, part_fields);
  add_editors (self, self->styles, style_fields);
}

void
rm_person_pane_set_session (RmPersonPane *self,
                            RmSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  self->shown = 0;
  rm_suggestion_rows_show (self->suggestions, session, NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      refresh (self);
    }
}

void
rm_person_pane_show (RmPersonPane *self,
                     gint64 id)
{
  if (self->shown == id)
    return;

  /* What was typed and not committed belongs to the one who was shown. */
  self->shown = id;
  refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

gint64
rm_person_pane_get_shown (RmPersonPane *self)
{
  return self->shown;
}

void
rm_person_pane_focus_name (RmPersonPane *self)
{
  gtk_widget_grab_focus (rm_field_editor_get_row (g_ptr_array_index (self->editors, 0)));
}
