/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-id-map-private.h"

/* Ids as in documents, and as adverse as possible: neighbours, negative ones, multiples of a power
 * of two. */
static gint64
make_id (guint k)
{
  switch (k % 4)
    {
    case 0:
      return k;
    case 1:
      return -(gint64) k;
    case 2:
      return (gint64) k << 40;
    default:
      return (gint64) ((guint64) k * G_GUINT64_CONSTANT (0x123456789abcdef1) >> 1);
    }
}

static void
test_numbers (void)
{
  g_autoptr (RmIdMap) map = rm_id_map_new (3);
  const guint n = 5000;

  for (guint k = 0; k < n; k++)
    {
      g_assert_cmpuint (rm_id_map_find (map, make_id (k)), ==, 0);
      g_assert_cmpuint (rm_id_map_add (map, make_id (k)), ==, k + 1);
      g_assert_cmpuint (rm_id_map_add (map, make_id (k / 2)), ==, k / 2 + 1);
    }
  g_assert_cmpuint (rm_id_map_count (map), ==, n);
  for (guint k = 0; k < n; k++)
    g_assert_cmpuint (rm_id_map_find (map, make_id (k)), ==, k + 1);
}

static void
test_empty (void)
{
  g_autoptr (RmIdMap) map = rm_id_map_new (0);

  g_assert_cmpuint (rm_id_map_count (map), ==, 0);
  g_assert_cmpuint (rm_id_map_find (map, 0), ==, 0);
  g_assert_cmpuint (rm_id_map_add (map, 0), ==, 1);
  g_assert_cmpuint (rm_id_map_find (map, 0), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/id-map/numbers", test_numbers);
  g_test_add_func ("/core/id-map/empty", test_empty);
  return g_test_run ();
}
