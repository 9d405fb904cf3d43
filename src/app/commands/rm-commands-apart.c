/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-private.h"
#include "app/queries/rm-apart.h"
#include "app/queries/rm-programme-query.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands that keep two people apart. Confidential exclusions and those without a reason look the
 * same to everybody: both end the pair, and both have the label of a withdrawal and no name, since
 * an undo list is easily seen over a shoulder. */

const char *
rm_commands_label_available (void)
{
  /* Translators: an undo label, on purpose one for all of these: somebody withdraws, comes back, is
   * kept apart from somebody in confidence or without a reason, or may be paired with them again */
  return _ ("Change who is available to pair");
}

typedef struct
{
  RmExclusion *exclusion;
  gboolean is_new;
  GArray *pairs;  /* ids of those that end */
} Apart;

static gboolean
write_apart (RmStore *store,
             gpointer data,
             GError **error)
{
  const Apart *apart = data;

  for (guint k = 0; k < apart->pairs->len; k++)
    if (!rm_store_delete (store, rm_pair_entity (), g_array_index (apart->pairs, gint64, k), error))
      return FALSE;

  return apart->is_new ? rm_store_insert (store, apart->exclusion, error)
                       : rm_store_update (store, apart->exclusion, error);
}

/* The open pairs of two people, whichever of them learns. */
static GArray *
list_pairs_of_two (RmProgramme *programme,
                   gint64 one,
                   gint64 other)
{
  GArray *ids = rm_programme_query_list_pairs (programme, one);

  for (guint k = ids->len; k > 0; k--)
    {
      const RmPair *pair
        = rm_programme_find (programme, RM_TABLE_PAIR, g_array_index (ids, gint64, k - 1));

      if (pair->mentee != other && pair->mentor != other)
        g_array_remove_index (ids, k - 1);
    }

  return ids;
}

static gboolean
delete_exclusions (RmStore *store,
                   gpointer data,
                   GError **error)
{
  const GPtrArray *list = data;

  for (guint k = 0; k < list->len; k++)
    {
      const RmExclusion *exclusion = g_ptr_array_index (list, k);

      if (!rm_store_delete (store, rm_exclusion_entity (), exclusion->record.id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
rm_command_keep_apart (RmSession *session,
                       gint64 mentee,
                       gint64 mentor,
                       gboolean confidential,
                       const char *reason,
                       GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  const RmPerson *one = rm_commands_require (session, RM_TABLE_PERSON, mentee, error);
  const RmPerson *other
    = one != NULL ? rm_commands_require (session, RM_TABLE_PERSON, mentor, error) : NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autofree char *label = NULL;
  RmExclusion *after = NULL;
  Apart apart = { NULL, FALSE, NULL };
  gboolean ok = FALSE;

  if (other == NULL)
    return FALSE;
  if (one == other)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                           _ ("Nobody can be kept apart from themselves"));
      return FALSE;
    }

  before = rm_apart_list (programme, mentee, mentor);
  pairs = list_pairs_of_two (programme, mentee, mentor);
  after = before->len > 0 ? rm_record_copy (g_ptr_array_index (before, 0))
                          : rm_record_new (rm_exclusion_entity ());
  if (before->len == 0)
    {
      after->mentee = mentee;
      after->mentor = mentor;
    }
  after->confidential = confidential != FALSE;
  rm_record_set_text (after, rm_entity_find_field (rm_exclusion_entity (), "reason"), reason);
  label = rm_exclusion_is_told (after)
            /* Translators: an undo label; two names */
            ? rm_sentence_new (_ ("Keep %s and %s apart"), rm_person_display_name (one),
                               rm_person_display_name (other))
            : g_strdup (rm_commands_label_available ());
  apart = (Apart) { after, before->len == 0, pairs };
  ok = rm_session_edit (session, label, write_apart, &apart, error);
  rm_record_unref (after);

  return ok;
}

gboolean
rm_command_let_together (RmSession *session,
                         gint64 one,
                         gint64 other,
                         GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  const RmPerson *first = rm_commands_require (session, RM_TABLE_PERSON, one, error);
  const RmPerson *second
    = first != NULL ? rm_commands_require (session, RM_TABLE_PERSON, other, error) : NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *label = NULL;
  gboolean told = FALSE;

  if (second == NULL)
    return FALSE;

  list = rm_apart_list (programme, one, other);
  if (list->len == 0)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                           _ ("These two are no longer kept apart"));
      return FALSE;
    }

  for (guint k = 0; k < list->len; k++)
    told = told || rm_exclusion_is_told (g_ptr_array_index (list, k));
  label = told ? /* Translators: an undo label; two names */
                 rm_sentence_new (_ ("Let %s and %s be paired"), rm_person_display_name (first),
                                  rm_person_display_name (second))
               : g_strdup (rm_commands_label_available ());

  return rm_session_edit (session, label, delete_exclusions, list, error);
}
