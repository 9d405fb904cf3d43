/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-score-card.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

struct _RmScoreCard
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *grid;
  GtkWidget *names[RM_N_CRITERIA];
  GtkWidget *bars[RM_N_CRITERIA];
  GtkWidget *values[RM_N_CRITERIA];
  GtkWidget *details[RM_N_CRITERIA]; /* the skills, below the first two */
};

G_DEFINE_FINAL_TYPE (RmScoreCard, rm_score_card, GTK_TYPE_WIDGET)

static void
rm_score_card_dispose (GObject *object)
{
  g_clear_pointer (&RM_SCORE_CARD (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_score_card_parent_class)->dispose (object);
}

static void
rm_score_card_class_init (RmScoreCardClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_score_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "scorecard");
}

static void
add_detail (RmScoreCard *self,
            int criterion)
{
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_lines (GTK_LABEL (detail), 2);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_margin_bottom (detail, 3);
  gtk_grid_attach (GTK_GRID (self->grid), detail, 0, 2 * criterion + 1, 3, 1);
  self->details[criterion] = detail;
}

static void
show_detail (RmScoreCard *self,
             RmCriterion criterion,
             const char *text,
             gboolean used)
{
  gtk_label_set_label (GTK_LABEL (self->details[criterion]), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->details[criterion], text);
  gtk_widget_set_visible (self->details[criterion], text != NULL && used);
}

static void
rm_score_card_init (RmScoreCard *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (int c = 0; c < RM_N_CRITERIA; c++)
    {
      self->names[c] = gtk_label_new (_ (rm_criterion_label ((RmCriterion) c)));
      self->bars[c] = gtk_level_bar_new ();
      self->values[c] = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->names[c]), 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->names[c]), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (self->values[c]), 1);
      gtk_widget_add_css_class (self->names[c], "caption");
      gtk_widget_add_css_class (self->values[c], "caption");
      gtk_widget_add_css_class (self->values[c], "numeric");
      gtk_widget_set_hexpand (self->bars[c], TRUE);
      gtk_widget_set_valign (self->bars[c], GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (self->bars[c], 60, -1);
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bars[c]), NULL);
      gtk_grid_attach (GTK_GRID (self->grid), self->names[c], 0, 2 * c, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), self->bars[c], 1, 2 * c, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), self->values[c], 2, 2 * c, 1, 1);
      if (c == RM_CRITERION_SKILLS || c == RM_CRITERION_BACK)
        add_detail (self, c);
    }
}

void
rm_score_card_show (RmScoreCard *self,
                    const RmScore *score,
                    const char *gained,
                    const char *back)
{
  int percents[RM_N_CRITERIA] = { 0 };

  show_detail (self, RM_CRITERION_SKILLS, gained, score->budgets[RM_CRITERION_SKILLS] > 0);
  show_detail (self, RM_CRITERION_BACK, back, score->budgets[RM_CRITERION_BACK] > 0);

  rm_score_get_percents (score, percents);
  for (int c = 0; c < RM_N_CRITERIA; c++)
    {
      gboolean unknown = (score->unknown & (1u << c)) != 0;
      gboolean used = score->budgets[c] > 0;
      int most = score->budgets[c] * 100 / RM_SCORE_POINTS;
      g_autofree char *value = NULL;
      g_autofree char *spoken = NULL;

      gtk_widget_set_visible (self->names[c], used);
      gtk_widget_set_visible (self->bars[c], used);
      gtk_widget_set_visible (self->values[c], used);
      if (!used)
        continue;
      if (unknown && percents[c] == 0)
        value = g_strdup (_ ("unknown"));
      else if (unknown)
        /* Translators: points that a criterion adds, some of its input is unknown */
        value = g_strdup_printf (_ ("%d of %d, partly unknown"), percents[c], most);
      else
        /* Translators: points that a criterion adds, out of how many */
        value = g_strdup_printf (_ ("%d of %d"), percents[c], most);
      gtk_label_set_label (GTK_LABEL (self->values[c]), value);
      gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->bars[c]), MAX (score->budgets[c], 1));
      gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bars[c]), score->points[c]);
      if (unknown)
        gtk_widget_add_css_class (self->values[c], "dim-label");
      else
        gtk_widget_remove_css_class (self->values[c], "dim-label");
      spoken = rm_sentence_new ("%s: %s", _ (rm_criterion_label ((RmCriterion) c)), value);
      rm_accessible_set_label (self->bars[c], spoken);
    }
}
