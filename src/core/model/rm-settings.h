/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/**
 * RmCriterion:
 *
 * The criteria of a pair's score, in display order.
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
 * The objective of a proposal.
 */
typedef enum
{
  RM_MODE_PEOPLE,
  RM_MODE_TOTAL,
  RM_MODE_WEAKEST,
  RM_N_MODES,
} RmMode;

/** The modes as a field holds them. */
extern const RmEnumValue rm_mode_values[];

/** RmSettings: the one row that describes the programme itself. Its id is always 1. */
struct _RmSettings
{
  RmRecord record;

  char *name;
  char *objective;
  char *starts_on;
  char *ends_on;
  char *mentor_word;  /* this organisation's word for a mentor; blank is the default */
  char *mentee_word;
  int special_category;  /* 0: background and similar fields are not shown, used or exported */
  int mode;

  /* weights of the criteria, 0 to 100 each, in the order of RmCriterion */
  int weights[RM_N_CRITERIA];

  /* hard rules */
  int line_levels;       /* a reporting line this many levels up or down excludes; 0 is off */
  int unknown_line_apart; /* who may be in one line, as far as is known, is not paired */
  int level_gap;         /* how many seniority levels the mentee must be above the mentor */
  int need_language;
  int need_free_hour;
  int need_other_department;
  char *only_tag;        /* only people with this tag take part */

  /* which fields "difference" counts */
  int differ_department;
  int differ_site;
  int differ_function;
  int differ_employer;
  int differ_background;

  int prefer_complement; /* sociability: scores being far apart instead of both sociable */
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
 * rm_settings_list_deciding:
 * @n: (out): how many
 *
 * The fields in which two settings must agree to propose the same pairing: mode, weights and rules,
 * but not the programme's name or dates.
 *
 * Returns: (transfer none) (array length=n): those fields, in order
 */
const RmField *rm_settings_list_deciding (guint *n);

/**
 * rm_settings_decide_alike:
 * @a: settings
 * @b: settings
 *
 * Returns: whether mode, weights and rules of both are the same
 */
gboolean rm_settings_decide_alike (const RmSettings *a,
                                   const RmSettings *b);

/**
 * rm_settings_take_deciding:
 * @self: settings that are not shared yet
 * @from: other settings
 *
 * Takes over mode, weights and rules.
 */
void rm_settings_take_deciding (RmSettings *self,
                                const RmSettings *from);

/**
 * rm_mode_label:
 * @mode: a mode
 *
 * Returns: (transfer none): its untranslated name
 */
const char *rm_mode_label (RmMode mode);

/**
 * rm_criterion_label:
 * @criterion: a criterion
 *
 * Returns: (transfer none): its untranslated name
 */
const char *rm_criterion_label (RmCriterion criterion);

/**
 * rm_criterion_get_field:
 * @criterion: a criterion
 *
 * Returns: (transfer none): the field of #RmSettings with its weight
 */
const RmField *rm_criterion_get_field (RmCriterion criterion);

/**
 * rm_criterion_key:
 * @criterion: a criterion
 *
 * Returns: (transfer none): its key in files and commands: "skills"
 */
const char *rm_criterion_key (RmCriterion criterion);

RM_RECORD_TYPE (RmSettings)

G_END_DECLS
