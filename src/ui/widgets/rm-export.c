/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-export.h"

#include "app/files/rm-export-files.h"
#include "core/base/rm-sentence.h"
#include "exchange/export/rm-table-writer.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>
#include <string.h>

/* Asks for a file, then writes as a job; the window only gets the outcome. */

static const struct
{
  const char *what;
  RmExportKind kind;
  const char *title;
  const char *name; /* of the file, without its extension */
} exports[] = {
  { "pairs", RM_EXPORT_PAIRS, N_ ("Export Pairs"), N_ ("Pairs") },
  { "people", RM_EXPORT_PEOPLE, N_ ("Export People"), N_ ("People") },
  { "ratings", RM_EXPORT_RATINGS, N_ ("Export Ratings"), N_ ("Ratings") },
  { "matrix", RM_EXPORT_MATRIX, N_ ("Export Skills Matrix"), N_ ("Skills matrix") },
  { "json", RM_EXPORT_BUNDLE, N_ ("Export Everything"), N_ ("Programme") },
};

/* The formats of a table; what is written follows the name of the file. */
static const struct
{
  const char *ending;
  const char *label;
} formats[] = {
  { ".xlsx", N_ ("Excel workbook (.xlsx)") },
  { ".csv", N_ ("CSV, plain text (.csv)") },
};

#define FORMAT_KEY "export-format"

typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWindow *window;
  gboolean is_table;
  guint format; /* of the name that was suggested */
  RmExportStart start;
  gpointer data;
  GDestroyNotify free_data;
  GFile *file;
} Export;

/* Parts of the programme, selected by name only. */
typedef struct
{
  RmSession *session;
  RmExportKind kind;
} Part;

static void
export_free (Export *self)
{
  g_clear_object (&self->chooser);
  g_clear_object (&self->window);
  g_clear_object (&self->file);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = rm_parts_dup_file_name (self->file);

  if (rm_export_write_finish (RM_JOB (source), result, &error))
    {
      /* Translators: %s is the name of a file */
      g_autofree char *text = rm_sentence_new (_ ("“%s” was written"), name);

      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", text);
    }
  else if (!rm_error_is_cancelled (error))
    {
      /* Translators: %s is the name of a file */
      g_autofree char *heading = rm_sentence_new (_ ("“%s” could not be written"), name);

      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-error", "(ss)", heading,
                                  error->message);
    }
  export_free (self);
}

/* The format that the chooser's filter is about. */
static guint
get_format (Export *self)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (self->chooser));
  const char *name = filter != NULL ? gtk_file_filter_get_name (filter) : NULL;
  guint format = 0;

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    if (g_strcmp0 (name, _ (formats[f].label)) == 0)
      format = f;

  return format;
}

/* Without the ending of a table, or NULL where it has none. */
static char *
dup_stem (const char *name)
{
  gsize length = strlen (name);

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      gsize end = strlen (formats[f].ending);

      if (length > end && g_ascii_strcasecmp (name + length - end, formats[f].ending) == 0)
        return g_strndup (name, length - end);
    }

  return NULL;
}

/* The name of the file with the ending of the chosen format: where it has none, or still the one
 * that was suggested before somebody chose another format. */
static char *
dup_right_name (Export *self)
{
  guint format = get_format (self);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *stem = dup_stem (name);

  if (stem == NULL)
    return g_strconcat (name, formats[format].ending, NULL);
  if (format != self->format && g_str_has_suffix (name, formats[self->format].ending))
    return g_strconcat (stem, formats[format].ending, NULL);

  return g_steal_pointer (&name);
}

/* A portal only gives the file that was named, and nobody was asked whether another may be
 * replaced: then the question is put again, with the right name. */
static gboolean
correct_name (Export *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *right = dup_right_name (self);
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autoptr (GFile) file = NULL;

  if (folder == NULL || g_str_equal (name, right))
    return TRUE;

  file = g_file_get_child (folder, right);
  if (!g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && !g_file_query_exists (file, NULL))
    {
      g_set_object (&self->file, file);
      return TRUE;
    }

  self->format = get_format (self);
  g_clear_object (&self->file);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), right);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
  return FALSE;
}

static void
keep_format (Export *self)
{
  g_autoptr (GSettings) settings = g_settings_new (RM_APP_ID);
  g_autofree char *base = g_file_get_basename (self->file);
  gboolean xlsx = rm_table_format_of_name (base) == RM_TABLE_FORMAT_XLSX;

  g_settings_set_string (settings, FORMAT_KEY, xlsx ? "xlsx" : "csv");
}

static void
response_cb (GtkNativeDialog *chooser,
             int response,
             Export *self)
{
  g_autoptr (RmJob) job = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    self->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (self->file == NULL)
    {
      export_free (self);
      return;
    }
  if (self->is_table && !correct_name (self))
    return;
  if (self->is_table)
    keep_format (self);

  job = rm_job_new ();
  self->start (job, self->file, self->data, written_cb, self);
}

static Export *
new_export (GtkWindow *window,
            const char *title,
            const char *name,
            RmExportStart start,
            gpointer data,
            GDestroyNotify free_data)
{
  Export *self = g_new0 (Export, 1);

  self->window = g_object_ref (window);
  self->start = start;
  self->data = data;
  self->free_data = free_data;
  self->chooser = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (response_cb), self);

  return self;
}

void
rm_export_choose_file (GtkWindow *window,
                       const char *title,
                       const char *name,
                       RmExportStart start,
                       gpointer data,
                       GDestroyNotify free_data)
{
  Export *self = new_export (window, title, name, start, data, free_data);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
rm_export_choose_table (GtkWindow *window,
                        const char *title,
                        const char *name,
                        RmExportStart start,
                        gpointer data,
                        GDestroyNotify free_data)
{
  g_autoptr (GSettings) settings = g_settings_new (RM_APP_ID);
  g_autofree char *format = g_settings_get_string (settings, FORMAT_KEY);
  g_autofree char *whole = g_strconcat (name, ".", format, NULL);
  Export *self = new_export (window, title, whole, start, data, free_data);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (self->chooser);

  self->is_table = TRUE;
  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (formats[f].label));
      gtk_file_filter_add_suffix (filter, formats[f].ending + 1);
      gtk_file_chooser_add_filter (chooser, filter);
      if (!g_str_equal (formats[f].ending + 1, format))
        continue;
      self->format = f;
      gtk_file_chooser_set_filter (chooser, filter);
    }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
part_free (gpointer data)
{
  Part *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static void
write_part (RmJob *job,
            GFile *file,
            gpointer data,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  const Part *part = data;

  rm_export_write_async (part->session, job, part->kind, file, callback, user_data);
}

void
rm_export_choose (GtkWindow *window,
                  RmSession *session,
                  const char *what)
{
  Part *part = NULL;
  gsize i = 0;

  while (i < G_N_ELEMENTS (exports) && !g_str_equal (exports[i].what, what))
    i++;
  g_return_if_fail (i < G_N_ELEMENTS (exports));

  part = g_new0 (Part, 1);
  part->session = g_object_ref (session);
  part->kind = exports[i].kind;
  if (part->kind == RM_EXPORT_BUNDLE)
    {
      g_autofree char *name = g_strconcat (_ (exports[i].name), ".json", NULL);

      rm_export_choose_file (window, _ (exports[i].title), name, write_part, part, part_free);
    }
  else
    {
      rm_export_choose_table (window, _ (exports[i].title), _ (exports[i].name), write_part, part,
                              part_free);
    }
}
