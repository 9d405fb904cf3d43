/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const RmEnumValue rm_mode_values[] = {
  { RM_MODE_PEOPLE, "people", N_ ("Most people first") },
  { RM_MODE_TOTAL, "total", N_ ("Best total") },
  { RM_MODE_WEAKEST, "weakest", N_ ("Protect the weakest pair") },
  { 0 },
};

static const char *const criterion_labels[RM_N_CRITERIA] = {
  [RM_CRITERION_SKILLS] = N_ ("Skills gained"),
  [RM_CRITERION_BACK] = N_ ("Given back"),
  [RM_CRITERION_DIFFERENCE] = N_ ("Difference"),
  [RM_CRITERION_SOCIABILITY] = N_ ("Sociability"),
  [RM_CRITERION_STYLE] = N_ ("Communication style"),
  [RM_CRITERION_ACQUAINTANCE] = N_ ("Acquaintance"),
  [RM_CRITERION_AVAILABILITY] = N_ ("Availability"),
  [RM_CRITERION_INTERESTS] = N_ ("Interests and growth areas"),
  [RM_CRITERION_ASPIRATION] = N_ ("Aspiration and eagerness"),
};

#define OFFSET(member) G_STRUCT_OFFSET (RmSettings, member)
#define WEIGHT(criterion) (OFFSET (weights) + sizeof (int) * (criterion))

static const RmField fields[] = {
  { .key = "name", .type = RM_FIELD_TEXT, .offset = OFFSET (name), .label = N_ ("Name") },
  { .key = "objective", .type = RM_FIELD_TEXT, .offset = OFFSET (objective), .multiline = TRUE,
    .label = N_ ("Objective") },
  { .key = "starts_on", .type = RM_FIELD_DATE, .offset = OFFSET (starts_on),
    .label = N_ ("Starts on") },
  { .key = "ends_on", .type = RM_FIELD_DATE, .offset = OFFSET (ends_on), .label = N_ ("Ends on") },
  { .key = "mentor_word", .type = RM_FIELD_TEXT, .offset = OFFSET (mentor_word),
    .label = N_ ("Word for a mentor") },
  { .key = "mentee_word", .type = RM_FIELD_TEXT, .offset = OFFSET (mentee_word),
    .label = N_ ("Word for a mentee") },
  { .key = "special_category", .type = RM_FIELD_YES_NO, .offset = OFFSET (special_category),
    .fallback = 0, .required = TRUE, .label = N_ ("Use background and other protected fields") },
  { .key = "mode", .type = RM_FIELD_CHOICE, .offset = OFFSET (mode), .fallback = RM_MODE_PEOPLE,
    .values = rm_mode_values, .required = TRUE, .label = N_ ("What a proposal is best at") },
  { .key = "weight_skills", .type = RM_FIELD_INTEGER, .offset = WEIGHT (RM_CRITERION_SKILLS),
    .min = 0, .max = 100, .fallback = 40, .required = TRUE, .label = N_ ("Skills gained") },
  { .key = "weight_back", .type = RM_FIELD_INTEGER, .offset = WEIGHT (RM_CRITERION_BACK),
    .min = 0, .max = 100, .fallback = 15, .required = TRUE, .label = N_ ("Given back") },
  { .key = "weight_difference", .type = RM_FIELD_INTEGER,
    .offset = WEIGHT (RM_CRITERION_DIFFERENCE), .min = 0, .max = 100, .fallback = 15,
    .required = TRUE, .label = N_ ("Difference") },
  { .key = "weight_sociability", .type = RM_FIELD_INTEGER,
    .offset = WEIGHT (RM_CRITERION_SOCIABILITY), .min = 0, .max = 100, .fallback = 5,
    .required = TRUE, .label = N_ ("Sociability") },
  { .key = "weight_style", .type = RM_FIELD_INTEGER, .offset = WEIGHT (RM_CRITERION_STYLE),
    .min = 0, .max = 100, .fallback = 5, .required = TRUE, .label = N_ ("Communication style") },
  { .key = "weight_acquaintance", .type = RM_FIELD_INTEGER,
    .offset = WEIGHT (RM_CRITERION_ACQUAINTANCE), .min = 0, .max = 100, .fallback = 5,
    .required = TRUE, .label = N_ ("Acquaintance") },
  { .key = "weight_availability", .type = RM_FIELD_INTEGER,
    .offset = WEIGHT (RM_CRITERION_AVAILABILITY), .min = 0, .max = 100, .fallback = 5,
    .required = TRUE, .label = N_ ("Availability") },
  { .key = "weight_interests", .type = RM_FIELD_INTEGER,
    .offset = WEIGHT (RM_CRITERION_INTERESTS), .min = 0, .max = 100, .fallback = 5,
    .required = TRUE, .label = N_ ("Interests and growth areas") },
  { .key = "weight_aspiration", .type = RM_FIELD_INTEGER,
    .offset = WEIGHT (RM_CRITERION_ASPIRATION), .min = 0, .max = 100, .fallback = 5,
    .required = TRUE, .label = N_ ("Aspiration and eagerness") },
  { .key = "line_levels", .type = RM_FIELD_INTEGER, .offset = OFFSET (line_levels), .min = 0,
    .max = 20, .fallback = 2, .required = TRUE,
    .label = N_ ("Levels of the reporting line kept apart") },
  { .key = "unknown_line_apart", .type = RM_FIELD_YES_NO, .offset = OFFSET (unknown_line_apart),
    .fallback = 0, .required = TRUE,
    .label = N_ ("While a reporting line is unknown, the department is kept apart") },
  { .key = "level_gap", .type = RM_FIELD_INTEGER, .offset = OFFSET (level_gap), .min = 0,
    .max = 9, .fallback = 1, .required = TRUE, .label = N_ ("Least difference in seniority") },
  { .key = "need_language", .type = RM_FIELD_YES_NO, .offset = OFFSET (need_language),
    .fallback = 1, .required = TRUE, .label = N_ ("A common language is needed") },
  { .key = "need_free_hour", .type = RM_FIELD_YES_NO, .offset = OFFSET (need_free_hour),
    .fallback = 0, .required = TRUE, .label = N_ ("A common free hour is needed") },
  { .key = "need_other_department", .type = RM_FIELD_YES_NO,
    .offset = OFFSET (need_other_department), .fallback = 0, .required = TRUE,
    .label = N_ ("Another department is needed") },
  { .key = "only_tag", .type = RM_FIELD_TEXT, .offset = OFFSET (only_tag),
    .label = N_ ("Only people with this tag") },
  { .key = "differ_department", .type = RM_FIELD_YES_NO, .offset = OFFSET (differ_department),
    .fallback = 1, .required = TRUE, .label = N_ ("Difference counts department") },
  { .key = "differ_site", .type = RM_FIELD_YES_NO, .offset = OFFSET (differ_site), .fallback = 1,
    .required = TRUE, .label = N_ ("Difference counts site") },
  { .key = "differ_function", .type = RM_FIELD_YES_NO, .offset = OFFSET (differ_function),
    .fallback = 0, .required = TRUE, .label = N_ ("Difference counts function") },
  { .key = "differ_employer", .type = RM_FIELD_YES_NO, .offset = OFFSET (differ_employer),
    .fallback = 0, .required = TRUE, .label = N_ ("Difference counts employer") },
  { .key = "differ_background", .type = RM_FIELD_YES_NO, .offset = OFFSET (differ_background),
    .fallback = 0, .required = TRUE, .label = N_ ("Difference counts background tags") },
  { .key = "prefer_complement", .type = RM_FIELD_YES_NO, .offset = OFFSET (prefer_complement),
    .fallback = 0, .required = TRUE, .label = N_ ("Prefer people who complement each other") },
  { .key = "meeting_minutes", .type = RM_FIELD_INTEGER, .offset = OFFSET (meeting_minutes),
    .min = 15, .max = 480, .fallback = 60, .required = TRUE,
    .label = N_ ("Minutes of meeting a week") },
};

static const RmEntity entity = {
  .name = "programme",
  .size = sizeof (RmSettings),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

const RmEntity *
rm_settings_entity (void)
{
  return &entity;
}

RmSettings *
rm_settings_new (void)
{
  RmSettings *self = rm_record_new (&entity);

  self->record.id = 1;

  return self;
}

/* They are together at the end of the table. */
const RmField *
rm_settings_list_deciding (guint *n)
{
  const RmField *first = rm_entity_find_field (&entity, "mode");

  *n = (guint) (fields + G_N_ELEMENTS (fields) - first);
  return first;
}

gboolean
rm_settings_decide_alike (const RmSettings *a,
                          const RmSettings *b)
{
  guint n = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);

  for (guint f = 0; f < n; f++)
    if (!rm_record_field_equal (a, b, &deciding[f]))
      return FALSE;

  return TRUE;
}

void
rm_settings_take_deciding (RmSettings *self,
                           const RmSettings *from)
{
  guint n = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);

  for (guint f = 0; f < n; f++)
    rm_record_copy_field (self, from, &deciding[f]);
}

const char *
rm_mode_label (RmMode mode)
{
  return rm_enum_label (rm_mode_values, (int) mode);
}

const char *
rm_criterion_label (RmCriterion criterion)
{
  g_return_val_if_fail (criterion < RM_N_CRITERIA, NULL);

  return criterion_labels[criterion];
}

const RmField *
rm_criterion_get_field (RmCriterion criterion)
{
  g_return_val_if_fail (criterion < RM_N_CRITERIA, NULL);

  return rm_entity_find_field (&entity, "weight_skills") + criterion;
}

const char *
rm_criterion_key (RmCriterion criterion)
{
  const RmField *field = rm_criterion_get_field (criterion);

  return field != NULL ? field->key + strlen ("weight_") : NULL;
}
