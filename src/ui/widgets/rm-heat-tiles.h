/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/heat/rm-heat-palette.h"
#include "report/heat/rm-heat-source.h"
#include "ui/widgets/rm-heatmap-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RmHeatLook:
 * @cell_width: logical pixels
 * @cell_height: logical pixels
 * @scale: device pixels in a logical one
 * @palette: the colours
 * @ground: behind the sheet, and between cells
 *
 * Everything that the pixels of a cell depend on, except its value.
 */
typedef struct
{
  int cell_width;
  int cell_height;
  int scale;
  RmHeatPalette palette;
  RmColour ground;
} RmHeatLook;

/**
 * RmHeatTiles:
 *
 * The body of a heatmap as pixels. Each distinct value is drawn once, as a tile; a frame copies
 * rows of tiles into one image and paints that. Of all the ways tried this was the fastest by far,
 * because the renderer sees one node and no text.
 */
typedef struct _RmHeatTiles RmHeatTiles;

RmHeatTiles *rm_heat_tiles_new (void);
void rm_heat_tiles_free (RmHeatTiles *self);

/**
 * rm_heat_tiles_set_look:
 * @self: tiles
 * @look: the look
 * @maximum: the greatest value, which must fit if numbers are shown
 * @context: font of the numbers
 *
 * Drops all tiles.
 */
void rm_heat_tiles_set_look (RmHeatTiles *self,
                             const RmHeatLook *look,
                             guint maximum,
                             PangoContext *context);

/**
 * rm_heat_tiles_has_numbers:
 * @self: tiles
 *
 * Returns: whether cells show their number; else they show a pattern for their band
 */
gboolean rm_heat_tiles_has_numbers (const RmHeatTiles *self);

/**
 * rm_heat_tiles_snapshot:
 * @self: tiles
 * @snapshot: the destination, clipped to the view
 * @source: the values
 * @at: the geometry
 */
void rm_heat_tiles_snapshot (RmHeatTiles *self,
                             GtkSnapshot *snapshot,
                             RmHeatSource *source,
                             const RmHeatGeometry *at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmHeatTiles, rm_heat_tiles_free)

G_END_DECLS
