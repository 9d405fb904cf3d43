/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/directory/rm-entries.h"

G_BEGIN_DECLS

/** Between the names of several managers. */
#define RM_LDIF_MANAGERS_JOINT "\n"

/**
 * rm_ldif_managers_resolve:
 * @entries: all people of a file, with their "dn"
 *
 * Puts in the place of each manager's distinguished name the staff number of the person who has
 * that name, else their e-mail address; it stays where it is nobody's.
 */
void rm_ldif_managers_resolve (RmEntries *entries);

G_END_DECLS
