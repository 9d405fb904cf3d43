/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score-private.h"

#include <glib/gi18n-lib.h>

/* The hard rules, in the order of RmRule. A blank input breaks none of them, except willingness and
 * commitment, which must be given. A tag is a mark: people without tags do not have it. */

static const char *const descriptions[] = {
  [RM_RULE_NONE] = N_ ("the two may be paired"),
  [RM_RULE_SAME_PERSON] = N_ ("the two are one person"),
  [RM_RULE_MENTEE_UNWILLING] = N_ ("the mentee has not agreed to take part"),
  [RM_RULE_MENTOR_UNWILLING] = N_ ("the mentor has not agreed to take part"),
  [RM_RULE_UNCOMMITTED] = N_ ("the mentee has not committed"),
  [RM_RULE_REPORTING_LINE] = N_ ("the two are in one reporting line"),
  [RM_RULE_UNKNOWN_LINE]
  = N_ ("a reporting line is unknown, and the two are in the same department"),
  [RM_RULE_LEVEL_GAP] = N_ ("the mentee is not senior enough to the mentor"),
  [RM_RULE_LANGUAGE] = N_ ("the two have no language in common"),
  [RM_RULE_FREE_HOUR] = N_ ("the two have no free hour in common"),
  [RM_RULE_DEPARTMENT] = N_ ("the two are in the same department"),
  [RM_RULE_TAG] = N_ ("one of the two does not have the tag that this programme asks for"),
  [RM_RULE_EXCLUDED] = N_ ("the two must not be paired"),
  [RM_RULE_UNAVAILABLE] = N_ ("not available to pair"),
};

static gboolean
is_below (const RmScorer *self,
          const RmProfile *profile,
          guint32 manager)
{
  const guint32 *above = rm_profile_get_above (self, profile);

  for (guint i = 0; i < profile->n_above; i++)
    if (above[i] == manager)
      return TRUE;

  return FALSE;
}

static RmRule
find_personal_rule (const RmProfile *mentee,
                    const RmProfile *mentor)
{
  if (!mentee->willing)
    return RM_RULE_MENTEE_UNWILLING;
  if (!mentor->willing)
    return RM_RULE_MENTOR_UNWILLING;
  if (!mentee->may_learn)
    return RM_RULE_UNCOMMITTED;

  return RM_RULE_NONE;
}

static gboolean
is_gap_too_small (const RmSettings *settings,
                  const RmProfile *mentee,
                  const RmProfile *mentor)
{
  if (settings->level_gap == RM_UNKNOWN
      || mentee->level == RM_LEVEL_BLANK
      || mentor->level == RM_LEVEL_BLANK)
    return FALSE;

  return mentee->level - mentor->level < settings->level_gap;
}

static gboolean
have_no_language (const RmScorer *self,
                  const RmProfile *mentee,
                  const RmProfile *mentor)
{
  return self->settings->need_language == 1
         && mentee->languages.n > 0
         && mentor->languages.n > 0
         && rm_scorer_count_shared (self, &mentee->languages, &mentor->languages, 1) == 0;
}

static gboolean
have_no_hour (const RmScorer *self,
              const RmProfile *mentee,
              const RmProfile *mentor)
{
  return self->settings->need_free_hour == 1
         && mentee->week >= 0
         && mentor->week >= 0
         && (mentee->week & mentor->week) == 0;
}

static gboolean
are_too_near (const RmScorer *self,
              const RmProfile *mentee,
              const RmProfile *mentor)
{
  guint32 department = mentee->words[RM_WORD_DEPARTMENT];

  return self->settings->need_other_department == 1
         && department != 0
         && department == mentor->words[RM_WORD_DEPARTMENT];
}

/* The missing manager of one may be the other. */
static gboolean
may_be_in_line (const RmScorer *self,
                const RmProfile *mentee,
                const RmProfile *mentor)
{
  guint32 department = mentee->words[RM_WORD_DEPARTMENT];

  return self->settings->unknown_line_apart == 1
         && (mentee->line_unknown || mentor->line_unknown)
         && department != 0
         && department == mentor->words[RM_WORD_DEPARTMENT];
}

static RmRule
find_common_rule (const RmScorer *self,
                  const RmProfile *mentee,
                  const RmProfile *mentor)
{
  if (have_no_language (self, mentee, mentor))
    return RM_RULE_LANGUAGE;
  if (have_no_hour (self, mentee, mentor))
    return RM_RULE_FREE_HOUR;
  if (are_too_near (self, mentee, mentor))
    return RM_RULE_DEPARTMENT;
  if (!mentee->has_tag || !mentor->has_tag)
    return RM_RULE_TAG;

  return RM_RULE_NONE;
}

gboolean
rm_scorer_may_groups_meet (const RmScorer *self,
                           const RmProfile *mentee,
                           const RmProfile *mentor)
{
  return mentee->has_tag
         && mentor->has_tag
         && !is_gap_too_small (self->settings, mentee, mentor)
         && !may_be_in_line (self, mentee, mentor)
         && !have_no_language (self, mentee, mentor)
         && !are_too_near (self, mentee, mentor);
}

static RmLinkFlags
find_flags (const RmScorer *self,
            guint mentee,
            guint mentor)
{
  const RmProfile *profile = &self->mentees[mentee];
  const RmLink *link = profile->n_links > 0 ? rm_profile_find_link (profile, mentor) : NULL;

  return link != NULL ? link->flags : 0;
}

gboolean
rm_scorer_are_available (const RmScorer *self,
                         guint mentee,
                         guint mentor)
{
  g_return_val_if_fail (mentee < self->n_mentees, FALSE);
  g_return_val_if_fail (mentor < self->n_mentors, FALSE);

  return self->mentees[mentee].available
         && self->mentors[mentor].available
         && (find_flags (self, mentee, mentor) & RM_LINK_UNAVAILABLE) == 0;
}

/* Checked last, so that a confidential rule never hides another one. */
static RmRule
find_last_rule (const RmScorer *self,
                guint mentee,
                guint mentor)
{
  if ((find_flags (self, mentee, mentor) & RM_LINK_EXCLUDED) != 0)
    return RM_RULE_EXCLUDED;

  return rm_scorer_are_available (self, mentee, mentor) ? RM_RULE_NONE : RM_RULE_UNAVAILABLE;
}

RmRule
rm_scorer_find_rule (const RmScorer *self,
                     guint mentee,
                     guint mentor,
                     RmRuleScope scope)
{
  const RmProfile *a = &self->mentees[mentee];
  const RmProfile *b = &self->mentors[mentor];
  RmRule rule = RM_RULE_NONE;

  if (a->number == b->number)
    return RM_RULE_SAME_PERSON;
  if (scope == RM_RULES_ALL)
    rule = find_personal_rule (a, b);
  if (rule != RM_RULE_NONE)
    return rule;
  if (is_below (self, a, b->number) || is_below (self, b, a->number))
    return RM_RULE_REPORTING_LINE;
  if (may_be_in_line (self, a, b))
    return RM_RULE_UNKNOWN_LINE;
  if (is_gap_too_small (self->settings, a, b))
    return RM_RULE_LEVEL_GAP;

  rule = find_common_rule (self, a, b);

  return rule != RM_RULE_NONE ? rule : find_last_rule (self, mentee, mentor);
}

const char *
rm_rule_describe (RmRule rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (descriptions), NULL);

  return descriptions[rule];
}
