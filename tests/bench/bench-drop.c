/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pairing/rm-commands-pairs.h"
#include "app/session/rm-session.h"
#include "holds.h"
#include "ui-fixture.h"
#include "ui/pairing/rm-pair-slot.h"
#include "ui/pairing/rm-pairing-page.h"

#include <stdio.h>
#include <stdlib.h>

/* bench-drop FILE: opens a programme on the pairing page, and removes and restores a pair, over and
 * over, as dropping a mentor does. Prints, in milliseconds, the time of the command, the time until
 * the board showed it, and how long the main loop was blocked meanwhile. Needs a display. */

#define DROPS 40
#define SETTLE_MS 2000

static void
no_more_cb (gpointer data)
{
}

static void
settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  g_timeout_add_once (milliseconds, no_more_cb, NULL);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* Adds the ids of the pairs that @widget shows to @sum; one of them, or 0 where there is none. */
static gint64
find_shown (GtkWidget *widget,
            guint64 *sum)
{
  gint64 pair = RM_IS_PAIR_SLOT (widget) ? rm_pair_slot_get_pair (RM_PAIR_SLOT (widget)) : 0;

  *sum += (guint64) pair;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gint64 found = find_shown (child, sum);

      if (pair == 0)
        pair = found;
    }

  return pair;
}

static guint64
sum_shown (GtkWidget *page)
{
  guint64 sum = 0;

  find_shown (page, &sum);
  return sum;
}

static void
print (const char *what,
       GArray *times)
{
  printf ("%s: median %.1f ms, worst %.1f ms\n", what, holds_quantile (times, 0.5),
          holds_quantile (times, 1));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) commands = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) shows = g_array_new (FALSE, FALSE, sizeof (double));
  RmSession *session = NULL;
  GtkWidget *page = NULL;
  GtkWidget *window = NULL;
  Holds holds = { 0 };
  guint64 ignored = 0;
  gint64 pair = 0;

  if (argc != 2)
    {
      g_printerr ("usage: bench-drop FILE\n");
      return 2;
    }
  gtk_init ();
  file = g_file_new_for_commandline_arg (argv[1]);
  session = rm_session_open (file, FALSE, RM_OPEN_NONE, NULL, &error);
  if (session == NULL || !rm_session_verify (session, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  page = g_object_new (RM_TYPE_PAIRING_PAGE, NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  rm_page_set_session (RM_PAGE (page), session);
  gtk_window_present (GTK_WINDOW (window));
  while (sum_shown (page) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (SETTLE_MS);
  pair = find_shown (page, &ignored);

  holds_start (&holds);
  for (int k = 0; k < DROPS; k++)
    {
      guint64 before = sum_shown (page);
      gint64 begun = g_get_monotonic_time ();
      gboolean ok = k % 2 == 0 ? rm_command_unpair (session, pair, &error)
                               : rm_session_undo (session, &error);

      g_assert_no_error (error);
      g_assert_true (ok);
      holds_add (commands, g_get_monotonic_time () - begun);
      while (sum_shown (page) == before)
        g_main_context_iteration (NULL, TRUE);
      holds_add (shows, g_get_monotonic_time () - begun);
      settle (100);
    }

  print ("command", commands);
  print ("until shown", shows);
  holds_print (&holds);
  holds_stop (&holds);
  return 0;
}
