/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "faults.h"

G_BEGIN_DECLS

/* A disk that loses power: it receives file operations (faults.h), and lays out below a folder a
 * possible state afterwards. Synced data is there. Each piece of unsynced data is there, is not, or
 * is there in part; of names made, removed or exchanged since their folder was synced, the first
 * few are. */
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
