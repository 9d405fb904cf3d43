/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-record-rules.h"

#include "app/commands/rm-commands-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_person_name (RmProgramme *programme,
                 gconstpointer record)
{
  return g_strdup (rm_person_display_name (record));
}

/* The name of a nomination is that of its person. */
static char *
dup_nominee_name (RmProgramme *programme,
                  gconstpointer record)
{
  const RmNomination *nomination = record;

  return g_strdup (rm_programme_name_person (programme, nomination->person));
}

static const RmRecordRules rules[RM_N_TABLES] = {
  [RM_TABLE_PERSON] = {
    .missing = N_ ("This person is no longer in the programme"),
    /* Translators: an undo label; %s is a person's name */
    .add = N_ ("Add %s"),
    .dup_name = dup_person_name,
    .get_label = rm_commands_get_person_label,
    .settle = rm_commands_settle_person_field,
  },
  [RM_TABLE_SKILL] = {
    .missing = N_ ("This skill is no longer in the programme"),
    .check = rm_commands_check_skill_names,
  },
  [RM_TABLE_PAIR] = {
    .missing = N_ ("This pair no longer exists"),
  },
  [RM_TABLE_SCENARIO] = {
    .missing = N_ ("This scenario no longer exists"),
    .nameless = N_ ("A scenario needs a name"),
    /* Translators: %s is the name of a scenario */
    .taken = N_ ("There is a scenario called “%s” already"),
    /* Translators: an undo label; %s is the name of a scenario */
    .add = N_ ("Save scenario “%s”"),
    /* Translators: an undo label; the old and the new name of a scenario */
    .rename = N_ ("Rename scenario “%s” to “%s”"),
    /* Translators: an undo label; %s is the name of a scenario */
    .remove = N_ ("Delete scenario “%s”"),
  },
  [RM_TABLE_COHORT] = {
    .missing = N_ ("This cohort no longer exists"),
    .nameless = N_ ("A cohort needs a name"),
    /* Translators: %s is the name of a cohort */
    .taken = N_ ("There is a cohort “%s” already"),
    /* Translators: an undo label; %s is the name of a cohort */
    .add = N_ ("Add the cohort %s"),
    /* Translators: an undo label; %s is the name of a cohort */
    .remove = N_ ("Remove the cohort %s"),
    .settle = rm_commands_settle_cohort,
  },
  [RM_TABLE_ROLE_PROFILE] = {
    .missing = N_ ("This role profile no longer exists"),
    .nameless = N_ ("A role profile needs a name"),
    /* Translators: %s is the name of a role profile */
    .taken = N_ ("There is a role profile “%s” already"),
    /* Translators: an undo label; %s is the name of a role profile */
    .add = N_ ("Add the role profile %s"),
    /* Translators: an undo label; %s is the name of a role profile */
    .remove = N_ ("Remove the role profile %s"),
  },
  [RM_TABLE_NOMINATION] = {
    /* Translators: an undo label; %s is a person's name */
    .add = N_ ("Nominate %s"),
    /* Translators: an undo label; %s is a person's name */
    .remove = N_ ("Remove a nomination of %s"),
    .dup_name = dup_nominee_name,
    .check = rm_commands_check_nomination,
  },
  [RM_TABLE_CONSENT_PURPOSE] = {
    .missing = N_ ("This purpose no longer exists"),
    .nameless = N_ ("A purpose needs a name"),
    /* Translators: %s is what people are asked to agree to, such as "Photos" */
    .taken = N_ ("Consent to “%s” is asked for already"),
    /* Translators: an undo label; %s is what people are asked to agree to, such as "Photos" */
    .add = N_ ("Ask for consent: %s"),
    /* Translators: an undo label; %s is what people are asked to agree to, such as "Photos" */
    .remove = N_ ("Stop asking for consent: %s"),
  },
  [RM_TABLE_MAPPING] = {
    .missing = N_ ("This mapping of columns no longer exists"),
  },
  [RM_TABLE_HOLIDAY] = {
    .missing = N_ ("This holiday no longer exists"),
    .nameless = N_ ("A holiday needs a name"),
    /* Translators: an undo label; %s is the name of a holiday */
    .add = N_ ("Add the holiday %s"),
    /* Translators: an undo label; %s is the name of a holiday */
    .remove = N_ ("Remove the holiday %s"),
    .import = N_ ("Import holidays"),
  },
};

const RmRecordRules *
rm_record_rules_get (RmTable table)
{
  g_return_val_if_fail (table < RM_N_TABLES, NULL);

  return &rules[table];
}
