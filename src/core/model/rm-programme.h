/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-cohort.h"
#include "core/model/rm-consent.h"
#include "core/model/rm-nomination.h"
#include "core/model/rm-pair.h"
#include "core/model/rm-person.h"
#include "core/model/rm-proposal.h"
#include "core/model/rm-record-table.h"
#include "core/model/rm-role.h"
#include "core/model/rm-scenario.h"
#include "core/model/rm-seniority.h"
#include "core/model/rm-settings.h"
#include "core/model/rm-skill.h"
#include "core/model/rm-table.h"

G_BEGIN_DECLS

/**
 * RmProgramme:
 *
 * A programme at one moment, in memory and immutable. Workers hold a reference and need no lock; an
 * edit makes a new one that shares everything unchanged: whole tables, and nearly all of a table in
 * which a few records changed (see #RmRecordTable). Records are held in the order of their ids
 * (which are random), so lookups are O(log n). Tables not held in memory are empty: ratings, whose
 * result each person holds.
 */

/**
 * rm_programme_new:
 * @settings: (transfer none): the programme's own row
 *
 * Returns: (transfer full): a programme without people
 */
RmProgramme *rm_programme_new (RmSettings *settings);

/**
 * rm_programme_new_changed:
 * @self: (nullable): the programme before; %NULL is an empty programme with default settings
 * @settings: (nullable) (transfer none): new settings, or %NULL to keep them
 * @changed: (nullable) (array length=RM_N_TABLES): for each table the new or changed records
 *   (#GPtrArray of records, or %NULL)
 * @removed: (nullable) (array length=RM_N_TABLES): for each table the ids that are gone (#GArray of
 *   `gint64`, or %NULL)
 *
 * Costs what rm_record_table_new_changed() does; tables without a change are shared.
 *
 * Returns: (transfer full): the programme after the change
 */
RmProgramme *rm_programme_new_changed (RmProgramme *self,
                                       RmSettings *settings,
                                       GPtrArray *const *changed,
                                       GArray *const *removed);

RmProgramme *rm_programme_ref (RmProgramme *self);
void rm_programme_unref (RmProgramme *self);

/**
 * rm_programme_get_settings:
 * @self: a programme
 *
 * Returns: (transfer none): its settings
 */
const RmSettings *rm_programme_get_settings (const RmProgramme *self);

/**
 * rm_programme_get_proposal:
 * @self: a programme
 *
 * Returns: (nullable) (transfer none): the last proposal
 */
const RmProposal *rm_programme_get_proposal (const RmProgramme *self);

/**
 * rm_programme_count:
 * @self: a programme
 * @table: which records
 *
 * Returns: how many
 */
guint rm_programme_count (const RmProgramme *self,
                          RmTable table);

/**
 * rm_programme_get:
 * @self: a programme
 * @table: which records
 * @index: less than rm_programme_count()
 *
 * Returns: (transfer none): the record at @index, in the order of ids
 */
gpointer rm_programme_get (const RmProgramme *self,
                           RmTable table,
                           guint index);

/**
 * rm_programme_find:
 * @self: a programme
 * @table: which records
 * @id: an id
 *
 * O(log n).
 *
 * Returns: (nullable) (transfer none): the record
 */
gpointer rm_programme_find (const RmProgramme *self,
                            RmTable table,
                            gint64 id);

/**
 * rm_programme_find_owned:
 * @self: a programme
 * @table: which records
 * @key: which of their fields, a reference
 * @owner: an id
 *
 * Costs as much as rm_record_table_find_owned(). Use it, rather than a loop over all records, to
 * find those of one person, skill or role profile.
 *
 * Returns: the records of @table whose @key is @owner, in the order of ids, valid as long as @self
 */
RmOwned rm_programme_find_owned (const RmProgramme *self,
                                 RmTable table,
                                 const char *key,
                                 gint64 owner);

/**
 * rm_programme_list_referring:
 * @self: a programme
 * @table: which records
 * @owners: the table of @owner
 * @owner: an id
 *
 * For records that refer to people in more than one way, such as pairs.
 *
 * Returns: (transfer container): the records of @table of which any field refers to @owner, each
 *   once, in the order of ids
 */
GPtrArray *rm_programme_list_referring (const RmProgramme *self,
                                        RmTable table,
                                        RmTable owners,
                                        gint64 owner);

/**
 * rm_programme_make_indexes:
 * @self: a programme
 *
 * Makes the indexes for rm_programme_find_owned(), for all tables. For the worker that has loaded a
 * programme: with 500,000 records it takes as long as several frames. Edits of a few records keep
 * them.
 */
void rm_programme_make_indexes (RmProgramme *self);

/** Shorthands for the two tables used most. */
const RmPerson *rm_programme_get_person (const RmProgramme *self,
                                         guint index);
const RmPerson *rm_programme_find_person (const RmProgramme *self,
                                          gint64 id);

/**
 * rm_programme_name_person:
 * @self: a programme
 * @id: id of a person
 *
 * Returns: (transfer none): the person's name; a translated text if they are gone
 */
const char *rm_programme_name_person (const RmProgramme *self,
                                      gint64 id);

const RmSkill *rm_programme_get_skill (const RmProgramme *self,
                                       guint index);
const RmSkill *rm_programme_find_skill (const RmProgramme *self,
                                        gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmProgramme, rm_programme_unref)

G_END_DECLS
