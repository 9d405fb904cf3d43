/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Observes and disturbs file operations: these tests define the C library's functions that write,
 * and SQLite and GIO call them instead. */

/** FaultKind: the kind of file operation. */
typedef enum
{
  FAULT_WRITE,    /* inode, offset, data */
  FAULT_TRUNCATE, /* inode, offset */
  FAULT_SYNC,     /* inode */
  FAULT_CREATE,   /* path, inode */
  FAULT_UNLINK,   /* path */
  FAULT_RENAME,   /* path, other */
  FAULT_EXCHANGE, /* path, other */
  FAULT_MKDIR,    /* path, inode */
  FAULT_RMDIR,    /* path */
  FAULT_MARK,     /* offset: a number the test gave */
} FaultKind;

typedef struct
{
  FaultKind kind;
  guint64 inode;
  gint64 offset;
  GBytes *data;
  char *path;
  char *other;
} FaultEvent;

/* Records operations below @folder from now on. */
void faults_record (const char *folder);
void faults_mark (gint64 number);
GPtrArray *faults_stop_recording (void);

/* Kills this process at the @n-th write (from 1) to a file whose name ends with @suffix; half of it is
 * written where @torn. */
void faults_kill_at (const char *suffix,
                     int n,
                     gboolean torn);

/* From the @n-th write (from 1) below @folder on, the disk is full; 0 ends that. */
void faults_fill_at (const char *folder,
                     int n);

/* Calls @func with @data right before, or right after, the next exchange of two files. */
typedef void (*FaultHook) (gpointer data);
void faults_hook_exchange (FaultHook before,
                           FaultHook after,
                           gpointer data);

/* Lets exchanges fail with @code, as on file systems without support; 0 ends that. */
void faults_refuse_exchange (int code);

/* The number of exchanges tried. */
int faults_count_exchanges (void);

/* The number of writes counted by the last of the two above. */
int faults_count (void);

G_END_DECLS
