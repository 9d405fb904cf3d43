/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/heat/rm-heat-palette.h"

/* Every palette is legible and monotonic. */

static const guint maxima[] = { 0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 24, 25, 26, 60, 99, 100, 101, 1234,
                                5000, 99999, G_MAXINT };

static void
test_bands (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (maxima); i++)
    {
      RmHeatPalette palette = { 0 };
      guint first = 0;
      guint last = 0;

      rm_heat_palette_init (&palette, maxima[i], FALSE, FALSE, FALSE);
      g_assert_cmpuint (palette.n_bands, <=, RM_HEAT_BANDS);
      g_assert_cmpint (rm_heat_palette_get_band (&palette, 0), ==, 0);
      g_assert_cmpint (rm_heat_palette_get_band (&palette, (int) maxima[i]), ==,
                       (int) palette.n_bands);
      if (maxima[i] == G_MAXINT)
        continue;
      for (guint band = 0; band <= palette.n_bands; band++)
        {
          rm_heat_palette_get_limits (&palette, band, &first, &last);
          g_assert_cmpuint (first, <=, last);
          g_assert_cmpint (rm_heat_palette_get_band (&palette, (int) first), ==, (int) band);
          g_assert_cmpint (rm_heat_palette_get_band (&palette, -(int) last), ==, -(int) band);
        }
      g_assert_cmpuint (last, >=, maxima[i]);
    }
}

static void
test_steps (void)
{
  static const struct
  {
    guint maximum;
    guint step;
  } cases[] = { { 0, 1 }, { 5, 1 }, { 6, 2 }, { 25, 5 }, { 34, 8 }, { 41, 10 }, { 60, 15 },
                { 101, 25 }, { 5000, 1000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RmHeatPalette palette = { 0 };

      rm_heat_palette_init (&palette, cases[i].maximum, FALSE, FALSE, FALSE);
      g_assert_cmpuint (palette.step, ==, cases[i].step);
    }
}

static void
check_colours (guint maximum,
               gboolean dark,
               gboolean high_contrast)
{
  RmHeatPalette palette = { 0 };

  rm_heat_palette_init (&palette, maximum, FALSE, dark, high_contrast);
  for (guint band = 0; band <= palette.n_bands; band++)
    {
      double here = rm_colour_get_luminance (&palette.fill[band]);

      g_assert_cmpfloat (rm_colour_get_contrast (&palette.fill[band], &palette.text[band]), >=,
                         4.5);
      if (band > 0 && dark)
        g_assert_cmpfloat (here, >, rm_colour_get_luminance (&palette.fill[band - 1]));
      else if (band > 0)
        g_assert_cmpfloat (here, <, rm_colour_get_luminance (&palette.fill[band - 1]));
    }
  g_assert_cmpfloat (rm_colour_get_contrast (&palette.unrated_fill, &palette.unrated_text), >=,
                     4.5);
  g_assert_cmpfloat (rm_colour_get_contrast (&palette.unrated_line, &palette.unrated_text), >=,
                     4.5);
}

static void
test_colours (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (maxima); i++)
    for (guint variant = 0; variant < 4; variant++)
      check_colours (maxima[i], (variant & 1) != 0, (variant & 2) != 0);
}

/* What became less and what became more is as far from zero on both sides, and in two hues. */
static void
test_change (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (maxima); i++)
    for (guint variant = 0; variant < 4; variant++)
      {
        RmHeatPalette palette = { 0 };

        rm_heat_palette_init (&palette, maxima[i], TRUE, (variant & 1) != 0, (variant & 2) != 0);
        for (int band = 1; band <= (int) palette.n_bands; band++)
          {
            RmColour more = rm_heat_palette_get_fill (&palette, band);
            RmColour less = rm_heat_palette_get_fill (&palette, -band);
            RmColour more_text = rm_heat_palette_get_text (&palette, band);
            RmColour less_text = rm_heat_palette_get_text (&palette, -band);

            g_assert_cmpfloat (more.red, >, more.blue);
            g_assert_cmpfloat (less.blue, >, less.red);
            g_assert_cmpfloat (rm_colour_get_contrast (&more, &more_text), >=, 4.5);
            g_assert_cmpfloat (rm_colour_get_contrast (&less, &less_text), >=, 4.5);
          }
      }
}

static void
test_words (void)
{
  static const struct
  {
    guint maximum;
    gboolean change;
    int band;
    const char *text;
  } cases[] = { { 4, FALSE, 2, "2" }, { 24, FALSE, 3, "11–15" }, { 24, FALSE, 0, "0" },
                { 24, TRUE, 3, "+11–15" }, { 24, TRUE, -3, "−11–15" },
                { 4, TRUE, -1, "−1" }, { 4, TRUE, 0, "0" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RmHeatPalette palette = { 0 };
      g_autofree char *text = NULL;

      rm_heat_palette_init (&palette, cases[i].maximum, cases[i].change, FALSE, FALSE);
      text = rm_heat_palette_describe (&palette, cases[i].band);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_contrast (void)
{
  RmColour black = { 0, 0, 0, 1 };
  RmColour white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (rm_colour_get_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (rm_colour_get_contrast (&white, &black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (rm_colour_get_contrast (&white, &white), 1, 0.001);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heat-palette/bands", test_bands);
  g_test_add_func ("/heat-palette/steps", test_steps);
  g_test_add_func ("/heat-palette/colours", test_colours);
  g_test_add_func ("/heat-palette/change", test_change);
  g_test_add_func ("/heat-palette/words", test_words);
  g_test_add_func ("/heat-palette/contrast", test_contrast);
  return g_test_run ();
}
