/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-salvage-private.h"

#include "store/rm-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The content of a document besides its records: the document row and the history. No entity
 * describes these, so their columns are listed here. */

typedef enum
{
  HOLDS_NUMBER,
  HOLDS_TEXT,
  HOLDS_KIND,
  HOLDS_BYTES,
} Holds;

typedef struct
{
  const char *name;
  Holds holds;
  gint64 min;
  gint64 max;
} Column;

/* For a step whose row is damaged. */
#define SIZE_UNKNOWN (-1)

static const Column document_columns[] = {
  { "uid", HOLDS_NUMBER, 1, G_MAXINT64 },
  { "created", HOLDS_NUMBER, 0, RM_TIME_MAX },
};

enum
{
  HISTORY_ID,
  HISTORY_PARENT,
  HISTORY_MADE,
  HISTORY_AUTHOR,
  HISTORY_KIND,
  HISTORY_TARGET,
  HISTORY_LABEL,
  HISTORY_SIZE,
};

static const Column history_columns[] = {
  [HISTORY_ID] = { "id", HOLDS_NUMBER, 1, G_MAXINT64 },
  [HISTORY_PARENT] = { "parent", HOLDS_NUMBER, 0, G_MAXINT64 },
  [HISTORY_MADE] = { "made", HOLDS_NUMBER, 0, RM_TIME_MAX },
  [HISTORY_AUTHOR] = { "author", HOLDS_TEXT, 0, 0 },
  [HISTORY_KIND] = { "kind", HOLDS_KIND, 0, 0 },
  [HISTORY_TARGET] = { "target", HOLDS_NUMBER, 0, G_MAXINT64 },
  [HISTORY_LABEL] = { "label", HOLDS_TEXT, 0, 0 },
  [HISTORY_SIZE] = { "size", HOLDS_NUMBER, 0, RM_HISTORY_LARGEST },
};

enum
{
  BLOB_HISTORY,
  BLOB_PART,
  BLOB_PACKED,
  BLOB_DATA,
};

static const Column blob_columns[] = {
  [BLOB_HISTORY] = { "history", HOLDS_NUMBER, 1, G_MAXINT64 },
  [BLOB_PART] = { "part", HOLDS_NUMBER, 0, G_MAXINT32 },
  [BLOB_PACKED] = { "packed", HOLDS_NUMBER, 0, 1 },
  [BLOB_DATA] = { "data", HOLDS_BYTES, 0, 0 },
};

/** The state of reading the history. */
typedef struct
{
  const char *table;
  const Column *columns;
  guint n_columns;
  guint n_rows;
  gint64 last_seq;
  gint64 last_id;
  GHashTable *steps; /* id → Step, of edits and barriers */
  GHashTable *ids;   /* of all rows */
  gboolean has_barrier;
} Reader;

/** An edit, the changeset data in its row, and its actual data. */
typedef struct
{
  gint64 id;
  gint64 seq;
  gint64 size;
  gint64 found_size;
  gint64 n_parts;
} Step;

static const char *
left_out (void)
{
  return _ ("the row was left out");
}

static gboolean
is_kind (const RmRaw *raw)
{
  static const char *const kinds[] = { "edit", "barrier", "undo", "redo", NULL };

  return raw->size > 0 && g_strv_contains (kinds, raw->text);
}

static char *
check_value (const Column *column,
             const RmRaw *raw)
{
  char *problem = NULL;

  switch (column->holds)
    {
    case HOLDS_NUMBER:
      return rm_check_raw_number (raw, column->min, column->max);

    case HOLDS_BYTES:
      return raw->type == RM_RAW_BLOB ? NULL : g_strdup (_ ("this value cannot be here"));

    case HOLDS_KIND:
      problem = rm_check_raw_text (raw);
      return problem != NULL || is_kind (raw) ? problem
                                              : g_strdup (_ ("this value cannot be here"));

    case HOLDS_TEXT:
    default:
      return rm_check_raw_text (raw);
    }
}

/* Whether all values of the row are valid. */
static gboolean
check_values (RmSalvage *self,
              const Reader *reader,
              gint64 id,
              const RmRaw *const *values)
{
  gboolean good = TRUE;

  for (guint i = 0; i < reader->n_columns; i++)
    {
      char *problem = values[i] != NULL ? check_value (&reader->columns[i], values[i])
                                        : g_strdup (_ ("this column is missing"));

      if (problem == NULL)
        continue;
      rm_check_add_finding (self->check, reader->table, id, reader->columns[i].name, problem,
                            left_out ());
      good = FALSE;
    }

  return good;
}

static void
read_own (RmSalvage *self,
          Reader *reader,
          RmSalvageRowFunc func)
{
  g_autofree const char **names = g_new0 (const char *, reader->n_columns);

  for (guint i = 0; i < reader->n_columns; i++)
    names[i] = reader->columns[i].name;
  if (!rm_salvage_read_rows (self, reader->table, names, reader->n_columns, func, reader))
    rm_check_add_finding (self->check, reader->table, 0, NULL,
                          g_strdup (_ ("this table is missing")), NULL);
}

static void
find (RmSalvage *self,
      const Reader *reader,
      gint64 id,
      const char *column,
      const char *message)
{
  rm_check_add_finding (self->check, reader->table, id, column, g_strdup (message), left_out ());
}

static void
document_row_cb (RmSalvage *self,
                 gint64 id,
                 const RmRaw *const *values,
                 gpointer data)
{
  Reader *reader = data;

  reader->n_rows++;
  check_values (self, reader, id, values);
  if (id != 1)
    find (self, reader, id, "id", _ ("the id of this row has to be 1"));
}

void
rm_salvage_check_document (RmSalvage *self)
{
  Reader reader = { .table = "document", .columns = document_columns,
                    .n_columns = G_N_ELEMENTS (document_columns) };

  read_own (self, &reader, document_row_cb);
  if (reader.n_rows == 0)
    rm_check_add_finding (self->check, reader.table, 0, NULL,
                          g_strdup (_ ("the row that says which programme this is, is missing")),
                          _ ("it is another programme from now on"));
  else if (reader.n_rows > 1)
    find (self, &reader, 0, NULL, _ ("there can be only one such row"));
}

static gboolean
is_step (const RmRaw *kind)
{
  return g_str_equal (kind->text, "edit") || g_str_equal (kind->text, "barrier");
}

static void
check_place (RmSalvage *self,
             Reader *reader,
             gint64 seq,
             const RmRaw *const *values)
{
  gint64 target = values[HISTORY_TARGET]->integer;

  if (seq != reader->last_seq + 1)
    find (self, reader, seq, "seq", _ ("the rows before this one are missing"));
  if (values[HISTORY_PARENT]->integer != reader->last_id)
    find (self, reader, seq, "parent", _ ("this is not the row before"));
  if (g_hash_table_contains (reader->ids, &values[HISTORY_ID]->integer))
    find (self, reader, seq, "id", _ ("there is another row with this id"));
  if (is_step (values[HISTORY_KIND]) ? target != 0
                                     : !g_hash_table_contains (reader->steps, &target))
    find (self, reader, seq, "target", _ ("this refers to something that is not there"));
}

static void
history_row_cb (RmSalvage *self,
                gint64 seq,
                const RmRaw *const *values,
                gpointer data)
{
  Reader *reader = data;
  Step *step = NULL;
  gboolean good = FALSE;

  reader->n_rows++;
  good = check_values (self, reader, seq, values);
  if (good)
    check_place (self, reader, seq, values);
  reader->last_seq = seq;
  reader->last_id = values[HISTORY_ID] != NULL ? values[HISTORY_ID]->integer : 0;
  g_hash_table_add (reader->ids, g_memdup2 (&reader->last_id, sizeof reader->last_id));
  if (good && !is_step (values[HISTORY_KIND]))
    return;

  /* Rows that belong to a damaged row are not damaged for that. */
  step = g_new0 (Step, 1);
  step->id = reader->last_id;
  step->seq = seq;
  step->size = good ? values[HISTORY_SIZE]->integer : SIZE_UNKNOWN;
  g_hash_table_replace (reader->steps, &step->id, step);
  if (good && g_str_equal (values[HISTORY_KIND]->text, "barrier"))
    reader->has_barrier = TRUE;
}

static void
blob_row_cb (RmSalvage *self,
             gint64 id,
             const RmRaw *const *values,
             gpointer data)
{
  Reader *reader = data;
  Step *step = NULL;

  if (!check_values (self, reader, id, values))
    return;

  step = g_hash_table_lookup (reader->steps, &values[BLOB_HISTORY]->integer);
  if (step == NULL)
    {
      find (self, reader, id, "history", _ ("this refers to something that is not there"));
      return;
    }
  step->found_size += (gint64) values[BLOB_DATA]->size;
  step->n_parts++;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *first = a;
  const Step *second = b;

  return rm_id_compare (&first->seq, &second->seq);
}

/* A changeset must match its row and be readable to its end. One that came after a large edit may
 * be in that edit's image only. */
static void
check_step (RmSalvage *self,
            const Reader *reader,
            const Step *step)
{
  g_autoptr (GBytes) changeset = NULL;

  if (step->size == SIZE_UNKNOWN || (step->n_parts == 0 && reader->has_barrier))
    return;
  if (step->size != step->found_size)
    find (self, reader, step->seq, "size", _ ("this is not the size of what was recorded"));
  else if (step->n_parts > 0)
    {
      changeset = rm_history_read (self->db, step->id, NULL);
      if (changeset == NULL)
        find (self, reader, step->seq, NULL, _ ("what was recorded cannot be undone"));
    }
}

void
rm_salvage_check_history (RmSalvage *self)
{
  g_autoptr (GHashTable) steps
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GList) all = NULL;
  Reader rows = { .table = "history", .columns = history_columns,
                  .n_columns = G_N_ELEMENTS (history_columns), .steps = steps, .ids = ids };
  Reader blobs = { .table = "history_blob", .columns = blob_columns,
                   .n_columns = G_N_ELEMENTS (blob_columns), .steps = steps };

  read_own (self, &rows, history_row_cb);
  read_own (self, &blobs, blob_row_cb);
  all = g_list_sort (g_hash_table_get_values (steps), compare_steps);
  for (GList *at = all; at != NULL; at = at->next)
    check_step (self, &rows, at->data);
  self->has_history = rows.n_rows > 0;
}
