/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/files/rm-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RmImportQuestions:
 *
 * What only a person can know about a file: which side everybody is on, how dates are written,
 * whether columns are skills, and on which scale. A question is there as long as the file leaves it
 * open, or once it was answered; without any the widget is hidden.
 *
 * Signal "answered": an answer was written into the plan.
 */
#define RM_TYPE_IMPORT_QUESTIONS (rm_import_questions_get_type ())
G_DECLARE_FINAL_TYPE (RmImportQuestions, rm_import_questions, RM, IMPORT_QUESTIONS, GtkWidget)

GtkWidget *rm_import_questions_new (void);

/**
 * rm_import_questions_begin:
 * @self: the questions
 * @plan: the plan that takes the answers; stays valid until the next call
 * @file: what the file is called: "mentors.csv" suggests an answer
 *
 * Begins anew with another plan. Dates are written as they were before.
 */
void rm_import_questions_begin (RmImportQuestions *self,
                                RmImportPlan *plan,
                                const char *file);

/**
 * rm_import_questions_show:
 * @self: the questions
 * @result: what the plan gives
 *
 * Shows the questions that are open.
 */
void rm_import_questions_show (RmImportQuestions *self,
                               const RmImportResult *result);

/* Lets go of the plan. */
void rm_import_questions_end (RmImportQuestions *self);

G_END_DECLS
