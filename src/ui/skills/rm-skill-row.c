/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/skills/rm-skill-row.h"

#include <glib/gi18n.h>

struct _RmSkillRow
{
  GtkWidget parent_instance;

  gint64 id;

  /* children */
  GtkWidget *heading;
  GtkWidget *line;
  GtkWidget *name;
  GtkWidget *context;
  GtkWidget *counts;
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

static void
rm_skill_row_dispose (GObject *object)
{
  RmSkillRow *self = RM_SKILL_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_skill_row_parent_class)->dispose (object);
}

static void
rm_skill_row_class_init (RmSkillRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_skill_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "skillrow");
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
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
rm_skill_row_init (RmSkillRow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->heading = new_label ("caption-heading");
  gtk_widget_add_css_class (self->heading, "dim-label");
  gtk_widget_add_css_class (self->heading, "skill-heading");
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->line, "skill-line");
  self->name = new_label (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (self->name, TRUE);
  g_signal_connect (self->name, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->context = new_label ("caption");
  gtk_widget_add_css_class (self->context, "dim-label");
  gtk_widget_set_valign (self->context, GTK_ALIGN_BASELINE);
  self->counts = new_label ("caption");
  gtk_widget_add_css_class (self->counts, "dim-label");
  gtk_widget_add_css_class (self->counts, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->counts), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (top), self->name);
  gtk_box_append (GTK_BOX (top), self->context);
  gtk_box_append (GTK_BOX (self->line), top);
  gtk_box_append (GTK_BOX (self->line), self->counts);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
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
  gtk_label_set_label (GTK_LABEL (self->heading),
                       skill->category != NULL ? skill->category : _ ("No category"));
  gtk_widget_set_visible (self->heading, summary->begins);
  gtk_label_set_label (GTK_LABEL (self->name), skill->name != NULL ? skill->name : "?");
  gtk_label_set_label (GTK_LABEL (self->context), skill->context != NULL ? skill->context : "");
  gtk_widget_set_visible (self->context, skill->context != NULL);
  gtk_label_set_label (GTK_LABEL (self->counts), counts);
  if (skill->retired == 1)
    gtk_widget_add_css_class (self->name, "dim-label");
  else
    gtk_widget_remove_css_class (self->name, "dim-label");
}

gint64
rm_skill_row_get_id (RmSkillRow *self)
{
  return self->id;
}
