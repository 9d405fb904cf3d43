/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-export.h"

#include "app/files/rm-export-files.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Asks for a file, then writes as a job; the window only gets the outcome. */

static const struct
{
  const char *what;
  RmExportKind kind;
  const char *title;
  const char *name; /* of the file, without its extension */
  const char *ending;
} exports[] = {
  { "pairs", RM_EXPORT_PAIRS, N_ ("Export Pairs"), N_ ("Pairs"), ".csv" },
  { "people", RM_EXPORT_PEOPLE, N_ ("Export People"), N_ ("People"), ".csv" },
  { "ratings", RM_EXPORT_RATINGS, N_ ("Export Ratings"), N_ ("Ratings"), ".csv" },
  { "json", RM_EXPORT_BUNDLE, N_ ("Export Everything"), N_ ("Programme"), ".json" },
};

typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWindow *window;
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

  job = rm_job_new ();
  self->start (job, self->file, self->data, written_cb, self);
}

void
rm_export_choose_file (GtkWindow *window,
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
  g_autofree char *name = NULL;
  gsize i = 0;

  while (i < G_N_ELEMENTS (exports) && !g_str_equal (exports[i].what, what))
    i++;
  g_return_if_fail (i < G_N_ELEMENTS (exports));

  part = g_new0 (Part, 1);
  part->session = g_object_ref (session);
  part->kind = exports[i].kind;
  name = g_strconcat (_ (exports[i].name), exports[i].ending, NULL);
  rm_export_choose_file (window, _ (exports[i].title), name, write_part, part, part_free);
}
