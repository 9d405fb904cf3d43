/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"
#include "app/session/rm-app-types.h"
#include "core/explain/rm-remedy.h"
#include "core/explain/rm-robustness.h"
#include "core/explain/rm-unpaired.h"

G_BEGIN_DECLS

/**
 * RmExplanations:
 *
 * The best pairing of a programme as it is, and what can be asked about it, in words. Where the
 * pairs of today are as good as the best, they are the ones explained; else answers are about the
 * best pairing, and rm_explanations_get_note() says so.
 *
 * Made by a worker, immutable, any thread may ask. A changed programme needs a new one
 * (rm_explanations_get_programme() tells which it is about).
 *
 * Of two people who are not available to pair nothing else is ever told: whether one of them
 * withdrew, left, or is kept apart from the other in confidence makes no difference to any text,
 * figure or order.
 */
typedef struct _RmExplanations RmExplanations;

/**
 * rm_explanations_new:
 * @programme: the programme
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: as of rm_pairing_propose(), the checker's aside
 *
 * Solves. For a worker; rm_explanations_new_async() is that.
 *
 * Returns: (transfer full) (nullable): what can be asked
 */
RmExplanations *rm_explanations_new (RmProgramme *programme,
                                     RmProgressFunc progress,
                                     gpointer data,
                                     GError **error);
void rm_explanations_new_async (RmProgramme *programme,
                                RmJob *job,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
RmExplanations *rm_explanations_new_finish (RmJob *job,
                                            GAsyncResult *result,
                                            GError **error);

void rm_explanations_unref (RmExplanations *self);

RmProgramme *rm_explanations_get_programme (const RmExplanations *self);
RmScorer *rm_explanations_get_scorer (const RmExplanations *self);

/**
 * rm_explanations_is_today:
 * @self: explanations
 *
 * Returns: whether the pairing explained is the one that stands
 */
gboolean rm_explanations_is_today (const RmExplanations *self);

/**
 * rm_explanations_get_note:
 * @self: explanations
 *
 * Returns: (transfer none) (nullable): a sentence to show beside all answers, or %NULL where the
 *   pairing explained is the one that stands
 */
const char *rm_explanations_get_note (const RmExplanations *self);

/**
 * rm_explanations_has_pair:
 * @self: explanations
 * @mentee: id
 * @mentor: id
 *
 * Returns: whether the two are a pair of the pairing explained
 */
gboolean rm_explanations_has_pair (const RmExplanations *self,
                                   gint64 mentee,
                                   gint64 mentor);

/** So many moves are part of the sentence of an answer; of more, only how many. */
#define RM_ANSWER_MOVES 3

/** RmMove: one mentee whose mentors would change. */
typedef struct
{
  gint64 mentee; /* id */
  char *text;    /* "Carl Ames would get Eli Sun instead of Dana Roth" */
} RmMove;

/**
 * RmAnswer:
 * @mentee: id
 * @mentor: id
 * @why: the answer in one word
 * @rule: the rule that is broken, for %RM_WHY_RULE
 * @locked: whether the two are locked as a pair
 * @sentence: the answer, with a full stop: the rule, the missing place, or what it costs and who
 *   moves (of more than %RM_ANSWER_MOVES, how many)
 * @moves: (element-type RmMove): who else would have other mentors, by mentee in canonical order
 * @before: what the pairing explained comes to
 * @after: what it would come to; as @before where nothing can be said
 *
 * "Why not these two?", or for a pair, what it is worth to have it.
 */
typedef struct
{
  gint64 mentee;
  gint64 mentor;
  RmWhy why;
  RmRule rule;
  gboolean locked;
  char *sentence;
  GPtrArray *moves;
  RmFigures before;
  RmFigures after;
} RmAnswer;

/**
 * rm_explanations_ask:
 * @self: explanations
 * @mentee: id of a mentee
 * @mentor: id of a mentor
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_APP_ERROR_NOT_FOUND, %RM_CORE_ERROR_CANCELLED
 *
 * Solves once more, from the best pairing: milliseconds even among thousands, yet for a worker.
 *
 * Returns: (transfer full) (nullable): the answer
 */
RmAnswer *rm_explanations_ask (const RmExplanations *self,
                               gint64 mentee,
                               gint64 mentor,
                               RmProgressFunc progress,
                               gpointer data,
                               GError **error);
void rm_explanations_ask_async (RmExplanations *self,
                                gint64 mentee,
                                gint64 mentor,
                                RmJob *job,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
RmAnswer *rm_explanations_ask_finish (RmJob *job,
                                      GAsyncResult *result,
                                      GError **error);
void rm_answer_free (RmAnswer *self);

/**
 * RmSteadyPair:
 * @mentee: id
 * @mentor: id
 * @robust: whether the pair costs nothing at each of the ±20 % changes of a single weight
 * @label: "Robust" or "Fragile"
 * @sentence: why, with a full stop: for a fragile pair, which changes end it
 */
typedef struct
{
  gint64 mentee;
  gint64 mentor;
  gboolean robust;
  const char *label;
  char *sentence;
} RmSteadyPair;

/**
 * rm_explanations_test:
 * @self: explanations
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED, %RM_CORE_ERROR_LIMIT
 *
 * Up to eighteen solves. For a worker.
 *
 * Returns: (transfer full) (element-type RmSteadyPair) (nullable): the pairs explained, by id of the
 *   mentee, then of the mentor
 */
GPtrArray *rm_explanations_test (const RmExplanations *self,
                                 RmProgressFunc progress,
                                 gpointer data,
                                 GError **error);
void rm_explanations_test_async (RmExplanations *self,
                                 RmJob *job,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *rm_explanations_test_finish (RmJob *job,
                                        GAsyncResult *result,
                                        GError **error);

/**
 * rm_steady_pairs_find:
 * @pairs: (element-type RmSteadyPair): as of rm_explanations_test()
 * @mentee: id
 * @mentor: id
 *
 * O(log p).
 *
 * Returns: (transfer none) (nullable): that pair, where it is one of those explained
 */
const RmSteadyPair *rm_steady_pairs_find (GPtrArray *pairs,
                                          gint64 mentee,
                                          gint64 mentor);

/**
 * RmLeftOut:
 * @person: id
 * @mentor: whether the person is left out as a mentor; else as a mentee
 * @proposed: whether the best pairing has a pair for the person, who has none today: a new proposal
 *   helps. @reason says nothing then
 * @reason: the reason in one word
 * @sentence: the reason, with a full stop
 * @details: (element-type utf8): more about it, a line each: what each rule removes, or who is in
 *   the shortage
 * @mentees: (element-type gint64) (nullable): ids of the mentees in a shortage
 * @mentors: (element-type gint64) (nullable): ids of their candidates
 *
 * Somebody who has nobody, and why.
 */
typedef struct
{
  gint64 person;
  gboolean mentor;
  gboolean proposed;
  RmUnpairedReason reason;
  char *sentence;
  GPtrArray *details;
  GArray *mentees;
  GArray *mentors;
} RmLeftOut;

/**
 * RmRelief:
 * @type: what to change
 * @to: for the two that have a number what the setting would become
 * @n_more: how many more mentees could then be paired
 * @sentence: the same, with a full stop
 */
typedef struct
{
  RmRemedyType type;
  int to;
  guint n_more;
  char *sentence;
} RmRelief;

/**
 * RmUnpairedReport:
 * @mentees: (element-type RmLeftOut): mentees who have nobody today, in canonical order
 * @mentors: (element-type RmLeftOut): mentors who have nobody today, in canonical order
 * @reliefs: (element-type RmRelief): single changes that would pair more mentees, the most first
 * @summary: how many mentees have nobody, and what would help most; with a full stop
 *
 * Nobody is dropped in silence.
 */
typedef struct
{
  GPtrArray *mentees;
  GPtrArray *mentors;
  GPtrArray *reliefs;
  char *summary;
} RmUnpairedReport;

/**
 * rm_explanations_find_unpaired:
 * @self: explanations
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * For a worker.
 *
 * Returns: (transfer full) (nullable): who has nobody, why, and what would help
 */
RmUnpairedReport *rm_explanations_find_unpaired (const RmExplanations *self,
                                                 RmProgressFunc progress,
                                                 gpointer data,
                                                 GError **error);
void rm_explanations_find_unpaired_async (RmExplanations *self,
                                          RmJob *job,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
RmUnpairedReport *rm_explanations_find_unpaired_finish (RmJob *job,
                                                        GAsyncResult *result,
                                                        GError **error);

void rm_unpaired_report_free (RmUnpairedReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmExplanations, rm_explanations_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmAnswer, rm_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmUnpairedReport, rm_unpaired_report_free)

G_END_DECLS
