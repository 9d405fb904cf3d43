/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"
#include "store-fixture.h"

#include "core/model/rm-person.h"
#include "store/rm-document-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Loss of power at any moment: file operations of the program are recorded, and after each a disk
 * is laid out with or without unsynced data. On it the document is the old one or the new one, and
 * each acknowledged edit is there. RM_CUTS sets how many losses (20,000 for a campaign). */

#define DEFAULT_CUTS 400

/* Marks: an edit was acknowledged, a save was; the number of people so far is added. */
#define ACKNOWLEDGED 0
#define SAVED 1000000

#define OTHER_STATE "-other-state"

static int people;

static gboolean
insert_numbered (RmStore *store,
                 gpointer data,
                 GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = FALSE;

  person->staff_no = g_strdup_printf ("%d", *(int *) data);
  person->name = g_strnfill (2000, 'a' + *(int *) data % 26);
  ok = rm_store_insert (store, person, error);
  rm_record_unref (person);
  return ok;
}

static void
add (RmDocument *document,
     int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      people++;
      rm_store_edit (rm_document_get_store (document), "Add", RM_EDIT_NONE, insert_numbered, &people,
                     NULL, &error);
      g_assert_no_error (error);
      faults_mark (ACKNOWLEDGED + people);
    }
}

static void
save (RmDocument *document)
{
  must_save (document);
  faults_mark (SAVED + people);
}

/* A programme is made, filled, saved, closed and opened again, left unsaved, recovered, and its log is
 * folded saved and unsaved. */
static void
work (const Place *place)
{
  RmDocument *document = rm_document_create (place->file, place->state, NULL);

  save (document);
  add (document, 6);
  save (document);
  add (document, 3);
  save (document);
  rm_document_close (document);

  document = must_open (place);
  add (document, 5);
  rm_document_close (document);

  document = must_open (place);
  add (document, 2);
  document->long_log = 1;
  rm_document_fold_log (document);
  add (document, 4);
  rm_document_close (document);

  document = must_open (place);
  add (document, 1);
  save (document);
  add (document, 2);
  save (document);
  rm_document_close (document);
}

static int
highest (RmDocument *document)
{
  RmDb *db = rm_store_get_db (rm_document_get_store (document));
  gint64 n = 0;
  gint64 last = 0;

  g_assert_true (rm_db_get_int64 (db, "SELECT count (*) FROM person", &n, NULL));
  g_assert_true (rm_db_get_int64 (db, "SELECT coalesce (max (CAST (staff_no AS INTEGER)), 0) "
                                      "FROM person", &last, NULL));
  g_assert_cmpint (n, ==, last);
  return (int) n;
}

/* Opened for itself, without what lies in the folder of working copies. */
static void
check_file (const Place *place,
            int saved,
            const char *where)
{
  g_autofree char *state = g_strconcat (place->dir, OTHER_STATE, NULL);
  g_autoptr (GError) error = NULL;
  RmDocument *document = NULL;

  if (saved < 0 && !g_file_query_exists (place->file, NULL))
    return;
  document = rm_document_open (place->file, state, RM_OPEN_NONE, NULL, &error);
  if (document == NULL || !rm_document_verify (document, NULL, &error))
    g_error ("%s: the file: %s", where, error->message);
  if (highest (document) < saved)
    g_error ("%s: the file has %d people, %d were saved", where, highest (document), saved);
  rm_document_close (document);
}

static void
check_document (const Place *place,
                int acknowledged,
                gboolean made,
                const char *where)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error);

  /* It may not be there yet. */
  if (document == NULL && !made && g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_FOUND))
    return;
  if (document == NULL || !rm_document_verify (document, NULL, &error))
    g_error ("%s: %s", where, error->message);
  if (highest (document) < acknowledged)
    g_error ("%s: %d acknowledged, %d there", where, acknowledged, highest (document));
  rm_document_discard (document);
  rm_document_close (document);
}

static void
test_power (Place *place,
            gconstpointer data)
{
  const char *wanted = g_getenv ("RM_CUTS");
  guint cuts = wanted != NULL ? (guint) atoi (wanted) : DEFAULT_CUTS;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);
  g_autoptr (GPtrArray) events = NULL;
  Disk *disk = disk_new (place->dir);
  int acknowledged = 0;
  int saved = -1;
  guint done = 0;

  faults_record (place->dir);
  work (place);
  events = faults_stop_recording ();

  for (guint i = 0; i < events->len; i++)
    {
      const FaultEvent *event = g_ptr_array_index (events, i);
      /* Spread evenly, so that each step gets its share. */
      guint until = (guint) ((guint64) cuts * (i + 1) / events->len);

      disk_add (disk, event);
      if (event->kind == FAULT_MARK && event->offset >= SAVED)
        saved = (int) (event->offset - SAVED);
      else if (event->kind == FAULT_MARK)
        acknowledged = (int) event->offset;

      for (; done < until; done++)
        {
          DiskFate fate = done % 8 == 0 ? DISK_KEEP : done % 8 == 1 ? DISK_DROP : DISK_RANDOM;
          g_autofree char *where = g_strdup_printf ("loss %u, after step %u of %u", done, i,
                                                    events->len);

          disk_lay_out (disk, fate, rand);
          check_file (place, saved, where);
          check_document (place, MAX (acknowledged, saved), saved >= 0, where);
        }
    }
  g_test_message ("%u steps, %u losses of power, %d edits acknowledged, none lost", events->len, done,
                  acknowledged);
  g_assert_cmpint (acknowledged, ==, people);
  g_assert_cmpuint (done, ==, cuts);
  disk_free (disk);
  {
    g_autofree char *command = g_strdup_printf ("rm -rf '%s" OTHER_STATE "'", place->dir);

    g_assert_cmpint (system (command), ==, 0);
  }
}

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/power", Place, NULL, place_set_up, test_power, place_tear_down);
  return g_test_run ();
}
