/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-score-private.h"

/* Reporting lines as they come out of personnel files: they may end at somebody who is not in the
 * programme, or run in a circle. Neither may hang a walk, and neither passes in silence. */

static gboolean
contains (const gint64 *ids,
          guint n,
          gint64 id)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;

  return FALSE;
}

/* The walk ends where it would meet somebody twice, so a circle costs no more than its length. */
gint64 *
rm_line_list_above (const RmProgramme *programme,
                    const RmPerson *person,
                    int levels,
                    guint *n)
{
  g_autoptr (GArray) above = NULL;
  const RmPerson *at = person;

  *n = 0;
  if (levels <= 0 || person->manager == 0)
    return NULL;

  above = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int i = 0; i < levels && at != NULL && at->manager != 0; i++)
    {
      gint64 manager = at->manager;

      if (manager == person->record.id
          || contains ((const gint64 *) (gpointer) above->data, above->len, manager))
        break;
      g_array_append_val (above, manager);
      at = rm_programme_find_person (programme, manager);
    }
  *n = above->len;

  return (gint64 *) (gpointer) g_array_free (g_steal_pointer (&above), FALSE);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return rm_person_compare (*(const RmPerson *const *) a, *(const RmPerson *const *) b);
}

static gboolean
is_manager_missing (const RmProgramme *programme,
                    const RmPerson *person)
{
  if (person->manager == 0)
    return person->manager_ref != NULL;

  return rm_programme_find_person (programme, person->manager) == NULL;
}

/* @seen says in which walk a person was met. Meeting one of this very walk closes a circle; one of
 * an earlier walk was dealt with then. */
static const RmPerson *
find_cycle (const RmProgramme *programme,
            const RmPerson *start,
            GHashTable *seen,
            guint walk)
{
  const RmPerson *at = start;
  const RmPerson *first = NULL;

  while (at != NULL && g_hash_table_lookup (seen, at) == NULL)
    {
      g_hash_table_insert (seen, (gpointer) at, GUINT_TO_POINTER (walk));
      at = at->manager != 0 ? rm_programme_find_person (programme, at->manager) : NULL;
    }
  if (at == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (seen, at)) != walk)
    return NULL;

  first = at;
  for (const RmPerson *next = rm_programme_find_person (programme, at->manager); next != at;
       next = rm_programme_find_person (programme, next->manager))
    if (rm_person_compare (next, first) < 0)
      first = next;

  return first;
}

static void
append_people (GArray *notices,
               RmNoticeType type,
               GPtrArray *people)
{
  g_ptr_array_sort (people, compare_people);
  for (guint i = 0; i < people->len; i++)
    {
      const RmPerson *person = g_ptr_array_index (people, i);
      RmNotice notice = { .type = type, .person = person->record.id };

      g_array_append_val (notices, notice);
    }
}

void
rm_line_append_notices (const RmProgramme *programme,
                        GArray *notices)
{
  g_autoptr (GPtrArray) cycles = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = rm_programme_count (programme, RM_TABLE_PERSON);

  for (guint i = 0; i < n; i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      const RmPerson *cycle = find_cycle (programme, person, seen, i + 1);

      if (cycle != NULL)
        g_ptr_array_add (cycles, (gpointer) cycle);
      if (is_manager_missing (programme, person))
        g_ptr_array_add (missing, (gpointer) person);
    }
  append_people (notices, RM_NOTICE_LINE_CYCLE, cycles);
  append_people (notices, RM_NOTICE_MANAGER_MISSING, missing);
}
