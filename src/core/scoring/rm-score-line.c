/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-id-map-private.h"
#include "core/scoring/rm-score-private.h"

/* Reporting lines from personnel files: they may end at somebody who is not in the programme, or
 * run in a circle. Neither may hang a walk, and both are reported. */

/* The number of a manager who is not in the programme. */
#define MISSING G_MAXUINT32

static gboolean
is_manager_missing (const RmProgramme *programme,
                    const RmPerson *person)
{
  if (person->manager == 0)
    return person->manager_ref != NULL;

  return rm_programme_find_person (programme, person->manager) == NULL;
}

/* Returns (transfer full) the number of each person's manager, by number: people count from 1, 0 is
 * nobody, and %MISSING somebody who is not in the programme. */
guint32 *
rm_line_list_managers (const RmProgramme *programme)
{
  guint n = rm_programme_count (programme, RM_TABLE_PERSON);
  g_autoptr (RmIdMap) numbers = rm_id_map_new (n);
  guint32 *managers = g_new0 (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    rm_id_map_add (numbers, rm_programme_get_person (programme, i)->record.id);
  for (guint i = 0; i < n; i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (person->manager != 0)
        managers[i + 1] = rm_id_map_find (numbers, person->manager);
      if (managers[i + 1] == 0 && is_manager_missing (programme, person))
        managers[i + 1] = MISSING;
    }

  return managers;
}

static gboolean
contains (const guint32 *numbers,
          guint n,
          guint32 number)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i] == number)
      return TRUE;

  return FALSE;
}

/* Fills @above with at most @levels managers and returns how many; @unknown says whether a manager
 * among these levels is missing. The walk ends before meeting anybody twice, so a circle costs no
 * more than its length. */
guint
rm_line_walk (const guint32 *managers,
              guint32 person,
              guint levels,
              guint32 *above,
              gboolean *unknown)
{
  guint n = 0;

  *unknown = FALSE;
  for (guint32 at = managers[person]; n < levels && at != 0; at = managers[at])
    {
      if (at == MISSING)
        {
          *unknown = TRUE;
          break;
        }
      if (at == person || contains (above, n, at))
        break;
      above[n++] = at;
    }

  return n;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return rm_person_compare (*(const RmPerson *const *) a, *(const RmPerson *const *) b);
}

/* @seen holds the walk in which a person was met. Meeting a person of the same walk closes a
 *   circle; one of an earlier walk has been handled. */
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
