/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-commands-private.h"

#include <glib/gi18n-lib.h>

/* Commands that keep two people apart. What is confidential has the label of a withdrawal, and no
 * name: an undo list is easily seen over a shoulder. */

const char *
rm_commands_label_available (void)
{
  /* Translators: an undo label, on purpose one for all of these: somebody withdraws, comes back, or
   * is kept apart from somebody in confidence */
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

/* The open pairs that two people are, whichever of them learns. */
static GArray *
list_pairs_of_two (RmProgramme *programme,
                   gint64 one,
                   gint64 other)
{
  GArray *ids = rm_command_list_pairs (programme, one);

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
delete_exclusion (RmStore *store,
                  gpointer data,
                  GError **error)
{
  return rm_store_delete (store, rm_exclusion_entity (), *(gint64 *) data, error);
}

static const RmExclusion *
find_exclusion (RmProgramme *programme,
                gint64 one,
                gint64 other)
{
  for (guint e = 0; e < rm_programme_count (programme, RM_TABLE_EXCLUSION); e++)
    {
      const RmExclusion *exclusion = rm_programme_get (programme, RM_TABLE_EXCLUSION, e);

      if ((exclusion->mentee == one && exclusion->mentor == other)
          || (exclusion->mentee == other && exclusion->mentor == one))
        return exclusion;
    }

  return NULL;
}

gint64
rm_command_find_apart (RmProgramme *programme,
                       gint64 one,
                       gint64 other)
{
  const RmExclusion *exclusion = find_exclusion (programme, one, other);

  return exclusion != NULL && exclusion->confidential != 1 ? exclusion->record.id : 0;
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
  const RmExclusion *before = NULL;
  RmExclusion *after = NULL;
  Apart apart = { NULL, FALSE, NULL };
  g_autoptr (GArray) pairs = NULL;
  g_autofree char *label = NULL;
  gboolean hidden = confidential;
  gboolean ok = FALSE;

  if (other == NULL)
    return FALSE;

  before = find_exclusion (programme, mentee, mentor);
  after = before != NULL ? rm_record_copy (before) : rm_record_new (rm_exclusion_entity ());
  hidden = hidden || (before != NULL && before->confidential == 1);
  if (before == NULL)
    {
      after->mentee = mentee;
      after->mentor = mentor;
    }
  after->confidential = confidential != FALSE;
  rm_record_set_text (after, rm_entity_find_field (rm_exclusion_entity (), "reason"), reason);
  label = hidden ? g_strdup (rm_commands_label_available ())
                 /* Translators: an undo label; two names */
                 : g_strdup_printf (_ ("Keep %s and %s apart"), rm_person_display_name (one),
                                    rm_person_display_name (other));
  pairs = confidential ? g_array_new (FALSE, FALSE, sizeof (gint64))
                       : list_pairs_of_two (programme, mentee, mentor);
  apart = (Apart) { after, before == NULL, pairs };
  ok = rm_session_edit (session, label, write_apart, &apart, error);
  rm_record_unref (after);

  return ok;
}

static const char *
name_of (RmProgramme *programme,
         gint64 id)
{
  const RmPerson *person = rm_programme_find_person (programme, id);

  return person != NULL ? rm_person_display_name (person) : "?";
}

gboolean
rm_command_let_together (RmSession *session,
                         gint64 id,
                         GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  const RmExclusion *exclusion = rm_programme_find (programme, RM_TABLE_EXCLUSION, id);
  g_autofree char *label = NULL;

  if (exclusion == NULL)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                           _ ("The two are not kept apart any more"));
      return FALSE;
    }

  label = exclusion->confidential == 1
            ? g_strdup (rm_commands_label_available ())
            /* Translators: an undo label; two names */
            : g_strdup_printf (_ ("Let %s and %s be paired"), name_of (programme, exclusion->mentee),
                               name_of (programme, exclusion->mentor));

  return rm_session_edit (session, label, delete_exclusion, &id, error);
}
