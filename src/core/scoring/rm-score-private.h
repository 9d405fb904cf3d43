/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/* Terms numbered up to this are bits. */
#define RM_TERM_BITS 64

/* A set of folded terms, numbered from 1. Those that are not bits are in RmScorer.terms, sorted,
 * after their count; @beyond says where, 0 for none. @n counts all. */
typedef struct
{
  guint64 bits;
  guint32 beyond;
  guint32 n;
} RmTerms;

/* A skill in which somebody wants a higher level than they have. Skills are numbered from 0. */
typedef struct
{
  guint32 skill;
  gint8 level;
  gint8 gap;
  gint8 importance;
} RmWant;

/* The fields compared as one folded term; 0 is blank. */
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
  RM_LINK_UNAVAILABLE = 1 << 0, /* kept apart in confidence, or without a reason */
  RM_LINK_EXCLUDED = 1 << 1,    /* kept apart for a reason that may be told */
  RM_LINK_KNOWN = 1 << 2,
} RmLinkFlags;

/* The records about one mentee and one mentor. @closeness counts quarters; 0 with RM_LINK_KNOWN
 * means that it is not recorded how they know each other. */
typedef struct
{
  guint mentee;
  guint mentor;
  RmLinkFlags flags;
  int closeness;
} RmLink;

/* Blank seniority. */
#define RM_LEVEL_BLANK G_MININT8

/* Managers that fit into a profile: as many as the rule looks at by default. */
#define RM_NEAR_LEVELS 2

/* A person prepared for scoring. Pairs are scored in an order that no cache could predict, so this
 * holds everything the score of a pair reads, except wants and levels, in two cache lines. */
typedef struct
{
  /* what can keep two people apart */
  guint n_links;
  guint32 number;           /* position among all people, from 1 */
  const RmLink *links;      /* sorted by mentor; mentees only */
  union
  {
    guint32 near[RM_NEAR_LEVELS];
    guint32 far;            /* where they begin in RmScorer.managers */
  } above;                  /* numbers of managers, the nearest first, as far as the rule looks */
  guint8 n_above;
  guint available : 1;
  guint willing : 1;
  guint may_learn : 1;
  guint wants_unknown : 1;  /* no target at all, or one without a rated level */
  guint zeal_unknown : 1;
  guint line_unknown : 1;   /* it ends, within the rule's reach, at a manager who is missing */
  gint8 level;              /* seniority */
  gint8 sociability;        /* -1 is blank, as below */
  gint8 style;
  guint8 zeal;              /* aspiration and eagerness together, 0 to 10 */
  guint8 has_tag;           /* the required one */

  guint32 words[RM_N_WORDS];
  gint64 week;

  RmTerms languages;
  RmTerms tags;
  RmTerms background;

  const RmPerson *person;
  guint want_weight;        /* sum of importance × gap */
  guint n_wants;
  const RmWant *wants;      /* followed by the data of rm_profile_get_rated() */
} RmProfile;

/* The skills that a person is rated in, of those that somebody wants: a bit set, for each of its
 * words how many levels come before, and the levels. */
typedef struct
{
  const guint64 *skills;
  const guint16 *before;
  const gint8 *levels;
} RmRated;

/* Iterates over the rated skills of a person; starts as { 0 }. */
typedef struct
{
  guint skill;
  int level;
  guint64 left;
  guint n_words;
  guint n;
} RmRatedIter;

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
  gboolean shared;          /* rm_scorer_get() finds it */

  RmProfile *mentees;
  guint n_mentees;
  RmProfile *mentors;
  guint n_mentors;
  RmIdIndex *mentee_ids;
  RmIdIndex *mentor_ids;
  GArray *links;
  GPtrArray *blocks;        /* of memory, with wants and levels */
  GArray *terms;            /* of guint32: see RmTerms */
  GArray *managers;         /* of guint32: see RmProfile */
  GArray *skills;           /* of gint64: those that somebody wants, by number */
  guint n_skills;
  guint n_skill_words;      /* of RmRated.skills; 0 if levels are searched in standings */

  /* points for each possible outcome of a criterion */
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

/* Whether willingness and commitment count, or only the rules between the two. */
typedef enum
{
  RM_RULES_ALL,
  RM_RULES_BETWEEN,
} RmRuleScope;

/* rm-score-profile.c */
void rm_scorer_build_profiles (RmScorer *self);
gboolean rm_profile_next_rated (const RmScorer *self,
                                const RmProfile *profile,
                                RmRatedIter *iter);
guint rm_scorer_count_shared (const RmScorer *self,
                              const RmTerms *a,
                              const RmTerms *b,
                              guint limit);

/* Both are in one block of memory, so that a pair that needs one does not wait for the other. */
static inline RmRated
rm_profile_get_rated (const RmScorer *self,
                      const RmProfile *profile)
{
  const guint64 *skills = (gconstpointer) (profile->wants + profile->n_wants);
  const guint16 *before = (gconstpointer) (skills + self->n_skill_words);

  return (RmRated) { skills, before, (gconstpointer) (before + self->n_skill_words) };
}

/* The numbers of managers that the rule about reporting lines looks at; @self->n_above of them. */
static inline const guint32 *
rm_profile_get_above (const RmScorer *scorer,
                      const RmProfile *self)
{
  return self->n_above <= RM_NEAR_LEVELS
           ? self->above.near
           : &g_array_index (scorer->managers, guint32, self->above.far);
}

/* rm-score-links.c */
void rm_scorer_build_links (RmScorer *self);
const RmLink *rm_profile_find_link (const RmProfile *mentee,
                                    guint mentor);

/* rm-score-line.c */
guint32 *rm_line_list_managers (const RmProgramme *programme);
guint rm_line_walk (const guint32 *managers,
                    guint32 person,
                    guint levels,
                    guint32 *above,
                    gboolean *unknown);
void rm_line_append_notices (const RmProgramme *programme,
                             GArray *notices);

RmRule rm_scorer_find_rule (const RmScorer *self,
                            guint mentee,
                            guint mentor,
                            RmRuleScope scope);

/* The rules between two people that apply alike to many: all except free hours, reporting lines and
 * records about just these two. */
gboolean rm_scorer_may_groups_meet (const RmScorer *self,
                                    const RmProfile *mentee,
                                    const RmProfile *mentor);

/* rm-score-parts.c */
gboolean rm_style_is_known (int style);
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
