/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "faults.h"

G_BEGIN_DECLS

/* A disk that loses power: it is told what was done to files (faults.h), and lays out below a folder what
 * could be there afterwards. What was synced is there. Of what was written and not synced, each piece is
 * there, is not, or is there in part; of names that were made, removed or exchanged since their folder
 * was synced, the first so many are. */
typedef struct _Disk Disk;

typedef enum
{
  DISK_KEEP,   /* all that was not synced */
  DISK_DROP,   /* nothing of it */
  DISK_RANDOM, /* each piece for itself */
} DiskFate;

Disk *disk_new (const char *folder);
void disk_free (Disk *self);

/* @event has happened. */
void disk_add (Disk *self,
               const FaultEvent *event);

/* Empties the folder and fills it. */
void disk_lay_out (Disk *self,
                   DiskFate fate,
                   GRand *rand);

G_END_DECLS
