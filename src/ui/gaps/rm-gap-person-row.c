/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gap-person-row.h"

#include "core/model/rm-person.h"
#include "ui/widgets/rm-tooltip.h"
#include "ui/widgets/rm-unseen.h"

struct _RmGapPersonRow
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *avatar;
  GtkWidget *texts;
  GtkWidget *name;
  GtkWidget *job;
  GtkWidget *standing;
};

G_DEFINE_FINAL_TYPE (RmGapPersonRow, rm_gap_person_row, GTK_TYPE_WIDGET)

static char *
describe_job (const RmPerson *person)
{
  if (person->job_title != NULL && person->department != NULL)
    return g_strdup_printf ("%s · %s", person->job_title, person->department);

  return g_strdup (person->job_title != NULL ? person->job_title : person->department);
}

static void
rm_gap_person_row_dispose (GObject *object)
{
  RmGapPersonRow *self = RM_GAP_PERSON_ROW (object);

  g_clear_pointer (&self->avatar, gtk_widget_unparent);
  g_clear_pointer (&self->texts, gtk_widget_unparent);
  g_clear_pointer (&self->standing, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_gap_person_row_parent_class)->dispose (object);
}

static void
rm_gap_person_row_class_init (RmGapPersonRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_gap_person_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_line (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
rm_gap_person_row_init (RmGapPersonRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->avatar = rm_unseen_avatar_new ();
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->name = new_line (self->texts);
  self->job = new_line (self->texts);
  self->standing = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->job, "caption");
  gtk_widget_add_css_class (self->job, "dim-label");
  gtk_widget_add_css_class (self->standing, "numeric");
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_widget_set_valign (self->texts, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->avatar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->texts, GTK_WIDGET (self));
  gtk_widget_set_parent (self->standing, GTK_WIDGET (self));
}

GtkWidget *
rm_gap_person_row_new (void)
{
  return g_object_new (RM_TYPE_GAP_PERSON_ROW, NULL);
}

void
rm_gap_person_row_show (RmGapPersonRow *self,
                        const RmPerson *person,
                        const char *standing)
{
  const char *name = person != NULL ? rm_person_display_name (person) : NULL;
  g_autofree char *job = person != NULL ? describe_job (person) : NULL;

  g_return_if_fail (RM_IS_GAP_PERSON_ROW (self));

  adw_avatar_set_text (ADW_AVATAR (self->avatar), person != NULL ? person->name : NULL);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  rm_tooltip_set (self->name, name);
  gtk_label_set_label (GTK_LABEL (self->job), job);
  rm_tooltip_set (self->job, job);
  gtk_widget_set_visible (self->job, job != NULL);
  gtk_label_set_label (GTK_LABEL (self->standing), standing);
  gtk_widget_set_visible (self->standing, standing != NULL);
}
