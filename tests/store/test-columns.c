/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-schema.h"
#include "store/rm-store-programme.h"

static RmDb *
new_document (void)
{
  g_autoptr (GError) error = NULL;
  RmDb *db = rm_db_open (":memory:", TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (rm_schema_create (db, &error));

  return db;
}

/* Every field has its column, and every column a field; fields that may be blank have columns that
 * may be NULL. */
static void
check_columns (RmDb *db,
               const RmEntity *entity)
{
  g_autoptr (RmQuery) query = rm_db_query (db,
                                           "SELECT name, \"notnull\" FROM pragma_table_info (?1) "
                                           "ORDER BY cid LIMIT -1 OFFSET 1",
                                           "list", NULL);
  gboolean row = FALSE;
  guint n = 0;

  rm_query_bind_text (query, 1, entity->name);
  while (rm_query_step (query, &row, NULL) && row)
    {
      const RmField *field = rm_entity_find_field (entity, rm_query_get_text (query, 0));

      g_assert_nonnull (field);
      g_assert_cmpint (rm_field_may_be_blank (field), ==, !rm_query_get_int64 (query, 1));
      n++;
    }
  g_assert_cmpuint (n, ==, entity->n_fields);
}

static void
test_columns (void)
{
  g_autoptr (RmDb) db = new_document ();

  check_columns (db, rm_settings_entity ());
  for (guint t = 0; t < RM_N_TABLES; t++)
    check_columns (db, rm_table_get_entity (t));
}

static guint
count_references (const RmEntity *entity)
{
  guint n = 0;

  for (guint f = 0; f < entity->n_fields; f++)
    n += entity->fields[f].type == RM_FIELD_REFERENCE;

  return n;
}

/* A foreign key of the schema whose field has no rule would be forgotten when its owner goes. */
static void
test_foreign_keys (void)
{
  g_autoptr (RmDb) db = new_document ();
  g_autoptr (RmQuery) query = rm_db_query (db,
                                           "SELECT t.name, k.\"from\", k.\"table\" "
                                           "FROM sqlite_schema AS t, "
                                           "pragma_foreign_key_list (t.name) AS k "
                                           "WHERE t.type = 'table'",
                                           "list", NULL);
  gboolean row = FALSE;
  guint expected = 0;
  guint n = 0;

  for (guint t = 0; t < RM_N_TABLES; t++)
    expected += count_references (rm_table_get_entity (t));
  while (rm_query_step (query, &row, NULL) && row)
    {
      RmTable table = rm_table_find (rm_query_get_text (query, 0));
      const RmField *field = NULL;

      g_assert_cmpint (table, <, RM_N_TABLES);
      field = rm_entity_find_field (rm_table_get_entity (table), rm_query_get_text (query, 1));
      g_assert_nonnull (field);
      g_assert_cmpint (field->type, ==, RM_FIELD_REFERENCE);
      g_assert_cmpstr (field->refers, ==, rm_query_get_text (query, 2));
      g_assert_cmpint (field->gone, !=, RM_GONE_UNSAID);
      n++;
    }
  g_assert_cmpuint (n, ==, expected);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/columns/fields", test_columns);
  g_test_add_func ("/store/columns/foreign-keys", test_foreign_keys);
  return g_test_run ();
}
