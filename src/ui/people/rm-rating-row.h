/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/** RmRatingColumn: the values picked in a row. */
typedef enum
{
  RM_RATING_LEVEL,
  RM_RATING_TARGET,
  RM_N_RATING_COLUMNS,
} RmRatingColumn;

/**
 * RmRatingRow:
 *
 * One person and one skill: the level, and the level wanted.
 *
 * Signal "picked" (int column, int level).
 */
#define RM_TYPE_RATING_ROW (rm_rating_row_get_type ())
G_DECLARE_FINAL_TYPE (RmRatingRow, rm_rating_row, RM, RATING_ROW, GtkWidget)

GtkWidget *rm_rating_row_new (void);

/**
 * rm_rating_row_show:
 * @self: a row
 * @person: a person
 * @skill: a skill
 * @by_skill: whether rows are people in one skill, rather than skills of one person
 */
void rm_rating_row_show (RmRatingRow *self,
                         const RmPerson *person,
                         const RmSkill *skill,
                         gboolean by_skill);

int rm_rating_row_get_level (RmRatingRow *self,
                             RmRatingColumn column);

/**
 * rm_rating_row_focus:
 * @self: a row
 * @column: the column to focus
 *
 * Returns: whether it has the focus now
 */
gboolean rm_rating_row_focus (RmRatingRow *self,
                              RmRatingColumn column);

G_END_DECLS
