/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RmImport RmImport;
typedef struct _RmJob RmJob;
typedef struct _RmPairing RmPairing;
typedef struct _RmSession RmSession;

/**
 * RmAppError:
 * @RM_APP_ERROR_NOT_NOW: the programme is being checked or imported into: try again later
 * @RM_APP_ERROR_RULE: a pair breaks a hard rule
 * @RM_APP_ERROR_CAPACITY: a person has no free place
 * @RM_APP_ERROR_NOT_FOUND: a person, pair or skill does not exist
 * @RM_APP_ERROR_NOBODY: there is nobody who could be paired
 * @RM_APP_ERROR_VALUE: an invalid value
 * @RM_APP_ERROR_DEFINITION: a proof was made under another definition than this program's
 */
typedef enum
{
  RM_APP_ERROR_NOT_NOW,
  RM_APP_ERROR_RULE,
  RM_APP_ERROR_CAPACITY,
  RM_APP_ERROR_NOT_FOUND,
  RM_APP_ERROR_NOBODY,
  RM_APP_ERROR_VALUE,
  RM_APP_ERROR_DEFINITION,
} RmAppError;

#define RM_APP_ERROR (rm_app_error_quark ())
GQuark rm_app_error_quark (void);

G_END_DECLS
