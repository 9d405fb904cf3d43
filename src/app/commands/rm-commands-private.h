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

/* An edit of several; @data is a GPtrArray of records. */
gboolean rm_commands_update_records (RmStore *store,
                                     gpointer data,
                                     GError **error);

/* Such an edit; one of nothing is no step of undo. @changed: (transfer full) (nullable): NULL for
 * @error, (transfer full), which @callback then hears of. */
void rm_commands_update_async (RmSession *session,
                               const char *label,
                               GPtrArray *changed,
                               GError *error,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Today where the coordinator is, as an ISO date. (transfer full) */
char *rm_commands_today (void);

/* The record, borrowed from the programme as it is; NULL and %RM_APP_ERROR_NOT_FOUND without it. */
gpointer rm_commands_require (RmSession *session,
                              RmTable table,
                              gint64 id,
                              GError **error);

gpointer rm_commands_find (RmProgramme *programme,
                           RmTable table,
                           gint64 id,
                           GError **error);

/* What is particular to one kind of record: see RmRecordRules. */
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

/* Makes true what must be of several fields of a person together, when @field was edited, or any
 * where it is NULL. */
void rm_commands_settle_person (RmPerson *person,
                                const RmField *field);

/* Whether @skill is not retired. */
gboolean rm_commands_check_in_use (const RmSkill *skill,
                                   GError **error);

/* Within an edit, adds @rating so that what it says counts: newer than the others of the person and
 * skill, and from the source that counts among them. What it leaves unknown stays as it was. */
gboolean rm_commands_add_rating (RmStore *store,
                                 RmRating *rating,
                                 GError **error);

/* Whether both are what a need may have. */
gboolean rm_commands_check_need (int level,
                                 int importance,
                                 GError **error);

/* Before what has @from in @column ("person" or "skill") of ratings gets @into there: of one day the
 * higher id counts as newer, and what was said of the one that stays shall. */
gboolean rm_commands_put_ratings_below (RmStore *store,
                                        const char *column,
                                        gint64 from,
                                        gint64 into,
                                        GError **error);

/* The one undo label of all that makes somebody available to pair, or not. */
const char *rm_commands_label_available (void);

G_END_DECLS
