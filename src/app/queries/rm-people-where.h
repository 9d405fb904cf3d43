/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * rm_people_find_field:
 * @key: the key of a field of people
 * @error: %RM_APP_ERROR_VALUE, with a list of the keys
 *
 * Fields that only hold what is derived from others cannot be typed, and are not found.
 *
 * Returns: (transfer none) (nullable): the field
 */
const RmField *rm_people_find_field (const char *key,
                                     GError **error);

/**
 * rm_people_list_where:
 * @programme: a programme
 * @conditions: (array zero-terminated=1) (nullable): "FIELD=VALUE" each; a blank value asks for
 *   people without one
 * @error: %RM_APP_ERROR_VALUE, %RM_CORE_ERROR_VALUE
 *
 * Texts are compared folded, lists by their items, all else by what the value means.
 *
 * O(n · conditions).
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids of those for whom all conditions
 *   hold, in the order of the programme
 */
GArray *rm_people_list_where (RmProgramme *programme,
                              char **conditions,
                              GError **error);

G_END_DECLS
