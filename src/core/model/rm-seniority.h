/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** Seniority levels: 1 (trainee) to this (executive). */
#define RM_SENIORITY_MAX 10

/**
 * RmSeniority:
 *
 * This organisation's name for one of the seniority levels 1 to 10. A level without a record has no
 * name and is shown as its number.
 */
struct _RmSeniority
{
  RmRecord record;

  int level;
  char *name;
};

/**
 * rm_seniority_entity:
 *
 * Returns: (transfer none): the description of #RmSeniority
 */
const RmEntity *rm_seniority_entity (void);

/**
 * rm_seniority_new:
 * @level: 1 to 10
 * @name: its name
 *
 * Returns: (transfer full): the name of a level
 */
RmSeniority *rm_seniority_new (int level,
                               const char *name);

/**
 * rm_seniority_find_name:
 * @programme: a programme
 * @level: 1 to 10
 *
 * Where a file names a level twice, the lower id counts.
 *
 * Returns: (nullable) (transfer none): its name in @programme; %NULL if it has none
 */
const char *rm_seniority_find_name (const RmProgramme *programme,
                                    int level);

/**
 * rm_seniority_find_level:
 * @programme: a programme
 * @name: (nullable): a name for a level
 *
 * Returns: the level with that whole name, folded, in @programme; %RM_UNKNOWN if there is none
 */
int rm_seniority_find_level (const RmProgramme *programme,
                             const char *name);

RM_RECORD_TYPE (RmSeniority)

G_END_DECLS
