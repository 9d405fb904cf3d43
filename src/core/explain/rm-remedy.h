/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/explain/rm-explain.h"

G_BEGIN_DECLS

/**
 * RmRemedyType:
 * @RM_REMEDY_MODE: most people first, instead of the best total
 * @RM_REMEDY_PLACES: one more place for everyone who mentors
 * @RM_REMEDY_CONSENT: everybody who was never asked agrees
 * @RM_REMEDY_LINE_LEVELS: fewer levels of the reporting line are kept apart
 * @RM_REMEDY_LEVEL_GAP: a smaller difference in seniority is enough
 * @RM_REMEDY_LANGUAGE: no common language is needed
 * @RM_REMEDY_FREE_HOUR: no common free hour is needed
 * @RM_REMEDY_UNKNOWN_LINE: an unknown reporting line keeps nobody apart
 * @RM_REMEDY_DEPARTMENT: both may be from one department
 * @RM_REMEDY_TAG: people without the tag may be paired too
 *
 * A single change that may pair more mentees.
 */
typedef enum
{
  RM_REMEDY_MODE,
  RM_REMEDY_PLACES,
  RM_REMEDY_CONSENT,
  RM_REMEDY_LINE_LEVELS,
  RM_REMEDY_LEVEL_GAP,
  RM_REMEDY_LANGUAGE,
  RM_REMEDY_FREE_HOUR,
  RM_REMEDY_UNKNOWN_LINE,
  RM_REMEDY_DEPARTMENT,
  RM_REMEDY_TAG,
} RmRemedyType;

/**
 * RmRemedy:
 * @type: what changes
 * @to: for %RM_REMEDY_LINE_LEVELS and %RM_REMEDY_LEVEL_GAP, the new setting; else 0
 * @n_more: how many more mentees could be paired
 */
typedef struct
{
  RmRemedyType type;
  int to;
  guint n_more;
} RmRemedy;

/**
 * rm_remedies_find:
 * @explain: the pairing explained, of people
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Tries turning off each hard rule that is on, relaxing by one the two that have a number, and
 * giving each mentor one more place. @n_more is exact: all current pairs may change, except locked
 * ones. It is relative to the most mentees that can be paired now (%RM_REMEDY_MODE: to those who
 * are). Confidential exclusions stay in force.
 *
 * One maximum matching per change, grown from the current pairs by augmenting paths (Berge 1957);
 * people seen by a failed search are not visited again. O(n · m) per change at worst.
 *
 * Returns: (transfer full) (element-type RmRemedy) (nullable): those that pair somebody, most
 *   first, then by type, then smaller change first
 */
GArray *rm_remedies_find (const RmExplain *explain,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error);

G_END_DECLS
