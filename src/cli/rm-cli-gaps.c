/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/gaps/rm-gaps-export.h"
#include "app/gaps/rm-gaps-text.h"

#include <glib/gi18n-lib.h>

/* The gap table as lines, the most first: a terminal has no room for a heatmap. Files get the table
 * as in the window. */

#define TOP_LINES 40

typedef struct
{
  guint row;    /* G_MAXUINT: everybody */
  guint column;
  guint value;  /* of the measure */
  RmGapCell cell;
} Line;

static const char *const row_words[] = {
  [RM_GAP_ROWS_DEPARTMENT] = "department",
  [RM_GAP_ROWS_LEVEL] = "level",
  [RM_GAP_ROWS_PERSON] = "person",
  [RM_GAP_ROWS_SITE] = "site",
  [RM_GAP_ROWS_COHORT] = "cohort",
  [RM_GAP_ROWS_MENTOR] = "mentor",
};
static const char *const column_words[] = {
  [RM_GAP_COLUMNS_SKILL] = "skill",
  [RM_GAP_COLUMNS_CATEGORY] = "category",
};
static const char *const measure_words[] = {
  [RM_GAP_NEED] = "need",
  [RM_GAP_SUPPLY] = "supply",
  [RM_GAP_GAP] = "gap",
  [RM_GAP_UNRATED] = "unrated",
  [RM_GAP_WEIGHTED] = "weighted",
  [RM_GAP_UNRATED_SHARE] = "unrated-share",
  [RM_GAP_RISK] = "risk",
};
static const char *const sort_words[] = {
  [RM_GAP_SORT_NAME] = "name",
  [RM_GAP_SORT_TOTAL] = "total",
  [RM_GAP_SORT_LINE] = NULL,
  [RM_GAP_SORT_SIMILAR] = "similar",
};

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  if (first->value != second->value)
    return first->value < second->value ? 1 : -1;
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

static guint
count_people (const RmGaps *gaps)
{
  guint n = 0;

  for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
    n += rm_gaps_get_row_size (gaps, r);

  return n;
}

static GArray *
list_totals (const RmGaps *gaps,
             RmGapMeasure measure)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
    {
      Line line = { G_MAXUINT, c, 0, rm_gaps_get_total (gaps, c) };

      line.value = rm_gap_cell_get_value (&line.cell, measure, count_people (gaps));
      g_array_append_val (lines, line);
    }

  g_array_sort (lines, compare_lines);
  return lines;
}

/* If nobody needs anything and everybody is rated there is nothing to print. */
static GArray *
list_lines (const RmGaps *gaps,
            RmGapMeasure measure)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
    for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
      {
        Line line = { r, c, 0, rm_gaps_get_cell (gaps, r, c) };

        line.value = rm_gap_cell_get_value (&line.cell, measure, rm_gaps_get_row_size (gaps, r));
        if (line.cell.need > 0 || line.cell.unrated > 0)
          g_array_append_val (lines, line);
      }

  g_array_sort (lines, compare_lines);
  return lines;
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
             guint top)
{
  g_autoptr (RmCliTable) table = rm_cli_table_new (grouped ? 7 : 6, grouped ? 2 : 1);
  guint n = top > 0 ? MIN (top, lines->len) : lines->len;

  if (grouped)
    rm_cli_table_add (table, rm_gaps_get_rows_name (rm_gaps_get_row_kind (gaps)));
  rm_cli_table_add (table, rm_gaps_get_columns_name (rm_gaps_get_column_kind (gaps)));
  rm_cli_table_add (table, _ ("Gap"));
  rm_cli_table_add (table, _ ("Need"));
  rm_cli_table_add (table, _ ("Supply"));
  rm_cli_table_add (table, _ ("Unrated"));
  rm_cli_table_add (table, "");
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *skill = rm_gaps_dup_column_text (gaps, line->column);
      g_autofree char *row = grouped ? rm_gaps_dup_row_text (gaps, line->row) : NULL;

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
            gboolean grouped)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const RmSkill *skill = rm_gaps_get_skill (gaps, line->column);
      gboolean is_skill = rm_gaps_get_column_kind (gaps) == RM_GAP_COLUMNS_SKILL;
      g_autofree char *row = grouped ? rm_gaps_dup_row_text (gaps, line->row) : NULL;

      json_builder_begin_object (builder);
      if (grouped)
        rm_cli_json_string (builder, "group", row);
      if (is_skill)
        {
          rm_cli_json_string (builder, "skill", skill->name);
          rm_cli_json_string (builder, "context", skill->context);
        }
      rm_cli_json_string (builder, "category", skill->category);
      rm_cli_json_int (builder, "gap", line->cell.gap);
      rm_cli_json_int (builder, "need", line->cell.need);
      rm_cli_json_int (builder, "supply", line->cell.supply);
      rm_cli_json_int (builder, "unrated", line->cell.unrated);
      rm_cli_json_int (builder, "weighted", line->cell.weighted);
      rm_cli_json_int (builder, "risk", line->cell.risk);
      rm_cli_json_boolean (builder, "single-holder", line->cell.risk > 0);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  rm_cli_json_print (builder);
}

/* Returns FALSE if @text is none of @words; leaves @value alone if @text is NULL. */
static gboolean
parse_word (const char *text,
            const char *const *words,
            guint n,
            guint *value)
{
  for (guint i = 0; text != NULL && i < n; i++)
    if (g_strcmp0 (text, words[i]) == 0)
      {
        *value = i;
        return TRUE;
      }

  return text == NULL;
}

/* The options. */
typedef struct
{
  char *by;
  char *rows_word;
  char *columns_word;
  char *measure_word;
  char *sort_word;
  char *files[6];     /* by RmGapsFile */
  int top;

  guint rows;
  guint columns;
  guint measure;
  guint sort;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->by);
  g_free (self->rows_word);
  g_free (self->columns_word);
  g_free (self->measure_word);
  g_free (self->sort_word);
  for (gsize i = 0; i < G_N_ELEMENTS (self->files); i++)
    g_free (self->files[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static RmCliStatus
parse_options (RmCli *self,
               Options *options)
{
  const char *rows = options->rows_word != NULL ? options->rows_word : options->by;

  options->measure = RM_GAP_GAP;
  if (options->top < 0)
    return rm_cli_usage (self, _ ("--top takes a number from 0"));
  if (!parse_word (rows, row_words, G_N_ELEMENTS (row_words), &options->rows))
    return rm_cli_usage (self, _ ("--rows takes department, site, level, cohort, person or "
                                  "mentor"));
  if (!parse_word (options->columns_word, column_words, G_N_ELEMENTS (column_words),
                   &options->columns))
    return rm_cli_usage (self, _ ("--columns takes skill or category"));
  if (!parse_word (options->measure_word, measure_words, G_N_ELEMENTS (measure_words),
                   &options->measure))
    return rm_cli_usage (self, _ ("--measure takes need, supply, gap, unrated, weighted, "
                                  "unrated-share or risk"));
  if (!parse_word (options->sort_word, sort_words, G_N_ELEMENTS (sort_words), &options->sort))
    return rm_cli_usage (self, _ ("--sort takes name, total or similar"));

  return RM_CLI_OK;
}

static RmGapView *
new_view (RmScorer *scorer,
          const Options *options,
          GError **error)
{
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapSheet) sheet
    = rm_gap_sheet_new (scorer, (RmGapRows) options->rows, (RmGapColumns) options->columns, FALSE,
                        FALSE, rm_cli_progress, NULL, error);

  if (sheet == NULL)
    return NULL;

  layout->measure = (RmGapMeasure) options->measure;
  layout->rows.sort = (RmGapSort) options->sort;
  layout->columns.sort = (RmGapSort) options->sort;
  return rm_gap_view_new (sheet, NULL, layout, rm_cli_progress, NULL, error);
}

static gboolean
write_files (RmCli *self,
             RmGapView *view,
             const Options *options,
             guint *n_written,
             GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (options->files); i++)
    {
      g_autoptr (GFile) file = NULL;

      if (options->files[i] == NULL)
        continue;
      file = g_file_new_for_commandline_arg (options->files[i]);
      if (!rm_gaps_export_write (view, NULL, (RmGapsFile) i, FALSE, file, rm_cli_progress, NULL,
                                 error))
        return FALSE;
      (*n_written)++;
      if (!self->json)
        /* Translators: %s is the name of a file */
        g_print (_ ("“%s” was written\n"), options->files[i]);
    }

  return TRUE;
}

static void
print_lines (RmCli *self,
             const RmGaps *gaps,
             const Options *options)
{
  gboolean grouped = options->by != NULL || options->rows_word != NULL;
  RmGapMeasure measure = (RmGapMeasure) options->measure;
  g_autoptr (GArray) lines = grouped ? list_lines (gaps, measure) : list_totals (gaps, measure);

  if (self->json)
    print_json (gaps, lines, grouped);
  else
    print_table (gaps, lines, grouped, (guint) options->top);
}

RmCliStatus
rm_cli_gaps (RmCli *self,
             char **args)
{
  g_auto (Options) options = { .top = TOP_LINES };
  const GOptionEntry entries[] = {
    { "rows", 0, 0, G_OPTION_ARG_STRING, &options.rows_word,
      N_ ("What rows stand for: department, site, level, cohort, person or mentor"), "KIND" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("The same as --rows"), "KIND" },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options.columns_word,
      N_ ("What columns stand for: skill or category"), "KIND" },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure_word,
      N_ ("What is shown and sorted by: need, supply, gap, unrated, weighted, unrated-share or "
          "risk"), "MEASURE" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort_word,
      N_ ("Order of rows and columns in files: name, total or similar"), "ORDER" },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &options.files[RM_GAPS_CSV],
      N_ ("Write the table as CSV; what is not rated is “?”"), "FILE" },
    { "xlsx", 0, 0, G_OPTION_ARG_FILENAME, &options.files[RM_GAPS_XLSX],
      N_ ("Write the table as a workbook"), "FILE" },
    { "png", 0, 0, G_OPTION_ARG_FILENAME, &options.files[RM_GAPS_PNG],
      N_ ("Write the heatmap as a picture"), "FILE" },
    { "svg", 0, 0, G_OPTION_ARG_FILENAME, &options.files[RM_GAPS_SVG],
      N_ ("Write the heatmap as a drawing"), "FILE" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &options.files[RM_GAPS_PDF],
      N_ ("Write the heatmap as a page"), "FILE" },
    { "ask", 0, 0, G_OPTION_ARG_FILENAME, &options.files[RM_GAPS_QUESTIONS],
      N_ ("Write a sheet of all ratings that are missing, to be filled in and imported; a workbook "
          "if FILE ends in “.xlsx”"), "FILE" },
    { "top", 0, 0, G_OPTION_ARG_INT, &options.top, N_ ("How many lines to show; 0 for all"),
      "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (RmSession) session = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (RmGapView) view = NULL;
  guint n_written = 0;
  RmCliStatus status = RM_CLI_OK;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, entries, 1, 1, &rest))
    return RM_CLI_USAGE;
  status = parse_options (self, &options);
  if (status != RM_CLI_OK)
    return status;
  session = rm_cli_open (self, rest[0], FALSE);
  if (session == NULL)
    return RM_CLI_FAILED;
  scorer = rm_scorer_get (rm_session_get_programme (session));
  view = new_view (scorer, &options, &error);
  if (view == NULL || !write_files (self, view, &options, &n_written, &error))
    return rm_cli_fail (self, rest[0], error);

  if (n_written == 0 || self->json)
    print_lines (self, rm_gap_sheet_get_table (rm_gap_view_get_sheet (view), FALSE, FALSE),
                 &options);
  return RM_CLI_OK;
}
