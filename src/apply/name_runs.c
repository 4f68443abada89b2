#include "name_runs.h"

#include <stddef.h>

#include "name_roles.h"

/* A run longer than this holds more than one name, if anything shows where to cut. */
enum { LONG_NAME = 4 };

typedef struct cutter {
  wi_name_runs *runs;
  const warta_document *document;
  const wi_unit_role *roles;
  uint32_t *starts; /* by term: runs that begin with it */
} cutter;

static bool may_be_pure(const wi_unit *unit) {
  return unit->term != WI_NO_TERM && unit->type < WARTA_TOKEN_NUMBER &&
         unit->type != WARTA_TOKEN_ACRONYM && unit->stop == WARTA_STOP_NONE;
}

static bool is_pure_as(const warta_document *document, const wi_unit *unit, wi_name_role role) {
  wi_root root;
  return role == WI_ROLE_GIVEN || role == WI_ROLE_CLOSER ||
         role == WI_ROLE_LINK || /* Omar Al Zaabi */
         (role == WI_ROLE_NONE &&
          !wi_dictionary_root(document->analyzer->dictionary,
                              wi_document_term_text(document, unit->term), &root));
}

bool wi_name_is_pure(const warta_document *document, const wi_unit *unit) {
  return may_be_pure(unit) && is_pure_as(document, unit, wi_name_role_of(document, unit));
}

/* Content words have been asked for their role already. */
static bool is_pure(const cutter *cut, size_t at) {
  const wi_unit *unit = &cut->document->units[at];
  const wi_unit_role *role = &cut->roles[at];
  return role->kind == WI_UNIT_CONTENT
             ? may_be_pure(unit) && is_pure_as(cut->document, unit, (wi_name_role)role->role)
             : wi_name_is_pure(cut->document, unit);
}

static wi_str surface(const cutter *cut, size_t at) {
  const wi_unit *unit = &cut->document->units[at];
  return wi_document_unit_text(cut->document, unit);
}

static wi_name_role role_of(const cutter *cut, size_t at) {
  return (wi_name_role)cut->roles[at].role;
}

static bool is_office(wi_name_role role) {
  return role == WI_ROLE_OFFICE || role == WI_ROLE_SEAT || role == WI_ROLE_TITLE;
}

static bool may_be_person(const cutter *cut, size_t at) {
  const wi_name_role role = role_of(cut, at);
  return role == WI_ROLE_NONE || role == WI_ROLE_GIVEN || role == WI_ROLE_LINK;
}

/* PT Dalihan Natolu Group | Maryam. */
static bool is_behind_closer(const cutter *cut, size_t at) {
  return role_of(cut, at - 1) == WI_ROLE_CLOSER && is_pure(cut, at);
}

/* PT DOSNI ROHA: letters of one kind are one name. */
static bool is_shouted_on(const cutter *cut, size_t at) {
  return (cut->document->units[at].flags & cut->document->units[at - 1].flags &
          WARTA_TOKEN_ALL_CAPS) != 0;
}

/* Stands at the head of a run elsewhere, so a name may begin here. */
static bool is_known_start(const cutter *cut, size_t at) {
  const wi_unit *unit = &cut->document->units[at];
  return unit->type != WARTA_TOKEN_ACRONYM && unit->term != WI_NO_TERM &&
         cut->roles[at].kind == WI_UNIT_CONTENT && may_be_person(cut, at) &&
         cut->starts[unit->term] > 0;
}

/* Wakil Ketua Umum, Juru Bicara, Wali Kota, Jaksa Agung: the unit behind the words of an office. */
static size_t office_end(const cutter *cut, size_t at, size_t end) {
  size_t last = at + 1;
  while (last < end) {
    const wi_name_role role = role_of(cut, last);
    const wi_str before = surface(cut, last - 1);
    const bool fixed = wi_str_equal(before, WI_STR("Juru")) ||
                       wi_str_equal(before, WI_STR("Wali")) ||
                       (wi_str_equal(before, WI_STR("Jaksa")) &&
                        wi_str_equal(surface(cut, last), WI_STR("Agung")));
    if (!fixed && !is_office(role) && role != WI_ROLE_GRADE && role != WI_ROLE_RANK) {
      break;
    }
    last++;
  }
  return last;
}

/* From where to the end of the row every word is nothing but a name. */
static size_t pure_tail(const cutter *cut, size_t at, size_t end) {
  size_t from = end;
  for (size_t i = end; i > at; i--) {
    if (cut->roles[i - 1].kind != WI_UNIT_CONTENT) {
      continue;
    }
    if (!is_pure(cut, i - 1) || role_of(cut, i - 1) == WI_ROLE_CLOSER) {
      break;
    }
    from = i - 1;
  }
  return from;
}

/* Abdul Kadir Karding: a given name opens the person, whatever the words behind it are. Not in
 * Universitas Ahmad Dahlan. */
static bool opens_person(const cutter *cut, size_t at, size_t end) {
  if (role_of(cut, at) != WI_ROLE_GIVEN || end - at > LONG_NAME ||
      role_of(cut, at - 1) == WI_ROLE_BODY) {
    return false;
  }
  for (size_t i = at; i < end; i++) {
    if (cut->roles[i].kind != WI_UNIT_CONTENT || !may_be_person(cut, i)) {
      return false;
    }
  }
  return true;
}

/* The same, but what opens a body takes a word with it (DPRD Kabupaten Demak), and a company all:
 * Direktur PT Melanton Pratama. */
static size_t person_tail(const cutter *cut, size_t at, size_t end) {
  enum { FULL_NAME = 2 };
  const size_t tail = pure_tail(cut, at, end);
  if (tail == end || tail == 0 || role_of(cut, tail - 1) != WI_ROLE_BODY) {
    return tail;
  }
  const wi_str body = surface(cut, tail - 1);
  const bool is_company = wi_str_equal(body, WI_STR("PT")) || wi_str_equal(body, WI_STR("CV"));
  return is_company || end - tail <= FULL_NAME ? end : tail + 1;
}

/* Sekretaris Kabinet Teddy Indra Wijaya: pure words before the given name that shows the person,
 * where an ordinary word stands before them. In "DPRD Kabupaten Demak Endang Danuarta" and "Ketua
 * KPU Demak Endang Danuarta" they are the place. */
static size_t first_pure(const cutter *cut, size_t at, size_t given) {
  size_t first = given;
  while (first > at + 1 && is_pure(cut, first - 1) && role_of(cut, first - 1) == WI_ROLE_NONE) {
    first--;
  }
  const bool is_office = cut->roles[first - 1].kind == WI_UNIT_CONTENT &&
                         cut->document->units[first - 1].type != WARTA_TOKEN_ACRONYM &&
                         role_of(cut, first - 1) == WI_ROLE_NONE;
  return is_office ? first : given;
}

/* Where the person begins behind an office's words, or end. Behind "Menteri" all of a pure name is
 * the person; behind "Bupati" it may be the place. Behind other words a person begins with the
 * first pure word, or where the article has the name by itself. */
static size_t person_start(const cutter *cut, size_t at, size_t end, bool seat) {
  const size_t tail = person_tail(cut, at, end);
  const bool pure = tail == at;
  const bool known_at = at < end && is_known_start(cut, at);
  for (size_t i = at + 1; i < end; i++) {
    const bool known = is_known_start(cut, i);
    const bool is_given = opens_person(cut, i, end);
    const bool begins =
        known || (i == tail && !is_shouted_on(cut, i)) || is_given || is_behind_closer(cut, i);
    if (pure ? known && (seat || known_at) : begins) {
      return is_given && !seat ? first_pure(cut, at, i) : i;
    }
  }
  return !seat && (pure || (known_at && is_pure(cut, at))) ? at : end;
}

/* Menkeu Sri Mulyani, but Presiden RI, Presiden Korea Selatan. */
static bool takes_person(const cutter *cut, size_t at) {
  return cut->roles[at].kind == WI_UNIT_CONTENT && may_be_person(cut, at) &&
         cut->document->units[at].type != WARTA_TOKEN_ACRONYM;
}

/* A calling in small letters before the name: akademisi UI Hamdi Muluk, presiden terpilih AS Donald
 * Trump. */
static bool follows_calling(const cutter *cut, size_t at) {
  enum { REACH = 3 };
  for (size_t back = 1; back <= REACH && back <= at; back++) {
    const wi_unit *unit = &cut->document->units[at - back];
    if (unit->term == WI_NO_TERM || unit->sentence != cut->document->units[at].sentence) {
      return false;
    }
    const uint8_t kind = cut->roles[at - back].kind;
    const bool is_known = kind != WI_UNIT_BREAK && kind != WI_UNIT_LINK && kind != WI_UNIT_TAIL;
    if (is_office(is_known ? role_of(cut, at - back) : wi_name_role_of(cut->document, unit))) {
      return true;
    }
  }
  return false;
}

/* The person behind a body at the head of a run, or end: KPK Budi Prasetyo. AC Milan is none. */
static size_t person_behind_body(const cutter *cut, size_t at, size_t end) {
  const bool is_called = follows_calling(cut, at);
  if (is_called && role_of(cut, at) == WI_ROLE_BODY) {
    return person_start(cut, at, end, false); /* anggota Komisi XI DPR RI Wirya Danuarta */
  }
  size_t from = at;
  while (from < end && cut->roles[from].kind == WI_UNIT_CONTENT &&
         (cut->document->units[from].type == WARTA_TOKEN_ACRONYM ||
          role_of(cut, from) == WI_ROLE_PLACE) &&
         role_of(cut, from) != WI_ROLE_BODY) {
    from++;
  }
  if (from == at || end - from < 2 || pure_tail(cut, from, end) != from) {
    return end;
  }
  const bool is_known = role_of(cut, at) == WI_ROLE_PLACE && is_known_start(cut, from);
  return is_known || is_called ? from : end;
}

/* Places that begin a name of their own behind a place or a person; "Dinas Kesehatan Kota Bandung"
 * and "DPRD Kabupaten Demak" are one. */
static bool is_district(const cutter *cut, size_t at) {
  const wi_name_role before = role_of(cut, at - 1);
  return role_of(cut, at) == WI_ROLE_BODY && before == WI_ROLE_PLACE &&
         cut->document->units[at - 1].type != WARTA_TOKEN_ACRONYM;
}

/* The end of a name that begins with no office. */
static size_t plain_end(const cutter *cut, size_t at, size_t end) {
  const bool is_long = end - at > LONG_NAME;
  const size_t person = person_behind_body(cut, at, end);
  if (person < end) {
    return person;
  }
  for (size_t i = at + 1; i < end; i++) {
    const wi_name_role role = role_of(cut, i);
    const bool after_name = is_pure(cut, i - 1);
    if ((after_name && is_office(role)) || wi_str_equal(surface(cut, i), WI_STR("Fraksi")) ||
        (i + 1 < end && i == at + 1 && is_district(cut, i)) || is_behind_closer(cut, i) ||
        ((after_name || is_long) && role == WI_ROLE_BODY && i + 1 < end && i > at + 1) ||
        (is_long && i + 1 < end && is_known_start(cut, i) && is_pure(cut, i))) {
      return i;
    }
  }
  return end;
}

/* An office ends where the next one begins behind a person. */
static size_t next_office(const cutter *cut, size_t at, size_t end) {
  for (size_t i = at + 1; i < end; i++) {
    if (is_office(role_of(cut, i)) && is_pure(cut, i - 1)) {
      return i;
    }
  }
  return end;
}

static size_t trim_links(const cutter *cut, size_t at, size_t end) {
  while (end > at && cut->roles[end - 1].kind == WI_UNIT_LINK) {
    end--;
  }
  return end;
}

/* A body behind a number is a name of its own as well: DPR RI in Komisi XI DPR RI. */
static void put_name(cutter *cut, size_t at, size_t end) {
  for (size_t i = at; i < end; i++) {
    cut->runs->first[i] = (uint32_t)at;
    cut->runs->last[i] = (uint32_t)end;
    if (i > at && cut->roles[i - 1].kind == WI_UNIT_TAIL && cut->roles[i].kind == WI_UNIT_CONTENT) {
      cut->runs->tail[i] = (uint32_t)end;
    }
  }
}

static void cut_run(cutter *cut, size_t at, size_t end) {
  while (at < end) {
    if (cut->roles[at].kind != WI_UNIT_CONTENT) {
      at++;
      continue;
    }
    const wi_name_role role = role_of(cut, at);
    size_t stop = end;
    if (is_office(role)) {
      const size_t behind = office_end(cut, at, end);
      const size_t limit = behind < end ? next_office(cut, behind, end) : end;
      const bool direct =
          behind < limit && role_of(cut, behind - 1) == WI_ROLE_TITLE && takes_person(cut, behind);
      stop = direct ? behind : person_start(cut, behind, limit, role == WI_ROLE_SEAT);
      if (stop > behind && cut->roles[behind].kind == WI_UNIT_CONTENT) {
        cut->runs->tail[behind] = (uint32_t)trim_links(cut, behind, stop);
      }
    } else {
      stop = plain_end(cut, at, end);
    }
    cut->runs->serves[at] = is_office(role) && role != WI_ROLE_SEAT && stop < end;
    put_name(cut, at, trim_links(cut, at, stop));
    at = stop;
  }
}

static size_t run_end(const cutter *cut, size_t at) {
  const uint32_t sentence = cut->document->units[at].sentence;
  while (at < cut->document->unit_count && cut->roles[at].kind != WI_UNIT_BREAK &&
         cut->roles[at].is_name && cut->document->units[at].sentence == sentence) {
    at++;
  }
  return at;
}

/* Offices begin runs everywhere and say nothing; what follows them may. */
static void count_starts(cutter *cut) {
  for (size_t i = 0; i < cut->document->unit_count; i++) {
    const size_t end = cut->roles[i].is_name ? run_end(cut, i) : i;
    if (end > i) {
      const uint32_t term = cut->document->units[i].term;
      if (term != WI_NO_TERM) {
        cut->starts[term]++;
      }
      i = end - 1;
    }
  }
}

/* What crosses the edge of "orang tua" is cut off, as with a name. */
static void put_pairs(cutter *cut) {
  for (size_t i = 0; i + 1 < cut->document->unit_count; i++) {
    if (cut->roles[i].role == WI_ROLE_PAIR && cut->roles[i + 1].role == WI_ROLE_PAIR &&
        cut->runs->first[i] == WI_NO_NAME) {
      put_name(cut, i, i + 2);
      i++;
    }
  }
}

bool wi_name_runs_find(wi_name_runs *runs, const warta_document *document,
                       const wi_unit_role *roles, wi_arena *arena) {
  const size_t count = document->unit_count;
  cutter cut = {.runs = runs, .document = document, .roles = roles};
  runs->first = wi_arena_take(arena, count, sizeof *runs->first);
  runs->last = wi_arena_new(arena, count, sizeof *runs->last);
  runs->serves = wi_arena_new(arena, count, sizeof *runs->serves);
  runs->tail = wi_arena_new(arena, count, sizeof *runs->tail);
  cut.starts = wi_arena_new(arena, document->terms.count, sizeof *cut.starts);
  if (runs->first == NULL || runs->last == NULL || runs->serves == NULL || runs->tail == NULL ||
      cut.starts == NULL) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    runs->first[i] = WI_NO_NAME;
  }
  count_starts(&cut);
  for (size_t i = 0; i < count; i++) {
    const size_t end = roles[i].is_name ? run_end(&cut, i) : i;
    cut_run(&cut, i, end);
    i = end > i ? end - 1 : i;
  }
  put_pairs(&cut);
  return true;
}
