/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-file-lock.h"

G_BEGIN_DECLS

/* Where a document's working copy lies: a folder of its own in the folder of working copies, with the
 * copy, its log, and an info file that says what the document's file holds. Folders are only written
 * and removed by whoever holds the lock of their name. */

#define RM_WORKING_NAME "working.mentoring"

/** RmWorkingInfo: what is known of the file that a working copy belongs to. */
typedef struct
{
  char *uri;
  char *digest;         /* of what it held when it was last read or written; NULL: nothing yet */
  gint64 saved;         /* the head of the history that it holds; -1: none */
  char *pending;        /* digest of what is being written over it, or NULL */
  gint64 pending_saved; /* the head of that */
  char *draft;          /* where it lies, and then what was in its place */
  gboolean folded;      /* the working copy holds unsaved changes outside of its log */
  gboolean old;         /* written by a version that looked at times instead of content */
} RmWorkingInfo;

RmWorkingInfo *rm_working_info_new (void);
void rm_working_info_free (RmWorkingInfo *self);

/* NULL without an error where there is none. */
RmWorkingInfo *rm_working_info_read (const char *dir,
                                     GError **error);
gboolean rm_working_info_write (const RmWorkingInfo *self,
                                const char *dir,
                                GError **error);

/* The name of a file's folder and of its lock: the same under each of the file's names, whatever
 * links lead to it. */
char *rm_working_key (GFile *file);

/* The folder of a file whose lock is held: where unsaved changes of it lie, else where they would. */
char *rm_working_folder_find (const char *state_dir,
                              GFile *file,
                              const char *key);

/* Whether there may be changes that were never saved, or a draft that a killed save left beside the
 * file. FALSE is certain, and known without SQLite: an edit is in the log, and the log is only folded
 * into the copy when all of it is saved or "folded" says so. */
gboolean rm_working_folder_may_hold_unsaved (const char *dir);

/* Whether an older version of this program, which locked differently, has it open. */
gboolean rm_working_folder_is_held_by_old (const char *dir);

/* Removes the folder with all that is in it. */
void rm_working_folder_remove (const char *dir);

/* Removes all folders that nobody holds and that may not hold unsaved changes. */
void rm_working_folder_clean_all (const char *state_dir);

/* Where there was no room: says that it is not the disk of the file that is full. Returns FALSE. */
gboolean rm_working_folder_fail (const char *dir,
                                 GError **error);

/* An attempt to open what lies in the folder: what ended the program before is seen by a mark that is
 * still there. Returns how many attempts did not come to their end. */
int rm_working_folder_count_attempts (const char *dir);
int rm_working_folder_begin_attempt (const char *dir);
void rm_working_folder_end_attempt (const char *dir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmWorkingInfo, rm_working_info_free)

G_END_DECLS
