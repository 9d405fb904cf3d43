/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain names are wanted here, not what headers make of them. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include "faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Exported by the test program, so that libraries find these before those of the C library. Paths come
 * from /proc, so that nothing has to be kept per descriptor. */

static GMutex mutex;
static char *recorded;       /* folder, or NULL */
static GPtrArray *events;
static char *kill_suffix;
static char *full_folder;
static int wanted;
static int counted;
static gboolean torn_write;
static FaultHook before_exchange;
static FaultHook after_exchange;
static gpointer hook_data;
static int refused;
static int exchanges;

#define EXPORT __attribute__ ((visibility ("default")))
#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static void
event_free (gpointer data)
{
  FaultEvent *event = data;

  g_clear_pointer (&event->data, g_bytes_unref);
  g_free (event->path);
  g_free (event->other);
  g_free (event);
}

void
faults_record (const char *folder)
{
  g_clear_pointer (&events, g_ptr_array_unref);
  events = g_ptr_array_new_with_free_func (event_free);
  recorded = g_strdup (folder);
}

GPtrArray *
faults_stop_recording (void)
{
  g_clear_pointer (&recorded, g_free);
  return g_steal_pointer (&events);
}

void
faults_kill_at (const char *suffix,
                int n,
                gboolean torn)
{
  g_free (kill_suffix);
  kill_suffix = g_strdup (suffix);
  wanted = n;
  counted = 0;
  torn_write = torn;
}

void
faults_fill_at (const char *folder,
                int n)
{
  g_free (full_folder);
  full_folder = n > 0 ? g_strdup (folder) : NULL;
  wanted = n;
  counted = 0;
}

void
faults_hook_exchange (FaultHook before,
                      FaultHook after,
                      gpointer data)
{
  before_exchange = before;
  after_exchange = after;
  hook_data = data;
}

void
faults_refuse_exchange (int code)
{
  refused = code;
}

int
faults_count_exchanges (void)
{
  return exchanges;
}

int
faults_count (void)
{
  return counted;
}

static gboolean
is_below (const char *path)
{
  return recorded != NULL && path != NULL && g_str_has_prefix (path, recorded);
}

static char *
path_of (int fd)
{
  char link[64];
  char path[4096];
  gssize n = 0;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  n = readlink (link, path, sizeof path - 1);
  if (n < 0)
    return NULL;
  path[n] = '\0';
  return g_strdup (path);
}

static guint64
inode_of (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 ? info.st_ino : 0;
}

static FaultEvent *
add_event (FaultKind kind)
{
  FaultEvent *event = g_new0 (FaultEvent, 1);

  event->kind = kind;
  g_ptr_array_add (events, event);
  return event;
}

void
faults_mark (gint64 number)
{
  g_mutex_lock (&mutex);
  if (recorded != NULL)
    add_event (FAULT_MARK)->offset = number;
  g_mutex_unlock (&mutex);
}

static void
record_write (int fd,
              const void *data,
              gssize size,
              gint64 offset)
{
  g_autofree char *path = path_of (fd);
  FaultEvent *event = NULL;

  if (!is_below (path) || size <= 0 || g_str_has_suffix (path, "-shm"))
    return;
  g_mutex_lock (&mutex);
  event = add_event (FAULT_WRITE);
  event->inode = inode_of (fd);
  event->offset = offset;
  event->data = g_bytes_new (data, (gsize) size);
  g_mutex_unlock (&mutex);
}

static void
record_fd (FaultKind kind,
           int fd,
           gint64 offset)
{
  g_autofree char *path = path_of (fd);
  FaultEvent *event = NULL;

  if (!is_below (path) || g_str_has_suffix (path, "-shm"))
    return;
  g_mutex_lock (&mutex);
  event = add_event (kind);
  event->inode = inode_of (fd);
  event->offset = offset;
  event->path = g_steal_pointer (&path);
  g_mutex_unlock (&mutex);
}

static void
record_names (FaultKind kind,
              const char *path,
              const char *other)
{
  FaultEvent *event = NULL;
  struct stat info;

  if (!is_below (path))
    return;
  g_mutex_lock (&mutex);
  event = add_event (kind);
  event->path = g_strdup (path);
  event->other = g_strdup (other);
  if (kind == FAULT_MKDIR && stat (path, &info) == 0)
    event->inode = info.st_ino;
  g_mutex_unlock (&mutex);
}

/* Whether the write that is about to be made is to fail; may not return. */
static gboolean
is_disturbed (int fd,
              const void *data,
              gsize size,
              gint64 offset)
{
  g_autofree char *path = NULL;

  if (kill_suffix == NULL && full_folder == NULL)
    return FALSE;
  path = path_of (fd);
  if (path == NULL)
    return FALSE;

  if (kill_suffix != NULL && g_str_has_suffix (path, kill_suffix) && ++counted == wanted)
    {
      if (torn_write && offset >= 0)
        REAL (pwrite) (fd, data, size / 2, offset);
      kill (getpid (), SIGKILL);
      for (;;)
        pause ();
    }
  if (full_folder != NULL && g_str_has_prefix (path, full_folder) && ++counted >= wanted)
    {
      errno = ENOSPC;
      return TRUE;
    }
  return FALSE;
}

EXPORT ssize_t
pwrite (int fd,
        const void *data,
        size_t size,
        off_t offset)
{
  ssize_t n = 0;

  if (is_disturbed (fd, data, size, offset))
    return -1;
  n = REAL (pwrite) (fd, data, size, offset);
  if (recorded != NULL)
    record_write (fd, data, n, offset);
  return n;
}

EXPORT ssize_t
pwrite64 (int fd,
          const void *data,
          size_t size,
          off64_t offset)
{
  return pwrite (fd, data, size, offset);
}

EXPORT ssize_t
write (int fd,
       const void *data,
       size_t size)
{
  ssize_t n = 0;
  off_t at = 0;

  if (is_disturbed (fd, data, size, -1))
    return -1;
  at = recorded != NULL ? lseek (fd, 0, SEEK_CUR) : 0;
  n = REAL (write) (fd, data, size);
  if (recorded != NULL && at >= 0)
    record_write (fd, data, n, at);
  return n;
}

EXPORT int
ftruncate (int fd,
           off_t size)
{
  int result = REAL (ftruncate) (fd, size);

  if (recorded != NULL && result == 0)
    record_fd (FAULT_TRUNCATE, fd, size);
  return result;
}

EXPORT int
ftruncate64 (int fd,
             off64_t size)
{
  return ftruncate (fd, size);
}

EXPORT int
fsync (int fd)
{
  int result = REAL (fsync) (fd);

  if (recorded != NULL && result == 0)
    record_fd (FAULT_SYNC, fd, 0);
  return result;
}

EXPORT int
fdatasync (int fd)
{
  int result = REAL (fdatasync) (fd);

  if (recorded != NULL && result == 0)
    record_fd (FAULT_SYNC, fd, 0);
  return result;
}

typedef int (*OpenFunc) (const char *path, int flags, ...);

static int
open_seen (OpenFunc real,
           const char *path,
           int flags,
           mode_t mode)
{
  gboolean is_new = recorded != NULL && (flags & O_CREAT) != 0 && access (path, F_OK) != 0;
  gboolean cut = recorded != NULL && (flags & O_TRUNC) != 0;
  int fd = real (path, flags, mode);

  if (fd >= 0 && is_new)
    record_fd (FAULT_CREATE, fd, 0);
  else if (fd >= 0 && cut)
    record_fd (FAULT_TRUNCATE, fd, 0);
  return fd;
}

#define MODE_OF(flags, mode)                                                                       \
  mode_t mode = 0;                                                                                 \
  if (((flags) & (O_CREAT | O_TMPFILE)) != 0)                                                      \
    {                                                                                              \
      va_list args;                                                                                \
      va_start (args, flags);                                                                      \
      mode = va_arg (args, mode_t);                                                                \
      va_end (args);                                                                               \
    }

EXPORT int
open (const char *path,
      int flags,
      ...)
{
  MODE_OF (flags, mode)

  return open_seen ((OpenFunc) dlsym (RTLD_NEXT, "open"), path, flags, mode);
}

EXPORT int
open64 (const char *path,
        int flags,
        ...)
{
  MODE_OF (flags, mode)

  return open_seen ((OpenFunc) dlsym (RTLD_NEXT, "open64"), path, flags, mode);
}

EXPORT int
rename (const char *from,
        const char *to)
{
  int result = REAL (rename) (from, to);

  if (recorded != NULL && result == 0)
    record_names (FAULT_RENAME, from, to);
  return result;
}

EXPORT int
renameat2 (int from_dir,
           const char *from,
           int to_dir,
           const char *to,
           unsigned int flags)
{
  gboolean exchange = (flags & RENAME_EXCHANGE) != 0;
  FaultHook before = exchange ? before_exchange : NULL;
  FaultHook after = exchange ? after_exchange : NULL;
  int result = 0;

  if (exchange)
    {
      exchanges++;
      before_exchange = after_exchange = NULL;
      if (refused != 0)
        {
          errno = refused;
          return -1;
        }
    }
  if (before != NULL)
    before (hook_data);
  result = REAL (renameat2) (from_dir, from, to_dir, to, flags);
  if (after != NULL)
    after (hook_data);

  if (recorded != NULL && result == 0)
    record_names (exchange ? FAULT_EXCHANGE : FAULT_RENAME, from, to);
  return result;
}

EXPORT int
unlink (const char *path)
{
  int result = REAL (unlink) (path);

  if (recorded != NULL && result == 0)
    record_names (FAULT_UNLINK, path, NULL);
  return result;
}

EXPORT int
mkdir (const char *path,
       mode_t mode)
{
  int result = REAL (mkdir) (path, mode);

  if (recorded != NULL && result == 0)
    record_names (FAULT_MKDIR, path, NULL);
  return result;
}

EXPORT int
rmdir (const char *path)
{
  int result = REAL (rmdir) (path);

  if (recorded != NULL && result == 0)
    record_names (FAULT_RMDIR, path, NULL);
  return result;
}
