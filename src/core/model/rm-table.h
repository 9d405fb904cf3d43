/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/**
 * RmKeeping:
 * @RM_KEEPING_RECORDED: the programme's content: each edit is recorded and can be undone
 * @RM_KEEPING_KEPT: facts about output that has left the file, such as paper handed out. Rows are
 *   only added; undo does not touch them. Their ids are not references, names are written down, and
 *   the table's name begins with `kept_`, by which the document recognises it
 *
 * How a table takes part in undo.
 */
typedef enum
{
  RM_KEEPING_RECORDED,
  RM_KEEPING_KEPT,
} RmKeeping;

/**
 * RmHolding:
 * @RM_HOLDING_MEMORY: #RmProgramme holds the records
 * @RM_HOLDING_DOCUMENT: they are read when needed
 *
 * Where the records of a table are while a programme is open.
 */
typedef enum
{
  RM_HOLDING_MEMORY,
  RM_HOLDING_DOCUMENT,
} RmHolding;

/**
 * RM_TABLE_LIST:
 * @TABLE: a macro of name, entity, #RmHolding and #RmKeeping
 *
 * The one list of a programme's tables, apart from its own row, in file order. A new entity is one
 * line here: document, whole-programme files, checks and tests go through the list.
 */
#define RM_TABLE_LIST(TABLE) \
  TABLE (PERSON, rm_person_entity, MEMORY, RECORDED) \
  TABLE (SKILL, rm_skill_entity, MEMORY, RECORDED) \
  TABLE (RATING, rm_rating_entity, DOCUMENT, RECORDED) \
  TABLE (PAIR, rm_pair_entity, MEMORY, RECORDED) \
  TABLE (EXCLUSION, rm_exclusion_entity, MEMORY, RECORDED) \
  TABLE (ACQUAINTANCE, rm_acquaintance_entity, MEMORY, RECORDED) \
  TABLE (SCENARIO, rm_scenario_entity, MEMORY, RECORDED) \
  TABLE (COHORT, rm_cohort_entity, MEMORY, RECORDED) \
  TABLE (SENIORITY, rm_seniority_entity, MEMORY, RECORDED) \
  TABLE (ROLE_PROFILE, rm_role_profile_entity, MEMORY, RECORDED) \
  TABLE (ROLE_NEED, rm_role_need_entity, MEMORY, RECORDED) \
  TABLE (NOMINATION, rm_nomination_entity, MEMORY, RECORDED) \
  TABLE (CONSENT_PURPOSE, rm_consent_purpose_entity, MEMORY, RECORDED) \
  TABLE (CONSENT, rm_consent_entity, MEMORY, RECORDED) \
  TABLE (HOLIDAY, rm_holiday_entity, MEMORY, RECORDED) \
  TABLE (MAPPING, rm_mapping_entity, MEMORY, RECORDED) \
  TABLE (PROPOSAL, rm_proposal_entity, MEMORY, RECORDED)

/** RmTable: the tables of #RM_TABLE_LIST. */
typedef enum
{
#define RM_TABLE_NAME(name, entity, holding, keeping) RM_TABLE_##name,
  RM_TABLE_LIST (RM_TABLE_NAME)
#undef RM_TABLE_NAME
  RM_N_TABLES,
} RmTable;

/**
 * rm_table_get_entity:
 * @table: a table
 *
 * Returns: (transfer none): the entity of its records
 */
const RmEntity *rm_table_get_entity (RmTable table);

/**
 * rm_table_get_holding:
 * @table: a table
 *
 * Returns: where its records are
 */
RmHolding rm_table_get_holding (RmTable table);

/**
 * rm_table_get_keeping:
 * @table: a table
 *
 * Returns: how it takes part in undo
 */
RmKeeping rm_table_get_keeping (RmTable table);

/**
 * rm_table_find:
 * @name: (nullable): the name of an entity
 *
 * Returns: its table, or %RM_N_TABLES if there is none
 */
RmTable rm_table_find (const char *name);

G_END_DECLS
