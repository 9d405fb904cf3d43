/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"
#include "core/model/rm-settings.h"

G_BEGIN_DECLS

/**
 * RmProposal:
 *
 * What was last proposed, as it was when it was made; the pairs of today may have moved on since. A
 * programme has one at most: rm_programme_get_proposal(). Ids in the certificate refer to nothing:
 * it is held against the people of today, and proves nothing once they have changed.
 */
struct _RmProposal
{
  RmRecord record;

  gint64 made;       /* seconds since the epoch */
  int mode;          /* #RmMode: what it is best at */
  int n_paired;      /* mentees with a mentor */
  int total;         /* sum of its scores, points */
  int lowest;        /* its lowest score, points */
  char *certificate; /* its proof: rm_certificate_to_text() */
  int definition;    /* the %RM_DEFINITION_VERSION that it was made under, or %RM_UNKNOWN */
};

/**
 * rm_proposal_entity:
 *
 * Returns: (transfer none): the description of #RmProposal
 */
const RmEntity *rm_proposal_entity (void);

RM_RECORD_TYPE (RmProposal)

G_END_DECLS
