/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export/rm-table-writer.h"

G_BEGIN_DECLS

/* What a format does; its own struct begins with an RmTableWriter. */
typedef struct
{
  void (*add) (RmTableWriter *self,
               RmTableCell kind,
               const char *text, /* never NULL */
               double number);
  void (*end_row) (RmTableWriter *self);
  GBytes *(*finish) (RmTableWriter *self,
                     GError **error);
  void (*free) (RmTableWriter *self);
} RmTableWriterClass;

struct _RmTableWriter
{
  const RmTableWriterClass *class;
};

RmTableWriter *rm_csv_table_new (void);
RmTableWriter *rm_tabs_table_new (void);
RmTableWriter *rm_xlsx_table_new (const char *name,
                                  guint n_fixed);

G_END_DECLS
