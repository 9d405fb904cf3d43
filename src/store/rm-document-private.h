/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-document.h"
#include "store/rm-working-folder-private.h"

G_BEGIN_DECLS

struct _RmDocument
{
  /* owned */
  GFile *file;
  char *dir;     /* of the working copy */
  char *working; /* the working copy itself */
  RmFileLock *lock;
  RmStore *store;

  gboolean recovered;
  gboolean discarded;
  gint64 short_log; /* bytes: up to this size the log is folded once saved */
  gint64 long_log;  /* from this size on it is always folded */

  /* Held while writing to the working copy or folding its log: SQLite 3.7.0 to 3.51.2 can damage a
   * log if two connections do so at once. */
  GMutex writing;

  GMutex mutex;        /* guards what a saving worker writes: */
  RmWorkingInfo *info;
  GFile *moved;        /* the new place of the file, until the main thread has taken it over */
  GPtrArray *notices;
  guint64 inode;       /* of the file as it was last read or written; 0: unknown */
};

/* rm-document.c */
RmDocument *rm_document_new (GFile *file,
                             const char *state_dir,
                             GError **error);
gboolean rm_document_attach (RmDocument *self,
                             GError **error);
char *rm_document_name_of (GFile *file);
guint64 rm_document_inode_of (GFile *file);

/* rm-document-recover.c: opens unsaved changes of an earlier time, if there are any. */
gboolean rm_document_recover (RmDocument *self,
                              gboolean insist,
                              GError **error);

/* rm-document-save.c */
void rm_document_add_notice (RmDocument *self,
                             RmSaveNoticeKind kind,
                             const char *name);

/* rm-document-beside.c */
/* The real folder of a file, links resolved; NULL if it has no path. */
char *rm_document_folder_of (GFile *file);
/* Keeps a file that came out of an exchange and is not ours under a name that people can find;
 * returns that name. */
char *rm_document_keep_displaced (GFile *file,
                                  const char *displaced);
/* Cleans up after a killed save: removes the draft, keeps the file that the exchange took out.
 * Returns its name if it is somebody else's, else NULL. */
char *rm_document_settle_draft (RmWorkingInfo *info,
                                GFile *file);
/* Older versions of this program refuse the current format: keeps a copy of a file with @digest and
 * an older format next to it, as @name (NULL if there is nothing to keep). */
gboolean rm_document_keep_old_format (GFile *file,
                                      const char *digest,
                                      char **name,
                                      GError **error);

/* rm-document-fold.c: folds the log into the working copy when due. */
void rm_document_fold_log (RmDocument *self);
void rm_document_fold_all (RmDocument *self);
gboolean rm_document_unfold (RmDocument *self);
void rm_document_end_folding (RmDocument *self);

G_END_DECLS
