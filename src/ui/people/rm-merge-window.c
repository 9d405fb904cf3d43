/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/rm-merge-window.h"

#include "app/commands/rm-commands-groups.h"
#include "app/commands/rm-commands-many.h"
#include "app/queries/rm-surplus-pairs.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

#define N_SIDES 2

/* A field in which the two differ. */
typedef struct
{
  const RmField *field;
  GtkCheckButton *choices[N_SIDES];
} Difference;

struct _RmMergeWindow
{
  AdwWindow parent_instance;

  /* owned */
  RmSession *session;
  gint64 people[N_SIDES];
  GArray *differences;  /* of Difference */

  /* template */
  GtkGrid *grid;
  GtkLabel *belongings;
  GtkLabel *surplus;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (RmMergeWindow, rm_merge_window, ADW_TYPE_WINDOW)

static const RmPerson *
get_person (RmMergeWindow *self,
            int side)
{
  return rm_programme_find_person (rm_session_get_programme (self->session), self->people[side]);
}

/* The reference itself means nothing to people. */
static char *
describe (RmMergeWindow *self,
          const RmPerson *person,
          const RmField *field)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  const RmPerson *manager = NULL;

  if (field->type == RM_FIELD_REFERENCE)
    {
      manager = rm_programme_find_person (programme, person->manager);
      return g_strdup (manager != NULL ? rm_person_display_name (manager) : "");
    }
  if (g_str_equal (field->key, "level") && person->level != RM_UNKNOWN)
    return rm_seniority_dup_label (programme, person->level);
  if (field->values != NULL)
    {
      const char *label = rm_enum_label (field->values, rm_record_get_int (person, field));

      return g_strdup (label != NULL ? _ (label) : "");
    }

  return rm_record_format (person, field);
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkCheckButton *
new_choice (const RmField *field,
            const char *text)
{
  gboolean blank = *text == '\0';
  const char *shown = blank ? _ ("Nothing known") : text;
  GtkWidget *choice = gtk_check_button_new ();
  GtkWidget *label = new_label (shown, blank ? "dim-label" : NULL);
  /* Translators: for a screen reader; a field such as "Department", then its value */
  g_autofree char *name = rm_sentence_new (_ ("%s: %s"), _ (field->label), shown);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), label);
  rm_accessible_set_label (choice, name);
  gtk_widget_set_hexpand (choice, TRUE);

  return GTK_CHECK_BUTTON (choice);
}

/* Fields that the programme does not use are not shown here either. */
static gboolean
is_used (RmMergeWindow *self,
         const RmField *field)
{
  RmProgramme *programme = rm_session_get_programme (self->session);

  return field->sensitivity != RM_SENSITIVITY_SPECIAL
         || rm_programme_get_settings (programme)->special_category == 1;
}

/* Prefers the one who stays, except for blank fields. */
static void
add_difference (RmMergeWindow *self,
                const RmField *field,
                const char *first,
                const char *second)
{
  int row = 2 * (int) self->differences->len + 1;
  Difference difference = { field, { new_choice (field, first), new_choice (field, second) } };
  GtkWidget *label = new_label (_ (field->label), "caption");

  gtk_check_button_set_group (difference.choices[1], difference.choices[0]);
  gtk_check_button_set_active (difference.choices[*first == '\0' ? 1 : 0], TRUE);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->grid, label, 0, row, N_SIDES, 1);
  for (int side = 0; side < N_SIDES; side++)
    gtk_grid_attach (self->grid, GTK_WIDGET (difference.choices[side]), side, row + 1, 1, 1);
  g_array_append_val (self->differences, difference);
}

static void
fill (RmMergeWindow *self)
{
  const RmEntity *entity = rm_person_entity ();
  const RmPerson *people[N_SIDES] = { get_person (self, 0), get_person (self, 1) };

  for (int side = 0; side < N_SIDES; side++)
    gtk_grid_attach (self->grid, new_label (rm_person_display_name (people[side]), "heading"), side,
                     0, 1, 1);
  for (guint f = 0; f < entity->n_fields; f++)
    {
      const RmField *field = &entity->fields[f];
      g_autofree char *first = describe (self, people[0], field);
      g_autofree char *second = describe (self, people[1], field);

      if (is_used (self, field) && !g_str_equal (first, second))
        add_difference (self, field, first, second);
    }
}

static void
tell_belongings (RmMergeWindow *self)
{
  const RmPerson *other = get_person (self, 1);
  guint n_ratings = other->n_standings;
  g_autoptr (GPtrArray) belongs
    = rm_programme_list_referring (rm_session_get_programme (self->session), RM_TABLE_PAIR,
                                   RM_TABLE_PERSON, self->people[1]);
  g_autofree char *ratings = g_strdup_printf (ngettext ("%u rated skill", "%u rated skills",
                                                        n_ratings),
                                              n_ratings);
  g_autofree char *pairs
    = g_strdup_printf (ngettext ("%u pair", "%u pairs", belongs->len), belongs->len);
  /* Translators: first "3 rated skills", then "1 pair" */
  g_autofree char *text = rm_sentence_new (
    _ ("The record on the left stays. It also gets what belongs to the one on the right: %s and %s."),
    ratings, pairs);

  gtk_label_set_label (self->belongings, text);
}

/* Fields without a choice: a value that only one of the two has is kept. */
static void
take_unused (RmMergeWindow *self,
             RmPerson *merged,
             const RmPerson *other)
{
  const RmEntity *entity = rm_person_entity ();

  for (guint f = 0; f < entity->n_fields; f++)
    if (!is_used (self, &entity->fields[f]) && rm_record_is_blank (merged, &entity->fields[f]))
      rm_record_copy_field (merged, other, &entity->fields[f]);
}

/* The one who stays, with the choices so far. */
static RmPerson *
merge_chosen (RmMergeWindow *self)
{
  const RmPerson *other = get_person (self, 1);
  RmPerson *merged = rm_record_copy (get_person (self, 0));

  for (guint k = 0; k < self->differences->len; k++)
    {
      const Difference *difference = &g_array_index (self->differences, Difference, k);

      if (gtk_check_button_get_active (difference->choices[1]))
        rm_record_copy_field (merged, other, difference->field);
    }
  take_unused (self, merged, other);

  return merged;
}

static void
tell_surplus (RmMergeWindow *self)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  RmPerson *merged = merge_chosen (self);
  g_autoptr (GArray) ids = rm_surplus_pairs_list (programme, merged, self->people[1]);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < ids->len; k++)
    {
      const RmPair *pair
        = rm_programme_find (programme, RM_TABLE_PAIR, g_array_index (ids, gint64, k));
      gint64 partner = pair->mentee == self->people[1] ? pair->mentor : pair->mentee;

      g_string_append (text, k == 0 ? "" : "\n");
      rm_sentence_append (
        text,
        /* Translators: two names: what merging two records of the first person does to a pair */
        _ ("%s’s pair with %s ends: there is no place for it."),
        rm_person_display_name (get_person (self, 1)),
        rm_person_display_name (rm_programme_find_person (programme, partner)));
    }

  gtk_label_set_label (self->surplus, text->str);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->surplus)), ids->len > 0);
  rm_record_unref (merged);
}

static void
choice_toggled_cb (RmMergeWindow *self)
{
  if (get_person (self, 0) != NULL && get_person (self, 1) != NULL)
    tell_surplus (self);
}

static void
merge_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RmMergeWindow *self = RM_MERGE_WINDOW (widget);
  RmPerson *merged = NULL;
  g_autoptr (GError) error = NULL;

  if (get_person (self, 0) == NULL || get_person (self, 1) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  merged = merge_chosen (self);
  if (rm_command_merge_people (self->session, self->people[0], self->people[1], merged, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    adw_toast_overlay_add_toast (self->toasts, rm_parts_new_toast (error->message));
  rm_record_unref (merged);
}

static void
rm_merge_window_dispose (GObject *object)
{
  RmMergeWindow *self = RM_MERGE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->differences, g_array_unref);
  G_OBJECT_CLASS (rm_merge_window_parent_class)->dispose (object);
}

static void
rm_merge_window_class_init (RmMergeWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_merge_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/people/rm-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RmMergeWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, RmMergeWindow, belongings);
  gtk_widget_class_bind_template_child (widget_class, RmMergeWindow, surplus);
  gtk_widget_class_bind_template_child (widget_class, RmMergeWindow, toasts);
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rm_merge_window_init (RmMergeWindow *self)
{
  self->differences = g_array_new (FALSE, FALSE, sizeof (Difference));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rm_merge_window_new (RmSession *session,
                     gint64 first,
                     gint64 second)
{
  RmMergeWindow *self = g_object_new (RM_TYPE_MERGE_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->people[0] = first;
  self->people[1] = second;
  fill (self);
  tell_belongings (self);
  tell_surplus (self);
  for (guint k = 0; k < self->differences->len; k++)
    g_signal_connect_object (g_array_index (self->differences, Difference, k).choices[1], "toggled",
                             G_CALLBACK (choice_toggled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
