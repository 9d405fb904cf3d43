/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RmEntity RmEntity;
typedef struct _RmEnumValue RmEnumValue;
typedef struct _RmField RmField;
typedef struct _RmRecord RmRecord;

typedef struct _RmAcquaintance RmAcquaintance;
typedef struct _RmCohort RmCohort;
typedef struct _RmConsent RmConsent;
typedef struct _RmConsentPurpose RmConsentPurpose;
typedef struct _RmExclusion RmExclusion;
typedef struct _RmNomination RmNomination;
typedef struct _RmPair RmPair;
typedef struct _RmPerson RmPerson;
typedef struct _RmProgramme RmProgramme;
typedef struct _RmProposal RmProposal;
typedef struct _RmRating RmRating;
typedef struct _RmRoleNeed RmRoleNeed;
typedef struct _RmRoleProfile RmRoleProfile;
typedef struct _RmScenario RmScenario;
typedef struct _RmSeniority RmSeniority;
typedef struct _RmSettings RmSettings;
typedef struct _RmSkill RmSkill;
typedef struct _RmStanding RmStanding;

/**
 * RM_UNKNOWN:
 *
 * An unanswered whole number, choice or yes/no. Neither zero nor "no".
 */
#define RM_UNKNOWN G_MININT

/**
 * RmProgressFunc:
 * @fraction: from 0 to 1, or negative if the end is not known
 * @data: what the caller passed along
 *
 * Called now and then by long operations.
 *
 * Returns: %FALSE to stop; the caller then gets %RM_CORE_ERROR_CANCELLED
 */
typedef gboolean (*RmProgressFunc) (double fraction, gpointer data);

/**
 * RmCoreError:
 * @RM_CORE_ERROR_VALUE: a text is not a value of its field
 * @RM_CORE_ERROR_CANCELLED: the progress function asked to stop
 * @RM_CORE_ERROR_LOCK: a locked pair breaks a rule or exceeds a capacity
 * @RM_CORE_ERROR_PROOF: a certificate does not prove what it should
 * @RM_CORE_ERROR_LIMIT: the problem is larger than this method takes
 */
typedef enum
{
  RM_CORE_ERROR_VALUE,
  RM_CORE_ERROR_CANCELLED,
  RM_CORE_ERROR_LOCK,
  RM_CORE_ERROR_PROOF,
  RM_CORE_ERROR_LIMIT,
} RmCoreError;

#define RM_CORE_ERROR (rm_core_error_quark ())
GQuark rm_core_error_quark (void);

G_END_DECLS
