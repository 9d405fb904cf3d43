/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/heat/rm-heat-palette.h"

G_BEGIN_DECLS

/* Marks in the cells of a heatmap, on screen and on paper. */

/**
 * rm_heat_draw_pattern:
 * @cr: a drawing
 * @colour: colour of the marks
 * @band: the band
 * @width: width of the cell
 * @height: height of the cell
 *
 * Draws as many marks as the band's number, laid out like the pips of a die; hollow below zero.
 */
void rm_heat_draw_pattern (cairo_t *cr,
                           RmColour colour,
                           int band,
                           int width,
                           int height);

/**
 * rm_heat_draw_hatching:
 * @cr: a drawing
 * @palette: colours
 * @width: width of the cell
 * @height: height of the cell
 */
void rm_heat_draw_hatching (cairo_t *cr,
                            const RmHeatPalette *palette,
                            int width,
                            int height);

G_END_DECLS
