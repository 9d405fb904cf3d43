/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** RmColour: red, green, blue and opacity, 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} RmColour;

/** Bands of values above zero, at most. */
#define RM_HEAT_BANDS 5

/**
 * RmHeatPalette:
 * @n_bands: bands above zero; 0 if every value is zero
 * @step: how many values a band spans
 * @change: whether values below zero have bands too
 * @fill: colour of each band; the first is that of zero
 * @text: colour of a number on it, with a contrast of at least 4.5 : 1
 * @below_fill: the same for bands below zero; the first is not used
 * @below_text: the same for bands below zero
 * @unrated_fill: background of an unrated cell
 * @unrated_line: its hatching
 * @unrated_text: its question mark
 *
 * The mapping of values to colours: one hue, with luminance monotonic from band to band, so that
 * bands differ in grey and with any kind of colour blindness. Light to dark on a light background,
 * dark to light on a dark one: more always stands out more. For changes, more is orange and less is
 * blue, which differ with any kind of colour blindness; without numbers the marks for less are
 * hollow.
 */
typedef struct
{
  guint n_bands;
  guint step;
  gboolean change;
  RmColour fill[RM_HEAT_BANDS + 1];
  RmColour text[RM_HEAT_BANDS + 1];
  RmColour below_fill[RM_HEAT_BANDS + 1];
  RmColour below_text[RM_HEAT_BANDS + 1];
  RmColour unrated_fill;
  RmColour unrated_line;
  RmColour unrated_text;
} RmHeatPalette;

/**
 * rm_heat_palette_init:
 * @self: (out caller-allocates): a palette
 * @maximum: greatest distance of any value from zero
 * @change: whether there are values below zero
 * @dark: whether the background is dark
 * @high_contrast: whether to increase the contrast of bands, and of hatching and its mark
 */
void rm_heat_palette_init (RmHeatPalette *self,
                           guint maximum,
                           gboolean change,
                           gboolean dark,
                           gboolean high_contrast);

/**
 * rm_heat_palette_get_band:
 * @self: a palette
 * @value: a value
 *
 * Returns: 0 for zero, else 1 to @self's n_bands, or the same below zero
 */
int rm_heat_palette_get_band (const RmHeatPalette *self,
                              int value);

/**
 * rm_heat_palette_get_fill:
 * @self: a palette
 * @band: a band
 *
 * Returns: its colour
 */
RmColour rm_heat_palette_get_fill (const RmHeatPalette *self,
                                   int band);

/**
 * rm_heat_palette_get_text:
 * @self: a palette
 * @band: a band
 *
 * Returns: the colour of a number on it
 */
RmColour rm_heat_palette_get_text (const RmHeatPalette *self,
                                   int band);

/**
 * rm_heat_palette_get_limits:
 * @self: a palette
 * @band: a band at or above zero
 * @first: (out): its least value
 * @last: (out): its greatest value
 */
void rm_heat_palette_get_limits (const RmHeatPalette *self,
                                 guint band,
                                 guint *first,
                                 guint *last);

/**
 * rm_heat_palette_describe:
 * @self: a palette
 * @band: a band
 *
 * Returns: (transfer full): its values as a legend names them: "0", "11–15", "+3", "−3–5"
 */
char *rm_heat_palette_describe (const RmHeatPalette *self,
                                int band);

/**
 * rm_colour_set_source:
 * @colour: a colour
 * @cr: a drawing, which then paints with it
 */
void rm_colour_set_source (RmColour colour,
                           cairo_t *cr);

/**
 * rm_colour_get_luminance:
 * @colour: an opaque colour
 *
 * Returns: its relative luminance as WCAG 2.1 defines it, 0 to 1
 */
double rm_colour_get_luminance (const RmColour *colour);

/**
 * rm_colour_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: their contrast as WCAG 2.1 defines it, 1 to 21
 */
double rm_colour_get_contrast (const RmColour *a,
                               const RmColour *b);

G_END_DECLS
