#include <gtk/gtk.h>

void
init (GtkWidget *self)
{
  gtk_widget_init_template (self);
}
