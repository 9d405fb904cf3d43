/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heat-figures.h"

#include "ui/widgets/rm-heat-legend.h"

#include <stdio.h>
#include <stdlib.h>

/* bench-heatmap [rows columns maximum]: scrolls and zooms a heatmap and prints, in milliseconds,
 * the time of our own code in a frame and of the whole frame. With --show it only shows the window.
 * Needs a display; the figures in the documentation are for GSK_RENDERER=cairo. */

#define FRAMES 150

typedef struct
{
  const char *name;
  double across;
  double down;
  gboolean zoom;
} Run;

static const Run runs[] = {
  { "still", 0, 0, FALSE },
  { "down 7 px", 0, 7, FALSE },
  { "down 90 px", 0, 90, FALSE },
  { "across 35 px", 35, 0, FALSE },
  { "diagonal 60 px", 60, 60, FALSE },
  { "zooming", 0, 0, TRUE },
};

static void (*real_snapshot) (GtkWidget *, GtkSnapshot *);
static void (*real_allocate) (GtkWidget *, int, int, int);

static GtkWidget *heatmap;
static GtkWidget *scroller;
static GMainLoop *loop;
static gint64 ours;
static gint64 frame_start;
static GArray *our_times;
static GArray *frame_times;
static guint run;
static guint frame;

static void
timed_snapshot (GtkWidget *widget,
                GtkSnapshot *snapshot)
{
  gint64 start = g_get_monotonic_time ();

  real_snapshot (widget, snapshot);
  ours += g_get_monotonic_time () - start;
}

static void
timed_allocate (GtkWidget *widget,
                int width,
                int height,
                int baseline)
{
  gint64 start = g_get_monotonic_time ();

  real_allocate (widget, width, height, baseline);
  ours += g_get_monotonic_time () - start;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
quantile (GArray *times,
          double q)
{
  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, (guint) ((times->len - 1) * q)) / 1000;
}

static void
report (void)
{
  printf ("%-16s ours %6.2f / %6.2f   frame %6.2f, p95 %6.2f, worst %6.2f\n", runs[run].name,
          quantile (our_times, 0.5), quantile (our_times, 1), quantile (frame_times, 0.5),
          quantile (frame_times, 0.95), quantile (frame_times, 1));
  g_array_set_size (our_times, 0);
  g_array_set_size (frame_times, 0);
}

static void
scroll_by (GtkAdjustment *adjustment,
           double by)
{
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment) + by;

  gtk_adjustment_set_value (adjustment, value > most ? 0 : value);
}

static void
before_paint_cb (void)
{
  gint64 start = g_get_monotonic_time ();
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scroller);

  frame_start = start;
  ours = 0;
  if (runs[run].across > 0)
    scroll_by (gtk_scrolled_window_get_hadjustment (window), runs[run].across);
  if (runs[run].down > 0)
    scroll_by (gtk_scrolled_window_get_vadjustment (window), runs[run].down);
  if (runs[run].zoom && frame % 3 == 0)
    rm_heatmap_zoom (RM_HEATMAP (heatmap), (frame / 3) % 12 < 6 ? -1 : 1);
  gtk_widget_queue_draw (heatmap);
  ours += g_get_monotonic_time () - start;
}

static void
after_paint_cb (void)
{
  gint64 whole = g_get_monotonic_time () - frame_start;

  /* The first frames warm caches up, as nobody's first look would. */
  if (frame > 5)
    {
      g_array_append_val (our_times, ours);
      g_array_append_val (frame_times, whole);
    }
  if (++frame < FRAMES)
    return;

  frame = 0;
  report ();
  if (++run == G_N_ELEMENTS (runs))
    g_main_loop_quit (loop);
}

static void
print_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return;
  peak = strstr (status, "VmHWM:");
  if (peak != NULL)
    printf ("peak memory %ld MB\n", strtol (peak + 6, NULL, 10) / 1024);
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
new_window (RmHeatSource *source,
            int width,
            int height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *legend = g_object_new (RM_TYPE_HEAT_LEGEND, "margin-top", 12, "margin-bottom", 12,
                                    "margin-start", 12, "margin-end", 12, NULL);

  heatmap = rm_heatmap_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), heatmap);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), legend);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  rm_heatmap_set_source (RM_HEATMAP (heatmap), source);
  rm_heat_legend_set_heatmap (RM_HEAT_LEGEND (legend), RM_HEATMAP (heatmap), "Not rated");
  return window;
}

static void
measure (GtkWidget *window)
{
  GtkWidgetClass *class = GTK_WIDGET_GET_CLASS (heatmap);
  GdkFrameClock *clock = NULL;

  real_snapshot = class->snapshot;
  real_allocate = class->size_allocate;
  class->snapshot = timed_snapshot;
  class->size_allocate = timed_allocate;
  our_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  frame_times = g_array_new (FALSE, FALSE, sizeof (gint64));

  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  gtk_widget_add_tick_callback (window, tick_cb, NULL, NULL);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static int
option (const char *text,
        int fallback)
{
  return text != NULL ? (int) strtol (text, NULL, 10) : fallback;
}

int
main (int argc,
      char **argv)
{
  gboolean show = argc > 1 && g_str_equal (argv[1], "--show");
  char **numbers = argv + (show ? 2 : 1);
  int n = argc - (show ? 2 : 1);
  g_autoptr (RmHeatSource) source
    = heat_figures_new ((guint) option (n > 0 ? numbers[0] : NULL, 5000),
                        (guint) option (n > 1 ? numbers[1] : NULL, 300),
                        (guint) option (n > 2 ? numbers[2] : NULL, 60));
  GtkWidget *window = NULL;

  adw_init ();
  if (g_getenv ("BENCH_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = new_window (source, option (g_getenv ("BENCH_WIDTH"), 1280),
                       option (g_getenv ("BENCH_HEIGHT"), 900));
  loop = g_main_loop_new (NULL, FALSE);
  if (!show)
    measure (window);
  for (int i = option (g_getenv ("BENCH_ZOOM"), 0); i != 0; i += i < 0 ? 1 : -1)
    rm_heatmap_zoom (RM_HEATMAP (heatmap), i < 0 ? -1 : 1);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (heatmap);
  g_main_loop_run (loop);
  print_memory ();
  g_main_loop_unref (loop);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
