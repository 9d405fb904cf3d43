/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-proposal.h"

#include <glib/gi18n-lib.h>

#define OFFSET(member) G_STRUCT_OFFSET (RmProposal, member)
#define LARGEST 2000000000

/* Nothing can replace a damaged figure or proof: without it there is no proposal. */
static const RmField fields[] = {
  { .key = "made", .type = RM_FIELD_TIME, .offset = OFFSET (made), .required = TRUE,
    .label = N_ ("Proposed") },
  { .key = "mode", .type = RM_FIELD_CHOICE, .offset = OFFSET (mode), .values = rm_mode_values,
    .fallback = RM_UNKNOWN, .required = TRUE, .label = N_ ("What it is best at") },
  { .key = "paired", .type = RM_FIELD_INTEGER, .offset = OFFSET (n_paired), .max = LARGEST,
    .fallback = RM_UNKNOWN, .required = TRUE, .label = N_ ("Mentees with a mentor") },
  { .key = "total", .type = RM_FIELD_INTEGER, .offset = OFFSET (total), .max = LARGEST,
    .fallback = RM_UNKNOWN, .required = TRUE, .label = N_ ("Total") },
  { .key = "lowest", .type = RM_FIELD_INTEGER, .offset = OFFSET (lowest), .max = LARGEST,
    .fallback = RM_UNKNOWN, .required = TRUE, .label = N_ ("Lowest score") },
  { .key = "certificate", .type = RM_FIELD_TEXT, .offset = OFFSET (certificate), .multiline = TRUE,
    .required = TRUE, .label = N_ ("Proof") },
  { .key = "definition", .type = RM_FIELD_INTEGER, .offset = OFFSET (definition), .min = 1,
    .max = LARGEST, .fallback = RM_UNKNOWN, .label = N_ ("Version of the rules") },
};

static const RmEntity entity = {
  .name = "proposal",
  .size = sizeof (RmProposal),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const RmEntity *
rm_proposal_entity (void)
{
  return &entity;
}
