/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-exchange-types.h"

G_BEGIN_DECLS

/** Row or column of a problem that concerns none. */
#define RM_FILE_NOWHERE G_MAXUINT

/**
 * RmFileProblemType:
 *
 * What is wrong in a file. Tests and windows tell problems apart by this, people by the message.
 */
typedef enum
{
  RM_FILE_PROBLEM_REPLACED,         /* characters that could not be read */
  RM_FILE_PROBLEM_HEADER_MISSING,   /* a column without a header */
  RM_FILE_PROBLEM_HEADER_DUPLICATE, /* two columns with one header */
  RM_FILE_PROBLEM_HEADER_FOUND,     /* the headers are not in the first line */
  RM_FILE_PROBLEM_HEADER_REPEATED,  /* two columns that mean the same thing */
  RM_FILE_PROBLEM_GUESS_DROPPED,    /* a column with values that its header does not mean */
  RM_FILE_PROBLEM_REMEMBERED,       /* columns that mean what they meant the last time */
  RM_FILE_PROBLEM_MATRIX,           /* columns that look like levels of skills */
  RM_FILE_PROBLEM_MARKS,            /* crosses taken as levels */
  RM_FILE_PROBLEM_DATE_OPEN,        /* dates of which nobody can say which number is the day */
  RM_FILE_PROBLEM_NAMES_TURNED,     /* names with the family name first */
  RM_FILE_PROBLEM_STATE_OPEN,       /* a state that nobody understands: taken as withdrawn */
  RM_FILE_PROBLEM_SHARED_EMAIL,     /* two people with one e-mail address */
  RM_FILE_PROBLEM_SHEETS,           /* sheets that are not read */
  RM_FILE_PROBLEM_ENTRIES,          /* entries of a directory that are not read */
  RM_FILE_PROBLEM_HIDDEN,           /* rows or columns that a spreadsheet does not show */
  RM_FILE_PROBLEM_MERGED,           /* cells that are one: the first has the value */
  RM_FILE_PROBLEM_ERROR_CELL,       /* cells with an error of a formula */
  RM_FILE_PROBLEM_FORMULA_UNKNOWN,  /* formulas without a result */
  RM_FILE_PROBLEM_FORMULA_ZERO,     /* formulas that come to 0, or were never worked out */
  RM_FILE_PROBLEM_DATE_ODD,         /* a column of dates at one odd hour, or of one old year */
  RM_FILE_PROBLEM_BROKEN_LINES,     /* lines that are not what a file of this kind has */
  RM_FILE_PROBLEM_CUT_SHORT,        /* a list that ended early */
  RM_FILE_PROBLEM_AFTER_QUOTE,      /* text after a closing quote */
  RM_FILE_PROBLEM_ROW_SHORT,        /* fewer cells than headers */
  RM_FILE_PROBLEM_ROW_LONG,         /* cells beyond the last header */
  RM_FILE_PROBLEM_VALUE,            /* a text is not a value of its field */
  RM_FILE_PROBLEM_NOBODY,           /* a row that names nobody */
  RM_FILE_PROBLEM_TOTAL,            /* a row that looks like a line of totals */
  RM_FILE_PROBLEM_NOTE,             /* a row that looks like a note or a heading */
  RM_FILE_PROBLEM_HEADERS_AGAIN,    /* a row that repeats the headers */
  RM_FILE_PROBLEM_TWICE,            /* a row that says again what an earlier one said */
  RM_FILE_PROBLEM_OLDER,            /* an answer that a newer one replaces */
  RM_FILE_PROBLEM_CONFLICT,         /* staff number and e-mail name two people */
  RM_FILE_PROBLEM_REISSUED,         /* a number whose owner has another name and address here */
  RM_FILE_PROBLEM_ZEROS,            /* a number that was found without its zeros */
  RM_FILE_PROBLEM_BY_NAME,          /* a person who was found by their name alone */
  RM_FILE_PROBLEM_SAME_NAME,        /* a new person with the name of another */
  RM_FILE_PROBLEM_AMBIGUOUS,        /* a name that several people or skills have */
  RM_FILE_PROBLEM_PERSON_UNKNOWN,   /* a person who is not in the programme */
  RM_FILE_PROBLEM_MANAGER_UNKNOWN,  /* a manager who is not in the programme */
  RM_FILE_PROBLEM_MANAGER_FOUND,    /* a manager who was not in the programme and is now */
  RM_FILE_PROBLEM_OWN_PAIR,         /* a row that pairs somebody with themself */
  RM_FILE_PROBLEM_OWN_MANAGER,      /* a person who manages themself */
  RM_FILE_PROBLEM_SKILL_MISSING,    /* a rating without a skill */
  RM_FILE_PROBLEM_UNRATED,          /* a rating with neither level nor target */
  RM_FILE_PROBLEM_SKILL_NEW,        /* a skill that is not in the programme yet */
  RM_FILE_PROBLEM_SKILL_RETIRED,    /* a skill that does not count any more */
} RmFileProblemType;

/**
 * RmFileProblem:
 * @type: what is wrong
 * @row: index of the row in its table, or %RM_FILE_NOWHERE
 * @line: line of the file on which that row begins, from 1; 0 where there is none
 * @in_workbook: whether @line is a row of a sheet rather than a line of text
 * @column: index of the column, or %RM_FILE_NOWHERE
 * @skips: whether the whole row was left out because of it
 * @column_name: (owned) (nullable): the header of that column
 * @value: (owned) (nullable): what the cell says
 * @message: (owned): a translated sentence without line and column
 *
 * Something in a file that a person should look at. Holds personal data: never log one.
 */
struct _RmFileProblem
{
  RmFileProblemType type;
  guint row;
  guint line;
  gboolean in_workbook;
  guint column;
  gboolean skips;
  char *column_name;
  char *value;
  char *message;
};

/**
 * rm_file_problem_is_question:
 * @self: a problem
 *
 * Returns: whether the safe side was taken where a person could know better
 */
gboolean rm_file_problem_is_question (const RmFileProblem *self);

/**
 * rm_file_problem_new:
 * @type: what is wrong
 * @message: (transfer full): a translated sentence
 *
 * Returns: (transfer full): a problem that stands nowhere yet
 */
RmFileProblem *rm_file_problem_new (RmFileProblemType type,
                                    char *message);

/**
 * rm_file_problem_copy:
 * @self: a problem
 *
 * Returns: (transfer full): the same problem again
 */
RmFileProblem *rm_file_problem_copy (const RmFileProblem *self);

/**
 * rm_file_problem_describe:
 * @self: a problem
 *
 * Returns: (transfer full): a translated sentence with line and column in front
 */
char *rm_file_problem_describe (const RmFileProblem *self);

/**
 * rm_file_problem_is_notice:
 * @self: a problem
 *
 * Returns: whether it only says how a workbook or a directory was read: nothing in it was unreadable
 */
gboolean rm_file_problem_is_notice (const RmFileProblem *self);

/**
 * rm_file_problem_join_notices:
 * @problems: (element-type RmFileProblem): problems of a file
 *
 * Returns: (transfer full): those that are notices, a line each
 */
char *rm_file_problem_join_notices (GPtrArray *problems);

void rm_file_problem_free (RmFileProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmFileProblem, rm_file_problem_free)

G_END_DECLS
