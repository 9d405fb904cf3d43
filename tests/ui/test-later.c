/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-later.h"

#define N_WIDGETS 40

static GtkWidget *widgets[N_WIDGETS];
static guint n_called;

static void
wait_until_called (guint n)
{
  while (n_called < n)
    g_main_context_iteration (NULL, TRUE);
  for (guint k = 0; k < 20; k++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_called, ==, n);
}

/* Slow, so that all of them take longer than one turn may. */
static void
called_cb (gpointer widget)
{
  g_assert_true (widget == widgets[n_called % N_WIDGETS]);
  n_called++;
  g_usleep (500);
}

static void
set_up (void)
{
  n_called = 0;
  for (guint k = 0; k < N_WIDGETS; k++)
    widgets[k] = g_object_ref_sink (gtk_label_new (NULL));
}

static void
tear_down (void)
{
  for (guint k = 0; k < N_WIDGETS; k++)
    g_object_unref (widgets[k]);
}

/* Each once, in order, a few at a time; who waits already does not wait twice. */
static void
test_order (void)
{
  g_autoptr (RmLater) later = rm_later_new ();

  set_up ();
  for (guint k = 0; k < 2 * N_WIDGETS; k++)
    rm_later_add (later, widgets[k % N_WIDGETS], called_cb);
  g_assert_cmpuint (n_called, ==, 0);
  while (n_called == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_called, <, N_WIDGETS);
  wait_until_called (N_WIDGETS);

  rm_later_add (later, widgets[0], called_cb);
  wait_until_called (N_WIDGETS + 1);
  tear_down ();
}

static void
test_remove (void)
{
  g_autoptr (RmLater) later = rm_later_new ();

  set_up ();
  for (guint k = 0; k < N_WIDGETS; k++)
    rm_later_add (later, widgets[k], called_cb);
  for (guint k = 3; k < N_WIDGETS; k++)
    rm_later_remove (later, widgets[k]);
  wait_until_called (3);
  rm_later_remove (later, widgets[0]);
  tear_down ();
}

/* Nobody is called after it. */
static void
test_free (void)
{
  RmLater *later = rm_later_new ();

  set_up ();
  rm_later_add (later, widgets[0], called_cb);
  rm_later_free (later);
  wait_until_called (0);
  tear_down ();
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/later/order", test_order);
  g_test_add_func ("/ui/later/remove", test_remove);
  g_test_add_func ("/ui/later/free", test_free);
  return g_test_run ();
}
