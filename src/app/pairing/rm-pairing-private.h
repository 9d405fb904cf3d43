/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pairing/rm-pairing.h"

G_BEGIN_DECLS

/** RmPairingProblem: a programme in the solver's form, with the arrays it borrows. */
typedef struct
{
  RmScorer *scorer;
  RmScoreSource source;
  int *mentee_capacity;
  int *mentor_capacity;
  GArray *locks; /* of RmPlace */
  GArray *open;  /* of RmPlace: open pairs that are not on hold */
  RmProblem problem;
} RmPairingProblem;

void rm_pairing_problem_init (RmPairingProblem *self,
                              RmScorer *scorer,
                              RmMode mode);
/* Sets as many places as people have, pairs aside; arrays of the scorer's mentees and mentors. */
void rm_pairing_fill_places (const RmScorer *scorer,
                             int *mentee_capacity,
                             int *mentor_capacity);

/* Whether one of the two is away, so that an open pair stays as it is: it is no part of a problem,
 * and takes its places. */
gboolean rm_pairing_is_on_hold (const RmScorer *scorer,
                                const RmPair *pair);
void rm_pairing_problem_clear (RmPairingProblem *self);

/* Whether the locked pairs obey the rules and fit; the error names people. */
gboolean rm_pairing_problem_check_locks (const RmPairingProblem *self,
                                         GError **error);

/* Whether the certificate still bounds every pairing, even if today's pairs fall short of it. */
gboolean rm_pairing_bound_holds (RmProgramme *programme);

/* The version of the definition that a proposal was made under. */
int rm_proposal_get_definition (const RmProposal *proposal);

/* The certificate as text: one line per price, people by id. */
char *rm_certificate_to_text (const RmCertificate *certificate,
                              const RmScorer *scorer);
RmCertificate *rm_certificate_from_text (const char *text,
                                         const RmScorer *scorer,
                                         GError **error);

/* Guesses the definition from the proof, for proposals that do not record it. */
int rm_certificate_text_guess_definition (const char *text);

G_END_DECLS
