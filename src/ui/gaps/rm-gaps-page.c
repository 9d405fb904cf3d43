/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "app/rm-gaps-text.h"

#include <glib/gi18n.h>

/* Narrower than this, what stands side by side stands one below the other. */
#define NARROW_WIDTH 640

/* In the order of RmGapMeasure and RmGapRows: what the settings call them. */
static const char *const measures[] = { "need", "supply", "gap", "unrated", NULL };
static const char *const row_kinds[] = { "department", "level", "person", NULL };

G_DEFINE_FINAL_TYPE (RmGapsPage, rm_gaps_page, GTK_TYPE_WIDGET)

static guint
get_choice (RmGapsPage *self,
            const char *key,
            const char *const *choices)
{
  g_autofree char *text = g_settings_get_string (self->settings, key);

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      return i;

  return 0;
}

static RmGapMeasure
get_measure (RmGapsPage *self)
{
  return (RmGapMeasure) get_choice (self, "gaps-measure", measures);
}

RmGapRows
rm_gaps_page_get_rows (RmGapsPage *self)
{
  return (RmGapRows) get_choice (self, "gaps-rows", row_kinds);
}

static void
show_people (RmGapsPage *self,
             RmGapMeasure measure)
{
  guint row = 0;
  guint column = 0;
  g_autoptr (GArray) people = NULL;
  g_autofree char *title = NULL;

  if (self->source == NULL || !rm_heatmap_get_cursor (self->heatmap, &row, &column))
    return;

  column = rm_gaps_source_get_gap_column (self->source, column);
  people = rm_gaps_list_people (self->gaps, row, column, measure);
  if (people->len == 0)
    return;

  title = rm_gaps_dup_people_text (self->gaps, row, column, measure, people->len);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-people", "(s@ax)", title,
                              g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data,
                                                         people->len, sizeof (gint64)));
}

static void
need_clicked_cb (RmGapsPage *self)
{
  show_people (self, RM_GAP_NEED);
}

static void
providers_clicked_cb (RmGapsPage *self)
{
  show_people (self, RM_GAP_SUPPLY);
}

static void
cell_activated_cb (RmGapsPage *self)
{
  show_people (self, get_measure (self));
}

static void
update_details (RmGapsPage *self)
{
  guint row = 0;
  guint column = 0;
  RmGapCell cell = { 0 };
  g_autofree char *row_text = NULL;
  g_autofree char *skill = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *markup = NULL;

  if (self->source == NULL || !rm_heatmap_get_cursor (self->heatmap, &row, &column))
    return;

  cell = rm_gaps_source_get_figures (self->source, row, column);
  column = rm_gaps_source_get_gap_column (self->source, column);
  row_text = rm_gaps_dup_row_text (self->gaps, row);
  skill = rm_gaps_dup_column_text (self->gaps, column);
  figures = rm_gaps_dup_figures_text (&cell, rm_gaps_get_row_size (self->gaps, row));
  /* Translators: a department, level or person, then a skill, then figures such as "14 in need,
   * 2 free places, gap 12" */
  markup = g_markup_printf_escaped (_ ("<b>%s × %s:</b> %s"), row_text, skill, figures);
  gtk_label_set_markup (self->figures_label, markup);

  /* It keeps its room, so that the table does not jump from cell to cell. */
  gtk_widget_set_opacity (self->warning, cell.risk > 0 ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->warning), GTK_ACCESSIBLE_STATE_HIDDEN,
                               cell.risk == 0, -1);
  gtk_widget_set_sensitive (self->need_button, cell.need > 0);
  gtk_widget_set_sensitive (self->providers_button, cell.supply > 0);
}

static void
show_source (RmGapsPage *self)
{
  g_autoptr (RmGapsSource) before = g_steal_pointer (&self->source);
  g_autofree char *key = NULL;
  gint64 skill = 0;
  guint row = 0;
  guint column = 0;

  if (before != NULL && rm_heatmap_get_cursor (self->heatmap, &row, &column))
    {
      key = rm_gaps_source_dup_row_key (before, row);
      skill = rm_gaps_source_get_skill (before, column);
    }

  self->source = rm_gaps_source_new (self->gaps, get_measure (self), self->category);
  rm_heatmap_set_source (self->heatmap, RM_HEAT_SOURCE (self->source));
  if (key != NULL && rm_heatmap_get_cursor (self->heatmap, &row, &column))
    {
      /* The same cell, wherever it stands now. */
      rm_gaps_source_find_row (self->source, key, &row);
      rm_gaps_source_find_skill (self->source, skill, &column);
      rm_heatmap_select (self->heatmap, row, column);
    }
  update_details (self);
}

static void
fill_categories (RmGapsPage *self)
{
  g_autoptr (GPtrArray) categories = rm_gaps_list_categories (self->gaps);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (model, _ ("All skills"));
  for (guint i = 0; i < categories->len; i++)
    {
      const char *category = g_ptr_array_index (categories, i);

      gtk_string_list_append (model, *category != '\0' ? category : _ ("No category"));
      if (g_strcmp0 (category, self->category) == 0)
        selected = i + 1;
    }

  if (selected == 0)
    g_clear_pointer (&self->category, g_free);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->category_choice, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->category_choice, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->category_choice), categories->len > 1);
}

void
rm_gaps_page_show_gaps (RmGapsPage *self)
{
  rm_gaps_page_update_state (self);
  if (rm_gaps_get_n_rows (self->gaps) == 0 || rm_gaps_get_n_columns (self->gaps) == 0)
    return;

  fill_categories (self);
  show_source (self);
}

static gboolean
anybody_is_rated (RmProgramme *programme)
{
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      for (guint k = 0; k < person->n_standings; k++)
        if (person->standings[k].level >= 0)
          return TRUE;
    }

  return FALSE;
}

static void
show_empty (RmGapsPage *self,
            const char *title,
            const char *description,
            const char *label,
            const char *action,
            GVariant *target)
{
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, description);
  gtk_button_set_label (self->status_button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->status_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), action);
  gtk_stack_set_visible_child_name (self->states, "empty");
}

void
rm_gaps_page_update_state (RmGapsPage *self)
{
  RmProgramme *programme = NULL;

  if (self->session == NULL)
    return;

  programme = rm_session_get_programme (self->session);
  if (rm_programme_count (programme, RM_TABLE_PERSON) == 0)
    show_empty (self, _ ("No people yet"),
                _ ("Import a list of people to see which skills are missing where"),
                _ ("Import…"), "win.import", NULL);
  else if (rm_programme_count (programme, RM_TABLE_SKILL) == 0 || !anybody_is_rated (programme))
    show_empty (self, _ ("Nobody has rated a skill yet"),
                _ ("Import ratings to see who wants to learn what, and who can teach it"),
                _ ("Import…"), "win.import", NULL);
  else if (self->gaps == NULL || (self->stale && rm_gaps_get_n_rows (self->gaps) == 0))
    gtk_stack_set_visible_child_name (self->states, "loading");
  else if (rm_gaps_get_n_rows (self->gaps) == 0)
    show_empty (self, _ ("No mentees yet"),
                _ ("Gaps are counted for everybody who takes part as a mentee"),
                _ ("Show people"), "win.page", g_variant_new_string ("people"));
  else
    gtk_stack_set_visible_child_name (self->states, "table");
}

static void
session_changed_cb (RmGapsPage *self)
{
  rm_gaps_page_count_later (self);
  rm_gaps_page_update_state (self);
}

static void
update_choices (RmGapsPage *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->measure_choice, get_measure (self));
  gtk_drop_down_set_selected (self->rows_choice, rm_gaps_page_get_rows (self));
  self->filling = FALSE;
}

static void
setting_changed_cb (RmGapsPage *self,
                    const char *key)
{
  update_choices (self);
  if (g_str_equal (key, "gaps-rows"))
    rm_gaps_page_count_later (self);
  else if (self->source != NULL)
    show_source (self);
}

static void
measure_chosen_cb (RmGapsPage *self)
{
  if (!self->filling)
    g_settings_set_string (self->settings, "gaps-measure",
                           measures[gtk_drop_down_get_selected (self->measure_choice)]);
}

static void
rows_chosen_cb (RmGapsPage *self)
{
  if (!self->filling)
    g_settings_set_string (self->settings, "gaps-rows",
                           row_kinds[gtk_drop_down_get_selected (self->rows_choice)]);
}

static void
category_chosen_cb (RmGapsPage *self)
{
  g_autoptr (GPtrArray) categories = NULL;
  guint selected = gtk_drop_down_get_selected (self->category_choice);

  if (self->filling || self->gaps == NULL)
    return;

  categories = rm_gaps_list_categories (self->gaps);
  g_clear_pointer (&self->category, g_free);
  if (selected > 0 && selected <= categories->len)
    self->category = g_strdup (g_ptr_array_index (categories, selected - 1));
  show_source (self);
}

/* A screen reader would otherwise find the measures twice. */
static void
measures_squeezed_cb (RmGapsPage *self)
{
  GtkWidget *shown = adw_squeezer_get_visible_child (self->measures);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->measure_toggles),
                               GTK_ACCESSIBLE_STATE_HIDDEN, shown != self->measure_toggles, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->measure_choice), GTK_ACCESSIBLE_STATE_HIDDEN,
                               shown != GTK_WIDGET (self->measure_choice), -1);
}

static void
set_stacked (GtkBox *box,
             gboolean stacked)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), stacked ? GTK_ORIENTATION_VERTICAL
                                                                : GTK_ORIENTATION_HORIZONTAL);
}

/* A button has no property that says that its label may be shortened. */
static void
set_shrinks (GtkWidget *button,
             gboolean shrinks)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label),
                           shrinks ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

static void
update_layout (RmGapsPage *self)
{
  set_stacked (self->toolbar, self->narrow);
  set_stacked (self->details, self->narrow);
  set_stacked (self->explanation, self->narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->filters),
                         self->narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_box_set_homogeneous (self->filters, self->narrow);
  gtk_label_set_xalign (self->sharing_label, self->narrow ? 0 : 1);
  set_shrinks (self->need_button, self->narrow);
  set_shrinks (self->providers_button, self->narrow);
}

static gboolean
update_layout_cb (gpointer data)
{
  RmGapsPage *self = data;

  self->layout_id = 0;
  update_layout (self);
  return G_SOURCE_REMOVE;
}

static void
rm_gaps_page_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  RmGapsPage *self = RM_GAPS_PAGE (widget);
  gboolean narrow = width < NARROW_WIDTH;

  gtk_widget_allocate (GTK_WIDGET (self->states), width, height, baseline, NULL);
  if (narrow == self->narrow)
    return;

  /* Not now: a widget must not ask for another size while it is given one. */
  self->narrow = narrow;
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_layout_cb, self, NULL);
}

static void
rm_gaps_page_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  RmGapsPage *self = RM_GAPS_PAGE (widget);

  gtk_widget_measure (GTK_WIDGET (self->states), orientation, for_size, minimum, natural, NULL,
                      NULL);
}

static void
rm_gaps_page_map (GtkWidget *widget)
{
  RmGapsPage *self = RM_GAPS_PAGE (widget);

  GTK_WIDGET_CLASS (rm_gaps_page_parent_class)->map (widget);
  if (self->stale)
    rm_gaps_page_count_later (self);
}

static void
rm_gaps_page_dispose (GObject *object)
{
  RmGapsPage *self = RM_GAPS_PAGE (object);

  rm_gaps_page_stop_counting (self);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->source);
  g_clear_pointer (&self->gaps, rm_gaps_unref);
  g_clear_pointer (&self->category, g_free);
  g_clear_pointer ((GtkWidget **) &self->states, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_gaps_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/gaps/rm-gaps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, states);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, first_spinner);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, measures);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, measure_toggles);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, measure_choice);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, rows_choice);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, category_choice);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, heatmap);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, details);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, figures_label);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, warning);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, need_button);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, providers_button);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, sharing_label);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, legend);
}

static void
rm_gaps_page_class_init (RmGapsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_gaps_page_dispose;
  widget_class->size_allocate = rm_gaps_page_size_allocate;
  widget_class->measure = rm_gaps_page_measure;
  widget_class->map = rm_gaps_page_map;

  g_type_ensure (RM_TYPE_HEATMAP);
  g_type_ensure (RM_TYPE_HEAT_LEGEND);
  bind_template (widget_class);
}

static void
rm_gaps_page_init (RmGapsPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) measure = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (RM_APP_ID);
  measure = g_settings_create_action (self->settings, "gaps-measure");
  g_action_map_add_action (G_ACTION_MAP (group), measure);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "gaps", G_ACTION_GROUP (group));

  rm_heat_legend_set_heatmap (self->legend, self->heatmap, _ ("Not rated"));
  /* What is wide would make a narrow window grow before the page is given a size. */
  self->narrow = TRUE;
  update_layout (self);
  update_choices (self);
  measures_squeezed_cb (self);
  g_signal_connect_object (self->settings, "changed::gaps-measure",
                           G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::gaps-rows", G_CALLBACK (setting_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->measures, "notify::visible-child",
                            G_CALLBACK (measures_squeezed_cb), self);
  g_signal_connect_swapped (self->measure_choice, "notify::selected",
                            G_CALLBACK (measure_chosen_cb), self);
  g_signal_connect_swapped (self->rows_choice, "notify::selected", G_CALLBACK (rows_chosen_cb),
                            self);
  g_signal_connect_swapped (self->category_choice, "notify::selected",
                            G_CALLBACK (category_chosen_cb), self);
  g_signal_connect_swapped (self->heatmap, "cell-selected", G_CALLBACK (update_details), self);
  g_signal_connect_swapped (self->heatmap, "cell-activated", G_CALLBACK (cell_activated_cb), self);
  g_signal_connect_swapped (self->need_button, "clicked", G_CALLBACK (need_clicked_cb), self);
  g_signal_connect_swapped (self->providers_button, "clicked", G_CALLBACK (providers_clicked_cb),
                            self);
}

void
rm_gaps_page_set_session (RmGapsPage *self,
                          RmSession *session)
{
  g_return_if_fail (RM_IS_GAPS_PAGE (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  rm_gaps_page_stop_counting (self);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->gaps, rm_gaps_unref);
  g_clear_pointer (&self->category, g_free);
  g_clear_object (&self->source);
  rm_heatmap_set_source (self->heatmap, NULL);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  session_changed_cb (self);
}
