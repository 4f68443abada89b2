#include "label_structure.h"

#include "label_layout.h"

/* Below a list of links: "Warga Menanti"; a longer line is one more link. */
#define HEADING_BELOW_LIST_MAX 4
/* Words of a topic, and topics below an article, at most. */
#define TOPIC_WORDS_MAX 3
#define TOPICS_MAX 8
/* What may stand below a link title, and how much of an article must stand above the list. */
#define TEASER_WORDS_MAX 32
#define TEASED_PROSE_MIN 4

static bool ends_article(const wi_line *line) {
  return wi_line_has(line, WI_LINE_END_MARK) || line->kind == WARTA_LABEL_BYLINE ||
         line->kind == WARTA_LABEL_TAGS || line->kind == WARTA_LABEL_SHARE ||
         line->kind == WARTA_LABEL_CREDIT;
}

/* One sentence or two: what stands below a link title to make one curious. */
static bool is_teaser(const wi_line *line) {
  return line->words <= TEASER_WORDS_MAX && !wi_line_has(line, WI_LINE_DATELINE | WI_LINE_QUOTE) &&
         line->inner_count == 0;
}

/* Initials or a byline, right behind them the head of a list ("BERITA LAINNYA"), and from there on
 * nothing but link titles and teasers: the article ends with the byline, however many follow. */
static size_t find_list_behind(const wi_layout *all) {
  size_t teasers = all->count;
  for (size_t i = all->count; i-- > all->first + 1;) {
    const wi_line *line = &all->lines[i];
    if (wi_line_is_prose(line) && !is_teaser(line)) {
      break;
    }
    const wi_line *before = &all->lines[i - 1];
    if (line->head == WARTA_LABEL_RELATED &&
        (before->kind == WARTA_LABEL_BYLINE || wi_line_has(before, WI_LINE_END_MARK))) {
      teasers = i;
    }
  }
  return wi_layout_prose(all, all->first, teasers) >= TEASED_PROSE_MIN ? teasers : all->count;
}

/* The article ends with a byline, a credit, tags or a share bar when hardly any prose follows. */
static void find_after(wi_layout *all) {
  size_t behind = 0;
  all->after = all->count;
  const size_t prose = wi_layout_prose(all, all->first, all->count);
  for (size_t i = all->count; i-- > all->first + 1;) {
    const wi_line *line = &all->lines[i];
    const bool next_article = behind > 0 && i + 1 < all->count &&
                              wi_line_is_prose(&all->lines[i + 1]) &&
                              wi_line_has(&all->lines[i + 1], WI_LINE_END_MARK);
    if (next_article) {
      return;
    }
    if (ends_article(line) && behind <= 1 && prose >= behind * 3 + 2) {
      all->after = i + 1;
    }
    behind += wi_line_is_prose(line);
    if (behind > 1) {
      break;
    }
  }
  if (all->after == all->count) {
    all->after = find_list_behind(all);
  }
}

/* After a share bar, a source or a page link the article may go on, and then its last paragraph is
 * all that follows; after initials, a byline or tags it does not. */
static bool may_follow(const wi_layout *all, size_t i) {
  const wi_line *mark = &all->lines[all->after - 1];
  const bool is_signed_off =
      wi_line_has(mark, WI_LINE_END_MARK) && mark->kind != WARTA_LABEL_CREDIT;
  if (!is_signed_off && mark->kind != WARTA_LABEL_BYLINE && mark->kind != WARTA_LABEL_TAGS) {
    return true;
  }
  return wi_line_has(&all->lines[i], WI_LINE_QUOTE) || all->lines[i - 1].kind == WARTA_LABEL_PAGE;
}

static void label_after(wi_layout *all) {
  uint8_t list = 0;
  for (size_t i = all->after; i < all->count; i++) {
    wi_line *line = &all->lines[i];
    if (!wi_line_is_open(line)) {
      list = line->head != 0 ? line->head : (line->kind == list ? list : 0);
    } else if (list != 0) {
      wi_line_name(line, (warta_label_kind)list, "structure:list of links");
    } else if (line->inner_count > 0) {
      /* its parts are named: [Gambas:Video CNN] */
      continue;
    } else if (wi_line_has(line, WI_LINE_COLON | WI_LINE_LIST | WI_LINE_ROW | WI_LINE_ITEM) ||
               (wi_line_is_prose(line) && may_follow(all, i))) {
      /* a line-up or a table that follows the initials, or more of the article */
      return;
    } else if (wi_line_has(line, WI_LINE_NUMBER)) {
      const bool is_page = all->lines[i - 1].kind == WARTA_LABEL_PAGE;
      wi_line_name(line, is_page ? WARTA_LABEL_PAGE : WARTA_LABEL_SHARE,
                   "structure:number behind the article");
    } else if (line->words <= 3) {
      wi_line_name(line, WARTA_LABEL_NAVIGATION, "structure:short line behind the article");
    } else {
      wi_line_name(line, WARTA_LABEL_RELATED, "structure:behind the article");
    }
  }
}

static bool goes_on(const wi_layout *all, size_t i) {
  return i + 1 < all->after && wi_line_is_open(&all->lines[i + 1]) &&
         wi_line_has(&all->lines[i + 1], WI_LINE_LOWER);
}

/* A sentence rather than a title: long, and another ends inside it, or a mark of feeling ends it
 * and few of its words have capitals. */
static bool reads_on(const wi_line *line) {
  return (wi_line_has(line, WI_LINE_SENTENCES) && line->words > WI_HEADING_WORDS_MAX) ||
         (wi_line_has(line, WI_LINE_STOP) && line->words >= 10 && line->capitals * 2 < line->words);
}

/* The items below "Baca juga" that stand on their own lines: titles, so no stop and no sentence. */
static size_t label_list(wi_layout *all, size_t i) {
  const uint8_t kind = all->lines[i].head;
  size_t items = 0;
  for (i++; i < all->after; i++, items++) {
    wi_line *line = &all->lines[i];
    const uint32_t never = WI_LINE_PERIOD | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                           WI_LINE_ROW | WI_LINE_MARK | WI_LINE_BOLD | WI_LINE_ITEM;
    if (!wi_line_is_open(line) || wi_line_has(line, never) || line->words > WI_TITLE_WORDS_MAX ||
        line->words < 3 || goes_on(all, i) || reads_on(line)) {
      break;
    }
    /* a short line right above prose is the next heading, not a link */
    if (items > 0 && line->words <= HEADING_BELOW_LIST_MAX && !wi_line_has(line, WI_LINE_BULLET) &&
        i + 1 < all->after && wi_line_is_prose(&all->lines[i + 1])) {
      break;
    }
    wi_line_name(line, (warta_label_kind)kind, "structure:list of links");
  }
  return i - 1;
}

static bool may_head(const wi_line *line) {
  const uint32_t never = WI_LINE_STOP | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                         WI_LINE_BULLET | WI_LINE_NUMBER | WI_LINE_ROW | WI_LINE_LIST;
  return wi_line_is_open(line) && !wi_line_has(line, never) && line->inner_count == 0 &&
         line->words <= 10;
}

/* The next line but for the picture below a heading: its caption, an advertisement. */
static size_t next_shown(const wi_layout *all, size_t i) {
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
static bool is_heading(const wi_layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  const uint32_t never = WI_LINE_PERIOD | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                         WI_LINE_BULLET | WI_LINE_LINK | WI_LINE_NUMBER | WI_LINE_ROW |
                         WI_LINE_SENTENCES | WI_LINE_DATELINE | WI_LINE_LIST;
  if (!wi_line_is_open(line) || wi_line_has(line, never) || line->inner_count > 0 ||
      line->words == 0 || line->words > WI_HEADING_WORDS_MAX || i + 1 >= all->count) {
    return false;
  }
  const wi_line *before = &all->lines[i - 1];
  const wi_line *next = &all->lines[next_shown(all, i)];
  if (wi_line_has(line, WI_LINE_MARK | WI_LINE_BOLD)) {
    return true;
  }
  if (wi_line_has(line, WI_LINE_STOP | WI_LINE_QUOTE) || wi_line_has(next, WI_LINE_LOWER)) {
    return false;
  }
  const bool headed =
      i + 2 < all->count && may_head(line) && may_head(next) &&
      (wi_line_is_prose(&all->lines[i + 2]) || wi_line_has(&all->lines[i + 2], WI_LINE_ROW));
  const bool below = !wi_line_is_open(before) || wi_line_has(before, WI_LINE_STOP | WI_LINE_ROW);
  const bool above = headed || wi_line_is_prose(next) ||
                     wi_line_has(next, WI_LINE_ROW | WI_LINE_BULLET | WI_LINE_LIST) ||
                     (wi_line_has(next, WI_LINE_STOP) && next->words >= 5);
  return below && above;
}

/* "Penulis" alone is a byline's label, unless text follows: then it is a heading ("Pekerjaan"). */
static bool is_lone_role(const wi_layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return line->kind == WARTA_LABEL_BYLINE && line->words == 1 &&
         !wi_line_has(line, WI_LINE_END_MARK) && i + 1 < all->count &&
         wi_line_is_prose(&all->lines[i + 1]);
}

/* "Banjir", "Solo": topics that lost their head, between the last paragraph and the links below. */
static void label_topics(wi_layout *all) {
  const uint32_t never = WI_LINE_STOP | WI_LINE_COLON | WI_LINE_OPEN_END | WI_LINE_LOWER |
                         WI_LINE_BULLET | WI_LINE_NUMBER | WI_LINE_ROW | WI_LINE_LIST |
                         WI_LINE_QUOTE | WI_LINE_ITEM | WI_LINE_MARK | WI_LINE_BOLD;
  size_t last = all->count;
  while (last > all->first && !wi_line_is_prose(&all->lines[last - 1])) {
    last--;
  }
  if (last == all->first || !wi_line_has(&all->lines[last - 1], WI_LINE_PERIOD)) {
    return;
  }
  size_t end = last;
  while (end < all->count && wi_line_is_open(&all->lines[end]) &&
         !wi_line_has(&all->lines[end], never) && all->lines[end].words <= TOPIC_WORDS_MAX &&
         all->lines[end].inner_count == 0) {
    end++;
  }
  const bool is_followed =
      end < all->count && (all->lines[end].head != 0 || all->lines[end].kind == WARTA_LABEL_SHARE ||
                           all->lines[end].kind == WARTA_LABEL_RELATED);
  if (!is_followed || end - last > TOPICS_MAX) {
    return;
  }
  for (size_t i = last; i < end; i++) {
    wi_line_name(&all->lines[i], WARTA_LABEL_TAGS, "structure:short lines behind the article");
  }
}

/* Addresses that a paragraph introduces are its own: "... menyediakan 12 situs:" */
static void free_addresses(wi_layout *all) {
  for (size_t i = all->first + 1; i < all->after; i++) {
    wi_line *line = &all->lines[i];
    const wi_line *before = &all->lines[i - 1];
    if (line->kind == WARTA_LABEL_RELATED && line->words == 1 && wi_line_has(line, WI_LINE_URL) &&
        wi_line_is_open(before) &&
        (wi_line_is_prose(before) || wi_line_has(before, WI_LINE_URL | WI_LINE_COLON))) {
      wi_line_name(line, WARTA_LABEL_NONE, NULL);
    }
  }
}

/* "1", "2" behind the last paragraph. */
static void label_page_numbers(wi_layout *all) {
  for (size_t i = all->after; i-- > all->first && !wi_line_is_prose(&all->lines[i]);) {
    wi_line *line = &all->lines[i];
    if (wi_line_is_open(line) && wi_line_has(line, WI_LINE_NUMBER) && line->words == 1 &&
        line->end - line->start <= 2) {
      wi_line_name(line, WARTA_LABEL_PAGE, "structure:number behind the article");
    }
  }
}

/* "Sabtu, 13 Mei 2023" above the rows of a schedule heads them. */
static bool is_date_of_rows(const wi_layout *all, size_t i) {
  return all->lines[i].kind == WARTA_LABEL_DATE && i + 1 < all->after &&
         wi_line_is_open(&all->lines[i + 1]) &&
         wi_line_has(&all->lines[i + 1], WI_LINE_ROW | WI_LINE_LIST | WI_LINE_BULLET);
}

static void label_body(wi_layout *all) {
  for (size_t i = all->first + 1; i < all->after; i++) {
    if (is_lone_role(all, i)) {
      wi_line_name(&all->lines[i], WARTA_LABEL_NONE, NULL);
    } else if (is_date_of_rows(all, i)) {
      wi_line_name(&all->lines[i], WARTA_LABEL_HEADING, "structure:date of a schedule");
      continue;
    }
    if (all->lines[i].head != 0) {
      i = label_list(all, i);
    } else if (is_heading(all, i)) {
      wi_line_name(&all->lines[i], WARTA_LABEL_HEADING, "structure:heading");
    }
  }
}

void wi_structure_label(wi_str text, wi_line_array *lines) {
  wi_layout all = {text, lines->items, lines->count, 0, lines->count, lines->count};
  if (!wi_layout_label_head(&all)) {
    /* no article found: only what the patterns named is sure */
    return;
  }
  find_after(&all);
  label_after(&all);
  label_topics(&all);
  free_addresses(&all);
  label_body(&all);
  label_page_numbers(&all);
}
