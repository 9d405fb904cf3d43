/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of the made-up company. All names are random combinations of common ones. */

#define N_GIVEN 8
#define N_FAMILY 8

typedef struct
{
  const char *given[N_GIVEN];
  const char *family[N_FAMILY];
} NameList;

static const NameList name_lists[] = {
  { { "Bjørn", "Sørine", "Håkon", "Åse", "Magnus", "Freja", "Søren", "Ingrid" },
    { "Ødegård", "Nygaard", "Sørensen", "Åkesson", "Lindqvist", "Bjerregaard", "Holm", "Dahl" } },
  { { "Łukasz", "Małgorzata", "Paweł", "Żaneta", "Grzegorz", "Zofia", "Michał", "Świętosława" },
    { "Wójcik", "Kowalczyk", "Dąbrowska", "Zieliński", "Łuczak", "Żukowska", "Gąsior", "Nowak" } },
  { { "Zoë", "Oliver", "Imogen", "Callum", "Siân", "Rhys", "Niamh", "Padraig" },
    { "Ashworth", "Llewellyn", "O’Connor", "MacLeod", "Pritchard", "Fairbairn", "Doyle", "Hughes" } },
  { { "Minh", "Thảo", "Quang", "Linh", "Đức", "Hạnh", "Tuấn", "Ngọc" },
    { "Nguyễn", "Trần", "Phạm", "Đặng", "Huỳnh", "Võ", "Bùi", "Lê" } },
  { { "Jürgen", "Käthe", "Björn", "Änne", "Ruth", "Götz", "Heike", "Matthias" },
    { "Müller", "Weiß", "Schröder", "Krämer", "Böhm", "Größer", "Vogel", "Lange" } },
  { { "Aïcha", "François", "Hélène", "Gaël", "Noémie", "Benoît", "Chloé", "Loïc" },
    { "Lefèvre", "Benoît", "Garçon", "D’Amboise", "Moreau", "Chêne", "Traoré", "Duval" } },
  { { "Íñigo", "Begoña", "Joaquín", "María José", "Álvaro", "Núria", "Andrés", "Inés" },
    { "Muñoz", "Ibáñez", "García Peña", "Echevarría", "Vázquez", "Núñez", "Rodríguez", "Puig" } },
  { { "Ayşe", "Çağla", "Emre", "Gülşen", "İbrahim", "Özge", "Şükrü", "Deniz" },
    { "Yılmaz", "Öztürk", "Çelik", "Şahin", "Güneş", "Aydın", "Doğan", "Koç" } },
  { { "Chidi", "Ngozi", "Olúwaseun", "Adaeze", "Kwame", "Abena", "Tendai", "Zodwa" },
    { "Okafor", "Adébáyọ̀", "Mensah", "Nkosi", "Moyo", "Boateng", "Eze", "Dlamini" } },
  { { "Ravi", "Priya", "Arjun", "Lakshmi", "Sanjay", "Meera", "Farhan", "Anjali" },
    { "Subramanian", "Sharma", "Iyer", "Banerjee", "Kaur", "Reddy", "Siddiqui", "Patel" } },
  { { "Yuki", "Haruto", "Sakura", "Kenji", "Aiko", "Ren", "Hina", "Daichi" },
    { "Tanaka", "Satō", "Yamamoto", "Kobayashi", "Itō", "Nakamura", "Ōno", "Fujii" } },
  { { "Wei", "Xiùyīng", "Jùn", "Méi", "Hào", "Lì", "Yǔ", "Fāng" },
    { "Zhāng", "Lǐ", "Wáng", "Chén", "Liú", "Huáng", "Zhào", "Wú" } },
  { { "Layla", "Omar", "Noor", "Yusuf", "Samira", "Karim", "Hana", "Idris" },
    { "al-Masri", "Haddad", "Bensaïd", "Khoury", "El Amrani", "Najjar", "Rahman", "Saleh" } },
  { { "João", "Conceição", "Thiago", "Letícia", "Gonçalo", "Inês", "Caetano", "Luíza" },
    { "Araújo", "Magalhães", "Gonçalves", "Simões", "Brandão", "Leitão", "Pacheco", "Rocha" } },
  { { "Zdeněk", "Lenka", "Ondřej", "Šárka", "Miloš", "Jiřina", "Boštjan", "Živa" },
    { "Dvořák", "Černá", "Šťastný", "Novotná", "Kříž", "Žižka", "Kovač", "Hribar" } },
  { { "Dinah", "Moshe", "Tamar", "Elif", "Ana", "Mihai", "Ștefania", "Kálmán" },
    { "Ben-David", "Popescu", "Țurcanu", "Szabó", "Kőszegi", "Papadopoulou", "Ivanova", "Levi" } },
};

typedef struct
{
  const char *name;
  const char *language;
} Site;

static const Site sites[] = {
  { "Berlin", "German" },   { "Manchester", "English" }, { "Lyon", "French" },
  { "Kraków", "Polish" },   { "Valencia", "Spanish" },   { "Aarhus", "Danish" },
  { "Toronto", "English" }, { "Singapore", "English" },
};

static const char *const departments[] = {
  "Finance", "Sales", "Marketing", "Operations", "People", "Information technology",
  "Research; Development", "Legal", "Customer care", "Supply chain", "Property", "Strategy",
};

static const char *const senior_titles[] = {
  "Manager", "Head of unit", "Director", "Managing director", "Chief executive",
};

static const char *const junior_titles[] = {
  "Trainee", "Junior analyst", "Specialist", "Senior specialist",
};

static const char *const styles[] = { "Direct", "Analytical", "Expressive", "Supportive" };

static const char *const tags[] = {
  "sustainability", "podcasts", "running", "women in leadership", "open source", "volunteering",
  "photography", "public speaking", "data", "design", "parenting", "cooking", "languages",
  "gaming", "music", "coaching",
};

static const char *const backgrounds[] = {
  "first in the family to study", "career changer", "worked abroad", "grew up elsewhere",
  "works part-time", "served an apprenticeship",
};

static const char *const employers[] = { "Nordlicht Agency", "Harbour Students’ Union",
                                         "Tinsmith Labs" };

static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri" };

typedef struct
{
  const char *name;
  const char *category;
} Topic;

#define INCLUSIVE "Inclusive communication"
#define PEOPLE "Staff and customers"
#define SEEN "How the business is seen"
#define COMFORT "Comfort zones"
#define TECHNOLOGY "New technology"

/* Turn about by category, so that the first few have some of each. What seniors ask for most
 * comes first in each category. */
static const Topic topics[] = {
  { "AI tools", TECHNOLOGY },
  { "Inclusive language", INCLUSIVE },
  { "What young staff look for", PEOPLE },
  { "Social media: business", SEEN },
  { "Asking beginners’ questions", COMFORT },
  { "TikTok", TECHNOLOGY },
  { "Listening across generations", INCLUSIVE },
  { "Hybrid and remote work", PEOPLE },
  { "Employer reviews online", SEEN },
  { "Learning in public", COMFORT },
  { "WhatsApp", TECHNOLOGY },
  { "Running inclusive meetings", INCLUSIVE },
  { "Customers under thirty", PEOPLE },
  { "Brand among students", SEEN },
  { "Speaking without slides", COMFORT },
  { "Prezi", TECHNOLOGY },
  { "Allyship in practice", INCLUSIVE },
  { "Why people leave", PEOPLE },
  { "Sustainability claims", SEEN },
  { "Trying new formats", COMFORT },
  { "Social media: private", TECHNOLOGY },
  { "Neurodiversity at work", INCLUSIVE },
  { "First weeks in the company", PEOPLE },
  { "Reputation in tech communities", SEEN },
  { "Working out loud", COMFORT },
  { "Writing prompts", TECHNOLOGY },
  { "Accessible documents", INCLUSIVE },
  { "Pay and progress as juniors see it", PEOPLE },
  { "Podcasts and press", SEEN },
  { "Improvising", COMFORT },
  { "Low-code automation", TECHNOLOGY },
  { "Names and pronouns", INCLUSIVE },
  { "Work and family life", PEOPLE },
  { "Neighbours and community", SEEN },
  { "Deciding with little data", COMFORT },
  { "Data dashboards", TECHNOLOGY },
  { "Feedback upwards", INCLUSIVE },
  { "Volunteering and purpose", PEOPLE },
  { "Hiring from outside", SEEN },
  { "Saying “I don’t know”", COMFORT },
};

G_END_DECLS
