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
 * @note: (nullable): below the legend, what has to be known to read it
 * @unrated: what hatching means
 * @rtl: whether the table begins at the right
 *
 * What stands around the table of a picture, translated.
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
 * @source: figures that do not change; asked from this thread alone
 * @caption: what stands around them
 * @format: what to make
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED, %RM_CORE_ERROR_LIMIT where it cannot be drawn
 *
 * Draws a whole table with names, numbers and legend on one page of its own size, for a light
 * ground. A table of more than 20,000 cells gets smaller ones without numbers, and names at as
 * many lines as there is room for; they are one image of no more than 32 million pixels, in a
 * drawing and on a page, too. O(cells); for a worker.
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
