/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "app/gaps/rm-gap-memory.h"
#include "core/base/rm-fold.h"
#include "ui/widgets/rm-drop-down.h"

#include <glib/gi18n.h>

/* The page around the table: what is chosen, what is shown, and how it fits. Counting is in
 * rm-gaps-page-count.c, what can be done with cells in rm-gaps-page-actions.c. */

/* Narrower than this, what stands side by side stands one below the other. */
#define NARROW_WIDTH 700

/* From this width on there is room for people beside the table. */
#define ROOMY_WIDTH 860

/* In the order of RmGapMeasure and so on: what the settings call them. */
static const char *const measures[]
  = { "need", "supply", "gap", "unrated", "weighted", "unrated-share", "risk", NULL };
static const char *const row_kinds[]
  = { "department", "level", "person", "site", "cohort", "mentor", NULL };
static const char *const column_kinds[] = { "skill", "category", NULL };
static const char *const sorts[] = { "name", "total", "line", "similar", NULL };

static const struct
{
  const char *key;
  const char *const *words;
} choices[] = {
  { "gaps-measure", measures },
  { "gaps-rows", row_kinds },
  { "gaps-columns", column_kinds },
  { "gaps-sort-rows", sorts },
  { "gaps-sort-columns", sorts },
};

static void page_init (RmPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmGapsPage, rm_gaps_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_PAGE, page_init))

guint
rm_gaps_page_get_choice (RmGapsPage *self,
                         const char *key)
{
  g_autofree char *text = g_settings_get_string (self->settings, key);

  for (gsize c = 0; c < G_N_ELEMENTS (choices); c++)
    for (guint i = 0; g_str_equal (choices[c].key, key) && choices[c].words[i] != NULL; i++)
      if (g_str_equal (choices[c].words[i], text))
        return i;

  return 0;
}

static RmGapMeasure
get_measure (RmGapsPage *self)
{
  return (RmGapMeasure) rm_gaps_page_get_choice (self, "gaps-measure");
}

gboolean
rm_gaps_page_get_block (RmGapsPage *self,
                        RmGapBlock *block)
{
  return self->view != NULL
         && rm_heatmap_get_block (self->heatmap, &block->row, &block->column, &block->n_rows,
                                  &block->n_columns);
}

static void
cell_activated_cb (RmGapsPage *self)
{
  rm_gaps_page_show_people (self, get_measure (self));
}

static void
name_activated_cb (RmGapsPage *self,
                   gboolean is_row,
                   guint index)
{
  g_autofree char *key = NULL;

  if (self->view == NULL)
    return;

  key = is_row ? rm_gap_view_dup_row_key (self->view, index)
               : rm_gap_view_dup_column_key (self->view, index);
  if (is_row && rm_gap_view_get_row (self->view, index).group)
    rm_gap_axis_toggle_open (&self->layout->rows, key);
  else if (!is_row && rm_gap_view_get_column (self->view, index).group)
    rm_gap_axis_toggle_open (&self->layout->columns, key);
  else
    return;
  rm_gaps_page_lay_out_later (self);
}

/* Each category once, as it is first spelled, in the order of the columns. */
static GPtrArray *
list_categories (RmProgramme *programme)
{
  GPtrArray *categories = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_SKILL); i++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, i);
      g_autofree char *folded = rm_fold (skill->category);

      if (skill->retired == 1 || *folded == '\0')
        continue;
      if (g_hash_table_add (seen, g_steal_pointer (&folded)))
        g_ptr_array_add (categories, g_strdup (skill->category));
    }
  g_ptr_array_sort_with_data (categories, (GCompareDataFunc) g_strcmp0, NULL);

  return categories;
}

/* Skills, categories, then the skills of each category alone. */
static void
fill_columns (RmGapsPage *self)
{
  g_autoptr (GPtrArray) categories = list_categories (rm_session_get_programme (self->session));
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = rm_gaps_page_get_choice (self, "gaps-columns");

  gtk_string_list_append (model, _ ("All skills"));
  gtk_string_list_append (model, _ ("Categories"));
  for (guint i = 0; i < categories->len; i++)
    {
      const char *category = g_ptr_array_index (categories, i);

      gtk_string_list_append (model, category);
      if (selected == RM_GAP_COLUMNS_SKILL && g_strcmp0 (category, self->layout->category) == 0)
        selected = i + 2;
    }
  if (selected < 2)
    g_clear_pointer (&self->layout->category, g_free);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->columns_choice, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->columns_choice, selected);
  self->filling = FALSE;
}

/* The same cell, wherever it stands now. */
static void
select_again (RmGapsPage *self,
              const char *row_key,
              const char *column_key)
{
  guint row = 0;
  guint column = 0;

  if (row_key == NULL || !rm_heatmap_get_cursor (self->heatmap, &row, &column))
    return;

  rm_gap_view_find_row (self->view, row_key, &row);
  rm_gap_view_find_column (self->view, column_key, &column);
  rm_heatmap_select (self->heatmap, row, column);
}

void
rm_gaps_page_show_view (RmGapsPage *self,
                        RmGapView *view)
{
  RmHeatSource *source = RM_HEAT_SOURCE (view);
  gboolean any = rm_heat_source_get_n_rows (source) > 0
                 && rm_heat_source_get_n_columns (source) > 0;
  g_autofree char *row_key = NULL;
  g_autofree char *column_key = NULL;
  g_autofree char *comparison = rm_gaps_page_dup_comparison (self);
  g_autofree char *note = rm_gap_view_dup_note (view);
  guint row = 0;
  guint column = 0;

  if (self->view != NULL && rm_heatmap_get_cursor (self->heatmap, &row, &column))
    {
      row_key = rm_gap_view_dup_row_key (self->view, row);
      column_key = rm_gap_view_dup_column_key (self->view, column);
    }
  g_set_object (&self->view, view);
  rm_gaps_page_update_state (self);
  fill_columns (self);
  gtk_stack_set_visible_child_name (self->found, any ? "table" : "nothing");
  gtk_widget_set_visible (GTK_WIDGET (self->details), any);
  gtk_label_set_label (self->comparison_label, comparison);
  gtk_widget_set_visible (self->comparison_bar, *comparison != '\0');
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
  rm_heatmap_set_source (self->heatmap, source);
  select_again (self, row_key, column_key);
  rm_gaps_page_show_block (self);
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
  gtk_drop_down_set_selected (self->rows_choice, rm_gaps_page_get_choice (self, "gaps-rows"));
  self->filling = FALSE;
}

static void
read_layout (RmGapsPage *self)
{
  self->layout->measure = get_measure (self);
  self->layout->rows.sort = (RmGapSort) rm_gaps_page_get_choice (self, "gaps-sort-rows");
  self->layout->columns.sort = (RmGapSort) rm_gaps_page_get_choice (self, "gaps-sort-columns");
}

static void
setting_changed_cb (RmGapsPage *self,
                    const char *key)
{
  static const char *const counted[]
    = { "gaps-rows", "gaps-columns", "gaps-group-rows", "gaps-group-columns", NULL };

  if (!g_str_has_prefix (key, "gaps-") || g_str_equal (key, "gaps-people"))
    return;

  read_layout (self);
  update_choices (self);
  rm_gaps_page_update_groups (self);
  if (g_str_equal (key, "gaps-measure"))
    rm_gap_people_panel_set_measure (self->people, get_measure (self));
  if (g_strv_contains (counted, key))
    rm_gaps_page_count_later (self);
  else
    rm_gaps_page_lay_out_later (self);
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
columns_chosen_cb (RmGapsPage *self)
{
  GObject *item = gtk_drop_down_get_selected_item (self->columns_choice);
  guint selected = gtk_drop_down_get_selected (self->columns_choice);

  if (self->filling || item == NULL)
    return;

  g_clear_pointer (&self->layout->category, g_free);
  if (selected >= 2)
    self->layout->category = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  g_settings_set_string (self->settings, "gaps-columns", column_kinds[selected == 1 ? 1 : 0]);
  rm_gaps_page_lay_out_later (self);
}

static void
search_changed_cb (RmGapsPage *self)
{
  g_free (self->layout->filter);
  self->layout->filter = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  rm_gaps_page_lay_out_later (self);
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
  gtk_widget_set_hexpand (GTK_WIDGET (self->rows_choice), self->narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->columns_choice), self->narrow);
  gtk_label_set_xalign (self->note_label, self->narrow ? 0 : 1);
  set_shrinks (self->people_button, self->narrow);
  set_shrinks (self->pair_button, self->narrow);
  rm_gaps_page_fold_people (self);
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
  gboolean roomy = width >= ROOMY_WIDTH;

  gtk_widget_allocate (GTK_WIDGET (self->states), width, height, baseline, NULL);
  if (narrow == self->narrow && roomy == self->roomy)
    return;

  /* Not now: a widget must not ask for another size while it is given one. */
  self->narrow = narrow;
  self->roomy = roomy;
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

/* Of the document that is shown until now. */
static void
remember_layout (RmGapsPage *self)
{
  if (self->session != NULL)
    rm_gap_memory_save (rm_session_get_document (self->session), self->layout);
}

static void
set_session (RmPage *page,
             RmSession *session)
{
  RmGapsPage *self = RM_GAPS_PAGE (page);

  if (session != self->session)
    remember_layout (self);
  if (!rm_session_follow (&self->session, session, G_CALLBACK (session_changed_cb), self))
    return;

  rm_gaps_page_stop_counting (self);
  rm_gaps_page_stop_block (self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->before, rm_gap_sheet_unref);
  g_clear_pointer (&self->layout, rm_gap_layout_free);
  self->layout = rm_gap_layout_new ();
  if (session != NULL)
    rm_gap_memory_load (rm_session_get_document (session), self->layout);
  self->comparing = RM_GAPS_ALONE;
  read_layout (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  rm_heatmap_set_source (self->heatmap, NULL);
  rm_gap_people_panel_set_block (self->people, NULL, NULL);
  if (session != NULL)
    session_changed_cb (self);
}

static const char *
get_title (RmPage *page)
{
  return _ ("Skill gaps");
}

static const char *
get_icon_name (RmPage *page)
{
  return "rm-heatmap-symbolic";
}

static void
page_init (RmPageInterface *iface)
{
  iface->set_session = set_session;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
}

static void
rm_gaps_page_dispose (GObject *object)
{
  RmGapsPage *self = RM_GAPS_PAGE (object);

  remember_layout (self);
  rm_gaps_page_stop_counting (self);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  rm_gaps_page_stop_block (self);
  rm_session_follow (&self->session, NULL, NULL, self);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_object (&self->view);
  g_clear_pointer (&self->before, rm_gap_sheet_unref);
  g_clear_pointer (&self->layout, rm_gap_layout_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, columns_choice);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, people_separator);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, people);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, found);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, heatmap);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, comparison_bar);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, comparison_label);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, details);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, figures_label);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, people_button);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, pair_button);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, RmGapsPage, note_label);
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

  g_type_ensure (RM_TYPE_GAP_PEOPLE_PANEL);
  g_type_ensure (RM_TYPE_HEATMAP);
  g_type_ensure (RM_TYPE_HEAT_LEGEND);
  bind_template (widget_class);
}

static void
connect_widgets (RmGapsPage *self)
{
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->measures, "notify::visible-child",
                            G_CALLBACK (measures_squeezed_cb), self);
  g_signal_connect_swapped (self->measure_choice, "notify::selected",
                            G_CALLBACK (measure_chosen_cb), self);
  g_signal_connect_swapped (self->rows_choice, "notify::selected", G_CALLBACK (rows_chosen_cb),
                            self);
  g_signal_connect_swapped (self->columns_choice, "notify::selected",
                            G_CALLBACK (columns_chosen_cb), self);
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb),
                            self);
  g_signal_connect_swapped (self->heatmap, "block-changed", G_CALLBACK (rm_gaps_page_show_block),
                            self);
  g_signal_connect_swapped (self->heatmap, "cell-activated", G_CALLBACK (cell_activated_cb), self);
  g_signal_connect_swapped (self->heatmap, "name-activated", G_CALLBACK (name_activated_cb), self);
}

static void
rm_gaps_page_init (RmGapsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self));
  self->settings = g_settings_new (RM_APP_ID);
  self->layout = rm_gap_layout_new ();
  read_layout (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  rm_heat_legend_set_heatmap (self->legend, self->heatmap, _ ("Not rated"));
  rm_gaps_page_add_actions (self);
  /* What is wide would make a narrow window grow before the page is given a size. */
  self->narrow = TRUE;
  update_layout (self);
  update_choices (self);
  measures_squeezed_cb (self);
  connect_widgets (self);
}
