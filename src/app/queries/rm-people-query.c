/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-people-query.h"

#include "core/base/rm-fold.h"

#include <stdlib.h>
#include <string.h>

/* Of 5. */
#define EAGER 4

/* The limits between bands of tenure. */
#define NEW_YEARS 2
#define LONG_YEARS 10

/* Selects and sorts the people to show. Search is folded text in memory: nobody has to type the ø
 * of Bjørn. */

typedef struct
{
  guint index;
  const RmPerson *person;
  char *key; /* collation key of the sort field, or NULL for blank */
  int number;
} Entry;

RmPeopleQuery *
rm_people_query_new (void)
{
  RmPeopleQuery *self = g_new0 (RmPeopleQuery, 1);

  self->side = RM_UNKNOWN;
  return self;
}

RmPeopleQuery *
rm_people_query_copy (const RmPeopleQuery *self)
{
  RmPeopleQuery *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  copy->department = g_strdup (self->department);
  copy->joined_from = g_strdup (self->joined_from);
  copy->joined_before = g_strdup (self->joined_before);
  copy->only = g_memdup2 (self->only, self->n_only * sizeof (gint64));
  return copy;
}

void
rm_people_query_free (RmPeopleQuery *self)
{
  g_free (self->search);
  g_free (self->department);
  g_free (self->joined_from);
  g_free (self->joined_before);
  g_free (self->only);
  g_free (self);
}

/* ISO dates compare as texts, even a 29 February that does not exist. */
static char *
years_before (int years,
              int year,
              int month,
              int day)
{
  return g_strdup_printf ("%04d-%02d-%02d", year - years, month, day);
}

void
rm_people_query_set_tenure (RmPeopleQuery *self,
                            RmTenure tenure,
                            int year,
                            int month,
                            int day)
{
  g_clear_pointer (&self->joined_from, g_free);
  g_clear_pointer (&self->joined_before, g_free);
  if (tenure == RM_TENURE_NEW)
    self->joined_from = years_before (NEW_YEARS, year, month, day);
  if (tenure == RM_TENURE_SOME)
    {
      self->joined_from = years_before (LONG_YEARS, year, month, day);
      self->joined_before = years_before (NEW_YEARS, year, month, day);
    }
  if (tenure == RM_TENURE_LONG)
    self->joined_before = years_before (LONG_YEARS, year, month, day);
}

static gboolean
has_tenure (const RmPeopleQuery *self,
            const RmPerson *person)
{
  if (self->joined_from == NULL && self->joined_before == NULL)
    return TRUE;

  return person->joined != NULL
         && (self->joined_from == NULL || strcmp (person->joined, self->joined_from) >= 0)
         && (self->joined_before == NULL || strcmp (person->joined, self->joined_before) < 0);
}

static gboolean
has_rating (const RmPerson *person)
{
  for (guint i = 0; i < person->n_standings; i++)
    if (person->standings[i].level >= 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_on_side (const RmPerson *person,
            int side)
{
  if (side == RM_SIDE_MENTEE)
    return rm_person_is_mentee (person);
  if (side == RM_SIDE_MENTOR)
    return rm_person_is_mentor (person);

  return person->side == side;
}

static gboolean
is_wanted (const RmPeopleQuery *self,
           const RmPerson *person,
           GArray *alike,
           GStrv words)
{
  if (self->only != NULL
      && bsearch (&person->record.id, self->only, self->n_only, sizeof (gint64), rm_id_compare)
           == NULL)
    return FALSE;
  if (self->side != RM_UNKNOWN && !is_on_side (person, self->side))
    return FALSE;
  if (self->department != NULL && g_strcmp0 (person->department, self->department) != 0)
    return FALSE;
  if (!has_tenure (self, person))
    return FALSE;
  if (self->unrated && has_rating (person))
    return FALSE;
  if (self->unasked && !rm_person_is_unasked (person))
    return FALSE;
  if (self->eager && person->aspiration < EAGER && person->eagerness < EAGER)
    return FALSE;
  if (alike != NULL && !g_array_binary_search (alike, &person->record.id, rm_id_compare, NULL))
    return FALSE;

  return rm_person_matches (person, (const char *const *) words);
}

static void
fill_key (const RmPeopleQuery *self,
          Entry *entry)
{
  const RmPerson *person = entry->person;
  const char *text = NULL;

  switch (self->sort)
    {
    case RM_PEOPLE_SORT_NAME:
      text = person->name;
      break;
    case RM_PEOPLE_SORT_DEPARTMENT:
      text = person->department;
      break;
    case RM_PEOPLE_SORT_LEVEL:
      entry->number = person->level;
      return;
    case RM_PEOPLE_SORT_SIDE:
      entry->number = person->side;
      return;
    case RM_PEOPLE_SORT_STATE:
    default:
      entry->number = person->state;
      return;
    }

  entry->key = text != NULL ? g_utf8_collate_key (text, -1) : NULL;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const RmPeopleQuery *query = data;
  const Entry *first = a;
  const Entry *second = b;
  int order = 0;

  if (query->sort == RM_PEOPLE_SORT_NAME || query->sort == RM_PEOPLE_SORT_DEPARTMENT)
    {
      if (first->key == NULL || second->key == NULL)
        return (first->key == NULL) - (second->key == NULL);
      order = strcmp (first->key, second->key);
    }
  else
    {
      if (first->number == RM_UNKNOWN || second->number == RM_UNKNOWN)
        return (first->number == RM_UNKNOWN) - (second->number == RM_UNKNOWN);
      order = (first->number > second->number) - (first->number < second->number);
    }

  if (order != 0)
    return query->descending ? -order : order;

  return rm_person_compare (first->person, second->person);
}

static void
note_alike (GHashTable *seen,
            const char *prefix,
            const char *text,
            gint64 id,
            gint64 *like)
{
  g_autofree char *folded = rm_fold (text);
  gint64 *first = NULL;
  char *key = NULL;

  if (*folded == '\0')
    return;

  key = g_strconcat (prefix, folded, NULL);
  first = g_hash_table_lookup (seen, key);
  if (first == NULL)
    g_hash_table_insert (seen, key, g_memdup2 (&id, sizeof id));
  else
    {
      *like = *first;
      g_free (key);
    }
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return rm_person_compare (*(const RmPerson *const *) a, *(const RmPerson *const *) b);
}

GArray *
rm_people_list_alike (RmProgramme *programme)
{
  GArray *alike = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = rm_programme_count (programme, RM_TABLE_PERSON);
  g_autoptr (GPtrArray) people = g_ptr_array_sized_new (n);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint k = 0; k < n; k++)
    g_ptr_array_add (people, (gpointer) rm_programme_get_person (programme, k));
  g_ptr_array_sort (people, compare_people);
  for (guint k = 0; k < n; k++)
    {
      const RmPerson *person = g_ptr_array_index (people, k);
      gint64 like = 0;

      note_alike (seen, "name ", person->name, person->record.id, &like);
      note_alike (seen, "mail ", person->email, person->record.id, &like);
      note_alike (seen, "number ", person->staff_no, person->record.id, &like);
      if (like != 0)
        {
          g_array_append_val (alike, like);
          g_array_append_val (alike, person->record.id);
        }
    }

  return alike;
}

GArray *
rm_people_query_run (const RmPeopleQuery *self,
                     RmProgramme *programme)
{
  g_autofree char *folded = rm_fold (self->search);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) alike = self->alike ? rm_people_list_alike (programme) : NULL;
  GArray *result = g_array_new (FALSE, FALSE, sizeof (guint));

  if (alike != NULL)
    g_array_sort (alike, rm_id_compare);
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      Entry entry = { i, rm_programme_get_person (programme, i), NULL, 0 };

      if (!is_wanted (self, entry.person, alike, words))
        continue;
      fill_key (self, &entry);
      g_array_append_val (entries, entry);
    }

  g_array_sort_with_data (entries, compare_entries, (gpointer) self);
  for (guint i = 0; i < entries->len; i++)
    {
      g_array_append_val (result, g_array_index (entries, Entry, i).index);
      g_free (g_array_index (entries, Entry, i).key);
    }

  return result;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GStrv
rm_people_list_departments (RmProgramme *programme)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (person->department != NULL && g_hash_table_add (seen, person->department))
        g_ptr_array_add (names, g_strdup (person->department));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (names, FALSE);
}
