/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** RmNominationKind: the purpose of a nomination. */
typedef enum
{
  RM_NOMINATION_LEARN,
  RM_NOMINATION_TEACH,
} RmNominationKind;

/**
 * RmNomination:
 * @person: the person nominated
 * @skill: the skill; 0 is for taking part at all
 * @nominator: the person who nominated, or 0
 * @nominated_by: (nullable): name of a nominator from outside the programme
 *
 * Somebody's statement that a person should learn or could teach: seniors may not know what they do
 * not know.
 */
struct _RmNomination
{
  RmRecord record;

  gint64 person;
  gint64 skill;
  int kind;
  gint64 nominator;
  char *nominated_by;
  char *note;
  char *made_on;
};

/**
 * rm_nomination_entity:
 *
 * Returns: (transfer none): the description of #RmNomination
 */
const RmEntity *rm_nomination_entity (void);

/**
 * rm_nomination_new:
 * @person: id of the person nominated
 * @skill: id of a skill, or 0
 * @kind: the purpose
 *
 * Returns: (transfer full): a nomination without a nominator
 */
RmNomination *rm_nomination_new (gint64 person,
                                 gint64 skill,
                                 RmNominationKind kind);

/**
 * rm_nomination_kind_label:
 * @kind: a kind
 *
 * Returns: (transfer none): its untranslated name
 */
const char *rm_nomination_kind_label (RmNominationKind kind);

RM_RECORD_TYPE (RmNomination)

G_END_DECLS
