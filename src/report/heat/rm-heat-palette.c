/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/heat/rm-heat-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* WCAG 2.1, success criterion 1.4.3: text of any size. */
#define MIN_CONTRAST 4.5
/* The same for 1.4.6, the enhanced one. */
#define GOOD_CONTRAST 7

/* The ramps, from the lowest band to the highest: the blues of GNOME's palette, stretched so that
 * the luminance is monotonic. */
static const guint32 light_ramp[RM_HEAT_BANDS] = {
  0xd6e6f7, 0x99c1f1, 0x5796e0, 0x1f62b5, 0x0f3566,
};
static const guint32 dark_ramp[RM_HEAT_BANDS] = {
  0x1c3552, 0x1f5796, 0x3a86de, 0x8ebff5, 0xdcecfd,
};

/* The same in orange, for increases; decreases are blue. */
static const guint32 light_more_ramp[RM_HEAT_BANDS] = {
  0xfde3cf, 0xffbe6f, 0xf08a24, 0xb85209, 0x6b2a05,
};
static const guint32 dark_more_ramp[RM_HEAT_BANDS] = {
  0x4a2810, 0x8a4206, 0xd9761a, 0xffb068, 0xffe3c7,
};

/* The same for people who need more contrast: the steps are wider, and the ends further out. */
static const guint32 light_strong_ramp[RM_HEAT_BANDS] = {
  0xc4dcff, 0x7fb2f5, 0x2a6cc8, 0x0d3f86, 0x001433,
};
static const guint32 dark_strong_ramp[RM_HEAT_BANDS] = {
  0x0b2f5e, 0x1f62b5, 0x5fa2f0, 0xb0d4ff, 0xe6f2ff,
};

static const guint steps[] = { 1, 2, 3, 4, 5, 6, 8 };

static RmColour
unpack (guint32 colour)
{
  return (RmColour) {
    .red = ((colour >> 16) & 0xff) / 255.0,
    .green = ((colour >> 8) & 0xff) / 255.0,
    .blue = (colour & 0xff) / 255.0,
    .alpha = 1,
  };
}

static RmColour
mix (const RmColour *a,
     const RmColour *b,
     double t)
{
  return (RmColour) {
    .red = a->red + (b->red - a->red) * t,
    .green = a->green + (b->green - a->green) * t,
    .blue = a->blue + (b->blue - a->blue) * t,
    .alpha = 1,
  };
}

static RmColour
colour_at (const guint32 *ramp,
           double t)
{
  double place = CLAMP (t, 0, 1) * (RM_HEAT_BANDS - 1);
  int below = MIN ((int) place, RM_HEAT_BANDS - 2);
  RmColour a = unpack (ramp[below]);
  RmColour b = unpack (ramp[below + 1]);

  return mix (&a, &b, place - below);
}

/* A soft text colour if its contrast is good, else white if legible, else black, which then is. */
static RmColour
choose_text (const RmColour *ground)
{
  RmColour soft = unpack (0x2e3436);
  RmColour white = unpack (0xffffff);

  if (rm_colour_get_contrast (&soft, ground) >= GOOD_CONTRAST)
    return soft;

  return rm_colour_get_contrast (&white, ground) >= MIN_CONTRAST ? white : unpack (0x000000);
}

/* The least round step with which five bands reach the maximum. */
static guint
choose_step (guint maximum)
{
  guint wanted = (guint) (((guint64) maximum + RM_HEAT_BANDS - 1) / RM_HEAT_BANDS);
  guint ten = 10;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= wanted)
      return steps[i];

  for (; ten < G_MAXUINT / 100; ten *= 10)
    {
      static const guint parts[] = { 10, 15, 20, 25, 30, 40, 50, 60, 80 };

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        if (parts[i] * (ten / 10) >= wanted)
          return parts[i] * (ten / 10);
    }

  return wanted;
}

/* Few bands avoid the ends of the ramp: a single 1 is not the most possible. */
static void
fill_bands (const guint32 *ramp,
            guint n_bands,
            RmColour *fill,
            RmColour *text)
{
  for (guint i = 1; i <= n_bands; i++)
    {
      double t = n_bands >= 4 ? (i - 1) / (double) (n_bands - 1) : (i - 0.5) / n_bands;

      fill[i] = colour_at (ramp, t);
      text[i] = choose_text (&fill[i]);
    }
}

void
rm_heat_palette_init (RmHeatPalette *self,
                      guint maximum,
                      gboolean change,
                      gboolean dark,
                      gboolean high_contrast)
{
  const guint32 *ramp = high_contrast ? (dark ? dark_strong_ramp : light_strong_ramp)
                                      : (dark ? dark_ramp : light_ramp);
  const guint32 *more_ramp = dark ? dark_more_ramp : light_more_ramp;

  *self = (RmHeatPalette) { .change = change };
  self->step = choose_step (maximum);
  self->n_bands = (guint) (((guint64) maximum + self->step - 1) / self->step);

  self->fill[0] = unpack (high_contrast ? (dark ? 0x000000 : 0xffffff)
                                        : (dark ? 0x262626 : 0xf7f7f8));
  self->text[0] = unpack (high_contrast ? (dark ? 0xffffff : 0x000000)
                                        : (dark ? 0xa8a8a8 : 0x646464));
  fill_bands (change ? more_ramp : ramp, self->n_bands, self->fill, self->text);
  fill_bands (ramp, self->n_bands, self->below_fill, self->below_text);

  self->unrated_fill = unpack (dark ? 0x303030 : 0xf0f0f0);
  self->unrated_line = unpack (dark ? (high_contrast ? 0x5c5c5c : 0x484848)
                                    : (high_contrast ? 0xb4b4b4 : 0xd4d4d4));
  self->unrated_text = unpack (dark ? (high_contrast ? 0xffffff : 0xd0d0d0)
                                    : (high_contrast ? 0x000000 : 0x4a4a4a));
}

int
rm_heat_palette_get_band (const RmHeatPalette *self,
                          int value)
{
  guint size = (guint) ABS (value);
  guint band = 0;

  if (value == 0 || self->n_bands == 0)
    return 0;

  band = MIN ((size - 1) / self->step + 1, self->n_bands);
  return value < 0 ? -(int) band : (int) band;
}

RmColour
rm_heat_palette_get_fill (const RmHeatPalette *self,
                          int band)
{
  return band < 0 ? self->below_fill[-band] : self->fill[band];
}

RmColour
rm_heat_palette_get_text (const RmHeatPalette *self,
                          int band)
{
  return band < 0 ? self->below_text[-band] : self->text[band];
}

void
rm_colour_set_source (RmColour colour,
                      cairo_t *cr)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

void
rm_heat_palette_get_limits (const RmHeatPalette *self,
                            guint band,
                            guint *first,
                            guint *last)
{
  *first = band == 0 ? 0 : (band - 1) * self->step + 1;
  *last = band * self->step;
}

char *
rm_heat_palette_describe (const RmHeatPalette *self,
                          int band)
{
  const char *sign = band < 0 ? "−" : self->change && band > 0 ? "+" : "";
  guint first = 0;
  guint last = 0;

  rm_heat_palette_get_limits (self, (guint) ABS (band), &first, &last);
  if (first == last)
    return g_strdup_printf ("%s%u", sign, first);
  /* Translators: a range in a legend, such as 11–15; as a change +11–15: first its sign, if any */
  return g_strdup_printf (_ ("%s%u–%u"), sign, first, last);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
rm_colour_get_luminance (const RmColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
         + 0.0722 * linear (colour->blue);
}

double
rm_colour_get_contrast (const RmColour *a,
                        const RmColour *b)
{
  double first = rm_colour_get_luminance (a);
  double second = rm_colour_get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
