/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-row.h"

#include <glib/gi18n.h>

struct _RmSkillRow
{
  GtkWidget parent_instance;

  gint64 id;

  /* template */
  GtkLabel *heading;
  GtkWidget *line;
  GtkLabel *name;
  GtkLabel *context;
  GtkLabel *counts;
};

G_DEFINE_FINAL_TYPE (RmSkillRow, rm_skill_row, GTK_TYPE_WIDGET)

char *
rm_skill_summary_describe (RmSkillGroup group,
                           guint n)
{
  switch (group)
    {
    case RM_SKILL_OFFERING:
      /* Translators: how many people offer a skill to others */
      return g_strdup_printf (ngettext ("%'u offers it", "%'u offer it", n), n);
    case RM_SKILL_WANTING:
      /* Translators: how many people want to learn a skill */
      return g_strdup_printf (ngettext ("%'u wants it", "%'u want it", n), n);
    case RM_SKILL_UNRATED:
    case RM_N_SKILL_GROUPS:
    default:
      /* Translators: how many people are not rated in a skill */
      return g_strdup_printf (ngettext ("%'u is unrated", "%'u are unrated", n), n);
    }
}

/* Only if the name is cut. */
static gboolean
query_tooltip_cb (GtkLabel *label,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static void
rm_skill_row_dispose (GObject *object)
{
  RmSkillRow *self = RM_SKILL_ROW (object);

  g_clear_pointer ((GtkWidget **) &self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_skill_row_parent_class)->dispose (object);
}

static void
rm_skill_row_class_init (RmSkillRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_skill_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/skills/rm-skill-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RmSkillRow, heading);
  gtk_widget_class_bind_template_child (widget_class, RmSkillRow, line);
  gtk_widget_class_bind_template_child (widget_class, RmSkillRow, name);
  gtk_widget_class_bind_template_child (widget_class, RmSkillRow, context);
  gtk_widget_class_bind_template_child (widget_class, RmSkillRow, counts);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_set_css_name (widget_class, "skillrow");
}

static void
rm_skill_row_init (RmSkillRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rm_skill_row_new (void)
{
  return g_object_new (RM_TYPE_SKILL_ROW, NULL);
}

static char *
describe (const RmSkill *skill,
          const RmSkillSummary *summary)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (skill->retired == 1)
    return g_strdup (_ ("Retired"));
  for (guint g = 0; g < RM_N_SKILL_GROUPS; g++)
    if (summary->counts[g] > 0)
      {
        g_autofree char *part = rm_skill_summary_describe ((RmSkillGroup) g, summary->counts[g]);

        g_strv_builder_add (builder, part);
      }
  parts = g_strv_builder_end (builder);

  return parts[0] != NULL ? g_strjoinv (" · ", parts) : g_strdup (_ ("Nobody yet"));
}

void
rm_skill_row_show (RmSkillRow *self,
                   const RmSkill *skill,
                   const RmSkillSummary *summary)
{
  g_autofree char *counts = NULL;

  self->id = skill != NULL ? skill->record.id : 0;
  if (skill == NULL || summary == NULL)
    return;

  counts = describe (skill, summary);
  gtk_label_set_label (self->heading,
                       skill->category != NULL ? skill->category : _ ("No category"));
  gtk_widget_set_visible (GTK_WIDGET (self->heading), summary->begins);
  gtk_label_set_label (self->name, skill->name != NULL ? skill->name : "?");
  gtk_label_set_label (self->context, skill->context != NULL ? skill->context : "");
  gtk_widget_set_visible (GTK_WIDGET (self->context), skill->context != NULL);
  gtk_label_set_label (self->counts, counts);
  if (skill->retired == 1)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dim-label");
}

gint64
rm_skill_row_get_id (RmSkillRow *self)
{
  return self->id;
}
