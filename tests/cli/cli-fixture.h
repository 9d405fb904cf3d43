/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Runs the built program as a script would: its output and exit status. */
typedef struct
{
  char *folder;
  const char *locale; /* or NULL for the one of the tests */
  char *out;
  char *err;
  int status;
  gboolean leaves_unsaved; /* what is run may leave changes behind: else it may leave nothing */
} Fixture;

#define ADD(name, func) g_test_add ("/cli/" name, Fixture, NULL, set_up, func, tear_down)

void set_up (Fixture *self,
             gconstpointer data);
void tear_down (Fixture *self,
                gconstpointer data);

void write_file (Fixture *self,
                 const char *name,
                 const char *text);
char *read_file (Fixture *self,
                 const char *name);

/* The folder and environment of the program. */
void prepare (Fixture *self,
              GSubprocessLauncher *launcher);

/* Words up to NULL. Returns the exit status. */
int run (Fixture *self,
         ...) G_GNUC_NULL_TERMINATED;

void assert_says (const char *text,
                  const char *part);

/* What was printed. */
JsonObject *parse (Fixture *self,
                   JsonParser *parser);

/* Two mentees and two mentors in p.mentoring; with match_people() they are paired too. */
void import_people (Fixture *self);
void match_people (Fixture *self);

G_END_DECLS
