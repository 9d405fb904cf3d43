/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/explain/rm-explanations.h"
#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmQuestion:
 * @RM_QUESTION_PAIR: why are two people paired, or not?
 * @RM_QUESTION_UNPAIRED: who has no pair, and why?
 * @RM_QUESTION_STEADY: which pairs survive small changes of the weights?
 *
 * A question about a pairing.
 */
typedef enum
{
  RM_QUESTION_PAIR,
  RM_QUESTION_UNPAIRED,
  RM_QUESTION_STEADY,
} RmQuestion;

#define RM_N_QUESTIONS (RM_QUESTION_STEADY + 1)

/**
 * RmAsker:
 *
 * Gets answers about the pairing of a programme from workers, one for each kind of question at a
 * time. Answers are always about the current programme: when it changes, work under way is stopped,
 * answers are dropped, and questions still open are asked again (except %RM_QUESTION_STEADY, which
 * takes long and must be asked again explicitly).
 *
 * Signals: "changed" (guint question): it was asked, answered or dropped; "progressed" (guint
 * question): the worker made progress.
 */
#define RM_TYPE_ASKER (rm_asker_get_type ())
G_DECLARE_FINAL_TYPE (RmAsker, rm_asker, RM, ASKER, GObject)

RmAsker *rm_asker_new (void);

void rm_asker_set_session (RmAsker *self,
                           RmSession *session);

/**
 * rm_asker_ask_pair:
 * @self: an asker
 * @mentee: id of a mentee
 * @mentor: id of a mentor
 *
 * Asks %RM_QUESTION_PAIR about two people, instead of the two before.
 */
void rm_asker_ask_pair (RmAsker *self,
                        gint64 mentee,
                        gint64 mentor);

/**
 * rm_asker_ask:
 * @self: an asker
 * @question: any but %RM_QUESTION_PAIR
 *
 * Asks, unless the answer is known or under way.
 */
void rm_asker_ask (RmAsker *self,
                   RmQuestion question);

/** Closes a question: stops work on it, and forgets the answer. */
void rm_asker_drop (RmAsker *self,
                    RmQuestion question);

/** Whether a worker is at work on the answer. */
gboolean rm_asker_is_busy (RmAsker *self,
                           RmQuestion question);

/** Its progress, 0 to 1; negative if unknown. */
double rm_asker_get_progress (RmAsker *self,
                              RmQuestion question);

/** Answers: (transfer none) (nullable), until the next "changed". */
const RmAnswer *rm_asker_get_answer (RmAsker *self);
const RmUnpairedList *rm_asker_get_unpaired (RmAsker *self);
GPtrArray *rm_asker_get_steady (RmAsker *self);

/**
 * rm_asker_get_error:
 * @self: an asker
 * @question: a question
 *
 * Returns: (transfer none) (nullable): why there is no answer
 */
const GError *rm_asker_get_error (RmAsker *self,
                                  RmQuestion question);

/**
 * rm_asker_get_note:
 * @self: an asker
 *
 * Returns: (transfer none) (nullable): a note to show with all answers
 */
const char *rm_asker_get_note (RmAsker *self);

G_END_DECLS
