/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/** RmImportPeople: people by staff number, e-mail address and name. Borrows the records. */
typedef struct _RmImportPeople RmImportPeople;

RmImportPeople *rm_import_people_new (const RmProgramme *programme);
void rm_import_people_free (RmImportPeople *self);

/* Adds what @person is called; of two people with one staff number or e-mail the first stays. */
void rm_import_people_add (RmImportPeople *self,
                           const RmPerson *person);

const RmPerson *rm_import_people_find_staff_no (const RmImportPeople *self,
                                                const char *staff_no);

/* By a number whose zeros in front were lost or added; NULL where that is nobody's, or several
 * people's. */
const RmPerson *rm_import_people_find_number (const RmImportPeople *self,
                                              const char *staff_no);
const RmPerson *rm_import_people_find_email (const RmImportPeople *self,
                                             const char *email);

/* NULL where nobody or more than one person has the name; @ambiguous tells which. */
const RmPerson *rm_import_people_find_name (const RmImportPeople *self,
                                            const char *name,
                                            gboolean *ambiguous);

/* By staff number, else e-mail address, else name, also as "Family, Given", "CN=Name,…",
 * "Name (number)" and "number - Name". */
const RmPerson *rm_import_people_find (const RmImportPeople *self,
                                       const char *text,
                                       gboolean *ambiguous);

/* "Winter, Ada", turned; NULL where it is no such name. */
char *rm_import_turn_name (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImportPeople, rm_import_people_free)

G_END_DECLS
