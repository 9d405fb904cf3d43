/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"
#include "app/lab/rm-trial.h"
#include "app/pairing/rm-pairing-move.h"
#include "app/session/rm-session.h"
#include "ui/pairing/rm-asker.h"
#include "ui/pairing/rm-mentor-move.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmBoard:
 *
 * What the rows, slots and lists of the Pairing page have in common: the pairing as it stands
 * (worked out by a worker after each change), who is selected, and what is being dragged. Whatever
 * a gesture, a key or a menu wants goes through the same three methods.
 *
 * Signals: "pairing-changed"; "selection-changed"; "move-changed" (a drag began or ended);
 * "outcome-changed" (of the weights that are tried); "said" (const char *text: what would happen, for the
 * status line; %NULL for nothing); "question-changed" (of rm_board_set_question()).
 */
#define RM_TYPE_BOARD (rm_board_get_type ())
G_DECLARE_FINAL_TYPE (RmBoard, rm_board, RM, BOARD, GObject)

RmBoard *rm_board_new (void);

void rm_board_set_session (RmBoard *self,
                           RmSession *session);
RmSession *rm_board_get_session (RmBoard *self);

/**
 * rm_board_get_pairing:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the pairing, or %NULL before it is worked out
 */
const RmPairing *rm_board_get_pairing (RmBoard *self);

/** The mentee who is looked at, by id; 0 is nobody. */
gint64 rm_board_get_selected (RmBoard *self);
void rm_board_select (RmBoard *self,
                      gint64 mentee);

/** What is being dragged, or %NULL. */
RmMentorMove *rm_board_get_move (RmBoard *self);
void rm_board_set_move (RmBoard *self,
                        RmMentorMove *move);

/**
 * rm_board_get_trial:
 * @self: a board
 *
 * Returns: (transfer none): the weights that are tried out on it
 */
RmTrial *rm_board_get_trial (RmBoard *self);

/**
 * rm_board_get_outcome:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): what the weights that are tried would change: what
 *   rm_trial_get_outcome() said when "outcome-changed" was last emitted
 */
RmLiveResult *rm_board_get_outcome (RmBoard *self);

/**
 * rm_board_get_asker:
 * @self: a board
 *
 * Returns: (transfer none): who is asked why the pairing is as it is
 */
RmAsker *rm_board_get_asker (RmBoard *self);

/**
 * rm_board_set_question:
 * @self: a board
 * @mentee: id of a mentee, or 0 for no question
 * @mentor: id of a mentor
 *
 * The two whom somebody looks at, or who could not be paired just now: "why not?" is about them.
 */
void rm_board_set_question (RmBoard *self,
                            gint64 mentee,
                            gint64 mentor);
gboolean rm_board_get_question (RmBoard *self,
                                gint64 *mentee,
                                gint64 *mentor);

/**
 * rm_board_preview:
 * @self: a board
 * @move: who
 * @mentee: id of a mentee
 * @onto: id of the pair that would end, or 0
 * @preview: (out caller-allocates): what it would do
 *
 * Returns: whether both people take part
 */
gboolean rm_board_preview (RmBoard *self,
                           RmMentorMove *move,
                           gint64 mentee,
                           gint64 onto,
                           RmPreview *preview);

/**
 * rm_board_find_place:
 * @self: a board
 * @mentor: id of a mentor
 * @mentee: id of a mentee
 * @move: (out): the mentor, taken from a mentee where there is no free place
 * @onto: (out): id of the pair that would end, or 0 for a free place of the mentee
 *
 * Where two people who are no pair could be one: on free places, else instead of the pairs that
 * score lowest and are not locked.
 *
 * Returns: whether there is such a place
 */
gboolean rm_board_find_place (RmBoard *self,
                              gint64 mentor,
                              gint64 mentee,
                              RmMentorMove **move,
                              gint64 *onto);

/**
 * rm_board_describe:
 * @self: a board
 * @move: who
 * @mentee: id of a mentee
 * @preview: what it would do
 *
 * Returns: (transfer full): the same in words
 */
char *rm_board_describe (RmBoard *self,
                         RmMentorMove *move,
                         gint64 mentee,
                         const RmPreview *preview);

void rm_board_say (RmBoard *self,
                   const char *text);

/**
 * rm_board_pair:
 * @self: a board
 * @move: who
 * @mentee: id of a mentee
 * @onto: id of the pair that ends, or 0
 * @error: why not
 *
 * Returns: success
 */
gboolean rm_board_pair (RmBoard *self,
                        RmMentorMove *move,
                        gint64 mentee,
                        gint64 onto,
                        GError **error);
gboolean rm_board_unpair (RmBoard *self,
                          gint64 pair,
                          GError **error);
gboolean rm_board_set_locked (RmBoard *self,
                              gint64 pair,
                              gboolean locked,
                              GError **error);

/**
 * rm_board_may_change_apart:
 * @self: a board
 * @mentee: id of a mentee
 * @mentor: id of a mentor
 * @apart: (out): whether the two are kept apart
 *
 * Returns: whether they can be kept apart, or let together again; not of one person. It is the same
 *   for all who are kept apart, in confidence or not
 */
gboolean rm_board_may_change_apart (RmBoard *self,
                                    gint64 mentee,
                                    gint64 mentor,
                                    gboolean *apart);

/**
 * rm_board_add_apart_item:
 * @self: a board
 * @mentee: id of a mentee
 * @mentor: id of a mentor
 * @menu: a menu of the two
 * @action: what does rm_board_toggle_apart()
 *
 * Adds that to the menu, in the words for what it would do, where it can be done.
 */
void rm_board_add_apart_item (RmBoard *self,
                              gint64 mentee,
                              gint64 mentor,
                              GMenu *menu,
                              const char *action);

/**
 * rm_board_toggle_apart:
 * @self: a board
 * @mentee: id of a mentee
 * @mentor: id of a mentor
 * @outcome: (out): what was done, in words
 * @error: why not
 *
 * Keeps two people apart who are not, and lets together who are.
 *
 * Returns: success
 */
gboolean rm_board_toggle_apart (RmBoard *self,
                                gint64 mentee,
                                gint64 mentor,
                                char **outcome,
                                GError **error);

G_END_DECLS
