/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-apart.h"

static gboolean
is_or_any (gint64 wanted,
           gint64 person)
{
  return wanted == 0 || wanted == person;
}

GPtrArray *
rm_apart_list (RmProgramme *programme,
               gint64 one,
               gint64 other)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint e = 0; e < rm_programme_count (programme, RM_TABLE_EXCLUSION); e++)
    {
      RmExclusion *exclusion = rm_programme_get (programme, RM_TABLE_EXCLUSION, e);

      if ((is_or_any (one, exclusion->mentee) && is_or_any (other, exclusion->mentor))
          || (is_or_any (one, exclusion->mentor) && is_or_any (other, exclusion->mentee)))
        g_ptr_array_add (list, exclusion);
    }

  return list;
}

gboolean
rm_apart_holds (RmProgramme *programme,
                gint64 one,
                gint64 other)
{
  g_autoptr (GPtrArray) list = rm_apart_list (programme, one, other);

  return list->len > 0;
}
