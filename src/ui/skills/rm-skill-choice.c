/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-choice.h"

#include "app/queries/rm-skills-query.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-drop-down.h"

#include <glib/gi18n.h>

struct _RmSkillChoice
{
  GtkWidget parent_instance;

  /* owned */
  GArray *ids;

  /* children */
  GtkWidget *drop_down;
};

G_DEFINE_FINAL_TYPE (RmSkillChoice, rm_skill_choice, GTK_TYPE_WIDGET)

static char *
name_with_context (const RmSkill *skill)
{
  if (skill->context == NULL)
    return g_strdup (skill->name);

  /* Translators: a skill's name, and its context such as "private" or "business" */
  return rm_sentence_new (_ ("%s (%s)"), skill->name, skill->context);
}

static void
rm_skill_choice_dispose (GObject *object)
{
  RmSkillChoice *self = RM_SKILL_CHOICE (object);

  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (rm_skill_choice_parent_class)->dispose (object);
}

static void
rm_skill_choice_class_init (RmSkillChoiceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_skill_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
rm_skill_choice_init (RmSkillChoice *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->drop_down
    = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                            "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop_down), TRUE);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
}

GtkWidget *
rm_skill_choice_new (const char *label)
{
  RmSkillChoice *self = g_object_new (RM_TYPE_SKILL_CHOICE, NULL);

  rm_accessible_set_label (self->drop_down, label);
  rm_drop_down_speak (self->drop_down);
  return GTK_WIDGET (self);
}

void
rm_skill_choice_fill (RmSkillChoice *self,
                      RmProgramme *programme,
                      gint64 without,
                      gboolean retired)
{
  g_autoptr (GArray) all = rm_skills_list_ids (programme);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 before = rm_skill_choice_get_skill (self);
  guint selected = 0;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < all->len; i++)
    {
      gint64 id = g_array_index (all, gint64, i);
      const RmSkill *skill = rm_programme_find_skill (programme, id);
      g_autofree char *name = name_with_context (skill);

      if (id == without || (skill->retired == 1 && !retired))
        continue;
      if (id == before)
        selected = self->ids->len;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
}

guint
rm_skill_choice_get_n_skills (RmSkillChoice *self)
{
  return self->ids->len;
}

gint64
rm_skill_choice_get_skill (RmSkillChoice *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  return selected < self->ids->len ? g_array_index (self->ids, gint64, selected) : 0;
}
