/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score-private.h"

/* Notices for the coordinator before trusting a pairing: blank inputs of hard rules, broken
 * reporting lines, and criteria that decide nothing. */

/* Up to this many, all pairs are looked at; beyond, every k-th by row, k coprime to the number of
 * mentors so that no column is left out. */
#define MAX_SAMPLE 250000

typedef gboolean (*BlankFunc) (const RmProfile *profile);

static gboolean
has_blank_level (const RmProfile *profile)
{
  return profile->level == RM_LEVEL_BLANK;
}

static gboolean
has_blank_languages (const RmProfile *profile)
{
  return profile->languages.n == 0;
}

static gboolean
has_blank_hours (const RmProfile *profile)
{
  return profile->week < 0;
}

static gboolean
has_blank_department (const RmProfile *profile)
{
  return profile->words[RM_WORD_DEPARTMENT] == 0;
}

static void
append_if_blank (const RmProfile *profile,
                 RmNoticeType type,
                 BlankFunc is_blank,
                 GArray *notices)
{
  if (profile->available && is_blank (profile))
    {
      RmNotice notice = { .type = type, .person = profile->person->record.id };

      g_array_append_val (notices, notice);
    }
}

/* Both sides are in canonical order: merging keeps it and lists a person on both sides once. */
static void
append_blanks (const RmScorer *self,
               RmNoticeType type,
               BlankFunc is_blank,
               GArray *notices)
{
  guint i = 0;
  guint j = 0;

  while (i < self->n_mentees || j < self->n_mentors)
    {
      int order = 0;

      if (i == self->n_mentees)
        order = 1;
      else if (j == self->n_mentors)
        order = -1;
      else
        order = rm_person_compare (self->mentees[i].person, self->mentors[j].person);

      append_if_blank (order <= 0 ? &self->mentees[i] : &self->mentors[j], type, is_blank, notices);
      i += order <= 0;
      j += order >= 0;
    }
}

static guint64
greatest_common_divisor (guint64 a,
                         guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

/* Returns the bits of criteria that take more than one value, or all if there are not even two
 * pairs to compare. */
static guint
find_varied (const RmScorer *self)
{
  const guint all = (1u << RM_N_CRITERIA) - 1;
  guint64 n_pairs = (guint64) self->n_mentees * self->n_mentors;
  guint64 step = n_pairs / MAX_SAMPLE + 1;
  int first[RM_N_CRITERIA];
  guint n_seen = 0;
  guint varied = 0;

  while (step > 1 && greatest_common_divisor (step, self->n_mentors) != 1)
    step++;

  for (guint64 at = 0; at < n_pairs && varied != all; at += step)
    {
      guint mentee = (guint) (at / self->n_mentors);
      guint mentor = (guint) (at % self->n_mentors);
      int points[RM_N_CRITERIA];
      guint unknown = 0;

      if (rm_scorer_find_rule (self, mentee, mentor, RM_RULES_ALL) != RM_RULE_NONE)
        continue;
      rm_scorer_get_parts (self, mentee, mentor, points, &unknown);
      for (guint c = 0; c < RM_N_CRITERIA; c++)
        {
          if (n_seen == 0)
            first[c] = points[c];
          else if (points[c] != first[c])
            varied |= 1u << c;
        }
      n_seen++;
    }

  return n_seen < 2 ? all : varied;
}

static void
append_flat (const RmScorer *self,
             GArray *notices)
{
  guint varied = find_varied (self);

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    if (self->budgets[c] > 0 && (varied & (1u << c)) == 0)
      {
        RmNotice notice = { .type = RM_NOTICE_FLAT_CRITERION, .criterion = (RmCriterion) c };

        g_array_append_val (notices, notice);
      }
}

GArray *
rm_scorer_list_notices (const RmScorer *self)
{
  GArray *notices = g_array_new (FALSE, TRUE, sizeof (RmNotice));

  rm_line_append_notices (self->programme, notices);
  if (self->settings->level_gap != RM_UNKNOWN)
    append_blanks (self, RM_NOTICE_LEVEL_BLANK, has_blank_level, notices);
  if (self->settings->need_language == 1)
    append_blanks (self, RM_NOTICE_LANGUAGE_BLANK, has_blank_languages, notices);
  if (self->settings->need_free_hour == 1)
    append_blanks (self, RM_NOTICE_HOURS_BLANK, has_blank_hours, notices);
  if (self->settings->need_other_department == 1)
    append_blanks (self, RM_NOTICE_DEPARTMENT_BLANK, has_blank_department, notices);
  append_flat (self, notices);

  return notices;
}
