/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-inquiry.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

/* An owner only gets the answer to its last question, and none that is no longer wanted. Questions
 * and answers are freed on the main thread: they may hold the last reference to a widget. */

/** Stands for a widget. */
typedef struct
{
  GObject *object;
  RmProgramme *programme;
  guint generation;
  char *shown;
  int n_held;     /* questions and answers that are not freed yet */
  int searching;  /* whether a search got as far as to ask whether it is wanted */
} Fixture;

static Fixture *fixture;
static GThread *main_thread;

static char *
hold (const char *text)
{
  g_atomic_int_inc (&fixture->n_held);
  return g_strdup (text);
}

static void
let_go (gpointer text)
{
  g_assert_true (g_thread_self () == main_thread);
  g_atomic_int_add (&fixture->n_held, -1);
  g_free (text);
}

static gpointer
find (RmProgramme *programme,
      gconstpointer question)
{
  g_autofree char *answer = NULL;

  /* On one processor the main thread runs as soon as there is an answer, and this one is the last to let
   * go of the task. */
  setpriority (PRIO_PROCESS, (id_t) gettid (), 19);
  g_assert_true (programme == fixture->programme);
  if (g_str_equal (question, "nothing"))
    return NULL;
  answer = g_strdup_printf ("%s, answered", (const char *) question);
  return hold (answer);
}

static void
show (gpointer owner,
      RmProgramme *programme,
      gpointer answer)
{
  g_assert_true (owner == fixture->object);
  g_assert_true (programme == fixture->programme);
  g_assert_null (fixture->shown);
  fixture->shown = g_strdup (answer);
}

/* Of "for ever" nothing but that it is not wanted any more is the end. */
static gpointer
search (RmProgramme *programme,
        gconstpointer question,
        RmProgressFunc progress,
        gpointer data)
{
  g_autofree char *answer = NULL;

  while (progress (-1, data))
    {
      g_atomic_int_set (&fixture->searching, TRUE);
      if (!g_str_equal (question, "for ever"))
        {
          answer = g_strdup_printf ("%s, found", (const char *) question);
          return hold (answer);
        }
      g_thread_yield ();
    }

  return NULL;
}

static void
look_for (const char *question)
{
  static const RmInquiry inquiry = {
    .search = search,
    .show = show,
    .free_question = let_go,
    .free_answer = let_go,
  };

  fixture->searching = FALSE;
  rm_inquiry_begin (&inquiry, fixture->object, &fixture->generation, fixture->programme,
                    hold (question));
}

static void
ask (const char *question)
{
  static const RmInquiry inquiry = {
    .find = find,
    .show = show,
    .free_question = let_go,
    .free_answer = let_go,
  };

  rm_inquiry_begin (&inquiry, fixture->object, &fixture->generation, fixture->programme,
                    hold (question));
}

/* Until nobody holds the owner but the test. */
static void
wait_for_all (void)
{
  while (fixture->object->ref_count > 1 || g_atomic_int_get (&fixture->n_held) > 0)
    g_main_context_iteration (NULL, fixture->object->ref_count > 1);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  RmSettings *settings = rm_settings_new ();

  self->object = g_object_new (G_TYPE_OBJECT, NULL);
  self->programme = rm_programme_new (settings);
  rm_record_unref (settings);
  fixture = self;
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->object);
  rm_programme_unref (self->programme);
  g_free (self->shown);
}

static void
test_last (Fixture *self,
           gconstpointer data)
{
  ask ("first");
  ask ("second");
  ask ("third");
  wait_for_all ();
  g_assert_cmpstr (self->shown, ==, "third, answered");
}

static void
test_dropped (Fixture *self,
              gconstpointer data)
{
  ask ("first");
  self->generation++;
  wait_for_all ();
  g_assert_null (self->shown);
}

static void
test_nothing (Fixture *self,
              gconstpointer data)
{
  ask ("nothing");
  wait_for_all ();
  g_assert_null (self->shown);
}

static void
test_found (Fixture *self,
            gconstpointer data)
{
  look_for ("it");
  wait_for_all ();
  g_assert_cmpstr (self->shown, ==, "it, found");
}

/* Before it began, and in its midst. */
static void
test_stopped (Fixture *self,
              gconstpointer data)
{
  look_for ("for ever");
  rm_inquiry_stop (&self->generation);
  wait_for_all ();

  look_for ("for ever");
  while (!g_atomic_int_get (&self->searching))
    g_thread_yield ();
  rm_inquiry_stop (&self->generation);
  wait_for_all ();
  g_assert_null (self->shown);
}

static void
test_asked_again (Fixture *self,
                  gconstpointer data)
{
  look_for ("for ever");
  look_for ("for ever");
  look_for ("this");
  wait_for_all ();
  g_assert_cmpstr (self->shown, ==, "this, found");
}

static void
test_often (Fixture *self,
            gconstpointer data)
{
  for (int k = 0; k < 500; k++)
    {
      g_clear_pointer (&self->shown, g_free);
      ask ("again");
      wait_for_all ();
    }
}

int
main (int argc,
      char **argv)
{
  cpu_set_t one;

  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();
  CPU_ZERO (&one);
  CPU_SET (sched_getcpu (), &one);
  sched_setaffinity (0, sizeof one, &one);
  g_test_add ("/inquiry/often", Fixture, NULL, set_up, test_often, tear_down);
  g_test_add ("/inquiry/last", Fixture, NULL, set_up, test_last, tear_down);
  g_test_add ("/inquiry/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/inquiry/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/inquiry/found", Fixture, NULL, set_up, test_found, tear_down);
  g_test_add ("/inquiry/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/inquiry/asked-again", Fixture, NULL, set_up, test_asked_again, tear_down);
  return g_test_run ();
}
