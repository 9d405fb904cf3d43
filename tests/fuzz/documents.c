/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"

#include "spoil.h"
#include "tools.h"

#include "app/commands/rm-commands.h"
#include "app/files/rm-export-files.h"
#include "app/files/rm-repair.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/pairing/rm-pairing.h"
#include "store/rm-schema.h"

#include <stdlib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/random.h>

/* Ids come from the system; here they are the same each time, so that a recipe always gives the same
 * document. */
ssize_t
getrandom (void *buffer,
           size_t length,
           unsigned flags)
{
  static guint64 state = 1;
  guchar *bytes = buffer;

  for (size_t i = 0; i < length; i++)
    {
      state = state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407u;
      bytes[i] = (guchar) (state >> 56);
    }

  return (ssize_t) length;
}

static char *folder;

static void
remove_work (void)
{
  remove_folder (folder);
}

/* Where one document after another is worked on; in memory where the system has such a folder. */
static const char *
work_folder (void)
{

  if (folder == NULL)
    {
      const char *parent = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm"
                                                                        : g_get_tmp_dir ();

      folder = g_build_filename (parent, "rm-fuzz-XXXXXX", NULL);
      g_assert_nonnull (g_mkdtemp (folder));
      atexit (remove_work);
    }

  return folder;
}

static RmSession *
open_session (const char *name,
              gboolean create,
              GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (work_folder (), name, NULL);
  g_autofree char *state = g_build_filename (work_folder (), "state", NULL);

  return rm_session_open (file, create, RM_OPEN_NONE, state, error);
}

static gboolean
insert_scenario (RmStore *store,
                 GError **error)
{
  RmSettings *settings = rm_settings_new ();
  RmScenario *scenario = rm_scenario_new ("As is", settings);
  gboolean ok = rm_store_insert (store, scenario, error);

  rm_record_unref (scenario);
  rm_record_unref (settings);
  return ok;
}

static gboolean
insert_people (RmStore *store,
               gpointer data,
               GError **error)
{
  for (int i = 0; i < 12; i++)
    {
      RmPerson *person = rm_person_new ();
      gboolean ok = FALSE;

      person->record.id = i + 1;
      person->name = g_strdup_printf ("Person %d", i);
      person->staff_no = g_strdup_printf ("%d", i);
      person->department = g_strdup (i % 3 == 0 ? "Sales" : "Research");
      person->joined = g_strdup ("2020-02-29");
      person->side = i % 2 == 0 ? RM_SIDE_MENTEE : RM_SIDE_MENTOR;
      person->level = i % 2 == 0 ? 8 : 2;
      person->manager = i == 0 ? 0 : 1;
      person->week = 0x1ff;
      ok = rm_store_insert (store, person, error);
      rm_record_unref (person);
      if (!ok)
        return FALSE;
    }

  return rm_db_exec (rm_store_get_db (store),
                     "INSERT INTO skill (id, name, retired) VALUES (1, 'Sketching', 0), "
                     "(2, 'Podcasts', 0);"
                     "INSERT INTO rating (id, person, skill, source, level, target) "
                     "SELECT id, id, 1 + id % 2, 'self', CASE WHEN id % 2 THEN 1 ELSE 5 END, "
                     "CASE WHEN id % 2 THEN 4 END FROM person;"
                     "INSERT INTO exclusion VALUES (1, 1, 2, 1, 'Why');"
                     "INSERT INTO acquaintance VALUES (1, 3, 4, 'worked', '2020-01-01');"
                     "INSERT INTO cohort (id, name) VALUES (1, 'First');"
                     "INSERT INTO seniority VALUES (1, 3, 'Third');"
                     "INSERT INTO role_profile (id, name) VALUES (1, 'Head');"
                     "INSERT INTO role_need (id, profile, skill, level) VALUES (1, 1, 1, 3);"
                     "INSERT INTO nomination (id, person, skill, kind) VALUES (1, 1, 2, 'learn');"
                     "INSERT INTO consent_purpose (id, name) VALUES (1, 'Photographs');"
                     "INSERT INTO consent (id, person, purpose, given) VALUES (1, 1, 1, 1);",
                     "fill", error)
         && insert_scenario (store, error);
}

static void
fill (RmSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) result = NULL;
  RmPerson *person = rm_person_new ();

  rm_session_edit (session, "Fill", insert_people, NULL, &error);
  g_assert_no_error (error);
  result = rm_pairing_propose (rm_session_get_programme (session), NULL, NULL, &error);
  g_assert_no_error (error);
  rm_command_apply_proposal (session, result, &error);
  g_assert_no_error (error);
  person->name = g_strdup ("Late");
  rm_command_add_record (session, person, &error);
  rm_session_undo (session, &error);
  rm_session_save (session, TRUE, &error);
  g_assert_no_error (error);
  rm_record_unref (person);
}

GBytes *
fuzz_document_base (void)
{
  static GBytes *base;
  g_autoptr (GError) error = NULL;

  if (base == NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (work_folder (), "base", NULL);
      g_autoptr (RmSession) session = open_session ("base", TRUE, &error);

      g_assert_no_error (error);
      fill (session);
      base = g_file_load_bytes (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (spoil_bytes (&base, "UPDATE history SET made = seq, author = 'Somebody';"
                                         "UPDATE document SET created = 1;"
                                         "UPDATE proposal SET made = 1; VACUUM"));
    }

  return base;
}

/* "person SET name" for each column of each table. */
static GPtrArray *
list_places (void)
{
  static GPtrArray *places;
  g_autoptr (RmDb) db = NULL;
  g_autoptr (RmQuery) query = NULL;
  gboolean row = FALSE;

  if (places != NULL)
    return places;

  places = g_ptr_array_new ();
  db = rm_db_open (":memory:", TRUE, NULL);
  g_assert_true (rm_schema_create (db, NULL));
  query = rm_db_query (db,
                       "SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_info (s.name) "
                       "AS c WHERE s.type = 'table' ORDER BY 1, 2", "list", NULL);
  while (rm_query_step (query, &row, NULL) && row)
    {
      g_ptr_array_add (places, g_strdup (rm_query_get_text (query, 0)));
      g_ptr_array_add (places, g_strdup (rm_query_get_text (query, 1)));
    }

  return places;
}

typedef struct
{
  const uint8_t *at;
  size_t left;
} Recipe;

static guint
take (Recipe *self)
{
  if (self->left == 0)
    return 0;

  self->left--;
  return *self->at++;
}

static char *
take_value (Recipe *self)
{
  static const char *const values[] = {
    "NULL", "''", "-1", "0", "1", "2", "9223372036854775807", "-9223372036854775808", "1.5e300",
    "'9999-99-99'", "'2020-01-01'", "'mentee'", "'undo'", "'edit'", "x''", "zeroblob (5000)",
    "CAST (x'41ff42' AS TEXT)", "'a' || char (0) || 'b'", "'proposed'",
  };
  guint which = take (self) % (G_N_ELEMENTS (values) + 3);
  GString *text = NULL;
  guint n = 0;

  if (which < G_N_ELEMENTS (values))
    return g_strdup (values[which]);

  n = take (self) % 64;
  text = g_string_new (which % 2 == 0 ? "CAST (x'" : "x'");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%02x", take (self));
  g_string_append (text, which % 2 == 0 ? "' AS TEXT)" : "'");
  return g_string_free (text, FALSE);
}

static void
append_statement (GString *sql,
                  Recipe *recipe)
{
  GPtrArray *places = list_places ();
  guint place = (take (recipe) << 8 | take (recipe)) % (places->len / 2) * 2;
  const char *table = g_ptr_array_index (places, place);
  const char *column = g_ptr_array_index (places, place + 1);
  guint row = take (recipe) % 16;
  g_autofree char *where
    = g_strdup_printf ("rowid IN (SELECT rowid FROM %s ORDER BY rowid LIMIT %d OFFSET %u)", table,
                       row == 15 ? -1 : 1, row % 15);

  if (row == 13)
    g_string_append_printf (sql, "DELETE FROM %s WHERE %s;", table, where);
  else
    {
      g_autofree char *value = take_value (recipe);

      g_string_append_printf (sql, "UPDATE OR IGNORE %s SET %s = %s WHERE %s;", table, column, value,
                              where);
    }
}

static void
patch (GByteArray *bytes,
       Recipe *recipe)
{
  guint at = take (recipe) << 16 | take (recipe) << 8 | take (recipe);
  guint n = 1 + take (recipe) % 24;

  for (guint i = 0; i < n && bytes->len > 0; i++)
    bytes->data[(at + i) % bytes->len] = (guint8) take (recipe);
}

GBytes *
fuzz_document_mutate (GBytes *base,
                      const uint8_t *data,
                      size_t size)
{
  Recipe recipe = { data, size };
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GBytes) document = g_bytes_ref (base);
  GByteArray *bytes = NULL;
  guint n_statements = take (&recipe) % 6;

  for (guint i = 0; i < n_statements; i++)
    append_statement (sql, &recipe);
  if (sql->len > 0)
    spoil_bytes (&document, sql->str);

  bytes = g_bytes_unref_to_array (g_steal_pointer (&document));
  while (recipe.left > 4)
    {
      if (*recipe.at == 0xff && recipe.at[1] < 8)
        g_byte_array_set_size (bytes, bytes->len / 8 * (1 + recipe.at[1]));
      patch (bytes, &recipe);
    }

  return g_byte_array_free_to_bytes (bytes);
}

/* Whatever is wrong with it, what was kept is sound. */
static gboolean
check_and_repair (GBytes *document)
{
  g_autoptr (GFile) out = g_file_new_build_filename (work_folder (), "repaired", NULL);
  g_autofree char *state = g_build_filename (work_folder (), "state", NULL);
  g_autoptr (RmSalvage) salvage = rm_salvage_new_from_bytes (document, NULL);
  g_autoptr (RmSalvage) again = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = NULL;

  if (salvage == NULL)
    return FALSE;

  findings = rm_salvage_get_findings (salvage);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = rm_finding_dup_text (g_ptr_array_index (findings, i), TRUE);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  if (!rm_salvage_is_readable (salvage))
    return FALSE;

  rm_repair_write (salvage, out, state, &error);
  g_assert_no_error (error);
  again = rm_salvage_new (out, &error);
  g_assert_no_error (error);
  g_assert_true (rm_salvage_is_sound (again));
  return rm_salvage_is_sound (salvage);
}

static void
export_all (RmSession *session,
            gboolean sound)
{
  static const RmExportKind kinds[] = { RM_EXPORT_PAIRS, RM_EXPORT_PEOPLE, RM_EXPORT_RATINGS,
                                        RM_EXPORT_MATRIX, RM_EXPORT_BUNDLE };
  g_autoptr (GFile) out = g_file_new_build_filename (work_folder (), "out", NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      gboolean ok = rm_export_write (session, kinds[k], out, NULL, NULL);

      g_assert_true (ok || !sound);
    }
}

static void
match (RmSession *session)
{
  g_autoptr (RmPairingResult) result
    = rm_pairing_propose (rm_session_get_programme (session), NULL, NULL, NULL);

  rm_pairing_verify (rm_session_get_programme (session), NULL, NULL, NULL);
  if (result != NULL)
    rm_command_apply_proposal (session, result, NULL);
}

static void
travel (RmSession *session)
{
  g_autoptr (GPtrArray) history = rm_session_list_history (session, 100, NULL);

  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const RmHistoryEntry *entry = g_ptr_array_index (history, i);

      g_assert_true (g_utf8_validate (entry->label, -1, NULL));
    }
  for (int i = 0; i < 20 && rm_session_get_undo_label (session) != NULL; i++)
    if (!rm_session_undo (session, NULL))
      break;
  for (int i = 0; i < 20 && rm_session_get_redo_label (session) != NULL; i++)
    if (!rm_session_redo (session, NULL))
      break;
}

static void
open_and_use (GBytes *document,
              gboolean sound)
{
  g_autofree char *path = g_build_filename (work_folder (), "document", NULL);
  g_autofree char *state = g_build_filename (work_folder (), "state", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RmSession *session = NULL;
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (document, &size);

  /* Without this the end of a longer file before would stay. */
  g_unlink (path);
  g_assert_true (g_file_set_contents_full (path, size > 0 ? data : "", (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  session = open_session ("document", FALSE, &error);
  if (session == NULL)
    {
      if (sound)
        g_error ("sound, and not opened: %s", error->message);
      return;
    }

  if (rm_session_verify (session, &error))
    {
      export_all (session, sound);
      match (session);
      travel (session);
    }
  else if (sound)
    g_error ("sound, and refused: %s", error->message);
  rm_document_discard (rm_session_get_document (session));
  g_object_unref (session);
}

void
fuzz_document_use (GBytes *document)
{
  open_and_use (document, check_and_repair (document));
}
