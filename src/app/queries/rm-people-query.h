/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/** RmPeopleSort: the sort key of people. */
typedef enum
{
  RM_PEOPLE_SORT_NAME,
  RM_PEOPLE_SORT_DEPARTMENT,
  RM_PEOPLE_SORT_LEVEL,
  RM_PEOPLE_SORT_SIDE,
  RM_PEOPLE_SORT_STATE,
} RmPeopleSort;

/**
 * RmPeopleQuery:
 * @search: (nullable): words that must all occur, folded or not
 * @side: a #RmSide to keep, or %RM_UNKNOWN for all; %RM_SIDE_MENTEE and %RM_SIDE_MENTOR include
 *   people who are both
 * @department: (nullable): the department to keep
 * @joined_from: (nullable): ISO date: only people who joined on that day or later
 * @joined_before: (nullable): ISO date: only people who joined before that day
 * @unrated: only people without a rated skill
 * @unasked: only people who cannot be paired because they were not asked
 * @eager: only people whose aspiration or eagerness is 4 or 5, to nominate
 * @alike: only possible duplicates (rm_people_list_alike())
 * @only: (nullable): only these ids, sorted
 * @n_only: how many
 * @sort: the sort key
 * @descending: whether to reverse the order
 */
typedef struct
{
  char *search;
  int side;
  char *department;
  char *joined_from;
  char *joined_before;
  gboolean unrated;
  gboolean unasked;
  gboolean eager;
  gboolean alike;
  gint64 *only;
  guint n_only;
  RmPeopleSort sort;
  gboolean descending;
} RmPeopleQuery;

RmPeopleQuery *rm_people_query_new (void);
RmPeopleQuery *rm_people_query_copy (const RmPeopleQuery *self);
void rm_people_query_free (RmPeopleQuery *self);

/** RmTenure: how long somebody has been with the organisation, in bands. */
typedef enum
{
  RM_TENURE_ANY,
  RM_TENURE_NEW,   /* under two years */
  RM_TENURE_SOME,  /* two to ten years */
  RM_TENURE_LONG,  /* ten years or more */
  RM_N_TENURES,
} RmTenure;

/**
 * rm_people_query_set_tenure:
 * @self: a query
 * @tenure: a band; %RM_TENURE_ANY keeps everybody, the others only people whose joining date is
 *   known
 * @year: today
 * @month: today, 1 to 12
 * @day: today
 */
void rm_people_query_set_tenure (RmPeopleQuery *self,
                                 RmTenure tenure,
                                 int year,
                                 int month,
                                 int day);

/**
 * rm_people_query_run:
 * @self: a query
 * @programme: a programme
 *
 * Filters and sorts, names by the rules of the locale, blank last, ties canonically. 100,000 people
 * take a few tenths of a second: for a worker.
 *
 * Returns: (transfer full) (element-type guint): indexes into the programme's people
 */
GArray *rm_people_query_run (const RmPeopleQuery *self,
                             RmProgramme *programme);

/**
 * rm_people_list_departments:
 * @programme: a programme
 *
 * Returns: (transfer full): the departments there are, sorted for people
 */
GStrv rm_people_list_departments (RmProgramme *programme);

/**
 * rm_people_list_alike:
 * @programme: a programme
 *
 * Possible duplicates: people whose folded name, staff number or e-mail equals that of somebody
 * before them in the canonical order. O(n log n).
 *
 * Returns: (transfer full) (element-type gint64): two ids for each, the earlier first
 */
GArray *rm_people_list_alike (RmProgramme *programme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmPeopleQuery, rm_people_query_free)

G_END_DECLS
