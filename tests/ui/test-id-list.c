/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-id-list.h"

/* A list only reports the range that differs. */

typedef struct
{
  const char *before; /* a letter is an id */
  const char *after;
  guint changes;
  guint position;
  guint removed;
  guint added;
} Case;

static const Case cases[] = {
  { "", "", 0, 0, 0, 0 },
  { "abc", "abc", 0, 0, 0, 0 },
  { "", "abc", 1, 0, 0, 3 },
  { "abc", "", 1, 0, 3, 0 },
  { "abc", "abcd", 1, 3, 0, 1 },
  { "abc", "xabc", 1, 0, 0, 1 },
  { "abcd", "abd", 1, 2, 1, 0 },
  { "abcd", "abxd", 1, 2, 1, 1 },
  { "abcd", "bacd", 1, 0, 2, 2 },
  { "aaa", "aa", 1, 2, 1, 0 },
  { "abc", "cba", 1, 0, 3, 3 },
};

static GArray *
ids_of (const char *letters)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const char *p = letters; *p != '\0'; p++)
    {
      gint64 id = *p;

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Case *seen)
{
  seen->changes++;
  seen->position = position;
  seen->removed = removed;
  seen->added = added;
}

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RmIdList *list = rm_id_list_new ();
      Case seen = { NULL };

      rm_id_list_set (list, ids_of (cases[i].before));
      g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &seen);
      rm_id_list_set (list, ids_of (cases[i].after));
      g_assert_cmpuint (seen.changes, ==, cases[i].changes);
      g_assert_cmpuint (seen.position, ==, cases[i].position);
      g_assert_cmpuint (seen.removed, ==, cases[i].removed);
      g_assert_cmpuint (seen.added, ==, cases[i].added);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==,
                        strlen (cases[i].after));
      g_assert_finalize_object (list);
    }
}

static void
test_items (void)
{
  g_autoptr (RmIdList) list = rm_id_list_new ();
  g_autoptr (RmIdItem) item = NULL;

  rm_id_list_set (list, ids_of ("abc"));
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpint (rm_id_item_get_id (item), ==, 'b');
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 3));
  g_assert_cmpuint (rm_id_list_find (list, 'c'), ==, 2);
  g_assert_cmpuint (rm_id_list_find (list, 'x'), ==, GTK_INVALID_LIST_POSITION);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/id-list/changes", test_changes);
  g_test_add_func ("/ui/id-list/items", test_items);
  return g_test_run ();
}
