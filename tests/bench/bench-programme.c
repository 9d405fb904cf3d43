/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before core had rooms its headers lay together. */
#if __has_include("core/model/rm-programme.h")
#include "core/model/rm-programme.h"
#else
#include "core/rm-programme.h"
#endif

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* bench-programme [records]: the cost of a programme value with this many records in one table,
 * first pairs, then people; their owners are the mentee and the manager. Prints a line of JSON for
 * each figure, medians of the time that the calling thread works.
 *
 * It also compiles with a core that has no index by owner, so that a build from before there was one
 * is measured by the same source: there an owner's records are found as they were then, by a look at
 * all. */

#if __has_include("core/model/rm-record-table.h")
#define HAS_INDEX 1
#else
#define HAS_INDEX 0
#endif

enum
{
  RUNS = 201,      /* of what takes microseconds */
  FEW_RUNS = 21,   /* of what takes milliseconds */
  PER_OWNER = 10,  /* records an owner has */
  MANY_PART = 10,  /* one record in so many changes where many do */
  PAUSE = 100000,  /* µs, until another thread has freed what this one gave up */
};

typedef struct
{
  RmTable table;
  const RmEntity *(*entity) (void);
  const char *name;
  const char *key;
} Kind;

static const Kind kinds[] = {
  { RM_TABLE_PAIR, rm_pair_entity, "pairs", "mentee" },
  { RM_TABLE_PERSON, rm_person_entity, "people", "manager" },
};

typedef struct
{
  const Kind *kind;
  const RmField *field;
  GRand *rand;
  guint n;
  gint64 *ids;     /* in order */
  gint64 *owners;
  RmProgramme *programme;
  volatile guint64 sum; /* so that nothing is left out */
} Bench;

static gint64
make_id (GRand *rand)
{
  guint64 high = g_rand_int (rand) >> 1;

  return (gint64) (high << 32 | g_rand_int (rand));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
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
get_median (double *times,
            guint n)
{
  qsort (times, n, sizeof (double), compare_times);
  return times[n / 2];
}

/* In microseconds, with parts of them. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static double
get_megabytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1e6;
}

static void
report (const Bench *self,
        const char *what,
        double value)
{
  printf ("{\"table\": \"%s\", \"records\": %u, \"what\": \"%s\", \"value\": %.3f}\n",
          self->kind->name, self->n, what, value);
  fflush (stdout);
}

static guint
any_index (const Bench *self)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) self->n);
}

static gint64
any_owner (const Bench *self)
{
  return self->owners[any_index (self) / PER_OWNER];
}

static gpointer
make_record (const Bench *self,
             guint i)
{
  RmRecord *record = rm_record_new (self->kind->entity ());

  record->id = self->ids[i];
  rm_record_set_int64 (record, self->field, any_owner (self));
  return record;
}

static void
change (Bench *self,
        GPtrArray *records,
        double *changing,
        double *dropping)
{
  GPtrArray *changed[RM_N_TABLES] = { NULL };
  RmProgramme *before = self->programme;
  double start = 0;

  changed[self->kind->table] = records;
  start = get_time ();
  self->programme = rm_programme_new_changed (before, NULL, changed, NULL);
  *changing = get_time () - start;
  start = get_time ();
  rm_programme_unref (before);
  *dropping = get_time () - start;
}

static double
find_owned (Bench *self,
            gint64 owner)
{
  double start = get_time ();
#if HAS_INDEX
  RmOwned owned = rm_programme_find_owned (self->programme, self->kind->table, self->kind->key,
                                           owner);

  for (guint i = 0; i < owned.n; i++)
    self->sum += (guint64) ((RmRecord *) rm_owned_get (&owned, i))->id;
#else
  for (guint i = 0; i < rm_programme_count (self->programme, self->kind->table); i++)
    {
      RmRecord *record = rm_programme_get (self->programme, self->kind->table, i);
      gint64 other = self->kind->table == RM_TABLE_PAIR ? ((RmPair *) record)->mentee
                                                        : ((RmPerson *) record)->manager;

      if (other == owner)
        self->sum += (guint64) record->id;
    }
#endif
  return get_time () - start;
}

static void
measure_making (Bench *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (self->n, rm_record_unref);
  double megabytes = 0;
  double time = 0;
  double dropping = 0;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (records, make_record (self, i));
  megabytes = get_megabytes ();
  self->programme = rm_programme_new_changed (NULL, NULL, NULL, NULL);
  change (self, records, &time, &dropping);
  report (self, "making the table, ms", time / 1e3);
  report (self, "the table, MB", get_megabytes () - megabytes);
  megabytes = get_megabytes ();
  report (self, "first question for an owner, ms", find_owned (self, self->owners[0]) / 1e3);
  report (self, "its index by owner, MB", get_megabytes () - megabytes);
}

static void
measure_edits (Bench *self)
{
  double changing[RUNS];
  double dropping[RUNS];
  double finding[RUNS];

  for (guint run = 0; run < RUNS; run++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (rm_record_unref);

      g_ptr_array_add (records, make_record (self, any_index (self)));
      change (self, records, &changing[run], &dropping[run]);
      finding[run] = find_owned (self, any_owner (self));
    }
  report (self, "one change, µs", get_median (changing, RUNS));
  report (self, "dropping the value before it, µs", get_median (dropping, RUNS));
  report (self, "the records of an owner, µs", get_median (finding, RUNS));
}

static void
measure_many (Bench *self)
{
  double changing[FEW_RUNS];
  double dropping[FEW_RUNS];

  for (guint run = 0; run < FEW_RUNS; run++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (rm_record_unref);

      for (guint i = run % MANY_PART; i < self->n; i += MANY_PART)
        g_ptr_array_add (records, make_record (self, i));
      change (self, records, &changing[run], &dropping[run]);
      g_usleep (PAUSE);
    }
  report (self, "a change of one in ten, ms", get_median (changing, FEW_RUNS) / 1e3);
  report (self, "dropping the value before it, ms", get_median (dropping, FEW_RUNS) / 1e3);
}

static void
measure_reading (Bench *self)
{
  g_autofree gint64 *ids = g_memdup2 (self->ids, self->n * sizeof (gint64));
  double walking[FEW_RUNS];
  double finding[FEW_RUNS];
  double start = 0;

  for (guint i = self->n - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (self->rand, 0, (gint32) i + 1);
      gint64 id = ids[i];

      ids[i] = ids[j];
      ids[j] = id;
    }

  for (guint run = 0; run < FEW_RUNS; run++)
    {
      start = get_time ();
      for (guint i = 0; i < rm_programme_count (self->programme, self->kind->table); i++)
        self->sum += (guint64) ((RmRecord *) rm_programme_get (self->programme, self->kind->table,
                                                               i))->id;
      walking[run] = get_time () - start;
      start = get_time ();
      for (guint i = 0; i < self->n; i++)
        self->sum += rm_programme_find (self->programme, self->kind->table, ids[i]) != NULL;
      finding[run] = get_time () - start;
    }
  report (self, "a walk through all, ms", get_median (walking, FEW_RUNS) / 1e3);
  report (self, "finding each by id, ms", get_median (finding, FEW_RUNS) / 1e3);
}

static void
measure (const Kind *kind,
         guint n)
{
  Bench self = { .kind = kind, .n = n };
  double start = 0;

  self.field = rm_entity_find_field (kind->entity (), kind->key);
  self.rand = g_rand_new_with_seed (1);
  self.ids = g_new (gint64, n);
  self.owners = g_new (gint64, n / PER_OWNER + 1);
  for (guint i = 0; i < n; i++)
    self.ids[i] = make_id (self.rand);
  for (guint i = 0; i <= n / PER_OWNER; i++)
    self.owners[i] = make_id (self.rand);
  qsort (self.ids, n, sizeof (gint64), compare_ids);

  measure_making (&self);
  measure_edits (&self);
  measure_reading (&self);
  measure_many (&self);

  start = get_time ();
  rm_programme_unref (self.programme);
  report (&self, "dropping everything, ms", (get_time () - start) / 1e3);
  g_rand_free (self.rand);
  g_free (self.owners);
  g_free (self.ids);
}

int
main (int argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 500000;

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    measure (&kinds[k], n);
  return 0;
}
