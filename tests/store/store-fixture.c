/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "spoil.h"

#include "core/model/rm-person.h"
#include "store/rm-store-programme.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A document in a folder of its own, for tests of files. */

void
place_init (Place *place)
{
  place->dir = g_dir_make_tmp ("rm-document-XXXXXX", NULL);
  place->state = g_build_filename (place->dir, "state", NULL);
  {
    g_autofree char *path = g_build_filename (place->dir, "programme.mentoring", NULL);

    place->file = g_file_new_for_path (path);
  }
}

void
place_clear (Place *place)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", place->dir);

  g_assert_cmpint (system (command), ==, 0);
  g_object_unref (place->file);
  g_free (place->state);
  g_free (place->dir);
}

void
work_in_memory (void)
{
  GStatBuf info;

  /* Some tests are nobody for a while, and must be able to make files there, too. */
  if (g_stat ("/dev/shm", &info) == 0 && S_ISDIR (info.st_mode) && (info.st_mode & S_IWOTH) != 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
}

void
place_set_up (Place *place,
              gconstpointer data)
{
  place_init (place);
}

void
place_tear_down (Place *place,
                 gconstpointer data)
{
  place_clear (place);
}

gboolean
insert_person (RmStore *store,
               gpointer data,
               GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = FALSE;

  person->name = g_strdup (data);
  ok = rm_store_insert (store, person, error);
  rm_record_unref (person);
  return ok;
}

void
add_person (RmDocument *document,
            const char *name)
{
  g_autoptr (GError) error = NULL;

  rm_store_edit (rm_document_get_store (document), "Add", RM_EDIT_NONE, insert_person,
                 (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}

guint
count_people (RmDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmProgramme) programme
    = rm_store_load_programme (rm_document_get_store (document), &error);

  g_assert_no_error (error);
  return rm_programme_count (programme, RM_TABLE_PERSON);
}

RmDocument *
must_open (const Place *place)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error);

  g_assert_no_error (error);
  rm_store_load_history (rm_document_get_store (document), &error);
  g_assert_no_error (error);
  return document;
}

void
must_save (RmDocument *document)
{
  g_autoptr (GError) error = NULL;

  rm_document_save (document, FALSE, NULL, &error);
  g_assert_no_error (error);
}

RmDocument *
must_create (const Place *place)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_create (place->file, place->state, &error);

  g_assert_no_error (error);
  must_save (document);
  return document;
}

GBytes *
contents (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

gboolean
be_nobody (void)
{
  return geteuid () != 0 || seteuid (65534) == 0;
}

void
be_oneself (void)
{
  if (geteuid () != getuid ())
    g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

static void
make_edits (RmStore *store)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    rm_store_edit (store, "Add", RM_EDIT_NONE, insert_person, "Ana", NULL, &error);
  rm_store_undo (store, NULL, &error);
  rm_store_undo (store, NULL, &error);
  rm_store_redo (store, NULL, &error);
  g_assert_no_error (error);
}

/* A row in each table, all of them related. */
static const char fill[]
  = "INSERT INTO skill (id, name, retired) VALUES (7, 'TikTok', 0);"
    "INSERT INTO person (id, name) VALUES (1, 'Bo'), (2, 'Cy');"
    "INSERT INTO rating (id, person, skill, source, level) VALUES (1, 1, 7, 'self', 3);"
    "INSERT INTO pair VALUES (1, 1, 2, 'proposed', 0, NULL);"
    "INSERT INTO exclusion VALUES (1, 1, 2, 1, 'Why');"
    "INSERT INTO acquaintance VALUES (1, 1, 2, 'worked', '2020-01-01');"
    "INSERT INTO cohort (id, name) VALUES (1, 'First');"
    "INSERT INTO seniority VALUES (1, 3, 'Third');"
    "INSERT INTO role_profile (id, name) VALUES (1, 'Head');"
    "INSERT INTO role_need (id, profile, skill, level) VALUES (1, 1, 7, 3);"
    "INSERT INTO nomination (id, person, skill, kind) VALUES (1, 1, 7, 'learn');"
    "INSERT INTO consent_purpose (id, name) VALUES (1, 'Photographs');"
    "INSERT INTO consent (id, person, purpose, given) VALUES (1, 1, 1, 1);"
    "INSERT INTO scenario (id, name, made, mode, weight_skills, weight_back, weight_difference, "
    "weight_sociability, weight_style, weight_acquaintance, weight_availability, "
    "weight_interests, weight_aspiration, line_levels, level_gap, need_language, need_free_hour, "
    "need_other_department, differ_department, differ_site, differ_function, differ_employer, "
    "differ_background, prefer_complement, meeting_minutes, paired, total, lowest) VALUES "
    "(1, 'As is', 1, 'people', 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60, 1, "
    "1, 1);"
    "INSERT INTO proposal (id, made, mode, paired, total, lowest, certificate) VALUES "
    "(1, 1, 'people', 1, 1, 1, 'reverse-mentor-certificate 2');";

void
place_fill (const Place *place)
{
  g_autofree char *path = g_file_get_path (place->file);
  RmDocument *document = must_create (place);

  make_edits (rm_document_get_store (document));
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
  spoil_values (path, fill);
}
