/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-settings.h"

G_BEGIN_DECLS

/** A score has this many points; people see whole percents. */
#define RM_SCORE_POINTS 4000

/** The result of rm_scorer_get_score() for two people who break a hard rule. */
#define RM_NO_CANDIDATE (-1)

/** The people behind scores: rm-score.h. */
typedef struct _RmScorer RmScorer;

/**
 * RmScoreSource:
 * @n_mentees: rows
 * @n_mentors: columns
 * @get_score: the score of a pair, 0 or more, or %RM_NO_CANDIDATE; pure, any thread
 * @data: passed to both
 * @get_ceiling: (nullable): a quick upper bound of the pair's score; pure, any thread
 * @scorer: (nullable): the people behind the scores, for a solver that looks at many pairs at once;
 *   nothing else may ask it
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
 * @mode: the objective
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
 * @floor: F, the least score of pairs chosen (except locked ones) in %RM_MODE_WEAKEST; else 0
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
 * In %RM_MODE_WEAKEST prices need to hold only for pairs that score F or more. Two covers prove
 * that no pairing with others is better (König 1931, with capacities). They concern the candidate
 * pairs that are not excluded and whose mentee has no locked pair; a pair is covered if its mentee
 * or its mentor is. The value of a cover is the number of its mentees who have places and no locked
 * pair, plus the places left of its mentors: the pairs it covers can pair no more mentees. The
 * value of the cover of all pairs must be the number of paired mentees without a locked pair; that
 * of the pairs above F must be less. If there is no such mentee, the first value is 0, F is 0, and
 * there is no second cover.
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

void rm_certificate_free (RmCertificate *self);
void rm_solution_free (RmSolution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCertificate, rm_certificate_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSolution, rm_solution_free)

G_END_DECLS
