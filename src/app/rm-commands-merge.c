/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-commands-many.h"

#include "app/rm-commands-private.h"
#include "core/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Two records of one person become one. Each may have had an open pair, and one person has no more
 * places than they have: of the one who goes, the pairs for which none is left end. They stay in the
 * file with the reason. */

typedef struct
{
  gint64 from;
  RmPerson *merged;
  GPtrArray *ended;  /* of RmPair, as they should be */
} Merge;

static RmOwned
find_pairs (RmProgramme *programme,
            gint64 person,
            gboolean as_mentee)
{
  return rm_programme_find_owned (programme, RM_TABLE_PAIR, as_mentee ? "mentee" : "mentor",
                                  person);
}

/* The one on the other side of a pair that a person has as a mentee, or as a mentor; 0 for none. */
static gint64
partner_of (const RmPair *pair,
            gboolean as_mentee)
{
  if (!rm_pair_is_open (pair))
    return 0;

  return as_mentee ? pair->mentor : pair->mentee;
}

/* Whom one has as partners already; to have them twice is to have them once. */
static GHashTable *
list_partners (RmProgramme *programme,
               gint64 person,
               gboolean as_mentee)
{
  GHashTable *partners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  RmOwned owned = find_pairs (programme, person, as_mentee);

  for (guint k = 0; k < owned.n; k++)
    {
      gint64 partner = partner_of (rm_owned_get (&owned, k), as_mentee);

      if (partner != 0)
        g_hash_table_add (partners, g_memdup2 (&partner, sizeof partner));
    }

  return partners;
}

/* What is promised first, then what has come furthest. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const RmPair *first = *(const RmPair *const *) a;
  const RmPair *second = *(const RmPair *const *) b;

  if (first->locked != second->locked)
    return second->locked - first->locked;
  if (first->state != second->state)
    return second->state - first->state;

  return (first->record.id > second->record.id) - (first->record.id < second->record.id);
}

/* On one side, the pairs of @from for which @merged has no place beside the own ones. */
static void
add_surplus (RmProgramme *programme,
             const RmPerson *merged,
             gint64 from,
             gboolean as_mentee,
             GArray *ids)
{
  gint64 into = merged->record.id;
  RmOwned owned = find_pairs (programme, from, as_mentee);
  g_autoptr (GHashTable) partners = list_partners (programme, into, as_mentee);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  gboolean takes_part = as_mentee ? rm_person_is_mentee (merged) : rm_person_is_mentor (merged);
  int places = as_mentee ? merged->mentee_capacity : merged->mentor_capacity;
  guint used = 0;

  g_hash_table_remove (partners, &from);
  used = g_hash_table_size (partners);
  for (guint k = 0; k < owned.n; k++)
    {
      gpointer pair = rm_owned_get (&owned, k);
      gint64 partner = partner_of (pair, as_mentee);

      if (partner != 0 && partner != into && !g_hash_table_contains (partners, &partner))
        g_ptr_array_add (pairs, pair);
    }

  g_ptr_array_sort (pairs, compare_pairs);
  for (guint k = 0; k < pairs->len; k++)
    {
      const RmPair *pair = g_ptr_array_index (pairs, k);

      if (!takes_part || (int) (used + k) >= places)
        g_array_append_val (ids, pair->record.id);
    }
}

GArray *
rm_command_list_surplus_pairs (RmProgramme *programme,
                               const RmPerson *merged,
                               gint64 from)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_surplus (programme, merged, from, TRUE, ids);
  add_surplus (programme, merged, from, FALSE, ids);

  return ids;
}

/* What was noted about the pair is not lost by its end. */
static char *
describe_end (const RmPair *pair,
              const RmPerson *merged)
{
  /* Translators: why a pair ended; %s is a person's name */
  g_autofree char *why = g_strdup_printf (_ ("No place was left when two records of %s "
                                             "were merged"),
                                          rm_person_display_name (merged));

  return pair->reason != NULL ? g_strdup_printf ("%s; %s", pair->reason, why)
                              : g_steal_pointer (&why);
}

static GPtrArray *
end_surplus (RmProgramme *programme,
             const RmPerson *merged,
             gint64 from)
{
  g_autoptr (GArray) ids = rm_command_list_surplus_pairs (programme, merged, from);
  GPtrArray *ended = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint k = 0; k < ids->len; k++)
    {
      const RmPair *before
        = rm_programme_find (programme, RM_TABLE_PAIR, g_array_index (ids, gint64, k));
      RmPair *after = rm_record_copy (before);

      after->state = RM_PAIR_ENDED;
      after->locked = 0;
      g_free (after->reason);
      after->reason = describe_end (before, merged);
      g_ptr_array_add (ended, after);
    }

  return ended;
}

static gboolean
write_merge (RmStore *store,
             gpointer data,
             GError **error)
{
  const Merge *merge = data;
  gint64 into = merge->merged->record.id;

  return rm_commands_update_records (store, merge->ended, error)
         && rm_commands_put_ratings_below (store, "person", merge->from, into, error)
         && rm_store_update (store, merge->merged, error)
         && rm_store_merge_person (store, merge->from, into, error);
}

gboolean
rm_command_merge_people (RmSession *session,
                         gint64 into,
                         gint64 from,
                         RmPerson *merged,
                         GError **error)
{
  Merge merge = { from, merged, NULL };
  g_autoptr (GPtrArray) ended = NULL;
  g_autofree char *label = NULL;

  if (rm_commands_require (session, RM_TABLE_PERSON, into, error) == NULL
      || rm_commands_require (session, RM_TABLE_PERSON, from, error) == NULL)
    return FALSE;
  if (into == from)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                           _ ("Two people are needed to make one of them"));
      return FALSE;
    }

  merged->record.id = into;
  if (merged->manager == into || merged->manager == from)
    merged->manager = 0;
  rm_commands_settle_person (merged, NULL);
  merge.ended = ended = end_surplus (rm_session_get_programme (session), merged, from);
  /* Translators: an undo label; %s is a person's name */
  label = rm_sentence_new (_ ("Merge two records of %s"), rm_person_display_name (merged));
  return rm_session_edit (session, label, write_merge, &merge, error);
}
