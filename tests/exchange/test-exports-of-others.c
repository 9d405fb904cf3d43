/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "core/model/rm-person.h"
#include "exchange/csv/rm-csv-reader.h"

#include <string.h>

/* Twenty exports, each with the habits of another kind of system. Every value that is imported has to
 * be right, and what nobody can know for certain is asked, or said. */

typedef struct
{
  const char *habit;
  const char *file;
  const char *fields;
  const char *people;   /* the fields of each, in the order of the programme's names */
  const char *problems; /* "line:type", as of fixture_describe() */
  const char *notices;
} Export;

static const Export exports[] = {
  { "a German payroll system",
    "Mandant;Pers.-Nr.;Nachname;Vorname;Eintritt;Austritt;Kostenstelle;Abteilung;Status;E-Mail dienstl.;Vorgesetzter (Pers.-Nr.)\n"
    "001;00012345;Winter;Ada;01.03.2010;31.12.9999;4711;Vorstand;aktiv;ada.winter@firma.example;\n"
    "001;00012346;Müller-Lüdenscheidt;Jörg;15.06.2019;;4712;IT;Elternzeit;joerg@firma.example;00012345\n"
    "001;00012347;Özdemir;Aylin;01.01.2020;31.03.2024;4712;IT;ausgeschieden;;00012345\n",
    "staff_no name email department joined leaves_on state manager",
    "00012345|Ada Winter|ada.winter@firma.example|Vorstand|2010-03-01||active|\n"
    "00012346|Jörg Müller-Lüdenscheidt|joerg@firma.example|IT|2019-06-15||away|00012345\n"
    "00012347|Aylin Özdemir||IT|2020-01-01|2024-03-31|left|00012345\n",
    "", "" },
  { "an American cloud system",
    "\"Employee ID\",\"Legal Name\",\"Preferred Name\",\"Work Email\",\"Business Title\",\"Supervisory Organization\",\"Location\",\"Hire Date\",\"Manager ID\",\"Worker Type\",\"Active Status\"\n"
    "\"10012\",\"Winter, Ada\",\"Ada\",\"ada@x.example\",\"VP, Sales\",\"Sales (Ada Winter)\",\"Austin, TX\",\"03/14/2011\",\"\",\"Employee\",\"Yes\"\n"
    "\"10013\",\"Lund, Bo\",\"Bo\",\"bo@x.example\",\"Analyst\",\"Sales (Ada Winter)\",\"Austin, TX\",\"11/30/2021\",\"10012\",\"Employee\",\"No\"\n",
    "staff_no name email job_title site joined state manager",
    "10012|Ada Winter|ada@x.example|VP, Sales|Austin, TX|2011-03-14|active|\n"
    "10013|Bo Lund|bo@x.example|Analyst|Austin, TX|2021-11-30|left|10012\n",
    "", "0:names-turned" },
  { "an Irish small-business system",
    "Employee #,First Name,Last Name,Job Title,Department,Division,Location,Reporting to,Employment Status,Hire Date,Work Email\n"
    "7,Ada,Winter,Director,Board,,Cork,,Full-Time,2011-03-14,ada@x.example\n"
    "8,Bo,Lund,Analyst,Finance,,Cork,Ada Winter,Full-Time,2021-11-30,bo@x.example\n",
    "staff_no name department site joined state manager",
    "7|Ada Winter|Board|Cork|2011-03-14|active|\n"
    "8|Bo Lund|Finance|Cork|2021-11-30|active|7\n",
    "", "0:header-repeated 0:guess-dropped" },
  { "a directory export",
    "displayName,userPrincipalName,givenName,surname,jobTitle,department,officeLocation,accountEnabled\n"
    "Ada Winter,ada@x.example,Ada,Winter,Director,Board,Bonn,TRUE\n"
    "Meeting Room 3,room3@x.example,,,,,Bonn,TRUE\n"
    "Bo Lund,bo@x.example,Bo,Lund,Analyst,IT,Lyon,FALSE\n",
    "name email job_title department",
    "Ada Winter|ada@x.example|Director|Board\n"
    "Meeting Room 3|room3@x.example||\n"
    "Bo Lund|bo@x.example|Analyst|IT\n",
    "", "" },
  { "a French system",
    "Matricule;Nom;Prénom;Courriel;Poste;Service;Date d'entrée;Statut\n"
    "M0012;DURAND;Hélène;helene@x.example;Directrice;Finance;14/03/2011;en congé\n"
    "M0013;LE GOFF;Yann;yann@x.example;Analyste;Finance;30/11/2021;actif\n",
    "staff_no name email job_title department joined state",
    "M0012|Hélène DURAND|helene@x.example|Directrice|Finance|2011-03-14|away\n"
    "M0013|Yann LE GOFF|yann@x.example|Analyste|Finance|2021-11-30|active\n",
    "", "" },
  { "a Spanish system",
    "Nº empleado;Apellidos;Nombre;Correo electrónico;Puesto;Departamento;Fecha de alta;Fecha de baja\n"
    "21;García Pérez;Lucía;lucia@x.example;Directora;Ventas;14/03/2011;\n"
    "22;Ruiz;Íñigo;inigo@x.example;Analista;Ventas;30/11/2021;01/02/2023\n",
    "staff_no name email department joined leaves_on state",
    "21|Lucía García Pérez|lucia@x.example|Ventas|2011-03-14||active\n"
    "22|Íñigo Ruiz|inigo@x.example|Ventas|2021-11-30|2023-02-01|left\n",
    "", "" },
  { "a report with titles, subtotals and a footer",
    "Headcount report;;;;\n"
    "Run by: HR, 01.05.2026;;;;\n"
    ";;;;\n"
    "Emp No;Name;Department;FTE;E-mail\n"
    "1;Ada Winter;Board;1,0;ada@x.example\n"
    "Subtotal Board;;;1,0;\n"
    "2;Bo Lund;IT;0,5;bo@x.example\n"
    "Subtotal IT;;;0,5;\n"
    "Grand Total;;;1,5;\n"
    "Confidential;;;;\n",
    "staff_no name department email",
    "1|Ada Winter|Board|ada@x.example\n"
    "2|Bo Lund|IT|bo@x.example\n",
    "6:total 8:total 9:total 10:note", "4:header-found" },
  { "numbers that a spreadsheet guarded or maimed",
    "Personnel no,Name,Email\n"
    "=\"00123\",Ada Winter,ada@x.example\n"
    "456.0,Bo Lund,bo@x.example\n"
    "1.23E+05,Cy Young,cy@x.example\n",
    "staff_no name",
    "00123|Ada Winter\n"
    "456|Bo Lund\n"
    "|Cy Young\n",
    "4:value", "" },
  { "placeholders everywhere",
    "Staff no;Name;Email;Manager;Department;Hire date\n"
    "1;Ada Winter;ada@x.example;n/a;Board;2011-03-14\n"
    "-;Bo Lund;no_email@x.example;TBD;N/A;00.00.0000\n"
    "x;Cy Young;none;-;IT;-\n",
    "staff_no name email manager joined",
    "1|Ada Winter|ada@x.example||2011-03-14\n"
    "|Bo Lund|||\n"
    "|Cy Young|||\n",
    "", "" },
  { "a reception that shares a mailbox",
    "Staff no,Name,Email\n"
    "1,Ada Winter,reception@x.example\n"
    "2,Bo Lund,reception@x.example\n",
    "staff_no name email",
    "1|Ada Winter|reception@x.example\n"
    "2|Bo Lund|reception@x.example\n",
    "", "3:shared-email" },
  { "managers in every form",
    "Employee No,Name,Email,Manager\n"
    "1,Ada Winter,ada@x.example,\n"
    "2,Bo Lund,bo@x.example,\"Winter, Ada\"\n"
    "3,Cy Young,cy@x.example,Ada Winter (1)\n"
    "4,Di Brown,di@x.example,1 - Ada Winter\n"
    "5,Ed Green,ed@x.example,ada@x.example\n"
    "6,Flo Gray,flo@x.example,0001\n"
    "7,Gus Hill,gus@x.example,Petra Boss\n",
    "staff_no manager manager_ref",
    "1||\n"
    "2|1|\n"
    "3|1|\n"
    "4|1|\n"
    "5|1|\n"
    "6|1|\n"
    "7||Petra Boss\n",
    "", "8:manager-unknown" },
  { "a sign-up sheet",
    "Timestamp,Email Address,What is your name?,I would like to take part as a … (mentor or mentee),Which department are you in?,Which languages do you speak?,I agree that my data are used for the programme\n"
    "5/14/2026 9:05:11,ada@x.example,Ada Winter,Mentee,Board,\"English; Chinese (Mandarin, Cantonese)\",I agree\n"
    "5/15/2026 9:05:11,bo@x.example,Bo Lund,Mentor,IT,English,I agree\n"
    "5/16/2026 8:00:00,ada@x.example,Ada Winter,Both,Board,English,I agree\n",
    "name email side department languages",
    "Ada Winter|ada@x.example|both|Board|English\n"
    "Bo Lund|bo@x.example|mentor|IT|English\n",
    "2:older", "" },
  { "a state that is a state of the country",
    "Staff no,Name,State,Level\n"
    "1,Ada Winter,Texas,L6\n"
    "2,Bo Lund,Ohio,L3\n"
    "3,Cy Young,Iowa,L2\n",
    "staff_no name state",
    "1|Ada Winter|active\n"
    "2|Bo Lund|active\n"
    "3|Cy Young|active\n",
    "", "0:guess-dropped 0:guess-dropped" },
  { "dates that nobody can read with certainty",
    "Staff no,Name,Hire date\n"
    "1,Ada Winter,03/04/2011\n"
    "2,Bo Lund,05/06/2021\n",
    "staff_no name joined",
    "1|Ada Winter|\n"
    "2|Bo Lund|\n",
    "0:date-open", "" },
  { "one date decides for its column",
    "Staff no,Name,Hire date\n"
    "1,Ada Winter,03/04/2011\n"
    "2,Bo Lund,05/31/2021\n"
    "3,Cy Young,14.3.98\n",
    "staff_no joined",
    "1|2011-03-04\n"
    "2|2021-05-31\n"
    "3|1998-03-14\n",
    "", "" },
  { "dates in words and in one piece",
    "Staff no;Name;Joined\n"
    "1;Ada Winter;14 March 2011\n"
    "2;Bo Lund;20211130\n"
    "3;Cy Young;3. Mai 2015\n"
    "4;Di Brown;2019/02/01\n"
    "5;Ed Green;31-12-2019\n"
    "6;Flo Gray;01-Mar-2024\n",
    "staff_no joined",
    "1|2011-03-14\n"
    "2|2021-11-30\n"
    "3|2015-05-03\n"
    "4|2019-02-01\n"
    "5|2019-12-31\n"
    "6|2024-03-01\n",
    "", "" },
  { "windows text with semicolons in one column",
    "Personalnummer;Name;Sprachen;Interessen\n"
    "1;Jörg Müller;Deutsch, Englisch;KI | Kochen\n"
    "2;Zoë Ng;Englisch;\"Lesen;Reisen, weit\"\n",
    "staff_no name languages tags",
    "1|Jörg Müller|Deutsch; Englisch|KI; Kochen\n"
    "2|Zoë Ng|Englisch|Lesen; Reisen, weit\n",
    "", "" },
  { "the newest of ten thousand habits: both names twice",
    "Person number,Display Name,Last Name,First Name,Role in programme,Max mentees,Willing\n"
    "1,\"WINTER, Ada\",WINTER,Ada,Mentee,,Yes\n"
    "2,\"LUND, Bo\",LUND,Bo,Mentor,2 (max),\"Yes, gladly\"\n"
    "3,\"YOUNG, Cy\",YOUNG,Cy,Mentor,3,\"Yes, but only remote\"\n",
    "staff_no name side mentor_capacity willing",
    "1|Ada WINTER|mentee|1|yes\n"
    "2|Bo LUND|mentor|2|yes\n"
    "3|Cy YOUNG|mentor|3|\n",
    "4:value", "" },
  { "an unreadable state",
    "ID;Name;Employment status\n"
    "1;Ada Winter;Active\n"
    "2;Bo Lund;Garden leave\n"
    "3;Cy Young;Zwischenzeugnis\n"
    "4;Di Brown;Retired\n"
    "5;Ed Green;Suspended\n",
    "staff_no state",
    "1|active\n"
    "2|away\n"
    "3|withdrawn\n"
    "4|left\n"
    "5|away\n",
    "4:value", "4:state-open" },
  { "pages of a printed report",
    "Empl No|Name|Dept\n"
    "1|Ada Winter|Board\n"
    "2|Bo Lund|IT\n"
    "Empl No|Name|Dept\n"
    "3|Cy Young|IT\n"
    "Page 2 of 2||\n",
    "staff_no name department",
    "1|Ada Winter|Board\n"
    "2|Bo Lund|IT\n"
    "3|Cy Young|IT\n",
    "4:headers-again 6:note", "" },
};

static char *
tell_field (const RmProgramme *programme,
            const RmPerson *person,
            const char *key)
{
  const RmField *field = rm_entity_find_field (rm_person_entity (), key);
  const RmPerson *manager = NULL;

  if (!g_str_equal (key, "manager"))
    return rm_record_format (person, field);

  manager = rm_programme_find_person (programme, person->manager);
  return g_strdup (manager != NULL ? manager->staff_no : "");
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Lines in an order of their own: that of ids is random. */
static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

static char *
tell_people (const RmProgramme *programme,
             const char *fields)
{
  g_auto (GStrv) keys = g_strsplit (fields, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autofree char *value = tell_field (programme, rm_programme_get_person (programme, i),
                                               keys[k]);

          g_string_append_printf (text, "%s%s", k > 0 ? "|" : "", value);
        }
      g_string_append_c (text, '\n');
    }
  return sort_lines (text->str);
}

static void
test_export (gconstpointer data)
{
  const Export *self = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) table = rm_csv_reader_read ((const guchar *) self->file, strlen (self->file),
                                                  '\0', NULL, NULL, &error);
  g_autoptr (RmImportPlan) plan = NULL;
  g_autoptr (RmImportResult) result = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *notices = NULL;
  g_autofree char *expected = sort_lines (self->people);
  g_autofree char *people = NULL;

  g_assert_no_error (error);
  rm_import_find_header (table);
  plan = rm_import_plan_new (table, RM_IMPORT_PEOPLE, fixture->programme, fixture->ratings);
  rm_import_plan_set_today (plan, "2026-05-20");
  result = fixture_evaluate (plan);
  problems = fixture_describe (result->problems);
  notices = fixture_describe (result->notices);
  fixture_apply (fixture, result);
  people = tell_people (fixture->programme, self->fields);
  g_assert_cmpstr (people, ==, expected);
  g_assert_cmpstr (problems, ==, self->problems);
  g_assert_cmpstr (notices, ==, self->notices);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize k = 0; k < G_N_ELEMENTS (exports); k++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/exports-of-others/%02u %s", (guint) k + 1,
                                               exports[k].habit);

      g_test_add_data_func (path, &exports[k], test_export);
    }
  return g_test_run ();
}
