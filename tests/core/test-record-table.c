/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-programme.h"
#include "core/model/rm-record-order-private.h"

/* Tables checked against a plain list of records sorted by id. */

enum
{
  LEAF_MIN = RM_RECORD_LEAF_MIN,
  LEAF_MAX = 2 * LEAF_MIN,
};

static const gint64 owners[] = { 0, 1, 2, 3, -1, 7000, G_MAXINT64, G_MAXINT64 - 1, G_MININT64 };

static const RmField *
get_field (const char *key)
{
  return rm_entity_find_field (rm_pair_entity (), key);
}

static RmPair *
make_pair (gint64 id,
           gint64 mentee,
           gint64 mentor)
{
  RmPair *pair = rm_pair_new (mentee, mentor);

  pair->record.id = id;
  return pair;
}

static gint64
any_owner (void)
{
  return owners[g_test_rand_int_range (0, G_N_ELEMENTS (owners))];
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (rm_record_unref);
}

static gint64
id_at (GPtrArray *records,
       guint i)
{
  return ((RmRecord *) g_ptr_array_index (records, i))->id;
}

/* Where @id stands in @model, or would. */
static guint
find_in_model (GPtrArray *model,
               gint64 id)
{
  guint low = 0;
  guint high = model->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (id_at (model, middle) < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static GPtrArray *
change_model (GPtrArray *before,
              GPtrArray *changed,
              GArray *removed)
{
  GPtrArray *model = g_ptr_array_copy (before, (GCopyFunc) (void (*) (void)) rm_record_ref, NULL);

  g_ptr_array_set_free_func (model, rm_record_unref);
  for (guint i = 0; i < removed->len; i++)
    {
      gint64 id = g_array_index (removed, gint64, i);
      guint at = find_in_model (model, id);

      if (at < model->len && id_at (model, at) == id)
        g_ptr_array_remove_index (model, at);
    }
  for (guint i = 0; i < changed->len; i++)
    {
      guint at = find_in_model (model, id_at (changed, i));

      if (at < model->len && id_at (model, at) == id_at (changed, i))
        g_ptr_array_remove_index (model, at);
      g_ptr_array_insert (model, (int) at, rm_record_ref (g_ptr_array_index (changed, i)));
    }

  return model;
}

static void
check_owned (RmRecordTable *table,
             GPtrArray *model,
             const char *key,
             gint64 owner)
{
  const RmField *field = get_field (key);
  RmOwned owned = rm_record_table_find_owned (table, field, owner);
  guint n = 0;

  for (guint i = 0; i < model->len; i++)
    if (rm_record_get_int64 (g_ptr_array_index (model, i), field) == owner)
      {
        g_assert_cmpuint (n, <, owned.n);
        g_assert_true (rm_owned_get (&owned, n++) == g_ptr_array_index (model, i));
      }
  g_assert_cmpuint (n, ==, owned.n);
}

static void
check_records (RmRecordTable *table,
               GPtrArray *model)
{
  g_assert_cmpuint (rm_record_table_count (table), ==, model->len);
  for (guint i = 0; i < model->len; i++)
    {
      gint64 id = id_at (model, i);

      g_assert_true (rm_record_table_get (table, i) == g_ptr_array_index (model, i));
      g_assert_true (rm_record_table_find (table, id) == g_ptr_array_index (model, i));
      if (id < G_MAXINT64 && (i + 1 == model->len || id_at (model, i + 1) != id + 1))
        g_assert_null (rm_record_table_find (table, id + 1));
    }
}

static void
check (RmRecordTable *table,
       GPtrArray *model)
{
  check_records (table, model);
  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      check_owned (table, model, "mentee", owners[i]);
      check_owned (table, model, "mentor", owners[i]);
    }
}

/* Changes table and model and holds one against the other. */
static void
change (RmRecordTable **table,
        GPtrArray **model,
        GPtrArray *changed,
        GArray *removed)
{
  g_autoptr (RmRecordTable) before = *table;
  g_autoptr (GPtrArray) model_before = *model;

  *table = rm_record_table_new_changed (before, changed, removed);
  *model = change_model (model_before, changed, removed);
}

static void
change_one (RmRecordTable **table,
            GPtrArray **model,
            RmPair *changed,
            gint64 removed)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (changed != NULL)
    g_ptr_array_add (records, changed);
  if (removed != 0)
    g_array_append_val (ids, removed);
  change (table, model, records, ids);
}

static void
make (guint n,
      RmRecordTable **table,
      GPtrArray **model)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, make_pair (10 * ((gint64) i + 1), any_owner (), any_owner ()));
  *table = rm_record_table_new (rm_pair_entity ());
  *model = new_records ();
  change (table, model, records, nothing);
}

/* One comes, one goes, one changes: at the ends, in the middle and beside where leaves end. */
static void
test_sizes (void)
{
  static const guint sizes[] = {
    0, 1, 2, LEAF_MIN - 1, LEAF_MIN, LEAF_MIN + 1, LEAF_MAX - 1, LEAF_MAX, LEAF_MAX + 1,
    LEAF_MAX + LEAF_MIN - 1, LEAF_MAX + LEAF_MIN, LEAF_MAX + LEAF_MIN + 1, 2 * LEAF_MAX - 1,
    2 * LEAF_MAX, 2 * LEAF_MAX + 1, 5 * LEAF_MAX + 3,
  };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      const guint places[] = { 0, 1, LEAF_MIN - 1, LEAF_MIN, LEAF_MAX - 1, LEAF_MAX, sizes[s] / 2,
                               sizes[s] };

      for (gsize p = 0; p < G_N_ELEMENTS (places); p++)
        {
          g_autoptr (RmRecordTable) table = NULL;
          g_autoptr (GPtrArray) model = NULL;
          gint64 id = 10 * (gint64) MIN (places[p], sizes[s]);

          make (sizes[s], &table, &model);
          check (table, model);
          change_one (&table, &model, make_pair (id + 5, 1, 2), 0);
          check (table, model);
          change_one (&table, &model, make_pair (id + 5, 2, 1), 0);
          check (table, model);
          change_one (&table, &model, NULL, id);
          check (table, model);
          change_one (&table, &model, make_pair (id, 3, 0), id + 5);
          check (table, model);
        }
    }
}

/* Down to nothing, one after the other, and back. */
static void
test_one_by_one (void)
{
  g_autoptr (RmRecordTable) table = NULL;
  g_autoptr (GPtrArray) model = NULL;

  make (5 * LEAF_MAX, &table, &model);
  while (model->len > 0)
    {
      guint i = (guint) g_test_rand_int_range (0, (gint32) model->len);

      change_one (&table, &model, NULL, id_at (model, i));
      if (model->len % 40 == 0)
        check (table, model);
    }
  check (table, model);
  while (model->len < 5 * LEAF_MAX)
    {
      change_one (&table, &model,
                  make_pair (g_test_rand_int_range (1, G_MAXINT32), any_owner (), any_owner ()), 0);
      if (model->len % 40 == 0)
        check (table, model);
    }
  check (table, model);
}

static gint64
any_id (gint32 range)
{
  int kind = g_test_rand_int_range (0, 200);

  if (kind < 3)
    return kind == 0 ? G_MAXINT64 : kind == 1 ? G_MININT64 : G_MAXINT64 - 1;

  return g_test_rand_int_range (-range / 4, range);
}

static void
change_at_random (RmRecordTable **table,
                  GPtrArray **model)
{
  static const gint32 amounts[] = { 2, 2, 2, 5, 40, 1500 };
  g_autoptr (GPtrArray) changed = new_records ();
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint32 most = amounts[g_test_rand_int_range (0, G_N_ELEMENTS (amounts))];
  gint32 n_changed = g_test_rand_int_range (0, most);
  gint32 n_removed = g_test_rand_int_range (0, most);

  for (gint32 i = 0; i < n_changed; i++)
    g_ptr_array_add (changed, make_pair (any_id (6000), any_owner (), any_owner ()));
  for (gint32 i = 0; i < n_removed; i++)
    {
      gint64 id = (*model)->len > 0 && i % 2 == 0
                      ? id_at (*model, (guint) g_test_rand_int_range (0, (gint32) (*model)->len))
                      : any_id (6000);

      g_array_append_val (removed, id);
    }
  change (table, model, changed, removed);
}

/* Values that are older stay what they were, and outlive those that they were made from. */
static void
test_random (void)
{
  for (guint run = 0; run < 15; run++)
    {
      RmRecordTable *tables[4] = { NULL };
      GPtrArray *models[G_N_ELEMENTS (tables)] = { NULL };
      g_autoptr (RmRecordTable) table = rm_record_table_new (rm_pair_entity ());
      g_autoptr (GPtrArray) model = new_records ();

      for (guint step = 0; step < 60; step++)
        {
          guint kept = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (tables));

          change_at_random (&table, &model);
          if (g_test_rand_bit ())
            check (table, model);
          g_clear_pointer (&tables[kept], rm_record_table_unref);
          g_clear_pointer (&models[kept], g_ptr_array_unref);
          tables[kept] = rm_record_table_ref (table);
          models[kept] = g_ptr_array_ref (model);
        }

      for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
        if (tables[k] != NULL)
          {
            check (tables[k], models[k]);
            rm_record_table_unref (tables[k]);
            g_ptr_array_unref (models[k]);
          }
    }
}

static void
test_same_id (void)
{
  g_autoptr (RmRecordTable) table = NULL;
  g_autoptr (GPtrArray) model = NULL;
  g_autoptr (GPtrArray) changed = new_records ();
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = 20;

  make (3, &table, &model);
  g_ptr_array_add (changed, make_pair (25, 1, 1));
  g_ptr_array_add (changed, make_pair (20, 1, 2));
  g_ptr_array_add (changed, make_pair (20, 1, 3));
  g_array_append_val (removed, id);
  g_array_append_val (removed, id);
  change (&table, &model, changed, removed);

  g_assert_cmpuint (rm_record_table_count (table), ==, 4);
  g_assert_true (rm_record_table_find (table, 20) == g_ptr_array_index (changed, 2));
  check (table, model);
}

/* A record is referred to once for each leaf that holds it. */
static guint
count_held_twice (GPtrArray *records)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += !g_atomic_ref_count_compare (&((RmRecord *) g_ptr_array_index (records, i))->refs, 1);

  return n;
}

static void
test_sharing (void)
{
  g_autoptr (RmRecordTable) table = rm_record_table_new (rm_pair_entity ());
  g_autoptr (GPtrArray) borrowed = g_ptr_array_new ();

  {
    g_autoptr (RmRecordTable) empty = table;
    g_autoptr (GPtrArray) records = new_records ();

    for (guint i = 0; i < 10000; i++)
      g_ptr_array_add (records, make_pair (2 * i, any_owner (), any_owner ()));
    g_ptr_array_extend (borrowed, records, NULL, NULL);
    table = rm_record_table_new_changed (empty, records, NULL);
  }
  g_assert_cmpuint (count_held_twice (borrowed), ==, 0);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GPtrArray) changed = new_records ();
      g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (RmRecordTable) after = NULL;
      gint64 id = g_test_rand_int_range (0, 20000);

      if (g_test_rand_bit ())
        g_ptr_array_add (changed, make_pair (id, 1, 2));
      else
        g_array_append_val (removed, id);
      after = rm_record_table_new_changed (table, changed, removed);
      g_assert_cmpuint (count_held_twice (borrowed), <=, LEAF_MAX + LEAF_MIN);
    }
  g_assert_cmpuint (count_held_twice (borrowed), ==, 0);
}

/* What did not change is the same value, and so are its indexes. */
static void
test_unchanged (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GPtrArray) people = new_records ();
  g_autoptr (RmProgramme) before = NULL;
  g_autoptr (RmProgramme) after = NULL;
  g_autoptr (RmRecordTable) table = rm_record_table_new (rm_pair_entity ());
  g_autoptr (RmRecordTable) same = rm_record_table_new_changed (table, NULL, NULL);
  GPtrArray *changed[RM_N_TABLES] = { NULL };
  RmPerson *person = rm_person_new ();

  g_assert_true (table == same);

  g_ptr_array_add (records, make_pair (1, 10, 20));
  changed[RM_TABLE_PAIR] = records;
  before = rm_programme_new_changed (NULL, NULL, changed, NULL);
  rm_programme_make_indexes (before);

  changed[RM_TABLE_PAIR] = NULL;
  changed[RM_TABLE_PERSON] = people;
  person->record.id = 10;
  g_ptr_array_add (people, person);
  after = rm_programme_new_changed (before, NULL, changed, NULL);
  g_assert_true (rm_programme_find_owned (before, RM_TABLE_PAIR, "mentee", 10).order
                 == rm_programme_find_owned (after, RM_TABLE_PAIR, "mentee", 10).order);
}

static void
test_referring (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (RmProgramme) programme = NULL;
  GPtrArray *changed[RM_N_TABLES] = { NULL };

  g_ptr_array_add (records, make_pair (4, 1, 2));
  g_ptr_array_add (records, make_pair (3, 2, 1));
  g_ptr_array_add (records, make_pair (2, 1, 1));
  g_ptr_array_add (records, make_pair (1, 2, 3));
  changed[RM_TABLE_PAIR] = records;
  programme = rm_programme_new_changed (NULL, NULL, changed, NULL);

  list = rm_programme_list_referring (programme, RM_TABLE_PAIR, RM_TABLE_PERSON, 1);
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (id_at (list, i), ==, i + 2);
  others = rm_programme_list_referring (programme, RM_TABLE_PAIR, RM_TABLE_SKILL, 1);
  g_assert_cmpuint (others->len, ==, 0);
}

/* What nobody holds any more is given back, sooner or later. */
static void
test_drop (void)
{
  RmRecordTable *table = NULL;
  g_autoptr (GPtrArray) model = NULL;

  make (40 * LEAF_MAX, &table, &model);
  g_assert_cmpuint (count_held_twice (model), ==, model->len);
  rm_record_table_unref (table);
  for (guint i = 0; i < 1000 && count_held_twice (model) > 0; i++)
    g_usleep (G_USEC_PER_SEC / 100);
  g_assert_cmpuint (count_held_twice (model), ==, 0);
}

typedef struct
{
  RmRecordTable *table;
  GPtrArray *model;
} Shared;

static gpointer
use_in_thread (gpointer data)
{
  const Shared *shared = data;

  check (shared->table, shared->model);
  for (gint64 id = 1; id < 50; id++)
    {
      g_autoptr (GPtrArray) changed = new_records ();
      g_autoptr (RmRecordTable) after = NULL;

      g_ptr_array_add (changed, make_pair (10 * id, 1, id));
      after = rm_record_table_new_changed (shared->table, changed, NULL);
      g_assert_cmpuint (rm_record_table_count (after), ==, shared->model->len);
      g_assert_cmpuint (rm_record_table_find_owned (after, get_field ("mentor"), id).n, >, 0);
    }
  rm_record_table_unref (shared->table);

  return NULL;
}

/* All ask for the same indexes at once, and the last of them frees the table. */
static void
test_threads (void)
{
  for (guint run = 0; run < 10; run++)
    {
      GThread *threads[4] = { NULL };
      g_autoptr (GPtrArray) model = NULL;
      Shared shared = { NULL };

      make (5000, &shared.table, &model);
      shared.model = model;
      for (gsize t = 0; t < G_N_ELEMENTS (threads); t++)
        {
          rm_record_table_ref (shared.table);
          threads[t] = g_thread_new ("use", use_in_thread, &shared);
        }
      rm_record_table_unref (shared.table);
      for (gsize t = 0; t < G_N_ELEMENTS (threads); t++)
        g_thread_join (threads[t]);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record-table/sizes", test_sizes);
  g_test_add_func ("/core/record-table/one-by-one", test_one_by_one);
  g_test_add_func ("/core/record-table/random", test_random);
  g_test_add_func ("/core/record-table/same-id", test_same_id);
  g_test_add_func ("/core/record-table/sharing", test_sharing);
  g_test_add_func ("/core/record-table/unchanged", test_unchanged);
  g_test_add_func ("/core/record-table/referring", test_referring);
  g_test_add_func ("/core/record-table/drop", test_drop);
  g_test_add_func ("/core/record-table/threads", test_threads);
  return g_test_run ();
}
