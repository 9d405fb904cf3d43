/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-comparison-window.h"

#include "app/lab/rm-comparison.h"
#include "core/base/rm-sentence.h"
#include "ui/models/rm-id-list.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-drop-down.h"

#include <glib/gi18n.h>

#define N_SIDES 2

struct _RmComparisonWindow
{
  AdwWindow parent_instance;

  /* owned */
  RmPairing *pairing;
  GPtrArray *scenarios; /* in the order of the drop-downs, which begin with the current pairing */
  RmComparison *comparison;
  GHashTable *differences; /* mentee → RmDifference, borrowed from the comparison */
  RmIdList *list;
  guint n_rows;
  gboolean filling;

  /* template */
  GtkDropDown *first;
  GtkDropDown *second;
  GtkGrid *grid;
  GtkLabel *title;
  GtkWidget *scroller;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (RmComparisonWindow, rm_comparison_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_label (const char *text,
            gboolean strong)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "numeric");
  if (strong)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

/* Differences are bold, not coloured. */
static void
add_row (RmComparisonWindow *self,
         const char *name,
         char *first,
         char *second)
{
  gboolean different = !g_str_equal (first, second);
  GtkWidget *head = make_label (name, FALSE);

  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (head), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (head), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (head, "dim-label");
  gtk_grid_attach (self->grid, head, 0, (int) self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, make_label (first, different), 1, (int) self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, make_label (second, different), 2, (int) self->n_rows, 1, 1);
  self->n_rows++;
  g_free (first);
  g_free (second);
}

static char *
percent (gint64 points)
{
  /* Translators: a score in percent */
  return g_strdup_printf (_ ("%d %%"), rm_points_to_percent (points));
}

static char *
format_field (const RmSettings *settings,
              const RmField *field)
{
  if (rm_record_is_blank (settings, field))
    return g_strdup ("–");
  if (field->type == RM_FIELD_YES_NO)
    return g_strdup (rm_record_get_int (settings, field) != 0 ? _ ("yes") : _ ("no"));
  if (field->type == RM_FIELD_CHOICE)
    return g_strdup (_ (rm_enum_label (field->values, rm_record_get_int (settings, field))));

  return rm_record_format (settings, field);
}

static void
fill_figures (RmComparisonWindow *self)
{
  const RmComparisonSide *a = &self->comparison->sides[0];
  const RmComparisonSide *b = &self->comparison->sides[1];
  guint n = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;

  add_row (self, _ ("Mentees paired"), g_strdup_printf ("%u", a->figures.n_paired),
           g_strdup_printf ("%u", b->figures.n_paired));
  add_row (self, _ ("Pairs"), g_strdup_printf ("%u", a->figures.n_pairs),
           g_strdup_printf ("%u", b->figures.n_pairs));
  add_row (self, _ ("Average"), percent (rm_figures_get_average (&a->figures)),
           percent (rm_figures_get_average (&b->figures)));
  add_row (self, _ ("Lowest"), percent (a->figures.lowest), percent (b->figures.lowest));
  for (guint f = 0; f < n; f++)
    {
      g_autofree char *name = NULL;

      if (rm_record_field_equal (a->settings, b->settings, &deciding[f]))
        continue;
      if (g_str_has_prefix (deciding[f].key, "weight_"))
        /* Translators: %s is a criterion such as "Given back" */
        name = rm_sentence_new (_ ("Weight: %s"), _ (deciding[f].label));
      else
        name = g_strdup (_ (deciding[f].label));
      add_row (self, name, format_field (a->settings, &deciding[f]),
               format_field (b->settings, &deciding[f]));
    }
}

static void
fill_differences (RmComparisonWindow *self)
{
  GPtrArray *differences = self->comparison->differences;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = NULL;

  for (guint d = 0; d < differences->len; d++)
    {
      RmDifference *difference = g_ptr_array_index (differences, d);

      g_hash_table_insert (self->differences, &difference->mentee, difference);
      g_array_append_val (ids, difference->mentee);
    }
  if (differences->len == 0)
    title = g_strdup (_ ("Everybody has the same mentors in both"));
  else
    title = g_strdup_printf (ngettext ("%u mentee has another mentor",
                                       "%u mentees have another mentor", differences->len),
                             differences->len);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->scroller, differences->len > 0);
  rm_id_list_set (self->list, ids);
}

static const RmScenario *
chosen (RmComparisonWindow *self,
        GtkDropDown *side)
{
  guint selected = gtk_drop_down_get_selected (side);

  return selected == 0 || selected > self->scenarios->len
           ? NULL
           : g_ptr_array_index (self->scenarios, selected - 1);
}

static void
compare (RmComparisonWindow *self)
{
  if (self->filling)
    return;

  rm_id_list_set (self->list, g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_hash_table_remove_all (self->differences);
  g_clear_pointer (&self->comparison, rm_comparison_free);
  self->comparison = rm_comparison_new (self->pairing, chosen (self, self->first),
                                        chosen (self, self->second));
  fill_figures (self);
  fill_differences (self);
}

static GtkWidget *
row_new (gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (int i = 0; i < 1 + N_SIDES; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (row), label);
    }
  g_object_set_data (G_OBJECT (row), "window", data);

  return row;
}

static void
row_show (gpointer row,
          gint64 id)
{
  RmComparisonWindow *self = g_object_get_data (row, "window");
  const RmDifference *difference = g_hash_table_lookup (self->differences, &id);
  GtkWidget *label = gtk_widget_get_first_child (row);
  const char *texts[1 + N_SIDES] = { "", "", "" };

  if (difference != NULL)
    {
      texts[0] = difference->name;
      for (int side = 0; side < N_SIDES; side++)
        texts[1 + side] = *difference->mentors[side] != '\0' ? difference->mentors[side]
                                                             : _ ("no mentor");
    }
  for (int i = 0; i < 1 + N_SIDES; i++, label = gtk_widget_get_next_sibling (label))
    {
      gtk_label_set_label (GTK_LABEL (label), texts[i]);
      gtk_widget_set_tooltip_text (label, texts[i]);
    }
}

static void
copy_headers (RmComparisonWindow *self,
              RmTableWriter *writer)
{
  GtkDropDown *const sides[N_SIDES] = { self->first, self->second };

  rm_table_writer_add_word (writer, _ ("Mentee"));
  for (int side = 0; side < N_SIDES; side++)
    {
      GtkStringObject *name = gtk_drop_down_get_selected_item (sides[side]);

      rm_table_writer_add_text (writer, name != NULL ? gtk_string_object_get_string (name) : NULL);
    }
}

static void
copy_row (gpointer owner,
          gpointer item,
          RmTableWriter *writer)
{
  RmComparisonWindow *self = owner;
  const RmDifference *difference = NULL;
  gint64 id = 0;

  if (item == NULL)
    {
      copy_headers (self, writer);
      return;
    }

  id = rm_id_item_get_id (item);
  difference = g_hash_table_lookup (self->differences, &id);
  if (difference == NULL)
    return;
  rm_table_writer_add_text (writer, difference->name);
  for (int side = 0; side < N_SIDES; side++)
    rm_table_writer_add_text (writer, difference->mentors[side]);
}

/* In GTK before 4.12 Tab walks through every row of a list. */
static gboolean
list_key_cb (RmComparisonWindow *self,
             guint key)
{
  if (key == GDK_KEY_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->first));
  if (key == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->second));

  return GDK_EVENT_PROPAGATE;
}

static void
fill_choices (RmComparisonWindow *self,
              gint64 scenario)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Pairs as they are"));
  for (guint s = 0; s < self->scenarios->len; s++)
    {
      const RmScenario *it = g_ptr_array_index (self->scenarios, s);

      gtk_string_list_append (names, rm_scenario_display_name (it));
      if (it->record.id == scenario)
        selected = s + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->first, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->second, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->first, 0);
  gtk_drop_down_set_selected (self->second, selected);
  self->filling = FALSE;
}

static void
rm_comparison_window_dispose (GObject *object)
{
  RmComparisonWindow *self = RM_COMPARISON_WINDOW (object);

  if (self->list != NULL)
    rm_id_list_set (self->list, g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_clear_object (&self->list);
  g_clear_pointer (&self->differences, g_hash_table_unref);
  g_clear_pointer (&self->comparison, rm_comparison_free);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->pairing, rm_pairing_unref);
  G_OBJECT_CLASS (rm_comparison_window_parent_class)->dispose (object);
}

static void
rm_comparison_window_class_init (RmComparisonWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_comparison_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-comparison-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RmComparisonWindow, first);
  gtk_widget_class_bind_template_child (widget_class, RmComparisonWindow, second);
  gtk_widget_class_bind_template_child (widget_class, RmComparisonWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, RmComparisonWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RmComparisonWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, RmComparisonWindow, view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rm_comparison_window_init (RmComparisonWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->differences = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->list = rm_id_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self));
  rm_drop_down_shorten (self->first);
  rm_drop_down_shorten (self->second);
  rm_id_list_attach (self->list, self->view, row_new, row_show, self);
  rm_copy_watch (GTK_WIDGET (self->view), copy_row, self, TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static int
compare_made (gconstpointer a,
              gconstpointer b)
{
  const RmScenario *first = *(const RmScenario *const *) a;
  const RmScenario *second = *(const RmScenario *const *) b;

  return (first->made > second->made) - (first->made < second->made);
}

GtkWidget *
rm_comparison_window_new (RmBoard *board,
                          gint64 scenario)
{
  RmComparisonWindow *self = g_object_new (RM_TYPE_COMPARISON_WINDOW, NULL);
  RmProgramme *programme = NULL;

  self->pairing = rm_pairing_ref ((RmPairing *) rm_board_get_pairing (board));
  programme = rm_scorer_get_programme (rm_pairing_get_scorer (self->pairing));
  self->scenarios = g_ptr_array_new_with_free_func (rm_record_unref);
  for (guint s = 0; s < rm_programme_count (programme, RM_TABLE_SCENARIO); s++)
    g_ptr_array_add (self->scenarios,
                     rm_record_ref (rm_programme_get (programme, RM_TABLE_SCENARIO, s)));
  g_ptr_array_sort (self->scenarios, compare_made);
  fill_choices (self, scenario);
  g_signal_connect_object (self->first, "notify::selected", G_CALLBACK (compare), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->second, "notify::selected", G_CALLBACK (compare), self,
                           G_CONNECT_SWAPPED);
  compare (self);
  return GTK_WIDGET (self);
}
