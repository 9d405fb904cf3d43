/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-record.h"

G_BEGIN_DECLS

/**
 * RmCriterion:
 *
 * What a pair's score is made of, in the order in which people see it.
 */
typedef enum
{
  RM_CRITERION_SKILLS,
  RM_CRITERION_BACK,
  RM_CRITERION_DIFFERENCE,
  RM_CRITERION_SOCIABILITY,
  RM_CRITERION_STYLE,
  RM_CRITERION_ACQUAINTANCE,
  RM_CRITERION_AVAILABILITY,
  RM_CRITERION_INTERESTS,
  RM_CRITERION_ASPIRATION,
  RM_N_CRITERIA,
} RmCriterion;

/**
 * RmMode:
 * @RM_MODE_PEOPLE: as many mentees as possible get a mentor, then the best total
 * @RM_MODE_TOTAL: the best total alone
 * @RM_MODE_WEAKEST: as many mentees as possible get a mentor, then the lowest score is as high as
 *   it can be, then the best total
 *
 * What a proposal is best at.
 */
typedef enum
{
  RM_MODE_PEOPLE,
  RM_MODE_TOTAL,
  RM_MODE_WEAKEST,
} RmMode;

/** RmSettings: the one row that describes the programme itself. Its id is always 1. */
struct _RmSettings
{
  RmRecord record;

  char *name;
  char *objective;
  char *starts_on;
  char *ends_on;
  char *mentor_word;  /* what this organisation calls a mentor; blank is the default word */
  char *mentee_word;
  int mode;

  /* weights of the criteria, 0 to 100 each, in the order of RmCriterion */
  int weights[RM_N_CRITERIA];

  /* hard rules */
  int line_levels;       /* a reporting line this many levels up or down excludes; 0 is off */
  int level_gap;         /* how many seniority levels the mentee must stand above the mentor */
  int need_language;
  int need_free_hour;
  int need_other_department;
  char *only_tag;        /* only people with this tag take part */

  /* in what "difference" counts */
  int differ_department;
  int differ_site;
  int differ_function;
  int differ_employer;
  int differ_background;

  int prefer_complement; /* sociability: far apart scores, instead of both sociable */
  int meeting_minutes;   /* a week */
};

/**
 * rm_settings_entity:
 *
 * Returns: (transfer none): the description of #RmSettings
 */
const RmEntity *rm_settings_entity (void);

/**
 * rm_settings_new:
 *
 * Returns: (transfer full): the defaults
 */
RmSettings *rm_settings_new (void);

/**
 * rm_criterion_label:
 * @criterion: a criterion
 *
 * Returns: (transfer none): its untranslated name
 */
const char *rm_criterion_label (RmCriterion criterion);

G_END_DECLS
