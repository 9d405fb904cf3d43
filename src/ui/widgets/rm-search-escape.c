/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-search-escape.h"

void
rm_search_escape_cb (GtkSearchEntry *entry)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (entry), "window.close", NULL);
}
