/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proof/rm-assignment-check.h"

G_BEGIN_DECLS

/* Places in order, each once. */
typedef struct
{
  const RmPlace *places;
  guint n;
} RmPlaces;

typedef struct
{
  const RmProblem *problem;
  const RmSolution *solution;
  const RmCertificate *proof;
  RmPlaces pairs;
  RmPlaces locks;
  RmPlaces excluded;

  /* of each mentee and each mentor */
  int *mentee_pairs;
  int *mentee_locks;
  int *mentor_pairs;
  int *mentor_locks;

  gint64 total;           /* all pairs */
  gint64 free_total;      /* without locked ones */
  gint64 lowest;
  guint n_paired;
  guint n_free_paired;    /* mentees with pairs and no locked one */
  gboolean overflow;
} RmCheck;

/* rm_assignment_check() on a given number of threads; the answer does not depend on it. */
gboolean rm_assignment_check_on (guint n_threads,
                                 const RmProblem *problem,
                                 const RmSolution *solution,
                                 RmProgressFunc progress,
                                 gpointer data,
                                 RmPlace *violation,
                                 GError **error);

gboolean rm_check_refuse (GError **error,
                          RmPlace *violation,
                          const RmPlace *place,
                          const char *what);
/* Orders places. */
int rm_check_compare (gconstpointer a,
                      gconstpointer b);

/* Returns the index of the first that is not before @place. */
guint rm_places_find (const RmPlaces *self,
                      RmPlace place);

/* rm-assignment-check-all.c */
gboolean rm_check_all_pairs (const RmCheck *check,
                             guint n_threads,
                             RmProgressFunc progress,
                             gpointer data,
                             RmPlace *violation,
                             GError **error);

G_END_DECLS
