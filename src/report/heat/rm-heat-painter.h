/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "report/heat/rm-heat-source.h"

G_BEGIN_DECLS

/** RmHeatFormat: kinds of pictures. */
typedef enum
{
  RM_HEAT_PNG,
  RM_HEAT_SVG,
  RM_HEAT_PDF,
} RmHeatFormat;

/**
 * RmHeatCaption:
 * @title: above the table
 * @note: (nullable): below the legend, notes for reading it
 * @unrated: the meaning of hatching
 * @rtl: whether the table runs from right to left
 *
 * The text around the table of a picture, translated.
 */
typedef struct
{
  char *title;
  char *note;
  char *unrated;
  gboolean rtl;
} RmHeatCaption;

/**
 * rm_heat_painter_render:
 * @source: figures that do not change; only read in this thread
 * @caption: the text around them
 * @format: the format
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED, %RM_CORE_ERROR_LIMIT if it cannot be drawn
 *
 * Draws a whole table with names, numbers and legend on one page of its own size, for a light
 * background. A table of more than 20,000 cells gets smaller cells without numbers, and as many
 * names as there is room for; its cells are one image of at most 32 million pixels, also in SVG and
 * PDF. O(cells); for a worker.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *rm_heat_painter_render (RmHeatSource *source,
                                const RmHeatCaption *caption,
                                RmHeatFormat format,
                                RmProgressFunc progress,
                                gpointer data,
                                GError **error);

G_END_DECLS
