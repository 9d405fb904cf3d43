/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document-private.h"
#include "store/rm-draft.h"
#include "store/rm-safe-file.h"
#include "store/rm-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Files kept next to a document: a version that somebody else wrote while ours was being written,
 * and the file before its format changed. They get names that people can find. */

/* The most files of one name. */
#define MAX_NAMES 1000

/* The limit of nearly all file systems, in bytes, if they do not say. */
#define LONGEST_NAME 255

char *
rm_document_folder_of (GFile *file)
{
  g_autoptr (GFile) real = rm_safe_file_resolve (file);
  g_autofree char *path = g_file_is_native (real) ? g_file_get_path (real) : NULL;

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

/* "name (what).mentoring", "name (what 2).mentoring" … A name without room for that is cut: the
 * addition says what the file is. */
static char *
numbered_path (const char *folder,
               GFile *file,
               const char *what,
               int number)
{
  g_autofree char *name = rm_document_name_of (file);
  g_autofree char *digits = number > 1 ? g_strdup_printf (" %d", number) : g_strdup ("");
  g_autofree char *ending = g_strdup_printf (" (%s%s).mentoring", what, digits);
  g_autofree char *base = NULL;
  long told = pathconf (folder, _PC_NAME_MAX);
  gsize longest = told > 0 ? (gsize) told : LONGEST_NAME;
  gsize room = longest > strlen (ending) ? longest - strlen (ending) : 0;

  if (strlen (name) > room)
    *g_utf8_find_prev_char (name, name + room + 1) = '\0';
  base = g_strconcat (name, ending, NULL);
  return g_build_filename (folder, base, NULL);
}

char *
rm_document_keep_displaced (GFile *file,
                            const char *displaced)
{
  g_autofree char *folder = g_path_get_dirname (displaced);

  for (int n = 1; n <= MAX_NAMES; n++)
    {
      /* Translators: part of the name of a file that somebody else wrote at the same time */
      g_autofree char *path = numbered_path (folder, file, _ ("somebody else’s version"), n);

      if (renameat2 (AT_FDCWD, displaced, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
        {
          rm_safe_file_sync_folder (folder, NULL);
          return g_path_get_basename (path);
        }
      if (errno != EEXIST)
        break;
    }

  return g_strdup (displaced);
}

char *
rm_document_settle_draft (RmWorkingInfo *info,
                          GFile *file)
{
  g_autofree char *path = g_steal_pointer (&info->draft);
  g_autoptr (GFile) draft = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autofree char *digest = NULL;

  if (path == NULL || !rm_safe_file_is_there (path))
    return NULL;

  digest = rm_safe_file_dup_digest (draft, NULL, NULL);
  if (digest == NULL
      || (g_strcmp0 (digest, info->digest) != 0 && g_strcmp0 (digest, info->pending) != 0))
    return rm_document_keep_displaced (file, path);

  g_unlink (path);
  return NULL;
}

static gboolean
holds (GFile *file,
       const char *digest)
{
  g_autofree char *there = rm_safe_file_dup_digest (file, NULL, NULL);

  return g_strcmp0 (there, digest) == 0;
}

static gboolean
copy_as_it_is (GFile *from,
               GFile *to,
               GError **error)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (RmDraft) draft = NULL;
  g_autofree char *displaced = NULL;
  g_autoptr (GFileInputStream) in = rm_safe_file_read (from, _ ("read the file"), NULL, error);

  if (in == NULL)
    return FALSE;
  draft = rm_draft_new (to, G_INPUT_STREAM (in), TRUE, NULL, error);
  return draft != NULL && rm_draft_commit (draft, nothing, &displaced, NULL, error);
}

/* @failure: (transfer full) */
static gboolean
fail_to_keep (GError *failure,
              GError **error)
{
  g_set_error (error, RM_STORE_ERROR, failure->code,
               /* Translators: %s is why not */
               _ ("The file has an older format and is kept as it is beside the new one, but there it "
                  "could not be written. %s"), failure->message);
  g_error_free (failure);
  return FALSE;
}

/* Under the first name that is free, or that an earlier failed attempt used for it. */
static gboolean
keep_under_free_name (GFile *file,
                      const char *folder,
                      const char *what,
                      const char *digest,
                      char **name,
                      GError **error)
{
  for (int n = 1;; n++)
    {
      g_autofree char *path = numbered_path (folder, file, what, n);
      g_autoptr (GFile) copy = g_file_new_for_path (path);
      GError *failure = NULL;

      if (rm_safe_file_is_there (path) ? holds (copy, digest) : copy_as_it_is (file, copy, &failure))
        {
          *name = g_path_get_basename (path);
          return TRUE;
        }
      if (failure != NULL)
        return fail_to_keep (failure, error);
      if (n == MAX_NAMES)
        return fail_to_keep (g_error_new_literal (RM_STORE_ERROR, RM_STORE_ERROR_FAILED, path),
                             error);
    }
}

gboolean
rm_document_keep_old_format (GFile *file,
                             const char *digest,
                             char **name,
                             GError **error)
{
  g_autofree char *folder = rm_document_folder_of (file);
  g_autofree char *original = folder != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *what = NULL;
  int version = 0;

  /* A file that somebody else has changed meanwhile is not overwritten, so there is nothing to
   * keep. */
  if (original == NULL
      || digest == NULL
      || !holds (file, digest)
      || !rm_schema_check_header (original, &version, NULL)
      || version == RM_SCHEMA_VERSION)
    return TRUE;

  /* Translators: part of the name of a file; the number of an older file format */
  what = g_strdup_printf (_ ("format %d"), version);
  return keep_under_free_name (file, folder, what, digest, name, error);
}
