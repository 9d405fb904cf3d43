/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proof/rm-definition.h"

G_BEGIN_DECLS

/* A set of folded terms, which are numbered from 1. */
typedef struct
{
  guint64 common;      /* bit k: has term k + 1 */
  guint *rest;         /* the terms after the 64th, sorted */
  guint n_rest;
} RmDefTerms;

/* A skill in which a person wants a higher level. */
typedef struct
{
  gint64 skill;
  guint bit;           /* its bit in @rated */
  int level;
  int gap;
  int importance;
  int whole;           /* importance × gap */
} RmDefWant;

/* The records about one person and another. */
typedef struct
{
  gint64 one;
  gint64 other;
  gboolean apart;
  int quarters;        /* how well they know each other */
} RmDefTie;

typedef struct
{
  const RmPerson *record;
  gint64 id;
  gboolean may_learn;  /* may be a mentee of any mentor */
  gboolean may_teach;
  int level;
  int sociability;
  int style;
  int zeal;
  gint64 week;
  guint department;    /* numbers of terms, 0 is blank */
  guint site;
  guint function;
  guint employer;
  RmDefTerms languages;
  RmDefTerms tags;
  RmDefTerms background;

  guint64 rated;       /* a bit for each skill that the person is rated in; some share one */
  guint64 wanted;      /* likewise for the wants */
  RmDefWant *wants;
  guint n_wants;
  int whole;           /* importance × gap of all wants */
  gint64 *above;       /* managers, as far up as the rule looks */
  guint n_above;
  gboolean line_ends;  /* as far up as the rule looks, at a manager whom nobody knows */
  const RmDefTie *ties;
  guint n_ties;
} RmDefPerson;

struct _RmDefinition
{
  RmProgramme *programme;
  const RmSettings *settings;
  int budgets[RM_N_CRITERIA];
  int n_dimensions;    /* in which people can differ */
  int plenty;          /* minutes of common free time after which more adds nothing */
  RmDefTie *ties;      /* each in both directions, sorted by person */
  guint n_ties;
  RmDefPerson *mentees;
  guint n_mentees;
  RmDefPerson *mentors;
  guint n_mentors;
};

/* rm-definition-read.c */
void rm_definition_read (RmDefinition *self);
void rm_definition_clear (RmDefinition *self);

G_END_DECLS
