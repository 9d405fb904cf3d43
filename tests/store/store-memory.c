/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-memory.h"

#include "core/model/rm-table.h"
#include "store/rm-schema.h"

RmStore *
new_store (const char *image_dir)
{
  g_autoptr (GError) error = NULL;
  RmDb *db = rm_db_open (":memory:", TRUE, &error);
  RmStore *store = NULL;

  g_assert_no_error (error);
  rm_schema_create (db, &error);
  g_assert_no_error (error);
  rm_db_exec (db,
              "INSERT INTO programme VALUES (1, 'Test', NULL, NULL, NULL, NULL, NULL, 'people', "
              "40, 15, 15, 5, 5, 5, 5, 5, 5, 2, 1, 1, 0, 0, NULL, 1, 1, 0, 0, 0, 0, 60, 0, 0)",
              "fill", &error);
  g_assert_no_error (error);
  store = rm_store_new (db, image_dir, &error);
  g_assert_no_error (error);
  rm_store_load_history (store, &error);
  g_assert_no_error (error);
  return store;
}

char *
dump_store (RmStore *store)
{
  const char *tables[RM_N_TABLES + 1] = { "programme" };
  GString *out = g_string_new (NULL);

  for (guint t = 0; t < RM_N_TABLES; t++)
    tables[t + 1] = rm_table_get_entity (t)->name;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *columns_sql = g_strdup_printf (
        "SELECT group_concat ('coalesce (quote (' || name || '), '''')', ' || '','' || ') "
        "FROM pragma_table_info ('%s')", tables[i]);
      g_autoptr (RmQuery) columns = NULL;
      g_autoptr (RmQuery) rows = NULL;
      g_autofree char *sql = NULL;
      gboolean row = FALSE;

      columns = rm_db_query (rm_store_get_db (store), g_intern_string (columns_sql), "dump", NULL);
      rm_query_step (columns, &row, NULL);
      sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY id", rm_query_get_text (columns, 0),
                             tables[i]);
      rows = rm_db_query (rm_store_get_db (store), g_intern_string (sql), "dump", NULL);
      while (rm_query_step (rows, &row, NULL) && row)
        g_string_append_printf (out, "%s: %s\n", tables[i], rm_query_get_text (rows, 0));
    }

  return g_string_free (out, FALSE);
}
