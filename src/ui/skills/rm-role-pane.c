/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-role-pane.h"

#include "app/commands/rm-commands-records.h"
#include "app/commands/rm-commands-roles.h"
#include "core/base/rm-sentence.h"
#include "ui/skills/rm-skill-choice.h"
#include "ui/widgets/rm-inquiry.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

static const char *const about_fields[] = { "name", "job_titles", "level_from", NULL };

/* The initial level of a new need. */
#define FIRST_LEVEL 3

/** One need's row, with the data to handle a choice. */
typedef struct
{
  RmRolePane *owner;
  gint64 skill;
  GtkWidget *row;
  GtkWidget *level;
  GtkWidget *importance;
} NeedRow;

struct _RmRolePane
{
  RmRecordPane parent_instance;

  /* owned */
  GPtrArray *rows;
  GArray *people; /* the people the profile applies to */
  guint generation;
  gboolean showing;

  /* template */
  GtkLabel *name;
  AdwPreferencesGroup *about;
  AdwActionRow *people_row;
  AdwPreferencesGroup *needs;
  GtkWidget *add_box;
  RmSkillChoice *choice;
};

G_DEFINE_FINAL_TYPE (RmRolePane, rm_role_pane, RM_TYPE_RECORD_PANE)

static RmSession *
get_session (RmRolePane *self)
{
  return rm_record_pane_get_session (RM_RECORD_PANE (self));
}

static gint64
get_shown (RmRolePane *self)
{
  return rm_record_pane_get_shown (RM_RECORD_PANE (self));
}

static const RmRoleProfile *
get_profile (RmRolePane *self)
{
  return rm_record_pane_get_record (RM_RECORD_PANE (self));
}

static void
set_need (RmRolePane *self,
          gint64 skill,
          int level,
          int importance)
{
  g_autoptr (GError) error = NULL;

  if (!rm_command_set_role_need (get_session (self), get_shown (self), skill, level, importance,
                                 &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
selected_cb (NeedRow *row)
{
  guint importance = adw_combo_row_get_selected (ADW_COMBO_ROW (row->importance));

  if (!row->owner->showing)
    set_need (row->owner, row->skill,
              (int) adw_combo_row_get_selected (ADW_COMBO_ROW (row->level)) + 1,
              importance == 0 ? RM_UNKNOWN : (int) importance);
}

static void
drop_cb (NeedRow *row)
{
  set_need (row->owner, row->skill, RM_UNKNOWN, RM_UNKNOWN);
}

static GtkWidget *
new_combo (NeedRow *row,
           const char *title,
           const char *unknown)
{
  GtkWidget *combo = adw_combo_row_new ();
  const char *values[] = { unknown, "1", "2", "3", "4", "5", NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (unknown != NULL ? values : values + 1);

  rm_parts_set_title (combo, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (names));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->row), combo);
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (selected_cb), row);
  return combo;
}

static NeedRow *
need_row_new (RmRolePane *self,
              const RmSkill *skill)
{
  NeedRow *row = g_new0 (NeedRow, 1);
  /* Translators: %s is a skill's name */
  g_autofree char *label = rm_sentence_new (_ ("Remove the need for %s"), skill->name);
  GtkWidget *remove = rm_parts_new_icon_button ("list-remove-symbolic", label);

  row->owner = self;
  row->skill = skill->record.id;
  row->row = adw_expander_row_new ();
  rm_parts_set_title (row->row, skill->name);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (drop_cb), row);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row->row), remove);
  row->level = new_combo (row, _ ("Level needed"), NULL);
  row->importance = new_combo (row, _ ("Importance"), _ ("Not stated"));
  adw_preferences_group_add (self->needs, row->row);
  return row;
}

static void
need_row_update (NeedRow *row,
                 const RmSkill *skill,
                 const RmRoleNeed *need)
{
  /* Translators: the level of a skill that a role asks for */
  g_autofree char *level = g_strdup_printf (_ ("Level %d"), need->level);
  g_autofree char *importance = NULL;
  g_autofree char *subtitle = NULL;

  if (need->importance != RM_UNKNOWN)
    /* Translators: how important a need is, 1 to 5 */
    importance = g_strdup_printf (_ ("importance %d"), need->importance);
  else if (skill->retired == 1)
    importance = g_strdup (_ ("retired"));
  subtitle = importance != NULL ? g_strjoin (" · ", level, importance, NULL) : g_strdup (level);
  rm_parts_set_subtitle (row->row, subtitle);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->level), (guint) MAX (need->level, 1) - 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->importance),
                              need->importance != RM_UNKNOWN ? (guint) need->importance : 0);
}

static GPtrArray *
list_needs (RmRolePane *self)
{
  RmProgramme *programme = rm_session_get_programme (get_session (self));
  RmOwned owned = rm_programme_find_owned (programme, RM_TABLE_ROLE_NEED, "profile",
                                           get_shown (self));
  GPtrArray *needs = g_ptr_array_new ();

  for (guint i = 0; i < owned.n; i++)
    {
      RmRoleNeed *need = rm_owned_get (&owned, i);

      if (rm_programme_find_skill (programme, need->skill) != NULL)
        g_ptr_array_add (needs, need);
    }

  return needs;
}

/* Rows are kept while the skills are the same, so that an expanded one stays expanded. */
static gboolean
are_shown (RmRolePane *self,
           GPtrArray *needs)
{
  if (needs->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < needs->len; i++)
    if (((NeedRow *) g_ptr_array_index (self->rows, i))->skill
        != ((RmRoleNeed *) g_ptr_array_index (needs, i))->skill)
      return FALSE;

  return TRUE;
}

static void
show_needs (RmRolePane *self)
{
  RmProgramme *programme = rm_session_get_programme (get_session (self));
  g_autoptr (GPtrArray) needs = list_needs (self);

  self->showing = TRUE;
  if (!are_shown (self, needs))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->needs,
                                      ((NeedRow *) g_ptr_array_index (self->rows, i))->row);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < needs->len; i++)
        g_ptr_array_add (self->rows,
                         need_row_new (self, rm_programme_find_skill (
                                               programme,
                                               ((RmRoleNeed *) g_ptr_array_index (needs, i))
                                                 ->skill)));
    }
  for (guint i = 0; i < needs->len; i++)
    {
      const RmRoleNeed *need = g_ptr_array_index (needs, i);

      need_row_update (g_ptr_array_index (self->rows, i),
                       rm_programme_find_skill (programme, need->skill), need);
    }
  self->showing = FALSE;
  rm_parts_set_description (self->needs,
                            needs->len > 0 ? NULL
                                           : _ ("Nothing yet: choose a skill below"));
}

static gpointer
find_people (RmProgramme *programme,
             gconstpointer question)
{
  const gint64 *id = question;
  const RmRoleProfile *profile = rm_programme_find (programme, RM_TABLE_ROLE_PROFILE, *id);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
    {
      const RmPerson *person = rm_programme_get_person (programme, p);

      if (rm_role_profile_applies (profile, person))
        g_array_append_val (people, person->record.id);
    }

  return people;
}

static void
show_people (gpointer owner,
             RmProgramme *programme,
             gpointer people)
{
  RmRolePane *self = owner;
  g_autofree char *text = NULL;

  g_array_unref (self->people);
  self->people = g_array_ref (people);
  text = g_strdup_printf (ngettext ("%'u person", "%'u people", self->people->len),
                          self->people->len);
  rm_parts_set_title (self->people_row, self->people->len > 0 ? text : _ ("Nobody at present"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->people_row), self->people->len > 0);
}

static void
rm_role_pane_show_record (RmRecordPane *pane,
                          gconstpointer record)
{
  const RmRoleProfile *profile = record;

  gtk_label_set_label (RM_ROLE_PANE (pane)->name, profile->name != NULL ? profile->name : "?");
}

static void
rm_role_pane_show_around (RmRecordPane *pane,
                          gconstpointer record)
{
  static const RmInquiry inquiry = {
    .find = find_people,
    .show = show_people,
    .free_question = g_free,
    .free_answer = (GDestroyNotify) g_array_unref,
  };
  RmRolePane *self = RM_ROLE_PANE (pane);
  RmProgramme *programme = NULL;
  gint64 shown = get_shown (self);

  self->generation++;
  if (record == NULL)
    return;

  programme = rm_session_get_programme (get_session (self));
  rm_inquiry_begin (&inquiry, self, &self->generation, programme,
                    g_memdup2 (&shown, sizeof shown));
  show_needs (self);
  rm_skill_choice_fill (self->choice, programme, 0, FALSE);
  gtk_widget_set_visible (self->add_box, rm_skill_choice_get_n_skills (self->choice) > 0);
}

static void
add_cb (RmRolePane *self)
{
  gint64 skill = rm_skill_choice_get_skill (self->choice);

  for (guint i = 0; i < self->rows->len; i++)
    if (((NeedRow *) g_ptr_array_index (self->rows, i))->skill == skill)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                    _ ("The role needs this skill already"));
        return;
      }
  if (skill != 0)
    set_need (self, skill, FIRST_LEVEL, RM_UNKNOWN);
}

static void
people_cb (RmRolePane *self)
{
  const RmRoleProfile *profile = get_profile (self);
  g_autofree char *title = NULL;

  if (profile == NULL)
    return;

  /* Translators: above a list of people; %s is the name of a role profile */
  title = rm_sentence_new (_ ("The role profile %s applies to them"), profile->name);
  rm_parts_show_people (GTK_WIDGET (self), title, self->people);
}

static void
remove_cb (RmRolePane *self)
{
  const RmRoleProfile *profile = get_profile (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done = FALSE;

  if (profile == NULL)
    return;

  /* Translators: %s is the name of a role profile */
  text = rm_sentence_new (_ ("%s removed"), profile->name);
  done = rm_command_remove_record (get_session (self), RM_TABLE_ROLE_PROFILE, get_shown (self),
                                   &error);
  rm_parts_tell_outcome (GTK_WIDGET (self), done, text, NULL, error);
}

static void
rm_role_pane_dispose (GObject *object)
{
  RmRolePane *self = RM_ROLE_PANE (object);

  G_OBJECT_CLASS (rm_role_pane_parent_class)->dispose (object);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
}

static void
rm_role_pane_class_init (RmRolePaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  RmRecordPaneClass *pane_class = RM_RECORD_PANE_CLASS (class);

  pane_class->table = RM_TABLE_ROLE_PROFILE;
  pane_class->entity = rm_role_profile_entity ();
  pane_class->show_record = rm_role_pane_show_record;
  pane_class->show_around = rm_role_pane_show_around;
  G_OBJECT_CLASS (class)->dispose = rm_role_pane_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/skills/rm-role-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RmRolePane, name);
  gtk_widget_class_bind_template_child (widget_class, RmRolePane, about);
  gtk_widget_class_bind_template_child (widget_class, RmRolePane, people_row);
  gtk_widget_class_bind_template_child (widget_class, RmRolePane, needs);
  gtk_widget_class_bind_template_child (widget_class, RmRolePane, add_box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
rm_role_pane_init (RmRolePane *self)
{
  GtkWidget *choice = rm_skill_choice_new (_ ("Skill that the role needs"));

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_record_pane_add_fields (RM_RECORD_PANE (self), self->about, about_fields);
  self->choice = RM_SKILL_CHOICE (choice);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_box_prepend (GTK_BOX (self->add_box), choice);
}
