/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/* A programme being built: records may be changed until it is done. */
typedef struct
{
  RmSettings *settings;
  GPtrArray *tables[RM_N_TABLES];
} TestPeople;

TestPeople *test_people_new (void);
TestPeople *test_people_new_random (guint32 seed,
                                    guint n_people,
                                    guint n_skills);
TestPeople *test_people_new_sides (guint32 seed,
                                   guint n_mentees,
                                   guint n_mentors,
                                   guint n_skills,
                                   guint n_standings);
void test_people_widen (TestPeople *self,
                        guint32 seed);
/* A mentee and a mentor who break no rule, for tests that change one thing. */
TestPeople *test_people_new_two (void);
void test_people_free (TestPeople *self);

RmPerson *test_people_get (TestPeople *self,
                           guint index);
RmPerson *test_people_add (TestPeople *self,
                           gint64 id,
                           RmSide side);
/* Takes @record, of any table, and gives it an id. */
void test_people_take (TestPeople *self,
                       RmTable table,
                       gpointer record,
                       gint64 id);
void test_people_add_skill (TestPeople *self,
                            gint64 id,
                            const char *category,
                            const char *name);
/* An open one has a reason, so that it may be disclosed. */
void test_people_add_exclusion (TestPeople *self,
                                gint64 mentee,
                                gint64 mentor,
                                gboolean confidential);
void test_people_add_acquaintance (TestPeople *self,
                                   gint64 person,
                                   gint64 other,
                                   int type);
void test_people_add_pair (TestPeople *self,
                           gint64 mentee,
                           gint64 mentor,
                           RmPairState state);
void test_person_set_standing (RmPerson *person,
                               gint64 skill,
                               int level,
                               int target,
                               int importance);
RmProgramme *test_people_build (TestPeople *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPeople, test_people_free)

G_END_DECLS
