/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/rm-document-private.h"

#include <sqlite3.h>
#include <string.h>

/* SQLite from 3.7.0 to 3.51.2 can damage a log on which one connection writes while another folds
 * it. So only one of a document's connections at a time may do either. Observed through SQLite's
 * locks: a separate VFS passes everything on and counts. */

/* The locks of SQLite's wal.c: bytes of the index, for writing, checkpointing and recovery. */
#define WRITE_LOCK 0
#define FOLD_LOCK 1

typedef struct
{
  sqlite3_file base;
  int held; /* bits of the locks above */
  sqlite3_file *real;
} SeenFile;

static sqlite3_vfs seen;
static sqlite3_vfs *real_vfs;
static GMutex mutex;
static GPtrArray *holders;     /* of SeenFile */
static int most;               /* connections that held any of the locks at once */
static int n_writes;
static int n_folds;

static void
note_locks (SeenFile *file,
            int bits,
            gboolean taken)
{
  g_mutex_lock (&mutex);
  file->held = taken ? file->held | bits : file->held & ~bits;
  g_ptr_array_remove (holders, file);
  if (file->held != 0)
    g_ptr_array_add (holders, file);
  most = MAX (most, (int) holders->len);
  n_writes += taken && (bits & (1 << WRITE_LOCK)) != 0;
  n_folds += taken && (bits & (1 << FOLD_LOCK)) != 0;
  g_mutex_unlock (&mutex);
}

static int
seen_lock (sqlite3_file *base,
           int offset,
           int n,
           int flags)
{
  SeenFile *file = (SeenFile *) base;
  int code = file->real->pMethods->xShmLock (file->real, offset, n, flags);
  int bits = 0;

  for (int k = offset; k < offset + n; k++)
    if (k == WRITE_LOCK || k == FOLD_LOCK)
      bits |= 1 << k;
  if (code == SQLITE_OK && bits != 0 && (flags & SQLITE_SHM_EXCLUSIVE) != 0)
    note_locks (file, bits, (flags & SQLITE_SHM_LOCK) != 0);
  return code;
}

#define PASS(name, parameters, arguments)                                                          \
  static int seen_##name parameters                                                                \
  {                                                                                                \
    sqlite3_file *real = ((SeenFile *) file)->real;                                                \
    return real->pMethods->x##name arguments;                                                      \
  }

PASS (Read, (sqlite3_file *file, void *to, int n, sqlite3_int64 at), (real, to, n, at))
PASS (Write, (sqlite3_file *file, const void *from, int n, sqlite3_int64 at), (real, from, n, at))
PASS (Truncate, (sqlite3_file *file, sqlite3_int64 size), (real, size))
PASS (Sync, (sqlite3_file *file, int flags), (real, flags))
PASS (FileSize, (sqlite3_file *file, sqlite3_int64 *size), (real, size))
PASS (Lock, (sqlite3_file *file, int level), (real, level))
PASS (Unlock, (sqlite3_file *file, int level), (real, level))
PASS (CheckReservedLock, (sqlite3_file *file, int *result), (real, result))
PASS (FileControl, (sqlite3_file *file, int op, void *data), (real, op, data))
PASS (SectorSize, (sqlite3_file *file), (real))
PASS (DeviceCharacteristics, (sqlite3_file *file), (real))
PASS (ShmMap, (sqlite3_file *file, int page, int size, int extend, void volatile **to),
      (real, page, size, extend, to))
PASS (ShmUnmap, (sqlite3_file *file, int remove), (real, remove))

static void
seen_barrier (sqlite3_file *file)
{
  sqlite3_file *real = ((SeenFile *) file)->real;

  real->pMethods->xShmBarrier (real);
}

static int
seen_close (sqlite3_file *base)
{
  SeenFile *file = (SeenFile *) base;
  int code = file->real->pMethods->xClose (file->real);

  note_locks (file, ~0, FALSE);
  return code;
}

static const sqlite3_io_methods seen_methods = {
  .iVersion = 2,
  .xClose = seen_close,
  .xRead = seen_Read,
  .xWrite = seen_Write,
  .xTruncate = seen_Truncate,
  .xSync = seen_Sync,
  .xFileSize = seen_FileSize,
  .xLock = seen_Lock,
  .xUnlock = seen_Unlock,
  .xCheckReservedLock = seen_CheckReservedLock,
  .xFileControl = seen_FileControl,
  .xSectorSize = seen_SectorSize,
  .xDeviceCharacteristics = seen_DeviceCharacteristics,
  .xShmMap = seen_ShmMap,
  .xShmLock = seen_lock,
  .xShmBarrier = seen_barrier,
  .xShmUnmap = seen_ShmUnmap,
};

static int
seen_open (sqlite3_vfs *vfs,
           const char *name,
           sqlite3_file *base,
           int flags,
           int *got)
{
  SeenFile *file = (SeenFile *) base;
  int code = SQLITE_OK;

  file->held = 0;
  file->real = (sqlite3_file *) (file + 1);
  code = real_vfs->xOpen (real_vfs, name, file->real, flags, got);
  base->pMethods = file->real->pMethods != NULL ? &seen_methods : NULL;
  return code;
}

static void
watch (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  seen = *real_vfs;
  seen.zName = "seen";
  seen.szOsFile = (int) sizeof (SeenFile) + real_vfs->szOsFile;
  seen.xOpen = seen_open;
  holders = g_ptr_array_new ();
  g_assert_cmpint (sqlite3_vfs_register (&seen, TRUE), ==, SQLITE_OK);
}

static int
count_folds (void)
{
  int n = 0;

  g_mutex_lock (&mutex);
  n = n_folds;
  g_mutex_unlock (&mutex);
  return n;
}

typedef struct
{
  RmDocument *document;
  int stop; /* atomic */
} Shared;

static gpointer
save_again_and_again (gpointer data)
{
  Shared *shared = data;

  while (!g_atomic_int_get (&shared->stop))
    {
      g_autoptr (GError) error = NULL;

      rm_document_save (shared->document, FALSE, NULL, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static gpointer
edit_in_worker (gpointer data)
{
  Shared *shared = data;

  for (int i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RmStore) store = rm_document_open_worker (shared->document, &error);

      g_assert_no_error (error);
      /* Another connection may have moved on since: then this edit is refused. */
      rm_store_edit (store, "Add", RM_EDIT_NONE, insert_person, (gpointer) "Worker", NULL, NULL);
    }
  return NULL;
}

/* The main thread edits, a worker saves and folds without a pause, another edits on connections of its
 * own: as the session never lets them, all at once. */
static void
test_one_writer (Place *place,
                 gconstpointer data)
{
  Shared shared = { .document = must_create (place) };
  GThread *saving = NULL;
  GThread *editing = NULL;
  RmStore *store = rm_document_get_store (shared.document);

  /* Each save folds, whether all of it is saved or not. */
  shared.document->long_log = 1;
  saving = g_thread_new ("save", save_again_and_again, &shared);
  editing = g_thread_new ("edit", edit_in_worker, &shared);
  /* However slowly the saving gets on beside it. */
  for (int i = 0; i < 120 || count_folds () <= 5; i++)
    {
      if (!rm_store_edit (store, "Add", RM_EDIT_NONE, insert_person, (gpointer) "Main", NULL, NULL))
        g_assert_true (rm_store_load_history (store, NULL));
    }
  g_thread_join (editing);
  g_atomic_int_set (&shared.stop, TRUE);
  g_thread_join (saving);

  g_test_message ("%d writes, %d foldings, at most %d at once", n_writes, n_folds, most);
  g_assert_cmpint (n_folds, >, 5);
  g_assert_cmpint (n_writes, >, 100);
  g_assert_cmpint (most, ==, 1);
  g_assert_true (rm_document_verify (shared.document, NULL, NULL));
  rm_document_discard (shared.document);
  rm_document_close (shared.document);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  watch ();
  g_test_add ("/store/one-writer", Place, NULL, place_set_up, test_one_writer, place_tear_down);
  return g_test_run ();
}
