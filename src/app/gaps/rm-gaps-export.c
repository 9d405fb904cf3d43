/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gaps-export.h"

#include "app/gaps/rm-gaps-text.h"
#include "app/session/rm-job.h"
#include "exchange/export/rm-rating-sheet-export.h"
#include "exchange/export/rm-table-writer.h"
#include "report/heat/rm-heat-painter.h"
#include "store/rm-draft.h"

#include <glib/gi18n-lib.h>

/* The heatmap as a file. A view is immutable, so a worker can use it as the window does. */

static void
write_cell (RmTableWriter *writer,
            RmHeatCell cell,
            RmGapMeasure measure)
{
  if (cell.unrated)
    rm_table_writer_add_word (writer, "?");
  else if (measure == RM_GAP_UNRATED_SHARE)
    rm_table_writer_add_percent (writer, cell.value);
  else
    rm_table_writer_add_number (writer, cell.value);
}

GBytes *
rm_gaps_export_write_table (RmGapView *view,
                            const RmGapBlock *block,
                            RmTableFormat format,
                            GError **error)
{
  RmHeatSource *source = RM_HEAT_SOURCE (view);
  RmGapMeasure measure = rm_gap_view_get_measure (view);
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (format, "skill gaps", 1);

  rm_table_writer_add_text (writer, rm_gaps_get_measure_name (measure));
  for (guint c = block->column; c < block->column + block->n_columns; c++)
    {
      g_autofree char *name = rm_gap_view_dup_column_text (view, c);

      rm_table_writer_add_text (writer, name);
    }
  rm_table_writer_end_row (writer);

  for (guint r = block->row; r < block->row + block->n_rows; r++)
    {
      g_autofree char *name = rm_gap_view_dup_row_text (view, r);

      rm_table_writer_add_text (writer, name);
      for (guint c = block->column; c < block->column + block->n_columns; c++)
        write_cell (writer, rm_heat_source_get_cell (source, r, c), measure);
      rm_table_writer_end_row (writer);
    }

  return rm_table_writer_finish (writer, error);
}

static GBytes *
write_questions (RmGapView *view,
                 const RmGapBlock *block,
                 RmTableFormat format,
                 GError **error)
{
  const RmGaps *table = rm_gap_sheet_get_table (rm_gap_view_get_sheet (view), FALSE, FALSE);
  g_autoptr (GArray) people = rm_gap_view_list_people (view, block);
  g_autoptr (GArray) skills = rm_gap_view_list_skills (view, block);

  return rm_rating_sheet_write (rm_scorer_get_programme (rm_gaps_get_scorer (table)), people,
                                skills, format, NULL, error);
}

static GBytes *
paint (RmGapView *view,
       RmGapsFile kind,
       gboolean rtl,
       RmProgressFunc progress,
       gpointer data,
       GError **error)
{
  g_autofree char *title = rm_gap_view_dup_title (view);
  g_autofree char *note = rm_gap_view_dup_note (view);
  const RmHeatCaption caption = {
    .title = title,
    .note = *note != '\0' ? note : NULL,
    .unrated = _ ("Not rated"),
    .rtl = rtl,
  };
  RmHeatFormat format = kind == RM_GAPS_SVG   ? RM_HEAT_SVG
                        : kind == RM_GAPS_PDF ? RM_HEAT_PDF
                                              : RM_HEAT_PNG;

  return rm_heat_painter_render (RM_HEAT_SOURCE (view), &caption, format, progress, data, error);
}

gboolean
rm_gaps_export_write (RmGapView *view,
                      const RmGapBlock *block,
                      RmGapsFile kind,
                      gboolean rtl,
                      GFile *file,
                      RmProgressFunc progress,
                      gpointer data,
                      GError **error)
{
  const RmGapBlock all = { 0, 0, rm_heat_source_get_n_rows (RM_HEAT_SOURCE (view)),
                           rm_heat_source_get_n_columns (RM_HEAT_SOURCE (view)) };
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) in = NULL;

  if (kind == RM_GAPS_CSV)
    bytes = rm_gaps_export_write_table (view, &all, RM_TABLE_FORMAT_CSV, error);
  else if (kind == RM_GAPS_XLSX)
    bytes = rm_gaps_export_write_table (view, &all, RM_TABLE_FORMAT_XLSX, error);
  else if (kind == RM_GAPS_QUESTIONS)
    bytes = write_questions (view, block != NULL ? block : &all, rm_table_format_of_name (name),
                             error);
  else
    bytes = paint (view, kind, rtl, progress, data, error);
  if (bytes == NULL)
    return FALSE;

  in = g_memory_input_stream_new_from_bytes (bytes);
  return rm_draft_replace (file, in, NULL, error);
}

typedef struct
{
  RmGapView *view;
  RmGapBlock *block;
  RmGapsFile kind;
  gboolean rtl;
  GFile *file;
} WriteData;

static void
write_data_free (gpointer data)
{
  WriteData *self = data;

  g_object_unref (self->view);
  g_free (self->block);
  g_object_unref (self->file);
  g_free (self);
}

static gpointer
write_in_worker (RmJob *job,
                 gpointer data,
                 GError **error)
{
  WriteData *self = data;

  return GINT_TO_POINTER (rm_gaps_export_write (self->view, self->block, self->kind, self->rtl,
                                                self->file, rm_job_report, job, error));
}

void
rm_gaps_export_write_async (RmGapView *view,
                            const RmGapBlock *block,
                            RmGapsFile kind,
                            gboolean rtl,
                            GFile *file,
                            RmJob *job,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  WriteData *data = g_new0 (WriteData, 1);

  data->view = g_object_ref (view);
  data->block = block != NULL ? g_memdup2 (block, sizeof *block) : NULL;
  data->kind = kind;
  data->rtl = rtl;
  data->file = g_object_ref (file);
  rm_job_run (job, write_in_worker, data, write_data_free, NULL, callback, user_data);
}
