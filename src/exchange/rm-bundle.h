/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-programme.h"
#include "exchange/rm-exchange-types.h"

G_BEGIN_DECLS

/** RmBundlePart: the lists of records in a bundle, in the order in which files have them. */
typedef enum
{
  RM_BUNDLE_PEOPLE,
  RM_BUNDLE_SKILLS,
  RM_BUNDLE_RATINGS,
  RM_BUNDLE_PAIRS,
  RM_BUNDLE_EXCLUSIONS,
  RM_BUNDLE_ACQUAINTANCES,
  RM_BUNDLE_SCENARIOS,
  RM_BUNDLE_COHORTS,
  RM_BUNDLE_SENIORITY,
  RM_BUNDLE_ROLE_PROFILES,
  RM_BUNDLE_ROLE_NEEDS,
  RM_BUNDLE_NOMINATIONS,
  RM_BUNDLE_CONSENT_PURPOSES,
  RM_BUNDLE_CONSENTS,
  RM_BUNDLE_N_PARTS,
} RmBundlePart;

/**
 * RmBundle:
 * @settings: (owned): the programme's own row
 * @parts: (owned): the records of each #RmBundlePart
 *
 * Everything that a programme consists of, with the ratings that #RmProgramme leaves out.
 */
struct _RmBundle
{
  RmSettings *settings;
  GPtrArray *parts[RM_BUNDLE_N_PARTS];
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

/**
 * rm_bundle_get_entity:
 * @part: a list
 *
 * Returns: (transfer none): what its records are
 */
const RmEntity *rm_bundle_get_entity (RmBundlePart part);

void rm_bundle_free (RmBundle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmBundle, rm_bundle_free)

G_END_DECLS
