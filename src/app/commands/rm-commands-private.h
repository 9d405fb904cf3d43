/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/commands/rm-commands.h"

G_BEGIN_DECLS

/* Edits of one record, as rm_store_edit() takes them; @data is the record. */
gboolean rm_commands_insert_record (RmStore *store,
                                    gpointer data,
                                    GError **error);
gboolean rm_commands_update_record (RmStore *store,
                                    gpointer data,
                                    GError **error);

/* Likewise for several; @data is a GPtrArray of records. */
gboolean rm_commands_update_records (RmStore *store,
                                     gpointer data,
                                     GError **error);

/* Such an edit; without records it is not a step of undo. @changed: (transfer full) (nullable):
 * NULL for @error (transfer full), which is then reported to @callback. */
void rm_commands_update_async (RmSession *session,
                               const char *label,
                               GPtrArray *changed,
                               GError *error,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Today where the coordinator is, as an ISO date. (transfer full) */
char *rm_commands_today (void);

/* Returns the record, borrowed from the current programme; NULL with %RM_APP_ERROR_NOT_FOUND if
 * there is none. */
gpointer rm_commands_require (RmSession *session,
                              RmTable table,
                              gint64 id,
                              GError **error);

gpointer rm_commands_find (RmProgramme *programme,
                           RmTable table,
                           gint64 id,
                           GError **error);

/* Specific to one kind of record: see RmRecordRules. */
const char *rm_commands_get_person_label (const RmField *field);
void rm_commands_settle_person_field (RmProgramme *programme,
                                      gconstpointer before,
                                      gpointer after,
                                      const RmField *field,
                                      GPtrArray *changed);
void rm_commands_settle_cohort (RmProgramme *programme,
                                gconstpointer before,
                                gpointer after,
                                const RmField *field,
                                GPtrArray *changed);
gboolean rm_commands_check_nomination (RmProgramme *programme,
                                       gconstpointer record,
                                       GError **error);
gboolean rm_commands_check_skill_names (RmProgramme *programme,
                                        gconstpointer record,
                                        GError **error);

/* Restores the constraints between fields of a person after @field was edited, or any field if it
 * is NULL. */
void rm_commands_settle_person (RmPerson *person,
                                const RmField *field);

/* Whether @skill is not retired. */
gboolean rm_commands_check_in_use (const RmSkill *skill,
                                   GError **error);

/* Within an edit, adds @rating so that it counts: newer than the others of the person and skill,
 * and from the source that counts among them. Values it leaves unknown stay as they were. */
gboolean rm_commands_add_rating (RmStore *store,
                                 RmRating *rating,
                                 GError **error);

/* Whether a need may have both. */
gboolean rm_commands_check_need (int level,
                                 int importance,
                                 GError **error);

/* To call before ratings with @from in @column ("person" or "skill") get @into there: on one day
 * the higher id counts as newer, and that must be the rating of the one that stays. */
gboolean rm_commands_put_ratings_below (RmStore *store,
                                        const char *column,
                                        gint64 from,
                                        gint64 into,
                                        GError **error);

/* The one undo label of all commands that make somebody available to pair, or not. */
const char *rm_commands_label_available (void);

G_END_DECLS
