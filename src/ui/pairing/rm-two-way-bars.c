/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-two-way-bars.h"

#include "app/pairing/rm-two-way.h"
#include "ui/widgets/rm-tooltip.h"

#include <glib/gi18n.h>

enum
{
  GAINED,
  BACK,
  N_SIDES,
};

static const RmCriterion criteria[N_SIDES] = { RM_CRITERION_SKILLS, RM_CRITERION_BACK };

struct _RmTwoWayBars
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *sides[N_SIDES];
  GtkWidget *shares[N_SIDES];
  GtkWidget *bars[N_SIDES];
};

G_DEFINE_FINAL_TYPE (RmTwoWayBars, rm_two_way_bars, GTK_TYPE_WIDGET)

static void
rm_two_way_bars_dispose (GObject *object)
{
  g_clear_pointer (&RM_TWO_WAY_BARS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_two_way_bars_parent_class)->dispose (object);
}

static void
rm_two_way_bars_class_init (RmTwoWayBarsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_two_way_bars_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "twoway");
}

static void
rm_two_way_bars_init (RmTwoWayBars *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (int side = 0; side < N_SIDES; side++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      /* Translators: short, in a small space before a percentage: how much of the skills wanted the
       * mentee gains, and how much the mentor is given back */
      GtkWidget *word = gtk_label_new (side == GAINED ? C_ ("share", "Gains")
                                                      : C_ ("share", "Back"));

      self->sides[side] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
      self->shares[side] = gtk_label_new (NULL);
      self->bars[side] = g_object_new (GTK_TYPE_LEVEL_BAR,
                                       "max-value", 100.0,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bars[side]), NULL);
      /* Without room the word is cut, never the number. */
      gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (word, "caption");
      gtk_widget_add_css_class (self->shares[side], "caption");
      gtk_widget_add_css_class (self->shares[side], "numeric");
      gtk_box_append (GTK_BOX (line), word);
      gtk_box_append (GTK_BOX (line), self->shares[side]);
      gtk_box_append (GTK_BOX (self->sides[side]), line);
      gtk_box_append (GTK_BOX (self->sides[side]), self->bars[side]);
      gtk_box_append (GTK_BOX (self->box), self->sides[side]);
    }
}

GtkWidget *
rm_two_way_bars_new (void)
{
  return g_object_new (RM_TYPE_TWO_WAY_BARS, NULL);
}

void
rm_two_way_bars_show (RmTwoWayBars *self,
                      const RmScore *score)
{
  g_autofree char *whole = rm_two_way_bars_dup_text (score);

  rm_tooltip_set (GTK_WIDGET (self), whole);
  for (int side = 0; side < N_SIDES; side++)
    {
      int percent = 0;
      gboolean known = rm_two_way_get_share (score, criteria[side], &percent);
      /* Translators: a score in percent */
      g_autofree char *text = known ? g_strdup_printf (_ ("%d %%"), percent) : g_strdup ("?");

      gtk_widget_set_visible (self->sides[side], score->budgets[criteria[side]] > 0);
      gtk_label_set_label (GTK_LABEL (self->shares[side]), text);
      gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bars[side]), percent);
      if (known)
        gtk_widget_remove_css_class (self->sides[side], "unknown");
      else
        gtk_widget_add_css_class (self->sides[side], "unknown");
    }
}

char *
rm_two_way_bars_dup_text (const RmScore *score)
{
  int percents[N_SIDES] = { 0 };
  gboolean gained = rm_two_way_get_share (score, RM_CRITERION_SKILLS, &percents[GAINED]);
  gboolean back = rm_two_way_get_share (score, RM_CRITERION_BACK, &percents[BACK]);

  if (gained && back)
    /* Translators: for a screen reader; how much of the skills wanted the mentee gains, and how much
     * the mentor is given back, in percent */
    return g_strdup_printf (_ ("The mentee gains %d %%, the mentor gets back %d %%"),
                            percents[GAINED], percents[BACK]);
  if (gained)
    /* Translators: for a screen reader */
    return g_strdup_printf (_ ("The mentee gains %d %%, what the mentor gets back is unknown"),
                            percents[GAINED]);
  if (back)
    /* Translators: for a screen reader */
    return g_strdup_printf (_ ("What the mentee gains is unknown, the mentor gets back %d %%"),
                            percents[BACK]);

  return g_strdup (_ ("What the two gain is unknown"));
}
