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

  /* template */
  GtkWidget *box;
  GtkWidget *sides[N_SIDES];
  GtkLabel *shares[N_SIDES];
  GtkLevelBar *bars[N_SIDES];
};

G_DEFINE_FINAL_TYPE (RmTwoWayBars, rm_two_way_bars, GTK_TYPE_WIDGET)

static void
rm_two_way_bars_dispose (GObject *object)
{
  g_clear_pointer (&RM_TWO_WAY_BARS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_two_way_bars_parent_class)->dispose (object);
}

static void
bind_side (GtkWidgetClass *class,
           int side,
           const char *box,
           const char *share,
           const char *bar)
{
  gssize place = side * (gssize) sizeof (gpointer);

  gtk_widget_class_bind_template_child_full (class, box, FALSE,
                                             G_STRUCT_OFFSET (RmTwoWayBars, sides) + place);
  gtk_widget_class_bind_template_child_full (class, share, FALSE,
                                             G_STRUCT_OFFSET (RmTwoWayBars, shares) + place);
  gtk_widget_class_bind_template_child_full (class, bar, FALSE,
                                             G_STRUCT_OFFSET (RmTwoWayBars, bars) + place);
}

static void
rm_two_way_bars_class_init (RmTwoWayBarsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_two_way_bars_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-two-way-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, RmTwoWayBars, box);
  bind_side (widget_class, GAINED, "gained_side", "gained_share", "gained_bar");
  bind_side (widget_class, BACK, "back_side", "back_share", "back_bar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "twoway");
}

static void
rm_two_way_bars_init (RmTwoWayBars *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int side = 0; side < N_SIDES; side++)
    gtk_level_bar_remove_offset_value (self->bars[side], NULL);
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
      gtk_label_set_label (self->shares[side], text);
      gtk_level_bar_set_value (self->bars[side], percent);
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
