/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** RmPairState: the stage a pair has reached. */
typedef enum
{
  RM_PAIR_PROPOSED,
  RM_PAIR_OFFERED,
  RM_PAIR_ACCEPTED,
  RM_PAIR_KICK_OFF,
  RM_PAIR_ACTIVE,
  RM_PAIR_PAUSED,
  RM_PAIR_COMPLETED,
  RM_PAIR_ENDED,
} RmPairState;

/** RmAcquaintanceType: how two people know each other. */
typedef enum
{
  RM_ACQUAINTANCE_INTERVIEWED,
  RM_ACQUAINTANCE_WORKED,
  RM_ACQUAINTANCE_EVENT,
  RM_ACQUAINTANCE_OTHER,
} RmAcquaintanceType;

/** RmPair: one mentee and one mentor. */
struct _RmPair
{
  RmRecord record;

  gint64 mentee;
  gint64 mentor;
  int state;
  int locked;  /* a proposal must keep it */
  char *reason;
};

/** RmExclusion: two people who must not be paired. */
struct _RmExclusion
{
  RmRecord record;

  gint64 mentee;
  gint64 mentor;
  int confidential;  /* "please avoid": must look like an open one without a reason */
  char *reason;
};

/** RmAcquaintance: two people who know each other, in no particular order. */
struct _RmAcquaintance
{
  RmRecord record;

  gint64 person;
  gint64 other;
  int type;
  char *met_on;
};

/**
 * rm_pair_entity:
 *
 * Returns: (transfer none): the description of #RmPair
 */
const RmEntity *rm_pair_entity (void);

/**
 * rm_exclusion_entity:
 *
 * Returns: (transfer none): the description of #RmExclusion
 */
const RmEntity *rm_exclusion_entity (void);

/**
 * rm_exclusion_is_told:
 * @self: an exclusion
 *
 * A confidential exclusion must look like an open one without a reason: as if one of the two were
 * not available. Code that shows exclusions calls this and never reads @confidential.
 *
 * Returns: whether the exclusion may be disclosed: it is open and has a reason
 */
gboolean rm_exclusion_is_told (const RmExclusion *self);

/**
 * rm_acquaintance_entity:
 *
 * Returns: (transfer none): the description of #RmAcquaintance
 */
const RmEntity *rm_acquaintance_entity (void);

/**
 * rm_pair_new:
 * @mentee: id of a person
 * @mentor: id of a person
 *
 * Returns: (transfer full): a proposed pair that is not locked
 */
RmPair *rm_pair_new (gint64 mentee,
                     gint64 mentor);

/**
 * rm_pair_is_open:
 * @self: a pair
 *
 * Returns: whether it takes a place of both people (it has not been completed or ended)
 */
gboolean rm_pair_is_open (const RmPair *self);

RM_RECORD_TYPE (RmPair)
RM_RECORD_TYPE (RmExclusion)
RM_RECORD_TYPE (RmAcquaintance)

G_END_DECLS
