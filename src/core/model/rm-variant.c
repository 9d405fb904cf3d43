/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-variant.h"

#include "core/base/rm-fold.h"

/* A programme as it was, or with some of its people, for comparisons. */

static RmPerson *
copy_person (const RmPerson *person)
{
  RmPerson *copy = rm_record_copy (person);

  rm_person_take_standings (copy,
                            g_memdup2 (person->standings,
                                       person->n_standings * sizeof (RmStanding)),
                            person->n_standings);
  rm_person_update_folded (copy);

  return copy;
}

static RmProgramme *
take_people (RmProgramme *self,
             GPtrArray *people)
{
  GPtrArray *changed[RM_N_TABLES] = { NULL };
  RmProgramme *programme = NULL;

  changed[RM_TABLE_PERSON] = people;
  programme = rm_programme_new_changed (self, NULL, changed, NULL);
  g_ptr_array_unref (people);

  return programme;
}

static int
compare_ratings (gconstpointer a,
                 gconstpointer b)
{
  const RmRating *first = *(const RmRating *const *) a;
  const RmRating *second = *(const RmRating *const *) b;

  if (first->person != second->person)
    return first->person < second->person ? -1 : 1;
  if (first->skill != second->skill)
    return first->skill < second->skill ? -1 : 1;

  return (first->record.id > second->record.id) - (first->record.id < second->record.id);
}

static GPtrArray *
list_until (GPtrArray *ratings,
            const char *day)
{
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = 0; i < ratings->len; i++)
    {
      const RmRating *rating = g_ptr_array_index (ratings, i);

      if (rating->rated_on == NULL || g_strcmp0 (rating->rated_on, day) <= 0)
        g_ptr_array_add (known, (gpointer) rating);
    }
  g_ptr_array_sort (known, compare_ratings);

  return known;
}

/* Standings of the person whose ratings begin at @first; moves @first past them. */
static GArray *
resolve_person (GPtrArray *ratings,
                gint64 person,
                guint *first)
{
  GArray *standings = g_array_new (FALSE, FALSE, sizeof (RmStanding));

  while (*first < ratings->len
         && ((const RmRating *) g_ptr_array_index (ratings, *first))->person < person)
    (*first)++;
  while (*first < ratings->len)
    {
      const RmRating *rating = g_ptr_array_index (ratings, *first);
      RmStanding standing = { 0 };
      guint n = 0;

      if (rating->person != person)
        break;
      while (*first + n < ratings->len)
        {
          const RmRating *next = g_ptr_array_index (ratings, *first + n);

          if (next->person != person || next->skill != rating->skill)
            break;
          n++;
        }
      standing = rm_standing_resolve ((const RmRating *const *) ratings->pdata + *first, n);
      g_array_append_val (standings, standing);
      *first += n;
    }

  return standings;
}

RmProgramme *
rm_programme_new_on_day (RmProgramme *self,
                         GPtrArray *ratings,
                         const char *day)
{
  g_autoptr (GPtrArray) known = list_until (ratings, day);
  GPtrArray *people = g_ptr_array_new_with_free_func (rm_record_unref);
  guint first = 0;

  for (guint i = 0; i < rm_programme_count (self, RM_TABLE_PERSON); i++)
    {
      RmPerson *person = copy_person (rm_programme_get_person (self, i));
      GArray *standings = resolve_person (known, person->record.id, &first);
      guint n = standings->len;

      rm_person_take_standings (person, (RmStanding *) (gpointer) g_array_free (standings, FALSE),
                                n);
      g_ptr_array_add (people, person);
    }

  return take_people (self, people);
}

RmProgramme *
rm_programme_new_with_cohort (RmProgramme *self,
                              const char *cohort)
{
  g_autofree char *wanted = rm_fold (cohort);
  GPtrArray *people = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint i = 0; i < rm_programme_count (self, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (self, i);
      g_autofree char *own = rm_fold (person->cohort);
      RmPerson *outside = NULL;

      if (!rm_person_is_mentee (person) || g_str_equal (own, wanted))
        continue;
      outside = copy_person (person);
      outside->side = rm_person_is_mentor (person) ? RM_SIDE_MENTOR : RM_SIDE_NONE;
      g_ptr_array_add (people, outside);
    }

  return take_people (self, people);
}
