/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * BenchForm:
 * @BENCH_FORM_SPREAD: everything about people varies, as in a large company
 * @BENCH_FORM_TIED: scores are importance × level and nothing else, so that almost all tie: the
 *   worst there is for a method that keeps short lists
 */
typedef enum
{
  BENCH_FORM_SPREAD,
  BENCH_FORM_TIED,
} BenchForm;

/**
 * bench_people_new:
 * @n_mentees: how many seniors learn
 * @n_mentors: how many juniors mentor
 * @form: how their scores are spread
 * @seed: another seed makes another company
 *
 * Makes up people who are all willing and committed and have one place each. Mentees come first in
 * canonical order. Same arguments, same people.
 *
 * Returns: (transfer full): the programme, with default weights
 */
RmProgramme *bench_people_new (guint n_mentees,
                               guint n_mentors,
                               BenchForm form,
                               guint32 seed);

G_END_DECLS
