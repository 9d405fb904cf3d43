/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-commands-proposal.h"

#include "app/pairing/rm-pairing-private.h"

#include <glib/gi18n-lib.h>

/* Applies a proposal to the pairs of the programme. */

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

static gboolean
replace_proposal (RmStore *store,
                  const RmProgramme *programme,
                  const RmProposal *proposal,
                  GError **error)
{
  g_autoptr (RmProposal) written = rm_record_copy (proposal);

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PROPOSAL); p++)
    {
      const RmProposal *old = rm_programme_get (programme, RM_TABLE_PROPOSAL, p);

      if (!rm_store_delete (store, rm_proposal_entity (), old->record.id, error))
        return FALSE;
    }

  return rm_store_insert (store, written, error);
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

      if (!rm_pair_is_open (pair) || rm_pairing_is_on_hold (result->scorer, pair))
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

  return replace_proposal (store, programme, result->proposal, error);
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
