/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-pane.h"

#include "app/commands/rm-commands-skills.h"
#include "core/base/rm-sentence.h"
#include "ui/skills/rm-skill-dialogs.h"
#include "ui/skills/rm-skill-row.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

static const char *const about_fields[] = {
  "name", "category", "aliases", "context", "description", NULL,
};

static const char *const level_fields[] = {
  "anchor_0", "anchor_1", "anchor_2", "anchor_3", "anchor_4", "anchor_5", NULL,
};

struct _RmSkillPane
{
  RmRecordPane parent_instance;

  /* borrowed */
  GtkWidget *count_rows[RM_N_SKILL_GROUPS];

  /* template */
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkWidget *retired_note;
  AdwPreferencesGroup *people;
  AdwPreferencesGroup *about;
  AdwPreferencesGroup *levels;
  GtkWidget *merge_row;
  AdwActionRow *retire_row;
};

G_DEFINE_FINAL_TYPE (RmSkillPane, rm_skill_pane, RM_TYPE_RECORD_PANE)

static char *
describe (const RmSkill *skill)
{
  if (skill->category != NULL && skill->context != NULL)
    return g_strjoin (" · ", skill->category, skill->context, NULL);
  if (skill->category != NULL)
    return g_strdup (skill->category);

  return g_strdup (skill->context != NULL ? skill->context : "");
}

static void
show_retired (RmSkillPane *self,
              gboolean retired)
{
  gtk_widget_set_visible (self->retired_note, retired);
  rm_parts_set_title (self->retire_row, retired ? _ ("Use again") : _ ("Retire"));
  rm_parts_set_subtitle (self->retire_row,
                         retired ? _ ("Its ratings count again")
                                 : _ ("Keeps its ratings and offers it no more"));
}

static void
rm_skill_pane_show_record (RmRecordPane *pane,
                           gconstpointer record)
{
  RmSkillPane *self = RM_SKILL_PANE (pane);
  const RmSkill *skill = record;
  g_autofree char *subtitle = describe (skill);

  gtk_label_set_label (self->name, skill->name != NULL ? skill->name : "?");
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  show_retired (self, skill->retired == 1);
}

static void
rm_skill_pane_show_around (RmRecordPane *pane,
                           gconstpointer record)
{
  RmSession *session = rm_record_pane_get_session (pane);

  if (record != NULL)
    gtk_widget_set_visible (RM_SKILL_PANE (pane)->merge_row,
                            rm_programme_count (rm_session_get_programme (session),
                                                RM_TABLE_SKILL) > 1);
}

static char *
describe_group (const RmSkill *skill,
                RmSkillGroup group)
{
  switch (group)
    {
    case RM_SKILL_OFFERING:
      /* Translators: above a list of people; %s is a skill's name */
      return rm_sentence_new (_ ("They offer %s"), skill->name);
    case RM_SKILL_WANTING:
      /* Translators: above a list of people; %s is a skill's name */
      return rm_sentence_new (_ ("They want %s"), skill->name);
    case RM_SKILL_UNRATED:
    case RM_N_SKILL_GROUPS:
    default:
      /* Translators: above a list of people; %s is a skill's name */
      return rm_sentence_new (_ ("They are unrated in %s"), skill->name);
    }
}

static void
people_cb (RmSkillPane *self,
           GtkWidget *row)
{
  RmRecordPane *pane = RM_RECORD_PANE (self);
  const RmSkill *skill = rm_record_pane_get_record (pane);
  guint group = 0;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;

  while (self->count_rows[group] != row)
    group++;
  if (skill == NULL)
    return;

  ids = rm_skills_list_people (rm_session_get_programme (rm_record_pane_get_session (pane)),
                               skill->record.id, (RmSkillGroup) group);
  title = describe_group (skill, (RmSkillGroup) group);
  rm_parts_show_people (GTK_WIDGET (self), title, ids);
}

static void
add_count_rows (RmSkillPane *self)
{
  for (guint g = 0; g < RM_N_SKILL_GROUPS; g++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), rm_parts_new_icon ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (people_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->people, row);
      self->count_rows[g] = row;
    }
}

static void
rename_cb (RmSkillPane *self)
{
  RmRecordPane *pane = RM_RECORD_PANE (self);
  const RmSkill *skill = rm_record_pane_get_record (pane);

  if (skill != NULL)
    rm_skill_dialogs_rename_category (GTK_WIDGET (self), rm_record_pane_get_session (pane),
                                      skill->category);
}

static void
merge_cb (RmSkillPane *self)
{
  RmRecordPane *pane = RM_RECORD_PANE (self);

  rm_skill_dialogs_merge (GTK_WIDGET (self), rm_record_pane_get_session (pane),
                          rm_record_pane_get_shown (pane));
}

static void
retire_cb (RmSkillPane *self)
{
  RmRecordPane *pane = RM_RECORD_PANE (self);
  const RmSkill *skill = rm_record_pane_get_record (pane);
  g_autofree char *text = NULL;
  gboolean retired = FALSE;

  if (skill == NULL)
    return;

  retired = skill->retired != 1;
  /* Translators: %s is a skill's name */
  text = rm_sentence_new (retired ? _ ("%s retired") : _ ("%s is used again"), skill->name);
  rm_command_retire_skill_async (rm_record_pane_get_session (pane), skill->record.id, retired,
                                 rm_parts_outcome_cb,
                                 rm_parts_outcome_new (GTK_WIDGET (self), text, NULL));
}

static void
remove_cb (RmSkillPane *self)
{
  RmRecordPane *pane = RM_RECORD_PANE (self);
  const RmSkill *skill = rm_record_pane_get_record (pane);
  g_autofree char *text = NULL;

  if (skill == NULL)
    return;

  /* Translators: %s is a skill's name */
  text = rm_sentence_new (_ ("%s removed"), skill->name);
  rm_command_remove_skill_async (rm_record_pane_get_session (pane), skill->record.id,
                                 rm_parts_outcome_cb,
                                 rm_parts_outcome_new (GTK_WIDGET (self), text,
                                                       _ ("The skill cannot be removed")));
}

static void
rm_skill_pane_class_init (RmSkillPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  RmRecordPaneClass *pane_class = RM_RECORD_PANE_CLASS (class);

  pane_class->table = RM_TABLE_SKILL;
  pane_class->entity = rm_skill_entity ();
  pane_class->show_record = rm_skill_pane_show_record;
  pane_class->show_around = rm_skill_pane_show_around;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/skills/rm-skill-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, name);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, retired_note);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, people);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, about);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, levels);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, merge_row);
  gtk_widget_class_bind_template_child (widget_class, RmSkillPane, retire_row);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, retire_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
rm_skill_pane_init (RmSkillPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_count_rows (self);
  rm_record_pane_add_fields (RM_RECORD_PANE (self), self->about, about_fields);
  rm_record_pane_add_fields (RM_RECORD_PANE (self), self->levels, level_fields);
}

void
rm_skill_pane_set_counts (RmSkillPane *self,
                          const RmSkillSummary *summary)
{
  guint n = 0;

  for (guint g = 0; g < RM_N_SKILL_GROUPS; g++)
    {
      guint count = summary != NULL ? summary->counts[g] : 0;
      g_autofree char *text = rm_skill_summary_describe ((RmSkillGroup) g, count);

      n += count;
      rm_parts_set_title (self->count_rows[g], text);
      gtk_widget_set_visible (self->count_rows[g], count > 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people), n > 0);
}
