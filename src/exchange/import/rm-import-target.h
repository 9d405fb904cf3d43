/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-field.h"
#include "exchange/sheet/rm-exchange-types.h"

G_BEGIN_DECLS

/** RmImportKind: what a row of the file is. */
typedef enum
{
  RM_IMPORT_PEOPLE,
  RM_IMPORT_RATINGS,
} RmImportKind;

/** RmImportPart: what the cells of a column are used for. */
typedef enum
{
  RM_IMPORT_PART_FIELD,       /* a value of the person or of the rating */
  RM_IMPORT_PART_STAFF_NO,    /* staff number, e-mail and name say who it is about */
  RM_IMPORT_PART_EMAIL,
  RM_IMPORT_PART_NAME,
  RM_IMPORT_PART_GIVEN_NAME,  /* two columns that make up the name */
  RM_IMPORT_PART_FAMILY_NAME,
  RM_IMPORT_PART_MANAGER,     /* staff number, e-mail or name of the manager */
  RM_IMPORT_PART_PERSON,      /* staff number, e-mail or name of the person rated */
  RM_IMPORT_PART_SKILL,
  RM_IMPORT_PART_CATEGORY,    /* of a skill that is new */
  RM_IMPORT_PART_CONTEXT,     /* of a skill */
  RM_IMPORT_PART_RATING,      /* in a file of people: a value of a rating of one skill */
} RmImportPart;

/**
 * RmImportTarget:
 * @key: its name in `--map`, in files of ours and for the functions of the plan
 * @label: untranslated label
 * @headers: (array zero-terminated=1): headers that mean it
 * @field: (nullable): the field that takes the value
 * @part: what it is used for
 *
 * What a column can be imported as.
 */
struct _RmImportTarget
{
  const char *key;
  const char *label;
  const char *const *headers;
  const RmField *field;
  RmImportPart part;
};

/**
 * rm_import_target_list_new:
 * @kind: what a row is
 * @with_special: whether special-category fields are used
 *
 * Returns: (transfer full) (element-type RmImportTarget): all targets of @kind, in the order in
 *   which people should see them; columns that rate one skill are not among them
 */
GArray *rm_import_target_list_new (RmImportKind kind,
                                   gboolean with_special);

/**
 * rm_import_target_fold:
 * @header: a header
 *
 * Returns: (transfer full): what it is looked up by: "Employee #" is a number, and no employee
 */
char *rm_import_target_fold (const char *header);

/**
 * rm_import_target_index_new:
 * @targets: (element-type RmImportTarget): targets; outlives the index
 *
 * Returns: (transfer full): a hash from folded keys, labels and headers to indexes of targets, plus
 *   one. Where two targets share a word, a key wins over a label and a label over a header, then
 *   the earlier target.
 */
GHashTable *rm_import_target_index_new (GArray *targets);

/**
 * rm_import_target_parse_skill:
 * @text: a header or a key
 * @skill: (out) (transfer full): name of the skill
 * @field: (out): level, target or importance
 *
 * Reads "level:TikTok", "Skill: TikTok", "TikTok (target)" and the like, with the words for skill,
 * level, target and importance in each language.
 *
 * Returns: whether @text is one of these
 */
gboolean rm_import_target_parse_skill (const char *text,
                                       char **skill,
                                       const RmField **field);

G_END_DECLS
