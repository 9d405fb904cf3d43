/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-settings.h"

G_BEGIN_DECLS

/**
 * RmScenario:
 *
 * Named weights and rules, and the pairing that they gave when saved: pairs of ids, and its
 * figures. Keeps no reasons and nothing else about people, so that it cannot reveal anything
 * confidential.
 */
struct _RmScenario
{
  RmRecord record;

  char *name;
  gint64 made;         /* seconds since the epoch */
  RmSettings settings; /* only rm_settings_list_deciding() */
  int n_paired;        /* mentees with a mentor */
  int total;           /* sum of the scores, points */
  int lowest;          /* lowest score, points */
  char *pairs;         /* "mentee:mentor; …", ids, sorted */
};

/** RmIdPair: a mentee and a mentor, by id. */
typedef struct
{
  gint64 mentee;
  gint64 mentor;
} RmIdPair;

/**
 * rm_scenario_entity:
 *
 * Returns: (transfer none): the description of #RmScenario
 */
const RmEntity *rm_scenario_entity (void);

/**
 * rm_scenario_new:
 * @name: its name
 * @settings: the weights and rules
 *
 * Returns: (transfer full): a scenario without pairs
 */
RmScenario *rm_scenario_new (const char *name,
                             const RmSettings *settings);

/**
 * rm_scenario_display_name:
 * @self: a scenario
 *
 * Returns: (transfer none): its name, or a substitute
 */
const char *rm_scenario_display_name (const RmScenario *self);

/**
 * rm_scenario_new_settings:
 * @self: a scenario
 * @base: the programme's settings
 *
 * Returns: (transfer full): @base with the weights, rules and mode of @self
 */
RmSettings *rm_scenario_new_settings (const RmScenario *self,
                                      const RmSettings *base);

/**
 * rm_scenario_set_pairs:
 * @self: a scenario that is not shared yet
 * @pairs: (element-type RmIdPair): its pairs; sorted in place
 */
void rm_scenario_set_pairs (RmScenario *self,
                            GArray *pairs);

/**
 * rm_scenario_list_pairs:
 * @self: a scenario
 *
 * Skips anything, from files made elsewhere, that is not a pair of ids.
 *
 * Returns: (transfer full) (element-type RmIdPair): its pairs, sorted by rm_id_pair_compare()
 */
GArray *rm_scenario_list_pairs (const RmScenario *self);

/**
 * rm_id_pair_compare:
 * @a: an #RmIdPair
 * @b: another
 *
 * Returns: their order, by mentee, then by mentor
 */
int rm_id_pair_compare (gconstpointer a,
                        gconstpointer b);

RM_RECORD_TYPE (RmScenario)

G_END_DECLS
