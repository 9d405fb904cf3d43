/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-consent.h"

#include "core/model/rm-programme.h"

#include <glib/gi18n-lib.h>

#define PURPOSE(member) G_STRUCT_OFFSET (RmConsentPurpose, member)
#define CONSENT(member) G_STRUCT_OFFSET (RmConsent, member)

static const RmField purpose_fields[] = {
  { .key = "name", .type = RM_FIELD_TEXT, .offset = PURPOSE (name), .label = N_ ("Name") },
  { .key = "text", .type = RM_FIELD_TEXT, .offset = PURPOSE (text), .multiline = TRUE,
    .label = N_ ("What people agree to") },
};

static const RmField consent_fields[] = {
  { .key = "person", .type = RM_FIELD_REFERENCE, .offset = CONSENT (person), .refers = "person",
    .gone = RM_GONE_REMOVE,    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Person") },
  { .key = "purpose", .type = RM_FIELD_REFERENCE, .offset = CONSENT (purpose),
    .refers = "consent_purpose", .gone = RM_GONE_REMOVE, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Purpose") },
  { .key = "given", .type = RM_FIELD_YES_NO, .offset = CONSENT (given), .fallback = 0,
    .sensitivity = RM_SENSITIVITY_PERSONAL, .required = TRUE, .label = N_ ("Agreed") },
  { .key = "recorded_on", .type = RM_FIELD_DATE, .offset = CONSENT (recorded_on),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Recorded on") },
  { .key = "note", .type = RM_FIELD_TEXT, .offset = CONSENT (note), .multiline = TRUE,
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Note") },
};

static const RmEntity purpose_entity = {
  .name = "consent_purpose",
  .size = sizeof (RmConsentPurpose),
  .fields = purpose_fields,
  .n_fields = G_N_ELEMENTS (purpose_fields),
};

/* Of two answers on one day the refusal stays. */
static void
unite_consents (GPtrArray *records,
                GPtrArray *changed,
                GArray *gone)
{
  for (guint k = 0; k < records->len; k++)
    for (guint l = 0; l < records->len; l++)
      {
        const RmConsent *consent = g_ptr_array_index (records, k);
        const RmConsent *other = g_ptr_array_index (records, l);

        if (!consent->given || other->given || consent->person != other->person
            || consent->purpose != other->purpose
            || g_strcmp0 (consent->recorded_on, other->recorded_on) != 0)
          continue;
        g_array_append_val (gone, consent->record.id);
        break;
      }
}

static const RmEntity consent_entity = {
  .name = "consent",
  .size = sizeof (RmConsent),
  .fields = consent_fields,
  .n_fields = G_N_ELEMENTS (consent_fields),
  .unite = unite_consents,
};

const RmEntity *
rm_consent_purpose_entity (void)
{
  return &purpose_entity;
}

const RmEntity *
rm_consent_entity (void)
{
  return &consent_entity;
}

RmConsentPurpose *
rm_consent_purpose_new (const char *name,
                        const char *text)
{
  RmConsentPurpose *self = rm_record_new (&purpose_entity);

  self->name = g_strdup (name);
  self->text = g_strdup (text);

  return self;
}

RmConsent *
rm_consent_new (gint64 person,
                gint64 purpose,
                gboolean given,
                const char *recorded_on)
{
  RmConsent *self = rm_record_new (&consent_entity);

  self->person = person;
  self->purpose = purpose;
  self->given = given != FALSE;
  self->recorded_on = g_strdup (recorded_on);

  return self;
}

/* Consents are in the order of their ids, so the last of a day counts. */
const RmConsent *
rm_consent_find (const RmProgramme *programme,
                 gint64 person,
                 gint64 purpose)
{
  RmOwned owned = rm_programme_find_owned (programme, RM_TABLE_CONSENT, "person", person);
  const RmConsent *newest = NULL;

  for (guint i = 0; i < owned.n; i++)
    {
      const RmConsent *consent = rm_owned_get (&owned, i);

      if (consent->purpose == purpose
          && (newest == NULL || g_strcmp0 (consent->recorded_on, newest->recorded_on) >= 0))
        newest = consent;
    }

  return newest;
}
