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
 * Answers in words about the best pairing of the current programme. If today's pairs are as good as
 * the best, they are the ones explained; else answers are about the best pairing, and
 * rm_explanations_get_note() says so.
 *
 * Made by a worker; immutable, so any thread may ask. A changed programme needs a new one
 * (rm_explanations_get_programme() tells which it is about).
 *
 * About two people who are not available to pair nothing else is ever disclosed: whether one of
 * them withdrew, left, or is kept apart from the other in confidence makes no difference to any
 * text, figure or order.
 */
typedef struct _RmExplanations RmExplanations;

/**
 * rm_explanations_new:
 * @programme: the programme
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: as for rm_pairing_propose(), except the checker's
 *
 * Solves. For a worker; see rm_explanations_new_async().
 *
 * Returns: (transfer full) (nullable): the explanations
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
 * Returns: whether the pairing explained is today's
 */
gboolean rm_explanations_is_today (const RmExplanations *self);

/**
 * rm_explanations_get_note:
 * @self: explanations
 *
 * Returns: (transfer none) (nullable): a sentence to show with all answers, or %NULL if the pairing
 *   explained is today's
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

/** The sentence of an answer lists at most this many moves; if there are more, only their
 * number. */
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
 * @sentence: the answer, with a full stop: the rule, the missing place, or the cost and the people
 *   who move (if more than %RM_ANSWER_MOVES, their number)
 * @moves: (element-type RmMove): changes of mentors for others, by mentee in canonical order
 * @before: figures of the pairing explained
 * @after: its figures after the change; as @before if unknown
 *
 * The answer to "Why not these two?", or for a pair, its worth.
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
 * Solves once more, from the best pairing: takes milliseconds even with thousands of people, but is
 * for a worker.
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
 * @robust: whether the pair costs nothing under each ±20 % change of a single weight
 * @label: "Robust" or "Fragile"
 * @sentence: the reason, with a full stop; for a fragile pair, the changes that end it
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
 * At least one solve for each of up to eighteen changes. For a worker.
 *
 * Returns: (transfer full) (element-type RmSteadyPair) (nullable): the pairs explained, sorted by
 *   ids of mentee and mentor
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
 * @pairs: (element-type RmSteadyPair): from rm_explanations_test()
 * @mentee: id
 * @mentor: id
 *
 * O(log p).
 *
 * Returns: (transfer none) (nullable): that pair, if it is one of those explained
 */
const RmSteadyPair *rm_steady_pairs_find (GPtrArray *pairs,
                                          gint64 mentee,
                                          gint64 mentor);

/**
 * RmLeftOut:
 * @person: id
 * @mentor: whether the person is left out as a mentor; else as a mentee
 * @proposed: whether the best pairing has a pair for the person, who has none today: a new proposal
 *   helps. @reason is then not set
 * @reason: the reason in one word
 * @sentence: the reason, with a full stop
 * @details: (element-type utf8): details, a line each: the people each rule removes, or those in
 *   the shortage
 * @mentees: (element-type gint64) (nullable): ids of the mentees in a shortage
 * @mentors: (element-type gint64) (nullable): ids of their candidates
 *
 * A person without a pair, and the reason.
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
 * @to: the new setting, for the two that have a number
 * @n_more: how many more mentees could then be paired
 * @sentence: the same in words, with a full stop
 */
typedef struct
{
  RmRemedyType type;
  int to;
  guint n_more;
  char *sentence;
} RmRelief;

/**
 * RmUnpairedList:
 * @mentees: (element-type RmLeftOut): mentees without a pair today, in canonical order
 * @mentors: (element-type RmLeftOut): mentors without a pair today, in canonical order
 * @reliefs: (element-type RmRelief): single changes that would pair more mentees, the most first
 * @summary: how many mentees have no pair, and the change that would help most; with a full stop
 *
 * Everybody without a pair, with reasons and remedies.
 */
typedef struct
{
  GPtrArray *mentees;
  GPtrArray *mentors;
  GPtrArray *reliefs;
  char *summary;
} RmUnpairedList;

/**
 * rm_explanations_find_unpaired:
 * @self: explanations
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * For a worker.
 *
 * Returns: (transfer full) (nullable): the people without a pair, reasons and remedies
 */
RmUnpairedList *rm_explanations_find_unpaired (const RmExplanations *self,
                                                 RmProgressFunc progress,
                                                 gpointer data,
                                                 GError **error);
void rm_explanations_find_unpaired_async (RmExplanations *self,
                                          RmJob *job,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
RmUnpairedList *rm_explanations_find_unpaired_finish (RmJob *job,
                                                        GAsyncResult *result,
                                                        GError **error);

void rm_unpaired_list_free (RmUnpairedList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmExplanations, rm_explanations_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmAnswer, rm_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmUnpairedList, rm_unpaired_list_free)

G_END_DECLS
