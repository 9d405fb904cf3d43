/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-trial-text.h"

#include "ui/pairing/rm-board.h"

#include <glib/gi18n.h>

static int
average (const RmFigures *figures)
{
  return rm_points_to_percent (rm_figures_get_average (figures));
}

char *
rm_trial_text_figures (const RmFigures *figures)
{
  if (figures->n_pairs == 0)
    return g_strdup (_ ("Nobody is paired"));

  /* Translators: how many mentees are paired, then scores in percent */
  return g_strdup_printf (_ ("%u paired · average %d %% · lowest %d %%"), figures->n_paired,
                          average (figures), rm_points_to_percent (figures->lowest));
}

static void
append (GString *text,
        char *more)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, more);
  g_free (more);
}

char *
rm_trial_text_difference (const RmFigures *chosen,
                     const RmFigures *other)
{
  GString *text = g_string_new (NULL);
  int people = (int) other->n_paired - (int) chosen->n_paired;
  int higher = average (other) - average (chosen);
  int lowest = rm_points_to_percent (other->lowest) - rm_points_to_percent (chosen->lowest);

  if (people < 0)
    /* Translators: what another mode would come to, against the chosen one */
    append (text, g_strdup_printf (ngettext ("%d mentee fewer", "%d mentees fewer",
                                             (gulong) -people), -people));
  if (people > 0)
    append (text, g_strdup_printf (ngettext ("%d mentee more", "%d mentees more",
                                             (gulong) people), people));
  if (higher != 0)
    /* Translators: by how much the average score differs, in percent */
    append (text, g_strdup_printf (_ ("average %+d %%"), higher));
  if (lowest != 0)
    /* Translators: by how much the lowest score differs, in percent */
    append (text, g_strdup_printf (_ ("lowest %+d %%"), lowest));
  if (text->len == 0)
    g_string_append (text, other->total == chosen->total ? _ ("the same result")
                                                         : _ ("hardly any difference"));

  return g_string_free (text, FALSE);
}

char *
rm_trial_text_changes (guint n_changes)
{
  if (n_changes == 0)
    return g_strdup (_ ("No pair would change"));

  return g_strdup_printf (ngettext ("%u pair would change", "%u pairs would change", n_changes),
                          n_changes);
}

char *
rm_trial_text_percents (gint64 before,
                        gint64 after)
{
  int first = rm_points_to_percent (before);
  int second = rm_points_to_percent (after);

  if (first == second)
    /* Translators: a score in percent */
    return g_strdup_printf (_ ("%d %%"), first);

  /* Translators: scores in percent, before and after */
  return g_strdup_printf (_ ("%d %% → %d %%"), first, second);
}

char *
rm_trial_text_counts (guint before,
                      guint after)
{
  return before == after ? g_strdup_printf ("%u", before)
                         : g_strdup_printf ("%u → %u", before, after);
}
