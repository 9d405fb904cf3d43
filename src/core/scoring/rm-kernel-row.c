/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-kernel-layout-private.h"

#include <string.h>

/* The worth of the codes of all planes to one mentee. */

RmKernelRow *
rm_kernel_row_new (void)
{
  return g_new0 (RmKernelRow, 1);
}

void
rm_kernel_row_free (RmKernelRow *self)
{
  for (guint s = 0; s < RM_N_SUMS; s++)
    g_free (self->ops[s]);
  g_free (self->lifts);
  g_free (self);
}

static void
add_op (RmKernelRow *self,
        RmSum sum,
        guint plane,
        const RmKernelTable *table)
{
  if (self->n_ops[sum] == self->size[sum])
    {
      self->size[sum] = MAX (16, 2 * self->size[sum]);
      self->ops[sum] = g_renew (RmKernelOp, self->ops[sum], self->size[sum]);
    }
  self->ops[sum][self->n_ops[sum]++] = (RmKernelOp) { plane, table };
}

/* Lifts are scaled so that all of them together fill a byte; the factor is rounded up. */
static void
set_lift (RmKernelRow *self,
          const RmKernelLayout *layout,
          const RmProfile *mentee)
{
  const int budget = layout->scorer->budgets[RM_CRITERION_SKILLS];
  const guint weight = mentee->want_weight;
  guint scale = weight > 0 ? 255 / weight : 0;
  guint whole = scale > 0 ? weight * scale : 255;

  self->lift_factor = 0;
  if (weight == 0 || budget == 0)
    return;

  self->lift_factor = (guint16) (((guint) budget * 2048 + whole - 1) / whole);
  if (mentee->n_wants > self->n_lifts)
    {
      self->n_lifts = mentee->n_wants;
      self->lifts = g_renew (RmKernelTable, self->lifts, self->n_lifts);
    }
  for (guint w = 0; w < mentee->n_wants; w++)
    {
      const RmWant *want = &mentee->wants[w];
      guint plane = layout->level_planes[want->skill];
      RmKernelTable *table = &self->lifts[w];

      if (plane == RM_KERNEL_NO_PLANE)
        continue;
      *table = (RmKernelTable) { { 0 } };
      for (int level = want->level + 1; level <= 5; level++)
        {
          guint lift = (guint) (want->importance * MIN (level - want->level, want->gap));

          table->of[level] = (guint8) (scale > 0 ? lift * scale
                                                 : (lift * 255 + weight - 1) / weight);
        }
      add_op (self, RM_SUM_LIFT, plane, table);
    }
}

static void
set_taught (RmKernelRow *self,
            const RmKernelLayout *layout,
            const RmProfile *mentee)
{
  RmRatedIter iter = { 0 };

  if (layout->scorer->budgets[RM_CRITERION_BACK] == 0)
    return;

  while (rm_profile_next_rated (layout->scorer, mentee, &iter))
    {
      if (iter.level <= 0 || layout->want_planes[iter.skill] == RM_KERNEL_NO_PLANE)
        continue;
      add_op (self, RM_SUM_TAUGHT, layout->want_planes[iter.skill],
              &layout->taught_tables[MIN (iter.level, RM_KERNEL_BLANK)]);
      self->points[RM_LOOKUP_SHARED] = &layout->shared_points;
    }
}

/* Counts the common members of a set of the mentee's and one of the mentor's. */
static void
set_shared (RmKernelRow *self,
            const RmKernelLayout *layout,
            RmSum sum,
            RmKernelSet set,
            guint64 bits,
            guint n_beyond)
{
  self->start[sum] = (guint8) MIN (n_beyond, 15);
  for (guint p = 0; p < set.n; p++)
    {
      guint mine = (bits >> (4 * p)) & 15;

      if (mine != 0)
        add_op (self, sum, set.first + p, &layout->shared_tables[mine]);
    }
}

static void
set_hours (RmKernelRow *self,
           const RmKernelLayout *layout,
           const RmProfile *mentee)
{
  self->hours_shift = layout->hours_shift;
  if (mentee->week < 0 || layout->scorer->budgets[RM_CRITERION_AVAILABILITY] == 0)
    return;

  set_shared (self, layout, RM_SUM_HOURS, layout->week, (guint64) mentee->week, 0);
  self->points[RM_LOOKUP_HOURS] = &layout->hours_points;
}

/* From everybody in it; mentors whose line is unknown are left to the exact score. */
static gboolean
is_department_apart (const RmScorer *scorer,
                     const RmProfile *mentee)
{
  return scorer->settings->need_other_department == 1
         || (scorer->settings->unknown_line_apart == 1 && mentee->line_unknown);
}

static void
set_words (RmKernelRow *self,
           const RmKernelLayout *layout,
           const RmProfile *mentee)
{
  const RmScorer *scorer = layout->scorer;

  for (guint w = 0; w < RM_N_WORDS; w++)
    {
      const RmKernelWordPlanes *word = &layout->words[w];
      guint term = mentee->words[w];
      gboolean forbids = w == RM_WORD_DEPARTMENT && is_department_apart (scorer, mentee) && term != 0;
      gboolean differs = scorer->differ[w] && (term != 0 || w == RM_WORD_EMPLOYER);
      guint code = word->codes[term];
      RmKernelWord *at = &self->words[self->n_words];

      /* One that no mentor has: equal to none, and its code is the one of a blank. */
      if (term != 0 && code == 0)
        {
          forbids = FALSE;
          code = word->n_codes + 1;
        }
      if (!forbids && !differs)
        continue;
      self->n_words++;
      *at = (RmKernelWord) {
        .low = word->low,
        .high = word->high,
        .low_code = code & 255,
        .high_code = (code >> 8) & 255,
        .long_code = word->high != word->low,
        .blank_counts = w == RM_WORD_EMPLOYER,
        .forbids = forbids,
        .differs = differs,
      };
    }
}

static void
set_sets (RmKernelRow *self,
          const RmKernelLayout *layout,
          const RmProfile *mentee)
{
  const RmScorer *scorer = layout->scorer;

  if (mentee->tags.n > 0 && scorer->budgets[RM_CRITERION_INTERESTS] > 0)
    {
      set_shared (self, layout, RM_SUM_TAGS, layout->tags, rm_kernel_bits (&mentee->tags),
                  rm_kernel_count_beyond (&mentee->tags));
      self->points[RM_LOOKUP_SHARED] = &layout->shared_points;
    }
  self->background_differs = scorer->differ_background && mentee->background.n > 0;
  if (self->background_differs)
    set_shared (self, layout, RM_SUM_BACKGROUND, layout->background,
                rm_kernel_bits (&mentee->background), 0);
  self->languages_forbid = scorer->settings->need_language == 1 && mentee->languages.n > 0;
  if (self->languages_forbid)
    set_shared (self, layout, RM_SUM_LANGUAGES, layout->languages,
                rm_kernel_bits (&mentee->languages),
                rm_kernel_count_beyond (&mentee->languages));
}

static void
set_level (RmKernelRow *self,
           const RmSettings *settings,
           const RmProfile *mentee)
{
  self->level_forbids = settings->level_gap != RM_UNKNOWN && mentee->level != RM_LEVEL_BLANK;
  memset (self->level_table, 0, sizeof self->level_table);
  for (int level = 0; self->level_forbids && level < RM_KERNEL_BLANK; level++)
    if (mentee->level - level < settings->level_gap)
      self->level_table[level] = 0xff;
}

/* Sums that are not used need not be computed. */
static void
set_needs (RmKernelRow *self,
           const RmKernelLayout *layout)
{
  gboolean differs = self->background_differs;

  for (guint w = 0; w < self->n_words; w++)
    differs |= self->words[w].differs;
  if (differs)
    self->points[RM_LOOKUP_DIFFERENCE] = &layout->difference_points;
  self->needs[RM_SUM_LIFT] = self->n_ops[RM_SUM_LIFT] > 0;
  self->needs[RM_SUM_TAUGHT] = self->points[RM_LOOKUP_SHARED] != NULL;
  self->needs[RM_SUM_TAGS] = self->points[RM_LOOKUP_SHARED] != NULL;
  self->needs[RM_SUM_HOURS] = self->points[RM_LOOKUP_HOURS] != NULL;
  self->needs[RM_SUM_BACKGROUND] = self->background_differs;
  self->needs[RM_SUM_LANGUAGES] = self->languages_forbid;
}

void
rm_kernel_row_set (RmKernelRow *self,
                   const RmKernel *kernel,
                   guint mentee)
{
  const RmKernelLayout *layout = kernel->layout;
  const RmScorer *scorer = layout->scorer;
  const RmProfile *profile = &scorer->mentees[mentee];

  memset (self->n_ops, 0, sizeof self->n_ops);
  memset (self->start, 0, sizeof self->start);
  memset (self->points, 0, sizeof self->points);
  self->n_words = 0;
  self->mentee = mentee;
  self->level_plane = layout->level;
  self->none = !rm_kernel_may_take_part (profile)
               || !profile->may_learn;
  if (self->none)
    return;

  set_lift (self, layout, profile);
  set_taught (self, layout, profile);
  set_hours (self, layout, profile);
  set_words (self, layout, profile);
  set_sets (self, layout, profile);
  self->manner = rm_kernel_manner (profile->sociability, profile->style);
  set_level (self, scorer->settings, profile);
  set_needs (self, layout);
}
