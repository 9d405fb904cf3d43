/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-store.h"

#include "core/base/rm-id.h"
#include "store/rm-db-changeset.h"
#include "store/rm-store-private.h"

#include <glib/gi18n-lib.h>

/* The edit primitive. Every change of a programme is BEGIN, the writes, their changeset into the
 * history, COMMIT: whatever a crash leaves is a whole number of edits, each of which can be
 * undone. */

#define DEFAULT_HISTORY_LIMIT (G_GINT64_CONSTANT (128) * 1024 * 1024)

RmStore *
rm_store_new (RmDb *db,
              const char *image_dir,
              GError **error)
{
  g_autoptr (RmStore) self = g_new0 (RmStore, 1);

  self->db = db;
  self->image_dir = g_strdup (image_dir);
  self->limit = DEFAULT_HISTORY_LIMIT;
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_step_free);
  self->insert_sql = g_hash_table_new (NULL, NULL);
  if (!rm_history_load_head (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
rm_store_free (RmStore *self)
{
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_hash_table_unref (self->insert_sql);
  g_free (self->image_dir);
  rm_db_close (self->db);
  g_free (self);
}

void
rm_store_set_writing (RmStore *self,
                      GMutex *writing)
{
  self->writing = writing;
}

void
rm_store_start_writing (RmStore *self)
{
  if (self->writing != NULL)
    g_mutex_lock (self->writing);
}

void
rm_store_stop_writing (RmStore *self)
{
  if (self->writing != NULL)
    g_mutex_unlock (self->writing);
}

RmDb *
rm_store_get_db (RmStore *self)
{
  return self->db;
}

static gboolean
begin (RmStore *self,
       const char *label,
       GError **error)
{
  g_assert (!self->editing);
  if (!rm_db_exec (self->db, "BEGIN IMMEDIATE", label, error))
    return FALSE;

  self->editing = TRUE;
  return TRUE;
}

static void
roll_back (RmStore *self)
{
  self->editing = FALSE;
  rm_db_exec (self->db, "ROLLBACK", "roll back", NULL);
  /* Sizes counted for rows that are gone again. */
  if (self->loaded)
    rm_history_load (self, NULL);
  else
    rm_history_load_head (self, NULL);
}

static gboolean
commit (RmStore *self,
        const char *label,
        GError **error)
{
  if (!rm_db_exec (self->db, "COMMIT", label, error))
    return FALSE;

  self->editing = FALSE;
  return TRUE;
}

static gboolean
record_edit (RmStore *self,
             const char *label,
             RmRecorder *recorder,
             RmChanges **changes,
             GError **error)
{
  g_autoptr (GBytes) changeset = rm_recorder_dup_changeset (recorder, error);
  gint64 id = 0;

  if (changeset == NULL)
    return FALSE;
  *changes = rm_changeset_list (changeset, self->db, error);
  if (*changes == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  if (!rm_history_append (self, "edit", 0, label, changeset, &id, error)
      || !rm_history_trim (self, error))
    return FALSE;
  if (self->size > 0)
    g_ptr_array_add (self->undo, rm_step_new (id, label, (gint64) g_bytes_get_size (changeset),
                                              FALSE));
  g_ptr_array_set_size (self->redo, 0);
  return TRUE;
}

static gboolean
edit_recorded (RmStore *self,
               const char *label,
               RmEditFunc func,
               gpointer data,
               RmChanges **changes,
               GError **error)
{
  g_autoptr (RmRecorder) recorder = rm_recorder_new (self->db, error);

  if (recorder == NULL || !begin (self, label, error))
    return FALSE;

  if (!func (self, data, error)
      || !record_edit (self, label, recorder, changes, error)
      || !commit (self, label, error))
    {
      g_clear_pointer (changes, rm_changes_free);
      roll_back (self);
      return FALSE;
    }

  return TRUE;
}

static gboolean
edit_with_image (RmStore *self,
                 const char *label,
                 RmEditFunc func,
                 gpointer data,
                 RmChanges **changes,
                 GError **error)
{
  gint64 id = rm_id_new ();
  g_autofree char *image = rm_image_path (self, id, "before");

  if (!rm_db_copy_into (self->db, image, error) || !begin (self, label, error))
    return FALSE;

  if (!func (self, data, error)
      || !rm_history_append (self, "barrier", 0, label, NULL, &id, error)
      || !commit (self, label, error))
    {
      roll_back (self);
      return FALSE;
    }
  g_ptr_array_add (self->undo, rm_step_new (id, label, 0, TRUE));
  g_ptr_array_set_size (self->redo, 0);
  *changes = rm_changes_new ();
  (*changes)->reset = TRUE;
  return TRUE;
}

gboolean
rm_store_edit (RmStore *self,
               const char *label,
               RmEditFlags flags,
               RmEditFunc func,
               gpointer data,
               RmChanges **changes,
               GError **error)
{
  g_autoptr (RmChanges) made = NULL;
  gboolean large = (flags & RM_EDIT_LARGE) != 0 && self->image_dir != NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (label != NULL && *label != '\0', FALSE);

  rm_store_start_writing (self);
  ok = (large ? edit_with_image : edit_recorded) (self, label, func, data, &made, error);
  rm_store_stop_writing (self);
  if (!ok)
    return FALSE;

  if (changes != NULL)
    *changes = g_steal_pointer (&made);
  return TRUE;
}

static gboolean
apply_step (RmStore *self,
            const RmStep *step,
            gboolean undo,
            RmChanges **changes,
            GError **error)
{
  g_autoptr (GBytes) changeset = rm_history_read (self->db, step->id, error);
  g_autoptr (GBytes) applied = NULL;

  if (changeset == NULL)
    return FALSE;
  /* Read before it is applied: only our changesets may write anything. */
  applied = undo ? rm_changeset_invert (changeset, error) : g_bytes_ref (changeset);
  if (applied != NULL)
    *changes = rm_changeset_list (applied, self->db, error);

  return *changes != NULL && rm_changeset_apply (applied, self->db, error);
}

static gboolean
travel (RmStore *self,
        gboolean undo,
        RmChanges **changes,
        GError **error)
{
  GPtrArray *from = undo ? self->undo : self->redo;
  GPtrArray *to = undo ? self->redo : self->undo;
  const char *kind = undo ? "undo" : "redo";
  RmStep *step = NULL;
  gint64 id = 0;
  gboolean ok = FALSE;

  if (from->len == 0)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOTHING,
                           undo ? _ ("There is nothing to undo") : _ ("There is nothing to redo"));
      return FALSE;
    }
  step = g_ptr_array_index (from, from->len - 1);
  if (step->barrier
      && !rm_image_swap (self, step->id, undo ? "after" : "before", undo ? "before" : "after",
                         error))
    return FALSE;

  if (!begin (self, step->label, error))
    return FALSE;
  if (step->barrier)
    {
      *changes = rm_changes_new ();
      (*changes)->reset = TRUE;
      ok = TRUE;
    }
  else
    ok = apply_step (self, step, undo, changes, error);
  ok = ok
       && rm_history_append (self, kind, step->id, step->label, NULL, &id, error)
       && commit (self, step->label, error);
  if (!ok)
    {
      g_clear_pointer (changes, rm_changes_free);
      roll_back (self);
      return FALSE;
    }

  /* An image has its own changesets. */
  if (step->barrier)
    return rm_history_load (self, error);

  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  return TRUE;
}

static gboolean
travel_alone (RmStore *self,
              gboolean undo,
              RmChanges **changes,
              GError **error)
{
  g_autoptr (RmChanges) made = NULL;
  gboolean ok = FALSE;

  rm_store_start_writing (self);
  ok = travel (self, undo, &made, error);
  rm_store_stop_writing (self);
  if (ok && changes != NULL)
    *changes = g_steal_pointer (&made);
  return ok;
}

gboolean
rm_store_undo (RmStore *self,
               RmChanges **changes,
               GError **error)
{
  return travel_alone (self, TRUE, changes, error);
}

gboolean
rm_store_redo (RmStore *self,
               RmChanges **changes,
               GError **error)
{
  return travel_alone (self, FALSE, changes, error);
}

/* For about a hundred rows: the work of a frame. */
#define SMALL_STEP (16 * 1024)

static gboolean
is_large (GPtrArray *steps)
{
  const RmStep *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;

  return step != NULL && (step->barrier || step->size > SMALL_STEP);
}

gboolean
rm_store_is_undo_large (RmStore *self)
{
  return is_large (self->undo);
}

gboolean
rm_store_is_redo_large (RmStore *self)
{
  return is_large (self->redo);
}

static const char *
top_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((RmStep *) g_ptr_array_index (steps, steps->len - 1))->label : NULL;
}

const char *
rm_store_get_undo_label (RmStore *self)
{
  return top_label (self->undo);
}

const char *
rm_store_get_redo_label (RmStore *self)
{
  return top_label (self->redo);
}

gint64
rm_store_get_head (RmStore *self)
{
  return self->head;
}

void
rm_store_set_history_limit (RmStore *self,
                            gint64 bytes)
{
  self->limit = bytes;
}

gboolean
rm_store_load_history (RmStore *self,
                         GError **error)
{
  return rm_history_load (self, error);
}
