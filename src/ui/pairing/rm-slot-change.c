/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-slot-change.h"

#include "core/base/rm-sentence.h"
#include "ui/pairing/rm-board.h"
#include "ui/widgets/rm-tooltip.h"

#include <glib/gi18n.h>

struct _RmSlotChange
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *name;
  GtkWidget *score;
};

G_DEFINE_FINAL_TYPE (RmSlotChange, rm_slot_change, GTK_TYPE_WIDGET)

static void
rm_slot_change_dispose (GObject *object)
{
  RmSlotChange *self = RM_SLOT_CHANGE (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->score, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_slot_change_parent_class)->dispose (object);
}

static void
rm_slot_change_class_init (RmSlotChangeClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_slot_change_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "slotchange");
}

static void
rm_slot_change_init (RmSlotChange *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->name = gtk_label_new (NULL);
  self->score = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->score, "numeric");
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (self->score, GTK_WIDGET (self));
}

void
rm_slot_change_show (RmSlotChange *self,
                     RmProgramme *programme,
                     const RmNewPair *new_pair)
{
  const char *name = rm_programme_name_person (programme, new_pair->mentor);
  g_autofree char *arrow = NULL;
  g_autofree char *score = NULL;

  if (new_pair->mentor == 0)
    {
      gtk_label_set_label (GTK_LABEL (self->name), _ ("→ no mentor"));
      gtk_label_set_label (GTK_LABEL (self->score), "");
      return;
    }

  /* Translators: who would take a place with the weights that are tried */
  arrow = rm_sentence_new (_ ("→ %s"), name);
  /* Translators: a score in percent */
  score = g_strdup_printf (_ ("%d %%"), rm_points_to_percent (new_pair->score));
  gtk_label_set_label (GTK_LABEL (self->name), arrow);
  gtk_label_set_label (GTK_LABEL (self->score), score);
  rm_tooltip_set (GTK_WIDGET (self), name);
}

char *
rm_slot_change_dup_text (RmSlotChange *self)
{
  if (*gtk_label_get_label (GTK_LABEL (self->score)) == '\0')
    return g_strdup (_ ("With the weights tried this pair would end"));

  /* Translators: for a screen reader; whom other weights would put here, such as "→ Ana", and
   * the score, such as "82 %" */
  return rm_sentence_new (_ ("With the weights tried: %s, %s"),
                          gtk_label_get_label (GTK_LABEL (self->name)),
                          gtk_label_get_label (GTK_LABEL (self->score)));
}
