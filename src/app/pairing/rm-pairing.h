/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-app-types.h"
#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/**
 * RmProofState:
 * @RM_PROOF_NONE: there is no proposal yet
 * @RM_PROOF_PROVED: the pairs are those of a proposal, and its certificate was checked just now
 * @RM_PROOF_EARLIER: it was proved under an earlier %RM_DEFINITION_VERSION but not under today's,
 *   which does not disprove it
 * @RM_PROOF_CHANGED: pairs were moved since the proposal
 * @RM_PROOF_OUTDATED: people, ratings, weights or rules changed since: the proof no longer applies
 * @RM_PROOF_UNCHECKED: too many people to check at each change; see rm_pairing_verify()
 */
typedef enum
{
  RM_PROOF_NONE,
  RM_PROOF_PROVED,
  RM_PROOF_EARLIER,
  RM_PROOF_CHANGED,
  RM_PROOF_OUTDATED,
  RM_PROOF_UNCHECKED,
} RmProofState;

/**
 * RmSlot:
 * @pair: the pair's id
 * @mentee: index in the scorer
 * @mentor: index in the scorer
 * @locked: whether a proposal must keep it
 * @score: its score today, points
 * @rule: the rule it breaks today, if any
 */
typedef struct
{
  gint64 pair;
  guint mentee;
  guint mentor;
  gboolean locked;
  int score;
  RmRule rule;
} RmSlot;

/**
 * RmPreview:
 * @rule: the rule that forbids it, or %RM_RULE_NONE
 * @mentor_full: the mentor has no free place
 * @mentee_full: the mentee has no free place
 * @same: nothing would change
 * @score: score of the new pair, points
 * @effect: change of the total, points
 * @returned: mentor who would lose this mentee, or 0
 *
 * The effect of a move. For two people who are not available to pair, and for a person with
 * themself, only @rule and @same are set, so that no figure reveals why.
 */
typedef struct
{
  RmRule rule;
  gboolean mentor_full;
  gboolean mentee_full;
  gboolean same;
  int score;
  gint64 effect;
  gint64 returned;
} RmPreview;

/**
 * rm_pairing_get:
 * @programme: the programme
 *
 * Scores the open pairs and checks the proof, or returns a pairing of the same programme that
 * somebody still holds. Immutable; for a worker.
 *
 * Returns: (transfer full): the state of the pairing
 */
RmPairing *rm_pairing_get (RmProgramme *programme);
RmPairing *rm_pairing_ref (RmPairing *self);
void rm_pairing_unref (RmPairing *self);

RmScorer *rm_pairing_get_scorer (const RmPairing *self);
RmProofState rm_pairing_get_proof (const RmPairing *self);
RmMode rm_pairing_get_mode (const RmPairing *self);
gint64 rm_pairing_get_total (const RmPairing *self);
gint64 rm_pairing_get_proposed_total (const RmPairing *self);
int rm_pairing_get_lowest (const RmPairing *self);
guint rm_pairing_get_n_pairs (const RmPairing *self);
guint rm_pairing_get_n_paired (const RmPairing *self);

/**
 * rm_pairing_list_slots:
 * @self: a pairing
 * @mentee: index of a mentee
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the mentee's pairs, by mentor
 */
const RmSlot *rm_pairing_list_slots (const RmPairing *self,
                                     guint mentee,
                                     guint *n);

/**
 * rm_pairing_find_slot:
 * @self: a pairing
 * @pair: id of a pair
 *
 * Returns: (nullable) (transfer none): its slot
 */
const RmSlot *rm_pairing_find_slot (const RmPairing *self,
                                    gint64 pair);

/** Places that a mentee or mentor may take up, and places still free (0 or more). */
guint rm_pairing_get_mentee_places (const RmPairing *self,
                                    guint mentee);
guint rm_pairing_get_mentee_free (const RmPairing *self,
                                  guint mentee);
guint rm_pairing_get_mentor_places (const RmPairing *self,
                                    guint mentor);
guint rm_pairing_get_mentor_free (const RmPairing *self,
                                  guint mentor);

/**
 * rm_pairing_preview:
 * @self: a pairing
 * @mentor: index of a mentor
 * @from: (nullable): the mentor's pair that ends, or %NULL if the mentor comes from the list
 * @mentee: index of a mentee
 * @onto: (nullable): the mentee's pair that ends, or %NULL for a free place
 *
 * Returns: the effect of dropping the mentor there
 */
RmPreview rm_pairing_preview (const RmPairing *self,
                              guint mentor,
                              const RmSlot *from,
                              guint mentee,
                              const RmSlot *onto);

/** RmPairingResult: a proposal, solved and checked, not yet applied. */
typedef struct
{
  RmScorer *scorer;
  RmSolution *solution;
  RmProposal *proposal;
} RmPairingResult;

/**
 * rm_pairing_propose:
 * @programme: the programme
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_APP_ERROR_NOBODY, %RM_APP_ERROR_RULE (a locked pair breaks a rule; the message names
 *   it), %RM_APP_ERROR_CAPACITY (likewise), %RM_CORE_ERROR_CANCELLED, %RM_CORE_ERROR_LIMIT,
 *   %RM_CORE_ERROR_PROOF
 *
 * Solves, then proves the result with the independent checker. For a worker.
 *
 * Returns: (transfer full) (nullable): the result
 */
RmPairingResult *rm_pairing_propose (RmProgramme *programme,
                                     RmProgressFunc progress,
                                     gpointer data,
                                     GError **error);

/**
 * rm_pairing_verify:
 * @programme: the programme
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_APP_ERROR_NOT_FOUND without a proposal; %RM_CORE_ERROR_PROOF, naming people;
 *   %RM_APP_ERROR_DEFINITION if that may be because the proposal was made under another
 *   %RM_DEFINITION_VERSION
 *
 * Scores every pair again and checks that the certificate of the last proposal proves today's pairs
 * best.
 *
 * Returns: whether they are proved
 */
gboolean rm_pairing_verify (RmProgramme *programme,
                            RmProgressFunc progress,
                            gpointer data,
                            GError **error);

void rm_pairing_result_free (RmPairingResult *self);

/**
 * rm_pairing_proof_sentence:
 * @mode: the objective of the proposal
 *
 * Returns: (transfer none): the statement of the certificate, translated, without a full stop
 */
const char *rm_pairing_proof_sentence (RmMode mode);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmPairing, rm_pairing_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmPairingResult, rm_pairing_result_free)

G_END_DECLS
