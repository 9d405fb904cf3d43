/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-heat-tiles.h"
#include "ui/widgets/rm-heatmap-cell.h"
#include "ui/widgets/rm-heatmap.h"

G_BEGIN_DECLS

struct _RmHeatmap
{
  GtkWidget parent_instance;

  /* owned */
  RmHeatSource *source;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  GtkWidget *cells[2];
  RmHeatTiles *tiles;
  GHashTable *names; /* row, or ~column → PangoLayout */

  RmHeatGeometry at;
  RmHeatPalette palette;
  guint zoom;
  double pinch;          /* zoom when the pinch began */
  guint font;            /* hash of the font that names were measured in */
  double text_scale;     /* of the font, relative to the one sizes were chosen for */

  /* natural size of headers */
  int names_width;
  int names_height;
  int line_height;

  guint row;
  guint column;
  guint anchor_row;      /* the block reaches from here to the current cell */
  guint anchor_column;
  guint turn;            /* index of the current one of the cells */

  RmHeatPlace hover;
  guint hover_row;
  guint hover_column;

  gboolean dragging;     /* a block is being selected by the pointer */
  gboolean adjusting;    /* the adjustments follow us, not we them */
  guint h_policy : 1;
  guint v_policy : 1;
};

/* rm-heatmap.c */
gboolean rm_heatmap_is_empty (RmHeatmap *self);
void rm_heatmap_update_look (RmHeatmap *self);
void rm_heatmap_move_to (RmHeatmap *self,
                         guint row,
                         guint column);
void rm_heatmap_extend_to (RmHeatmap *self,
                           guint row,
                           guint column);
void rm_heatmap_activate (RmHeatmap *self);
void rm_heatmap_activate_name (RmHeatmap *self,
                               RmHeatPlace place,
                               guint index);

/* rm-heatmap-block.c */
void rm_heatmap_snapshot_marks (RmHeatmap *self,
                                GtkSnapshot *snapshot);
char *rm_heatmap_dup_sentence (RmHeatmap *self,
                               guint row,
                               guint column);

/* rm-heatmap-scroll.c */
void rm_heatmap_reset_zoom (RmHeatmap *self);
void rm_heatmap_set_zoom (RmHeatmap *self,
                          int zoom,
                          double x,
                          double y);
guint rm_heatmap_update_text_scale (RmHeatmap *self);
int rm_heatmap_get_overhang (RmHeatmap *self);
void rm_heatmap_update_adjustments (RmHeatmap *self);
void rm_heatmap_set_adjustment (RmHeatmap *self,
                                GtkAdjustment **place,
                                GtkAdjustment *adjustment);
gboolean rm_heatmap_get_border (GtkScrollable *scrollable,
                                GtkBorder *border);

/* rm-heatmap-names.c */
void rm_heatmap_measure_names (RmHeatmap *self);
void rm_heatmap_snapshot_names (RmHeatmap *self,
                                GtkSnapshot *snapshot);
gboolean rm_heatmap_is_name_cut (RmHeatmap *self,
                                 RmHeatPlace place,
                                 guint index);

/* rm-heatmap-input.c */
void rm_heatmap_install_keys (GtkWidgetClass *widget_class);
void rm_heatmap_add_controllers (RmHeatmap *self);

G_END_DECLS
