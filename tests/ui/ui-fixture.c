/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/queries/rm-programme-query.h"

GFile *
ui_copy_sample (const char *name)
{
  g_autoptr (GFile) sample = g_file_new_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data",
                                                        "samples", "sample.mentoring", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (sample, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&copy);
}

RmSession *
ui_open_sample (const char *name)
{
  g_autoptr (GFile) file = ui_copy_sample (name);
  g_autoptr (GError) error = NULL;
  RmSession *session = rm_session_open (file, FALSE, RM_OPEN_NONE, NULL, &error);

  g_assert_no_error (error);
  rm_session_verify (session, &error);
  g_assert_no_error (error);
  return session;
}

RmSession *
ui_open_own_sample (const char *stem)
{
  g_autofree char *test = g_path_get_basename (g_test_get_path ());
  g_autofree char *name = g_strdup_printf ("%s-%s.mentoring", stem, test);

  return ui_open_sample (name);
}

void
ui_propose (RmSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) result
    = rm_pairing_propose (rm_session_get_programme (session), NULL, NULL, &error);

  g_assert_no_error (error);
  rm_command_apply_proposal (session, result, &error);
  g_assert_no_error (error);
}

void
ui_pair_everybody (RmSession *session)
{
  g_autoptr (GArray) unasked = rm_programme_query_list_unasked (rm_session_get_programme (session));
  g_autoptr (GError) error = NULL;

  rm_command_record_consent (session, (const gint64 *) (gpointer) unasked->data, unasked->len,
                             "Asked", &error);
  g_assert_no_error (error);
  ui_propose (session);
}

RmSession *
ui_new_session (void)
{
  g_autofree char *state = g_dir_make_tmp ("rm-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (state, "programme.mentoring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RmSession *session = rm_session_open (file, TRUE, RM_OPEN_NONE, state, &error);

  g_assert_no_error (error);
  return session;
}

GFile *
ui_write_table (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("rm-ui-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
painted_cb (guint *left)
{
  (*left)--;
}

void
ui_settle (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint left = 4;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &left);

  while (left > 0)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

static GtkWidget *
find_after (GtkWidget *in,
            GType type,
            guint *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (in, type) && (*skip)-- == 0)
    return in;
  for (GtkWidget *child = gtk_widget_get_first_child (in); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_after (child, type, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
ui_find (GtkWidget *in,
         GType type,
         guint skip)
{
  return find_after (in, type, &skip);
}

void
ui_allow_question (gboolean allowed)
{
  GLogLevelFlags fatal = G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL;

  g_log_set_always_fatal (allowed ? fatal : fatal | G_LOG_LEVEL_WARNING);
}

static void
tell_widget (GtkWidget *widget,
             GString *out)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (out, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (out, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (tooltip != NULL)
    g_string_append_printf (out, "(%s)\n", tooltip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_widget (child, out);
}

char *
ui_tell (GtkWidget *in)
{
  GString *out = g_string_new (NULL);

  tell_widget (in, out);
  return g_string_free (out, FALSE);
}
