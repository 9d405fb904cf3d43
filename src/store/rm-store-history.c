/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-changeset-form.h"

#include "core/base/rm-id.h"
#include "store/rm-store-private.h"

/* The history in the document: one row per edit, undo or redo, and the changesets of edits in
 * parts. The undo stack follows from the rows alone, so it is never stored. */

#define PART_SIZE (1024 * 1024)

RmStep *
rm_step_new (gint64 id,
             const char *label,
             gint64 size,
             gboolean barrier)
{
  RmStep *step = g_new0 (RmStep, 1);

  step->id = id;
  step->label = g_strdup (label);
  step->size = size;
  step->barrier = barrier;
  return step;
}

void
rm_step_free (RmStep *step)
{
  g_free (step->label);
  g_free (step);
}

/* Moves the top step of one stack to the other, as an undo or redo of it did. */
static void
move_step (GPtrArray *from,
           GPtrArray *to,
           gint64 target)
{
  if (from->len == 0)
    return;
  if (((RmStep *) g_ptr_array_index (from, from->len - 1))->id == target)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

/* Below a step whose changeset or image is gone nothing can be undone. Changesets below a barrier
 * are in its image and come back with it. */
static void
drop_unreachable (RmStore *self,
                  GPtrArray *steps,
                  const char *side,
                  GHashTable *kept)
{
  for (guint i = steps->len; i > 0; i--)
    {
      RmStep *step = g_ptr_array_index (steps, i - 1);

      if (step->barrier && rm_image_exists (self, step->id, side))
        return;
      if (step->barrier || !g_hash_table_contains (kept, &step->id))
        {
          g_ptr_array_remove_range (steps, 0, i);
          return;
        }
    }
}

static gboolean
load_kept (RmStore *self,
           GHashTable *kept,
           GError **error)
{
  g_autoptr (RmQuery) query = NULL;
  gboolean row = FALSE;

  query = rm_db_query (self->db, "SELECT DISTINCT history FROM history_blob",
                       "read the history", error);
  if (query == NULL)
    return FALSE;
  while (rm_query_step (query, &row, error))
    {
      gint64 id = 0;

      if (!row)
        return TRUE;
      id = rm_query_get_int64 (query, 0);
      g_hash_table_add (kept, g_memdup2 (&id, sizeof id));
    }

  return FALSE;
}

/* Sizes come from the file: a forged one must not overflow the sum. */
static gint64
read_size (RmQuery *query,
           int column)
{
  return CLAMP (rm_query_get_int64 (query, column), 0, RM_HISTORY_LARGEST);
}

static void
replay_row (RmStore *self,
            RmQuery *query)
{
  const char *kind = rm_query_get_text (query, 2);
  gint64 target = rm_query_get_int64 (query, 3);

  self->head = rm_query_get_int64 (query, 0);
  self->head_id = rm_query_get_int64 (query, 1);
  self->size += read_size (query, 5);

  if (g_str_equal (kind, "undo"))
    move_step (self->undo, self->redo, target);
  else if (g_str_equal (kind, "redo"))
    move_step (self->redo, self->undo, target);
  else
    {
      g_ptr_array_set_size (self->redo, 0);
      g_ptr_array_add (self->undo,
                       rm_step_new (self->head_id, rm_query_get_text (query, 4),
                                    read_size (query, 5), g_str_equal (kind, "barrier")));
    }
}

gboolean
rm_history_load_head (RmStore *self,
                      GError **error)
{
  g_autoptr (RmQuery) query
    = rm_db_query (self->db, "SELECT seq, id FROM history ORDER BY seq DESC LIMIT 1",
                   "read the history", error);
  gboolean row = FALSE;

  if (query == NULL || !rm_query_step (query, &row, error))
    return FALSE;

  self->head = row ? rm_query_get_int64 (query, 0) : 0;
  self->head_id = row ? rm_query_get_int64 (query, 1) : 0;
  return TRUE;
}

gboolean
rm_history_load (RmStore *self,
                 GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (RmQuery) query = NULL;
  gboolean row = TRUE;

  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  self->head = 0;
  self->head_id = 0;
  self->size = 0;

  query = rm_db_query (self->db,
                       "SELECT seq, id, kind, target, label, size FROM history ORDER BY seq",
                       "read the history", error);
  if (query == NULL)
    return FALSE;
  while (row)
    {
      if (!rm_query_step (query, &row, error))
        return FALSE;
      if (row)
        replay_row (self, query);
    }

  if (!load_kept (self, kept, error))
    return FALSE;
  drop_unreachable (self, self->undo, "before", kept);
  drop_unreachable (self, self->redo, "after", kept);
  self->loaded = TRUE;
  return TRUE;
}

void
rm_history_entry_free (RmHistoryEntry *self)
{
  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

static RmHistoryEntry *
read_entry (RmQuery *query)
{
  RmHistoryEntry *entry = g_new0 (RmHistoryEntry, 1);
  const char *kind = rm_query_get_text (query, 2);

  entry->made = CLAMP (rm_query_get_int64 (query, 0), 0, RM_TIME_MAX);
  entry->author = g_strdup (rm_query_get_text (query, 1));
  entry->label = g_strdup (rm_query_get_text (query, 3));
  entry->kind = g_str_equal (kind, "undo")   ? RM_HISTORY_UNDO
                : g_str_equal (kind, "redo") ? RM_HISTORY_REDO
                                             : RM_HISTORY_EDIT;

  return entry;
}

GPtrArray *
rm_store_list_history (RmStore *self,
                       guint limit,
                       GError **error)
{
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_history_entry_free);
  g_autoptr (RmQuery) query = rm_db_query (self->db,
                                           "SELECT made, author, kind, label FROM history "
                                           "ORDER BY seq DESC LIMIT ?1",
                                           "read the history", error);
  gboolean row = FALSE;

  if (query == NULL)
    return NULL;
  if (!self->loaded)
    return g_steal_pointer (&entries);
  rm_query_bind_int64 (query, 1, limit);
  while (rm_query_step (query, &row, error))
    {
      if (!row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (query));
    }

  return NULL;
}

static GBytes *
pack (gconstpointer data,
      gsize size,
      GError **error)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (source, G_CONVERTER (packer));
  g_autoptr (GOutputStream) sink = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (sink, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (sink));
}

/* A part holds a megabyte before compression. One that claims more is damaged, or made to fill the
 * memory: it is never decompressed further than that. */
static gboolean
unpack_onto (GByteArray *all,
             GBytes *part,
             GError **error)
{
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (part, &size);
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (source, G_CONVERTER (unpacker));
  guint start = all->len;
  gsize got = 0;

  g_byte_array_set_size (all, start + PART_SIZE + 1);
  if (!g_input_stream_read_all (stream, all->data + start, PART_SIZE + 1, &got, NULL, NULL)
      || got > PART_SIZE)
    return rm_store_fail_damaged ("history_blob", error);

  g_byte_array_set_size (all, start + (guint) got);
  return TRUE;
}

static gboolean
write_part (RmStore *self,
            gint64 history,
            gint64 part,
            gboolean packed,
            GBytes *bytes,
            GError **error)
{
  RmQuery *query = rm_db_query (self->db,
                                "INSERT INTO history_blob (history, part, packed, data) "
                                "VALUES (?1, ?2, ?3, ?4)",
                                "record a change", error);

  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, history);
  rm_query_bind_int64 (query, 2, part);
  rm_query_bind_int64 (query, 3, packed);
  rm_query_bind_blob (query, 4, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return rm_query_run (query, error);
}

/* Up to a megabyte is stored as it is, more is compressed a megabyte at a time. */
static gboolean
write_changeset (RmStore *self,
                 gint64 history,
                 GBytes *changeset,
                 gint64 *stored,
                 GError **error)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (changeset, &size);

  if (size <= PART_SIZE)
    {
      *stored = (gint64) size;
      return write_part (self, history, 0, FALSE, changeset, error);
    }

  *stored = 0;
  for (gsize at = 0; at < size; at += PART_SIZE)
    {
      g_autoptr (GBytes) packed = pack (data + at, MIN (PART_SIZE, size - at), error);

      if (packed == NULL
          || !write_part (self, history, (gint64) (at / PART_SIZE), TRUE, packed, error))
        return FALSE;
      *stored += (gint64) g_bytes_get_size (packed);
    }

  return TRUE;
}

gboolean
rm_history_append (RmStore *self,
                   const char *kind,
                   gint64 target,
                   const char *label,
                   GBytes *changeset,
                   gint64 *id,
                   GError **error)
{
  g_autofree char *author = g_utf8_make_valid (g_get_real_name (), -1);
  gint64 stored = 0;
  RmQuery *query = NULL;

  if (self->head < 0 || self->head == G_MAXINT64)
    return rm_store_fail_damaged ("history", error);
  if (*id == 0)
    *id = rm_id_new ();
  if (changeset != NULL && !write_changeset (self, *id, changeset, &stored, error))
    return FALSE;

  query = rm_db_query (self->db,
                       "INSERT INTO history (seq, id, parent, made, author, kind, target, label, "
                       "size) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                       "record a change", error);
  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, self->head + 1);
  rm_query_bind_int64 (query, 2, *id);
  rm_query_bind_int64 (query, 3, self->head_id);
  rm_query_bind_int64 (query, 4, g_get_real_time () / G_USEC_PER_SEC);
  rm_query_bind_text (query, 5, author);
  rm_query_bind_text (query, 6, kind);
  rm_query_bind_int64 (query, 7, target);
  rm_query_bind_text (query, 8, label);
  rm_query_bind_int64 (query, 9, stored);
  if (!rm_query_run (query, error))
    return FALSE;

  self->head++;
  self->head_id = *id;
  self->size += stored;
  return TRUE;
}

static GBytes *
read_parts (RmDb *db,
            gint64 id,
            GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (RmQuery) query = NULL;
  gboolean row = FALSE;

  query = rm_db_query (db,
                       "SELECT packed, data FROM history_blob WHERE history = ?1 ORDER BY part",
                       "read the history", error);
  if (query == NULL)
    return NULL;
  rm_query_bind_int64 (query, 1, id);

  while (rm_query_step (query, &row, error))
    {
      g_autoptr (GBytes) part = NULL;

      if (!row)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      part = rm_query_dup_blob (query, 1);
      if (g_bytes_get_size (part) > PART_SIZE + 4096
          || all->len > RM_HISTORY_LARGEST - 2 * PART_SIZE)
        {
          rm_store_fail_damaged ("history_blob", error);
          return NULL;
        }
      if (rm_query_get_int64 (query, 0) == 0)
        g_byte_array_append (all, g_bytes_get_data (part, NULL), (guint) g_bytes_get_size (part));
      else if (!unpack_onto (all, part, error))
        return NULL;
    }

  return NULL;
}

GBytes *
rm_history_read (RmDb *db,
                 gint64 id,
                 GError **error)
{
  g_autoptr (GBytes) changeset = read_parts (db, id, error);

  if (changeset == NULL)
    return NULL;
  if (rm_changeset_is_well_formed (changeset))
    return g_steal_pointer (&changeset);

  rm_store_fail_damaged ("history_blob", error);
  return NULL;
}

static gboolean
find_oldest (RmStore *self,
             gint64 *id,
             gint64 *size,
             GError **error)
{
  g_autoptr (RmQuery) query = NULL;
  gboolean row = FALSE;

  query = rm_db_query (self->db,
                       "SELECT id, size FROM history WHERE size > 0 ORDER BY seq LIMIT 1",
                       "shorten the history", error);
  if (query == NULL || !rm_query_step (query, &row, error))
    return FALSE;

  *id = row ? rm_query_get_int64 (query, 0) : 0;
  *size = row ? read_size (query, 1) : 0;
  return TRUE;
}

static gboolean
forget_changeset (RmStore *self,
                  gint64 id,
                  GError **error)
{
  RmQuery *query = rm_db_query (self->db, "DELETE FROM history_blob WHERE history = ?1",
                                "shorten the history", error);

  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, id);
  if (!rm_query_run (query, error))
    return FALSE;

  query = rm_db_query (self->db, "UPDATE history SET size = 0 WHERE id = ?1",
                       "shorten the history", error);
  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, id);
  return rm_query_run (query, error);
}

static void
drop_steps_until (GPtrArray *steps,
                  gint64 id)
{
  for (guint i = 0; i < steps->len; i++)
    if (((RmStep *) g_ptr_array_index (steps, i))->id == id)
      {
        g_ptr_array_remove_range (steps, 0, i + 1);
        return;
      }
}

gboolean
rm_history_trim (RmStore *self,
                 GError **error)
{
  while (self->size > self->limit)
    {
      gint64 id = 0;
      gint64 size = 0;

      if (!find_oldest (self, &id, &size, error))
        return FALSE;
      if (id == 0)
        return TRUE;
      if (!forget_changeset (self, id, error))
        return FALSE;
      drop_steps_until (self->undo, id);
      drop_steps_until (self->redo, id);
      self->size -= size;
    }

  return TRUE;
}
