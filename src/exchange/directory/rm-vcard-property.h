/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/directory/rm-folded-lines.h"

G_BEGIN_DECLS

/**
 * RmVcardProperty:
 * @name: (owned): its name, without a group
 * @rank: the higher, the better among several: at work before anywhere before at home, and of two
 *   of these the preferred one
 * @value: (owned) (nullable): decoded, still escaped; %NULL where it is no text
 *
 * A line of a vCard: "item1.EMAIL;TYPE=WORK,PREF:ada@example.org".
 */
typedef struct
{
  char *name;
  guint rank;
  char *value;
} RmVcardProperty;

/**
 * rm_vcard_property_parse:
 * @self: (out caller-allocates): what the line says
 * @lines: at a line; more are taken if the value goes on there
 *
 * Returns: whether it is such a line
 */
gboolean rm_vcard_property_parse (RmVcardProperty *self,
                                  RmFoldedLines *lines);
void rm_vcard_property_clear (RmVcardProperty *self);

/**
 * rm_vcard_property_split:
 * @self: a property with a value
 * @separator: what stands between the parts
 * @old: whether it is of version 2.1, which knows no "\n"
 *
 * KContacts doubles the backslash before a semicolon in ORG, which then separates nothing.
 *
 * Returns: (transfer full): the parts, nothing escaped in them
 */
char **rm_vcard_property_split (const RmVcardProperty *self,
                                char separator,
                                gboolean old);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RmVcardProperty, rm_vcard_property_clear)

G_END_DECLS
