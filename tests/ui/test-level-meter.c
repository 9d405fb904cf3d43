/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-level-meter.h"

/* Five dots: all levels and targets look different. */

static char *
render (GtkWidget *meter,
        int level,
        int target)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  rm_level_meter_set (RM_LEVEL_METER (meter), level, target);
  GTK_WIDGET_GET_CLASS (meter)->snapshot (meter, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  {
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 10);
    cairo_t *cr = cairo_create (surface);
    char *sum = NULL;

    gsk_render_node_draw (node, cr);
    cairo_destroy (cr);
    cairo_surface_flush (surface);
    sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                       (gsize) (10 * cairo_image_surface_get_stride (surface)));
    cairo_surface_destroy (surface);
    return sum;
  }
}

static void
test_looks (void)
{
  static const struct
  {
    int level;
    int target;
  } cases[] = {
    { -1, -1 }, { -1, 3 }, { 0, -1 }, { 1, -1 }, { 5, -1 }, { 0, 3 }, { 2, 3 }, { 2, 5 },
  };
  GtkWidget *meter = g_object_ref_sink (rm_level_meter_new ());
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int width = 0;
  int height = 0;

  gtk_test_accessible_assert_role (meter, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_measure (meter, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (meter, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_allocate (meter, width, height, -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (g_hash_table_add (seen, render (meter, cases[i].level, cases[i].target)));

  /* What is wanted and reached already looks like what is reached. */
  g_assert_false (g_hash_table_add (seen, render (meter, 5, 3)));
  g_assert_finalize_object (meter);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/level-meter/looks", test_looks);
  return g_test_run ();
}
