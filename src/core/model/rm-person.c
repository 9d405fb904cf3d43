/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-person.h"

#include "core/base/rm-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const RmEnumValue sides[] = {
  { RM_SIDE_NONE, "none", N_ ("Neither") },
  { RM_SIDE_MENTEE, "mentee", N_ ("Mentee") },
  { RM_SIDE_MENTOR, "mentor", N_ ("Mentor") },
  { RM_SIDE_BOTH, "both", N_ ("Both") },
  { 0 },
};

static const RmEnumValue states[] = {
  { RM_PERSON_ACTIVE, "active", N_ ("Taking part") },
  { RM_PERSON_WITHDRAWN, "withdrawn", N_ ("Withdrawn") },
  { RM_PERSON_LEFT, "left", N_ ("Has left") },
  { RM_PERSON_AWAY, "away", N_ ("Away for now") },
  { 0 },
};

static const RmEnumValue styles[] = {
  { RM_STYLE_DIRECT, "direct", N_ ("Direct") },
  { RM_STYLE_ANALYTICAL, "analytical", N_ ("Analytical") },
  { RM_STYLE_EXPRESSIVE, "expressive", N_ ("Expressive") },
  { RM_STYLE_SUPPORTIVE, "supportive", N_ ("Supportive") },
  { 0 },
};

static const RmEnumValue relations[] = {
  { RM_RELATION_EMPLOYEE, "employee", N_ ("Employee") },
  { RM_RELATION_CLIENT, "client", N_ ("Client") },
  { RM_RELATION_CUSTOMER, "customer", N_ ("Customer") },
  { RM_RELATION_SUPPLIER, "supplier", N_ ("Supplier") },
  { RM_RELATION_OTHER, "other", N_ ("Other, from outside") },
  { 0 },
};

/* Names for the seniority levels; numbers from 1 to 10 are read as well. */
static const RmEnumValue levels[] = {
  { 1, "trainee", N_ ("Trainee") },
  { 2, "junior", N_ ("Junior") },
  { 3, "professional", N_ ("Professional") },
  { 4, "senior", N_ ("Senior professional") },
  { 5, "lead", N_ ("Team lead") },
  { 6, "manager", N_ ("Manager") },
  { 7, "head", N_ ("Head of department") },
  { 8, "director", N_ ("Director") },
  { 9, "vice-president", N_ ("Vice president") },
  { 10, "executive", N_ ("Executive") },
  { 0 },
};

#define OFFSET(member) G_STRUCT_OFFSET (RmPerson, member)

static const RmField fields[] = {
  { .key = "staff_no", .type = RM_FIELD_TEXT, .offset = OFFSET (staff_no),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Staff number"), .imported = TRUE },
  { .key = "name", .type = RM_FIELD_TEXT, .offset = OFFSET (name),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Name"), .imported = TRUE },
  { .key = "email", .type = RM_FIELD_TEXT, .offset = OFFSET (email),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("E-mail"), .imported = TRUE },
  { .key = "job_title", .type = RM_FIELD_TEXT, .offset = OFFSET (job_title),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Job title"), .imported = TRUE },
  { .key = "department", .type = RM_FIELD_TEXT, .offset = OFFSET (department),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Department"), .imported = TRUE },
  { .key = "site", .type = RM_FIELD_TEXT, .offset = OFFSET (site),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Site"), .imported = TRUE },
  { .key = "business_function", .type = RM_FIELD_TEXT, .offset = OFFSET (business_function),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Function"), .imported = TRUE },
  { .key = "employer", .type = RM_FIELD_TEXT, .offset = OFFSET (employer),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Employer, if from outside"),
    .imported = TRUE },
  { .key = "level", .type = RM_FIELD_INTEGER, .offset = OFFSET (level), .min = 1, .max = 10,
    .fallback = RM_UNKNOWN, .values = levels, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Seniority level"), .imported = TRUE },
  { .key = "manager", .type = RM_FIELD_REFERENCE, .offset = OFFSET (manager),
    .refers = "person", .gone = RM_GONE_WRITE_DOWN, .written = "manager_ref",
    .names = "staff_no|email|name", .optional = TRUE,
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Manager"), .imported = TRUE },
  { .key = "manager_ref", .type = RM_FIELD_TEXT, .offset = OFFSET (manager_ref),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Manager who is not in the programme") },
  { .key = "joined", .type = RM_FIELD_DATE, .offset = OFFSET (joined),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Joined on"), .imported = TRUE },
  { .key = "state", .type = RM_FIELD_CHOICE, .offset = OFFSET (state),
    .fallback = RM_PERSON_ACTIVE, .values = states, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("State"), .imported = TRUE },
  { .key = "side", .type = RM_FIELD_CHOICE, .offset = OFFSET (side), .fallback = RM_SIDE_NONE,
    .values = sides, .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Takes part as"),
    .imported = TRUE },
  { .key = "mentee_capacity", .type = RM_FIELD_INTEGER, .offset = OFFSET (mentee_capacity),
    .min = 0, .max = 100, .fallback = 1, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Mentors wanted"), .imported = TRUE },
  { .key = "mentor_capacity", .type = RM_FIELD_INTEGER, .offset = OFFSET (mentor_capacity),
    .min = 0, .max = 100, .fallback = 1, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Mentees taken"), .imported = TRUE },
  { .key = "willing", .type = RM_FIELD_YES_NO, .offset = OFFSET (willing),
    .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Willing"),
    .imported = TRUE },
  { .key = "committed", .type = RM_FIELD_YES_NO, .offset = OFFSET (committed),
    .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Committed"),
    .imported = TRUE },
  { .key = "committed_on", .type = RM_FIELD_DATE, .offset = OFFSET (committed_on),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Committed on"), .imported = TRUE },
  { .key = "hours", .type = RM_FIELD_INTEGER, .offset = OFFSET (hours), .min = 0, .max = 200,
    .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Hours a month"), .imported = TRUE },
  { .key = "override_reason", .type = RM_FIELD_TEXT, .offset = OFFSET (override_reason),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Reason to pair without commitment"),
    .imported = TRUE },
  { .key = "languages", .type = RM_FIELD_LIST, .offset = OFFSET (languages),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Languages"), .imported = TRUE },
  { .key = "week", .type = RM_FIELD_WEEK, .offset = OFFSET (week),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Free hours"), .imported = TRUE },
  { .key = "style", .type = RM_FIELD_CHOICE, .offset = OFFSET (style), .fallback = RM_UNKNOWN,
    .values = styles, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Communication style"), .imported = TRUE },
  { .key = "sociability", .type = RM_FIELD_INTEGER, .offset = OFFSET (sociability), .min = 0,
    .max = 5, .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Sociability"), .imported = TRUE },
  { .key = "aspiration", .type = RM_FIELD_INTEGER, .offset = OFFSET (aspiration), .min = 0,
    .max = 5, .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Long-term aspiration"), .imported = TRUE },
  { .key = "eagerness", .type = RM_FIELD_INTEGER, .offset = OFFSET (eagerness), .min = 0,
    .max = 5, .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Eagerness to learn"), .imported = TRUE },
  { .key = "tags", .type = RM_FIELD_LIST, .offset = OFFSET (tags),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Interests and growth areas"),
    .imported = TRUE },
  { .key = "background", .type = RM_FIELD_LIST, .offset = OFFSET (background),
    .sensitivity = RM_SENSITIVITY_SPECIAL, .label = N_ ("Background tags"), .imported = TRUE },
  { .key = "notes", .type = RM_FIELD_TEXT, .offset = OFFSET (notes), .multiline = TRUE,
    .sensitivity = RM_SENSITIVITY_CONFIDENTIAL, .label = N_ ("Notes"), .imported = TRUE },
  { .key = "relation", .type = RM_FIELD_CHOICE, .offset = OFFSET (relation),
    .fallback = RM_UNKNOWN, .values = relations, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Relation to the organisation"), .imported = TRUE },
  { .key = "cohort", .type = RM_FIELD_TEXT, .offset = OFFSET (cohort),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Cohort"), .imported = TRUE },
  { .key = "leaves_on", .type = RM_FIELD_DATE, .offset = OFFSET (leaves_on),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Leaves on"), .imported = TRUE },
};

static void
dispose_person (RmRecord *record)
{
  RmPerson *self = (RmPerson *) record;

  g_free (self->standings);
  g_free (self->folded);
}

static const RmEntity entity = {
  .name = "person",
  .size = sizeof (RmPerson),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .dispose = dispose_person,
};

const RmEntity *
rm_person_entity (void)
{
  return &entity;
}

RmPerson *
rm_person_new (void)
{
  return rm_record_new (&entity);
}

void
rm_person_take_standings (RmPerson *self,
                          RmStanding *standings,
                          guint n)
{
  g_free (self->standings);
  self->standings = standings;
  self->n_standings = n;
}

const RmStanding *
rm_person_find_standing (const RmPerson *self,
                         gint64 skill)
{
  guint low = 0;
  guint high = self->n_standings;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->standings[middle].skill < skill)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < self->n_standings && self->standings[low].skill == skill)
    return &self->standings[low];

  return NULL;
}

void
rm_person_update_folded (RmPerson *self)
{
  g_autofree char *all = g_strjoin ("\n",
                                    self->name != NULL ? self->name : "",
                                    self->staff_no != NULL ? self->staff_no : "",
                                    self->email != NULL ? self->email : "",
                                    self->job_title != NULL ? self->job_title : "",
                                    self->department != NULL ? self->department : "",
                                    self->site != NULL ? self->site : "",
                                    self->cohort != NULL ? self->cohort : "",
                                    self->tags != NULL ? self->tags : "",
                                    NULL);

  g_free (self->folded);
  self->folded = rm_fold (all);
}

gboolean
rm_person_is_mentee (const RmPerson *self)
{
  return self->side == RM_SIDE_MENTEE || self->side == RM_SIDE_BOTH;
}

gboolean
rm_person_is_mentor (const RmPerson *self)
{
  return self->side == RM_SIDE_MENTOR || self->side == RM_SIDE_BOTH;
}

gboolean
rm_person_is_external (const RmPerson *self)
{
  if (self->relation == RM_UNKNOWN)
    return self->employer != NULL;

  return self->relation != RM_RELATION_EMPLOYEE;
}

gboolean
rm_person_may_learn (const RmPerson *self)
{
  return self->committed == 1 || (self->override_reason != NULL && *self->override_reason != '\0');
}

gboolean
rm_person_is_available (const RmPerson *self)
{
  return self->state != RM_PERSON_WITHDRAWN
         && self->state != RM_PERSON_LEFT
         && self->state != RM_PERSON_AWAY;
}

gboolean
rm_person_has_left_by (const RmPerson *self,
                       const char *day)
{
  return self->leaves_on != NULL && strcmp (self->leaves_on, day) <= 0;
}

gboolean
rm_person_is_unasked (const RmPerson *self)
{
  gboolean takes_part = rm_person_is_mentee (self) || rm_person_is_mentor (self);
  gboolean uncommitted = rm_person_is_mentee (self)
                         && self->committed == RM_UNKNOWN
                         && !rm_person_may_learn (self);

  return takes_part
         && self->state == RM_PERSON_ACTIVE
         && (self->willing == RM_UNKNOWN || uncommitted);
}

gboolean
rm_person_matches (const RmPerson *self,
                   const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (self->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static int
compare_blank_last (const char *a,
                    const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return strcmp (a, b);
}

int
rm_person_compare (const RmPerson *a,
                   const RmPerson *b)
{
  int order = compare_blank_last (a->staff_no, b->staff_no);

  if (order == 0)
    order = compare_blank_last (a->email, b->email);
  if (order == 0)
    order = (a->record.id > b->record.id) - (a->record.id < b->record.id);

  return order;
}

const char *
rm_person_display_name (const RmPerson *self)
{
  if (self->name != NULL)
    return self->name;
  if (self->email != NULL)
    return self->email;

  return self->staff_no != NULL ? self->staff_no : "?";
}
