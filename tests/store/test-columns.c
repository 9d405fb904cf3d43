/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-schema.h"
#include "store/rm-store-programme.h"

/* Every field of every entity has its column, and no column is without a field; what may be blank
 * in one may be NULL in the other. */
static void
test_columns (void)
{
  const RmEntity *entities[] = { rm_settings_entity (), rm_person_entity (), rm_skill_entity (),
                                 rm_rating_entity (), rm_pair_entity (), rm_exclusion_entity (),
                                 rm_acquaintance_entity (), rm_scenario_entity (),
                                 rm_cohort_entity (), rm_seniority_entity (),
                                 rm_role_profile_entity (), rm_role_need_entity (),
                                 rm_nomination_entity (), rm_consent_purpose_entity (),
                                 rm_consent_entity () };
  g_autoptr (GError) error = NULL;
  g_autoptr (RmDb) db = rm_db_open (":memory:", TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (rm_schema_create (db, &error));
  for (gsize e = 0; e < G_N_ELEMENTS (entities); e++)
    {
      g_autoptr (RmQuery) query = rm_db_query (db,
                                               "SELECT name, \"notnull\" FROM pragma_table_info (?1) "
                                               "ORDER BY cid LIMIT -1 OFFSET 1",
                                               "list", NULL);
      gboolean row = FALSE;
      guint n = 0;

      rm_query_bind_text (query, 1, entities[e]->name);
      while (rm_query_step (query, &row, NULL) && row)
        {
          const RmField *field = rm_entity_find_field (entities[e], rm_query_get_text (query, 0));

          g_assert_nonnull (field);
          g_assert_cmpint (rm_field_may_be_blank (field), ==, !rm_query_get_int64 (query, 1));
          n++;
        }
      g_assert_cmpuint (n, ==, entities[e]->n_fields);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/columns", test_columns);
  return g_test_run ();
}
