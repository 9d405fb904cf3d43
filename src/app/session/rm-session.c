/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/rm-session.h"

#include "app/session/rm-session-private.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (rm-app-error-quark, rm_app_error)

static GParamSpec *properties[RM_SESSION_N_PROPS];
static guint changed_signal;
static guint notice_signal;

G_DEFINE_FINAL_TYPE (RmSession, rm_session, G_TYPE_OBJECT)

/* Undo labels and the save state follow the store: notified after each change of it. */
static void
notify_undo (RmSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[RM_SESSION_PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[RM_SESSION_PROP_REDO_LABEL]);
}

void
rm_session_set_editable (RmSession *self,
                         gboolean editable)
{
  if (self->editable == editable)
    return;

  self->editable = editable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[RM_SESSION_PROP_EDITABLE]);
}

void
rm_session_notify_file (RmSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[RM_SESSION_PROP_FILE]);
}

void
rm_session_set_save_state (RmSession *self,
                           RmSaveState state)
{
  if (self->save_state == state)
    return;

  self->save_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[RM_SESSION_PROP_SAVE_STATE]);
}

void
rm_session_take_programme (RmSession *self,
                           RmProgramme *programme,
                           RmChanges *changes)
{
  g_autoptr (RmProgramme) before = self->programme;

  self->programme = programme;
  rm_session_schedule_save (self);
  g_signal_emit (self, changed_signal, 0, before, changes);
  notify_undo (self);
}

static void
rm_session_dispose (GObject *object)
{
  RmSession *self = RM_SESSION (object);

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_clear_pointer (&self->document, rm_document_close);
  g_clear_error (&self->save_error);
  g_clear_object (&self->verifying);
  G_OBJECT_CLASS (rm_session_parent_class)->dispose (object);
}

static void
rm_session_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  RmSession *self = RM_SESSION (object);

  switch (id)
    {
    case RM_SESSION_PROP_SAVE_STATE:
      g_value_set_int (value, self->save_state);
      break;
    case RM_SESSION_PROP_UNDO_LABEL:
      g_value_set_string (value, rm_session_get_undo_label (self));
      break;
    case RM_SESSION_PROP_REDO_LABEL:
      g_value_set_string (value, rm_session_get_redo_label (self));
      break;
    case RM_SESSION_PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case RM_SESSION_PROP_BUSY:
      g_value_set_boolean (value, self->tasks > 0);
      break;
    case RM_SESSION_PROP_FILE:
      g_value_set_object (value, rm_document_get_file (self->document));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rm_session_class_init (RmSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = rm_session_dispose;
  object_class->get_property = rm_session_get_property;

  properties[RM_SESSION_PROP_SAVE_STATE]
    = g_param_spec_int ("save-state", NULL, NULL, 0, RM_SAVE_STATE_CONFLICT, 0, flags);
  properties[RM_SESSION_PROP_UNDO_LABEL]
    = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[RM_SESSION_PROP_REDO_LABEL]
    = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[RM_SESSION_PROP_EDITABLE]
    = g_param_spec_boolean ("editable", NULL, NULL, FALSE, flags);
  properties[RM_SESSION_PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[RM_SESSION_PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  g_object_class_install_properties (object_class, RM_SESSION_N_PROPS, properties);

  changed_signal = g_signal_new ("changed", RM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  notice_signal = g_signal_new ("notice", RM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static char *
describe_notice (const RmSaveNotice *notice)
{
  switch (notice->kind)
    {
    case RM_SAVE_NOTICE_DISPLACED:
      /* Translators: %s is a file name */
      return rm_sentence_new (_ ("Somebody else saved the file at the same moment. Their version is "
                                 "beside it, as “%s”"), notice->name);
    case RM_SAVE_NOTICE_OLD_FORMAT:
      /* Translators: %s is a file name */
      return rm_sentence_new (_ ("The file is saved in a newer format, which older versions of Reverse "
                                 "Mentor cannot open. As it was before, it is kept as “%s”"),
                              notice->name);
    case RM_SAVE_NOTICE_RENAMED:
    default:
      /* Translators: %s is a file name */
      return rm_sentence_new (_ ("The file was renamed and is saved as “%s”"), notice->name);
    }
}

void
rm_session_tell_notices (RmSession *self)
{
  g_autoptr (GPtrArray) notices = rm_document_take_notices (self->document);

  for (guint i = 0; i < notices->len; i++)
    {
      g_autofree char *text = describe_notice (g_ptr_array_index (notices, i));

      g_signal_emit (self, notice_signal, 0, text);
    }
}

static void
rm_session_init (RmSession *self)
{
  self->save_state = RM_SAVE_STATE_SAVED;
}

gboolean
rm_session_follow (RmSession **followed,
                   RmSession *session,
                   GCallback changed,
                   gpointer follower)
{
  if (*followed == session)
    return FALSE;

  if (*followed != NULL)
    g_signal_handlers_disconnect_by_data (*followed, follower);
  g_set_object (followed, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", changed, follower, G_CONNECT_SWAPPED);
  return TRUE;
}

static RmSession *
open_session (GFile *file,
              gboolean create,
              RmOpenFlags flags,
              const char *state_dir,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *users = rm_document_get_state_dir ();
  const char *dir = state_dir != NULL ? state_dir : users;
  g_autoptr (RmDocument) document = NULL;
  RmProgramme *programme = NULL;
  RmSession *self = NULL;

  document = create ? rm_document_create (file, dir, error)
                    : rm_document_open (file, dir, flags, cancellable, error);
  if (document == NULL)
    return NULL;
  programme = rm_store_load_programme (rm_document_get_store (document), error);
  if (programme == NULL)
    return NULL;

  self = g_object_new (RM_TYPE_SESSION, NULL);
  self->document = g_steal_pointer (&document);
  self->programme = programme;
  self->editable = create;
  self->save_time = g_get_real_time ();
  if (!rm_document_is_saved (self->document))
    self->save_state = RM_SAVE_STATE_PENDING;
  return self;
}

RmSession *
rm_session_open (GFile *file,
                 gboolean create,
                 RmOpenFlags flags,
                 const char *state_dir,
                 GError **error)
{
  return open_session (file, create, flags, state_dir, NULL, error);
}

typedef struct
{
  GFile *file;
  gboolean create;
  RmOpenFlags flags;
} OpenData;

static void
open_data_free (OpenData *data)
{
  g_object_unref (data->file);
  g_free (data);
}

static void
open_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  OpenData *data = task_data;
  GError *error = NULL;
  RmSession *self = open_session (data->file, data->create, data->flags, NULL, cancellable,
                                  &error);

  /* A new programme is a file from its first moment. */
  if (self != NULL && data->create && !rm_document_save (self->document, FALSE, NULL, &error))
    {
      rm_document_discard (self->document);
      g_clear_object (&self);
    }

  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  rm_programme_make_indexes (self->programme);
  g_task_return_pointer (task, self, g_object_unref);
}

void
rm_session_open_async (GFile *file,
                       gboolean create,
                       RmOpenFlags flags,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  data->file = g_object_ref (file);
  data->create = create;
  data->flags = flags;
  g_task_set_task_data (task, data, (GDestroyNotify) open_data_free);
  /* A finished session is passed to the main thread: the worker would free it too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, open_in_thread);
}

RmSession *
rm_session_open_finish (GAsyncResult *result,
                        GError **error)
{
  RmSession *self = g_task_propagate_pointer (G_TASK (result), error);

  if (self != NULL && rm_document_is_saved (self->document))
    self->save_state = RM_SAVE_STATE_SAVED;
  return self;
}

/* From now on the history may be shown and undone. */
static gboolean
accept (RmSession *self,
        GError **error)
{
  if (!rm_store_load_history (rm_document_get_store (self->document), error))
    return FALSE;

  notify_undo (self);
  rm_session_set_editable (self, TRUE);
  return TRUE;
}

gboolean
rm_session_verify (RmSession *self,
                   GError **error)
{
  return rm_document_verify (self->document, NULL, error) && accept (self, error);
}

/* Workers get no reference to the session: the last one must not be dropped in their thread. The
 * main thread holds one for each of them until their answer is there. */
GTask *
rm_session_start_task (RmSession *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback answered,
                       GTask *waiting)
{
  GTask *task = g_task_new (NULL, cancellable, answered, waiting);

  self->tasks++;
  if (self->tasks == 1)
    g_object_notify_by_pspec (G_OBJECT (self), properties[RM_SESSION_PROP_BUSY]);
  return task;
}

void
rm_session_end_task (RmSession *self)
{
  self->tasks--;
  if (self->tasks == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[RM_SESSION_PROP_BUSY]);
}

gboolean
rm_session_is_busy (RmSession *self)
{
  return self->tasks > 0;
}

static void
verify_in_thread (GTask *task,
                  gpointer source,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;

  if (rm_document_verify (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
verified_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GTask) waiting = data;
  RmSession *self = g_task_get_source_object (waiting);
  GError *error = NULL;
  gboolean sound = g_task_propagate_boolean (G_TASK (result), &error) && accept (self, &error);

  g_clear_object (&self->verifying);
  if (sound)
    {
      if (rm_document_is_recovered (self->document))
        rm_session_schedule_save (self);
      g_task_return_boolean (waiting, TRUE);
    }
  else
    g_task_return_error (waiting, error);
  rm_session_end_task (self);
}

void
rm_session_verify_async (RmSession *self,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  self->verifying = g_cancellable_new ();
  task = rm_session_start_task (self, self->verifying, verified_cb,
                                g_task_new (self, NULL, callback, user_data));
  g_task_set_task_data (task, self->document, NULL);
  g_task_run_in_thread (task, verify_in_thread);
}

gboolean
rm_session_verify_finish (RmSession *self,
                          GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
rm_session_stop_verifying (RmSession *self)
{
  if (self->verifying != NULL)
    g_cancellable_cancel (self->verifying);
}

RmDocument *
rm_session_get_document (RmSession *self)
{
  return self->document;
}

RmProgramme *
rm_session_get_programme (RmSession *self)
{
  return self->programme;
}

gboolean
rm_session_is_editable (RmSession *self)
{
  return self->editable;
}

gboolean
rm_session_is_working (RmSession *self)
{
  return self->working;
}

const char *
rm_session_get_undo_label (RmSession *self)
{
  return rm_store_get_undo_label (rm_document_get_store (self->document));
}

const char *
rm_session_get_redo_label (RmSession *self)
{
  return rm_store_get_redo_label (rm_document_get_store (self->document));
}

GPtrArray *
rm_session_list_history (RmSession *self,
                         guint limit,
                         GError **error)
{
  return rm_store_list_history (rm_document_get_store (self->document), limit, error);
}

char *
rm_history_entry_describe (const RmHistoryEntry *entry)
{
  switch (entry->kind)
    {
    case RM_HISTORY_UNDO:
      /* Translators: %s is the name of an edit, such as "Move Ana to Bo" */
      return rm_sentence_new (_ ("Undone: %s"), entry->label);
    case RM_HISTORY_REDO:
      /* Translators: %s is the name of an edit, such as "Move Ana to Bo" */
      return rm_sentence_new (_ ("Done again: %s"), entry->label);
    case RM_HISTORY_EDIT:
    default:
      return g_strdup (entry->label);
    }
}
