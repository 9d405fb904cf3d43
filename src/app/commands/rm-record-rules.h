/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * RmRecordRules:
 * @missing: untranslated: such a record no longer exists
 * @nameless: (nullable): untranslated: it needs a name; %NULL if it needs none
 * @taken: (nullable): untranslated, with a %s: the name is taken; %NULL if several may share one
 * @add: (nullable): untranslated undo label, with a %s for its name
 * @rename: (nullable): likewise, with the old and the new name
 * @remove: (nullable): likewise, with its name
 * @import: (nullable): untranslated undo label: several were added from a file
 * @dup_name: (nullable): its name in these; %NULL for its field "name"
 * @get_label: (nullable): translated undo label for a change of a field, instead of the usual one;
 *   may return %NULL
 * @check: (nullable): whether the record is valid
 * @settle: (nullable): after a change of @field, updates dependent fields, and adds other records
 *   that change with it to @changed
 *
 * The rules of one kind of record for the commands on records. Names are compared folded: "Two-way"
 * and "two-way" are one name.
 */
typedef struct
{
  const char *missing;
  const char *nameless;
  const char *taken;
  const char *add;
  const char *rename;
  const char *remove;
  const char *import;
  char *(*dup_name) (RmProgramme *programme, gconstpointer record);
  const char *(*get_label) (const RmField *field);
  gboolean (*check) (RmProgramme *programme, gconstpointer record, GError **error);
  void (*settle) (RmProgramme *programme, gconstpointer before, gpointer after,
                  const RmField *field, GPtrArray *changed);
} RmRecordRules;

/**
 * rm_record_rules_get:
 * @table: a table
 *
 * Returns: (transfer none): its rules
 */
const RmRecordRules *rm_record_rules_get (RmTable table);

G_END_DECLS
