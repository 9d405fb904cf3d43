/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-people.h"

#include "core/matching/rm-assignment.h"
#include "core/matching/rm-matcher.h"
#include "core/proof/rm-assignment-check.h"
#include "core/proof/rm-definition.h"
#include "core/scoring/rm-kernel-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* bench-matching [OPTION...] MENTEES MENTORS: generates people (bench-people.c), finds the pairing
 * with the best total by the product's own scores, proves it, and prints the cost: a line of JSON
 * for each measurement. One instance per process, so that its peak memory is meaningful.
 * tests/bench/run calls it and its peers.
 *
 * A dump is two int32 (mentees, mentors) and a row of int32 scores for each mentee; -1 is no
 * candidate. With the best total in view that is worth as much as staying alone: 0. --table reads
 * such a file and solves it as scores that came from elsewhere. */

typedef struct
{
  RmProgramme *programme;  /* people, or */
  gint32 *table;           /* scores from a file */
  guint n_mentees;
  guint n_mentors;
  int *mentee_capacity;
  int *mentor_capacity;
} Instance;

/* Milliseconds, a figure for each run. */
typedef struct
{
  GArray *scorer;
  GArray *solve;
  GArray *check;
  GArray *whole;  /* scorer and solve */
  long ready_kb;  /* memory with a scorer, before anything is solved */
} Times;

/* Pairs that the kernel is timed on. */
#define KERNEL_TILE 32
#define N_PRICED 20000000

static int n_runs = 3;
static int n_locks;
static gboolean with_kernel;
static int seed = 1;
static gboolean tied;
static char *table_file;
static char *dump_file;

static void
fail (const char *what,
      const GError *error)
{
  g_printerr ("%s%s%s\n", what, error != NULL ? ": " : "", error != NULL ? error->message : "");
  exit (1);
}

/* @key is "VmRSS:" (now) or "VmHWM:" (at most so far). */
static long
read_memory_kb (const char *key)
{
  g_autofree char *status = NULL;
  const char *found = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    found = strstr (status, key);

  return found != NULL ? strtol (found + strlen (key), NULL, 10) : 0;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
quantile (GArray *times,
          double q)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (guint) ((times->len - 1) * q));
}

static void
print_times (const char *what,
             GArray *times)
{
  printf ("{\"what\": \"%s\", \"median_ms\": %.4f, \"min_ms\": %.4f, \"runs\": %u}\n", what,
          quantile (times, 0.5), quantile (times, 0), times->len);
}

static void
add_time (GArray *times,
          gint64 microseconds)
{
  double ms = (double) microseconds / 1000;

  g_array_append_val (times, ms);
}

static gint64
get_table_score (gconstpointer data,
                 guint mentee,
                 guint mentor)
{
  const Instance *self = data;

  return self->table[(gsize) mentee * self->n_mentors + mentor];
}

static RmScoreSource
get_source (const Instance *self,
            const RmScorer *scorer)
{
  if (scorer != NULL)
    return rm_scorer_get_source (scorer);

  return (RmScoreSource) { self->n_mentees, self->n_mentors, get_table_score, self };
}

static RmProblem
get_problem (const Instance *self,
             const RmScoreSource *source)
{
  return (RmProblem) {
    .source = source,
    .mentee_capacity = self->mentee_capacity,
    .mentor_capacity = self->mentor_capacity,
    .mode = RM_MODE_TOTAL,
  };
}

static void
read_table (Instance *self,
            const char *path)
{
  FILE *in = fopen (path, "rb");
  gint32 size[2] = { 0, 0 };
  gsize n_cells = 0;

  if (in == NULL || fread (size, sizeof size, 1, in) != 1 || size[0] < 1 || size[1] < 1)
    fail ("the table cannot be read", NULL);
  n_cells = (gsize) size[0] * (gsize) size[1];
  self->table = g_new (gint32, n_cells);
  if (fread (self->table, sizeof (gint32), n_cells, in) != n_cells)
    fail ("the table is too short", NULL);
  fclose (in);
  self->n_mentees = (guint) size[0];
  self->n_mentors = (guint) size[1];
}

static void
write_dump (const Instance *self,
            const char *path)
{
  g_autoptr (RmScorer) scorer = rm_scorer_new (self->programme);
  g_autofree gint32 *row = g_new (gint32, self->n_mentors);
  const gint32 size[2] = { (gint32) self->n_mentees, (gint32) self->n_mentors };
  FILE *out = fopen (path, "wb");
  gboolean ok = out != NULL && fwrite (size, sizeof size, 1, out) == 1;

  for (guint i = 0; ok && i < self->n_mentees; i++)
    {
      for (guint j = 0; j < self->n_mentors; j++)
        row[j] = rm_scorer_get_score (scorer, i, j);
      ok = fwrite (row, sizeof (gint32), self->n_mentors, out) == self->n_mentors;
    }
  if (out == NULL || fclose (out) != 0 || !ok)
    fail ("the dump could not be written", NULL);
}

static int *
new_capacities (guint n)
{
  int *capacities = g_new (int, n);

  for (guint i = 0; i < n; i++)
    capacities[i] = 1;

  return capacities;
}

/* People are scored anew, from the definition; that is part of what it takes. */
static gboolean
check (const Instance *self,
       const RmProblem *problem,
       const RmSolution *solution,
       GError **error)
{
  g_autoptr (RmDefinition) definition = NULL;
  RmScoreSource source = *problem->source;
  RmProblem judged = *problem;

  if (self->programme != NULL)
    {
      definition = rm_definition_new (self->programme);
      source = rm_definition_get_source (definition);
    }
  judged.source = &source;

  return rm_assignment_check (&judged, solution, NULL, NULL, NULL, error);
}

static RmSolution *
run_once (const Instance *self,
          Times *times)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RmScorer) scorer = self->programme != NULL ? rm_scorer_new (self->programme) : NULL;
  gint64 ready = g_get_monotonic_time () - start;
  RmScoreSource source = get_source (self, scorer);
  RmProblem problem = get_problem (self, &source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSolution) solution = NULL;
  gint64 solved = 0;

  times->ready_kb = read_memory_kb ("VmRSS:");
  start = g_get_monotonic_time ();
  solution = rm_assignment_solve (&problem, NULL, NULL, &error);
  solved = g_get_monotonic_time () - start;
  if (solution == NULL)
    fail ("not solved", error);
  start = g_get_monotonic_time ();
  if (!check (self, &problem, solution, &error))
    fail ("not proved", error);
  add_time (times->check, g_get_monotonic_time () - start);
  add_time (times->scorer, ready);
  add_time (times->solve, solved);
  add_time (times->whole, ready + solved);

  return g_steal_pointer (&solution);
}

/* Each run begins from the people alone. */
static void
measure_pairing (const Instance *self)
{
  Times times = {
    .scorer = g_array_new (FALSE, FALSE, sizeof (double)),
    .solve = g_array_new (FALSE, FALSE, sizeof (double)),
    .check = g_array_new (FALSE, FALSE, sizeof (double)),
    .whole = g_array_new (FALSE, FALSE, sizeof (double)),
  };
  g_autoptr (RmSolution) first = run_once (self, &times);
  long ready_kb = times.ready_kb;
  long peak_kb = read_memory_kb ("VmHWM:");  /* of one pairing with its proof, as with the peers */

  for (int run = 1; run < n_runs; run++)
    {
      g_autoptr (RmSolution) solution = run_once (self, &times);

      if (solution->n_pairs != first->n_pairs
          || memcmp (solution->pairs, first->pairs, sizeof (RmPlace) * first->n_pairs) != 0)
        fail ("two runs ended in different pairs", NULL);
    }

  printf ("{\"what\": \"result\", \"total\": %" G_GINT64_FORMAT ", \"pairs\": %u, \"paired\": %u,"
          " \"ready_kb\": %ld, \"peak_kb\": %ld}\n",
          first->total, first->n_pairs, first->n_paired, ready_kb, peak_kb);
  print_times ("scorer", times.scorer);
  print_times ("solve", times.solve);
  print_times ("check", times.check);
  print_times ("whole", times.whole);

  g_array_unref (times.scorer);
  g_array_unref (times.solve);
  g_array_unref (times.check);
  g_array_unref (times.whole);
}

static RmPlace
pick_candidate (const RmScorer *scorer,
                GRand *rand)
{
  for (;;)
    {
      RmPlace place = {
        g_rand_int (rand) % rm_scorer_get_n_mentees (scorer),
        g_rand_int (rand) % rm_scorer_get_n_mentors (scorer),
      };

      if (rm_scorer_get_score (scorer, place.mentee, place.mentor) >= 0)
        return place;
    }
}

/* The checker takes longer than a hundred locks, so it sees the first one only. */
static void
assert_proved (const Instance *self,
               const RmMatcher *matcher,
               const RmProblem *problem)
{
  g_autoptr (RmSolution) solution = rm_matcher_new_solution (matcher);
  g_autoptr (GError) error = NULL;

  if (!check (self, problem, solution, &error))
    fail ("not proved with a lock", error);
}

/* Somebody locks a pair, any pair: how long until what is best then is certain? Each lock begins
 * from the same best pairing without locks. */
static void
measure_locks (const Instance *self)
{
  const RmMatcherChange change = { .scores_kept = TRUE };
  g_autoptr (RmScorer) scorer = rm_scorer_new (self->programme);
  RmScoreSource source = get_source (self, scorer);
  RmProblem problem = get_problem (self, &source);
  g_autoptr (RmMatcher) solved = rm_matcher_new (&problem, 0);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) seed);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;

  if (!rm_matcher_solve (solved, NULL, NULL, &error))
    fail ("not solved", error);
  for (int k = 0; k < n_locks; k++)
    {
      g_autoptr (RmMatcher) matcher = rm_matcher_copy (solved);
      RmPlace lock = pick_candidate (scorer, rand);
      RmProblem locked = problem;
      gint64 start = g_get_monotonic_time ();

      locked.locks = &lock;
      locked.n_locks = 1;
      rm_matcher_set_problem (matcher, &locked, &change);
      if (!rm_matcher_solve (matcher, NULL, NULL, &error))
        fail ("not solved with a lock", error);
      add_time (times, g_get_monotonic_time () - start);
      if (k == 0)
        assert_proved (self, matcher, &locked);
    }
  print_times ("lock", times);
}

/* One thread holds pairs against prices that none passes, as when the optimum is being proved: a
 * tile of mentees against one block of mentors after the other. */
static void
measure_kernel (const Instance *self)
{
  gint16 ceilings[RM_KERNEL_BLOCK] __attribute__ ((aligned (32)));
  gint16 base[RM_KERNEL_BLOCK] __attribute__ ((aligned (32)));
  guint8 scratch[RM_KERNEL_SCRATCH] __attribute__ ((aligned (32)));
  guint16 found[RM_KERNEL_BLOCK];
  g_autoptr (RmScorer) scorer = rm_scorer_new (self->programme);
  g_autoptr (RmKernel) kernel = rm_kernel_new (scorer, RM_KERNEL_FASTEST);
  RmKernelRow *rows[KERNEL_TILE];
  guint n_tiles = N_PRICED / self->n_mentors / KERNEL_TILE + 1;
  guint n_found = 0;
  gint64 start = 0;

  for (guint k = 0; k < RM_KERNEL_BLOCK; k++)
    base[k] = RM_SCORE_POINTS;
  for (guint r = 0; r < KERNEL_TILE; r++)
    rows[r] = rm_kernel_row_new ();
  start = g_get_monotonic_time ();
  for (guint t = 0; t < n_tiles; t++)
    {
      for (guint r = 0; r < KERNEL_TILE; r++)
        rm_kernel_row_set (rows[r], kernel, (t * KERNEL_TILE + r) % self->n_mentees);
      for (guint first = 0; first < self->n_mentors; first += RM_KERNEL_BLOCK)
        for (guint r = 0; r < KERNEL_TILE; r++)
          {
            rm_kernel_fill (kernel, rows[r], first / RM_KERNEL_BLOCK, scratch, ceilings);
            n_found += rm_kernel_select (kernel, ceilings, base, 0, RM_SCORE_POINTS,
                                         RM_KERNEL_BLOCK, found);
          }
    }
  printf ("{\"what\": \"kernel\", \"ns\": %.4f, \"found\": %u}\n",
          1000.0 * (double) (g_get_monotonic_time () - start)
            / ((double) n_tiles * KERNEL_TILE * self->n_mentors),
          n_found);
  for (guint r = 0; r < KERNEL_TILE; r++)
    rm_kernel_row_free (rows[r]);
}

static void
fill_instance (Instance *self)
{
  if (table_file != NULL)
    read_table (self, table_file);
  else
    self->programme = bench_people_new (self->n_mentees, self->n_mentors,
                                        tied ? BENCH_FORM_TIED : BENCH_FORM_SPREAD,
                                        (guint32) seed);
  self->mentee_capacity = new_capacities (self->n_mentees);
  self->mentor_capacity = new_capacities (self->n_mentors);
}

static void
clear_instance (Instance *self)
{
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_free (self->table);
  g_free (self->mentee_capacity);
  g_free (self->mentor_capacity);
}

int
main (int argc,
      char **argv)
{
  const GOptionEntry entries[] = {
    { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "Solve so often (3)", "N" },
    { "locks", 0, 0, G_OPTION_ARG_INT, &n_locks,
      "Lock so many pairs, one at a time (0)", "N" },
    { "kernel", 0, 0, G_OPTION_ARG_NONE, &with_kernel, "Time the pricing kernel too", NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Another seed makes another company (1)", "S" },
    { "tied", 0, 0, G_OPTION_ARG_NONE, &tied, "People whose scores almost all tie", NULL },
    { "table", 0, 0, G_OPTION_ARG_FILENAME, &table_file, "Solve this table of scores", "FILE" },
    { "dump", 0, 0, G_OPTION_ARG_FILENAME, &dump_file, "Write the scores to this file", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("MENTEES MENTORS");
  g_autoptr (GError) error = NULL;
  Instance instance = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    fail (argv[0], error);
  if (argc == 3)
    {
      instance.n_mentees = (guint) CLAMP (atoi (argv[1]), 0, 1000000);
      instance.n_mentors = (guint) CLAMP (atoi (argv[2]), 0, 1000000);
    }
  if (table_file == NULL && (instance.n_mentees == 0 || instance.n_mentors == 0))
    fail ("how many mentees and mentors? See --help", NULL);

  fill_instance (&instance);
  printf ("{\"what\": \"people\", \"mentees\": %u, \"mentors\": %u, \"now_kb\": %ld}\n",
          instance.n_mentees, instance.n_mentors, read_memory_kb ("VmRSS:"));
  if (n_runs > 0)
    measure_pairing (&instance);
  if (n_locks > 0 && instance.programme != NULL)
    measure_locks (&instance);
  if (with_kernel && instance.programme != NULL)
    measure_kernel (&instance);
  if (dump_file != NULL && instance.programme != NULL)
    write_dump (&instance, dump_file);

  clear_instance (&instance);
  g_free (table_file);
  g_free (dump_file);
  return 0;
}
