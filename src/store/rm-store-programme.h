/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "core/problem/rm-problem.h"
#include "store/rm-store.h"

G_BEGIN_DECLS

/**
 * rm_store_load_programme:
 * @self: a store
 * @error: #RmStoreError
 *
 * Reads all there is. 200,000 people with 3 million ratings take a few seconds: use a worker.
 *
 * Returns: (transfer full) (nullable): the programme
 */
RmProgramme *rm_store_load_programme (RmStore *self,
                                      GError **error);

/**
 * rm_store_refresh_programme:
 * @self: a store
 * @before: the programme before @changes
 * @changes: what changed
 * @error: #RmStoreError
 *
 * Reads just the records that changed (all, where @changes is a reset).
 *
 * Returns: (transfer full) (nullable): the programme as it is now
 */
RmProgramme *rm_store_refresh_programme (RmStore *self,
                                         RmProgramme *before,
                                         const RmChanges *changes,
                                         GError **error);

/**
 * RmProposal:
 * @made: when, seconds since the epoch
 * @mode: what it is best at
 * @n_paired: how many mentees got a mentor
 * @total: sum of its scores, points
 * @lowest: its lowest score, points
 * @certificate: its proof, as text
 * @definition: the %RM_DEFINITION_VERSION that it was made under, or 0 where none was kept
 *
 * A proposal as it was made. The pairs of today may have moved on since.
 */
typedef struct
{
  gint64 made;
  RmMode mode;
  guint n_paired;
  gint64 total;
  gint64 lowest;
  char *certificate;
  int definition;
} RmProposal;

/**
 * rm_store_load_proposal:
 * @self: a store
 * @proposal: (out) (transfer full) (nullable): the last proposal, or %NULL
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_store_load_proposal (RmStore *self,
                                 RmProposal **proposal,
                                 GError **error);

/**
 * rm_store_replace_proposal:
 * @self: a store in an open edit
 * @proposal: what to remember
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_store_replace_proposal (RmStore *self,
                                    const RmProposal *proposal,
                                    GError **error);

void rm_proposal_free (RmProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmProposal, rm_proposal_free)

G_END_DECLS
