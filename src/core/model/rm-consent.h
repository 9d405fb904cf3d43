/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** RmConsentPurpose: something people are asked to agree to, in the words used. */
struct _RmConsentPurpose
{
  RmRecord record;

  char *name;
  char *text;
};

/**
 * RmConsent:
 * @given: 1 for agreed, 0 for refused or taken back
 *
 * One person's answer to one purpose on one day. No answer means not asked, which is not a refusal.
 * Older answers are kept as proof of earlier consent.
 */
struct _RmConsent
{
  RmRecord record;

  gint64 person;
  gint64 purpose;
  int given;
  char *recorded_on;
  char *note;
};

/**
 * rm_consent_purpose_entity:
 *
 * Returns: (transfer none): the description of #RmConsentPurpose
 */
const RmEntity *rm_consent_purpose_entity (void);

/**
 * rm_consent_entity:
 *
 * Returns: (transfer none): the description of #RmConsent
 */
const RmEntity *rm_consent_entity (void);

/**
 * rm_consent_purpose_new:
 * @name: (nullable): its name
 * @text: (nullable): the question
 *
 * Returns: (transfer full): a purpose
 */
RmConsentPurpose *rm_consent_purpose_new (const char *name,
                                          const char *text);

/**
 * rm_consent_new:
 * @person: id of a person
 * @purpose: id of a purpose
 * @given: whether the person agreed
 * @recorded_on: (nullable): ISO date
 *
 * Returns: (transfer full): an answer
 */
RmConsent *rm_consent_new (gint64 person,
                           gint64 purpose,
                           gboolean given,
                           const char *recorded_on);

/**
 * rm_consent_find:
 * @programme: a programme
 * @person: id of a person
 * @purpose: id of a purpose
 *
 * The newest answer counts: the later day; without a day, older than any day; on the same day the
 * higher id. O(the person's consents).
 *
 * Returns: (nullable) (transfer none): the answer; %NULL if the person was not asked
 */
const RmConsent *rm_consent_find (const RmProgramme *programme,
                                  gint64 person,
                                  gint64 purpose);

RM_RECORD_TYPE (RmConsent)
RM_RECORD_TYPE (RmConsentPurpose)

G_END_DECLS
