/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-settings.h"

G_BEGIN_DECLS

/**
 * rm_settings_from_words:
 * @before: settings
 * @mode: (nullable): the nick of a mode
 * @weights: (nullable): as "skills=70, back=0"
 * @error: %RM_APP_ERROR_VALUE or %RM_CORE_ERROR_VALUE, naming the word
 *
 * Returns: (transfer full) (nullable): @before with the changes typed
 */
RmSettings *rm_settings_from_words (const RmSettings *before,
                                    const char *mode,
                                    const char *weights,
                                    GError **error);

G_END_DECLS
