/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-nomination.h"

#include <glib/gi18n-lib.h>

#define OFFSET(member) G_STRUCT_OFFSET (RmNomination, member)

static const RmEnumValue kinds[] = {
  { RM_NOMINATION_LEARN, "learn", N_ ("To learn") },
  { RM_NOMINATION_TEACH, "teach", N_ ("To teach") },
  { 0 },
};

static const RmField fields[] = {
  { .key = "person", .type = RM_FIELD_REFERENCE, .offset = OFFSET (person), .refers = "person",
    .gone = RM_GONE_REMOVE, .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Person") },
  { .key = "skill", .type = RM_FIELD_REFERENCE, .offset = OFFSET (skill), .refers = "skill",
    .gone = RM_GONE_REMOVE, .optional = TRUE, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Skill") },
  { .key = "kind", .type = RM_FIELD_CHOICE, .offset = OFFSET (kind),
    .fallback = RM_NOMINATION_LEARN, .values = kinds, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .required = TRUE, .label = N_ ("Nominated") },
  { .key = "nominator", .type = RM_FIELD_REFERENCE, .offset = OFFSET (nominator),
    .refers = "person", .gone = RM_GONE_WRITE_DOWN, .written = "nominated_by",
    .names = "name|email|staff_no", .optional = TRUE, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Nominated by") },
  { .key = "nominated_by", .type = RM_FIELD_TEXT, .offset = OFFSET (nominated_by),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Nominated by") },
  { .key = "note", .type = RM_FIELD_TEXT, .offset = OFFSET (note), .multiline = TRUE,
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Note") },
  { .key = "made_on", .type = RM_FIELD_DATE, .offset = OFFSET (made_on),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Made on") },
};

static const RmEntity entity = {
  .name = "nomination",
  .size = sizeof (RmNomination),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const RmEntity *
rm_nomination_entity (void)
{
  return &entity;
}

RmNomination *
rm_nomination_new (gint64 person,
                   gint64 skill,
                   RmNominationKind kind)
{
  RmNomination *self = rm_record_new (&entity);

  self->person = person;
  self->skill = skill;
  self->kind = (int) kind;

  return self;
}

const char *
rm_nomination_kind_label (RmNominationKind kind)
{
  return rm_enum_label (kinds, (int) kind);
}
