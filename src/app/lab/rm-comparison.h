/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"

G_BEGIN_DECLS

/**
 * RmComparisonSide:
 * @name: (nullable): the scenario's name, or %NULL for the current pairing
 * @settings: its weights and rules
 * @figures: figures of its pairing under these
 */
typedef struct
{
  char *name;
  RmSettings *settings;
  RmFigures figures;
} RmComparisonSide;

/**
 * RmDifference:
 * @mentee: id of a mentee
 * @name: the mentee's name
 * @mentors: names of the mentors on either side, separated by commas; empty for none
 */
typedef struct
{
  gint64 mentee;
  char *name;
  char *mentors[2];
} RmDifference;

/**
 * RmComparison:
 * @sides: the two
 * @differences: (element-type RmDifference): mentees whose mentors differ, in canonical order,
 *   those no longer in the programme last
 * @n_common: pairs in both
 *
 * Two pairings side by side.
 */
typedef struct
{
  RmComparisonSide sides[2];
  GPtrArray *differences;
  guint n_common;
} RmComparison;

/**
 * rm_comparison_new:
 * @pairing: the current pairing
 * @a: (nullable): a scenario, or %NULL for @pairing
 * @b: (nullable): another, or %NULL for @pairing
 *
 * Returns: (transfer full): the comparison
 */
RmComparison *rm_comparison_new (const RmPairing *pairing,
                                 const RmScenario *a,
                                 const RmScenario *b);

void rm_comparison_free (RmComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmComparison, rm_comparison_free)

G_END_DECLS
