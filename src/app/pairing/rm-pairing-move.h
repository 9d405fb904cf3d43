/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pairing/rm-pairing.h"

G_BEGIN_DECLS

/**
 * rm_pairing_find_place:
 * @self: a pairing
 * @mentor: id of a mentor
 * @mentee: id of a mentee
 * @from: (out): id of the mentor's pair that would end, or 0 for a free place of the mentor
 * @onto: (out): id of the mentee's pair that would end, or 0 for a free place of the mentee
 *
 * Finds where two unpaired people could be paired: on free places, else in place of the pairs that
 * score lowest and are not locked.
 *
 * Returns: whether there is such a place
 */
gboolean rm_pairing_find_place (const RmPairing *self,
                                gint64 mentor,
                                gint64 mentee,
                                gint64 *from,
                                gint64 *onto);

/**
 * rm_pairing_preview_move:
 * @self: a pairing
 * @mentor: id of a mentor
 * @from: id of the mentor's pair that would end, or 0
 * @mentee: id of a mentee
 * @onto: id of the mentee's pair that would end, or 0
 * @preview: (out caller-allocates): as from rm_pairing_preview()
 *
 * Returns: whether both people take part
 */
gboolean rm_pairing_preview_move (const RmPairing *self,
                                  gint64 mentor,
                                  gint64 from,
                                  gint64 mentee,
                                  gint64 onto,
                                  RmPreview *preview);

/**
 * rm_preview_get_refusal:
 * @self: a preview of a move
 *
 * Returns: (transfer none) (nullable): why the move is impossible, translated, without a full stop;
 *   %NULL if it is possible
 */
const char *rm_preview_get_refusal (const RmPreview *self);

/**
 * rm_preview_describe:
 * @self: a preview of a move
 * @programme: the programme
 * @mentor: id of the mentor
 * @mentee: id of the mentee
 *
 * Returns: (transfer full): the same in words, translated
 */
char *rm_preview_describe (const RmPreview *self,
                           const RmProgramme *programme,
                           gint64 mentor,
                           gint64 mentee);

/**
 * rm_points_to_percent:
 * @points: 0 to %RM_SCORE_POINTS, or a difference
 *
 * Returns: whole percents, rounded to the nearest
 */
int rm_points_to_percent (gint64 points);

G_END_DECLS
