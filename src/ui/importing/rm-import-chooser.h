/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_import_chooser_show:
 * @window: the parent window
 * @session: the programme
 *
 * Asks for a file, then shows an #RmImportDialog for it.
 */
void rm_import_chooser_show (GtkWindow *window,
                             RmSession *session);

/**
 * rm_import_chooser_add_filters:
 * @chooser: a chooser for a table to read
 *
 * Offers tables first, then any file.
 */
void rm_import_chooser_add_filters (GtkFileChooser *chooser);

G_END_DECLS
