/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-commands-pairs.h"

#include "app/commands/rm-commands-private.h"
#include "app/pairing/rm-pairing-move.h"
#include "app/queries/rm-programme-query.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on pairs. Moves are checked by the same preview that the board shows, so that a drop
 * does what was announced. */

typedef struct
{
  RmPair *pair;
  gint64 ended[2];
} Move;

static gboolean
write_move (RmStore *store,
            gpointer data,
            GError **error)
{
  Move *move = data;

  for (gsize i = 0; i < G_N_ELEMENTS (move->ended); i++)
    if (move->ended[i] != 0 && !rm_store_delete (store, rm_pair_entity (), move->ended[i], error))
      return FALSE;

  return move->pair == NULL || rm_store_insert (store, move->pair, error);
}

static const char *
name_of (RmSession *session,
         gint64 id)
{
  return rm_programme_name_person (rm_session_get_programme (session), id);
}

static gboolean
judge (const RmPairing *pairing,
       gint64 mentor,
       const RmSlot *from,
       gint64 mentee,
       const RmSlot *onto,
       GError **error)
{
  RmScorer *scorer = rm_pairing_get_scorer (pairing);
  int i = rm_scorer_find_mentee (scorer, mentee);
  int j = rm_scorer_find_mentor (scorer, mentor);
  RmPreview preview;
  const char *refusal = NULL;

  if (i < 0 || j < 0)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                           _ ("This person does not take part any more"));
      return FALSE;
    }

  preview = rm_pairing_preview (pairing, (guint) j, from, (guint) i, onto);
  refusal = rm_preview_get_refusal (&preview);
  if (refusal == NULL)
    return TRUE;

  rm_sentence_set_error (error, RM_APP_ERROR,
                         preview.rule != RM_RULE_NONE ? RM_APP_ERROR_RULE : RM_APP_ERROR_CAPACITY,
                         /* Translators: two names, then a reason such as "the mentor has no free
                          * place" */
                         _ ("%s and %s cannot be paired: %s"),
                         rm_person_display_name (rm_scorer_get_mentee (scorer, (guint) i)),
                         rm_person_display_name (rm_scorer_get_mentor (scorer, (guint) j)),
                         refusal);
  return FALSE;
}

gboolean
rm_command_pair (RmSession *session,
                 const RmPairing *pairing,
                 gint64 mentor,
                 gint64 from,
                 gint64 mentee,
                 gint64 onto,
                 GError **error)
{
  Move move = { NULL, { from, onto } };
  g_autofree char *label = NULL;
  gboolean ok = FALSE;

  if (!judge (pairing, mentor, rm_pairing_find_slot (pairing, from), mentee,
              rm_pairing_find_slot (pairing, onto), error))
    return FALSE;

  /* Translators: undo labels; the mentor's name, then the mentee's */
  label = rm_sentence_new (from != 0 ? _ ("Move %s to %s") : _ ("Pair %s with %s"),
                           name_of (session, mentor), name_of (session, mentee));
  move.pair = rm_pair_new (mentee, mentor);
  ok = rm_session_edit (session, label, write_move, &move, error);
  rm_record_unref (move.pair);

  return ok;
}

gboolean
rm_command_unpair (RmSession *session,
                   gint64 id,
                   GError **error)
{
  const RmPair *pair = rm_commands_require (session, RM_TABLE_PAIR, id, error);
  Move move = { NULL, { id, 0 } };
  g_autofree char *label = NULL;

  if (pair == NULL)
    return FALSE;

  /* Translators: an undo label; the mentor's name, then the mentee's */
  label = rm_sentence_new (_ ("Take %s from %s"), name_of (session, pair->mentor),
                           name_of (session, pair->mentee));
  return rm_session_edit (session, label, write_move, &move, error);
}

static gboolean
delete_pairs (RmStore *store,
              gpointer data,
              GError **error)
{
  const GArray *ids = data;

  for (guint k = 0; k < ids->len; k++)
    if (!rm_store_delete (store, rm_pair_entity (), g_array_index (ids, gint64, k), error))
      return FALSE;

  return TRUE;
}

gboolean
rm_command_end_pairs (RmSession *session,
                      gint64 person,
                      GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *label = NULL;

  if (rm_commands_require (session, RM_TABLE_PERSON, person, error) == NULL)
    return FALSE;
  ids = rm_programme_query_list_pairs (rm_session_get_programme (session), person);
  if (ids->len == 0)
    return TRUE;

  /* Translators: an undo label; %s is a person's name, %u how many */
  label = rm_sentence_new (ngettext ("End %u pair of %s", "End %u pairs of %s", ids->len),
                           ids->len, name_of (session, person));
  return rm_session_edit (session, label, delete_pairs, ids, error);
}

static gboolean
update_pair (RmStore *store,
             gpointer data,
             GError **error)
{
  return rm_store_update (store, data, error);
}

gboolean
rm_command_set_locked (RmSession *session,
                       gint64 id,
                       gboolean locked,
                       GError **error)
{
  const RmPair *before = rm_commands_require (session, RM_TABLE_PAIR, id, error);
  RmPair *after = NULL;
  g_autofree char *label = NULL;
  gboolean ok = FALSE;

  if (before == NULL || before->locked == (locked != FALSE))
    return before != NULL;

  after = rm_record_copy (before);
  after->locked = locked != FALSE;
  /* Translators: undo labels; the mentor's name, then the mentee's */
  label = rm_sentence_new (locked ? _ ("Lock %s with %s") : _ ("Unlock %s from %s"),
                           name_of (session, before->mentor), name_of (session, before->mentee));
  ok = rm_session_edit (session, label, update_pair, after, error);
  rm_record_unref (after);

  return ok;
}
