/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-person-list.h"

#include "../core/test-people.h"

/* People in an order; rows report their new person, and the list reports rows added or removed at
 * its end. */

typedef struct
{
  guint changes;
  guint position;
  guint removed;
  guint added;
} Seen;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Seen *seen)
{
  *seen = (Seen) { seen->changes + 1, position, removed, added };
}

static GArray *
order_of (guint n,
          const guint *positions)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (order, positions, n);
  return order;
}

static RmProgramme *
new_programme (void)
{
  g_autoptr (TestPeople) people = test_people_new ();

  for (gint64 id = 1; id <= 4; id++)
    test_people_add (people, id, RM_SIDE_MENTEE);
  return test_people_build (people);
}

/* The same people but for one, who is another record now. */
static RmProgramme *
with_another (RmProgramme *programme,
              gint64 id)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (rm_record_unref);
  GPtrArray *changed[RM_N_TABLES] = { NULL };
  RmPerson *person = rm_record_copy (rm_programme_find_person (programme, id));

  g_free (person->name);
  person->name = g_strdup ("Somebody else");
  g_ptr_array_add (people, person);
  changed[RM_TABLE_PERSON] = people;
  return rm_programme_new_changed (programme, NULL, changed, NULL);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static const char *
name_at (GListModel *list,
         guint position)
{
  g_autoptr (RmPersonItem) item = g_list_model_get_item (list, position);
  const RmPerson *person = rm_person_item_get_person (item);

  return person != NULL ? person->name : NULL;
}

/* Until rows are what they are to be. */
static void
settle (RmPersonList *list)
{
  GListModel *model = G_LIST_MODEL (list);

  while (g_list_model_get_n_items (model) != rm_person_list_count (list))
    g_main_context_iteration (NULL, TRUE);
}

/* Only who is another now says so; the list itself says nothing. */
static void
test_changes (void)
{
  static const guint all[] = { 0, 1, 2, 3 };
  static const guint some[] = { 0, 1, 3 };
  g_autoptr (RmProgramme) programme = new_programme ();
  g_autoptr (RmProgramme) changed = with_another (programme, 3);
  RmPersonList *list = rm_person_list_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_changes[4] = { 0 };
  Seen seen = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  rm_person_list_set (list, programme, order_of (4, all));
  g_assert_cmpuint (seen.changes, ==, 1);
  g_assert_cmpuint (seen.added, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), i));
      g_signal_connect_swapped (items->pdata[i], "changed", G_CALLBACK (count_cb), &n_changes[i]);
    }

  rm_person_list_set (list, programme, order_of (4, all));
  g_assert_cmpuint (n_changes[0] + n_changes[1] + n_changes[2] + n_changes[3], ==, 0);

  rm_person_list_set (list, changed, order_of (4, all));
  g_assert_cmpuint (n_changes[2], ==, 1);
  g_assert_cmpuint (n_changes[0] + n_changes[1] + n_changes[3], ==, 0);
  g_assert_cmpstr (rm_person_item_get_person (items->pdata[2])->name, ==, "Somebody else");
  g_assert_cmpuint (seen.changes, ==, 1);

  rm_person_list_set (list, changed, order_of (3, some));
  g_assert_cmpuint (n_changes[2], ==, 2);
  g_assert_cmpuint (n_changes[3], ==, 1);
  g_assert_null (rm_person_item_get_person (items->pdata[3]));
  g_assert_cmpuint (seen.changes, ==, 2);
  g_assert_cmpuint (seen.position, ==, 3);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 0);

  rm_person_list_set (list, NULL, NULL);
  g_assert_cmpuint (seen.changes, ==, 3);
  g_assert_cmpuint (seen.removed, ==, 3);
  g_assert_null (rm_person_item_get_person (items->pdata[0]));
  g_assert_finalize_object (list);
}

/* Thousands come a few rows at a time, and whoever is asked for is there at once. */
static void
test_many (void)
{
  enum
  {
    N = 3000
  };
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmPersonList) list = rm_person_list_new ();
  GListModel *model = G_LIST_MODEL (list);
  g_autofree guint *forward = g_new (guint, N);
  g_autofree guint *backward = g_new (guint, N);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *first = NULL;
  guint n = 0;

  for (gint64 id = 1; id <= N; id++)
    test_people_add (people, id, RM_SIDE_MENTEE);
  programme = test_people_build (people);
  for (guint i = 0; i < N; i++)
    {
      forward[i] = i;
      backward[i] = N - 1 - i;
    }

  rm_person_list_set (list, programme, order_of (N, forward));
  n = g_list_model_get_n_items (model);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 100);
  g_assert_cmpuint (rm_person_list_count (list), ==, N);
  settle (list);

  /* of rows that are held, those that do not follow at once do in the end */
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (held, g_list_model_get_item (model, i));
  first = g_strdup (name_at (model, 0));
  rm_person_list_set (list, programme, order_of (N, backward));
  g_assert_true (rm_person_item_get_person (held->pdata[0])
                 == rm_programme_get_person (programme, N - 1));
  g_assert_true (rm_person_item_get_person (held->pdata[199])
                 == rm_programme_get_person (programme, 199));
  while (rm_person_item_get_person (held->pdata[199])
         != rm_programme_get_person (programme, N - 1 - 199))
    g_main_context_iteration (NULL, TRUE);

  rm_person_list_set (list, programme, order_of (3, forward));
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 3);
  g_assert_null (name_at (model, 4));
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  g_assert_cmpstr (name_at (model, 0), ==, first);

  rm_person_list_set (list, programme, order_of (N, forward));
  rm_person_list_catch_up (list);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N);
  g_assert_true (rm_person_item_get_person (held->pdata[150])
                 == rm_programme_get_person (programme, 150));
}

static void
test_items (void)
{
  static const guint reversed[] = { 3, 2, 1, 0 };
  g_autoptr (RmProgramme) programme = new_programme ();
  g_autoptr (RmPersonList) list = rm_person_list_new ();
  g_autoptr (RmPersonItem) item = NULL;

  rm_person_list_set (list, programme, order_of (4, reversed));
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (rm_person_item_get_person (item) == rm_programme_get_person (programme, 3));
  g_assert_true (rm_person_item_get_programme (item) == programme);
  g_assert_cmpuint (rm_person_list_find (list, 1), ==, 3);
  g_assert_cmpuint (rm_person_list_find (list, 99), ==, GTK_INVALID_LIST_POSITION);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 4));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/person-list/changes", test_changes);
  g_test_add_func ("/ui/person-list/many", test_many);
  g_test_add_func ("/ui/person-list/items", test_items);
  return g_test_run ();
}
