/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "holds.h"
#include "ui-fixture.h"
#include "ui/shell/rm-application.h"
#include "ui/shell/rm-window-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* bench-open FILE: opens a programme as a user does, goes to its people and types a search, a
 * letter every 80 ms. Prints the time until the window showed the programme (all pages filled, one
 * frame drawn), the longest block of the main loop while opening and while typing, and the peak
 * memory. Needs a display. */

#define KEY_MS 80
#define WAIT_MS 1500

static const char search[] = "finance zoë";

typedef struct
{
  RmApplication *application;
  RmWindow *window;
  GFile *file;
  gint64 start;
  gsize n_typed;
  gint64 done;
} Bench;

static long
read_peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *found = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    found = strstr (status, "VmHWM:");

  return found != NULL ? strtol (found + strlen ("VmHWM:"), NULL, 10) / 1024 : 0;
}

static gboolean
is_shown (Bench *self)
{
  return self->window->session != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (self->window->states), "main") == 0;
}

static gboolean
type_cb (gpointer data)
{
  Bench *self = data;
  GtkWidget *page = gtk_stack_get_visible_child (self->window->pages);
  GtkWidget *entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY, 0);
  glong n = g_utf8_strlen (search, -1);

  if ((glong) self->n_typed < n)
    {
      g_autofree char *typed = g_utf8_substring (search, 0, (glong) ++self->n_typed);

      gtk_editable_set_text (GTK_EDITABLE (entry), typed);
      return G_SOURCE_CONTINUE;
    }
  if (self->done == 0)
    self->done = g_get_monotonic_time ();

  return g_get_monotonic_time () < self->done + WAIT_MS * 1000;
}

static void
wait_ms (int ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

static void
run (Bench *self)
{
  Holds opening = { 0 };
  Holds typing = { 0 };
  guint source = 0;

  self->window = rm_application_new_window (self->application);
  gtk_window_present (GTK_WINDOW (self->window));
  holds_start (&opening);
  rm_window_open_file (self->window, self->file, FALSE);
  while (!is_shown (self))
    g_main_context_iteration (NULL, TRUE);
  ui_settle (GTK_WIDGET (self->window));
  printf ("shown after %.0f ms, ", (double) (g_get_monotonic_time () - self->start) / 1000);
  wait_ms (WAIT_MS);
  holds_print (&opening);
  holds_stop (&opening);

  gtk_stack_set_visible_child_name (self->window->pages, "people");
  rm_page_set_search (RM_PAGE (gtk_stack_get_visible_child (self->window->pages)), TRUE);
  wait_ms (WAIT_MS);
  holds_start (&typing);
  source = g_timeout_add (KEY_MS, type_cb, self);
  while (g_main_context_find_source_by_id (NULL, source) != NULL)
    g_main_context_iteration (NULL, TRUE);
  printf ("while typing, ");
  holds_print (&typing);
  holds_stop (&typing);
  printf ("peak memory %ld MB\n", read_peak_mb ());
}

int
main (int argc,
      char **argv)
{
  Bench self = { .start = g_get_monotonic_time () };
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-open FILE\n");
      return 2;
    }
  self.file = g_file_new_for_commandline_arg (argv[1]);
  self.application = rm_application_new ();
  if (!g_application_register (G_APPLICATION (self.application), NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  run (&self);

  return 0;
}
