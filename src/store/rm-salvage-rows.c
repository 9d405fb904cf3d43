/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-salvage-private.h"

#include <glib/gi18n-lib.h>

/* The rows of one table of a file that may be damaged anywhere. Rows are read in the order of their
 * ids; after an unreadable one the next readable one is searched with growing and then halved
 * steps, as ids are spread over 63 bits. */

/* The most damaged places in one table before the rest is given up. */
#define MOST_GAPS 10000

typedef struct
{
  RmSalvage *salvage;
  const char *table;
  const char *rows_sql;
  const char *probe_sql;
  const gboolean *has; /* which of the columns the file has */
  guint n_columns;
  RmSalvageRowFunc func;
  gpointer data;
} Rows;

/* Reading views and virtual tables runs code from the file. */
static gboolean
is_plain_table (RmDb *db,
                const char *table)
{
  g_autoptr (RmQuery) query
    = rm_db_query (db,
                   "SELECT count (*) FROM sqlite_schema WHERE name = ?1 AND type = 'table' "
                   "AND sql NOT LIKE 'CREATE VIRTUAL%'",
                   "read the programme", NULL);
  gboolean row = FALSE;

  if (query == NULL)
    return FALSE;
  rm_query_bind_text (query, 1, table);
  return rm_query_step (query, &row, NULL) && row && rm_query_get_int64 (query, 0) == 1;
}

static gboolean
has_column (RmDb *db,
            const char *table,
            const char *column)
{
  g_autoptr (RmQuery) query
    = rm_db_query (db, "SELECT count (*) FROM pragma_table_info (?1) WHERE name = ?2",
                   "read the programme", NULL);
  gboolean row = FALSE;

  if (query == NULL)
    return FALSE;
  rm_query_bind_text (query, 1, table);
  rm_query_bind_text (query, 2, column);
  return rm_query_step (query, &row, NULL) && row && rm_query_get_int64 (query, 0) > 0;
}

/* Calls back for the rows from @from on. Returns FALSE if it ends at an unreadable one; @from is
 * then after the last readable one. */
static gboolean
read_from (Rows *self,
           gint64 *from,
           gboolean *at_end)
{
  g_autoptr (RmQuery) query = rm_db_query (self->salvage->db, self->rows_sql,
                                           "read the programme", NULL);
  g_autofree RmRaw *raws = g_new0 (RmRaw, self->n_columns);
  g_autofree const RmRaw **values = g_new0 (const RmRaw *, self->n_columns);
  gboolean row = FALSE;

  *at_end = FALSE;
  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, *from);
  while (rm_query_step (query, &row, NULL))
    {
      gint64 id = row ? rm_query_get_int64 (query, 0) : 0;

      if (!row)
        return TRUE;
      /* Pages that are linked in a circle give the same rows again. */
      if (id < *from)
        return FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        if (self->has[i])
          {
            rm_query_get_raw (query, (int) i + 1, &raws[i]);
            values[i] = &raws[i];
          }
      self->func (self->salvage, id, values, self->data);
      if (id == G_MAXINT64)
        {
          *at_end = TRUE;
          return TRUE;
        }
      *from = id + 1;
    }

  return FALSE;
}

typedef enum
{
  PROBE_ROW,
  PROBE_NONE,
  PROBE_UNREADABLE,
} Probe;

static Probe
probe (Rows *self,
       gint64 from,
       gint64 *id)
{
  g_autoptr (RmQuery) query = rm_db_query (self->salvage->db, self->probe_sql,
                                           "read the programme", NULL);
  gboolean row = FALSE;

  if (query == NULL)
    return PROBE_UNREADABLE;
  rm_query_bind_int64 (query, 1, from);
  if (!rm_query_step (query, &row, NULL))
    return PROBE_UNREADABLE;
  if (!row)
    return PROBE_NONE;

  *id = rm_query_get_int64 (query, 0);
  return *id >= from ? PROBE_ROW : PROBE_UNREADABLE;
}

/* Finds the first readable place after @from; FALSE if there is none. */
static gboolean
find_readable (Rows *self,
               gint64 *from)
{
  gint64 low = *from;
  gint64 high = *from;
  gint64 id = 0;
  guint64 room = (guint64) G_MAXINT64 - (guint64) *from;
  guint64 step = 1;
  Probe found = probe (self, *from, &id);

  /* The row exists, but its content cannot be read. */
  if (found == PROBE_ROW)
    {
      *from = id + (id < G_MAXINT64);
      return id < G_MAXINT64;
    }
  while (found == PROBE_UNREADABLE && high < G_MAXINT64)
    {
      low = high;
      high = step != 0 && step < room ? (gint64) ((guint64) *from + step) : G_MAXINT64;
      step <<= 1;
      found = probe (self, high, &id);
    }
  if (found == PROBE_UNREADABLE)
    return FALSE;

  while (high - 1 > low)
    {
      gint64 middle = low + (gint64) (((guint64) high - (guint64) low) / 2);

      if (probe (self, middle, &id) == PROBE_UNREADABLE)
        low = middle;
      else
        high = middle;
    }

  *from = high;
  return TRUE;
}

static void
read_all (Rows *self)
{
  gint64 from = G_MININT64;
  gboolean at_end = FALSE;
  guint n_gaps = 0;

  while (!read_from (self, &from, &at_end) && !at_end)
    {
      n_gaps++;
      if (n_gaps > MOST_GAPS || !find_readable (self, &from))
        break;
    }
  if (n_gaps == 0)
    return;

  rm_check_add_finding (self->salvage->check, self->table, 0, NULL,
                        /* Translators: %u is a number of places in a file */
                        g_strdup_printf (ngettext ("some rows cannot be read: the file is damaged "
                                                   "in %u place",
                                                   "some rows cannot be read: the file is damaged "
                                                   "in %u places", n_gaps), n_gaps),
                        _ ("these rows were left out"));
}

gboolean
rm_salvage_read_rows (RmSalvage *self,
                      const char *table,
                      const char *const *columns,
                      guint n_columns,
                      RmSalvageRowFunc func,
                      gpointer data)
{
  g_autofree gboolean *has = g_new0 (gboolean, n_columns);
  g_autofree char *probe_sql
    = g_strdup_printf ("SELECT rowid FROM %s NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid LIMIT 1",
                       table);
  g_autoptr (GString) sql = g_string_new ("SELECT rowid");
  Rows rows = { .salvage = self, .table = table, .has = has, .n_columns = n_columns, .func = func,
                .data = data };

  if (!is_plain_table (self->db, table))
    return FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      has[i] = has_column (self->db, table, columns[i]);
      g_string_append_printf (sql, ", %s", has[i] ? columns[i] : "NULL");
    }
  g_string_append_printf (sql, " FROM %s NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid", table);
  rows.rows_sql = g_intern_string (sql->str);
  rows.probe_sql = g_intern_string (probe_sql);
  read_all (&rows);

  return TRUE;
}
