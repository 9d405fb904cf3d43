/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-derived.h"

#define N_THREADS 4
#define N_ROUNDS 5000

typedef struct
{
  gatomicrefcount refs;
  gpointer source;
} Value;

static RmDerived values = RM_DERIVED_INIT;
static int n_made; /* atomic */
static int n_ends; /* atomic */

static gpointer
make (gpointer source)
{
  Value *self = g_new0 (Value, 1);

  g_atomic_ref_count_init (&self->refs);
  self->source = source;
  g_atomic_int_inc (&n_made);
  /* Others come while it is being made. */
  g_thread_yield ();
  return self;
}

static gpointer
ref (gpointer value)
{
  Value *self = value;

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static Value *
get (gpointer source)
{
  return rm_derived_get (&values, source, make, ref);
}

static void
drop (Value *self)
{
  if (!rm_derived_drop (&values, self->source, &self->refs))
    return;

  g_atomic_int_inc (&n_ends);
  self->source = NULL;
  g_free (self);
}

static void
reset (void)
{
  g_atomic_int_set (&n_made, 0);
  g_atomic_int_set (&n_ends, 0);
}

/* While somebody holds it, it is found; after that it is made anew. */
static void
test_held (void)
{
  int source = 0;
  Value *first = NULL;
  Value *second = NULL;

  reset ();
  first = get (&source);
  second = get (&source);
  g_assert_true (first == second);
  drop (first);
  g_assert_true (get (&source) == second);
  g_assert_cmpint (n_made, ==, 1);
  drop (second);
  g_assert_cmpint (n_ends, ==, 0);
  drop (second);
  g_assert_cmpint (n_ends, ==, 1);

  drop (get (&source));
  g_assert_cmpint (n_made, ==, 2);
  g_assert_cmpint (n_ends, ==, 2);
}

static void
test_sources (void)
{
  int sources[2] = { 0, 0 };
  Value *first = get (&sources[0]);
  Value *second = get (&sources[1]);

  g_assert_true (first != second);
  g_assert_true (first->source == &sources[0]);
  g_assert_true (second->source == &sources[1]);
  drop (first);
  drop (second);
}

static gpointer
use_in_thread (gpointer source)
{
  for (int k = 0; k < N_ROUNDS; k++)
    {
      Value *value = get (source);

      g_assert_true (value->source == source);
      if (k % 3 == 0)
        g_thread_yield ();
      drop (value);
    }
  return NULL;
}

static void
use_in_threads (gpointer source)
{
  GThread *threads[N_THREADS] = { NULL };

  for (int t = 0; t < N_THREADS; t++)
    threads[t] = g_thread_new ("use", use_in_thread, source);
  for (int t = 0; t < N_THREADS; t++)
    g_thread_join (threads[t]);
}

/* Nobody gets one that has ended, and none is left over. */
static void
test_threads (void)
{
  int source = 0;

  reset ();
  use_in_threads (&source);
  g_assert_cmpint (n_made, >, 0);
  g_assert_cmpint (n_made, ==, n_ends);
}

/* However many ask, it is made once while one of them holds it. */
static void
test_threads_held (void)
{
  int source = 0;
  Value *held = NULL;

  reset ();
  held = get (&source);
  use_in_threads (&source);
  g_assert_cmpint (n_made, ==, 1);
  drop (held);
  g_assert_cmpint (n_ends, ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derived/held", test_held);
  g_test_add_func ("/derived/sources", test_sources);
  g_test_add_func ("/derived/threads", test_threads);
  g_test_add_func ("/derived/threads-held", test_threads_held);
  return g_test_run ();
}
