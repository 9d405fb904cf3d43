/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gaps-text.h"

#include "app/commands/rm-commands-groups.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

static char *
describe_level (const RmGaps *gaps,
                int level)
{
  if (level == RM_UNKNOWN)
    return g_strdup (_ ("No level"));

  return rm_seniority_dup_label (rm_scorer_get_programme (rm_gaps_get_scorer (gaps)), level);
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
describe_unrated (guint n)
{
  /* Translators: how many people have no rating in a skill */
  return g_strdup_printf (ngettext ("%u unrated", "%u unrated", n), n);
}

/* Figures other than the four always shown. */
static void
append_measure (GPtrArray *parts,
                const RmGapCell *cell,
                guint size,
                RmGapMeasure measure)
{
  guint value = rm_gap_cell_get_value (cell, measure, size);

  if (measure == RM_GAP_WEIGHTED)
    /* Translators: how many want to learn a skill, each counted as often as it matters to them */
    g_ptr_array_add (parts, g_strdup_printf (_ ("weighted need %u"), value));
  if (measure == RM_GAP_UNRATED_SHARE)
    /* Translators: how many percent of the people are not rated */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u %% unrated"), value));
  if (cell->risk > 0)
    /* Translators: how many of those who want to learn a skill could learn it from one mentor
     * only */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u depends on one mentor",
                                                       "%u depend on one mentor", cell->risk),
                                             cell->risk));
}

char *
rm_gaps_dup_figures_text (const RmGapCell *cell,
                          guint size,
                          RmGapMeasure measure)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (cell->unrated == size)
    /* Translators: how many people there are of whom nothing is known in this skill */
    return g_strdup_printf (ngettext ("nobody rated yet (%u person)",
                                      "nobody rated yet (%u people)", size), size);

  /* Translators: figures of one cell: how many want to learn a skill, how many more mentors could
   * take on, and how many find no place */
  g_ptr_array_add (parts, g_strdup_printf (_ ("need %u, supply %u, gap %u"), cell->need,
                                           cell->supply, cell->gap));
  if (cell->unrated > 0)
    g_ptr_array_add (parts, describe_unrated (cell->unrated));
  append_measure (parts, cell, size, measure);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

static const char *const measure_names[] = {
  [RM_GAP_NEED] = NC_ ("measure", "Need"),
  [RM_GAP_SUPPLY] = NC_ ("measure", "Supply"),
  [RM_GAP_GAP] = NC_ ("measure", "Gap"),
  [RM_GAP_UNRATED] = NC_ ("measure", "Unrated"),
  [RM_GAP_WEIGHTED] = NC_ ("measure", "Weighted need"),
  [RM_GAP_UNRATED_SHARE] = NC_ ("measure", "Unrated, %"),
  [RM_GAP_RISK] = NC_ ("measure", "One mentor only"),
};

const char *
rm_gaps_get_measure_name (RmGapMeasure measure)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "measure", measure_names[measure]);
}

const char *
rm_gaps_get_rows_name (RmGapRows rows)
{
  static const char *const names[] = {
    [RM_GAP_ROWS_DEPARTMENT] = N_ ("Department"),
    [RM_GAP_ROWS_LEVEL] = N_ ("Seniority"),
    [RM_GAP_ROWS_PERSON] = N_ ("Mentee"),
    [RM_GAP_ROWS_SITE] = N_ ("Site"),
    [RM_GAP_ROWS_COHORT] = N_ ("Cohort"),
    [RM_GAP_ROWS_MENTOR] = N_ ("Mentor"),
  };

  return _ (names[rows]);
}

const char *
rm_gaps_get_columns_name (RmGapColumns columns)
{
  return columns == RM_GAP_COLUMNS_SKILL ? _ ("Skill") : _ ("Category");
}

static char *
describe_value (RmHeatCell cell)
{
  return cell.unrated ? g_strdup (_ ("not rated")) : g_strdup_printf ("%d", cell.value);
}

char *
rm_gaps_dup_change_text (RmGapMeasure measure,
                         RmHeatCell before,
                         RmHeatCell after)
{
  const RmHeatCell change = { .value = after.value - before.value };
  g_autofree char *first = describe_value (before);
  g_autofree char *second = describe_value (after);
  g_autofree char *sign = rm_heat_cell_format (change, TRUE);

  if (before.unrated || after.unrated)
    /* Translators: a measure such as "Need", then two values of it of which at least one is "not
     * rated" */
    return rm_sentence_new (_ ("%s: first %s, then %s"), rm_gaps_get_measure_name (measure), first,
                            second);

  /* Translators: a measure such as "Need", two values of it, and what lies between: "Need: first 5,
   * then 2 (−3)" */
  return rm_sentence_new (_ ("%s: first %s, then %s (%s)"), rm_gaps_get_measure_name (measure),
                          first, second, sign);
}

char *
rm_gaps_dup_place_text (const char *columns,
                        const char *rows)
{
  /* Translators: a place in a table: a skill or category, then a department, level or person:
   * "Prezi, Finance" */
  return rm_sentence_new (_ ("%s, %s"), columns, rows);
}

char *
rm_gaps_dup_people_text (const char *place,
                         RmGapMeasure measure,
                         guint n)
{
  g_autofree char *count = NULL;

  switch (measure)
    {
    case RM_GAP_SUPPLY:
      /* Translators: how many people could teach a skill */
      count = g_strdup_printf (ngettext ("%u provider", "%u providers", n), n);
      break;
    case RM_GAP_UNRATED:
    case RM_GAP_UNRATED_SHARE:
      count = describe_unrated (n);
      break;
    case RM_GAP_RISK:
      count = g_strdup_printf (ngettext ("%u depends on one mentor", "%u depend on one mentor", n),
                               n);
      break;
    default:
      /* Translators: how many people want to learn something */
      count = g_strdup_printf (ngettext ("%u in need", "%u in need", n), n);
      break;
    }

  /* Translators: a place in the table of skill gaps, then how many people of it: "Prezi, Finance:
   * 12 in need" */
  return rm_sentence_new (_ ("%s: %s"), place, count);
}
