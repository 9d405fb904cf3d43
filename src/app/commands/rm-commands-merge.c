/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-many.h"

#include "app/commands/rm-commands-private.h"
#include "app/queries/rm-surplus-pairs.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Merges two records of one person. Each may have had an open pair, and the merged person has a
 * limited number of places: pairs of the one who goes end if no place is left. They stay in the
 * file with the reason. */

typedef struct
{
  gint64 from;
  RmPerson *merged;
  GPtrArray *ended;  /* of RmPair, as changed */
} Merge;

/* Keeps the pair's earlier note when it ends. */
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
  g_autoptr (GArray) ids = rm_surplus_pairs_list (programme, merged, from);
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
         && rm_store_merge (store, rm_person_entity (), merge->from, into, error);
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
