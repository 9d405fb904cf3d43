/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_search_escape_cb:
 * @entry: a search entry in a dialog, whose #GtkSearchEntry::stop-search this answers
 *
 * An entry keeps Escape for itself: here it empties what was searched for, and where that is empty
 * it closes the window, as it does everywhere else in a dialog.
 */
void rm_search_escape_cb (GtkSearchEntry *entry);

G_END_DECLS
