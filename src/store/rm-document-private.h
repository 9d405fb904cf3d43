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
  gint64 short_log; /* bytes: up to here the log is folded once it is saved */
  gint64 long_log;  /* and from here on in any case */

  /* Held by whoever writes to the working copy or folds its log: SQLite from 3.7.0 to 3.51.2 can damage
   * a log on which two connections do so at once. */
  GMutex writing;

  GMutex mutex;        /* guards what a saving worker writes: */
  RmWorkingInfo *info;
  GFile *moved;        /* where the file was found again, until the main thread has seen it */
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
/* The folder in which a file really is; NULL where it has no path. */
char *rm_document_folder_of (GFile *file);
/* What came out of an exchange and is not ours gets a name that a person finds: that name. */
char *rm_document_keep_displaced (GFile *file,
                                  const char *displaced);
/* What a killed save left beside the file: the draft goes, what the exchange took out is kept. The name
 * under which it is, if it is somebody else's; else NULL. */
char *rm_document_settle_draft (RmWorkingInfo *info,
                                GFile *file);
/* Older versions of this program refuse what is written now: a file that has @digest and an older format
 * stays beside it as it was, under @name (NULL where there is nothing to keep). */
gboolean rm_document_keep_old_format (GFile *file,
                                      const char *digest,
                                      char **name,
                                      GError **error);

/* rm-document-fold.c: folds the log into the working copy where that is due. */
void rm_document_fold_log (RmDocument *self);
void rm_document_fold_all (RmDocument *self);
gboolean rm_document_unfold (RmDocument *self);
void rm_document_end_folding (RmDocument *self);

G_END_DECLS
