/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* first-frame PROGRAM [ARGUMENT...]: starts a program on an empty display and prints the
 * milliseconds until it has drawn something: any program, any toolkit. */

#define PATIENCE_US 20000000
#define POLL_US 500

/* Something else than the black of an empty root window, where a window of any size is. */
static gboolean
is_drawn (Display *display)
{
  Window root = DefaultRootWindow (display);
  XImage *image = XGetImage (display, root, 150, 150, 8, 8, AllPlanes, ZPixmap);
  gboolean drawn = FALSE;

  for (int y = 0; y < 8; y++)
    for (int x = 0; x < 8; x++)
      drawn |= (XGetPixel (image, x, y) & 0xffffff) != 0;
  XDestroyImage (image);

  return drawn;
}

int
main (int argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  gint64 start = g_get_monotonic_time ();
  gboolean drawn = FALSE;
  pid_t child = 0;

  if (display == NULL || argc < 2)
    {
      g_printerr ("usage: first-frame PROGRAM [ARGUMENT...], on a display\n");
      return 2;
    }
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  while (!drawn && g_get_monotonic_time () < start + PATIENCE_US)
    {
      g_usleep (POLL_US);
      drawn = is_drawn (display);
    }
  if (drawn)
    printf ("%.1f\n", (double) (g_get_monotonic_time () - start) / 1000);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  XCloseDisplay (display);

  return drawn ? 0 : 1;
}
