/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** RmSide: the part a person takes. The mentee is the senior who learns. */
typedef enum
{
  RM_SIDE_NONE,
  RM_SIDE_MENTEE,
  RM_SIDE_MENTOR,
  RM_SIDE_BOTH,
} RmSide;

/** RmPersonState: whether a person still takes part. */
typedef enum
{
  RM_PERSON_ACTIVE,
  RM_PERSON_WITHDRAWN,
  RM_PERSON_LEFT,
  RM_PERSON_AWAY, /* for now: pairs stay, and there are no new ones */
} RmPersonState;

/** RmStyle: how a person likes to talk. */
typedef enum
{
  RM_STYLE_DIRECT,
  RM_STYLE_ANALYTICAL,
  RM_STYLE_EXPRESSIVE,
  RM_STYLE_SUPPORTIVE,
} RmStyle;

/** RmRelation: what a person is to the organisation. All but the first are from outside. */
typedef enum
{
  RM_RELATION_EMPLOYEE,
  RM_RELATION_CLIENT,
  RM_RELATION_CUSTOMER,
  RM_RELATION_SUPPLIER,
  RM_RELATION_OTHER,
} RmRelation;

/**
 * RmStanding:
 * @skill: id of the skill
 * @level: 0 to 5, or -1 if unrated (which is not 0)
 * @target: level wanted, 0 to 5, or -1 if none
 * @importance: 1 to 5, how much the person wants it; 3 unless rated
 *
 * A person's standing in one skill, resolved from their ratings (rm_standing_resolve()).
 */
struct _RmStanding
{
  gint64 skill;
  gint8 level;
  gint8 target;
  gint8 importance;
};

/**
 * RmPerson:
 * @standings: (array length=n_standings): sorted by skill, each skill once; derived from ratings
 * @folded: the text that search looks through; derived
 *
 * A person of the programme. Choices hold the enumerations above or %RM_UNKNOWN.
 */
struct _RmPerson
{
  RmRecord record;

  char *staff_no;
  char *name;
  char *email;
  char *job_title;
  char *department;
  char *site;
  char *business_function;
  char *employer;     /* set for people from outside the organisation */
  int level;          /* seniority, 1 (trainee) to 10 (executive) */
  gint64 manager;     /* id of a person, or 0 */
  char *manager_ref;  /* staff number or e-mail of a manager who is not in the programme */
  char *joined;
  int state;
  int side;
  int mentee_capacity;
  int mentor_capacity;
  int willing;
  int committed;
  char *committed_on;
  int hours;          /* a month */
  char *override_reason;
  char *languages;
  gint64 week;
  int style;
  int sociability;
  int aspiration;
  int eagerness;
  char *tags;
  char *background;
  char *notes;
  int relation;
  char *cohort;       /* name of a cohort, compared folded */
  char *leaves_on;    /* from that day on a person has left */

  /* derived */
  RmStanding *standings;
  guint n_standings;
  char *folded;
};

/**
 * rm_person_entity:
 *
 * Returns: (transfer none): the description of #RmPerson
 */
const RmEntity *rm_person_entity (void);

/**
 * rm_person_new:
 *
 * Returns: (transfer full): a person with an active state, one place on each side, and nothing else
 */
RmPerson *rm_person_new (void);

/**
 * rm_person_take_standings:
 * @self: a person that is not shared
 * @standings: (transfer full) (array length=n): sorted by skill
 * @n: how many
 */
void rm_person_take_standings (RmPerson *self,
                               RmStanding *standings,
                               guint n);

/**
 * rm_person_find_standing:
 * @self: a person
 * @skill: id of a skill
 *
 * O(log n).
 *
 * Returns: (nullable) (transfer none): the standing; %NULL means unrated and not wanted
 */
const RmStanding *rm_person_find_standing (const RmPerson *self,
                                           gint64 skill);

/**
 * rm_person_update_folded:
 * @self: a person that is not shared
 *
 * Derives the text that search looks through: name, staff number, e-mail, job title, department,
 * site, cohort, tags.
 */
void rm_person_update_folded (RmPerson *self);

/**
 * rm_person_is_mentee:
 * @self: a person
 *
 * Returns: whether @self takes the part of a mentee (state and willingness aside)
 */
gboolean rm_person_is_mentee (const RmPerson *self);

/**
 * rm_person_is_mentor:
 * @self: a person
 *
 * Returns: whether @self takes the part of a mentor (state and willingness aside)
 */
gboolean rm_person_is_mentor (const RmPerson *self);

/**
 * rm_person_is_external:
 * @self: a person
 *
 * Returns: whether @self is from outside the organisation: by the relation, or if it is blank, by
 *   having an employer
 */
gboolean rm_person_is_external (const RmPerson *self);

/**
 * rm_person_may_learn:
 * @self: a person
 *
 * Returns: whether commitment permits a mentor: the person is committed, or a reason to override
 *   that is on record
 */
gboolean rm_person_may_learn (const RmPerson *self);

/**
 * rm_person_is_available:
 * @self: a person
 *
 * Returns: whether @self could be in a new pair: has neither withdrawn nor left, and is not away
 */
gboolean rm_person_is_available (const RmPerson *self);

/**
 * rm_person_has_left_by:
 * @self: a person
 * @day: a date, as fields hold it
 *
 * Returns: whether the day on which @self leaves has come by @day, whatever the state says
 */
gboolean rm_person_has_left_by (const RmPerson *self,
                                const char *day);

/**
 * rm_person_is_unasked:
 * @self: a person
 *
 * Returns: whether @self takes part but has no recorded willingness, or as a mentee no recorded
 *   commitment, and so cannot be paired
 */
gboolean rm_person_is_unasked (const RmPerson *self);

/**
 * rm_person_matches:
 * @self: a person
 * @words: folded words, as rm_fold() makes them; empty ones do not count
 *
 * Returns: whether each of @words occurs in the text that search looks through
 */
gboolean rm_person_matches (const RmPerson *self,
                            const char *const *words);

/**
 * rm_person_compare:
 * @a: a person
 * @b: a person
 *
 * The order that breaks every tie: staff number, then e-mail, then id; blank last. Digits within
 * staff numbers are not special.
 *
 * Returns: less than, equal to or greater than 0
 */
int rm_person_compare (const RmPerson *a,
                       const RmPerson *b);

/**
 * rm_person_display_name:
 * @self: a person
 *
 * Returns: (transfer none): name, else e-mail, else staff number, else "?"
 */
const char *rm_person_display_name (const RmPerson *self);

RM_RECORD_TYPE (RmPerson)

G_END_DECLS
