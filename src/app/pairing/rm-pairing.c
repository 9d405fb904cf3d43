/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-pairing.h"

#include "app/pairing/rm-pairing-private.h"
#include "core/base/rm-derived.h"
#include "core/proof/rm-definition.h"

/* The current pairing: its pairs, their scores, the free places. An immutable value that a worker
 * makes after each change; the board shows it and previews moves with it. */
struct _RmPairing
{
  gatomicrefcount refs;
  RmScorer *scorer;
  GArray *slots; /* of RmSlot, by mentee and mentor */
  guint *first;  /* first slot of each mentee; n_mentees + 1 entries */
  guint *mentor_used;
  int *mentee_capacity;
  int *mentor_capacity;
  gint64 total;
  int lowest;
  guint n_paired;
  RmProofState proof;
  RmMode mode;
  gint64 proposed_total;
};

static RmDerived pairings = RM_DERIVED_INIT;

/* Checking the proof scores every pair: beyond this it would delay the board. */
#define CHECK_LIMIT (G_GUINT64_CONSTANT (2000000))

static gboolean
is_one_person (const RmScorer *scorer,
               guint mentee,
               guint mentor)
{
  return rm_scorer_get_mentee (scorer, mentee) == rm_scorer_get_mentor (scorer, mentor);
}

static gboolean
is_available (const RmScorer *scorer,
              gboolean as_mentor,
              guint person)
{
  guint n = as_mentor ? rm_scorer_get_n_mentees (scorer) : rm_scorer_get_n_mentors (scorer);

  for (guint k = 0; k < n; k++)
    {
      guint mentee = as_mentor ? k : person;
      guint mentor = as_mentor ? person : k;

      if (!is_one_person (scorer, mentee, mentor)
          && rm_scorer_are_available (scorer, mentee, mentor))
        return TRUE;
    }

  return FALSE;
}

/* People who may be unavailable to everybody: those who withdrew, left, or are kept apart from
 * somebody. */
static GHashTable *
list_doubtful (const RmProgramme *programme)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint e = 0; e < rm_programme_count (programme, RM_TABLE_EXCLUSION); e++)
    {
      RmExclusion *exclusion = rm_programme_get (programme, RM_TABLE_EXCLUSION, e);

      g_hash_table_add (ids, &exclusion->mentee);
      g_hash_table_add (ids, &exclusion->mentor);
    }
  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
    {
      RmPerson *person = rm_programme_get (programme, RM_TABLE_PERSON, p);

      if (person->state != RM_PERSON_ACTIVE)
        g_hash_table_add (ids, &person->record.id);
    }

  return ids;
}

/* Places of people available to nobody do not count, for whatever reason. */
static void
drop_places (RmPairing *self)
{
  g_autoptr (GHashTable) doubtful = list_doubtful (rm_scorer_get_programme (self->scorer));

  for (guint i = 0; i < rm_scorer_get_n_mentees (self->scorer); i++)
    if (g_hash_table_contains (doubtful, &rm_scorer_get_mentee (self->scorer, i)->record.id)
        && !is_available (self->scorer, FALSE, i))
      self->mentee_capacity[i] = 0;
  for (guint j = 0; j < rm_scorer_get_n_mentors (self->scorer); j++)
    if (g_hash_table_contains (doubtful, &rm_scorer_get_mentor (self->scorer, j)->record.id)
        && !is_available (self->scorer, TRUE, j))
      self->mentor_capacity[j] = 0;
}

static void
add_slots (RmPairing *self)
{
  RmProgramme *programme = rm_scorer_get_programme (self->scorer);

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PAIR); p++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, p);
      int mentee = rm_scorer_find_mentee (self->scorer, pair->mentee);
      int mentor = rm_scorer_find_mentor (self->scorer, pair->mentor);
      RmSlot slot = { pair->record.id, (guint) mentee, (guint) mentor, pair->locked == 1, 0, 0 };
      RmScore score;

      if (mentee < 0 || mentor < 0 || !rm_pair_is_open (pair))
        continue;
      rm_scorer_explain (self->scorer, slot.mentee, slot.mentor, &score);
      slot.score = score.total;
      slot.rule = score.rule;
      g_array_append_val (self->slots, slot);
      self->mentor_used[slot.mentor]++;
    }
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const RmSlot *first = a;
  const RmSlot *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;
  if (first->mentor != second->mentor)
    return first->mentor < second->mentor ? -1 : 1;

  return (first->pair > second->pair) - (first->pair < second->pair);
}

static void
index_slots (RmPairing *self)
{
  guint n = rm_scorer_get_n_mentees (self->scorer);
  guint at = 0;

  g_array_sort (self->slots, compare_slots);
  for (guint i = 0; i < n; i++)
    {
      self->first[i] = at;
      while (at < self->slots->len && g_array_index (self->slots, RmSlot, at).mentee == i)
        {
          int score = g_array_index (self->slots, RmSlot, at).score;

          self->total += score;
          self->lowest = at == 0 ? score : MIN (self->lowest, score);
          at++;
        }
      if (at > self->first[i])
        self->n_paired++;
    }
  self->first[n] = at;
}

static RmProofState
judge_proof (RmPairing *self,
             RmProgramme *programme)
{
  const RmProposal *proposal = rm_programme_get_proposal (programme);
  guint64 size = (guint64) rm_scorer_get_n_mentees (self->scorer)
                 * rm_scorer_get_n_mentors (self->scorer);

  int definition = proposal != NULL ? rm_proposal_get_definition (proposal) : 0;

  if (proposal == NULL)
    return RM_PROOF_NONE;
  if (size <= CHECK_LIMIT && rm_pairing_verify (programme, NULL, NULL, NULL))
    return RM_PROOF_PROVED;
  if (definition < RM_DEFINITION_VERSION)
    return RM_PROOF_EARLIER;
  if (size > CHECK_LIMIT || definition > RM_DEFINITION_VERSION)
    return RM_PROOF_UNCHECKED;

  return rm_pairing_bound_holds (programme) ? RM_PROOF_CHANGED : RM_PROOF_OUTDATED;
}

static gpointer
make (gpointer data)
{
  RmProgramme *programme = data;
  const RmProposal *proposal = rm_programme_get_proposal (programme);
  RmPairing *self = g_new0 (RmPairing, 1);

  g_atomic_ref_count_init (&self->refs);
  self->scorer = rm_scorer_get (programme);
  self->slots = g_array_new (FALSE, FALSE, sizeof (RmSlot));
  self->first = g_new0 (guint, rm_scorer_get_n_mentees (self->scorer) + 1);
  self->mentor_used = g_new0 (guint, rm_scorer_get_n_mentors (self->scorer));

  self->mentee_capacity = g_new0 (int, rm_scorer_get_n_mentees (self->scorer) + 1);
  self->mentor_capacity = g_new0 (int, rm_scorer_get_n_mentors (self->scorer) + 1);
  rm_pairing_fill_places (self->scorer, self->mentee_capacity, self->mentor_capacity);
  drop_places (self);
  add_slots (self);
  index_slots (self);
  self->proof = judge_proof (self, programme);
  if (proposal != NULL)
    {
      self->mode = proposal->mode;
      self->proposed_total = proposal->total;
    }

  return self;
}

RmPairing *
rm_pairing_get (RmProgramme *programme)
{
  return rm_derived_get (&pairings, programme, make, (gpointer (*) (gpointer)) rm_pairing_ref);
}

RmPairing *
rm_pairing_ref (RmPairing *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_pairing_unref (RmPairing *self)
{
  if (!rm_derived_drop (&pairings, rm_scorer_get_programme (self->scorer), &self->refs))
    return;

  rm_scorer_unref (self->scorer);
  g_array_unref (self->slots);
  g_free (self->first);
  g_free (self->mentor_used);
  g_free (self->mentee_capacity);
  g_free (self->mentor_capacity);
  g_free (self);
}

RmScorer *
rm_pairing_get_scorer (const RmPairing *self)
{
  return self->scorer;
}

RmProofState
rm_pairing_get_proof (const RmPairing *self)
{
  return self->proof;
}

RmMode
rm_pairing_get_mode (const RmPairing *self)
{
  return self->mode;
}

gint64
rm_pairing_get_total (const RmPairing *self)
{
  return self->total;
}

gint64
rm_pairing_get_proposed_total (const RmPairing *self)
{
  return self->proposed_total;
}

int
rm_pairing_get_lowest (const RmPairing *self)
{
  return self->lowest;
}

guint
rm_pairing_get_n_pairs (const RmPairing *self)
{
  return self->slots->len;
}

guint
rm_pairing_get_n_paired (const RmPairing *self)
{
  return self->n_paired;
}

const RmSlot *
rm_pairing_list_slots (const RmPairing *self,
                       guint mentee,
                       guint *n)
{
  g_return_val_if_fail (mentee < rm_scorer_get_n_mentees (self->scorer), NULL);

  *n = self->first[mentee + 1] - self->first[mentee];
  return &g_array_index (self->slots, RmSlot, self->first[mentee]);
}

const RmSlot *
rm_pairing_find_slot (const RmPairing *self,
                      gint64 pair)
{
  for (guint s = 0; s < self->slots->len; s++)
    if (g_array_index (self->slots, RmSlot, s).pair == pair)
      return &g_array_index (self->slots, RmSlot, s);

  return NULL;
}

guint
rm_pairing_get_mentee_places (const RmPairing *self,
                              guint mentee)
{
  return (guint) self->mentee_capacity[mentee];
}

guint
rm_pairing_get_mentee_free (const RmPairing *self,
                            guint mentee)
{
  guint used = self->first[mentee + 1] - self->first[mentee];
  guint places = (guint) self->mentee_capacity[mentee];

  return places > used ? places - used : 0;
}

guint
rm_pairing_get_mentor_places (const RmPairing *self,
                              guint mentor)
{
  return (guint) self->mentor_capacity[mentor];
}

guint
rm_pairing_get_mentor_free (const RmPairing *self,
                            guint mentor)
{
  guint places = (guint) self->mentor_capacity[mentor];

  return places > self->mentor_used[mentor] ? places - self->mentor_used[mentor] : 0;
}

static gboolean
are_paired (const RmPairing *self,
            guint mentee,
            guint mentor)
{
  guint n = 0;
  const RmSlot *slots = rm_pairing_list_slots (self, mentee, &n);

  for (guint s = 0; s < n; s++)
    if (slots[s].mentor == mentor)
      return TRUE;

  return FALSE;
}

RmPreview
rm_pairing_preview (const RmPairing *self,
                    guint mentor,
                    const RmSlot *from,
                    guint mentee,
                    const RmSlot *onto)
{
  RmPreview preview = { 0 };
  RmScore score;

  rm_scorer_explain (self->scorer, mentee, mentor, &score);
  preview.rule = score.rule;
  preview.same = are_paired (self, mentee, mentor);
  /* Nothing else is disclosed about two people who are not available. */
  if (preview.rule == RM_RULE_UNAVAILABLE || preview.rule == RM_RULE_SAME_PERSON)
    return preview;
  preview.score = score.total;
  preview.mentor_full = from == NULL && rm_pairing_get_mentor_free (self, mentor) == 0;
  preview.mentee_full = onto == NULL
                        && rm_pairing_get_mentee_free (self, mentee) == 0
                        && (from == NULL || from->mentee != mentee);
  preview.effect = score.total;
  if (from != NULL)
    preview.effect -= from->score;
  if (onto != NULL && onto != from)
    {
      preview.effect -= onto->score;
      preview.returned = rm_scorer_get_mentor (self->scorer, onto->mentor)->record.id;
    }

  return preview;
}
