/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/rm-input-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files on this computer are read by their descriptors, which may be those of pipes; what only GIO
 * can reach is read as a stream. */

#define PIECE (256 * 1024)
#define ASK_EVERY_MS 100

typedef struct
{
  GByteArray *bytes; /* owned */
  gsize most;
  goffset size; /* that is expected, 0 if nobody knows */
  RmProgressFunc progress;
  gpointer data;
} Input;

static gboolean
ask (const Input *self,
     GError **error)
{
  double fraction = self->size > 0 ? MIN ((double) self->bytes->len / (double) self->size, 1) : -1;

  if (self->progress == NULL || self->progress (fraction, self->data))
    return TRUE;

  g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                       _ ("Reading was stopped"));
  return FALSE;
}

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_NOT_A_FILE, message);
  return FALSE;
}

static gboolean
fail_by_errno (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
check_mode (const struct stat *status,
            gboolean can_wait,
            GError **error)
{
  if (S_ISREG (status->st_mode) || (S_ISFIFO (status->st_mode) && can_wait))
    return TRUE;
  if (S_ISDIR (status->st_mode))
    return refuse (error, _ ("This is a folder, not a file"));
  if (S_ISSOCK (status->st_mode))
    return refuse (error, _ ("This is a socket, not a file"));
  if (S_ISFIFO (status->st_mode))
    return refuse (error, _ ("This is a pipe, not a file"));

  return refuse (error, _ ("This is a device, not a file"));
}

/* Waits until there is something to read, or nobody is left who could write. */
static gboolean
wait_for_bytes (const Input *self,
                int fd,
                GError **error)
{
  struct pollfd wanted = { .fd = fd, .events = POLLIN };

  for (;;)
    {
      int n = poll (&wanted, 1, ASK_EVERY_MS);

      if (n < 0 && errno != EINTR && errno != EAGAIN)
        return fail_by_errno (error);
      /* Also after each piece: a signal that came meanwhile must not wait for the next. */
      if (!ask (self, error))
        return FALSE;
      if (n > 0)
        return TRUE;
    }
}

static gboolean
read_pieces (Input *self,
             int fd,
             gboolean is_pipe,
             GError **error)
{
  while (self->bytes->len < self->most)
    {
      guint before = self->bytes->len;
      gsize piece = MIN (PIECE, self->most - before);
      gssize n = 0;

      if (is_pipe ? !wait_for_bytes (self, fd, error) : !ask (self, error))
        return FALSE;
      g_byte_array_set_size (self->bytes, before + (guint) piece);
      n = read (fd, self->bytes->data + before, piece);
      g_byte_array_set_size (self->bytes, before + (guint) MAX (n, 0));
      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR && errno != EAGAIN)
        return fail_by_errno (error);
    }

  return TRUE;
}

static gboolean
read_path (Input *self,
           const char *path,
           GError **error)
{
  struct stat status = { 0 };
  gboolean ok = FALSE;
  int fd = -1;

  /* Opening a device may already do something. */
  if (stat (path, &status) < 0)
    return fail_by_errno (error);
  if (!check_mode (&status, self->progress != NULL, error))
    return FALSE;
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return fail_by_errno (error);

  if (fstat (fd, &status) < 0)
    ok = fail_by_errno (error);
  else if (check_mode (&status, self->progress != NULL, error))
    {
      self->size = S_ISREG (status.st_mode) ? status.st_size : 0;
      ok = read_pieces (self, fd, S_ISFIFO (status.st_mode), error);
    }
  close (fd);

  return ok;
}

static gboolean
read_stream (Input *self,
             GFile *file,
             GError **error)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);
  g_autoptr (GFileInputStream) stream = NULL;

  if (type == G_FILE_TYPE_DIRECTORY)
    return refuse (error, _ ("This is a folder, not a file"));
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return FALSE;

  while (self->bytes->len < self->most)
    {
      guint before = self->bytes->len;
      gsize piece = MIN (PIECE, self->most - before);
      gssize n = 0;

      if (!ask (self, error))
        return FALSE;
      g_byte_array_set_size (self->bytes, before + (guint) piece);
      n = g_input_stream_read (G_INPUT_STREAM (stream), self->bytes->data + before, piece, NULL,
                               error);
      g_byte_array_set_size (self->bytes, before + (guint) MAX (n, 0));
      if (n <= 0)
        return n == 0;
    }

  return TRUE;
}

GBytes *
rm_input_file_load (GFile *file,
                    gsize limit,
                    RmProgressFunc progress,
                    gpointer data,
                    GError **error)
{
  const char *path = g_file_peek_path (file);
  Input self = {
    .bytes = g_byte_array_new (),
    .most = limit + 1,
    .progress = progress,
    .data = data,
  };

  g_return_val_if_fail (limit < G_MAXUINT - PIECE, NULL);

  if (path != NULL ? read_path (&self, path, error) : read_stream (&self, file, error))
    return g_byte_array_free_to_bytes (self.bytes);

  g_byte_array_unref (self.bytes);
  return NULL;
}
