/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * RmPairScoreFunc:
 * @pair: a pair
 * @data: what the caller passed along
 *
 * Returns: the pair's score in whole percents, or a negative number where it has none
 */
typedef int (*RmPairScoreFunc) (const RmPair *pair, gpointer data);

/**
 * rm_pairs_export_write:
 * @programme: a programme
 * @pairs: (nullable) (element-type RmPair): pairs of its people (a proposal, say), or %NULL for
 *   the ones it has
 * @get_score: (nullable) (scope call): asked for each pair
 * @data: passed to @get_score
 * @with_mark: whether to begin with a byte order mark, for Excel
 *
 * Writes pairs as CSV, by mentee and mentor: staff number, name and department of both, score,
 * state and whether the pair is locked. Pairs of people who are not in @programme are left out,
 * and so are the reasons.
 *
 * Returns: (transfer full): the file
 */
GString *rm_pairs_export_write (const RmProgramme *programme,
                                GPtrArray *pairs,
                                RmPairScoreFunc get_score,
                                gpointer data,
                                gboolean with_mark);

G_END_DECLS
