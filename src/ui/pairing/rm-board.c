/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-board.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/queries/rm-apart.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-inquiry.h"

#include <glib/gi18n.h>

struct _RmBoard
{
  GObject parent_instance;

  /* owned */
  RmSession *session;
  RmPairing *pairing;
  RmMentorMove *move;
  RmTrial *trial;
  RmLiveResult *outcome;
  guint refresh; /* when there is time: sliders come first */
  RmAsker *asker;
  gint64 question_mentee;
  gint64 question_mentor;
  gint64 selected;
  guint generation;
};

enum
{
  PAIRING_CHANGED,
  SELECTION_CHANGED,
  MOVE_CHANGED,
  OUTCOME_CHANGED,
  QUESTION_CHANGED,
  SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmBoard, rm_board, G_TYPE_OBJECT)

static gpointer
find_pairing (RmProgramme *programme,
              gconstpointer question)
{
  return rm_pairing_get (programme);
}

static void
show_pairing (gpointer owner,
              RmProgramme *programme,
              gpointer pairing)
{
  RmBoard *self = owner;

  g_clear_pointer (&self->pairing, rm_pairing_unref);
  self->pairing = rm_pairing_ref (pairing);
  rm_board_set_question (self, 0, 0);
  g_signal_emit (self, signals[PAIRING_CHANGED], 0);
}

static void
work_out (RmBoard *self)
{
  static const RmInquiry inquiry = {
    .find = find_pairing,
    .show = show_pairing,
    .free_answer = (GDestroyNotify) rm_pairing_unref,
  };

  rm_inquiry_begin (&inquiry, self, &self->generation, rm_session_get_programme (self->session),
                    NULL);
}

static void
refresh_outcome (RmBoard *self)
{
  RmLiveResult *outcome = rm_trial_get_outcome (self->trial);

  if (self->outcome == outcome)
    return;

  g_clear_pointer (&self->outcome, rm_live_result_unref);
  self->outcome = outcome != NULL ? rm_live_result_ref (outcome) : NULL;
  g_signal_emit (self, signals[OUTCOME_CHANGED], 0);
}

static gboolean
refresh_cb (gpointer data)
{
  RmBoard *self = data;

  self->refresh = 0;
  refresh_outcome (self);
  return G_SOURCE_REMOVE;
}

/* Results may come faster than frames. An idle handler waits until frames are drawn. */
static void
trial_changed_cb (RmBoard *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
rm_board_dispose (GObject *object)
{
  RmBoard *self = RM_BOARD (object);

  rm_session_follow (&self->session, NULL, NULL, self);
  if (self->trial != NULL)
    rm_trial_set_session (self->trial, NULL);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->trial);
  if (self->asker != NULL)
    rm_asker_set_session (self->asker, NULL);
  g_clear_object (&self->asker);
  g_clear_object (&self->move);
  g_clear_pointer (&self->pairing, rm_pairing_unref);
  g_clear_pointer (&self->outcome, rm_live_result_unref);
  G_OBJECT_CLASS (rm_board_parent_class)->dispose (object);
}

static void
rm_board_class_init (RmBoardClass *class)
{
  static const char *const names[] = { "pairing-changed", "selection-changed", "move-changed",
                                       "outcome-changed", "question-changed" };

  G_OBJECT_CLASS (class)->dispose = rm_board_dispose;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], RM_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[SAID] = g_signal_new ("said", RM_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rm_board_init (RmBoard *self)
{
  self->asker = rm_asker_new ();
  self->trial = rm_trial_new ();
  g_signal_connect_object (self->trial, "changed", G_CALLBACK (trial_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

RmBoard *
rm_board_new (void)
{
  return g_object_new (RM_TYPE_BOARD, NULL);
}

void
rm_board_set_session (RmBoard *self,
                      RmSession *session)
{
  if (!rm_session_follow (&self->session, session, G_CALLBACK (work_out), self))
    return;

  g_clear_pointer (&self->pairing, rm_pairing_unref);
  self->generation++;
  self->selected = 0;
  rm_board_set_question (self, 0, 0);
  rm_asker_set_session (self->asker, session);
  rm_trial_set_session (self->trial, session);
  /* Of another programme nothing is shown, not for a moment. */
  refresh_outcome (self);
  if (session != NULL)
    work_out (self);
}

RmSession *
rm_board_get_session (RmBoard *self)
{
  return self->session;
}

const RmPairing *
rm_board_get_pairing (RmBoard *self)
{
  return self->pairing;
}

gint64
rm_board_get_selected (RmBoard *self)
{
  return self->selected;
}

void
rm_board_select (RmBoard *self,
                 gint64 mentee)
{
  if (self->selected == mentee)
    return;

  self->selected = mentee;
  rm_board_set_question (self, 0, 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

RmMentorMove *
rm_board_get_move (RmBoard *self)
{
  return self->move;
}

void
rm_board_set_move (RmBoard *self,
                   RmMentorMove *move)
{
  if (!g_set_object (&self->move, move))
    return;

  g_signal_emit (self, signals[MOVE_CHANGED], 0);
  if (move == NULL)
    rm_board_say (self, NULL);
}

RmTrial *
rm_board_get_trial (RmBoard *self)
{
  return self->trial;
}

RmLiveResult *
rm_board_get_outcome (RmBoard *self)
{
  return self->outcome;
}

RmAsker *
rm_board_get_asker (RmBoard *self)
{
  return self->asker;
}

void
rm_board_set_question (RmBoard *self,
                       gint64 mentee,
                       gint64 mentor)
{
  if (self->question_mentee == mentee && self->question_mentor == mentor)
    return;

  self->question_mentee = mentee;
  self->question_mentor = mentor;
  g_signal_emit (self, signals[QUESTION_CHANGED], 0);
}

gboolean
rm_board_get_question (RmBoard *self,
                       gint64 *mentee,
                       gint64 *mentor)
{
  *mentee = self->question_mentee;
  *mentor = self->question_mentor;
  return self->question_mentee != 0;
}

gboolean
rm_board_preview (RmBoard *self,
                  RmMentorMove *move,
                  gint64 mentee,
                  gint64 onto,
                  RmPreview *preview)
{
  return self->pairing != NULL
         && rm_pairing_preview_move (self->pairing, rm_mentor_move_get_mentor (move),
                                     rm_mentor_move_get_from (move), mentee, onto, preview);
}

gboolean
rm_board_find_place (RmBoard *self,
                     gint64 mentor,
                     gint64 mentee,
                     RmMentorMove **move,
                     gint64 *onto)
{
  gint64 from = 0;

  if (self->pairing == NULL
      || !rm_pairing_find_place (self->pairing, mentor, mentee, &from, onto))
    return FALSE;

  *move = rm_mentor_move_new (mentor, from);
  return TRUE;
}

char *
rm_board_describe (RmBoard *self,
                   RmMentorMove *move,
                   gint64 mentee,
                   const RmPreview *preview)
{
  return rm_preview_describe (preview, rm_session_get_programme (self->session),
                              rm_mentor_move_get_mentor (move), mentee);
}

void
rm_board_say (RmBoard *self,
              const char *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

gboolean
rm_board_pair (RmBoard *self,
               RmMentorMove *move,
               gint64 mentee,
               gint64 onto,
               GError **error)
{
  if (self->pairing == NULL)
    return TRUE;

  return rm_command_pair (self->session, self->pairing, rm_mentor_move_get_mentor (move),
                          rm_mentor_move_get_from (move), mentee, onto, error);
}

gboolean
rm_board_unpair (RmBoard *self,
                 gint64 pair,
                 GError **error)
{
  return rm_command_unpair (self->session, pair, error);
}

gboolean
rm_board_set_locked (RmBoard *self,
                     gint64 pair,
                     gboolean locked,
                     GError **error)
{
  return rm_command_set_locked (self->session, pair, locked, error);
}

gboolean
rm_board_may_change_apart (RmBoard *self,
                           gint64 mentee,
                           gint64 mentor,
                           gboolean *apart)
{
  RmScorer *scorer = self->pairing != NULL ? rm_pairing_get_scorer (self->pairing) : NULL;
  int i = scorer != NULL ? rm_scorer_find_mentee (scorer, mentee) : -1;
  int j = scorer != NULL ? rm_scorer_find_mentor (scorer, mentor) : -1;

  if (i < 0 || j < 0 || mentee == mentor || !rm_session_is_editable (self->session))
    return FALSE;

  *apart = rm_apart_holds (rm_session_get_programme (self->session), mentee, mentor);
  return TRUE;
}

void
rm_board_add_apart_item (RmBoard *self,
                         gint64 mentee,
                         gint64 mentor,
                         GMenu *menu,
                         const char *action)
{
  gboolean apart = FALSE;
  g_autoptr (GMenuItem) item = NULL;

  if (!rm_board_may_change_apart (self, mentee, mentor, &apart))
    return;

  item = g_menu_item_new (apart ? _ ("Let them be _paired again") : _ ("_Keep these two apart"),
                          action);
  g_menu_item_set_attribute (item, "accel", "s", "<Primary>k");
  g_menu_append_item (menu, item);
}

gboolean
rm_board_toggle_apart (RmBoard *self,
                       gint64 mentee,
                       gint64 mentor,
                       char **outcome,
                       GError **error)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  gboolean apart = rm_apart_holds (programme, mentee, mentor);
  /* Translators: two names: what has just been done */
  g_autofree char *text
    = rm_sentence_new (apart ? _ ("%s and %s may be paired again")
                             : _ ("%s and %s are kept apart"),
                       rm_programme_name_person (programme, mentee),
                       rm_programme_name_person (programme, mentor));
  gboolean ok = apart
                  ? rm_command_let_together (self->session, mentee, mentor, error)
                  : rm_command_keep_apart (self->session, mentee, mentor, FALSE, NULL, error);

  if (ok)
    *outcome = g_steal_pointer (&text);

  return ok;
}
