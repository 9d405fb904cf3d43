/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"

G_BEGIN_DECLS

/* The effect of weights, in words. Pure. */

/** "187 paired · average 74 % · lowest 23 %" */
char *rm_trial_text_figures (const RmFigures *figures);

/** The cost or gain of @other compared with @chosen: "2 mentees fewer · average +3 %". */
char *rm_trial_text_difference (const RmFigures *chosen,
                           const RmFigures *other);

/** "12 pairs would change", or that none would. */
char *rm_trial_text_changes (guint n_changes);

/** "74 % → 81 %", or "74 %" if both are the same. */
char *rm_trial_text_percents (gint64 before,
                              gint64 after);

/** "187 → 189", or "187". */
char *rm_trial_text_counts (guint before,
                            guint after);

G_END_DECLS
