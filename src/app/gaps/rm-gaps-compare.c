/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gaps-compare.h"

#include "core/base/rm-fold.h"
#include "store/rm-store.h"

/* Programmes to compare skill gaps with. */

RmProgramme *
rm_gaps_compare_date (RmDocument *document,
                      RmProgramme *programme,
                      const char *day,
                      GError **error)
{
  g_autoptr (RmStore) store = rm_document_open_worker (document, error);
  g_autoptr (GPtrArray) ratings = NULL;

  if (store != NULL)
    ratings = rm_store_load_records (store, rm_rating_entity (), NULL, 0, error);
  if (ratings == NULL)
    return NULL;

  return rm_programme_new_on_day (programme, ratings, day);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
rm_gaps_list_cohorts (RmProgramme *programme)
{
  GPtrArray *cohorts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      g_autofree char *folded = rm_fold (person->cohort);

      if (!rm_person_is_mentee (person) || *folded == '\0')
        continue;
      if (g_hash_table_add (seen, g_steal_pointer (&folded)))
        g_ptr_array_add (cohorts, g_strdup (person->cohort));
    }
  g_ptr_array_sort (cohorts, compare_names);

  return cohorts;
}
