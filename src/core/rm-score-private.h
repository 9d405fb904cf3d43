/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-score.h"

G_BEGIN_DECLS

/* A list of folded terms as small numbers. Sorted, each once; @bits has bit (id mod 64) of each. */
typedef struct
{
  guint32 *ids;
  guint n;
  guint64 bits;
} RmTerms;

/* A skill of which somebody wants more than they have. */
typedef struct
{
  gint64 id;
  guint skill;
  int level;
  int gap;
  int importance;
} RmWant;

/* What is compared as one folded term; 0 is blank. */
typedef enum
{
  RM_WORD_DEPARTMENT,
  RM_WORD_SITE,
  RM_WORD_FUNCTION,
  RM_WORD_EMPLOYER,
  RM_N_WORDS,
} RmWord;

typedef enum
{
  RM_LINK_AVOID = 1 << 0,
  RM_LINK_EXCLUDED = 1 << 1,
  RM_LINK_KNOWN = 1 << 2,
} RmLinkFlags;

/* What is on record about one mentee and one mentor. @closeness counts quarters; 0 with
 * RM_LINK_KNOWN means that nobody has said how they know each other. */
typedef struct
{
  guint mentee;
  guint mentor;
  RmLinkFlags flags;
  int closeness;
} RmLink;

/* A person made ready for scoring. */
typedef struct
{
  const RmPerson *person;
  gint64 id;
  gboolean available;
  gboolean has_tag;
  guint32 words[RM_N_WORDS];
  RmTerms languages;
  RmTerms tags;
  RmTerms background;

  const gint8 *levels;      /* by skill, -1 unrated; NULL where the table would be too large */
  RmWant *wants;
  guint n_wants;
  guint want_weight;        /* sum of importance × gap */
  gboolean wants_unknown;   /* no target at all, or one without a rated level */

  gint64 *above;            /* managers, the nearest first, as far as the rule looks */
  guint n_above;

  const RmLink *links;      /* sorted by mentor; mentees only */
  guint n_links;
} RmProfile;

typedef struct
{
  gint64 id;
  guint index;
} RmIdIndex;

struct _RmScorer
{
  gatomicrefcount refs;
  RmProgramme *programme;
  const RmSettings *settings;

  RmProfile *mentees;
  guint n_mentees;
  RmProfile *mentors;
  guint n_mentors;
  RmIdIndex *mentee_ids;
  RmIdIndex *mentor_ids;
  GArray *links;
  gint8 *levels;
  guint n_skills;           /* what a row of @levels has */

  /* what each possible outcome of a criterion earns */
  int budgets[RM_N_CRITERIA];
  int back[4];
  int difference[RM_N_WORDS + 2];
  int sociability[6];
  int style[5];
  int acquaintance[5];
  int availability[RM_WEEK_DAYS * RM_WEEK_HOURS + 1];
  int interests[4];
  int aspiration[11];

  gboolean differ[RM_N_WORDS];
  gboolean differ_background;
};

/* Whether the people's own yes counts, or only what stands between the two. */
typedef enum
{
  RM_RULES_ALL,
  RM_RULES_BETWEEN,
} RmRuleScope;

/* rm-score-profile.c */
void rm_scorer_build_profiles (RmScorer *self);
void rm_profile_clear (RmProfile *self);
guint rm_terms_count_shared (const RmTerms *a,
                             const RmTerms *b,
                             guint limit);

/* rm-score-links.c */
void rm_scorer_build_links (RmScorer *self);
const RmLink *rm_profile_find_link (const RmProfile *mentee,
                                    guint mentor);

/* rm-score-line.c */
gint64 *rm_line_list_above (const RmProgramme *programme,
                            const RmPerson *person,
                            int levels,
                            guint *n);
void rm_line_append_notices (const RmProgramme *programme,
                             GArray *notices);

/* rm-score-rules.c */
gboolean rm_person_may_learn (const RmPerson *self);
RmRule rm_scorer_find_rule (const RmScorer *self,
                            guint mentee,
                            guint mentor,
                            RmRuleScope scope);

/* rm-score-parts.c */
int rm_scorer_get_sociability_points (const RmScorer *self,
                                      int mentee,
                                      int mentor);
int rm_scorer_get_style_points (const RmScorer *self,
                                int mentee,
                                int mentor);
void rm_scorer_build_shares (RmScorer *self);
int rm_scorer_get_parts (const RmScorer *self,
                         guint mentee,
                         guint mentor,
                         int *points,
                         guint *unknown);

G_END_DECLS
