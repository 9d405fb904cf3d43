/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-cohort.h"

#include <glib/gi18n-lib.h>

/* Cohorts are told apart by name, so that an HR export can say them in a column. */

#define OFFSET(member) G_STRUCT_OFFSET (RmCohort, member)

static const RmField fields[] = {
  { .key = "name", .type = RM_FIELD_TEXT, .offset = OFFSET (name), .label = N_ ("Name") },
  { .key = "objective", .type = RM_FIELD_TEXT, .offset = OFFSET (objective), .multiline = TRUE,
    .label = N_ ("Objective") },
  { .key = "starts_on", .type = RM_FIELD_DATE, .offset = OFFSET (starts_on),
    .label = N_ ("Starts on") },
  { .key = "ends_on", .type = RM_FIELD_DATE, .offset = OFFSET (ends_on), .label = N_ ("Ends on") },
};

static const RmEntity entity = {
  .name = "cohort",
  .size = sizeof (RmCohort),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const RmEntity *
rm_cohort_entity (void)
{
  return &entity;
}

RmCohort *
rm_cohort_new (const char *name)
{
  RmCohort *self = rm_record_new (&entity);

  self->name = g_strdup (name);

  return self;
}
