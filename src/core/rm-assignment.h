/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-score.h"

G_BEGIN_DECLS

/**
 * RmScoreSource:
 * @n_mentees: rows
 * @n_mentors: columns
 * @get_score: the score of a pair, 0 or more, or %RM_NO_CANDIDATE; pure, any thread
 * @data: passed to both
 * @get_ceiling: (nullable): quickly, a number that is no less than the score of the pair; pure, any
 *   thread
 * @scorer: (nullable): the people behind the scores, for a solver that looks at many pairs at once
 *
 * Where scores come from: people (rm_scorer_get_source()) or a plain table.
 */
typedef struct
{
  guint n_mentees;
  guint n_mentors;
  gint64 (*get_score) (gconstpointer data, guint mentee, guint mentor);
  gconstpointer data;
  gint64 (*get_ceiling) (gconstpointer data, guint mentee, guint mentor);
  const RmScorer *scorer;
} RmScoreSource;

/** RmPlace: a mentee and a mentor, by index. */
typedef struct
{
  guint mentee;
  guint mentor;
} RmPlace;

/**
 * rm_place_compare:
 * @a: (type RmPlace): a place
 * @b: (type RmPlace): another
 *
 * Returns: their order: by mentee, then by mentor
 */
int rm_place_compare (gconstpointer a,
                      gconstpointer b);

/**
 * RmProblem:
 * @source: the scores
 * @mentee_capacity: (array): how many mentors each mentee may have
 * @mentor_capacity: (array): how many mentees each mentor may have
 * @locks: (array length=n_locks): pairs that must be in the result
 * @n_locks: how many
 * @excluded: (array length=n_excluded): pairs that must not be in the result, whatever their score
 * @n_excluded: how many
 * @mode: what to be best at
 *
 * A capacitated assignment problem. All borrowed.
 */
typedef struct
{
  const RmScoreSource *source;
  const int *mentee_capacity;
  const int *mentor_capacity;
  const RmPlace *locks;
  guint n_locks;
  const RmPlace *excluded;
  guint n_excluded;
  RmMode mode;
} RmProblem;

/** RmBoundDual: the price of not being able to choose a pair twice. */
typedef struct
{
  RmPlace place;
  gint64 price;
} RmBoundDual;

/**
 * RmCertificate:
 * @bonus: what the first mentor of a mentee is worth above all scores; 0 in %RM_MODE_TOTAL
 * @mentee_price: (array length=n_mentees): u, price of one more place of each mentee, ≥ 0
 * @mentee_cover: (array length=n_mentees): p, from 0 to @bonus: what is left of the bonus
 * @mentor_price: (array length=n_mentors): v, price of one more place of each mentor, ≥ 0
 * @bounds: (array length=n_bounds): w, sorted by place, each > 0
 * @floor: F, what each pair chosen scores at least (locked ones aside) in %RM_MODE_WEAKEST; else 0
 * @mentee_cover_all: (nullable) (array length=n_mentees): 1 for mentees in a cover of all pairs,
 *   else 0; %NULL for none, as below; only in %RM_MODE_WEAKEST
 * @mentor_cover_all: (nullable) (array length=n_mentors): likewise mentors
 * @mentee_cover_above: (nullable) (array length=n_mentees): likewise a cover of the pairs that
 *   score more than F
 * @mentor_cover_above: (nullable) (array length=n_mentors): likewise mentors
 *
 * Integer duals of the linear programme
 *
 *   max Σ score·x + bonus·Σ z,  z_i ≤ 1,  z_i ≤ Σ_j x_ij,  Σ_j x_ij ≤ cap_i,
 *   Σ_i x_ij ≤ cap_j,  0 ≤ x_ij ≤ 1
 *
 * after locked pairs have left it (their places taken from the capacities; a mentee with a locked
 * pair has its bonus already and carries none). They are feasible when u_i − p_i + v_j + w_ij ≥
 * score_ij for every candidate pair that is not locked, and then Σ cap·u + Σ (bonus − p) + Σ cap·v
 * + Σ w bounds every pairing from above; equality with the value of the pairs found proves that
 * none is better.
 *
 * In %RM_MODE_WEAKEST prices need hold for the pairs alone that score F or more. That no pairing
 * with others is better is for two covers to prove (König 1931, with capacities). A pair is theirs
 * when it is a candidate, not excluded, and its mentee has no locked pair; it is covered when its
 * mentee or its mentor is. A cover comes to the number of its mentees who have places and no locked
 * pair, and the places left of its mentors: no more mentees can be paired by the pairs in it. The
 * cover of all pairs has to come to the number of mentees without a locked pair who are paired;
 * that of the pairs above F to less. Where there is no such mentee the first comes to nothing, F is
 * 0, and there is no second.
 */
typedef struct
{
  gint64 bonus;
  guint n_mentees;
  guint n_mentors;
  gint64 *mentee_price;
  gint64 *mentee_cover;
  gint64 *mentor_price;
  RmBoundDual *bounds;
  guint n_bounds;
  gint64 floor;
  guint8 *mentee_cover_all;
  guint8 *mentor_cover_all;
  guint8 *mentee_cover_above;
  guint8 *mentor_cover_above;
} RmCertificate;

/**
 * RmSolution:
 * @pairs: (array length=n_pairs): the pairs chosen, locked ones included, sorted by place
 * @n_paired: how many mentees have at least one mentor
 * @total: sum of the scores of @pairs
 * @lowest: lowest score among @pairs, or 0 without any
 * @certificate: (owned): the proof
 */
typedef struct
{
  RmPlace *pairs;
  guint n_pairs;
  guint n_paired;
  gint64 total;
  gint64 lowest;
  RmCertificate *certificate;
} RmSolution;

/**
 * rm_scorer_get_source:
 * @self: a scorer that outlives the source
 *
 * Returns: its scores, as the solver takes them
 */
RmScoreSource rm_scorer_get_source (const RmScorer *self);

/**
 * rm_assignment_solve:
 * @problem: what to solve
 * @progress: (nullable) (scope call): called at least each 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_LOCK (with an index pair in the message, where the caller puts names),
 *   %RM_CORE_ERROR_CANCELLED, %RM_CORE_ERROR_LIMIT
 *
 * Solves exactly by successive shortest augmenting paths on the explicit matrix with integer
 * potentials (Edmonds & Karp 1972; Jonker & Volgenant 1987, extended to capacities). Same problem,
 * same result, to the byte: ties go to the lower indexes, which are canonical.
 *
 * Takes up to 2^27 pairs and scores up to 2^31 − 3, as long as the total of all places filled at
 * the greatest score, times the number of mentees, stays below 2^59 (for people's scores it does).
 *
 * In %RM_MODE_TOTAL, and for further mentors of one mentee, a pair that would add nothing is not
 * made.
 *
 * O(P · n · m) time for P places filled, O(n · m) memory.
 *
 * Returns: (transfer full) (nullable): the solution with its certificate
 */
RmSolution *rm_assignment_solve (const RmProblem *problem,
                                 RmProgressFunc progress,
                                 gpointer data,
                                 GError **error);

/**
 * rm_assignment_check:
 * @problem: the problem as it stands
 * @solution: what is claimed to be its best solution
 * @progress: (nullable) (scope call): called at least each 100 ms, by the calling thread
 * @data: passed to @progress
 * @violation: (out) (optional): the pair that disproves it, the first of them in order; both
 *   indexes G_MAXUINT where none does
 * @error: %RM_CORE_ERROR_PROOF with what is wrong, %RM_CORE_ERROR_CANCELLED
 *
 * The independent checker: scores every pair again from @problem's source and shares no code with
 * the solver. Give it a source of its own: for people, rm_definition_get_source(). Checks
 * capacities, locks, exclusions, candidates, the totals, the signs of the duals, feasibility over
 * all pairs and equality of both values; in %RM_MODE_WEAKEST the floor and the covers too.
 *
 * Same input, same answer, on any number of threads (one a processor). O(n · m) time, O(n + m)
 * memory beside the input.
 *
 * Returns: whether @solution is proved best
 */
gboolean rm_assignment_check (const RmProblem *problem,
                              const RmSolution *solution,
                              RmProgressFunc progress,
                              gpointer data,
                              RmPlace *violation,
                              GError **error);

void rm_certificate_free (RmCertificate *self);
void rm_solution_free (RmSolution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCertificate, rm_certificate_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSolution, rm_solution_free)

G_END_DECLS
