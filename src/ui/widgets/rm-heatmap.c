/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-private.h"

#include <math.h>

/* Five thousand rows by three hundred columns must scroll smoothly, so cells are not widgets: the
 * body is one image (rm-heat-tiles.c), names are drawn (rm-heatmap-names.c), and two real widgets
 * take turns as the current cell (rm-heatmap-cell.c). */

#define MIN_WIDTH 120
#define MIN_HEIGHT 120

enum
{
  PROP_ROW = 1,
  PROP_COLUMN,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CELL_SELECTED,
  CELL_ACTIVATED,
  BLOCK_CHANGED,
  NAME_ACTIVATED,
  LOOK_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_OWN_PROPS];
static guint signals[N_SIGNALS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmHeatmap, rm_heatmap, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

gboolean
rm_heatmap_is_empty (RmHeatmap *self)
{
  return self->at.n_rows == 0 || self->at.n_columns == 0;
}

static void
place_cells (RmHeatmap *self)
{
  GdkRectangle place = { 0, 0, 1, 1 };
  gboolean any = !rm_heatmap_is_empty (self);

  if (any)
    place = rm_heat_geometry_get_cell (&self->at, self->row, self->column);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      gtk_widget_set_child_visible (self->cells[i], any);
      /* Measured because an allocation without measuring is reported as an error. */
      gtk_widget_measure (self->cells[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->cells[i], &place, -1);
    }
}

void
rm_heatmap_update_look (RmHeatmap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint maximum = self->source != NULL ? rm_heat_source_get_maximum (self->source) : 0;
  RmHeatLook look = {
    .cell_width = self->at.cell_width,
    .cell_height = self->at.cell_height,
    .scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };
  GdkRGBA ground = { 1, 1, 1, 1 };

  rm_heat_palette_init (&self->palette, maximum,
                        self->source != NULL && rm_heat_source_is_change (self->source),
                        adw_style_manager_get_dark (style),
                        adw_style_manager_get_high_contrast (style));
  look.palette = self->palette;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "view_bg_color", &ground);
  look.ground = (RmColour) { (double) ground.red, (double) ground.green, (double) ground.blue,
                             (double) ground.alpha };
  rm_heat_tiles_set_look (self->tiles, &look, maximum, context);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LOOK_CHANGED], 0);
}

/* The idle cell takes over: it gets the sentence first and then the focus, so that screen readers
 * read the name of the newly focused widget. */
static void
turn_to (RmHeatmap *self,
         guint row,
         guint column)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  guint idle = 1 - self->turn;
  g_autofree char *sentence = rm_heatmap_dup_sentence (self, row, column);

  self->row = row;
  self->column = column;
  rm_heatmap_cell_set_sentence (RM_HEATMAP_CELL (self->cells[idle]), sentence);
  rm_heatmap_cell_set_current (RM_HEATMAP_CELL (self->cells[idle]), TRUE);
  rm_heatmap_cell_set_current (RM_HEATMAP_CELL (self->cells[self->turn]), FALSE);
  self->turn = idle;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (focused)
    gtk_widget_grab_focus (self->cells[idle]);
}

void
rm_heatmap_extend_to (RmHeatmap *self,
                      guint row,
                      guint column)
{
  gboolean moved_row = row != self->row;
  gboolean moved_column = column != self->column;

  if (rm_heat_geometry_reveal (&self->at, row, column))
    rm_heatmap_update_adjustments (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (!moved_row && !moved_column)
    return;

  turn_to (self, row, column);
  if (moved_row)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
  if (moved_column)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN]);
  g_signal_emit (self, signals[CELL_SELECTED], 0, row, column);
  g_signal_emit (self, signals[BLOCK_CHANGED], 0);
}

void
rm_heatmap_move_to (RmHeatmap *self,
                    guint row,
                    guint column)
{
  gboolean collapsed = self->anchor_row != self->row || self->anchor_column != self->column;
  gboolean moved = row != self->row || column != self->column;

  self->anchor_row = row;
  self->anchor_column = column;
  rm_heatmap_extend_to (self, row, column);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (collapsed && !moved)
    g_signal_emit (self, signals[BLOCK_CHANGED], 0);
}

void
rm_heatmap_activate_name (RmHeatmap *self,
                          RmHeatPlace place,
                          guint index)
{
  g_signal_emit (self, signals[NAME_ACTIVATED], 0, place == RM_HEAT_ROW_NAME, index);
}

void
rm_heatmap_activate (RmHeatmap *self)
{
  if (!rm_heatmap_is_empty (self))
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, self->row, self->column);
}

static void
rm_heatmap_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  RmHeatmap *self = RM_HEATMAP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX (MIN_WIDTH,
                      self->names_width + rm_heat_geometry_get_content_width (&self->at));
    }
  else
    {
      *minimum = MIN_HEIGHT;
      *natural = MAX (MIN_HEIGHT,
                      self->names_height + rm_heat_geometry_get_content_height (&self->at));
    }
}

static void
rm_heatmap_size_allocate (GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  RmHeatmap *self = RM_HEATMAP (widget);
  RmHeatGeometry before = self->at;

  self->at.width = width;
  self->at.height = height;
  self->at.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  /* In a narrow window names get narrower before the sheet does. */
  self->at.header_width = CLAMP (self->names_width, 48, MAX (84, width * 36 / 100));
  self->at.header_height = CLAMP (self->names_height, 36, MAX (60, height * 45 / 100));
  self->at.overhang = rm_heatmap_get_overhang (self);
  rm_heat_geometry_clamp (&self->at);
  if (before.header_width != self->at.header_width
      || before.header_height != self->at.header_height)
    g_hash_table_remove_all (self->names);

  rm_heatmap_update_adjustments (self);
  place_cells (self);
}

static void
rm_heatmap_snapshot (GtkWidget *widget,
                     GtkSnapshot *snapshot)
{
  RmHeatmap *self = RM_HEATMAP (widget);
  GdkRectangle view = rm_heat_geometry_get_view (&self->at);

  if (rm_heatmap_is_empty (self))
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) view.x, (float) view.y,
                                                         (float) view.width,
                                                         (float) view.height));
  rm_heat_tiles_snapshot (self->tiles, snapshot, self->source, &self->at);
  rm_heatmap_snapshot_marks (self, snapshot);
  gtk_snapshot_pop (snapshot);
  rm_heatmap_snapshot_names (self, snapshot);

  /* The ring of a cell at the edge is drawn over the headers' lines. */
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) view.x - 2, (float) view.y - 2,
                                                         (float) view.width + 4,
                                                         (float) view.height + 2));
  gtk_widget_snapshot_child (widget, self->cells[self->turn], snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
rm_heatmap_focus (GtkWidget *widget,
                  GtkDirectionType direction)
{
  RmHeatmap *self = RM_HEATMAP (widget);

  /* One stop for Tab, however many cells there are. */
  if (rm_heatmap_is_empty (self) || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (self->cells[self->turn]);
}

static gboolean
rm_heatmap_grab_focus (GtkWidget *widget)
{
  RmHeatmap *self = RM_HEATMAP (widget);

  return !rm_heatmap_is_empty (self) && gtk_widget_grab_focus (self->cells[self->turn]);
}

static gboolean
rm_heatmap_query_tooltip (GtkWidget *widget,
                          int x,
                          int y,
                          gboolean keyboard,
                          GtkTooltip *tooltip)
{
  RmHeatmap *self = RM_HEATMAP (widget);
  guint row = self->row;
  guint column = self->column;
  g_autofree char *text = NULL;
  GdkRectangle area = { 0 };
  RmHeatPlace place = RM_HEAT_CELL;

  if (rm_heatmap_is_empty (self))
    return FALSE;

  if (!keyboard)
    place = rm_heat_geometry_find (&self->at, x, y, &row, &column);
  if (place == RM_HEAT_CELL)
    text = rm_heat_source_dup_sentence (self->source, row, column);
  else if (place == RM_HEAT_ROW_NAME && rm_heatmap_is_name_cut (self, place, row))
    text = rm_heat_source_dup_row_name (self->source, row);
  else if (place == RM_HEAT_COLUMN_NAME && rm_heatmap_is_name_cut (self, place, column))
    text = rm_heat_source_dup_column_name (self->source, column);
  if (text == NULL)
    return FALSE;

  area = rm_heat_geometry_get_cell (&self->at, row, column);
  if (place == RM_HEAT_CELL)
    gtk_tooltip_set_tip_area (tooltip, &area);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
rm_heatmap_css_changed (GtkWidget *widget,
                        GtkCssStyleChange *change)
{
  RmHeatmap *self = RM_HEATMAP (widget);
  double before = self->text_scale;
  guint font = 0;

  GTK_WIDGET_CLASS (rm_heatmap_parent_class)->css_changed (widget, change);
  font = rm_heatmap_update_text_scale (self);
  rm_heatmap_update_look (self);
  /* Styles change with each hover, fonts hardly ever. */
  if (font == self->font && fabs (before - self->text_scale) < 0.001)
    return;

  self->font = font;
  rm_heatmap_measure_names (self);
  gtk_widget_queue_resize (widget);
}

static void
rm_heatmap_direction_changed (GtkWidget *widget,
                              GtkTextDirection before)
{
  GTK_WIDGET_CLASS (rm_heatmap_parent_class)->direction_changed (widget, before);
  rm_heatmap_measure_names (RM_HEATMAP (widget));
  gtk_widget_queue_resize (widget);
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = rm_heatmap_get_border;
}

static void
rm_heatmap_dispose (GObject *object)
{
  RmHeatmap *self = RM_HEATMAP (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);
  g_clear_object (&self->source);
  g_clear_object (&self->horizontal);
  g_clear_object (&self->vertical);
  g_clear_pointer (&self->tiles, rm_heat_tiles_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  G_OBJECT_CLASS (rm_heatmap_parent_class)->dispose (object);
}

static void
rm_heatmap_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  RmHeatmap *self = RM_HEATMAP (object);

  switch (id)
    {
    case PROP_ROW:
      g_value_set_uint (value, self->row);
      break;
    case PROP_COLUMN:
      g_value_set_uint (value, self->column);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->horizontal);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vertical);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->h_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->v_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rm_heatmap_set_property (GObject *object,
                         guint id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  RmHeatmap *self = RM_HEATMAP (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      rm_heatmap_set_adjustment (self, &self->horizontal, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      rm_heatmap_set_adjustment (self, &self->vertical, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->h_policy = g_value_get_enum (value) != 0;
      break;
    case PROP_VSCROLL_POLICY:
      self->v_policy = g_value_get_enum (value) != 0;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_signals (GType type)
{
  signals[CELL_SELECTED] = g_signal_new ("cell-selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[BLOCK_CHANGED] = g_signal_new ("block-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[NAME_ACTIVATED] = g_signal_new ("name-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_UINT);
  signals[LOOK_CHANGED] = g_signal_new ("look-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
rm_heatmap_class_init (RmHeatmapClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = rm_heatmap_dispose;
  object_class->get_property = rm_heatmap_get_property;
  object_class->set_property = rm_heatmap_set_property;
  widget_class->measure = rm_heatmap_measure;
  widget_class->size_allocate = rm_heatmap_size_allocate;
  widget_class->snapshot = rm_heatmap_snapshot;
  widget_class->focus = rm_heatmap_focus;
  widget_class->grab_focus = rm_heatmap_grab_focus;
  widget_class->query_tooltip = rm_heatmap_query_tooltip;
  widget_class->css_changed = rm_heatmap_css_changed;
  widget_class->direction_changed = rm_heatmap_direction_changed;

  properties[PROP_ROW] = g_param_spec_uint ("row", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_OWN_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (G_TYPE_FROM_CLASS (class));

  rm_heatmap_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "heatmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
rm_heatmap_init (RmHeatmap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->text_scale = 1;
  rm_heatmap_reset_zoom (self);
  self->tiles = rm_heat_tiles_new ();
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] = rm_heatmap_cell_new ();
      gtk_widget_set_parent (self->cells[i], widget);
      g_signal_connect_swapped (self->cells[i], "activate", G_CALLBACK (rm_heatmap_activate),
                                self);
    }

  gtk_widget_add_css_class (widget, "view");
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  rm_heatmap_add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (rm_heatmap_update_look), NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (rm_heatmap_update_look),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (rm_heatmap_update_look),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
rm_heatmap_new (void)
{
  return g_object_new (RM_TYPE_HEATMAP, NULL);
}

void
rm_heatmap_set_source (RmHeatmap *self,
                       RmHeatSource *source)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (RM_IS_HEATMAP (self));

  if (!g_set_object (&self->source, source))
    return;

  self->at.n_rows = source != NULL ? rm_heat_source_get_n_rows (source) : 0;
  self->at.n_columns = source != NULL ? rm_heat_source_get_n_columns (source) : 0;
  self->hover = RM_HEAT_NOWHERE;
  rm_heatmap_measure_names (self);
  rm_heat_geometry_clamp (&self->at);
  rm_heatmap_update_look (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  if (rm_heatmap_is_empty (self))
    return;
  self->anchor_row = MIN (self->row, self->at.n_rows - 1);
  self->anchor_column = MIN (self->column, self->at.n_columns - 1);
  turn_to (self, self->anchor_row, self->anchor_column);
  /* The other one still has the old figures, or none. */
  sentence = rm_heat_source_dup_sentence (source, self->row, self->column);
  rm_heatmap_cell_set_sentence (RM_HEATMAP_CELL (self->cells[1 - self->turn]), sentence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN]);
  g_signal_emit (self, signals[CELL_SELECTED], 0, self->row, self->column);
  g_signal_emit (self, signals[BLOCK_CHANGED], 0);
}

RmHeatSource *
rm_heatmap_get_source (RmHeatmap *self)
{
  return self->source;
}

gboolean
rm_heatmap_get_cursor (RmHeatmap *self,
                       guint *row,
                       guint *column)
{
  *row = self->row;
  *column = self->column;
  return !rm_heatmap_is_empty (self);
}

void
rm_heatmap_select (RmHeatmap *self,
                   guint row,
                   guint column)
{
  g_return_if_fail (RM_IS_HEATMAP (self));
  g_return_if_fail (row < self->at.n_rows && column < self->at.n_columns);

  rm_heatmap_move_to (self, row, column);
}

const RmHeatPalette *
rm_heatmap_get_palette (RmHeatmap *self)
{
  return &self->palette;
}

gboolean
rm_heatmap_has_numbers (RmHeatmap *self)
{
  return rm_heat_tiles_has_numbers (self->tiles);
}
