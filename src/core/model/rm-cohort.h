/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/**
 * RmCohort:
 *
 * People who go through the programme together. A person belongs to the cohort whose name, folded,
 * equals the person's `cohort`, as with departments; a cohort that is only a word on people needs
 * no record.
 */
struct _RmCohort
{
  RmRecord record;

  char *name;
  char *objective;
  char *starts_on;
  char *ends_on;
};

/**
 * rm_cohort_entity:
 *
 * Returns: (transfer none): the description of #RmCohort
 */
const RmEntity *rm_cohort_entity (void);

/**
 * rm_cohort_new:
 * @name: (nullable): its name
 *
 * Returns: (transfer full): a cohort without dates
 */
RmCohort *rm_cohort_new (const char *name);

RM_RECORD_TYPE (RmCohort)

G_END_DECLS
