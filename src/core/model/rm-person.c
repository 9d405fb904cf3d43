/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-person.h"

#include "core/base/rm-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const RmEnumValue sides[] = {
  { RM_SIDE_NONE, "none", N_ ("Neither"), "neither|weder|weder noch|aucun|ninguno|observer" },
  { RM_SIDE_MENTEE, "mentee", N_ ("Mentee"), "learner|senior|mentoré|mentore|mentorado|aprendiz" },
  { RM_SIDE_MENTOR, "mentor", N_ ("Mentor"), "junior|mentorin|mentora|mentore (reverse)|guide" },
  { RM_SIDE_BOTH, "both", N_ ("Both"), "beide|beides|les deux|ambos|mentor and mentee" },
  { 0 },
};

static const RmEnumValue states[] = {
  { RM_PERSON_ACTIVE, "active", N_ ("Taking part"), "aktiv|actif|active|activo|activa|yes|ja" },
  { RM_PERSON_WITHDRAWN, "withdrawn", N_ ("Withdrawn"),
    "zurückgezogen|zurueckgezogen|pausiert|retiré|retirada|retirado" },
  { RM_PERSON_LEFT, "left", N_ ("Has left"),
    "leaver|ausgeschieden|ausgetreten|parti|partie|baja|inactive|inaktiv|inactif|inactivo" },
  { 0 },
};

static const RmEnumValue styles[] = {
  { RM_STYLE_DIRECT, "direct", N_ ("Direct"), "direkt|directo|directa|directe" },
  { RM_STYLE_ANALYTICAL, "analytical", N_ ("Analytical"),
    "analytisch|analytique|analítico|analítica|reflective" },
  { RM_STYLE_EXPRESSIVE, "expressive", N_ ("Expressive"),
    "ausdrucksstark|lebhaft|expressif|expressive|expresivo|expresiva" },
  { RM_STYLE_SUPPORTIVE, "supportive", N_ ("Supportive"),
    "unterstützend|encourageant|bienveillant|comprensivo|comprensiva" },
  { 0 },
};

static const RmEnumValue relations[] = {
  { RM_RELATION_EMPLOYEE, "employee", N_ ("Employee"),
    "internal|staff|intern|mitarbeiter|mitarbeiterin|angestellt|angestellte|angestellter|"
    "interne|employé|employée|salarié|salariée|interno|interna|empleado|empleada" },
  { RM_RELATION_CLIENT, "client", N_ ("Client"), "auftraggeber|auftraggeberin|mandant|cliente" },
  { RM_RELATION_CUSTOMER, "customer", N_ ("Customer"),
    "kunde|kundin|consommateur|consommatrice|consumidor|consumidora" },
  { RM_RELATION_SUPPLIER, "supplier", N_ ("Supplier"),
    "vendor|lieferant|lieferantin|fournisseur|fournisseuse|proveedor|proveedora" },
  { RM_RELATION_OTHER, "other", N_ ("Other, from outside"),
    "external|extern|externe|externer|autre|externo|externa|otro|otra" },
  { 0 },
};

/* Names for the seniority levels; numbers from 1 to 10 are read as well. */
static const RmEnumValue levels[] = {
  { 1, "trainee", N_ ("Trainee"),
    "intern|apprentice|praktikant|praktikantin|azubi|auszubildende|auszubildender|stagiaire|"
    "apprenti|becario|becaria|aprendiz" },
  { 2, "junior", N_ ("Junior"),
    "associate|analyst|junior analyst|berufseinsteiger|débutant|graduate" },
  { 3, "professional", N_ ("Professional"),
    "employee|specialist|fachkraft|mitarbeiter|mitarbeiterin|employé|employée|spécialiste|"
    "empleado|empleada|especialista" },
  { 4, "senior", N_ ("Senior professional"),
    "senior specialist|senior analyst|expert|experte|expertin|experto|experta" },
  { 5, "lead", N_ ("Team lead"),
    "team leader|teamleiter|teamleiterin|teamleitung|chef d'équipe|jefe de equipo|"
    "jefa de equipo|supervisor" },
  { 6, "manager", N_ ("Manager"),
    "abteilungsleiter|abteilungsleiterin|gestionnaire|gerente|responsable" },
  { 7, "head", N_ ("Head of department"),
    "head|department head|bereichsleiter|bereichsleiterin|chef de service|jefe de departamento|"
    "jefa de departamento|senior manager" },
  { 8, "director", N_ ("Director"),
    "direktor|direktorin|directeur|directrice|directora" },
  { 9, "vice-president", N_ ("Vice president"),
    "vp|svp|evp|partner|vice-président|vice-présidente|vicepresidente|vicepresidenta|"
    "managing director|md" },
  { 10, "executive", N_ ("Executive"),
    "c-level|ceo|cfo|coo|cto|chro|board|vorstand|geschäftsführer|geschäftsführerin|"
    "geschäftsführung|pdg|directeur général|directrice générale|consejero|consejera|owner|"
    "inhaber|inhaberin" },
  { 0 },
};

#define OFFSET(member) G_STRUCT_OFFSET (RmPerson, member)

static const RmField fields[] = {
  { .key = "staff_no", .type = RM_FIELD_TEXT, .offset = OFFSET (staff_no),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Staff number"),
    .headers = "staff id|staff number|personnel number|personnel no|employee id|employee number|"
               "employee no|emp id|emp no|worker id|id|personalnummer|personal-nr|persnr|pers nr|"
               "mitarbeiternummer|mitarbeiter-nr|ma-nr|matricule|numéro d'employé|"
               "numéro de personnel|id employé|número de empleado|nº empleado|id empleado|"
               "código de empleado" },
  { .key = "name", .type = RM_FIELD_TEXT, .offset = OFFSET (name),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Name"),
    .headers = "full name|display name|employee name|employee|person|surname first name|"
               "last name first name|family name given name|name vorname|nachname vorname|"
               "familienname vorname|vor- und nachname|vollständiger name|mitarbeiter|nom complet|nom et prénom|"
               "prénom et nom|nombre completo|nombre y apellidos" },
  { .key = "email", .type = RM_FIELD_TEXT, .offset = OFFSET (email),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("E-mail"),
    .headers = "e-mail|mail|email address|e-mail address|work email|business email|"
               "e-mail-adresse|mailadresse|courriel|adresse e-mail|adresse mail|"
               "adresse électronique|correo|correo electrónico|dirección de correo" },
  { .key = "job_title", .type = RM_FIELD_TEXT, .offset = OFFSET (job_title),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Job title"),
    .headers = "title|position|job|role title|stellenbezeichnung|stelle|funktion|position titel|"
               "berufsbezeichnung|poste|intitulé du poste|titre|fonction|puesto|cargo" },
  { .key = "department", .type = RM_FIELD_TEXT, .offset = OFFSET (department),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Department"),
    .headers = "dept|division|org unit|organisation unit|organizational unit|team|business unit|"
               "abteilung|bereich|organisationseinheit|département|service|direction|unité|"
               "departamento|área|division" },
  { .key = "site", .type = RM_FIELD_TEXT, .offset = OFFSET (site),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Site"),
    .headers = "location|office|city|work location|standort|ort|arbeitsort|niederlassung|lieu|"
               "lieu de travail|ville|bureau|ubicación|sede|oficina|ciudad|centro de trabajo" },
  { .key = "business_function", .type = RM_FIELD_TEXT, .offset = OFFSET (business_function),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Function"),
    .headers = "function|job family|job function|funktionsbereich|fachbereich|filière|métier|"
               "función|familia profesional" },
  { .key = "employer", .type = RM_FIELD_TEXT, .offset = OFFSET (employer),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Employer, if from outside"),
    .headers = "employer|company|external company|organisation|arbeitgeber|firma|unternehmen|"
               "employeur|société|entreprise|empresa|empleador" },
  { .key = "level", .type = RM_FIELD_INTEGER, .offset = OFFSET (level), .min = 1, .max = 10,
    .fallback = RM_UNKNOWN, .values = levels, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Seniority level"),
    .headers = "level|seniority|grade|job level|career level|band|pay grade|karrierestufe|stufe|"
               "hierarchieebene|ebene|niveau|échelon|niveau hiérarchique|nivel|"
               "nivel jerárquico|categoría" },
  { .key = "manager", .type = RM_FIELD_REFERENCE, .offset = OFFSET (manager),
    .refers = "person", .gone = RM_GONE_WRITE_DOWN, .written = "manager_ref",
    .names = "staff_no|email|name", .optional = TRUE,
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Manager"),
    .headers = "manager id|line manager|line manager id|reports to|supervisor|supervisor id|boss|"
               "manager staff no|vorgesetzter|vorgesetzte|vorgesetzten-nr|vorgesetzter id|"
               "führungskraft|manager-nr|responsable|supérieur|supérieur hiérarchique|"
               "id manager|jefe|jefe directo|superior|id jefe" },
  { .key = "manager_ref", .type = RM_FIELD_TEXT, .offset = OFFSET (manager_ref),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Manager who is not in the programme") },
  { .key = "joined", .type = RM_FIELD_DATE, .offset = OFFSET (joined),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Joined on"),
    .headers = "hire date|start date|joined|joining date|date of joining|entry date|eintritt|"
               "eintrittsdatum|einstellungsdatum|date d'entrée|date d'embauche|"
               "fecha de ingreso|fecha de alta|fecha de incorporación" },
  { .key = "state", .type = RM_FIELD_CHOICE, .offset = OFFSET (state),
    .fallback = RM_PERSON_ACTIVE, .values = states, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("State"),
    .headers = "participation|participation state|status|teilnahme|teilnahmestatus|"
               "participation statut|statut|estado|participación" },
  { .key = "side", .type = RM_FIELD_CHOICE, .offset = OFFSET (side), .fallback = RM_SIDE_NONE,
    .values = sides, .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Takes part as"),
    .headers = "role|programme role|program role|mentoring role|part|rolle|programmrolle|"
               "mentoring-rolle|rôle|rôle dans le programme|rol|papel|rol en el programa" },
  { .key = "mentee_capacity", .type = RM_FIELD_INTEGER, .offset = OFFSET (mentee_capacity),
    .min = 0, .max = 100, .fallback = 1, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Mentors wanted"),
    .headers = "mentors wanted|number of mentors|anzahl mentoren|gewünschte mentoren|"
               "nombre de mentors|número de mentores" },
  { .key = "mentor_capacity", .type = RM_FIELD_INTEGER, .offset = OFFSET (mentor_capacity),
    .min = 0, .max = 100, .fallback = 1, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Mentees taken"),
    .headers = "mentees taken|number of mentees|capacity|max mentees|anzahl mentees|kapazität|"
               "nombre de mentorés|capacité|número de mentorados|capacidad" },
  { .key = "willing", .type = RM_FIELD_YES_NO, .offset = OFFSET (willing),
    .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Willing"),
    .headers = "willingness|wants to take part|bereit|bereitschaft|teilnahmebereit|volontaire|"
               "d'accord|dispuesto|dispuesta|voluntario" },
  { .key = "committed", .type = RM_FIELD_YES_NO, .offset = OFFSET (committed),
    .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Committed"),
    .headers = "commitment|has committed|zugesagt|zusage|verpflichtet|engagé|engagement|"
               "comprometido|comprometida|compromiso" },
  { .key = "committed_on", .type = RM_FIELD_DATE, .offset = OFFSET (committed_on),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Committed on"),
    .headers = "commitment date|zusage am|zugesagt am|date d'engagement|fecha de compromiso" },
  { .key = "hours", .type = RM_FIELD_INTEGER, .offset = OFFSET (hours), .min = 0, .max = 200,
    .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Hours a month"),
    .headers = "hours per month|monthly hours|stunden pro monat|stunden im monat|"
               "heures par mois|horas al mes|horas por mes" },
  { .key = "override_reason", .type = RM_FIELD_TEXT, .offset = OFFSET (override_reason),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Reason to pair without commitment"),
    .headers = "override|grund|motif|motivo" },
  { .key = "languages", .type = RM_FIELD_LIST, .offset = OFFSET (languages),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Languages"),
    .headers = "language|languages spoken|sprache|sprachen|langue|langues|langues parlées|idioma|"
               "idiomas|lenguas" },
  { .key = "week", .type = RM_FIELD_WEEK, .offset = OFFSET (week),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Free hours"),
    .headers = "availability|free slots|free time|available|verfügbarkeit|verfügbar|freie zeiten|"
               "disponibilité|disponibilités|disponibilidad|horario disponible" },
  { .key = "style", .type = RM_FIELD_CHOICE, .offset = OFFSET (style), .fallback = RM_UNKNOWN,
    .values = styles, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Communication style"),
    .headers = "communication style|kommunikationsstil|style de communication|"
               "estilo de comunicación" },
  { .key = "sociability", .type = RM_FIELD_INTEGER, .offset = OFFSET (sociability), .min = 0,
    .max = 5, .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Sociability"),
    .headers = "sociable|geselligkeit|kontaktfreude|sociabilité|sociabilidad" },
  { .key = "aspiration", .type = RM_FIELD_INTEGER, .offset = OFFSET (aspiration), .min = 0,
    .max = 5, .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Long-term aspiration"),
    .headers = "aspirations|ambition|bestreben|aspiration|aspiración|ambición" },
  { .key = "eagerness", .type = RM_FIELD_INTEGER, .offset = OFFSET (eagerness), .min = 0,
    .max = 5, .fallback = RM_UNKNOWN, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Eagerness to learn"),
    .headers = "eager to learn|lerneifer|lernbereitschaft|envie d'apprendre|"
               "ganas de aprender" },
  { .key = "tags", .type = RM_FIELD_LIST, .offset = OFFSET (tags),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Interests and growth areas"),
    .headers = "tag|interests|interest|growth areas|interessen|schlagworte|themen|"
               "centres d'intérêt|intérêts|étiquettes|intereses|etiquetas" },
  { .key = "background", .type = RM_FIELD_LIST, .offset = OFFSET (background),
    .sensitivity = RM_SENSITIVITY_SPECIAL, .label = N_ ("Background tags"),
    .headers = "backgrounds|hintergrund|parcours|contexte|trayectoria" },
  { .key = "notes", .type = RM_FIELD_TEXT, .offset = OFFSET (notes), .multiline = TRUE,
    .sensitivity = RM_SENSITIVITY_CONFIDENTIAL, .label = N_ ("Notes"),
    .headers = "note|comment|comments|remarks|notizen|bemerkung|bemerkungen|kommentar|"
               "remarque|remarques|commentaire|notas|comentario|comentarios|observaciones" },
  { .key = "relation", .type = RM_FIELD_CHOICE, .offset = OFFSET (relation),
    .fallback = RM_UNKNOWN, .values = relations, .sensitivity = RM_SENSITIVITY_PERSONAL,
    .label = N_ ("Relation to the organisation"),
    .headers = "relationship|employment|employment type|worker type|beziehung|"
               "beschäftigungsart|intern/extern|relation avec l'entreprise|type de contrat|"
               "relación|tipo de contrato" },
  { .key = "cohort", .type = RM_FIELD_TEXT, .offset = OFFSET (cohort),
    .sensitivity = RM_SENSITIVITY_PERSONAL, .label = N_ ("Cohort"),
    .headers = "programme cohort|program cohort|intake|wave|kohorte|jahrgang|durchgang|cohorte|"
               "promoción" },
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
