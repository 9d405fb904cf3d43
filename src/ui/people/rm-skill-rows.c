/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-skill-rows.h"

#include "app/commands/rm-commands.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-level-meter.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/** One skill's row, with the data to handle a choice. */
typedef struct
{
  RmSkillRows *owner;
  gint64 skill;
  GtkWidget *row;
  GtkWidget *meter;
  GtkWidget *level;
  GtkWidget *target;
} SkillRow;

struct _RmSkillRows
{
  GtkWidget parent_instance;

  /* borrowed: the pane holds it */
  RmSession *session;

  /* owned */
  GPtrArray *rows;
  gint64 person;
  gboolean showing;

  /* template */
  AdwPreferencesGroup *group;
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (RmSkillRows, rm_skill_rows, GTK_TYPE_WIDGET)

static char *
describe (const RmStanding *standing)
{
  g_autofree char *level = NULL;

  /* Translators: a skill's level, 0 to 5 */
  level = standing->level >= 0 ? g_strdup_printf (_ ("Level %d"), standing->level)
                               : g_strdup (_ ("Not rated"));
  if (standing->target < 0)
    return g_steal_pointer (&level);

  /* Translators: first "Level 2" or "Not rated", then the level wanted */
  return rm_sentence_new (_ ("%s · wants %d"), level, standing->target);
}

static int
value_of (GtkWidget *combo)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (combo));

  return selected == 0 ? RM_UNKNOWN : (int) selected - 1;
}

static void
selected_cb (SkillRow *row)
{
  RmSkillRows *self = row->owner;
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  if (!rm_command_rate (self->session, self->person, row->skill, value_of (row->level),
                        value_of (row->target), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static GtkWidget *
new_combo (SkillRow *row,
           const char *title,
           const char *unknown)
{
  GtkWidget *combo = adw_combo_row_new ();
  const char *values[] = { unknown, "0", "1", "2", "3", "4", "5", NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (values);

  rm_parts_set_title (combo, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (names));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->row), combo);
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (selected_cb), row);
  return combo;
}

static SkillRow *
skill_row_new (RmSkillRows *self,
               const RmSkill *skill)
{
  SkillRow *row = g_new0 (SkillRow, 1);

  row->owner = self;
  row->skill = skill->record.id;
  row->row = adw_expander_row_new ();
  rm_parts_set_title (row->row, skill->name);
  row->meter = rm_level_meter_new ();
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row->row), row->meter);
  row->level = new_combo (row, _ ("Level"), _ ("Not rated"));
  row->target = new_combo (row, _ ("Level wanted"), _ ("None"));
  adw_preferences_group_add (self->group, row->row);
  return row;
}

/* Below a level, what somebody at it does, if the skill describes it. */
static void
show_level (GtkWidget *combo,
            const RmSkill *skill,
            int level)
{
  const char *anchor = level >= 0 ? skill->anchors[level] : NULL;

  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), (guint) (level + 1));
  rm_parts_set_subtitle (combo, anchor != NULL ? anchor : "");
}

static void
skill_row_update (SkillRow *row,
                  const RmSkill *skill,
                  const RmStanding *standing)
{
  g_autofree char *subtitle = describe (standing);

  rm_parts_set_title (row->row, skill->name);
  rm_parts_set_subtitle (row->row, subtitle);
  rm_level_meter_set (RM_LEVEL_METER (row->meter), standing->level, standing->target);
  show_level (row->level, skill, standing->level);
  show_level (row->target, skill, standing->target);
}

static void
add_cb (RmSkillRows *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || *text == '\0')
    return;

  /* Wanted first, since most people are asked what they want to learn; the row then changes it. */
  if (rm_command_want_skill (self->session, self->person, text, &error))
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const RmSkill *first = *(const RmSkill *const *) a;
  const RmSkill *second = *(const RmSkill *const *) b;

  return g_utf8_collate (first->name != NULL ? first->name : "",
                         second->name != NULL ? second->name : "");
}

static void
clear_rows (RmSkillRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group,
                                  ((SkillRow *) g_ptr_array_index (self->rows, i))->row);
  g_ptr_array_set_size (self->rows, 0);
}

/* Rows are kept while the skills are the same, so that an expanded one stays expanded. */
static gboolean
are_shown (RmSkillRows *self,
           GPtrArray *skills)
{
  if (skills->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < skills->len; i++)
    if (((SkillRow *) g_ptr_array_index (self->rows, i))->skill
        != ((RmRecord *) g_ptr_array_index (skills, i))->id)
      return FALSE;

  return TRUE;
}

static void
rm_skill_rows_dispose (GObject *object)
{
  RmSkillRows *self = RM_SKILL_ROWS (object);

  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_skill_rows_parent_class)->dispose (object);
}

static void
rm_skill_rows_class_init (RmSkillRowsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_skill_rows_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-skill-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, RmSkillRows, group);
  gtk_widget_class_bind_template_child (widget_class, RmSkillRows, entry);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_skill_rows_init (RmSkillRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rm_skill_rows_show (RmSkillRows *self,
                    RmSession *session,
                    const RmPerson *person)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();

  self->session = session;
  for (guint i = 0; i < person->n_standings; i++)
    {
      const RmSkill *skill = rm_programme_find_skill (programme, person->standings[i].skill);

      if (skill != NULL)
        g_ptr_array_add (skills, (gpointer) skill);
    }
  g_ptr_array_sort (skills, compare_names);

  self->showing = TRUE;
  if (self->person != person->record.id || !are_shown (self, skills))
    {
      self->person = person->record.id;
      clear_rows (self);
      /* The template keeps it while it is moved to the end. */
      adw_preferences_group_remove (self->group, GTK_WIDGET (self->entry));
      for (guint i = 0; i < skills->len; i++)
        g_ptr_array_add (self->rows, skill_row_new (self, g_ptr_array_index (skills, i)));
      adw_preferences_group_add (self->group, GTK_WIDGET (self->entry));
    }
  for (guint i = 0; i < skills->len; i++)
    {
      const RmSkill *skill = g_ptr_array_index (skills, i);

      skill_row_update (g_ptr_array_index (self->rows, i), skill,
                        rm_person_find_standing (person, skill->record.id));
    }
  self->showing = FALSE;
}
