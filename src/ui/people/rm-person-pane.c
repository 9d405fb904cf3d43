/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-person-pane.h"

#include "app/commands/rm-commands.h"
#include "core/base/rm-sentence.h"
#include "ui/people/rm-apart-rows.h"
#include "ui/people/rm-consent-rows.h"
#include "ui/people/rm-level-names.h"
#include "ui/people/rm-manager-row.h"
#include "ui/people/rm-nomination-rows.h"
#include "ui/people/rm-person-notice.h"
#include "ui/people/rm-skill-rows.h"
#include "ui/people/rm-suggestion-rows.h"
#include "ui/widgets/rm-field-editor.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* The fields of each group; rows are made from their descriptors. */
static const char *const about_fields[] = {
  "name", "staff_no", "email", "job_title", "department", "site", "business_function", "employer",
  "relation", "level", "joined", NULL,
};

static const char *const part_fields[] = {
  "state", "leaves_on", "side", "cohort", "mentee_capacity", "mentor_capacity", "willing",
  "committed", "override_reason", NULL,
};

static const char *const style_fields[] = {
  "languages", "week", "style", "sociability", "aspiration", "eagerness", "tags", "background",
  "notes", NULL,
};

struct _RmPersonPane
{
  RmRecordPane parent_instance;

  /* template */
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
  RmApartRows *apart;
  RmConsentRows *consents;
};

G_DEFINE_FINAL_TYPE (RmPersonPane, rm_person_pane, RM_TYPE_RECORD_PANE)

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

/* Fields of a special category are only shown if the programme uses them. */
static void
show_settings (RmPersonPane *self,
               RmProgramme *programme)
{
  GPtrArray *editors = rm_record_pane_get_editors (RM_RECORD_PANE (self));
  gboolean used = rm_programme_get_settings (programme)->special_category == 1;

  for (guint i = 0; i < editors->len; i++)
    {
      RmFieldEditor *editor = g_ptr_array_index (editors, i);

      if (rm_field_editor_get_field (editor)->sensitivity == RM_SENSITIVITY_SPECIAL)
        gtk_widget_set_visible (rm_field_editor_get_row (editor), used);
      if (g_str_equal (rm_field_editor_get_field (editor)->key, "level"))
        rm_level_names_show (editor, programme);
    }
}

static void
rm_person_pane_show_around (RmRecordPane *pane,
                            gconstpointer record)
{
  RmPersonPane *self = RM_PERSON_PANE (pane);
  RmSession *session = rm_record_pane_get_session (pane);

  rm_suggestion_rows_show (self->suggestions, session, record);
  if (record == NULL)
    return;

  rm_person_notice_show (self->notice, session, record);
  rm_skill_rows_show (self->skills, session, record);
  rm_nomination_rows_show (self->nominations, session, record);
  rm_apart_rows_show (self->apart, session, record);
  rm_consent_rows_show (self->consents, session, record);
  show_settings (self, rm_session_get_programme (session));
}

static void
rm_person_pane_show_record (RmRecordPane *pane,
                            gconstpointer record)
{
  RmPersonPane *self = RM_PERSON_PANE (pane);
  const RmPerson *person = record;
  g_autofree char *subtitle = describe (person);

  adw_avatar_set_text (self->avatar, person->name);
  gtk_label_set_label (self->name, person->name != NULL ? person->name : _ ("No name yet"));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  rm_manager_row_show (self->manager, rm_record_pane_get_session (pane), person);
}

static void
remove_cb (RmPersonPane *self)
{
  RmRecordPane *pane = RM_RECORD_PANE (self);
  const RmPerson *person = rm_record_pane_get_record (pane);
  gint64 shown = rm_record_pane_get_shown (pane);
  g_autofree char *text = NULL;

  if (person == NULL)
    return;

  /* Translators: %s is a person's name */
  text = rm_sentence_new (_ ("%s removed"), rm_person_display_name (person));
  rm_command_remove_people_async (rm_record_pane_get_session (pane), &shown, 1,
                                  rm_parts_outcome_cb,
                                  rm_parts_outcome_new (GTK_WIDGET (self), text,
                                                        _ ("The person cannot be removed")));
}

static void
rm_person_pane_class_init (RmPersonPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  RmRecordPaneClass *pane_class = RM_RECORD_PANE_CLASS (class);

  pane_class->table = RM_TABLE_PERSON;
  pane_class->entity = rm_person_entity ();
  pane_class->show_record = rm_person_pane_show_record;
  pane_class->show_around = rm_person_pane_show_around;
  g_type_ensure (RM_TYPE_MANAGER_ROW);
  g_type_ensure (RM_TYPE_PERSON_NOTICE);
  g_type_ensure (RM_TYPE_SKILL_ROWS);
  g_type_ensure (RM_TYPE_SUGGESTION_ROWS);
  g_type_ensure (RM_TYPE_NOMINATION_ROWS);
  g_type_ensure (RM_TYPE_APART_ROWS);
  g_type_ensure (RM_TYPE_CONSENT_ROWS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-person-pane.ui");
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
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, apart);
  gtk_widget_class_bind_template_child (widget_class, RmPersonPane, consents);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
rm_person_pane_init (RmPersonPane *self)
{
  RmRecordPane *pane = RM_RECORD_PANE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  rm_record_pane_add_fields (pane, self->about, about_fields);
  rm_record_pane_add_fields (pane, self->part, part_fields);
  rm_record_pane_add_fields (pane, self->styles, style_fields);
}
