/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-rating-row.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-level-picker.h"
#include "ui/widgets/rm-tooltip.h"

#include <glib/gi18n.h>

struct _RmRatingRow
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *detail;
  GtkBox *picker_box;

  /* children */
  GtkWidget *pickers[RM_N_RATING_COLUMNS];
};

static guint picked_signal;

G_DEFINE_FINAL_TYPE (RmRatingRow, rm_rating_row, GTK_TYPE_WIDGET)

static void
picked_cb (RmRatingRow *self,
           int level,
           GtkWidget *picker)
{
  for (int c = 0; c < RM_N_RATING_COLUMNS; c++)
    if (self->pickers[c] == picker)
      g_signal_emit (self, picked_signal, 0, c, level);
}

static void
rm_rating_row_dispose (GObject *object)
{
  RmRatingRow *self = RM_RATING_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_rating_row_parent_class)->dispose (object);
}

static void
rm_rating_row_class_init (RmRatingRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_rating_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-rating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RmRatingRow, box);
  gtk_widget_class_bind_template_child (widget_class, RmRatingRow, name);
  gtk_widget_class_bind_template_child (widget_class, RmRatingRow, detail);
  gtk_widget_class_bind_template_child (widget_class, RmRatingRow, picker_box);
  gtk_widget_class_set_css_name (widget_class, "ratingrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  picked_signal = g_signal_new ("picked", RM_TYPE_RATING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
rm_rating_row_init (RmRatingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pickers[RM_RATING_LEVEL] = rm_level_picker_new (_ ("Not rated"));
  self->pickers[RM_RATING_TARGET] = rm_level_picker_new (_ ("None"));
  for (int c = 0; c < RM_N_RATING_COLUMNS; c++)
    {
      gtk_box_append (self->picker_box, self->pickers[c]);
      g_signal_connect_object (self->pickers[c], "picked", G_CALLBACK (picked_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

GtkWidget *
rm_rating_row_new (void)
{
  return g_object_new (RM_TYPE_RATING_ROW, NULL);
}

void
rm_rating_row_show (RmRatingRow *self,
                    const RmPerson *person,
                    const RmSkill *skill,
                    gboolean by_skill)
{
  const RmStanding *standing = rm_person_find_standing (person, skill->record.id);
  const char *name = by_skill ? rm_person_display_name (person) : skill->name;
  const char *detail = by_skill ? person->department : skill->category;
  /* Translators: for a screen reader; a person or a skill */
  g_autofree char *level = rm_sentence_new (_ ("%s, level"), name);
  /* Translators: for a screen reader; a person or a skill */
  g_autofree char *target = rm_sentence_new (_ ("%s, level wanted"), name);

  gtk_label_set_label (self->name, name);
  rm_tooltip_set (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  rm_level_picker_show (RM_LEVEL_PICKER (self->pickers[RM_RATING_LEVEL]),
                        standing != NULL ? standing->level : -1, level);
  rm_level_picker_show (RM_LEVEL_PICKER (self->pickers[RM_RATING_TARGET]),
                        standing != NULL ? standing->target : -1, target);
}

int
rm_rating_row_get_level (RmRatingRow *self,
                         RmRatingColumn column)
{
  return rm_level_picker_get_level (RM_LEVEL_PICKER (self->pickers[column]));
}

gboolean
rm_rating_row_focus (RmRatingRow *self,
                     RmRatingColumn column)
{
  return gtk_widget_grab_focus (self->pickers[column]);
}
