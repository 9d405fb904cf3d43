/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/explain/rm-suggestions.h"

G_BEGIN_DECLS

/**
 * rm_suggestion_describe:
 * @programme: the programme of the suggestion
 * @suggestion: a suggested need
 *
 * Returns: (transfer full): the reasons in words: "Directors ask for level 4 · nominated by Ada · 3
 *   mentors offer it"
 */
char *rm_suggestion_describe (const RmProgramme *programme,
                              const RmSuggestion *suggestion);

G_END_DECLS
