/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-gaps-text.h"

#include <glib/gi18n-lib.h>

static char *
describe_level (const RmGaps *gaps,
                int level)
{
  RmProgramme *programme = rm_scorer_get_programme (rm_gaps_get_scorer (gaps));
  const RmField *field = rm_entity_find_field (rm_person_entity (), "level");
  const char *label = NULL;

  if (level == RM_UNKNOWN)
    return g_strdup (_ ("No level"));
  label = rm_seniority_find_name (programme, level);
  if (label != NULL)
    return g_strdup (label);
  label = rm_enum_label (field->values, level);
  if (label != NULL)
    return g_strdup (_ (label));

  /* Translators: a seniority level without a name, from 1 (trainee) to 10 (executive) */
  return g_strdup_printf (_ ("Level %d"), level);
}

char *
rm_gaps_dup_row_text (const RmGaps *gaps,
                      guint row)
{
  const char *name = rm_gaps_get_row_name (gaps, row);

  if (name != NULL)
    return g_strdup (name);

  switch (rm_gaps_get_row_kind (gaps))
    {
    case RM_GAP_ROWS_LEVEL:
      return describe_level (gaps, rm_gaps_get_row_level (gaps, row));
    case RM_GAP_ROWS_SITE:
      return g_strdup (_ ("No site"));
    case RM_GAP_ROWS_COHORT:
      return g_strdup (_ ("No cohort"));
    default:
      return g_strdup (_ ("No department"));
    }
}

char *
rm_gaps_dup_column_text (const RmGaps *gaps,
                         guint column)
{
  const RmSkill *skill = rm_gaps_get_skill (gaps, column);
  const char *name = skill->name != NULL ? skill->name : _ ("Skill without a name");

  if (rm_gaps_get_column_kind (gaps) == RM_GAP_COLUMNS_CATEGORY)
    return g_strdup (skill->category != NULL ? skill->category : _ ("No category"));
  if (skill->context == NULL)
    return g_strdup (name);

  /* Translators: a skill and the context in which it counts, such as "TikTok (business)" */
  return g_strdup_printf (_ ("%s (%s)"), name, skill->context);
}

static char *
describe_need (guint n)
{
  /* Translators: how many people want to learn something */
  return g_strdup_printf (ngettext ("%u in need", "%u in need", n), n);
}

static char *
describe_unrated (guint n)
{
  /* Translators: how many people have no rating in a skill */
  return g_strdup_printf (ngettext ("%u not rated", "%u not rated", n), n);
}

char *
rm_gaps_dup_figures_text (const RmGapCell *cell,
                          guint size)
{
  g_autofree char *need = describe_need (cell->need);
  g_autofree char *unrated = describe_unrated (cell->unrated);
  g_autofree char *supply = NULL;
  g_autofree char *gap = NULL;

  if (cell->unrated == size)
    /* Translators: how many people there are of whom nothing is known in this skill */
    return g_strdup_printf (ngettext ("nobody rated yet (%u person)",
                                      "nobody rated yet (%u people)", size), size);

  /* Translators: how many more people mentors could take on */
  supply = g_strdup_printf (ngettext ("%u free place", "%u free places", cell->supply),
                            cell->supply);
  /* Translators: how many people in need find no free place */
  gap = g_strdup_printf (_ ("gap %u"), cell->gap);
  if (cell->unrated == 0)
    return g_strjoin (", ", need, supply, gap, NULL);

  return g_strjoin (", ", need, supply, gap, unrated, NULL);
}

char *
rm_gaps_dup_people_text (const RmGaps *gaps,
                         guint row,
                         guint column,
                         RmGapMeasure measure,
                         guint n)
{
  g_autofree char *row_text = rm_gaps_dup_row_text (gaps, row);
  g_autofree char *skill = rm_gaps_dup_column_text (gaps, column);
  g_autofree char *count = NULL;

  if (measure == RM_GAP_SUPPLY)
    /* Translators: how many people could teach a skill */
    count = g_strdup_printf (ngettext ("%u provider", "%u providers", n), n);
  else
    count = measure == RM_GAP_UNRATED ? describe_unrated (n) : describe_need (n);

  /* Translators: a skill, then a department, level or person, then how many people of it:
   * "Prezi, Finance: 12 in need" */
  return g_strdup_printf (_ ("%s, %s: %s"), skill, row_text, count);
}
