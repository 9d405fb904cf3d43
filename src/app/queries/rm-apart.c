/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-apart.h"

static gboolean
is_or_any (gint64 wanted,
           gint64 person)
{
  return wanted == 0 || wanted == person;
}

static gboolean
keeps_apart (const RmExclusion *exclusion,
             gint64 one,
             gint64 other)
{
  return (is_or_any (one, exclusion->mentee) && is_or_any (other, exclusion->mentor))
         || (is_or_any (one, exclusion->mentor) && is_or_any (other, exclusion->mentee));
}

static GPtrArray *
list_all (RmProgramme *programme)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint e = 0; e < rm_programme_count (programme, RM_TABLE_EXCLUSION); e++)
    g_ptr_array_add (list, rm_programme_get (programme, RM_TABLE_EXCLUSION, e));

  return list;
}

GPtrArray *
rm_apart_list (RmProgramme *programme,
               gint64 one,
               gint64 other)
{
  gint64 known = one != 0 ? one : other;
  GPtrArray *list = NULL;

  if (known == 0)
    return list_all (programme);

  list = rm_programme_list_referring (programme, RM_TABLE_EXCLUSION, RM_TABLE_PERSON, known);
  for (guint e = list->len; e > 0; e--)
    if (!keeps_apart (g_ptr_array_index (list, e - 1), one, other))
      g_ptr_array_remove_index (list, e - 1);

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
