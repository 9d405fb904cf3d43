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
  RmLiveResult *trial;
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
  TRIAL_CHANGED,
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
rm_board_dispose (GObject *object)
{
  RmBoard *self = RM_BOARD (object);

  rm_session_follow (&self->session, NULL, NULL, self);
  if (self->asker != NULL)
    rm_asker_set_session (self->asker, NULL);
  g_clear_object (&self->asker);
  g_clear_object (&self->move);
  g_clear_pointer (&self->pairing, rm_pairing_unref);
  g_clear_pointer (&self->trial, rm_live_result_unref);
  G_OBJECT_CLASS (rm_board_parent_class)->dispose (object);
}

static void
rm_board_class_init (RmBoardClass *class)
{
  static const char *const names[] = { "pairing-changed", "selection-changed", "move-changed",
                                       "trial-changed", "question-changed" };

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

void
rm_board_set_trial (RmBoard *self,
                    RmLiveResult *trial)
{
  if (self->trial == trial)
    return;

  g_clear_pointer (&self->trial, rm_live_result_unref);
  self->trial = trial != NULL ? rm_live_result_ref (trial) : NULL;
  g_signal_emit (self, signals[TRIAL_CHANGED], 0);
}

RmLiveResult *
rm_board_get_trial (RmBoard *self)
{
  return self->trial;
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
  gint64 from = rm_mentor_move_get_from (move);
  RmScorer *scorer = NULL;
  int i = -1;
  int j = -1;

  if (self->pairing == NULL)
    return FALSE;

  scorer = rm_pairing_get_scorer (self->pairing);
  i = rm_scorer_find_mentee (scorer, mentee);
  j = rm_scorer_find_mentor (scorer, rm_mentor_move_get_mentor (move));
  if (i < 0 || j < 0)
    return FALSE;

  *preview = rm_pairing_preview (self->pairing, (guint) j,
                                 rm_pairing_find_slot (self->pairing, from), (guint) i,
                                 rm_pairing_find_slot (self->pairing, onto));
  return TRUE;
}

/* The pair of a mentee, or of a mentor, that could best be done without. */
static const RmSlot *
find_weakest (const RmPairing *pairing,
              gint64 mentee,
              gint64 mentor)
{
  RmScorer *scorer = rm_pairing_get_scorer (pairing);
  const RmSlot *weakest = NULL;

  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    {
      guint n = 0;
      const RmSlot *slots = rm_pairing_list_slots (pairing, i, &n);

      if (mentee != 0 && rm_scorer_get_mentee (scorer, i)->record.id != mentee)
        continue;
      for (guint s = 0; s < n; s++)
        if (!slots[s].locked
            && (mentor == 0
                || rm_scorer_get_mentor (scorer, slots[s].mentor)->record.id == mentor)
            && (weakest == NULL || slots[s].score < weakest->score))
          weakest = &slots[s];
    }

  return weakest;
}

gboolean
rm_board_find_place (RmBoard *self,
                     gint64 mentor,
                     gint64 mentee,
                     RmMentorMove **move,
                     gint64 *onto)
{
  RmScorer *scorer = NULL;
  const RmSlot *from = NULL;
  const RmSlot *to = NULL;
  gboolean mentor_full = FALSE;
  gboolean mentee_full = FALSE;
  int i = -1;
  int j = -1;

  if (self->pairing == NULL)
    return FALSE;
  scorer = rm_pairing_get_scorer (self->pairing);
  i = rm_scorer_find_mentee (scorer, mentee);
  j = rm_scorer_find_mentor (scorer, mentor);
  if (i < 0 || j < 0)
    return FALSE;

  mentor_full = rm_pairing_get_mentor_free (self->pairing, (guint) j) == 0;
  mentee_full = rm_pairing_get_mentee_free (self->pairing, (guint) i) == 0;
  if (mentor_full)
    from = find_weakest (self->pairing, 0, mentor);
  if (mentee_full)
    to = find_weakest (self->pairing, mentee, 0);
  if ((mentor_full && from == NULL) || (mentee_full && to == NULL))
    return FALSE;

  *move = rm_mentor_move_new (mentor, from != NULL ? from->pair : 0);
  *onto = to != NULL ? to->pair : 0;
  return TRUE;
}

static const char *
name_of (RmBoard *self,
         gint64 id)
{
  const RmPerson *person
    = rm_programme_find_person (rm_session_get_programme (self->session), id);

  return person != NULL ? rm_person_display_name (person) : "?";
}

static char *
describe_effect (gint64 effect)
{
  int percent = rm_points_to_percent (effect);

  if (percent == 0)
    return g_strdup (_ ("the total stays the same"));
  if (percent > 0)
    /* Translators: %d is a number of points by which the total of all scores rises */
    return g_strdup_printf (ngettext ("the total rises by %d point",
                                      "the total rises by %d points", (gulong) percent),
                            percent);

  /* Translators: %d is a number of points by which the total of all scores falls */
  return g_strdup_printf (ngettext ("the total falls by %d point", "the total falls by %d points",
                                    (gulong) -percent),
                          -percent);
}

char *
rm_board_describe (RmBoard *self,
                   RmMentorMove *move,
                   gint64 mentee,
                   const RmPreview *preview)
{
  const char *refusal = rm_describe_refusal (preview);
  gint64 mentor = rm_mentor_move_get_mentor (move);
  g_autofree char *effect = NULL;

  if (refusal != NULL)
    /* Translators: two names, then a reason such as "the mentor has no free place" */
    return rm_sentence_new (_ ("%s cannot mentor %s: %s"), name_of (self, mentor),
                            name_of (self, mentee), refusal);

  effect = describe_effect (preview->effect);
  if (preview->returned != 0)
    /* Translators: mentor, mentee, percent, what it does to the total, mentor who becomes free */
    return rm_sentence_new (_ ("%s with %s: %d %%, %s, %s becomes free"),
                            name_of (self, mentor), name_of (self, mentee),
                            rm_points_to_percent (preview->score), effect,
                            name_of (self, preview->returned));

  /* Translators: mentor, mentee, percent, and what it does to the total */
  return rm_sentence_new (_ ("%s with %s: %d %%, %s"), name_of (self, mentor),
                          name_of (self, mentee), rm_points_to_percent (preview->score), effect);
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
                       name_of (self, mentee), name_of (self, mentor));
  gboolean ok = apart
                  ? rm_command_let_together (self->session, mentee, mentor, error)
                  : rm_command_keep_apart (self->session, mentee, mentor, FALSE, NULL, error);

  if (ok)
    *outcome = g_steal_pointer (&text);

  return ok;
}

int
rm_points_to_percent (gint64 points)
{
  gint64 half = RM_SCORE_POINTS / 200;

  return (int) ((points + (points < 0 ? -half : half)) / (RM_SCORE_POINTS / 100));
}
