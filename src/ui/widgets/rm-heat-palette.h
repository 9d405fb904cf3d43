/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/** Bands of values above zero, at most. */
#define RM_HEAT_BANDS 5

/**
 * RmHeatPalette:
 * @n_bands: bands above zero; 0 where every value is zero
 * @step: how many values a band spans
 * @fill: colour of each band; the first is that of zero
 * @text: colour of a number on it, with a contrast of at least 4.5 : 1
 * @unrated_fill: ground of a cell that nobody has rated
 * @unrated_line: hatching of it
 * @unrated_text: the question mark on it
 *
 * How values become colours: one hue, and a luminance that goes one way from band to band, so that
 * it can be told apart in grey and with any kind of colour blindness. Light to dark on a light
 * ground, dark to light on a dark one: more always stands out more.
 */
typedef struct
{
  guint n_bands;
  guint step;
  GdkRGBA fill[RM_HEAT_BANDS + 1];
  GdkRGBA text[RM_HEAT_BANDS + 1];
  GdkRGBA unrated_fill;
  GdkRGBA unrated_line;
  GdkRGBA unrated_text;
} RmHeatPalette;

/**
 * rm_heat_palette_init:
 * @self: (out caller-allocates): a palette
 * @maximum: the greatest value there is
 * @dark: whether the ground is dark
 * @high_contrast: whether to keep the hatching and its mark far apart
 */
void rm_heat_palette_init (RmHeatPalette *self,
                           guint maximum,
                           gboolean dark,
                           gboolean high_contrast);

/**
 * rm_heat_palette_get_band:
 * @self: a palette
 * @value: a value
 *
 * Returns: 0 for zero, else 1 to @self's n_bands
 */
guint rm_heat_palette_get_band (const RmHeatPalette *self,
                                guint value);

/**
 * rm_heat_palette_get_limits:
 * @self: a palette
 * @band: a band
 * @first: (out): its least value
 * @last: (out): its greatest value
 */
void rm_heat_palette_get_limits (const RmHeatPalette *self,
                                 guint band,
                                 guint *first,
                                 guint *last);

/**
 * rm_colour_get_luminance:
 * @colour: an opaque colour
 *
 * Returns: its relative luminance as WCAG 2.1 defines it, 0 to 1
 */
double rm_colour_get_luminance (const GdkRGBA *colour);

/**
 * rm_colour_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: their contrast as WCAG 2.1 defines it, 1 to 21
 */
double rm_colour_get_contrast (const GdkRGBA *a,
                               const GdkRGBA *b);

G_END_DECLS
