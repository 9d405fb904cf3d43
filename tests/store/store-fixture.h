/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-document.h"

G_BEGIN_DECLS

/** A separate folder for a document and its working copies. */
typedef struct
{
  char *dir;
  char *state;
  GFile *file;
} Place;

void place_init (Place *place);
void place_clear (Place *place);

/* The same, as a fixture of one test. */
/* Makes places in memory if there is such a folder, unless told otherwise: the tests are not about
 * syncing thousands of small files. */
void work_in_memory (void);

void place_set_up (Place *place, gconstpointer data);
void place_tear_down (Place *place, gconstpointer data);

/* An edit; @data is a name. */
gboolean insert_person (RmStore *store, gpointer data, GError **error);

void add_person (RmDocument *document, const char *name);
guint count_people (RmDocument *document);
/* Makes the place's file a programme with something in each table, and something to undo and to do
 * again. */
void place_fill (const Place *place);

RmDocument *must_open (const Place *place);
RmDocument *must_create (const Place *place);
void must_save (RmDocument *document);
GBytes *contents (GFile *file);

/* The superuser may do everything: become nobody until be_oneself(). Returns FALSE if that is
 * impossible. */
gboolean be_nobody (void);
void be_oneself (void);

G_END_DECLS
