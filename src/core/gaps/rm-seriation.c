/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-seriation.h"

#include "core/base/rm-ticker-private.h"

#include <math.h>
#include <string.h>

/* Rows are addressed through places, so that halves are runs of one array of places. */

#define ITERATIONS 24
#define MAX_DEPTH 12

/* Squares below this are rounding. */
#define NOTHING 1e-9

/* Values that cost as much as looking at one pair, the unit of rm_ticker_tick(). */
#define NUMBERS_A_LOOK 16

typedef struct
{
  guint row;
  double place;           /* on the axis */
  double above;           /* on the axis of the parent of this half */
} Item;

typedef struct
{
  float *profiles;        /* n_rows × n_columns */
  guint n_rows;
  guint n_columns;
  double *mean;
  double *axis;
  double *next;
  RmTicker ticker;
  gsize done;
} Work;

static const float *
profile_of (const Work *self,
            const Item *item)
{
  return self->profiles + (gsize) item->row * self->n_columns;
}

/* The mass of each column over all profiles, of its known values. */
static void
weigh_columns (const Work *self,
               const float *values,
               double *mass)
{
  g_autofree guint *known = g_new0 (guint, self->n_columns + 1);

  memset (mass, 0, sizeof (double) * self->n_columns);
  for (guint r = 0; r < self->n_rows; r++)
    for (guint c = 0; c < self->n_columns; c++)
      {
        gsize at = (gsize) r * self->n_columns + c;

        if (values[at] < 0)
          continue;
        mass[c] += (double) self->profiles[at];
        known[c]++;
      }
  for (guint c = 0; c < self->n_columns; c++)
    mass[c] = known[c] > 0 ? mass[c] / known[c] : 0;
}

static void
make_profiles (Work *self,
               const float *values)
{
  g_autofree double *mass = g_new (double, self->n_columns + 1);

  for (guint r = 0; r < self->n_rows; r++)
    {
      const float *row = values + (gsize) r * self->n_columns;
      float *profile = self->profiles + (gsize) r * self->n_columns;
      double sum = 0;

      for (guint c = 0; c < self->n_columns; c++)
        sum += (double) MAX (row[c], 0);
      for (guint c = 0; c < self->n_columns; c++)
        profile[c] = sum > 0 ? (float) (MAX (row[c], 0) / sum) : 0;
    }

  weigh_columns (self, values, mass);
  for (guint r = 0; r < self->n_rows; r++)
    for (guint c = 0; c < self->n_columns; c++)
      {
        gsize at = (gsize) r * self->n_columns + c;
        double value = values[at] < 0 ? mass[c] : (double) self->profiles[at];

        self->profiles[at] = mass[c] > 0 ? (float) (value / sqrt (mass[c])) : 0;
      }
}

static void
find_mean (Work *self,
           const Item *items,
           guint n)
{
  memset (self->mean, 0, sizeof (double) * self->n_columns);
  for (guint i = 0; i < n; i++)
    {
      const float *profile = profile_of (self, &items[i]);

      for (guint c = 0; c < self->n_columns; c++)
        self->mean[c] += (double) profile[c];
    }
  for (guint c = 0; c < self->n_columns; c++)
    self->mean[c] /= n;
}

/* Begins with the direction from the middle to the row farthest from it. Returns that distance. */
static double
begin_axis (Work *self,
            const Item *items,
            guint n)
{
  double farthest = -1;
  const float *far = NULL;

  for (guint i = 0; i < n; i++)
    {
      const float *profile = profile_of (self, &items[i]);
      double distance = 0;

      for (guint c = 0; c < self->n_columns; c++)
        {
          double way = (double) profile[c] - self->mean[c];

          distance += way * way;
        }
      if (distance > farthest)
        far = profile;
      farthest = MAX (farthest, distance);
    }
  for (guint c = 0; c < self->n_columns; c++)
    self->axis[c] = (double) far[c] - self->mean[c];

  return farthest;
}

static void
project (Work *self,
         Item *items,
         guint n)
{
  double middle = 0;

  for (guint c = 0; c < self->n_columns; c++)
    middle += self->mean[c] * self->axis[c];
  for (guint i = 0; i < n; i++)
    {
      const float *profile = profile_of (self, &items[i]);
      double place = 0;

      for (guint c = 0; c < self->n_columns; c++)
        place += (double) profile[c] * self->axis[c];
      items[i].place = place - middle;
    }
}

/* Returns FALSE if there is no axis left to find. */
static gboolean
turn_axis (Work *self,
           const Item *items,
           guint n)
{
  double sum = 0;
  double length = 0;

  memset (self->next, 0, sizeof (double) * self->n_columns);
  for (guint i = 0; i < n; i++)
    {
      const float *profile = profile_of (self, &items[i]);

      sum += items[i].place;
      for (guint c = 0; c < self->n_columns; c++)
        self->next[c] += items[i].place * (double) profile[c];
    }
  for (guint c = 0; c < self->n_columns; c++)
    {
      self->next[c] -= sum * self->mean[c];
      length += self->next[c] * self->next[c];
    }
  if (length < NOTHING * NOTHING)
    return FALSE;

  length = sqrt (length);
  for (guint c = 0; c < self->n_columns; c++)
    self->axis[c] = self->next[c] / length;
  return TRUE;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *first = a;
  const Item *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;

  return (first->row > second->row) - (first->row < second->row);
}

/* Orients the axis like its parent's, or else by the original order of rows. */
static void
orient (Item *items,
        guint n)
{
  double along = 0;
  guint low = 0;
  guint high = 0;

  for (guint i = 0; i < n; i++)
    {
      along += items[i].place * items[i].above;
      if (compare_items (&items[i], &items[low]) < 0)
        low = i;
      if (compare_items (&items[i], &items[high]) > 0)
        high = i;
    }
  if (along < -NOTHING || (fabs (along) <= NOTHING && items[low].row > items[high].row))
    for (guint i = 0; i < n; i++)
      items[i].place = -items[i].place;
}

/* Returns how many of the sorted items make up the first half. */
static guint
find_cut (const Item *items,
          guint n)
{
  double left = 0;
  double best = -1;
  guint cut = n / 2;

  /* The positions add up to 0, so the sum left of a cut gives the sum right of it. */
  for (guint i = 1; i < n; i++)
    {
      double gain = 0;

      left += items[i - 1].place;
      gain = left * left * (1.0 / i + 1.0 / (n - i));
      if (gain > best * (1 + NOTHING))
        {
          best = gain;
          cut = i;
        }
    }

  return cut;
}

static gboolean
find_places (Work *self,
             Item *items,
             guint n,
             GError **error)
{
  find_mean (self, items, n);
  for (guint i = 0; i < n; i++)
    items[i].place = 0;
  if (begin_axis (self, items, n) < NOTHING)
    return TRUE;

  for (guint k = 0; k < ITERATIONS; k++)
    {
      project (self, items, n);
      if (!turn_axis (self, items, n))
        break;
      self->done += n;
      if (!rm_ticker_tick (&self->ticker, (gsize) n * self->n_columns / NUMBERS_A_LOOK + 1,
                           (double) self->done / ((double) self->n_rows * ITERATIONS * MAX_DEPTH),
                           error))
        return FALSE;
    }
  project (self, items, n);

  return TRUE;
}

static gboolean
put_in_order (Work *self,
              Item *items,
              guint n,
              guint depth,
              GError **error)
{
  guint cut = 0;

  if (n < 2 || depth == MAX_DEPTH)
    return TRUE;
  if (!find_places (self, items, n, error))
    return FALSE;

  orient (items, n);
  qsort (items, n, sizeof (Item), compare_items);
  if (items[n - 1].place - items[0].place < NOTHING)
    return TRUE;

  cut = find_cut (items, n);
  for (guint i = 0; i < n; i++)
    items[i].above = items[i].place;
  return put_in_order (self, items, cut, depth + 1, error)
         && put_in_order (self, items + cut, n - cut, depth + 1, error);
}

/* 0 for a row with something in it, 1 for zeros, 2 for nothing known. */
static guint
get_emptiness (const float *row,
               guint n_columns)
{
  gboolean known = FALSE;

  for (guint c = 0; c < n_columns; c++)
    {
      if (row[c] > 0)
        return 0;
      known = known || row[c] >= 0;
    }

  return known ? 1 : 2;
}

guint *
rm_seriation_order (const float *values,
                    guint n_rows,
                    guint n_columns,
                    RmProgressFunc progress,
                    gpointer data,
                    GError **error)
{
  g_autofree Item *items = g_new0 (Item, n_rows + 1);
  g_autofree float *profiles = g_new (float, (gsize) n_rows * n_columns + 1);
  g_autofree double *mean = g_new (double, n_columns + 1);
  g_autofree double *axis = g_new (double, n_columns + 1);
  g_autofree double *next = g_new (double, n_columns + 1);
  g_autofree guint *order = g_new (guint, n_rows + 1);
  Work work = { .profiles = profiles, .n_rows = n_rows, .n_columns = n_columns, .mean = mean,
                .axis = axis, .next = next, .ticker = { .func = progress, .data = data } };
  guint n_full = 0;
  guint n = 0;

  for (guint emptiness = 0; emptiness < 3; emptiness++)
    {
      for (guint r = 0; r < n_rows; r++)
        if (get_emptiness (values + (gsize) r * n_columns, n_columns) == emptiness)
          items[n++].row = r;
      n_full = emptiness == 0 ? n : n_full;
    }
  make_profiles (&work, values);
  if (!put_in_order (&work, items, n_full, 0, error))
    return NULL;

  for (guint r = 0; r < n_rows; r++)
    order[r] = items[r].row;

  return g_steal_pointer (&order);
}
