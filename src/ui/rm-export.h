/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-session.h"
#include "ui/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_export_choose:
 * @window: the window from which it was asked
 * @session: the programme
 * @what: "pairs", "people" or "json"
 *
 * Asks for a file and writes to it as a job. Tells the outcome by "win.toast" or
 * "win.show-error".
 */
void rm_export_choose (GtkWindow *window,
                       RmSession *session,
                       const char *what);

G_END_DECLS
