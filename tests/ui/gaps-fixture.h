/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/gaps/rm-gaps-page-private.h"

#include "ui-fixture.h"

G_BEGIN_DECLS

/* The skill gaps page on the sample, in a window of its own, with the choices of a new user. */

typedef struct
{
  RmSession *session;
  GSettings *settings;
  GtkWidget *window;
  RmGapsPage *page;
} GapsFixture;

void gaps_set_up (GapsFixture *fixture,
                  gconstpointer data);
void gaps_tear_down (GapsFixture *fixture,
                     gconstpointer data);

/* Until nothing is counted or about to be. */
void gaps_settle (GapsFixture *fixture);

void gaps_choose (GapsFixture *fixture,
                  const char *key,
                  const char *word);
void gaps_act (GapsFixture *fixture,
               const char *action);

RmGapView *gaps_get_view (GapsFixture *fixture);
guint gaps_count_rows (GapsFixture *fixture);
guint gaps_count_columns (GapsFixture *fixture);

/* Whether what is told of the selected cells is like @pattern. */
gboolean gaps_says (GapsFixture *fixture,
                    const char *pattern);

/* The one that is open, or NULL. */
GtkWidget *gaps_find_window (GType type);

#define GAPS_ADD(path, func)                                                                       \
  g_test_add (path, GapsFixture, NULL, gaps_set_up, func, gaps_tear_down)

G_END_DECLS
