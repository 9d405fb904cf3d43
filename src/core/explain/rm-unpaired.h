/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/explain/rm-explain.h"

G_BEGIN_DECLS

/**
 * RmUnpairedReason:
 * @RM_UNPAIRED_TAKES_NONE: a mentee: no places
 * @RM_UNPAIRED_RULES: every possible pair breaks a rule
 * @RM_UNPAIRED_SHORTAGE: a mentee: too few places for too many mentees
 * @RM_UNPAIRED_TOTAL: a mentee could be paired, but the best total leaves them out
 * @RM_UNPAIRED_NOT_NEEDED: a mentor: their possible mentees have other mentors, or would gain
 *   nothing
 *
 * Why somebody has no pair.
 */
typedef enum
{
  RM_UNPAIRED_TAKES_NONE,
  RM_UNPAIRED_RULES,
  RM_UNPAIRED_SHORTAGE,
  RM_UNPAIRED_TOTAL,
  RM_UNPAIRED_NOT_NEEDED,
} RmUnpairedReason;

/** The number of rules, %RM_RULE_NONE included. */
#define RM_N_RULES (RM_RULE_UNAVAILABLE + 1)

/**
 * RmUnpaired:
 * @person: index of a mentee or a mentor
 * @reason: why they have no pair
 * @removed: by #RmRule: how many on the other side each rule removes, counted by the first rule
 *   broken; [%RM_RULE_NONE] counts those who remain. The person themself is not counted
 * @mentees: (element-type guint) (nullable): for %RM_UNPAIRED_SHORTAGE: an inclusion-minimal set of
 *   mentees, @person among them, sorted, whose candidates together have fewer places than it has
 *   members. Take any one away and there are enough
 * @mentors: (element-type guint) (nullable): their candidates, sorted; some may have no place
 * @n_places: how many of their places no locked pair of others holds: one fewer than @mentees
 *
 * Somebody without a pair, and why. Only mentees have a shortage. In a plain table a pair without a
 * score counts as %RM_RULE_EXCLUDED, like a pair that the problem keeps apart.
 */
typedef struct
{
  guint person;
  RmUnpairedReason reason;
  guint removed[RM_N_RULES];
  GArray *mentees;
  GArray *mentors;
  gint64 n_places;
} RmUnpaired;

/**
 * rm_unpaired_list_mentees:
 * @explain: the pairing explained
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Shortages are Hall violators (Hall 1935; König 1931): the mentees whom an alternating search from
 * the unpaired one reaches. With people first no such search can end at a free place; the set
 * reached is minimal, since it is contained in each set of its members that has too few places.
 *
 * O(unpaired · pairs reached).
 *
 * Returns: (transfer full) (element-type RmUnpaired) (nullable): the mentees without a pair, by
 *   index
 */
GPtrArray *rm_unpaired_list_mentees (const RmExplain *explain,
                                     RmProgressFunc progress,
                                     gpointer data,
                                     GError **error);

/**
 * rm_unpaired_list_mentors:
 * @explain: the pairing explained
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Mentors without places are not listed. O(unpaired · n).
 *
 * Returns: (transfer full) (element-type RmUnpaired) (nullable): the mentors without a pair, by
 *   index
 */
GPtrArray *rm_unpaired_list_mentors (const RmExplain *explain,
                                     RmProgressFunc progress,
                                     gpointer data,
                                     GError **error);

void rm_unpaired_free (RmUnpaired *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmUnpaired, rm_unpaired_free)

G_END_DECLS
