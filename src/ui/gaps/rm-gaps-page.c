/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page-private.h"

#include "core/base/rm-sentence.h"
#include "ui/gaps/rm-gaps-choice.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-drop-down.h"

#include <glib/gi18n.h>
#include <string.h>

/* The page around the table: what its model wants and has, as widgets, and how they fit. What can
 * be done with cells is in rm-gaps-actions.c. */

/* Narrower than this, what stands side by side stands one below the other. */
#define NARROW_WIDTH 700

/* From this width on there is room for people beside the table. */
#define ROOMY_WIDTH 860

static void page_init (RmPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmGapsPage, rm_gaps_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_PAGE, page_init))

static void
cell_activated_cb (RmGapsPage *self)
{
  rm_gaps_page_show_people (self, rm_gaps_model_get_measure (self->model));
}

static void
name_activated_cb (RmGapsPage *self,
                   gboolean is_row,
                   guint index)
{
  rm_gaps_model_toggle_group (self->model, is_row, index);
}

/* Skills, categories, then the skills of each category alone. */
static void
fill_columns (RmGapsPage *self)
{
  g_autoptr (GPtrArray) categories = rm_gaps_model_list_categories (self->model);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *chosen = rm_gaps_model_get_layout (self->model)->category;
  guint selected = rm_gaps_model_get_kinds (self->model).columns;

  gtk_string_list_append (list, _ ("All skills"));
  gtk_string_list_append (list, _ ("Categories"));
  for (guint i = 0; i < categories->len; i++)
    {
      const char *category = g_ptr_array_index (categories, i);

      gtk_string_list_append (list, category);
      if (selected == RM_GAP_COLUMNS_SKILL && g_strcmp0 (category, chosen) == 0)
        selected = i + 2;
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->columns_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->columns_choice, selected);
  self->filling = FALSE;
}

/* "Prezi, Finance" stands out. */
static void
show_figures (RmGapsPage *self)
{
  const char *sentence = rm_gap_selection_get_sentence (self->selection);
  g_autofree char *text
    = rm_gap_view_dup_block_text (rm_gap_selection_get_view (self->selection),
                                  rm_gap_selection_get_block (self->selection));
  g_autofree char *place = rm_sentence_isolate (text);
  g_autofree char *markup = NULL;

  if (g_str_has_prefix (sentence, place))
    markup = g_markup_printf_escaped ("<b>%s</b>%s", place, sentence + strlen (place));
  else
    markup = g_markup_escape_text (sentence, -1);
  gtk_label_set_markup (self->figures_label, markup);
}

static void
block_changed_cb (RmGapsPage *self)
{
  RmGapView *view = rm_gaps_model_get_view (self->model);
  RmGapBlock block = { 0 };

  if (view == NULL || !rm_heatmap_get_block (self->heatmap, &block.row, &block.column,
                                             &block.n_rows, &block.n_columns))
    {
      rm_gap_selection_set (self->selection, NULL, NULL);
      return;
    }

  rm_gap_selection_set (self->selection, view, &block);
  rm_gap_people_panel_set_block (self->people, view, &block);
}

/* The same cell as in the view before, wherever it stands now. */
static void
set_source (RmGapsPage *self,
            RmGapView *view)
{
  RmHeatSource *before = rm_heatmap_get_source (self->heatmap);
  g_autofree char *row_key = NULL;
  g_autofree char *column_key = NULL;
  guint row = 0;
  guint column = 0;

  if (before != NULL && rm_heatmap_get_cursor (self->heatmap, &row, &column))
    {
      row_key = rm_gap_view_dup_row_key (RM_GAP_VIEW (before), row);
      column_key = rm_gap_view_dup_column_key (RM_GAP_VIEW (before), column);
    }
  rm_heatmap_set_source (self->heatmap, RM_HEAT_SOURCE (view));
  if (row_key == NULL || !rm_heatmap_get_cursor (self->heatmap, &row, &column))
    return;

  rm_gap_view_find_row (view, row_key, &row);
  rm_gap_view_find_column (view, column_key, &column);
  rm_heatmap_select (self->heatmap, row, column);
}

static void
show_view (RmGapsPage *self,
           RmGapView *view)
{
  RmHeatSource *source = RM_HEAT_SOURCE (view);
  gboolean any = rm_heat_source_get_n_rows (source) > 0
                 && rm_heat_source_get_n_columns (source) > 0;
  g_autofree char *comparison
    = rm_gap_comparison_dup_text (rm_gaps_model_get_comparison (self->model),
                                  rm_gap_view_get_measure (view));
  g_autofree char *note = rm_gap_view_dup_note (view);

  fill_columns (self);
  gtk_stack_set_visible_child_name (self->found, any ? "table" : "nothing");
  gtk_widget_set_visible (GTK_WIDGET (self->details), any);
  gtk_label_set_label (self->comparison_label, comparison);
  gtk_widget_set_visible (self->comparison_bar, *comparison != '\0');
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
  set_source (self, view);
  block_changed_cb (self);
}

static void
view_changed_cb (RmGapsPage *self)
{
  RmGapView *view = rm_gaps_model_get_view (self->model);

  if (view != NULL)
    {
      show_view (self, view);
      return;
    }

  rm_heatmap_set_source (self->heatmap, NULL);
  rm_gap_selection_set (self->selection, NULL, NULL);
  rm_gap_people_panel_set_block (self->people, NULL, NULL);
}

static void
state_changed_cb (RmGapsPage *self)
{
  rm_late_spinner_set_busy (&self->late, rm_gaps_model_is_busy (self->model));
  rm_gaps_page_show_state (self);
}

static void
update_choices (RmGapsPage *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->measure_choice, rm_gaps_model_get_measure (self->model));
  gtk_drop_down_set_selected (self->rows_choice, rm_gaps_model_get_kinds (self->model).rows);
  self->filling = FALSE;
}

static void
choice_changed_cb (RmGapsPage *self,
                   const char *key)
{
  update_choices (self);
  if (g_str_equal (key, "gaps-measure"))
    rm_gap_people_panel_set_measure (self->people, rm_gaps_model_get_measure (self->model));
}

static void
measure_chosen_cb (RmGapsPage *self)
{
  if (!self->filling)
    rm_gaps_choice_set_measure (rm_gaps_model_get_settings (self->model),
                                gtk_drop_down_get_selected (self->measure_choice));
}

static void
rows_chosen_cb (RmGapsPage *self)
{
  if (!self->filling)
    rm_gaps_choice_set_rows (rm_gaps_model_get_settings (self->model),
                             gtk_drop_down_get_selected (self->rows_choice));
}

static void
columns_chosen_cb (RmGapsPage *self)
{
  GObject *item = gtk_drop_down_get_selected_item (self->columns_choice);
  guint selected = gtk_drop_down_get_selected (self->columns_choice);
  const char *category = NULL;

  if (self->filling || item == NULL)
    return;

  if (selected >= 2)
    category = gtk_string_object_get_string (GTK_STRING_OBJECT (item));
  rm_gaps_model_choose_columns (self->model,
                                selected == 1 ? RM_GAP_COLUMNS_CATEGORY : RM_GAP_COLUMNS_SKILL,
                                category);
}

static void
search_changed_cb (RmGapsPage *self)
{
  rm_gaps_model_set_filter (self->model,
                            gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
show_all_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  RmGapsPage *self = data;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  rm_gaps_model_show_all (self->model);
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
  GTK_WIDGET_CLASS (rm_gaps_page_parent_class)->map (widget);
  rm_gaps_model_set_seen (RM_GAPS_PAGE (widget)->model, TRUE);
}

static void
rm_gaps_page_unmap (GtkWidget *widget)
{
  RmGapsPage *self = RM_GAPS_PAGE (widget);

  /* Not where it is unmapped by its end. */
  if (self->model != NULL)
    rm_gaps_model_set_seen (self->model, FALSE);
  GTK_WIDGET_CLASS (rm_gaps_page_parent_class)->unmap (widget);
}

static void
set_session (RmPage *page,
             RmSession *session)
{
  RmGapsPage *self = RM_GAPS_PAGE (page);

  if (session == rm_gaps_model_get_session (self->model))
    return;

  rm_gaps_model_set_session (self->model, session);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
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

  /* A worker may hold the model for a while; it has nothing to tell any more. */
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      rm_gaps_model_set_session (self->model, NULL);
    }
  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->late.source, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
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
  widget_class->unmap = rm_gaps_page_unmap;

  g_type_ensure (RM_TYPE_GAP_PEOPLE_PANEL);
  g_type_ensure (RM_TYPE_HEATMAP);
  g_type_ensure (RM_TYPE_HEAT_LEGEND);
  bind_template (widget_class);
}

static void
connect_widgets (RmGapsPage *self)
{
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
  g_signal_connect_swapped (self->heatmap, "block-changed", G_CALLBACK (block_changed_cb),
                            self);
  g_signal_connect_swapped (self->heatmap, "cell-activated", G_CALLBACK (cell_activated_cb), self);
  g_signal_connect_swapped (self->heatmap, "name-activated", G_CALLBACK (name_activated_cb), self);
}

static void
add_model (RmGapsPage *self)
{
  const GActionEntry entries[] = { { "show-all", show_all_cb, NULL, NULL, NULL } };
  g_autoptr (GSettings) settings = g_settings_new (RM_APP_ID);

  self->model = rm_gaps_model_new (settings);
  self->selection = rm_gap_selection_new ();
  self->actions = rm_gaps_actions_new (GTK_WIDGET (self), self->model, self->selection);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  rm_gaps_page_add_people (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "gaps", G_ACTION_GROUP (self->actions));
  rm_copy_add_key (GTK_WIDGET (self->heatmap), "gaps.copy");
  g_signal_connect_object (self->model, "choice-changed", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "view-changed", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "counted", G_CALLBACK (show_figures), self,
                           G_CONNECT_SWAPPED);
}

static void
rm_gaps_page_init (RmGapsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self));
  add_model (self);
  self->late.box = GTK_WIDGET (self->spinner);
  self->late.spinner = self->spinner;
  g_object_bind_property (self->spinner, "spinning", self->first_spinner, "spinning",
                          G_BINDING_DEFAULT);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  rm_heat_legend_set_heatmap (self->legend, self->heatmap, _ ("Not rated"));
  /* What is wide would make a narrow window grow before the page is given a size. */
  self->narrow = TRUE;
  update_layout (self);
  update_choices (self);
  measures_squeezed_cb (self);
  connect_widgets (self);
}
