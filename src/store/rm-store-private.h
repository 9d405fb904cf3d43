/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-programme.h"
#include "store/rm-store.h"

G_BEGIN_DECLS

/** RmStep: a step to undo or redo. */
typedef struct
{
  gint64 id; /* of the edit's own row in the history */
  char *label;
  gint64 size; /* bytes of its changeset */
  gboolean barrier;
} RmStep;

struct _RmStore
{
  RmDb *db;
  char *image_dir;
  GMutex *writing; /* borrowed: held while this store writes; NULL if nobody else writes */
  gboolean editing;
  gboolean loaded; /* the steps: rm_store_load_history() */
  gint64 head;
  gint64 head_id;
  gint64 limit;
  gint64 size;     /* of all changesets */
  GPtrArray *undo; /* of RmStep, the last is next */
  GPtrArray *redo;
  GHashTable *insert_sql; /* entity → statement, for rows by the million */
};

/* Bytes of a changeset: SQLite's limit, and more than any edit makes. */
#define RM_HISTORY_LARGEST (1024 * 1024 * 1024)

/* The history's rows, rm-store-history.c */
gboolean rm_history_load_head (RmStore *self,
                               GError **error);
gboolean rm_history_load (RmStore *self,
                          GError **error);
RmStep *rm_step_new (gint64 id,
                     const char *label,
                     gint64 size,
                     gboolean barrier);
void rm_step_free (RmStep *step);
gboolean rm_history_append (RmStore *self,
                            const char *kind,
                            gint64 target,
                            const char *label,
                            GBytes *changeset,
                            gint64 *id,
                            GError **error);
GBytes *rm_history_read (RmDb *db,
                         gint64 id,
                         GError **error);
gboolean rm_history_trim (RmStore *self,
                          GError **error);

/* Undo of large edits by whole images, rm-store-image.c */
char *rm_image_path (RmStore *self,
                     gint64 id,
                     const char *side);
void rm_image_remove_all (RmStore *self);
gboolean rm_image_exists (RmStore *self,
                          gint64 id,
                          const char *side);
gboolean rm_image_swap (RmStore *self,
                        gint64 id,
                        const char *keep,
                        const char *restore,
                        GError **error);

/* Inserts a row of a new document, before there is any history. */
gboolean rm_store_insert_first (RmDb *db,
                                gpointer record,
                                GError **error);

/* Only one of all stores with the same @writing writes at a time. */
void rm_store_set_writing (RmStore *self,
                           GMutex *writing);
void rm_store_start_writing (RmStore *self);
void rm_store_stop_writing (RmStore *self);

/* Reads one value of a row into its field. */
gboolean rm_store_read_field (RmQuery *query,
                              int column,
                              gpointer record,
                              const RmField *field,
                              GError **error);

/* Reports the damaged part of the file; always returns FALSE. */
gboolean rm_store_fail_damaged (const char *what,
                                GError **error);

G_END_DECLS
