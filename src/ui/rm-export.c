/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/rm-export.h"

void
rm_export_choose (GtkWindow *window,
                  RmSession *session,
                  const char *what)
{
}
