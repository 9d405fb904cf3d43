/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-commands-private.h"

#include "core/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on pairs. Moves are judged by the same preview that the board shows, so that what was
 * announced before a drop is what happens. */

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
  const RmPerson *person = rm_programme_find_person (rm_session_get_programme (session), id);

  return person != NULL ? rm_person_display_name (person) : "?";
}

const char *
rm_describe_refusal (const RmPreview *preview)
{
  if (preview->same)
    return _ ("the two are a pair already");
  if (preview->rule != RM_RULE_NONE)
    return _ (rm_rule_describe (preview->rule));
  if (preview->mentor_full)
    return _ ("the mentor has no free place");
  if (preview->mentee_full)
    return _ ("the mentee has no free place");

  return NULL;
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
  refusal = rm_describe_refusal (&preview);
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

GArray *
rm_command_list_pairs (RmProgramme *programme,
                       gint64 person)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) pairs
    = rm_programme_list_referring (programme, RM_TABLE_PAIR, RM_TABLE_PERSON, person);

  for (guint k = 0; k < pairs->len; k++)
    {
      const RmPair *pair = g_ptr_array_index (pairs, k);

      if (rm_pair_is_open (pair))
        g_array_append_val (ids, pair->record.id);
    }

  return ids;
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
  ids = rm_command_list_pairs (rm_session_get_programme (session), person);
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

typedef struct
{
  RmProgramme *programme;
  const RmPairingResult *result;
} Proposal;

static gboolean
is_chosen (const RmPairingResult *result,
           const RmPair *pair)
{
  int mentee = rm_scorer_find_mentee (result->scorer, pair->mentee);
  int mentor = rm_scorer_find_mentor (result->scorer, pair->mentor);
  guint low = 0;
  guint high = result->solution->n_pairs;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      RmPlace place = result->solution->pairs[middle];

      if ((int) place.mentee == mentee && (int) place.mentor == mentor)
        return TRUE;
      if ((int) place.mentee < mentee
          || ((int) place.mentee == mentee && (int) place.mentor < mentor))
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

static guint64
key_of (gint64 mentee,
        gint64 mentor)
{
  return (guint64) mentee * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ (guint64) mentor;
}

gboolean
rm_commands_write_proposal (RmStore *store,
                            RmProgramme *programme,
                            const RmPairingResult *result,
                            GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PAIR); p++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, p);
      guint64 key = key_of (pair->mentee, pair->mentor);

      if (!rm_pair_is_open (pair))
        continue;
      if (is_chosen (result, pair))
        g_hash_table_add (kept, g_memdup2 (&key, sizeof key));
      else if (!rm_store_delete (store, rm_pair_entity (), pair->record.id, error))
        return FALSE;
    }

  for (guint p = 0; p < result->solution->n_pairs; p++)
    {
      RmPlace place = result->solution->pairs[p];
      gint64 mentee = rm_scorer_get_mentee (result->scorer, place.mentee)->record.id;
      gint64 mentor = rm_scorer_get_mentor (result->scorer, place.mentor)->record.id;
      guint64 key = key_of (mentee, mentor);
      RmPair *pair = NULL;
      gboolean ok = FALSE;

      if (g_hash_table_contains (kept, &key))
        continue;
      pair = rm_pair_new (mentee, mentor);
      ok = rm_store_insert (store, pair, error);
      rm_record_unref (pair);
      if (!ok)
        return FALSE;
    }

  return rm_store_replace_proposal (store, result->proposal, error);
}

static gboolean
write_proposal (RmStore *store,
                gpointer data,
                GError **error)
{
  Proposal *proposal = data;

  return rm_commands_write_proposal (store, proposal->programme, proposal->result, error);
}

gboolean
rm_command_apply_proposal (RmSession *session,
                           const RmPairingResult *result,
                           GError **error)
{
  Proposal proposal = { rm_session_get_programme (session), result };
  g_autofree char *label = NULL;

  /* Translators: an undo label */
  label = g_strdup_printf (ngettext ("Propose %u pair", "Propose %u pairs",
                                     result->solution->n_pairs),
                           result->solution->n_pairs);
  return rm_session_edit (session, label, write_proposal, &proposal, error);
}

RmProposal *
rm_command_dup_proposal (RmSession *session)
{
  RmProposal *proposal = NULL;
  RmStore *store = rm_document_get_store (rm_session_get_document (session));

  if (!rm_store_load_proposal (store, &proposal, NULL))
    return NULL;

  return proposal;
}
