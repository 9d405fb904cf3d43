/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmInquiry:
 * @find: (nullable): works the answer out, in a worker; (transfer full) (nullable)
 * @show: shows it, on the main thread; @answer is borrowed
 * @free_question: (nullable): frees what is asked
 * @free_answer: frees what was found
 * @search: (nullable): in place of @find, where that takes so long that it should end when nobody
 *   wants it any more: @progress, passed @data, says so from then on
 *
 * Data about a programme that a view shows and that takes too long to find on the main thread. Only
 * the answer to the last question is shown.
 */
typedef struct
{
  gpointer (*find) (RmProgramme *programme,
                    gconstpointer question);
  void (*show) (gpointer owner,
                RmProgramme *programme,
                gpointer answer);
  GDestroyNotify free_question;
  GDestroyNotify free_answer;
  gpointer (*search) (RmProgramme *programme,
                      gconstpointer question,
                      RmProgressFunc progress,
                      gpointer data);
} RmInquiry;

/**
 * rm_inquiry_begin:
 * @inquiry: a static inquiry
 * @owner: (type GObject): the object that shows the answer; kept alive until then
 * @generation: a counter in @owner, raised here; an answer is dropped if it was raised since
 * @programme: the programme
 * @question: (nullable) (transfer full): the question
 */
void rm_inquiry_begin (const RmInquiry *inquiry,
                       gpointer owner,
                       guint *generation,
                       RmProgramme *programme,
                       gpointer question);

/**
 * rm_inquiry_stop:
 * @generation: a counter of rm_inquiry_begin()
 *
 * Nobody wants the answer any more: it is dropped, and whoever searches it ends.
 */
void rm_inquiry_stop (guint *generation);

G_END_DECLS
