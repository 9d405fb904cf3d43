/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score-private.h"

/* The parts of a score. Each is a share of its criterion's budget, rounded down once, so that each
 * lies between 0 and its budget and the parts add up to the total by construction. Blank inputs
 * earn nothing and set the criterion's unknown bit. */

#define BIT(criterion) (1u << (criterion))

/* Three times the time that meetings take leaves room to find a date; more adds nothing. */
#define PLENTY_OF_TIME 3

/* Skills given back and shared interests: a fourth adds nothing. */
#define ENOUGH 3

#define DEFAULT_MINUTES 60

/* How easily two styles work together, in quarters. Styles differ in focus (direct and analytical
 * people look at the matter, expressive and supportive ones at people) and in pace (direct and
 * expressive people are quick, analytical and supportive ones take their time), after Merrill &
 * Reid's social styles. Alike in both: 4; in focus: 3; in pace: 2; in neither: 1. */
static const guint8 style_quarters[4][4] = {
  [RM_STYLE_DIRECT] = { 4, 3, 2, 1 },
  [RM_STYLE_ANALYTICAL] = { 3, 4, 1, 2 },
  [RM_STYLE_EXPRESSIVE] = { 2, 1, 4, 3 },
  [RM_STYLE_SUPPORTIVE] = { 1, 2, 3, 4 },
};

/* Largest remainder; equal remainders go to the earlier criterion. Without any weight all
 * criteria weigh the same. */
static void
split_budgets (const int *weights,
               int *budgets)
{
  gint64 counted[RM_N_CRITERIA];
  gint64 sum = 0;
  int left = RM_SCORE_POINTS;

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    sum += counted[c] = MAX (weights[c], 0);
  for (guint c = 0; sum == 0 && c < RM_N_CRITERIA; c++)
    counted[c] = 1;
  sum = sum == 0 ? RM_N_CRITERIA : sum;

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    {
      budgets[c] = (int) (counted[c] * RM_SCORE_POINTS / sum);
      counted[c] = counted[c] * RM_SCORE_POINTS % sum;
      left -= budgets[c];
    }
  for (; left > 0; left--)
    {
      guint best = 0;

      for (guint c = 1; c < RM_N_CRITERIA; c++)
        if (counted[c] > counted[best])
          best = c;
      budgets[best]++;
      counted[best] = -1;
    }
}

static void
fill_shares (int *shares,
             int budget,
             int whole)
{
  for (int i = 0; i <= whole; i++)
    shares[i] = whole > 0 ? budget * i / whole : 0;
}

static void
fill_availability (RmScorer *self)
{
  int minutes = self->settings->meeting_minutes;
  int plenty = PLENTY_OF_TIME * (minutes > 0 ? minutes : DEFAULT_MINUTES);

  for (guint hours = 0; hours < G_N_ELEMENTS (self->availability); hours++)
    self->availability[hours] = (int) ((gint64) self->budgets[RM_CRITERION_AVAILABILITY]
                                       * MIN ((int) hours * 60, plenty) / plenty);
}

void
rm_scorer_build_shares (RmScorer *self)
{
  const RmSettings *settings = self->settings;
  const int *budgets = self->budgets;
  int dimensions = 0;

  split_budgets (settings->weights, self->budgets);

  self->differ[RM_WORD_DEPARTMENT] = settings->differ_department == 1;
  self->differ[RM_WORD_SITE] = settings->differ_site == 1;
  self->differ[RM_WORD_FUNCTION] = settings->differ_function == 1;
  self->differ[RM_WORD_EMPLOYER] = settings->differ_employer == 1;
  self->differ_background = settings->differ_background == 1 && settings->special_category == 1;
  for (guint w = 0; w < RM_N_WORDS; w++)
    dimensions += self->differ[w];
  dimensions += self->differ_background;

  fill_shares (self->back, budgets[RM_CRITERION_BACK], ENOUGH);
  fill_shares (self->difference, budgets[RM_CRITERION_DIFFERENCE], dimensions);
  fill_shares (self->sociability, budgets[RM_CRITERION_SOCIABILITY], 5);
  fill_shares (self->style, budgets[RM_CRITERION_STYLE], 4);
  fill_shares (self->acquaintance, budgets[RM_CRITERION_ACQUAINTANCE], 4);
  fill_shares (self->interests, budgets[RM_CRITERION_INTERESTS], ENOUGH);
  fill_shares (self->aspiration, budgets[RM_CRITERION_ASPIRATION], 10);
  fill_availability (self);
}

/* Used if levels would take too much memory. */
static int
search_level (const RmScorer *self,
              const RmProfile *profile,
              guint skill)
{
  gint64 id = g_array_index (self->skills, gint64, skill);
  const RmStanding *standing = rm_person_find_standing (profile->person, id);

  return standing != NULL ? standing->level : -1;
}

/* -1 is unrated. */
static int
level_in (const RmScorer *self,
          const RmProfile *profile,
          guint skill)
{
  const guint word = skill / 64;
  const guint64 bit = G_GUINT64_CONSTANT (1) << (skill % 64);
  RmRated rated;

  if (self->n_skill_words == 0)
    return search_level (self, profile, skill);

  rated = rm_profile_get_rated (self, profile);
  if ((rated.skills[word] & bit) == 0)
    return -1;

  return rated.levels[rated.before[word]
                      + (guint) __builtin_popcountll (rated.skills[word] & (bit - 1))];
}

/* Importance × gap is a want's part of the budget and lift ÷ gap what it earns of it; the gap
 * cancels out, so one division at the end is exact but for rounding down. */
static int
score_skills (const RmScorer *self,
              const RmProfile *mentee,
              const RmProfile *mentor,
              guint *unknown)
{
  gboolean blank = mentee->wants_unknown;
  int lifted = 0;

  for (guint i = 0; i < mentee->n_wants; i++)
    {
      const RmWant *want = &mentee->wants[i];
      int level = level_in (self, mentor, want->skill);

      blank = blank || level < 0;
      lifted += want->importance * CLAMP (level - want->level, 0, want->gap);
    }
  if (blank)
    *unknown |= BIT (RM_CRITERION_SKILLS);
  if (lifted == 0)
    return 0;

  return (int) ((gint64) self->budgets[RM_CRITERION_SKILLS] * lifted / mentee->want_weight);
}

static int
score_back (const RmScorer *self,
            const RmProfile *mentee,
            const RmProfile *mentor,
            guint *unknown)
{
  gboolean blank = mentor->wants_unknown;
  int taught = 0;

  for (guint i = 0; i < mentor->n_wants && taught < ENOUGH; i++)
    {
      const RmWant *want = &mentor->wants[i];
      int level = level_in (self, mentee, want->skill);

      blank = blank || level < 0;
      taught += level > want->level;
    }
  if (blank && taught < ENOUGH)
    *unknown |= BIT (RM_CRITERION_BACK);

  return self->back[taught];
}

/* A blank employer is the organisation itself, so that dimension is always known. Backgrounds
 * differ if the two have no tag in common. */
static int
score_difference (const RmScorer *self,
                  const RmProfile *mentee,
                  const RmProfile *mentor,
                  guint *unknown)
{
  gboolean blank = FALSE;
  int different = 0;

  for (guint w = 0; w < RM_N_WORDS; w++)
    {
      if (!self->differ[w])
        continue;
      if (w != RM_WORD_EMPLOYER && (mentee->words[w] == 0 || mentor->words[w] == 0))
        blank = TRUE;
      else
        different += mentee->words[w] != mentor->words[w];
    }
  if (self->differ_background)
    {
      if (mentee->background.n == 0 || mentor->background.n == 0)
        blank = TRUE;
      else
        different += rm_scorer_count_shared (self, &mentee->background, &mentor->background, 1)
                     == 0;
    }
  if (blank)
    *unknown |= BIT (RM_CRITERION_DIFFERENCE);

  return self->difference[different];
}

/* A blank on either side earns nothing. */
int
rm_scorer_get_sociability_points (const RmScorer *self,
                                  int mentee,
                                  int mentor)
{
  int a = MIN (mentee, 5);
  int b = MIN (mentor, 5);

  if (a < 0 || b < 0)
    return 0;

  return self->sociability[self->settings->prefer_complement == 1 ? ABS (a - b) : MIN (a, b)];
}

static int
score_sociability (const RmScorer *self,
                   const RmProfile *mentee,
                   const RmProfile *mentor,
                   guint *unknown)
{
  if (mentee->sociability < 0 || mentor->sociability < 0)
    *unknown |= BIT (RM_CRITERION_SOCIABILITY);

  return rm_scorer_get_sociability_points (self, mentee->sociability, mentor->sociability);
}

gboolean
rm_style_is_known (int style)
{
  return (guint) style < G_N_ELEMENTS (style_quarters);
}

int
rm_scorer_get_style_points (const RmScorer *self,
                            int mentee,
                            int mentor)
{
  if (!rm_style_is_known (mentee) || !rm_style_is_known (mentor))
    return 0;

  return self->style[style_quarters[mentee][mentor]];
}

static int
score_style (const RmScorer *self,
             const RmProfile *mentee,
             const RmProfile *mentor,
             guint *unknown)
{
  if (mentee->style < 0 || mentor->style < 0)
    *unknown |= BIT (RM_CRITERION_STYLE);

  return rm_scorer_get_style_points (self, mentee->style, mentor->style);
}

/* No record means that the two have not met. Knowing one's own manager does not count, even if the
 * reporting line rule is off. */
static int
score_acquaintance (const RmScorer *self,
                    const RmProfile *mentee,
                    const RmProfile *mentor,
                    guint mentor_index,
                    guint *unknown)
{
  const RmLink *link = mentee->n_links > 0 ? rm_profile_find_link (mentee, mentor_index) : NULL;

  if (link == NULL
      || (link->flags & RM_LINK_KNOWN) == 0
      || mentee->person->manager == mentor->person->record.id
      || mentor->person->manager == mentee->person->record.id)
    return 0;
  if (link->closeness == 0)
    *unknown |= BIT (RM_CRITERION_ACQUAINTANCE);

  return self->acquaintance[link->closeness];
}

static int
score_availability (const RmScorer *self,
                    const RmProfile *mentee,
                    const RmProfile *mentor,
                    guint *unknown)
{
  if (mentee->week < 0 || mentor->week < 0)
    {
      *unknown |= BIT (RM_CRITERION_AVAILABILITY);
      return 0;
    }

  return self->availability[__builtin_popcountll ((guint64) (mentee->week & mentor->week))];
}

static int
score_interests (const RmScorer *self,
                 const RmProfile *mentee,
                 const RmProfile *mentor,
                 guint *unknown)
{
  if (mentee->tags.n == 0 || mentor->tags.n == 0)
    {
      *unknown |= BIT (RM_CRITERION_INTERESTS);
      return 0;
    }

  return self->interests[rm_scorer_count_shared (self, &mentee->tags, &mentor->tags, ENOUGH)];
}

static int
score_aspiration (const RmScorer *self,
                  const RmProfile *mentor,
                  guint *unknown)
{
  if (mentor->zeal_unknown)
    *unknown |= BIT (RM_CRITERION_ASPIRATION);

  return self->aspiration[mentor->zeal];
}

int
rm_scorer_get_parts (const RmScorer *self,
                     guint mentee,
                     guint mentor,
                     int *points,
                     guint *unknown)
{
  const RmProfile *a = &self->mentees[mentee];
  const RmProfile *b = &self->mentors[mentor];
  int total = 0;

  *unknown = 0;
  points[RM_CRITERION_SKILLS] = score_skills (self, a, b, unknown);
  points[RM_CRITERION_BACK] = score_back (self, a, b, unknown);
  points[RM_CRITERION_DIFFERENCE] = score_difference (self, a, b, unknown);
  points[RM_CRITERION_SOCIABILITY] = score_sociability (self, a, b, unknown);
  points[RM_CRITERION_STYLE] = score_style (self, a, b, unknown);
  points[RM_CRITERION_ACQUAINTANCE] = score_acquaintance (self, a, b, mentor, unknown);
  points[RM_CRITERION_AVAILABILITY] = score_availability (self, a, b, unknown);
  points[RM_CRITERION_INTERESTS] = score_interests (self, a, b, unknown);
  points[RM_CRITERION_ASPIRATION] = score_aspiration (self, b, unknown);
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    total += points[c];

  return total;
}
