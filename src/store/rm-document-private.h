/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-document.h"

G_BEGIN_DECLS

struct _RmDocument
{
  GFile *file;
  char *dir;      /* of the working copy */
  char *working;  /* the working copy itself */
  int lock;       /* file descriptor that holds the lock */
  RmStore *store;
  gboolean recovered;

  GMutex mutex;   /* guards what a saving worker writes */
  char *stamp;    /* of the file when it was last read or written; NULL: no matter */
  gint64 saved_head;
};

gboolean rm_document_write_info (RmDocument *self,
                                 GError **error);
void rm_document_remove_stale (GFile *file);

G_END_DECLS
