/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/export/rm-table-writer.h"

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
 * @format: the format
 * @error: as for rm_table_writer_finish()
 *
 * Writes pairs, by mentee and mentor: staff number, name and department of both, score,
 * state and whether the pair is locked. Pairs of people who are not in @programme are left out,
 * and so are the reasons.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *rm_pairs_export_write (const RmProgramme *programme,
                                GPtrArray *pairs,
                                RmPairScoreFunc get_score,
                                gpointer data,
                                RmTableFormat format,
                                GError **error);

G_END_DECLS
