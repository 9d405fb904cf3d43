#include <adwaita.h>

void
show (GtkWidget *row,
      const char *name)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
}
