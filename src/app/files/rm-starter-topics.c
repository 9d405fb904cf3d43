/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-starter-topics.h"

#include <glib/gi18n-lib.h>

/* A list in our own words rather than a taxonomy: a few dozen topics that juniors can teach
 * seniors. It is a table in C, so that xgettext finds the words and the compiler the mistakes. */

typedef enum
{
  INCLUSIVE,
  DRIVERS,
  PERCEIVED,
  COMFORT,
  TECHNOLOGY,
  N_CATEGORIES,
} Category;

typedef enum
{
  EVERYWHERE,
  PRIVATE,
  BUSINESS,
} Context;

typedef struct
{
  Category category;
  Context context;
  const char *name;
  const char *aliases;
  const char *description;
} Topic;

static const char *const categories[N_CATEGORIES] = {
  [INCLUSIVE] = N_ ("Inclusive communication"),
  [DRIVERS] = N_ ("Attitudes and drivers of staff and customers"),
  [PERCEIVED] = N_ ("How the business is perceived"),
  [COMFORT] = N_ ("Comfort zones"),
  [TECHNOLOGY] = N_ ("New technology"),
};

static const char *const contexts[] = {
  [EVERYWHERE] = NULL,
  /* Translators: how a tool is used, as opposed to "business" */
  [PRIVATE] = N_ ("private"),
  [BUSINESS] = N_ ("business"),
};

/* What somebody at each level does, from 0 to 5: the same for all topics of a category. */
static const char *const anchors[N_CATEGORIES][RM_N_SKILL_LEVELS] = {
  [INCLUSIVE] = {
    N_ ("Has not noticed yet that this matters"),
    N_ ("Notices it when somebody points it out"),
    N_ ("Tries it now and then, with help"),
    N_ ("Does it in everyday conversations and meetings"),
    N_ ("Does it when it is hard, and others follow"),
    N_ ("Helps others to learn it and changes how the team works"),
  },
  [DRIVERS] = {
    N_ ("Has not looked into it"),
    N_ ("Knows what is said about it in general"),
    N_ ("Has heard about it from one or two people it concerns"),
    N_ ("Can say how people here think about it, and why"),
    N_ ("Uses it when decisions are made"),
    N_ ("Explains it to others and brings the people concerned to the table"),
  },
  [PERCEIVED] = {
    N_ ("Has not looked at the business from there"),
    N_ ("Knows that others may see it in another way"),
    N_ ("Has asked somebody how it looks to them"),
    N_ ("Can say what others see, with examples"),
    N_ ("Checks own decisions against how they will be seen"),
    N_ ("Helps others to see it and changes what people see"),
  },
  [COMFORT] = {
    N_ ("Stays away from it"),
    N_ ("Has thought about trying it"),
    N_ ("Has tried it once in good company"),
    N_ ("Does it when there is a reason to"),
    N_ ("Looks for occasions to do it"),
    N_ ("Makes it easy for others to do it too"),
  },
  [TECHNOLOGY] = {
    N_ ("Has never used it"),
    N_ ("Has seen others use it"),
    N_ ("Uses it with somebody’s help"),
    N_ ("Uses it alone for everyday things"),
    N_ ("Uses it in ways that others ask about"),
    N_ ("Teaches it to others and knows where it should not be used"),
  },
};

/* Other names are separated by semicolons; product names are not translated. */
static const Topic topics[] = {
  { INCLUSIVE, EVERYWHERE, N_ ("Inclusive language"),
    N_ ("gender-neutral language; inclusive wording"),
    N_ ("Words that leave nobody out, in speech, mails and job advertisements") },
  { INCLUSIVE, EVERYWHERE, N_ ("Pronouns and forms of address"),
    N_ ("pronouns; how to address people"),
    N_ ("Asking how people wish to be addressed, and keeping to it") },
  { INCLUSIVE, EVERYWHERE, N_ ("Listening without rank"),
    N_ ("active listening; listening upwards"),
    N_ ("Hearing somebody out who stands far below in the hierarchy") },
  { INCLUSIVE, EVERYWHERE, N_ ("Meetings where everybody speaks"),
    N_ ("inclusive meetings; fair meetings"),
    N_ ("Leading a meeting so that the quiet and the junior are heard") },
  { INCLUSIVE, EVERYWHERE, N_ ("Communicating across cultures"),
    N_ ("intercultural communication; cross-cultural communication"),
    N_ ("What is polite, direct or open differs; noticing it and asking") },
  { INCLUSIVE, EVERYWHERE, N_ ("Plain language"),
    N_ ("clear language; easy language"),
    N_ ("Saying what is meant in words that everybody knows") },
  { INCLUSIVE, EVERYWHERE, N_ ("Accessible documents and slides"),
    N_ ("accessibility; accessible content"),
    N_ ("Documents, slides and videos that people with impairments can use") },
  { INCLUSIVE, EVERYWHERE, N_ ("Speaking up about bias"),
    N_ ("allyship; addressing bias; bystander intervention"),
    N_ ("Saying something when others are treated unfairly") },
  { DRIVERS, EVERYWHERE, N_ ("What keeps young colleagues"),
    N_ ("retention of young talent; why people stay"),
    N_ ("Why junior colleagues stay or leave, in their own words") },
  { DRIVERS, EVERYWHERE, N_ ("What juniors expect of leaders"),
    N_ ("expectations of young employees; leadership expectations"),
    N_ ("How people at the start of their careers wish to be led") },
  { DRIVERS, EVERYWHERE, N_ ("Boundaries between work and life"),
    N_ ("work-life balance; always on"),
    N_ ("What people expect about hours, messages in the evening and time off") },
  { DRIVERS, EVERYWHERE, N_ ("Flexible and remote work"),
    N_ ("remote work; hybrid work; working from home"),
    N_ ("How working from elsewhere is lived, and what makes it work") },
  { DRIVERS, EVERYWHERE, N_ ("How young customers decide"),
    N_ ("young customers; generation Z customers"),
    N_ ("What young people look at before they buy, and whom they ask") },
  { DRIVERS, EVERYWHERE, N_ ("Online reviews and word of mouth"),
    N_ ("online reviews; ratings and reviews; word of mouth"),
    N_ ("How opinions spread among customers, and what can be done about it") },
  { DRIVERS, EVERYWHERE, N_ ("Purpose and sustainability"),
    N_ ("sustainability; climate; purpose at work"),
    N_ ("What people want their work to be good for") },
  { DRIVERS, EVERYWHERE, N_ ("Mental health at work"),
    N_ ("mental health; wellbeing; psychological safety"),
    N_ ("How people speak about pressure and health, and what helps them") },
  { PERCEIVED, EVERYWHERE, N_ ("How we look from below"),
    N_ ("view from below; upward feedback"),
    N_ ("What colleagues without a title say about the business among themselves") },
  { PERCEIVED, EVERYWHERE, N_ ("Our name as an employer"),
    N_ ("employer brand; employer reputation; employer review sites"),
    N_ ("What is said about working here, and where it is said") },
  { PERCEIVED, EVERYWHERE, N_ ("Our voice in public"),
    N_ ("brand voice; public image; tone of voice"),
    N_ ("How the business sounds to people outside who are not specialists") },
  { PERCEIVED, EVERYWHERE, N_ ("How decisions reach people"),
    N_ ("internal communication; how decisions are communicated"),
    N_ ("What is left of a decision when it arrives at the desk of a junior") },
  { PERCEIVED, EVERYWHERE, N_ ("Promotion and fairness"),
    N_ ("transparent promotion; fair promotion; pay transparency"),
    N_ ("Whether people understand who is promoted and paid what, and why") },
  { PERCEIVED, EVERYWHERE, N_ ("Hiring as applicants see it"),
    N_ ("candidate experience; applicant experience; recruiting"),
    N_ ("What applying here feels like from the other side") },
  { PERCEIVED, EVERYWHERE, N_ ("Unwritten rules"),
    N_ ("company culture; hidden rules"),
    N_ ("What everybody knows here and nobody tells newcomers") },
  { COMFORT, EVERYWHERE, N_ ("Asking as a beginner"),
    N_ ("learning in public; asking questions"),
    N_ ("Saying “I do not know this” and asking somebody younger") },
  { COMFORT, EVERYWHERE, N_ ("Being on camera"),
    N_ ("video messages; speaking on camera"),
    N_ ("Recording a short message without a script or a studio") },
  { COMFORT, EVERYWHERE, N_ ("Informal contact across ranks"),
    N_ ("skip-level talks; networking across levels"),
    N_ ("Lunch or coffee with people far away in the hierarchy") },
  { COMFORT, EVERYWHERE, N_ ("Trying things unfinished"),
    N_ ("experimenting; prototyping"),
    N_ ("Showing a draft early and learning from what goes wrong") },
  { COMFORT, EVERYWHERE, N_ ("Taking feedback from juniors"),
    N_ ("receiving feedback; reverse feedback"),
    N_ ("Asking for an honest opinion and thanking for it") },
  { COMFORT, EVERYWHERE, N_ ("Letting go of control"),
    N_ ("delegating; empowering others"),
    N_ ("Leaving a decision to those who know more about it") },
  { COMFORT, EVERYWHERE, N_ ("Working outside one’s field"),
    N_ ("job shadowing; cross-functional work"),
    N_ ("Spending time where one is not the expert") },
  { TECHNOLOGY, PRIVATE, N_ ("WhatsApp"),
    N_ ("messenger apps; messengers"),
    N_ ("Messages, groups and calls with family and friends, and their settings") },
  { TECHNOLOGY, BUSINESS, N_ ("Team chat"),
    N_ ("Microsoft Teams; Teams; Slack; Google Chat"),
    N_ ("Channels, threads and reactions instead of long mails") },
  { TECHNOLOGY, EVERYWHERE, N_ ("TikTok"),
    N_ ("short videos; short-form video"),
    N_ ("Short videos: watching, making, and why young people spend their time there") },
  { TECHNOLOGY, BUSINESS, N_ ("Prezi"),
    N_ ("Prezi Present; zooming presentations"),
    N_ ("Presentations that move across one canvas instead of slides") },
  { TECHNOLOGY, PRIVATE, N_ ("Social media: private"),
    N_ ("private social media; Instagram; Facebook"),
    N_ ("Own profiles, who sees what, and what stays private") },
  { TECHNOLOGY, BUSINESS, N_ ("Social media: business"),
    N_ ("business social media; LinkedIn; social selling"),
    N_ ("Speaking for oneself and the business on professional networks") },
  { TECHNOLOGY, EVERYWHERE, N_ ("AI tools"),
    N_ ("AI; artificial intelligence; generative AI; ChatGPT; Copilot"),
    N_ ("Asking assistants that write, draw and summarise, and checking what they say") },
  { TECHNOLOGY, BUSINESS, N_ ("Shared documents"),
    N_ ("collaborative editing; Google Docs; Microsoft 365; Office 365"),
    N_ ("Writing in one document at the same time, with comments and versions") },
  { TECHNOLOGY, BUSINESS, N_ ("Video meetings"),
    N_ ("Zoom; Webex; online meetings; video conferences"),
    N_ ("Meetings on screen that people like to attend") },
  { TECHNOLOGY, BUSINESS, N_ ("Online whiteboards"),
    N_ ("Miro; Mural; digital whiteboard"),
    N_ ("Collecting and sorting ideas together on one board") },
  { TECHNOLOGY, EVERYWHERE, N_ ("Podcasts"),
    N_ ("podcasting; audio"),
    N_ ("Listening to, appearing in and making spoken programmes") },
  { TECHNOLOGY, BUSINESS, N_ ("Reading data"),
    N_ ("data literacy; dashboards; data visualisation"),
    N_ ("Asking a dashboard the right question and doubting the answer") },
  { TECHNOLOGY, BUSINESS, N_ ("Automating routine work"),
    N_ ("automation; no-code tools; macros; Power Automate"),
    N_ ("Letting the computer do what is done the same way each week") },
  { TECHNOLOGY, EVERYWHERE, N_ ("Passwords and phishing"),
    N_ ("security awareness; cyber security; password manager; two-factor login"),
    N_ ("Keeping accounts safe at work and at home, and seeing through tricks") },
  { TECHNOLOGY, EVERYWHERE, N_ ("Working on the phone"),
    N_ ("mobile working; mobile apps; smartphone"),
    N_ ("Doing on the phone what others open a computer for") },
};

static char *
dup_translated (const char *text)
{
  return text != NULL ? g_strdup (_ (text)) : NULL;
}

static RmSkill *
new_skill (const Topic *topic)
{
  RmSkill *skill = rm_skill_new ();

  skill->name = dup_translated (topic->name);
  skill->category = dup_translated (categories[topic->category]);
  skill->aliases = dup_translated (topic->aliases);
  skill->context = dup_translated (contexts[topic->context]);
  skill->description = dup_translated (topic->description);
  for (guint level = 0; level < RM_N_SKILL_LEVELS; level++)
    skill->anchors[level] = dup_translated (anchors[topic->category][level]);

  return skill;
}

GPtrArray *
rm_starter_topics_new (void)
{
  GPtrArray *skills = g_ptr_array_new_with_free_func (rm_record_unref);

  for (gsize t = 0; t < G_N_ELEMENTS (topics); t++)
    g_ptr_array_add (skills, new_skill (&topics[t]));

  return skills;
}
