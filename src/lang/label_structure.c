#include "label_structure.h"

#include <warta/label.h>

/* Article text: long enough and stopped, or so long that it is no heading. */
#define PROSE_WORDS 8
#define LONG_WORDS 25
#define TITLE_WORDS_MAX 25
#define HEADING_WORDS_MAX 15
/* Below a list of links: "Warga Menanti"; a longer line is one more link. */
#define HEADING_BELOW_LIST_MAX 4
/* Words of a topic, and topics below an article, at most. */
#define TOPIC_WORDS_MAX 3
#define TOPICS_MAX 8
/* Prose lines that may stand before a dateline: standfirst and captions. */
#define PROSE_BEFORE_DATELINE 4

typedef struct layout {
  wi_line *lines;
  size_t count;
  size_t first; /* the first line of the article */
  size_t title; /* count if there is none */
  size_t after; /* behind the mark that ends the article, or count */
} layout;

static bool is_open(const wi_line *line) {
  return line->kind == WARTA_LABEL_NONE;
}

static bool has(const wi_line *line, uint32_t flag) {
  return (line->flags & flag) != 0;
}

static bool is_prose(const wi_line *line) {
  if (!is_open(line)) {
    return false;
  }
  return has(line, WI_LINE_DATELINE) || line->words >= LONG_WORDS ||
         (has(line, WI_LINE_STOP) && line->words >= PROSE_WORDS) ||
         (has(line, WI_LINE_SENTENCES) && line->words >= PROSE_WORDS);
}

static void name(wi_line *line, warta_label_kind kind, const char *rule) {
  line->kind = (uint8_t)kind;
  line->rule = rule;
  line->flags &= ~(uint32_t)WI_LINE_PARTS;
}

static size_t count_prose(const layout *all, size_t from, size_t to) {
  size_t count = 0;
  for (size_t i = from; i < to; i++) {
    count += is_prose(&all->lines[i]);
  }
  return count;
}

/* --- before the article ----------------------------------------------------------------------- */

/* The same line twice in a row before the article: the teasers of a slide show. */
static void label_repeated(layout *all) {
  for (size_t i = 0; i + 1 < all->count && i < 12; i++) {
    wi_line *line = &all->lines[i];
    wi_line *next = &all->lines[i + 1];
    if (!is_open(line) || !is_open(next) || has(line, WI_LINE_DATELINE)) {
      continue;
    }
    if (line->hash == next->hash && line->words >= 4) {
      name(line, WARTA_LABEL_RELATED, "structure:repeated");
      name(next, WARTA_LABEL_RELATED, "structure:repeated");
    } else if (is_prose(line) && i > 4) {
      return;
    }
  }
}

static bool is_head_matter(const wi_line *line) {
  return line->kind == WARTA_LABEL_BYLINE || line->kind == WARTA_LABEL_DATE ||
         line->kind == WARTA_LABEL_CAPTION || line->kind == WARTA_LABEL_SHARE;
}

static bool may_be_title(const wi_line *line) {
  const uint32_t never = WI_LINE_PERIOD | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                         WI_LINE_BULLET | WI_LINE_LINK | WI_LINE_NUMBER | WI_LINE_ROW |
                         WI_LINE_DATELINE | WI_LINE_DATELINE_WEAK;
  return is_open(line) && !has(line, never) && line->inner_count == 0 && line->words >= 4 &&
         line->words <= TITLE_WORDS_MAX;
}

/* An author's name or a rubric between the named lines. */
static bool is_short_matter(const wi_line *line) {
  return is_open(line) && line->words <= 6 && !has(line, WI_LINE_STOP | WI_LINE_COLON);
}

/* "Mengapa jalan desa tak kunjung rampung?" above a date, a byline or a picture: a title that asks.
 */
static bool is_asking_title(const layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return has(line, WI_LINE_STOP) &&
         !has(line, WI_LINE_PERIOD | WI_LINE_SENTENCES | WI_LINE_DATELINE) &&
         line->words <= TITLE_WORDS_MAX && i + 1 < all->count && is_head_matter(&all->lines[i + 1]);
}

/* The first line of prose. A title, at most two lines of prose, then byline, date or caption, then
 * more prose: what stands between is a standfirst, and the article begins later. */
static size_t find_first_prose(const layout *all) {
  size_t first = 0;
  while (first < all->count && (!is_prose(&all->lines[first]) || is_asking_title(all, first))) {
    first++;
  }
  bool titled = false;
  for (size_t i = 0; i < first; i++) {
    titled = titled || may_be_title(&all->lines[i]);
  }
  if (!titled || first == all->count || all->lines[first].words > 45) {
    return first;
  }
  size_t matter = first + 1;
  if (matter < all->count && is_prose(&all->lines[matter]) && all->lines[matter].words <= 45) {
    matter++;
  }
  size_t found = 0;
  while (matter < all->count &&
         (is_head_matter(&all->lines[matter]) || is_short_matter(&all->lines[matter]))) {
    const uint8_t kind = all->lines[matter].kind;
    found += kind != WARTA_LABEL_CAPTION && kind != WARTA_LABEL_NONE;
    matter++;
  }
  if (found == 0 || count_prose(all, matter, all->count) < 3) {
    return first;
  }
  while (matter < all->count && !is_prose(&all->lines[matter])) {
    matter++;
  }
  return matter < all->count ? matter : first;
}

/* The line with the dateline, if it is not too deep in the text; else the first line of prose. A
 * weak dateline ("Jakarta -") counts only where the article begins. */
static void find_first(layout *all) {
  size_t prose = 0;
  const size_t first = find_first_prose(all);
  for (size_t i = 0; i < all->count && prose <= PROSE_BEFORE_DATELINE; i++) {
    const wi_line *line = &all->lines[i];
    if (has(line, WI_LINE_DATELINE) && prose <= PROSE_BEFORE_DATELINE &&
        (prose == 0 || i >= first || i <= first + PROSE_BEFORE_DATELINE)) {
      all->first = i;
      return;
    }
    prose += is_prose(line);
  }
  all->first = first;
}

static void drop_dateline(wi_line *line) {
  if (has(line, WI_LINE_DATELINE_WEAK)) {
    line->flags &= ~(uint32_t)(WI_LINE_DATELINE | WI_LINE_DATELINE_WEAK);
    if (line->kind == WARTA_LABEL_DATELINE) {
      name(line, WARTA_LABEL_NONE, NULL);
    }
  }
}

/* "Jakarta -" opens an article once: the first line that has it, near the top, with text behind. */
static void drop_weak_datelines(layout *all) {
  size_t prose = 0;
  bool taken = false;
  for (size_t i = 0; i < all->count; i++) {
    wi_line *line = &all->lines[i];
    if (has(line, WI_LINE_DATELINE_WEAK)) {
      const bool alone = line->kind == WARTA_LABEL_DATELINE;
      const bool texted = alone ? i + 1 < all->count && is_prose(&all->lines[i + 1])
                                : line->words >= 10 && has(line, WI_LINE_STOP | WI_LINE_SENTENCES);
      const bool below_head = prose <= 2 && i > 0 && !is_prose(&all->lines[i - 1]);
      if (taken || (prose > 0 && !below_head) || !texted) {
        drop_dateline(line);
      }
    }
    taken = taken || has(line, WI_LINE_DATELINE);
    prose += is_prose(line);
  }
}

static bool is_name_line(const wi_line *line) {
  return is_open(line) && line->words >= 2 && line->words <= 4 && line->capitals == line->words &&
         !has(line, WI_LINE_ROW | WI_LINE_STOP);
}

/* A byline or date right below a line makes it the title, if there are several candidates. */
static bool is_signed(const layout *all, size_t i) {
  if (i + 1 < all->first && is_name_line(&all->lines[i + 1])) {
    i++;
  }
  const uint8_t kind = i + 1 < all->first ? all->lines[i + 1].kind : (uint8_t)WARTA_LABEL_NONE;
  return kind == WARTA_LABEL_BYLINE || kind == WARTA_LABEL_DATE;
}

/* A later candidate wins only if it is signed and written as titles are, in capitals. */
static bool is_better_title(const layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return is_signed(all, i) && line->words >= 6 && line->capitals * 5 >= line->words * 3;
}

static size_t find_title(const layout *all) {
  size_t best = all->count;
  bool best_signed = false;
  for (size_t i = 0; i < all->first; i++) {
    const wi_line *line = &all->lines[i];
    if (line->head != 0) {
      /* what follows is a list of links */
      break;
    }
    if (has(line, WI_LINE_MARK) && is_open(line) && line->words >= 2) {
      return i;
    }
    const bool asks = has(line, WI_LINE_STOP) && !is_signed(all, i);
    if (!asks && may_be_title(line) &&
        (best == all->count || (!best_signed && is_better_title(all, i)))) {
      best = i;
      best_signed = is_signed(all, i);
    }
  }
  if (best < all->count) {
    return best;
  }
  for (size_t i = 0; i + 1 < all->first; i++) {
    wi_line line = all->lines[i];
    line.words++;
    if (may_be_title(&line) && is_head_matter(&all->lines[i + 1])) {
      return i;
    }
  }
  return all->count;
}

static void label_before_title(layout *all, size_t end) {
  for (size_t i = 0; i < end; i++) {
    wi_line *line = &all->lines[i];
    if (!is_open(line) || has(line, WI_LINE_STOP | WI_LINE_COLON | WI_LINE_OPEN_END)) {
      continue;
    }
    if (has(line, WI_LINE_NUMBER)) {
      name(line, WARTA_LABEL_SHARE, "structure:number before the article");
    } else if (line->words <= 5) {
      name(line, WARTA_LABEL_NAVIGATION, "structure:short line before the title");
    }
  }
}

/* The text of a picture twice: first bare, then with its credit. */
static bool is_repeated_caption(const layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return i + 1 < all->first && all->lines[i + 1].kind == WARTA_LABEL_CAPTION && line->words >= 2 &&
         all->lines[i + 1].words >= line->words && !has(line, WI_LINE_MARK);
}

static void label_short_head_line(layout *all, size_t i) {
  wi_line *line = &all->lines[i];
  const wi_line *before = &all->lines[i - 1];
  if (has(line, WI_LINE_NUMBER)) {
    name(line, WARTA_LABEL_SHARE, "structure:number before the article");
  } else if (before->kind == WARTA_LABEL_BYLINE && line->words <= 3) {
    name(line, WARTA_LABEL_BYLINE, "structure:behind a byline");
  } else if (is_name_line(line)) {
    name(line, WARTA_LABEL_BYLINE, "structure:name below the title");
  } else if (line->words <= 3) {
    name(line, WARTA_LABEL_NAVIGATION, "structure:short line before the article");
  } else if (i == all->title + 1 && (line->words >= PROSE_WORDS || is_signed(all, i))) {
    name(line, WARTA_LABEL_STANDFIRST, "structure:below the title");
  } else if (has(&all->lines[all->first], WI_LINE_DATELINE)) {
    const bool is_picture = before->kind == WARTA_LABEL_CAPTION;
    name(line, is_picture ? WARTA_LABEL_CAPTION : WARTA_LABEL_RELATED,
         is_picture ? "structure:below a picture's source"
                    : "structure:link title before the dateline");
  }
}

/* Between title and article. Full sentences there are named only if byline, date or dateline
 * follow: otherwise they may be the article's own. */
static void label_below_title(layout *all) {
  uint8_t list = 0;
  for (size_t i = all->title + 1; i < all->first; i++) {
    wi_line *line = &all->lines[i];
    if (!is_open(line)) {
      list = line->head != 0 ? line->head : (line->kind == list ? list : 0);
      continue;
    }
    const bool stopped = has(line, WI_LINE_STOP) && line->words >= PROSE_WORDS;
    if (list != 0 && !stopped) {
      name(line, (warta_label_kind)list, "structure:list of links");
    } else if (is_repeated_caption(all, i)) {
      name(line, WARTA_LABEL_CAPTION, "structure:repeated caption");
    } else if (has(line, WI_LINE_END_MARK) && !has(line, WI_LINE_DATELINE)) {
      /* Pekerja menambal jalan. (Antara/Nama Orang) */
      name(line, WARTA_LABEL_CAPTION, "structure:picture with its source");
    } else if (is_prose(line) || has(line, WI_LINE_STOP)) {
      name(line, i <= all->title + 2 ? WARTA_LABEL_STANDFIRST : WARTA_LABEL_CAPTION,
           "structure:between title and article");
    } else {
      label_short_head_line(all, i);
    }
  }
}

static void label_untitled_head(layout *all) {
  label_before_title(all, all->first);
  if (!has(&all->lines[all->first], WI_LINE_DATELINE) || count_prose(all, 0, all->first) > 2) {
    return;
  }
  for (size_t i = 0; i < all->first; i++) {
    if (is_open(&all->lines[i]) && is_prose(&all->lines[i])) {
      name(&all->lines[i], WARTA_LABEL_STANDFIRST, "structure:before the dateline");
    }
  }
}

/* --- inside and behind ------------------------------------------------------------------------ */

static bool ends_article(const wi_line *line) {
  return has(line, WI_LINE_END_MARK) || line->kind == WARTA_LABEL_BYLINE ||
         line->kind == WARTA_LABEL_TAGS || line->kind == WARTA_LABEL_SHARE ||
         line->kind == WARTA_LABEL_CREDIT;
}

/* The article ends with a byline, a credit, tags or a share bar when hardly any prose follows. */
static void find_after(layout *all) {
  size_t behind = 0;
  all->after = all->count;
  const size_t prose = count_prose(all, all->first, all->count);
  for (size_t i = all->count; i-- > all->first + 1;) {
    const wi_line *line = &all->lines[i];
    const bool next_article = behind > 0 && i + 1 < all->count && is_prose(&all->lines[i + 1]) &&
                              has(&all->lines[i + 1], WI_LINE_END_MARK);
    if (next_article) {
      return;
    }
    if (ends_article(line) && behind <= 1 && prose >= behind * 3 + 2) {
      all->after = i + 1;
    }
    behind += is_prose(line);
    if (behind > 1) {
      return;
    }
  }
}

/* After a share bar, a source or a page link the article may go on, and then its last paragraph is
 * all that follows; after initials, a byline or tags it does not. */
static bool may_follow(const layout *all, size_t i) {
  const wi_line *mark = &all->lines[all->after - 1];
  const bool is_signed_off = has(mark, WI_LINE_END_MARK) && mark->kind != WARTA_LABEL_CREDIT;
  if (!is_signed_off && mark->kind != WARTA_LABEL_BYLINE && mark->kind != WARTA_LABEL_TAGS) {
    return true;
  }
  return has(&all->lines[i], WI_LINE_QUOTE) || all->lines[i - 1].kind == WARTA_LABEL_PAGE;
}

static void label_after(layout *all) {
  uint8_t list = 0;
  for (size_t i = all->after; i < all->count; i++) {
    wi_line *line = &all->lines[i];
    if (!is_open(line)) {
      list = line->head != 0 ? line->head : (line->kind == list ? list : 0);
    } else if (list != 0) {
      name(line, (warta_label_kind)list, "structure:list of links");
    } else if (line->inner_count > 0) {
      /* its parts are named: [Gambas:Video CNN] */
      continue;
    } else if (has(line, WI_LINE_COLON | WI_LINE_LIST | WI_LINE_ROW | WI_LINE_ITEM) ||
               (is_prose(line) && may_follow(all, i))) {
      /* a line-up or a table that follows the initials, or more of the article */
      return;
    } else if (has(line, WI_LINE_NUMBER)) {
      const bool is_page = all->lines[i - 1].kind == WARTA_LABEL_PAGE;
      name(line, is_page ? WARTA_LABEL_PAGE : WARTA_LABEL_SHARE,
           "structure:number behind the article");
    } else if (line->words <= 3) {
      name(line, WARTA_LABEL_NAVIGATION, "structure:short line behind the article");
    } else {
      name(line, WARTA_LABEL_RELATED, "structure:behind the article");
    }
  }
}

static bool goes_on(const layout *all, size_t i) {
  return i + 1 < all->after && is_open(&all->lines[i + 1]) &&
         has(&all->lines[i + 1], WI_LINE_LOWER);
}

/* A sentence rather than a title: long, and another ends inside it, or a mark of feeling ends it
 * and few of its words have capitals. */
static bool reads_on(const wi_line *line) {
  return (has(line, WI_LINE_SENTENCES) && line->words > HEADING_WORDS_MAX) ||
         (has(line, WI_LINE_STOP) && line->words >= 10 && line->capitals * 2 < line->words);
}

/* The items below "Baca juga" that stand on their own lines: titles, so no stop and no sentence. */
static size_t label_list(layout *all, size_t i) {
  const uint8_t kind = all->lines[i].head;
  size_t items = 0;
  for (i++; i < all->after; i++, items++) {
    wi_line *line = &all->lines[i];
    const uint32_t never = WI_LINE_PERIOD | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                           WI_LINE_ROW | WI_LINE_MARK | WI_LINE_BOLD | WI_LINE_ITEM;
    if (!is_open(line) || has(line, never) || line->words > TITLE_WORDS_MAX || line->words < 3 ||
        goes_on(all, i) || reads_on(line)) {
      break;
    }
    /* a short line right above prose is the next heading, not a link */
    if (items > 0 && line->words <= HEADING_BELOW_LIST_MAX && !has(line, WI_LINE_BULLET) &&
        i + 1 < all->after && is_prose(&all->lines[i + 1])) {
      break;
    }
    name(line, (warta_label_kind)kind, "structure:list of links");
  }
  return i - 1;
}

static bool may_head(const wi_line *line) {
  const uint32_t never = WI_LINE_STOP | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                         WI_LINE_BULLET | WI_LINE_NUMBER | WI_LINE_ROW | WI_LINE_LIST;
  return is_open(line) && !has(line, never) && line->inner_count == 0 && line->words <= 10;
}

/* The next line but for the picture below a heading: its caption, an advertisement. */
static size_t next_shown(const layout *all, size_t i) {
  size_t next = i + 1;
  while (
      next + 1 < all->count && next < i + 4 &&
      (all->lines[next].kind == WARTA_LABEL_CAPTION || all->lines[next].kind == WARTA_LABEL_AD)) {
    next++;
  }
  return next;
}

/* A line of capitals and few words that no stop ends, above prose: "Korea Selatan apresiasi ...".
 */
static bool is_heading(const layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  const uint32_t never = WI_LINE_PERIOD | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                         WI_LINE_BULLET | WI_LINE_LINK | WI_LINE_NUMBER | WI_LINE_ROW |
                         WI_LINE_SENTENCES | WI_LINE_DATELINE | WI_LINE_LIST;
  if (!is_open(line) || has(line, never) || line->inner_count > 0 || line->words == 0 ||
      line->words > HEADING_WORDS_MAX || i + 1 >= all->count) {
    return false;
  }
  const wi_line *before = &all->lines[i - 1];
  const wi_line *next = &all->lines[next_shown(all, i)];
  if (has(line, WI_LINE_MARK | WI_LINE_BOLD)) {
    return true;
  }
  if (has(line, WI_LINE_STOP | WI_LINE_QUOTE) || has(next, WI_LINE_LOWER)) {
    return false;
  }
  const bool headed = i + 2 < all->count && may_head(line) && may_head(next) &&
                      (is_prose(&all->lines[i + 2]) || has(&all->lines[i + 2], WI_LINE_ROW));
  const bool below = !is_open(before) || has(before, WI_LINE_STOP | WI_LINE_ROW);
  const bool above = headed || is_prose(next) ||
                     has(next, WI_LINE_ROW | WI_LINE_BULLET | WI_LINE_LIST) ||
                     (has(next, WI_LINE_STOP) && next->words >= 5);
  return below && above;
}

/* "Penulis" alone is a byline's label, unless text follows: then it is a heading ("Pekerjaan"). */
static bool is_lone_role(const layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return line->kind == WARTA_LABEL_BYLINE && line->words == 1 && !has(line, WI_LINE_END_MARK) &&
         i + 1 < all->count && is_prose(&all->lines[i + 1]);
}

/* "Banjir", "Solo": topics that lost their head, between the last paragraph and the links below. */
static void label_topics(layout *all) {
  const uint32_t never = WI_LINE_STOP | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                         WI_LINE_BULLET | WI_LINE_NUMBER | WI_LINE_ROW | WI_LINE_LIST |
                         WI_LINE_QUOTE | WI_LINE_ITEM | WI_LINE_MARK | WI_LINE_BOLD;
  size_t last = all->count;
  while (last > all->first && !is_prose(&all->lines[last - 1])) {
    last--;
  }
  if (last == all->first || !has(&all->lines[last - 1], WI_LINE_PERIOD)) {
    return;
  }
  size_t end = last;
  while (end < all->count && is_open(&all->lines[end]) && !has(&all->lines[end], never) &&
         all->lines[end].words <= TOPIC_WORDS_MAX && all->lines[end].inner_count == 0) {
    end++;
  }
  const bool is_followed =
      end < all->count && (all->lines[end].head != 0 || all->lines[end].kind == WARTA_LABEL_SHARE ||
                           all->lines[end].kind == WARTA_LABEL_RELATED);
  if (!is_followed || end - last > TOPICS_MAX) {
    return;
  }
  for (size_t i = last; i < end; i++) {
    name(&all->lines[i], WARTA_LABEL_TAGS, "structure:short lines behind the article");
  }
}

/* Addresses that a paragraph introduces are its own: "... menyediakan 12 situs:" */
static void free_addresses(layout *all) {
  for (size_t i = all->first + 1; i < all->after; i++) {
    wi_line *line = &all->lines[i];
    const wi_line *before = &all->lines[i - 1];
    if (line->kind == WARTA_LABEL_RELATED && line->words == 1 && has(line, WI_LINE_URL) &&
        is_open(before) && (is_prose(before) || has(before, WI_LINE_URL | WI_LINE_COLON))) {
      name(line, WARTA_LABEL_NONE, NULL);
    }
  }
}

/* "1", "2" behind the last paragraph. */
static void label_page_numbers(layout *all) {
  for (size_t i = all->after; i-- > all->first && !is_prose(&all->lines[i]);) {
    wi_line *line = &all->lines[i];
    if (is_open(line) && has(line, WI_LINE_NUMBER) && line->words == 1 &&
        line->end - line->start <= 2) {
      name(line, WARTA_LABEL_PAGE, "structure:number behind the article");
    }
  }
}

static void label_body(layout *all) {
  for (size_t i = all->first + 1; i < all->after; i++) {
    if (is_lone_role(all, i)) {
      name(&all->lines[i], WARTA_LABEL_NONE, NULL);
    }
    if (all->lines[i].head != 0) {
      i = label_list(all, i);
    } else if (is_heading(all, i)) {
      name(&all->lines[i], WARTA_LABEL_HEADING, "structure:heading");
    }
  }
}

void wi_structure_label(wi_line_array *lines) {
  layout all = {lines->items, lines->count, 0, lines->count, lines->count};
  label_repeated(&all);
  drop_weak_datelines(&all);
  find_first(&all);
  if (all.first == all.count) {
    /* no article found: only what the patterns named is sure */
    return;
  }
  all.title = find_title(&all);
  if (all.title < all.count) {
    name(&all.lines[all.title], WARTA_LABEL_TITLE, "structure:title");
    label_before_title(&all, all.title);
    label_below_title(&all);
  } else {
    label_untitled_head(&all);
  }
  find_after(&all);
  label_after(&all);
  label_topics(&all);
  free_addresses(&all);
  label_body(&all);
  label_page_numbers(&all);
}
