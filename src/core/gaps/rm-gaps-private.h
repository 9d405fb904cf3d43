/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-id-map-private.h"
#include "core/base/rm-ticker-private.h"
#include "core/gaps/rm-gaps.h"
#include "core/scoring/rm-score-private.h"

G_BEGIN_DECLS

/* Levels at which a person can be below another: 0 to 4. */
#define RM_SUPPLY_LEVELS 5
/* Levels that can be wanted or held. */
#define RM_GAP_LEVELS 6

/* The column of a skill left out. */
#define RM_GAP_NO_COLUMN G_MAXUINT

/* What the rules ask of a group of people rather than of two: people with the same key may be
 * paired with the same people, except for the few that RmSupply lists one by one. Fields of rules
 * that are off stay 0. Compared as bytes. */
typedef struct
{
  guint64 languages;
  gint64 week;            /* mentees only */
  guint32 languages_beyond;
  guint32 n_languages;
  guint32 department;
  gint8 level;
  guint8 has_tag;
  guint8 refuses;         /* mentees only: nobody is a partner */
  guint8 line_unknown;
} RmGroupKey;

/* Mentees whom the rules do not tell apart. @base is the first group with the same key except for
 * the week. */
typedef struct
{
  RmGroupKey key;
  guint base;
  guint mentee;           /* one of them */
} RmMenteeGroup;

/* Mentors with free places, sorted by what the rules ask of them, and sets of them as bits. A set
 * takes n_words words. */
typedef struct
{
  const RmScorer *scorer;
  guint *mentors;         /* index among all mentors */
  guint *places;
  guint n_mentors;
  guint n_words;
  guint64 *planes;        /* bit k of the number of places: n_planes sets */
  guint n_planes;
  guint64 **above;        /* by skill, NULL where not needed: RM_SUPPLY_LEVELS sets */
  guint n_skills;

  GArray *groups;         /* of guint: where each group of mentors begins, then the end */
  GArray *mentee_groups;  /* of RmMenteeGroup */
  guint *group_of;        /* by mentee */
  guint64 **partners;     /* by base group, made when asked for */
  guint64 *free_hours;    /* a set for each hour, then one of mentors without hours; or NULL */

  guint32 *by_number;     /* person's number → place in @mentors + 1 */
  guint *below_first;     /* person's number → where the people below begin in @below */
  guint *below;
} RmSupply;

/* A person who takes part; a row is a run of them. */
typedef struct
{
  guint index;            /* among mentees, or among mentors if rows are mentors */
  guint group;            /* what rows are made of: text or level, numbered in their order */
} RmGapMember;

typedef struct
{
  guint first;
  guint n;
} RmGapRow;

/* A skill, or a category: a run of skills. */
typedef struct
{
  guint first;
  guint n;
} RmGapColumn;

struct _RmGaps
{
  RmScorer *scorer;
  RmGapRows kind;
  RmGapColumns column_kind;
  GPtrArray *skills;      /* borrowed from the programme that the scorer holds */
  RmIdMap *skill_numbers; /* id → place in @skills, from 1 */
  GArray *columns;        /* of RmGapColumn */
  guint *column_of;       /* by skill */
  GArray *members;
  GArray *rows;
  RmGapCell *cells;       /* by row, the total last */
  guint *holders;         /* by skill: mentors at or above each level, 0 to 5 */
  guint32 *only_holder;   /* by skill and level, where holders is 1: mentor + 1 */
  RmSupply supply;
};

/* rm-gaps.c */
gboolean rm_gaps_find_skill (const RmGaps *self,
                             gint64 id,
                             guint *skill);

/* rm-gaps-rows.c */
const char *rm_gaps_get_person_text (const RmPerson *person,
                                     RmGapRows kind);
void rm_gaps_collect_rows (RmGaps *self);
void rm_gaps_collect_columns (RmGaps *self);
/* Returns (transfer full) (element-type guint): all active mentees. */
GArray *rm_gaps_list_mentees (const RmGaps *self);

/* rm-gaps-fill.c */
gboolean rm_standing_is_need (const RmStanding *standing);
gboolean rm_gaps_is_at_risk (const RmGaps *self,
                             guint skill,
                             const RmStanding *standing);
void rm_gaps_prepare (RmGaps *self);
void rm_gap_cell_take_supply (RmGapCell *self,
                              guint supply);
gboolean rm_gaps_fill (RmGaps *self,
                       RmTicker *ticker,
                       GError **error);

/* Returns (transfer full) the figures of @mentees by column, and reorders @mentees; adds the
 * mentors who could teach them to @teachers (nullable). */
RmGapCell *rm_gaps_count_mentees (const RmGaps *self,
                                  GArray *mentees,
                                  const guint *column_of,
                                  guint n_columns,
                                  guint64 *teachers);

/* rm-gaps-mentors.c */
gboolean rm_gaps_fill_mentors (RmGaps *self,
                               RmTicker *ticker,
                               GError **error);

/* rm-gaps-pupils.c */

/* The figures of some mentors together, except unrated; lists the mentees they could teach in
 * @pupils and those who depend on one of them in @hanging, and adds the mentors who could teach
 * anybody to @teachers. */
RmGapCell rm_gaps_count_pupils (const RmGaps *self,
                                const gboolean *is_chosen,
                                const guint *column_of,
                                GArray *pupils,
                                GArray *hanging,
                                guint64 *teachers);

/* rm-gaps-supply.c */
void rm_supply_init (RmSupply *self,
                     const RmScorer *scorer,
                     guint n_skills);
void rm_supply_clear (RmSupply *self);
void rm_supply_add_level (RmSupply *self,
                          guint supplier,
                          guint skill,
                          int level);
gboolean rm_supply_is_above (const RmSupply *self,
                             guint supplier,
                             guint skill,
                             int level);
guint rm_supply_count_places (const RmSupply *self,
                              const guint64 *set);

/* rm-gaps-partners.c */
void rm_supply_group_people (RmSupply *self);
guint rm_supply_get_base (const RmSupply *self,
                          guint group);
gboolean rm_supply_may_meet (const RmSupply *self,
                             guint base,
                             guint supplier);
void rm_supply_add_base_partners (const RmSupply *self,
                                  guint base,
                                  guint64 *set);
void rm_supply_copy_partners (const RmSupply *self,
                              guint group,
                              guint64 *set);
void rm_supply_list_apart (const RmSupply *self,
                           guint mentee,
                           GArray *suppliers);
void rm_supply_hide_apart (const RmSupply *self,
                           guint mentee,
                           GArray *apart,
                           guint64 *partners);

G_END_DECLS
