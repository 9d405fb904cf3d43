/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-kernel-layout-private.h"

/* The planes and the meaning of their codes: the common part of a kernel and its subsets. */

/* Above, a word takes two planes. */
#define MAX_SHORT_CODE 254

void
rm_kernel_layout_unref (RmKernelLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->level_planes);
  g_free (self->want_planes);
  for (guint w = 0; w < RM_N_WORDS; w++)
    g_free (self->words[w].codes);
  g_free (self);
}

static void
mark_levels (const RmScorer *scorer,
             const RmProfile *profile,
             guint8 *marks)
{
  RmRatedIter iter = { 0 };

  while (rm_profile_next_rated (scorer, profile, &iter))
    marks[iter.skill] |= iter.level > 0;
}

static void
mark_wants (const RmProfile *profile,
            guint8 *marks)
{
  for (guint w = 0; w < profile->n_wants; w++)
    marks[profile->wants[w].skill] = TRUE;
}

/* A skill needs a plane if one side wants it and the other has it. */
static guint *
number_planes (const RmScorer *scorer,
               const RmProfile *having,
               guint n_having,
               const RmProfile *wanting,
               guint n_wanting,
               guint *n_planes)
{
  g_autofree guint8 *has = g_new0 (guint8, scorer->n_skills + 1);
  g_autofree guint8 *wants = g_new0 (guint8, scorer->n_skills + 1);
  guint *planes = g_new (guint, scorer->n_skills + 1);

  for (guint k = 0; k < n_having; k++)
    mark_levels (scorer, &having[k], has);
  for (guint k = 0; k < n_wanting; k++)
    mark_wants (&wanting[k], wants);
  for (guint s = 0; s < scorer->n_skills; s++)
    planes[s] = has[s] && wants[s] ? (*n_planes)++ : RM_KERNEL_NO_PLANE;

  return planes;
}

static void
number_words (RmKernelLayout *self,
              RmWord word)
{
  const RmScorer *scorer = self->scorer;
  RmKernelWordPlanes *at = &self->words[word];
  guint32 greatest = 0;

  for (guint i = 0; i < scorer->n_mentees; i++)
    greatest = MAX (greatest, scorer->mentees[i].words[word]);
  for (guint j = 0; j < scorer->n_mentors; j++)
    greatest = MAX (greatest, scorer->mentors[j].words[word]);
  at->codes = g_new0 (guint, (gsize) greatest + 1);
  for (guint j = 0; j < scorer->n_mentors; j++)
    {
      guint *code = &at->codes[scorer->mentors[j].words[word]];

      if (*code == 0 && scorer->mentors[j].words[word] != 0)
        *code = ++at->n_codes;
    }
  at->low = self->n_planes++;
  at->high = at->n_codes > MAX_SHORT_CODE ? self->n_planes++ : at->low;
}

static RmKernelSet
number_set (RmKernelLayout *self,
            guint64 bits)
{
  RmKernelSet set = { self->n_planes, 0 };

  while (4 * set.n < RM_KERNEL_SET_BITS && bits >> (4 * set.n) != 0)
    set.n++;
  self->n_planes += set.n;

  return set;
}

/* Only terms that a mentee can have in common need a plane. */
static void
number_sets (RmKernelLayout *self)
{
  const RmScorer *scorer = self->scorer;
  guint64 week = 0;
  guint64 tags = 0;
  guint64 background = 0;
  guint64 languages = 0;

  for (guint i = 0; i < scorer->n_mentees; i++)
    {
      const RmProfile *mentee = &scorer->mentees[i];

      week |= mentee->week < 0 ? 0 : (guint64) mentee->week;
      tags |= rm_kernel_bits (&mentee->tags);
      background |= rm_kernel_bits (&mentee->background);
      languages |= rm_kernel_bits (&mentee->languages);
    }
  self->week = number_set (self, week);
  self->tags = number_set (self, tags);
  self->background = number_set (self, background);
  self->languages = number_set (self, languages);
}

static void
set_points (RmKernelPoints *self,
            guint code,
            int points)
{
  self->low[code] = (guint8) (points % 32);
  self->high[code] = (guint8) (points / 32);
}

/* If hours beyond the sixteenth still count, a code covers several, and the most they earn. */
static void
look_up_hours (RmKernelLayout *self)
{
  const RmScorer *scorer = self->scorer;
  const guint n = G_N_ELEMENTS (scorer->availability);
  guint enough = n - 1;

  while (enough > 0 && scorer->availability[enough - 1] == scorer->availability[enough])
    enough--;
  while ((enough >> self->hours_shift) > 15)
    self->hours_shift++;
  for (guint code = 0; code < 16; code++)
    {
      guint most = ((code + 1) << self->hours_shift) - 1;

      set_points (&self->hours_points, code, scorer->availability[MIN (most, n - 1)]);
    }
}

static void
look_up_sums (RmKernelLayout *self)
{
  for (guint mine = 0; mine < 16; mine++)
    for (guint code = 0; code < 16; code++)
      {
        self->taught_tables[mine].of[code] = code < mine && code != RM_KERNEL_BLANK;
        self->shared_tables[mine].of[code] = (guint8) __builtin_popcount (code & mine);
      }
}

static void
look_up_points (RmKernelLayout *self)
{
  const RmScorer *scorer = self->scorer;

  for (int mine = -1; mine < RM_KERNEL_SOCIABILITIES; mine++)
    for (int other = -1; other < RM_KERNEL_SOCIABILITIES; other++)
      self->sociability[mine + 1][other + 1]
        = (gint16) rm_scorer_get_sociability_points (scorer, mine, other);
  for (int mine = -1; mine < RM_KERNEL_STYLES; mine++)
    for (int other = -1; other < RM_KERNEL_STYLES; other++)
      self->style[mine + 1][other + 1]
        = (gint16) rm_scorer_get_style_points (scorer, mine, other);
  for (guint code = 0; code < 16; code++)
    set_points (&self->shared_points, code, scorer->back[code % 4] + scorer->interests[code / 4]);
  for (guint code = 0; code < G_N_ELEMENTS (scorer->difference); code++)
    set_points (&self->difference_points, code, scorer->difference[code]);
  look_up_hours (self);
}

RmKernelLayout *
rm_kernel_layout_new (const RmScorer *scorer)
{
  RmKernelLayout *self = g_new0 (RmKernelLayout, 1);

  g_atomic_ref_count_init (&self->refs);
  self->scorer = scorer;
  self->level_planes = number_planes (scorer, scorer->mentors, scorer->n_mentors,
                                      scorer->mentees, scorer->n_mentees, &self->n_planes);
  self->want_planes = number_planes (scorer, scorer->mentees, scorer->n_mentees,
                                     scorer->mentors, scorer->n_mentors, &self->n_planes);
  for (guint w = 0; w < RM_N_WORDS; w++)
    number_words (self, (RmWord) w);
  number_sets (self);
  self->level = self->n_planes++;
  look_up_sums (self);
  look_up_points (self);

  return self;
}
