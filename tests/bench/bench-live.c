/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/rm-session.h"
#include "holds.h"
#include "ui-fixture.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/pairing/rm-weight-row.h"
#include "ui/pairing/rm-weights-panel.h"

#include <stdio.h>
#include <stdlib.h>

/* bench-live FILE: opens a programme on the pairing page and moves the first weight up and down, a
 * step every 16 ms, as a hand does. Prints, in milliseconds, the longest block of the main loop (a
 * slider that sticks), how often the board showed new pairs, and the time from the last step to the
 * canonical ones. Needs a display. */

#define STEPS 200
#define STEP_MS 16
#define SETTLE_MS 2000

typedef struct
{
  RmSession *session;
  GtkWidget *window;
  RmPairingPage *page;
  RmTrial *trial;
  GtkRange *range;

  int step;
  Holds holds;
  guint n_results;
  RmLiveResult *last;
  GArray *intervals;   /* of double: between results */
  gint64 last_result;
  gint64 released;
  RmLiveResult *at_release;  /* borrowed; only compared */
} Bench;

static gboolean
step_cb (gpointer data)
{
  Bench *self = data;
  int at = self->step++ % 100;

  gtk_range_set_value (self->range, at < 50 ? at * 2 : 200 - at * 2);
  if (self->step < STEPS)
    return G_SOURCE_CONTINUE;

  self->released = g_get_monotonic_time ();
  self->at_release = self->last;
  return G_SOURCE_REMOVE;
}

static void
changed_cb (Bench *self)
{
  RmLiveResult *result = rm_trial_get_result (self->trial);
  gint64 now = g_get_monotonic_time ();

  if (result == NULL || result == self->last || self->step == 0)
    return;

  self->last = result;
  self->n_results++;
  if (self->last_result > 0 && self->released == 0)
    holds_add (self->intervals, now - self->last_result);
  self->last_result = now;
}

static void
wait_for (Bench *self,
          gboolean (*is_so) (Bench *self))
{
  while (!is_so (self))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_ready (Bench *self)
{
  return rm_trial_get_mode_figures (self->trial) != NULL;
}

static gboolean
is_released (Bench *self)
{
  return self->released > 0;
}

static gboolean
is_settled (Bench *self)
{
  RmLiveResult *result = rm_trial_get_result (self->trial);

  return result != NULL && result != self->at_release && result->canonical != NULL;
}

static void
no_more_cb (gpointer data)
{
}

/* Nobody is at a slider sooner than this; until then the lists fill. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + SETTLE_MS * 1000;

  g_timeout_add_once (SETTLE_MS, no_more_cb, NULL);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Bench *self,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GtkWidget *panel = NULL;

  self->session = rm_session_open (file, FALSE, RM_OPEN_NONE, NULL, &error);
  if (self->session == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
  self->intervals = g_array_new (FALSE, FALSE, sizeof (double));
  self->page = g_object_new (RM_TYPE_PAIRING_PAGE, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  rm_page_set_session (RM_PAGE (self->page), self->session);
  rm_pairing_page_set_weights_shown (self->page, TRUE);
  gtk_window_present (GTK_WINDOW (self->window));
  panel = ui_find (GTK_WIDGET (self->page), RM_TYPE_WEIGHTS_PANEL, 0);
  self->trial = rm_board_get_trial (rm_weights_panel_get_board (RM_WEIGHTS_PANEL (panel)));
  self->range = GTK_RANGE (
    rm_weight_row_get_scale (RM_WEIGHT_ROW (ui_find (panel, RM_TYPE_WEIGHT_ROW, 0))));
}

int
main (int argc,
      char **argv)
{
  Bench self = { 0 };
  gint64 settled = 0;

  if (argc != 2)
    {
      g_printerr ("usage: bench-live FILE\n");
      return 2;
    }
  gtk_init ();
  set_up (&self, argv[1]);
  wait_for (&self, is_ready);
  settle ();

  g_signal_connect_swapped (self.trial, "changed", G_CALLBACK (changed_cb), &self);
  holds_start (&self.holds);
  g_timeout_add (STEP_MS, step_cb, &self);
  wait_for (&self, is_released);
  wait_for (&self, is_settled);
  settled = g_get_monotonic_time ();

  printf ("steps %d, results shown %u, between them %.0f ms (median)\n", STEPS, self.n_results,
          holds_quantile (self.intervals, 0.5));
  holds_print (&self.holds);
  holds_stop (&self.holds);
  printf ("canonical pairs %.0f ms after the last step\n",
          (double) (settled - self.released) / 1000);

  return 0;
}
