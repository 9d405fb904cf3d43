/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/sheet/rm-exchange-types.h"

G_BEGIN_DECLS

/**
 * RmBundle:
 * @settings: (owned): the programme's own row
 * @tables: (owned): the records of each #RmTable
 *
 * Everything that a programme consists of, with the ratings that #RmProgramme leaves out.
 */
struct _RmBundle
{
  RmSettings *settings;
  GPtrArray *tables[RM_N_TABLES];
};

/**
 * rm_bundle_new:
 *
 * Returns: (transfer full): default settings and nobody
 */
RmBundle *rm_bundle_new (void);

/**
 * rm_bundle_new_for_programme:
 * @programme: a programme
 * @ratings: (nullable) (element-type RmRating): its ratings
 *
 * Special-category fields are left out where the programme does not use them.
 *
 * Returns: (transfer full): a bundle that shares the records
 */
RmBundle *rm_bundle_new_for_programme (const RmProgramme *programme,
                                       GPtrArray *ratings);

/**
 * rm_bundle_to_programme:
 * @self: a bundle
 *
 * Returns: (transfer full): a programme that shares the records; standings are not filled in
 */
RmProgramme *rm_bundle_to_programme (const RmBundle *self);

/**
 * rm_bundle_equal:
 * @a: a bundle
 * @b: a bundle
 *
 * Returns: whether settings and all records are the same, in the same order
 */
gboolean rm_bundle_equal (const RmBundle *a,
                          const RmBundle *b);

void rm_bundle_free (RmBundle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmBundle, rm_bundle_free)

G_END_DECLS
