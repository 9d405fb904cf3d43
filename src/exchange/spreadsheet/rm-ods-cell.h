/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/spreadsheet/rm-cells.h"
#include "exchange/spreadsheet/rm-xml.h"

G_BEGIN_DECLS

/**
 * RmOdsCell:
 *
 * A cell of an .ods while it is read: what its attributes say, and the text that people see.
 */
typedef struct
{
  /* owned */
  GString *text;    /* of its paragraphs */
  GString *out;     /* what the cell comes to */
  char *value;      /* nullable: the number, day, time, truth or text in its attributes */
  char *formula;    /* nullable */

  char type;        /* 'n', '%', 'd', 't', 'b', 's', 'e'; 0: none is named */
  guint paragraphs;
  guint in_paragraph;
  gboolean blank_before; /* blanks are one, and none at the beginning */
  int seconds;           /* of a day */
} RmOdsCell;

void rm_ods_cell_init (RmOdsCell *self);
void rm_ods_cell_clear (RmOdsCell *self);

/* Begins a cell with the element that @xml is at. */
void rm_ods_cell_begin (RmOdsCell *self,
                        RmXml *xml);

/* An element or text within it; @space ends in "text:1.0" */
void rm_ods_cell_start (RmOdsCell *self,
                        RmXml *xml,
                        const char *name);
void rm_ods_cell_end (RmOdsCell *self,
                      const char *name);
void rm_ods_cell_add (RmOdsCell *self,
                      const char *text,
                      gsize length);

/**
 * rm_ods_cell_finish:
 * @self: a cell
 * @count: (out): what it counts as, %RM_CELLS_N_COUNTS for nothing
 *
 * Fills @out of the cell.
 *
 * Returns: what it is
 */
RmCellKind rm_ods_cell_finish (RmOdsCell *self,
                               RmCellsCount *count);

G_END_DECLS
