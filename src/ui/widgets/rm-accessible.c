/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-accessible.h"

void
rm_accessible_set_label (gpointer widget,
                         const char *label)
{
  rm_accessible_keep_label (widget);
  gtk_accessible_update_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
rm_accessible_keep_label (gpointer widget)
{
  gtk_accessible_reset_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}
