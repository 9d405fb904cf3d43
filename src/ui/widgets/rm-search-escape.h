/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rm_search_escape_cb:
 * @entry: a search entry in a dialog, whose #GtkSearchEntry::stop-search this answers
 *
 * A search entry handles Escape itself: here it clears the text, and if there is none it closes the
 * window, as everywhere else in a dialog.
 */
void rm_search_escape_cb (GtkSearchEntry *entry);

G_END_DECLS
