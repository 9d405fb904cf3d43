/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-file-lock.h"

G_BEGIN_DECLS

/* The folder of a document's working copy, inside the folder of working copies, with the copy, its
 * log, and an info file about the content of the document's file. Only the holder of the lock of a
 * folder's name may write or remove it. */

#define RM_WORKING_NAME "working.mentoring"

/** RmWorkingInfo: data about the file of a working copy. */
typedef struct
{
  char *uri;
  char *digest;         /* of its content when last read or written; NULL: nothing yet */
  gint64 saved;         /* the head of the history in it; -1: none */
  char *pending;        /* digest of the content being written over it, or NULL */
  gint64 pending_saved; /* the head of that */
  char *draft;          /* path of the draft, and then of the replaced file */
  gboolean folded;      /* the working copy holds unsaved changes outside of its log */
  gboolean old;         /* written by a version that looked at times instead of content */
} RmWorkingInfo;

RmWorkingInfo *rm_working_info_new (void);
void rm_working_info_free (RmWorkingInfo *self);

/* NULL without an error if there is none. */
RmWorkingInfo *rm_working_info_read (const char *dir,
                                     GError **error);
gboolean rm_working_info_write (const RmWorkingInfo *self,
                                const char *dir,
                                GError **error);

/* The name of a file's folder and of its lock: the same under each of the file's names, links
 * included. */
char *rm_working_key (GFile *file);

/* The folder of a file whose lock is held: the one with unsaved changes of it, else the default
 * one. */
char *rm_working_folder_find (const char *state_dir,
                              GFile *file,
                              const char *key);

/* Whether there may be unsaved changes, or a draft left next to the file by a killed save. FALSE is
 * certain, and known without SQLite: an edit is in the log, and the log is only folded into the
 * copy when all of it is saved or "folded" is set. */
gboolean rm_working_folder_may_hold_unsaved (const char *dir);

/* Whether an older version of this program, which locked differently, has it open. */
gboolean rm_working_folder_is_held_by_old (const char *dir);

/* Removes the folder and its content. */
void rm_working_folder_remove (const char *dir);

/* Removes all folders that nobody holds and that cannot hold unsaved changes. */
void rm_working_folder_clean_all (const char *state_dir);

/* If there was no space: reports that it is not the disk of the file that is full. Returns
 * FALSE. */
gboolean rm_working_folder_fail (const char *dir,
                                 GError **error);

/* An attempt to open the content of the folder: a mark that is still there shows that an earlier
 * attempt crashed the program. Returns the number of unfinished attempts. */
int rm_working_folder_count_attempts (const char *dir);
int rm_working_folder_begin_attempt (const char *dir);
void rm_working_folder_end_attempt (const char *dir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmWorkingInfo, rm_working_info_free)

G_END_DECLS
