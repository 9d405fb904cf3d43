/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"
#include "core/model/rm-settings.h"

G_BEGIN_DECLS

/**
 * RmProposal:
 *
 * The last proposal as it was made; the current pairs may differ by now. A programme has at most
 * one: rm_programme_get_proposal(). Ids in the certificate are not references: it is checked
 * against the current people, and proves nothing once they have changed.
 */
struct _RmProposal
{
  RmRecord record;

  gint64 made;       /* seconds since the epoch */
  int mode;          /* #RmMode: its objective */
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
