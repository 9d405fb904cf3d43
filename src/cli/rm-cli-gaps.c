/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "core/rm-gaps.h"

#include <glib/gi18n-lib.h>

/* The gap table as lines, the widest gap first: a terminal has no room for a heatmap. */

#define TOP_LINES 40

typedef struct
{
  guint row;    /* G_MAXUINT: everybody */
  guint column;
  RmGapCell cell;
} Line;

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  if (first->cell.gap != second->cell.gap)
    return first->cell.gap < second->cell.gap ? 1 : -1;
  if (first->cell.need != second->cell.need)
    return first->cell.need < second->cell.need ? 1 : -1;
  if (first->cell.unrated != second->cell.unrated)
    return first->cell.unrated < second->cell.unrated ? 1 : -1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

static GArray *
list_totals (const RmGaps *gaps)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
    {
      Line line = { G_MAXUINT, c, rm_gaps_get_total (gaps, c) };

      g_array_append_val (lines, line);
    }

  g_array_sort (lines, compare_lines);
  return lines;
}

/* Where nobody needs anything and everybody is rated there is nothing to say. */
static GArray *
list_lines (const RmGaps *gaps)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
    for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
      {
        Line line = { r, c, rm_gaps_get_cell (gaps, r, c) };

        if (line.cell.need > 0 || line.cell.unrated > 0)
          g_array_append_val (lines, line);
      }

  g_array_sort (lines, compare_lines);
  return lines;
}

static char *
name_row (const RmGaps *gaps,
          RmGapRows by,
          guint row)
{
  const char *name = rm_gaps_get_row_name (gaps, row);
  int level = by == RM_GAP_ROWS_LEVEL ? rm_gaps_get_row_level (gaps, row) : RM_UNKNOWN;

  if (by == RM_GAP_ROWS_LEVEL)
    /* Translators: a seniority level from 1 to 10 */
    return level != RM_UNKNOWN ? g_strdup_printf (_ ("Level %d"), level)
                               : g_strdup (_ ("No level"));

  return g_strdup (name != NULL ? name : _ ("No department"));
}

static char *
name_skill (const RmSkill *skill)
{
  if (skill->context == NULL)
    return g_strdup (skill->name);

  return g_strdup_printf ("%s (%s)", skill->name, skill->context);
}

static void
add_cells (RmCliTable *table,
           const RmGapCell *cell)
{
  rm_cli_table_add_number (table, cell->gap);
  rm_cli_table_add_number (table, cell->need);
  rm_cli_table_add_number (table, cell->supply);
  rm_cli_table_add_number (table, cell->unrated);
  rm_cli_table_add (table, cell->risk > 0 ? _ ("one mentor only") : "");
}

static void
print_table (const RmGaps *gaps,
             GArray *lines,
             gboolean grouped,
             RmGapRows by,
             guint top)
{
  g_autoptr (RmCliTable) table = rm_cli_table_new (grouped ? 7 : 6, grouped ? 2 : 1);
  guint n = top > 0 ? MIN (top, lines->len) : lines->len;

  if (grouped)
    rm_cli_table_add (table, by == RM_GAP_ROWS_DEPARTMENT ? _ ("Department")
                             : by == RM_GAP_ROWS_LEVEL    ? _ ("Seniority")
                                                          : _ ("Mentee"));
  rm_cli_table_add (table, _ ("Skill"));
  rm_cli_table_add (table, _ ("Gap"));
  rm_cli_table_add (table, _ ("Need"));
  rm_cli_table_add (table, _ ("Supply"));
  rm_cli_table_add (table, _ ("Unrated"));
  rm_cli_table_add (table, "");
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *skill = name_skill (rm_gaps_get_skill (gaps, line->column));
      g_autofree char *row = grouped ? name_row (gaps, by, line->row) : NULL;

      if (grouped)
        rm_cli_table_add (table, row);
      rm_cli_table_add (table, skill);
      add_cells (table, &line->cell);
    }

  rm_cli_table_print (table);
  if (n < lines->len)
    g_print (ngettext ("… and %u more line (--top 0 shows all)\n",
                       "… and %u more lines (--top 0 shows all)\n", lines->len - n),
             lines->len - n);
}

static void
print_json (const RmGaps *gaps,
            GArray *lines,
            gboolean grouped,
            RmGapRows by)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const RmSkill *skill = rm_gaps_get_skill (gaps, line->column);
      g_autofree char *row = grouped ? name_row (gaps, by, line->row) : NULL;

      json_builder_begin_object (builder);
      if (grouped)
        rm_cli_json_string (builder, "group", row);
      rm_cli_json_string (builder, "skill", skill->name);
      rm_cli_json_string (builder, "context", skill->context);
      rm_cli_json_string (builder, "category", skill->category);
      rm_cli_json_int (builder, "gap", line->cell.gap);
      rm_cli_json_int (builder, "need", line->cell.need);
      rm_cli_json_int (builder, "supply", line->cell.supply);
      rm_cli_json_int (builder, "unrated", line->cell.unrated);
      rm_cli_json_boolean (builder, "single-holder", line->cell.risk > 0);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  rm_cli_json_print (builder);
}

static gboolean
parse_rows (const char *text,
            RmGapRows *rows)
{
  static const char *const words[] = { "department", "level", "person" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (text, words[i]) == 0)
      {
        *rows = (RmGapRows) i;
        return TRUE;
      }

  return text == NULL;
}

RmCliStatus
rm_cli_gaps (RmCli *self,
             char **args)
{
  g_autofree char *by = NULL;
  int top = TOP_LINES;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Group mentees by department, level or person"),
      "department|level|person" },
    { "top", 0, 0, G_OPTION_ARG_INT, &top, N_ ("How many lines to show; 0 for all"), "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  RmGapRows rows = RM_GAP_ROWS_DEPARTMENT;
  g_autoptr (RmSession) session = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (RmGaps) gaps = NULL;
  g_autoptr (GArray) lines = NULL;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, entries, 1, 1, &rest))
    return RM_CLI_USAGE;
  if (!parse_rows (by, &rows) || top < 0)
    return rm_cli_usage (self, _ ("--by takes department, level or person; --top a number from 0"));
  session = rm_cli_open (self, rest[0], FALSE);
  if (session == NULL)
    return RM_CLI_FAILED;
  scorer = rm_scorer_new (rm_session_get_programme (session));
  gaps = rm_gaps_new (scorer, rows, RM_GAP_COLUMNS_SKILL, rm_cli_progress, NULL, &error);
  if (gaps == NULL)
    return rm_cli_fail (self, rest[0], error);

  lines = by != NULL ? list_lines (gaps) : list_totals (gaps);
  if (self->json)
    print_json (gaps, lines, by != NULL, rows);
  else
    print_table (gaps, lines, by != NULL, rows, (guint) top);
  return RM_CLI_OK;
}
