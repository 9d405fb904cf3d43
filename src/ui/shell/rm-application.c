/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-application.h"

#include "core/base/rm-sentence.h"
#include "store/rm-draft.h"
#include "ui/shell/rm-pages.h"
#include "ui/shell/rm-window.h"

#include <glib/gi18n.h>

struct _RmApplication
{
  AdwApplication parent_instance;

  /* owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (RmApplication, rm_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample programme"), NULL },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and leave"), NULL },
  { NULL },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Primary>q" } },
  { "app.new-window", { "<Primary><Shift>n" } },
  { "win.new", { "<Primary>n" } },
  { "win.open", { "<Primary>o" } },
  { "win.save", { "<Primary>s" } },
  { "win.save-copy", { "<Primary><Shift>s" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.search", { "<Primary>f" } },
  { "win.import", { "<Primary>i" } },
  { "win.add-person", { "<Primary><Shift>a" } },
  { "win.rate", { "<Primary>r" } },
  { "win.propose", { "<Primary>Return" } },
  { "win.weights", { "F9" } },
  { "win.settings", { "<Primary>comma" } },
  { "window.close", { "<Primary>w" } },
};

static RmWindow *
new_window (RmApplication *self)
{
  RmWindow *window = rm_application_new_window (self);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
file_chosen_cb (RmWindow *window,
                GFile *file,
                gboolean create,
                RmApplication *self)
{
  rm_application_open_file (self, window, file, create);
}

static void
open_sample (RmWindow *window,
             RmApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (!rm_application_open_sample (self, window, &error))
    rm_window_show_error (window, _ ("The sample cannot be opened"), error);
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (data));
  g_autoptr (GList) copy = g_list_copy (windows);

  /* Each window saves before it closes; the application ends with the last one. */
  for (GList *l = copy; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
new_window_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  new_window (RM_APPLICATION (data));
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "new-window", new_window_cb },
};

static void
rm_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    new_window (RM_APPLICATION (application));
}

static void
rm_application_open (GApplication *application,
                     GFile **files,
                     int n_files,
                     const char *hint)
{
  for (int i = 0; i < n_files; i++)
    rm_application_open_file (RM_APPLICATION (application), NULL, files[i], FALSE);
}

static int
rm_application_handle_local_options (GApplication *application,
                                     GVariantDict *given)
{
  if (!g_variant_dict_contains (given, "version"))
    return -1;

  g_print ("Reverse Mentor %s\n", RM_VERSION);
  return 0;
}

static int
rm_application_command_line (GApplication *application,
                             GApplicationCommandLine *line)
{
  RmApplication *self = RM_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (line);
  int n = 0;
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (line, &n);

  if (g_variant_dict_contains (given, "sample"))
    open_sample (new_window (self), self);
  else if (n > 1)
    for (int i = 1; i < n; i++)
      {
        g_autoptr (GFile) file
          = g_application_command_line_create_file_for_arg (line, arguments[i]);

        rm_application_open_file (self, NULL, file, FALSE);
      }
  else
    g_application_activate (application);

  return 0;
}

static void
parent_ended_cb (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}

static void
parent_changed_cb (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_ended_cb), window,
                             G_CONNECT_SWAPPED);
}

/* A window destroyed with its parent but held a moment longer (by the button pressed in it, or by a
 * job) would ask GTK for its parent when finalized, which is gone by then. */
static void
windows_changed_cb (GListModel *windows,
                    guint position,
                    guint removed,
                    guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "notify::transient-for", G_CALLBACK (parent_changed_cb), NULL);
      parent_changed_cb (window);
    }
}

static void
add_shortcuts (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                           (const char *const *) shortcuts[i].accels);
  for (guint i = 0; i < rm_pages_count (); i++)
    {
      g_autofree char *action = rm_pages_dup_action (i);
      g_autofree char *accel = rm_pages_dup_accelerator (i);
      const char *const accels[] = { accel, NULL };

      gtk_application_set_accels_for_action (application, action, accels);
    }
}

static void
rm_application_startup (GApplication *application)
{
  RmApplication *self = RM_APPLICATION (application);

  G_APPLICATION_CLASS (rm_application_parent_class)->startup (application);

  self->settings = g_settings_new (RM_APP_ID);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (windows_changed_cb), self, 0);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_shortcuts (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (RM_APP_ID);
}

static void
rm_application_dispose (GObject *object)
{
  g_clear_object (&RM_APPLICATION (object)->settings);
  G_OBJECT_CLASS (rm_application_parent_class)->dispose (object);
}

static void
rm_application_class_init (RmApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_application_dispose;
  application_class->activate = rm_application_activate;
  application_class->open = rm_application_open;
  application_class->startup = rm_application_startup;
  application_class->handle_local_options = rm_application_handle_local_options;
  application_class->command_line = rm_application_command_line;
}

static void
rm_application_init (RmApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: what follows the program's name in its help */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

RmApplication *
rm_application_new (void)
{
  return g_object_new (RM_TYPE_APPLICATION,
                       "application-id", RM_APP_ID,
                       "resource-base-path", "/org/example/ReverseMentor",
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

RmWindow *
rm_application_new_window (RmApplication *self)
{
  RmWindow *window = rm_window_new (GTK_APPLICATION (self), self->settings);

  g_signal_connect_object (window, "file-chosen", G_CALLBACK (file_chosen_cb), self, 0);
  g_signal_connect_object (window, "sample-chosen", G_CALLBACK (open_sample), self, 0);
  return window;
}

static RmWindow *
find_window (RmApplication *self,
             GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (RM_IS_WINDOW (l->data))
      {
        GFile *open = rm_window_get_file (RM_WINDOW (l->data));

        if (open != NULL && g_file_equal (open, file))
          return RM_WINDOW (l->data);
      }

  return NULL;
}

void
rm_application_open_file (RmApplication *self,
                          RmWindow *window,
                          GFile *file,
                          gboolean create)
{
  RmWindow *has_it = find_window (self, file);

  if (has_it != NULL)
    {
      gtk_window_present (GTK_WINDOW (has_it));
      return;
    }
  if (window == NULL)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

      if (RM_IS_WINDOW (active))
        window = RM_WINDOW (active);
    }
  if (window == NULL || rm_window_get_file (window) != NULL)
    window = new_window (self);

  rm_window_open_file (window, file, create);
}

static GFile *
find_sample (GError **error)
{
  const char *data_dir = g_getenv ("RM_DATADIR");
  g_autofree char *path = g_build_filename (data_dir != NULL ? data_dir : RM_DATADIR, "samples",
                                            "sample.mentoring", NULL);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_file_new_for_path (path);

  /* Translators: %s is a file name */
  rm_sentence_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("%s is not there"), path);
  return NULL;
}

static GFile *
free_name (const char *folder)
{
  for (int n = 1;; n++)
    {
      /* Translators: the file name of a copy of the sample, without its ending */
      g_autofree char *base = n == 1 ? rm_sentence_new ("%s.mentoring", _ ("Sample programme"))
                                     : rm_sentence_new ("%s %d.mentoring",
                                                        _ ("Sample programme"), n);
      g_autofree char *path = g_build_filename (folder, base, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }
}

gboolean
rm_application_open_sample (RmApplication *self,
                            RmWindow *window,
                            GError **error)
{
  g_autoptr (GFile) sample = find_sample (error);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *folder = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GFileInputStream) in = NULL;

  if (sample == NULL)
    return FALSE;

  /* Inside a sandbox only the application's own data folder exists. */
  if (documents == NULL || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    folder = g_build_filename (g_get_user_data_dir (), "reverse-mentor", NULL);
  else
    folder = g_strdup (documents);
  g_mkdir_with_parents (folder, 0700);
  copy = free_name (folder);
  in = g_file_read (sample, NULL, error);
  if (in == NULL || !rm_draft_replace (copy, G_INPUT_STREAM (in), NULL, error))
    return FALSE;

  rm_application_open_file (self, window, copy, FALSE);
  return TRUE;
}
