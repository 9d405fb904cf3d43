/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-pair.h"

#include <glib/gi18n-lib.h>

static const RmEnumValue states[] = {
  { RM_PAIR_PROPOSED, "proposed", N_ ("Proposed") },
  { RM_PAIR_OFFERED, "offered", N_ ("Offered") },
  { RM_PAIR_ACCEPTED, "accepted", N_ ("Accepted") },
  { RM_PAIR_KICK_OFF, "kick-off", N_ ("Kick-off") },
  { RM_PAIR_ACTIVE, "active", N_ ("Active") },
  { RM_PAIR_PAUSED, "paused", N_ ("Paused") },
  { RM_PAIR_COMPLETED, "completed", N_ ("Completed") },
  { RM_PAIR_ENDED, "ended", N_ ("Ended") },
  { 0 },
};

static const RmEnumValue types[] = {
  { RM_ACQUAINTANCE_INTERVIEWED, "interviewed", N_ ("Interviewed") },
  { RM_ACQUAINTANCE_WORKED, "worked", N_ ("Worked together") },
  { RM_ACQUAINTANCE_EVENT, "event", N_ ("Met at an event") },
  { RM_ACQUAINTANCE_OTHER, "other", N_ ("Other") },
  { 0 },
};

static const RmField pair_fields[] = {
  { .key = "mentee", .type = RM_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (RmPair, mentee),
    .refers = "person", .gone = RM_GONE_REMOVE, .label = N_ ("Mentee") },
  { .key = "mentor", .type = RM_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (RmPair, mentor),
    .refers = "person", .gone = RM_GONE_REMOVE, .label = N_ ("Mentor") },
  { .key = "state", .type = RM_FIELD_CHOICE, .offset = G_STRUCT_OFFSET (RmPair, state),
    .fallback = RM_PAIR_PROPOSED, .values = states, .required = TRUE, .label = N_ ("State") },
  { .key = "locked", .type = RM_FIELD_YES_NO, .offset = G_STRUCT_OFFSET (RmPair, locked),
    .fallback = 0, .required = TRUE, .label = N_ ("Locked") },
  { .key = "reason", .type = RM_FIELD_TEXT, .offset = G_STRUCT_OFFSET (RmPair, reason),
    .label = N_ ("Reason") },
};

static const RmField exclusion_fields[] = {
  { .key = "mentee", .type = RM_FIELD_REFERENCE,
    .offset = G_STRUCT_OFFSET (RmExclusion, mentee),
    .refers = "person", .gone = RM_GONE_REMOVE, .label = N_ ("Mentee"),
    .sensitivity = RM_SENSITIVITY_CONFIDENTIAL },
  { .key = "mentor", .type = RM_FIELD_REFERENCE,
    .offset = G_STRUCT_OFFSET (RmExclusion, mentor),
    .refers = "person", .gone = RM_GONE_REMOVE, .label = N_ ("Mentor"),
    .sensitivity = RM_SENSITIVITY_CONFIDENTIAL },
  { .key = "confidential", .type = RM_FIELD_YES_NO,
    .offset = G_STRUCT_OFFSET (RmExclusion, confidential), .fallback = 0, .required = TRUE,
    .label = N_ ("Confidential"), .sensitivity = RM_SENSITIVITY_CONFIDENTIAL },
  { .key = "reason", .type = RM_FIELD_TEXT, .offset = G_STRUCT_OFFSET (RmExclusion, reason),
    .label = N_ ("Reason"), .sensitivity = RM_SENSITIVITY_CONFIDENTIAL },
};

static const RmField acquaintance_fields[] = {
  { .key = "person", .type = RM_FIELD_REFERENCE,
    .offset = G_STRUCT_OFFSET (RmAcquaintance, person),
    .refers = "person", .gone = RM_GONE_REMOVE, .label = N_ ("Person") },
  { .key = "other", .type = RM_FIELD_REFERENCE,
    .offset = G_STRUCT_OFFSET (RmAcquaintance, other),
    .refers = "person", .gone = RM_GONE_REMOVE, .label = N_ ("Other person") },
  { .key = "type", .type = RM_FIELD_CHOICE, .offset = G_STRUCT_OFFSET (RmAcquaintance, type),
    .fallback = RM_ACQUAINTANCE_OTHER, .values = types, .required = TRUE, .label = N_ ("Type") },
  { .key = "met_on", .type = RM_FIELD_DATE, .offset = G_STRUCT_OFFSET (RmAcquaintance, met_on),
    .label = N_ ("Met on") },
};

/* Whether @other stays if both are open pairs of the same two: the locked one, else the one with
 * the lower id. */
static gboolean
is_before (const RmPair *other,
           const RmPair *pair)
{
  if (other->locked != pair->locked)
    return other->locked > pair->locked;

  return other->record.id < pair->record.id;
}

/* Of open pairs of the same two one stays. */
static void
unite_pairs (GPtrArray *records,
             GPtrArray *changed,
             GArray *gone)
{
  for (guint k = 0; k < records->len; k++)
    for (guint l = 0; l < records->len; l++)
      {
        const RmPair *pair = g_ptr_array_index (records, k);
        const RmPair *other = g_ptr_array_index (records, l);

        if (k == l || pair->mentee != other->mentee || pair->mentor != other->mentor
            || !rm_pair_is_open (pair) || !rm_pair_is_open (other) || !is_before (other, pair))
          continue;
        g_array_append_val (gone, pair->record.id);
        break;
      }
}

/* Of exclusions of the same two one stays, the confidential one if any, but none replaces an open
 * one with a reason: the remaining ones must not reveal anything confidential. */
static void
unite_exclusions (GPtrArray *records,
                  GPtrArray *changed,
                  GArray *gone)
{
  for (guint k = 0; k < records->len; k++)
    for (guint l = 0; l < records->len; l++)
      {
        const RmExclusion *exclusion = g_ptr_array_index (records, k);
        const RmExclusion *other = g_ptr_array_index (records, l);

        if (k == l || exclusion->mentee != other->mentee || exclusion->mentor != other->mentor
            || rm_exclusion_is_told (exclusion) != rm_exclusion_is_told (other)
            || exclusion->confidential > other->confidential
            || (exclusion->confidential == other->confidential
                && exclusion->record.id < other->record.id))
          continue;
        g_array_append_val (gone, exclusion->record.id);
        break;
      }
}

static const RmEntity pair_entity = {
  .name = "pair",
  .size = sizeof (RmPair),
  .fields = pair_fields,
  .n_fields = G_N_ELEMENTS (pair_fields),
  .unite = unite_pairs,
};

static const RmEntity exclusion_entity = {
  .name = "exclusion",
  .size = sizeof (RmExclusion),
  .fields = exclusion_fields,
  .n_fields = G_N_ELEMENTS (exclusion_fields),
  .unite = unite_exclusions,
};

static const RmEntity acquaintance_entity = {
  .name = "acquaintance",
  .size = sizeof (RmAcquaintance),
  .fields = acquaintance_fields,
  .n_fields = G_N_ELEMENTS (acquaintance_fields),
};

const RmEntity *
rm_pair_entity (void)
{
  return &pair_entity;
}

const RmEntity *
rm_exclusion_entity (void)
{
  return &exclusion_entity;
}

gboolean
rm_exclusion_is_told (const RmExclusion *self)
{
  return self->confidential != 1 && self->reason != NULL && *self->reason != '\0';
}

const RmEntity *
rm_acquaintance_entity (void)
{
  return &acquaintance_entity;
}

RmPair *
rm_pair_new (gint64 mentee,
             gint64 mentor)
{
  RmPair *self = rm_record_new (&pair_entity);

  self->mentee = mentee;
  self->mentor = mentor;

  return self;
}

gboolean
rm_pair_is_open (const RmPair *self)
{
  return self->state != RM_PAIR_COMPLETED && self->state != RM_PAIR_ENDED;
}
