/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-person-list.h"

#include "../core/test-people.h"

/* People in an order; views hear of the people who changed alone. */

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
  *seen = (Seen){ seen->changes + 1, position, removed, added };
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
test_changes (void)
{
  static const guint all[] = { 0, 1, 2, 3 };
  static const guint some[] = { 0, 1, 3 };
  g_autoptr (RmProgramme) programme = new_programme ();
  g_autoptr (RmProgramme) changed = with_another (programme, 3);
  RmPersonList *list = rm_person_list_new ();
  Seen seen = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  rm_person_list_set (list, programme, order_of (4, all));
  g_assert_cmpuint (seen.changes, ==, 1);
  g_assert_cmpuint (seen.added, ==, 4);

  rm_person_list_set (list, programme, order_of (4, all));
  g_assert_cmpuint (seen.changes, ==, 1);

  rm_person_list_set (list, changed, order_of (4, all));
  g_assert_cmpuint (seen.changes, ==, 2);
  g_assert_cmpuint (seen.position, ==, 2);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 1);

  rm_person_list_set (list, changed, order_of (3, some));
  g_assert_cmpuint (seen.changes, ==, 3);
  g_assert_cmpuint (seen.position, ==, 2);
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 0);

  rm_person_list_set (list, NULL, NULL);
  g_assert_cmpuint (seen.changes, ==, 4);
  g_assert_cmpuint (seen.removed, ==, 3);
  g_assert_finalize_object (list);
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
  g_test_add_func ("/ui/person-list/items", test_items);
  return g_test_run ();
}
