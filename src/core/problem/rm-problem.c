/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/problem/rm-problem.h"

int
rm_place_compare (gconstpointer a,
                  gconstpointer b)
{
  const RmPlace *first = a;
  const RmPlace *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

void
rm_certificate_free (RmCertificate *self)
{
  if (self == NULL)
    return;

  g_free (self->mentee_price);
  g_free (self->mentee_cover);
  g_free (self->mentor_price);
  g_free (self->bounds);
  g_free (self->mentee_cover_all);
  g_free (self->mentor_cover_all);
  g_free (self->mentee_cover_above);
  g_free (self->mentor_cover_above);
  g_free (self);
}

void
rm_solution_free (RmSolution *self)
{
  if (self == NULL)
    return;

  g_free (self->pairs);
  rm_certificate_free (self->certificate);
  g_free (self);
}
