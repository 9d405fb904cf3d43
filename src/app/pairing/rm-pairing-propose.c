/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-pairing-private.h"

#include "core/base/rm-sentence.h"
#include "core/matching/rm-assignment.h"
#include "core/proof/rm-assignment-check.h"
#include "core/proof/rm-definition.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* From a programme to a problem, and from a solution to a proposal and back: translates between
 * people and the solver's indexes. */

/* Only the rules know that somebody withdrew: if places did too, the prices of a proof would
 * distinguish people who withdrew from people kept apart from everybody. */
static int
places_of (int capacity)
{
  return capacity > 0 ? capacity : 0;
}

void
rm_pairing_fill_places (const RmScorer *scorer,
                        int *mentee_capacity,
                        int *mentor_capacity)
{
  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    mentee_capacity[i] = places_of (rm_scorer_get_mentee (scorer, i)->mentee_capacity);
  for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
    mentor_capacity[j] = places_of (rm_scorer_get_mentor (scorer, j)->mentor_capacity);
}

gboolean
rm_pairing_is_on_hold (const RmScorer *scorer,
                       const RmPair *pair)
{
  RmProgramme *programme = rm_scorer_get_programme (scorer);
  const RmPerson *mentee = rm_programme_find_person (programme, pair->mentee);
  const RmPerson *mentor = rm_programme_find_person (programme, pair->mentor);

  return mentee != NULL
         && mentor != NULL
         && (mentee->state == RM_PERSON_AWAY || mentor->state == RM_PERSON_AWAY)
         && (mentee->state == RM_PERSON_AWAY || rm_person_is_available (mentee))
         && (mentor->state == RM_PERSON_AWAY || rm_person_is_available (mentor));
}

static void
take_place (int *capacity)
{
  if (*capacity > 0)
    (*capacity)--;
}

static void
add_pairs (RmPairingProblem *self)
{
  RmProgramme *programme = rm_scorer_get_programme (self->scorer);

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PAIR); p++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, p);
      int mentee = rm_scorer_find_mentee (self->scorer, pair->mentee);
      int mentor = rm_scorer_find_mentor (self->scorer, pair->mentor);
      RmPlace place = { (guint) mentee, (guint) mentor };

      if (mentee < 0 || mentor < 0 || !rm_pair_is_open (pair))
        continue;
      if (rm_pairing_is_on_hold (self->scorer, pair))
        {
          take_place (&self->mentee_capacity[mentee]);
          take_place (&self->mentor_capacity[mentor]);
          continue;
        }
      g_array_append_val (self->open, place);
      if (pair->locked == 1 || pair->state != RM_PAIR_PROPOSED)
        g_array_append_val (self->locks, place);
    }
}

void
rm_pairing_problem_init (RmPairingProblem *self,
                         RmScorer *scorer,
                         RmMode mode)
{
  guint n = rm_scorer_get_n_mentees (scorer);
  guint m = rm_scorer_get_n_mentors (scorer);

  self->scorer = rm_scorer_ref (scorer);
  self->source = rm_scorer_get_source (scorer);
  self->mentee_capacity = g_new0 (int, n);
  self->mentor_capacity = g_new0 (int, m);
  self->locks = g_array_new (FALSE, FALSE, sizeof (RmPlace));
  self->open = g_array_new (FALSE, FALSE, sizeof (RmPlace));

  rm_pairing_fill_places (scorer, self->mentee_capacity, self->mentor_capacity);
  add_pairs (self);
  g_array_sort (self->open, rm_place_compare);
  g_array_sort (self->locks, rm_place_compare);

  self->problem = (RmProblem) {
    .source = &self->source,
    .mentee_capacity = self->mentee_capacity,
    .mentor_capacity = self->mentor_capacity,
    .locks = (const RmPlace *) (gpointer) self->locks->data,
    .n_locks = self->locks->len,
    .mode = mode,
  };
}

void
rm_pairing_problem_clear (RmPairingProblem *self)
{
  rm_scorer_unref (self->scorer);
  g_free (self->mentee_capacity);
  g_free (self->mentor_capacity);
  g_array_unref (self->locks);
  g_array_unref (self->open);
}

/* The solver speaks of indexes; people have names. */
gboolean
rm_pairing_problem_check_locks (const RmPairingProblem *self,
                                GError **error)
{
  g_autofree int *mentee_used = g_new0 (int, rm_scorer_get_n_mentees (self->scorer));
  g_autofree int *mentor_used = g_new0 (int, rm_scorer_get_n_mentors (self->scorer));

  for (guint l = 0; l < self->locks->len; l++)
    {
      RmPlace place = g_array_index (self->locks, RmPlace, l);
      const RmPerson *mentee = rm_scorer_get_mentee (self->scorer, place.mentee);
      const RmPerson *mentor = rm_scorer_get_mentor (self->scorer, place.mentor);
      RmScore score;

      rm_scorer_explain (self->scorer, place.mentee, place.mentor, &score);
      if (score.rule != RM_RULE_NONE)
        {
          rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_RULE,
                                 /* Translators: two names, then a reason such as "the two are in
                                  * one reporting line" */
                                 _ ("%s and %s are locked as a pair, but %s: unlock the pair or "
                                    "change the rule"),
                                 rm_person_display_name (mentee), rm_person_display_name (mentor),
                                 _ (rm_rule_describe (score.rule)));
          return FALSE;
        }
      if (++mentee_used[place.mentee] > self->mentee_capacity[place.mentee]
          || ++mentor_used[place.mentor] > self->mentor_capacity[place.mentor])
        {
          rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_CAPACITY,
                                 /* Translators: two names */
                                 _ ("%s and %s are locked as a pair, but one of them has no place "
                                    "left: unlock a pair or raise the number of places"),
                                 rm_person_display_name (mentee), rm_person_display_name (mentor));
          return FALSE;
        }
    }

  return TRUE;
}

static RmProposal *
proposal_new (const RmPairingProblem *self,
              const RmSolution *solution)
{
  RmProposal *proposal = rm_record_new (rm_proposal_entity ());

  proposal->made = g_get_real_time () / G_USEC_PER_SEC;
  proposal->mode = self->problem.mode;
  proposal->n_paired = (int) solution->n_paired;
  proposal->total = (int) solution->total;
  proposal->lowest = solution->lowest;
  proposal->definition = RM_DEFINITION_VERSION;
  /* In the form of text fields, in documents and files alike: without a line break at the end. */
  proposal->certificate
    = g_strchomp (rm_certificate_to_text (solution->certificate, self->scorer));
  return proposal;
}

typedef struct
{
  RmProgressFunc progress;
  gpointer data;
  double from;
  double to;
} Stage;

static gboolean
stage_progress (double fraction,
                gpointer data)
{
  Stage *stage = data;

  return stage->progress == NULL
         || stage->progress (fraction < 0 ? fraction
                                          : stage->from + fraction * (stage->to - stage->from),
                             stage->data);
}

/* Solved with the scorer's scores, checked with the definition's. */
static gboolean
check_solution (const RmPairingProblem *self,
                const RmSolution *solution,
                RmProgressFunc progress,
                gpointer data,
                RmPlace *violation,
                GError **error)
{
  g_autoptr (RmDefinition) definition
    = rm_definition_new (rm_scorer_get_programme (self->scorer));
  RmScoreSource source = rm_definition_get_source (definition);
  RmProblem problem = self->problem;

  problem.source = &source;
  return rm_assignment_check (&problem, solution, progress, data, violation, error);
}

RmPairingResult *
rm_pairing_propose (RmProgramme *programme,
                    RmProgressFunc progress,
                    gpointer data,
                    GError **error)
{
  g_autoptr (RmScorer) scorer = rm_scorer_get (programme);
  g_autoptr (RmSolution) solution = NULL;
  RmPairingProblem problem;
  RmPairingResult *result = NULL;
  Stage solving = { progress, data, 0.0, 0.3 };
  Stage checking = { progress, data, 0.3, 1.0 };

  if (rm_scorer_get_n_mentees (scorer) == 0 || rm_scorer_get_n_mentors (scorer) == 0)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOBODY,
                           rm_scorer_get_n_mentees (scorer) == 0
                             ? _ ("Nobody takes part as a mentee yet")
                             : _ ("Nobody takes part as a mentor yet"));
      return NULL;
    }

  rm_pairing_problem_init (&problem, scorer,
                           (RmMode) rm_programme_get_settings (programme)->mode);
  if (rm_pairing_problem_check_locks (&problem, error))
    solution = rm_assignment_solve (&problem.problem, stage_progress, &solving, error);
  if (solution != NULL
      && check_solution (&problem, solution, stage_progress, &checking, NULL, error))
    {
      result = g_new0 (RmPairingResult, 1);
      result->scorer = rm_scorer_ref (scorer);
      result->proposal = proposal_new (&problem, solution);
      result->solution = g_steal_pointer (&solution);
    }
  rm_pairing_problem_clear (&problem);

  return result;
}

/* Today's pairs as a solution, to check against the certificate. */
static RmSolution *
solution_of_today (const RmPairingProblem *self,
                   RmCertificate *certificate)
{
  RmSolution *solution = g_new0 (RmSolution, 1);

  solution->n_pairs = self->open->len;
  solution->pairs = g_memdup2 (self->open->data, self->open->len * sizeof (RmPlace));
  solution->certificate = certificate;
  solution->lowest = G_MAXINT64;
  for (guint p = 0; p < self->open->len; p++)
    {
      RmPlace place = solution->pairs[p];
      int score = rm_scorer_get_score (self->scorer, place.mentee, place.mentor);

      solution->total += MAX (score, 0);
      solution->lowest = MIN (solution->lowest, MAX (score, 0));
      if (p == 0 || solution->pairs[p - 1].mentee != place.mentee)
        solution->n_paired++;
    }
  if (solution->n_pairs == 0)
    solution->lowest = 0;

  return solution;
}

static void
name_violation (const RmScorer *scorer,
                const RmPlace *violation,
                GError **error)
{
  if (violation->mentee == G_MAXUINT || violation->mentor == G_MAXUINT)
    return;

  g_prefix_error (error, "%s – %s: ",
                  rm_person_display_name (rm_scorer_get_mentee (scorer, violation->mentee)),
                  rm_person_display_name (rm_scorer_get_mentor (scorer, violation->mentor)));
}

static gboolean
is_locked (const RmPairingProblem *self,
           RmPlace place)
{
  return self->locks->len > 0
         && bsearch (&place, self->locks->data, self->locks->len, sizeof (RmPlace),
                     rm_place_compare) != NULL;
}

/* A pair locked after the proposal leaves the problem, and takes its part of the prices with it:
 * the mentee's bonus, and the price of not choosing the pair twice. The rest is as good a bound as
 * before (the checker verifies it). */
static void
fit_to_locks (RmCertificate *certificate,
              const RmPairingProblem *problem)
{
  guint kept = 0;

  for (guint l = 0; l < problem->locks->len; l++)
    certificate->mentee_cover[g_array_index (problem->locks, RmPlace, l).mentee] = 0;
  for (guint b = 0; b < certificate->n_bounds; b++)
    if (!is_locked (problem, certificate->bounds[b].place))
      certificate->bounds[kept++] = certificate->bounds[b];
  certificate->n_bounds = kept;
}

static RmCertificate *
read_certificate (const RmPairingProblem *problem,
                  const RmProposal *proposal,
                  GError **error)
{
  RmCertificate *certificate
    = rm_certificate_from_text (proposal->certificate, problem->scorer, error);

  if (certificate != NULL)
    fit_to_locks (certificate, problem);

  return certificate;
}

/* The total of a proved pairing must be the proved total: anything else was written by hand. */
static gboolean
figures_agree (const RmSolution *solution,
               const RmProposal *proposal,
               GError **error)
{
  if (solution->total == proposal->total && (int) solution->n_paired == proposal->n_paired)
    return TRUE;

  g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF,
                       _ ("The stored figures are not those of the pairs"));
  return FALSE;
}

int
rm_proposal_get_definition (const RmProposal *proposal)
{
  return proposal->definition > 0 ? proposal->definition
                                  : rm_certificate_text_guess_definition (proposal->certificate);
}

/* Today's definition cannot disprove a proof under another one. */
static void
blame_definition (const RmProposal *proposal,
                  GError **error)
{
  int definition = rm_proposal_get_definition (proposal);

  if (definition == RM_DEFINITION_VERSION
      || error == NULL
      || !g_error_matches (*error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF))
    return;

  g_clear_error (error);
  g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_DEFINITION,
                       definition < RM_DEFINITION_VERSION
                         ? _ ("Proved under an earlier definition: propose again to compare")
                         : _ ("Proved under a later definition, which only newer versions of "
                              "Reverse Mentor know"));
}

gboolean
rm_pairing_verify (RmProgramme *programme,
                   RmProgressFunc progress,
                   gpointer data,
                   GError **error)
{
  const RmProposal *proposal = rm_programme_get_proposal (programme);
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (RmSolution) solution = NULL;
  RmCertificate *certificate = NULL;
  RmPairingProblem problem;
  RmPlace violation = { G_MAXUINT, G_MAXUINT };
  gboolean proved = FALSE;

  if (proposal == NULL)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                           _ ("Nothing has been proposed yet"));
      return FALSE;
    }
  scorer = rm_scorer_get (programme);
  rm_pairing_problem_init (&problem, scorer, proposal->mode);
  certificate = read_certificate (&problem, proposal, error);
  if (certificate != NULL)
    {
      solution = solution_of_today (&problem, certificate);
      proved = check_solution (&problem, solution, progress, data, &violation, error);
      if (!proved)
        name_violation (scorer, &violation, error);
      else
        proved = figures_agree (solution, proposal, error);
    }
  rm_pairing_problem_clear (&problem);
  if (!proved)
    blame_definition (proposal, error);

  return proved;
}

static gboolean
covers_all_pairs (const RmPairingProblem *problem,
                  const RmCertificate *certificate)
{
  const RmScoreSource *source = &problem->source;
  guint bound = 0;

  for (guint i = 0; i < source->n_mentees; i++)
    for (guint j = 0; j < source->n_mentors; j++)
      {
        RmPlace place = { i, j };
        gint64 score = source->get_score (source->data, i, j);
        gint64 price = certificate->mentee_price[i] - certificate->mentee_cover[i]
                       + certificate->mentor_price[j];

        if (bound < certificate->n_bounds
            && rm_place_compare (&certificate->bounds[bound].place, &place) == 0)
          price += certificate->bounds[bound++].price;
        if (score != RM_NO_CANDIDATE
            && score >= certificate->floor
            && price < score
            && !is_locked (problem, place))
          return FALSE;
      }

  return TRUE;
}

/* The duals bound every pairing if they cover every pair: then only pairs moved by hand can have
 * changed. */
gboolean
rm_pairing_bound_holds (RmProgramme *programme)
{
  const RmProposal *proposal = rm_programme_get_proposal (programme);
  g_autoptr (RmScorer) scorer = rm_scorer_get (programme);
  g_autoptr (RmCertificate) certificate = NULL;
  RmPairingProblem problem;
  gboolean holds = FALSE;

  rm_pairing_problem_init (&problem, scorer, proposal->mode);
  certificate = read_certificate (&problem, proposal, NULL);
  holds = certificate != NULL && covers_all_pairs (&problem, certificate);
  rm_pairing_problem_clear (&problem);

  return holds;
}

void
rm_pairing_result_free (RmPairingResult *self)
{
  rm_scorer_unref (self->scorer);
  rm_solution_free (self->solution);
  rm_record_unref (self->proposal);
  g_free (self);
}

const char *
rm_pairing_proof_sentence (RmMode mode)
{
  if (mode == RM_MODE_TOTAL)
    return _ ("No other pairing under these weights and rules scores higher");
  if (mode == RM_MODE_WEAKEST)
    return _ ("No other pairing that pairs as many mentees has a lowest score as high and a higher "
              "total");

  return _ ("No other pairing that pairs as many mentees scores higher");
}
