/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * RmRecordRules:
 * @missing: untranslated: that such a record is not there any more
 * @nameless: (nullable): untranslated: that it needs a name; %NULL where it may go without
 * @taken: (nullable): untranslated, with a %s: that there is one of that name; %NULL where several
 *   may have one
 * @add: (nullable): untranslated undo label, with a %s for its name
 * @rename: (nullable): likewise, with the old and the new name
 * @remove: (nullable): likewise, with its name
 * @import: (nullable): untranslated undo label: several were added from a file
 * @dup_name: (nullable): what it is called in these; %NULL for what its field "name" says
 * @get_label: (nullable): translated undo label for a change of a field that must not have the usual
 *   one; may return %NULL
 * @check: (nullable): whether it may be as it is
 * @settle: (nullable): after @field was changed, makes true what must be of other fields, and adds
 *   other records that change with it to @changed
 *
 * What the commands on records must know of one kind of them. Names are compared folded: "Two-way"
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
