/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECTOR 512

/* What is called an inode here is one from its making to its end: the system uses numbers again. */
typedef struct
{
  gboolean folder;
  GByteArray *synced;
  GPtrArray *pending; /* of FaultEvent, borrowed */
} Node;

/* A name that was made or removed, in a folder that is not synced since. */
typedef struct
{
  FaultKind kind;
  char *path;
  char *other;
  Node *node; /* borrowed; of what is made */
} Entry;

struct _Disk
{
  char *folder;
  GPtrArray *nodes;    /* owns them */
  GHashTable *numbers; /* inode → Node, as they are now */
  GHashTable *now;     /* path → Node */
  GHashTable *synced;  /* path → Node, as they are on the disk */
  GPtrArray *entries;  /* of Entry */
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_byte_array_unref (node->synced);
  g_ptr_array_unref (node->pending);
  g_free (node);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->path);
  g_free (entry->other);
  g_free (entry);
}

Disk *
disk_new (const char *folder)
{
  Disk *self = g_new0 (Disk, 1);

  self->folder = g_strdup (folder);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->synced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

void
disk_free (Disk *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->now);
  g_hash_table_unref (self->synced);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->nodes);
  g_free (self->folder);
  g_free (self);
}

static Node *
add_node (Disk *self,
          guint64 number,
          gboolean folder)
{
  Node *node = g_new0 (Node, 1);

  node->folder = folder;
  node->synced = g_byte_array_new ();
  node->pending = g_ptr_array_new ();
  g_ptr_array_add (self->nodes, node);
  g_hash_table_insert (self->numbers, g_memdup2 (&number, sizeof number), node);
  return node;
}

static void
apply_names (GHashTable *names,
             FaultKind kind,
             const char *path,
             const char *other,
             Node *node)
{
  Node *first = g_hash_table_lookup (names, path);
  Node *second = other != NULL ? g_hash_table_lookup (names, other) : NULL;

  switch (kind)
    {
    case FAULT_CREATE:
    case FAULT_MKDIR:
      g_hash_table_insert (names, g_strdup (path), node);
      break;
    case FAULT_UNLINK:
    case FAULT_RMDIR:
      g_hash_table_remove (names, path);
      break;
    case FAULT_RENAME:
      g_hash_table_remove (names, path);
      if (first != NULL)
        g_hash_table_insert (names, g_strdup (other), first);
      break;
    case FAULT_EXCHANGE:
    default:
      if (first != NULL && second != NULL)
        {
          g_hash_table_insert (names, g_strdup (path), second);
          g_hash_table_insert (names, g_strdup (other), first);
        }
      break;
    }
}

static void
add_names (Disk *self,
           const FaultEvent *event)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->kind = event->kind;
  entry->path = g_strdup (event->path);
  entry->other = g_strdup (event->other);
  if (event->kind == FAULT_CREATE || event->kind == FAULT_MKDIR)
    entry->node = add_node (self, event->inode, event->kind == FAULT_MKDIR);
  apply_names (self->now, entry->kind, entry->path, entry->other, entry->node);
  g_ptr_array_add (self->entries, entry);
}

static void
apply_write (GByteArray *bytes,
             const FaultEvent *event,
             gsize limit)
{
  gsize size = 0;
  const guint8 *data = NULL;

  if (event->kind == FAULT_TRUNCATE)
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, (guint) event->offset);
      if (bytes->len > before)
        memset (bytes->data + before, 0, bytes->len - before);
      return;
    }

  data = g_bytes_get_data (event->data, &size);
  size = MIN (size, limit);
  if (bytes->len < event->offset + (gint64) size)
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, (guint) (event->offset + (gint64) size));
      memset (bytes->data + before, 0, bytes->len - before);
    }
  memcpy (bytes->data + event->offset, data, size);
}

static gboolean
is_in (const char *path,
       const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_str_equal (parent, folder);
}

static void
sync_folder (Disk *self,
             const char *folder)
{
  for (guint i = 0; i < self->entries->len;)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (is_in (entry->path, folder))
        {
          apply_names (self->synced, entry->kind, entry->path, entry->other, entry->node);
          g_ptr_array_remove_index (self->entries, i);
        }
      else
        i++;
    }
}

static void
sync_file (Node *node)
{
  for (guint i = 0; i < node->pending->len; i++)
    apply_write (node->synced, g_ptr_array_index (node->pending, i), G_MAXSIZE);
  g_ptr_array_set_size (node->pending, 0);
}

void
disk_add (Disk *self,
          const FaultEvent *event)
{
  Node *node = g_hash_table_lookup (self->numbers, &event->inode);

  switch (event->kind)
    {
    case FAULT_WRITE:
    case FAULT_TRUNCATE:
      g_assert_nonnull (node);
      g_ptr_array_add (node->pending, (gpointer) event);
      break;
    case FAULT_SYNC:
      if (g_file_test (event->path, G_FILE_TEST_IS_DIR) || node == NULL || node->folder)
        sync_folder (self, event->path);
      else
        sync_file (node);
      break;
    case FAULT_MARK:
      break;
    case FAULT_CREATE:
    case FAULT_UNLINK:
    case FAULT_RENAME:
    case FAULT_EXCHANGE:
    case FAULT_MKDIR:
    case FAULT_RMDIR:
    default:
      add_names (self, event);
      break;
    }
}

static GByteArray *
content_of (const Node *node,
            DiskFate fate,
            GRand *rand)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, node->synced->data, node->synced->len);
  for (guint i = 0; i < node->pending->len; i++)
    {
      const FaultEvent *event = g_ptr_array_index (node->pending, i);
      int piece = fate == DISK_KEEP ? 0 : fate == DISK_DROP ? 1 : g_rand_int_range (rand, 0, 3);

      if (piece == 0)
        apply_write (bytes, event, G_MAXSIZE);
      else if (piece == 2 && event->kind == FAULT_WRITE)
        {
          gsize sectors = g_bytes_get_size (event->data) / SECTOR;

          apply_write (bytes, event, SECTOR * (gsize) g_rand_int_range (rand, 0, (int) sectors + 1));
        }
    }

  return bytes;
}

static void
copy_name (gpointer key,
           gpointer value,
           gpointer data)
{
  g_hash_table_insert (data, g_strdup (key), value);
}

/* The names of one folder are written in their order. */
static GHashTable *
names_after (Disk *self,
             DiskFate fate,
             GRand *rand)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ended = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_foreach (self->synced, copy_name, names);
  for (guint i = 0; fate != DISK_DROP && i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *folder = g_path_get_dirname (entry->path);

      if (fate == DISK_RANDOM && g_rand_int_range (rand, 0, 4) == 0)
        g_hash_table_add (ended, g_strdup (folder));
      if (!g_hash_table_contains (ended, folder))
        apply_names (names, entry->kind, entry->path, entry->other, entry->node);
    }

  return names;
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          empty_folder (path);
          g_rmdir (path);
        }
      else
        g_unlink (path);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
disk_lay_out (Disk *self,
              DiskFate fate,
              GRand *rand)
{
  g_autoptr (GHashTable) names = names_after (self, fate, rand);
  g_autofree const char **sorted = NULL;
  guint n = 0;

  empty_folder (self->folder);
  sorted = (const char **) g_hash_table_get_keys_as_array (names, &n);
  qsort (sorted, n, sizeof *sorted, compare_names);
  for (guint i = 0; i < n; i++)
    {
      const Node *node = g_hash_table_lookup (names, sorted[i]);
      g_autoptr (GByteArray) bytes = content_of (node, fate, rand);
      g_autofree char *parent = g_path_get_dirname (sorted[i]);
      FILE *file = NULL;

      /* Nothing is in a folder that is not there. */
      if (!g_file_test (parent, G_FILE_TEST_IS_DIR))
        continue;
      if (node->folder)
        {
          g_assert_cmpint (g_mkdir (sorted[i], 0700), ==, 0);
          continue;
        }
      file = g_fopen (sorted[i], "wb");
      g_assert_nonnull (file);
      if (bytes->len > 0)
        g_assert_cmpuint (fwrite (bytes->data, 1, bytes->len, file), ==, bytes->len);
      fclose (file);
      g_chmod (sorted[i], 0600);
    }
}
