/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/models/rm-gradual-list.h"

/* Whatever changes in the list behind, in the end it is equal; on the way no single change is
 * large, visible rows are right, and listeners can follow. */

typedef struct
{
  GListStore *source;
  RmGradualList *list;
  GPtrArray *mirror;   /* what somebody who listens believes is there */
  guint largest;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Fixture *self)
{
  if (self->mirror->len - position >= removed)
    g_ptr_array_remove_range (self->mirror, position, removed);
  else
    g_error ("%u rows removed at %u of %u", removed, position, self->mirror->len);
  for (guint k = 0; k < added; k++)
    g_ptr_array_insert (self->mirror, (int) (position + k),
                        g_list_model_get_item (model, position + k));
  if (position < 200)
    self->largest = MAX (self->largest, MIN (MAX (removed, added), 200 - position));
  g_assert_cmpuint (self->mirror->len, ==, g_list_model_get_n_items (model));
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->source = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->list = rm_gradual_list_new (G_LIST_MODEL (self->source));
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_object_unref (self->list);
  g_object_unref (self->source);
  g_ptr_array_unref (self->mirror);
}

static void
replace_all (Fixture *self,
             guint n,
             const char *stem)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint k = 0; k < n; k++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", stem, k);

      g_ptr_array_add (items, gtk_string_object_new (text));
    }
  g_list_store_splice (self->source, 0, g_list_model_get_n_items (G_LIST_MODEL (self->source)),
                       items->pdata, n);
}

static gboolean
is_same (Fixture *self,
         guint n)
{
  for (guint k = 0; k < n; k++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->source), k);

      if (k >= self->mirror->len || g_ptr_array_index (self->mirror, k) != item)
        return FALSE;
    }

  return TRUE;
}

static void
wait (Fixture *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->source));

  while (self->mirror->len != n || !is_same (self, n))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_follow (Fixture *self,
             gconstpointer data)
{
  static const guint sizes[] = { 5000, 99, 5000, 3, 0, 40, 5000, 260, 255, 1, 700, 28, 29 };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autofree char *stem = g_strdup_printf ("round %u", k);

      self->largest = 0;
      replace_all (self, sizes[k], stem);
      g_assert_true (is_same (self, MIN (sizes[k], 10)));
      for (guint r = sizes[k]; r < MIN (self->mirror->len, 10); r++)
        g_assert_null (gtk_string_object_get_string (g_ptr_array_index (self->mirror, r)));
      wait (self);
      g_assert_cmpuint (self->largest, <=, 28);
    }
}

/* Changes while it follows, and small ones when it has. */
static void
test_meanwhile (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint k = 0; k < 300; k++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (self->source));
      g_autofree char *stem = g_strdup_printf ("round %u", k);

      if (g_rand_int_range (rand, 0, 3) == 0)
        replace_all (self, (guint) g_rand_int_range (rand, 0, 600), stem);
      else if (n > 0)
        {
          g_autoptr (GtkStringObject) item = gtk_string_object_new (stem);
          gpointer items[] = { item };
          guint at = (guint) g_rand_int_range (rand, 0, (int) n);
          guint most = (guint) g_rand_int_range (rand, 0, 40);
          guint removed = MIN (n - at, most);

          g_list_store_splice (self->source, at, removed, items, 1);
        }
      for (int turn = g_rand_int_range (rand, 0, 4); turn > 0; turn--)
        g_main_context_iteration (NULL, FALSE);
      if (g_rand_int_range (rand, 0, 10) == 0)
        wait (self);
    }
  wait (self);
}

static void
test_reach (Fixture *self,
            gconstpointer data)
{
  replace_all (self, 5000, "row");
  rm_gradual_list_reach (self->list, 3);
  g_assert_cmpuint (self->mirror->len, <, 5000);
  rm_gradual_list_reach (self->list, 4000);
  g_assert_cmpuint (self->mirror->len, ==, 5000);
  g_assert_true (is_same (self, 5000));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/gradual/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/ui/gradual/meanwhile", Fixture, NULL, set_up, test_meanwhile, tear_down);
  g_test_add ("/ui/gradual/reach", Fixture, NULL, set_up, test_reach, tear_down);
  return g_test_run ();
}
