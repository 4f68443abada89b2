#include "label_layout.h"

/* Article text has so many words and a stop, or so many and none. */
#define PROSE_WORDS 8
#define LONG_WORDS 25
/* ... and speech with its stop fewer: "Kami siap bekerja," ujarnya. */
#define SPEECH_WORDS 4
#define STANDFIRST_WORDS_MAX 45
/* Prose lines that may stand before a dateline: standfirst and captions. */
#define PROSE_BEFORE_DATELINE 4

bool wi_line_is_prose(const wi_line *line) {
  if (!wi_line_is_open(line)) {
    return false;
  }
  if (wi_line_has(line, WI_LINE_QUOTE) && wi_line_has(line, WI_LINE_PERIOD)) {
    return line->words >= SPEECH_WORDS;
  }
  return wi_line_has(line, WI_LINE_DATELINE) || line->words >= LONG_WORDS ||
         (wi_line_has(line, WI_LINE_STOP | WI_LINE_SENTENCES) && line->words >= PROSE_WORDS);
}

void wi_line_name(wi_line *line, warta_label_kind kind, const char *rule) {
  line->kind = (uint8_t)kind;
  line->rule = rule;
  line->flags &= ~(uint32_t)WI_LINE_PARTS;
}

size_t wi_layout_prose(const wi_layout *all, size_t from, size_t to) {
  size_t count = 0;
  for (size_t i = from; i < to; i++) {
    count += wi_line_is_prose(&all->lines[i]);
  }
  return count;
}

static wi_str line_str(const wi_layout *all, const wi_line *line) {
  return wi_str_slice(all->text, line->start, line->end);
}

/* The same line twice in a row before the article: the teasers of a slide show. */
static void label_repeated(wi_layout *all) {
  for (size_t i = 0; i + 1 < all->count && i < 12; i++) {
    wi_line *line = &all->lines[i];
    wi_line *next = &all->lines[i + 1];
    if (!wi_line_is_open(line) || !wi_line_is_open(next) || wi_line_has(line, WI_LINE_DATELINE)) {
      continue;
    }
    if (line->words >= 4 && wi_str_equal(line_str(all, line), line_str(all, next))) {
      wi_line_name(line, WARTA_LABEL_RELATED, "structure:repeated");
      wi_line_name(next, WARTA_LABEL_RELATED, "structure:repeated");
    } else if (wi_line_is_prose(line) && i > 4) {
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
  return wi_line_is_open(line) && !wi_line_has(line, never) && line->inner_count == 0 &&
         line->words >= 4 && line->words <= WI_TITLE_WORDS_MAX;
}

/* An author's name or a rubric between the named lines. */
static bool is_short_matter(const wi_line *line) {
  return wi_line_is_open(line) && line->words <= 6 &&
         !wi_line_has(line, WI_LINE_STOP | WI_LINE_COLON);
}

/* "Mengapa jalan desa tak kunjung rampung?" above a date, a byline or a picture: a title that asks.
 */
static bool is_asking_title(const wi_layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return wi_line_has(line, WI_LINE_STOP) &&
         !wi_line_has(line, WI_LINE_PERIOD | WI_LINE_SENTENCES | WI_LINE_DATELINE) &&
         line->words <= WI_TITLE_WORDS_MAX && i + 1 < all->count &&
         is_head_matter(&all->lines[i + 1]);
}

/* The first line of prose. A title, at most two lines of prose, then byline, date or caption, then
 * more prose: what stands between is a standfirst, and the article begins later. */
static size_t find_first_prose(const wi_layout *all) {
  size_t first = 0;
  while (first < all->count &&
         (!wi_line_is_prose(&all->lines[first]) || is_asking_title(all, first))) {
    first++;
  }
  bool titled = false;
  for (size_t i = 0; i < first; i++) {
    titled = titled || may_be_title(&all->lines[i]);
  }
  if (!titled || first == all->count || all->lines[first].words > STANDFIRST_WORDS_MAX) {
    return first;
  }
  size_t matter = first + 1;
  if (matter < all->count && wi_line_is_prose(&all->lines[matter]) &&
      all->lines[matter].words <= STANDFIRST_WORDS_MAX &&
      !wi_line_has(&all->lines[first], WI_LINE_SENTENCES) &&
      !wi_line_has(&all->lines[matter], WI_LINE_SENTENCES)) {
    matter++; /* two single sentences, never two paragraphs */
  }
  size_t found = 0;
  while (matter < all->count &&
         (is_head_matter(&all->lines[matter]) || is_short_matter(&all->lines[matter]))) {
    const uint8_t kind = all->lines[matter].kind;
    found += kind != WARTA_LABEL_CAPTION && kind != WARTA_LABEL_NONE;
    matter++;
  }
  if (found == 0 || wi_layout_prose(all, matter, all->count) < 3) {
    return first;
  }
  while (matter < all->count && !wi_line_is_prose(&all->lines[matter])) {
    matter++;
  }
  return matter < all->count ? matter : first;
}

/* The line with the dateline, if it is not too deep in the text; else the first line of prose. A
 * weak dateline ("Jakarta -") counts only where the article begins. */
static void find_first(wi_layout *all) {
  size_t prose = 0;
  const size_t first = find_first_prose(all);
  for (size_t i = 0; i < all->count && prose <= PROSE_BEFORE_DATELINE; i++) {
    const wi_line *line = &all->lines[i];
    if (wi_line_has(line, WI_LINE_DATELINE) && prose <= PROSE_BEFORE_DATELINE &&
        (prose == 0 || i >= first || i <= first + PROSE_BEFORE_DATELINE)) {
      all->first = i;
      return;
    }
    prose += wi_line_is_prose(line);
  }
  all->first = first;
}

static void drop_dateline(wi_line *line) {
  if (wi_line_has(line, WI_LINE_DATELINE_WEAK)) {
    line->flags &= ~(uint32_t)(WI_LINE_DATELINE | WI_LINE_DATELINE_WEAK);
    if (line->kind == WARTA_LABEL_DATELINE) {
      wi_line_name(line, WARTA_LABEL_NONE, NULL);
    }
  }
}

/* "Jakarta -" opens an article once: the first line that has it, near the top, with text behind. */
static void drop_weak_datelines(wi_layout *all) {
  size_t prose = 0;
  bool taken = false;
  for (size_t i = 0; i < all->count; i++) {
    wi_line *line = &all->lines[i];
    if (wi_line_has(line, WI_LINE_DATELINE_WEAK)) {
      const bool alone = line->kind == WARTA_LABEL_DATELINE;
      const bool texted =
          alone ? i + 1 < all->count && wi_line_is_prose(&all->lines[i + 1])
                : line->words >= LONG_WORDS ||
                      (line->words >= 10 && wi_line_has(line, WI_LINE_STOP | WI_LINE_SENTENCES));
      const bool below_head = prose <= 2 && i > 0 && !wi_line_is_prose(&all->lines[i - 1]);
      if (taken || (prose > 0 && !below_head) || !texted) {
        drop_dateline(line);
      }
    }
    taken = taken || wi_line_has(line, WI_LINE_DATELINE);
    prose += wi_line_is_prose(line);
  }
}

static bool is_name_line(const wi_line *line) {
  return wi_line_is_open(line) && line->words >= 2 && line->words <= 4 &&
         line->capitals == line->words && !wi_line_has(line, WI_LINE_ROW | WI_LINE_STOP);
}

/* A byline or date right below a line makes it the title, if there are several candidates. */
static bool is_signed(const wi_layout *all, size_t i) {
  if (i + 1 < all->first && is_name_line(&all->lines[i + 1])) {
    i++;
  }
  const uint8_t kind = i + 1 < all->first ? all->lines[i + 1].kind : (uint8_t)WARTA_LABEL_NONE;
  return kind == WARTA_LABEL_BYLINE || kind == WARTA_LABEL_DATE;
}

/* A later candidate wins only if it is signed and written as titles are, in capitals. */
static bool is_better_title(const wi_layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return is_signed(all, i) && line->words >= 6 && line->capitals * 5 >= line->words * 3;
}

static size_t find_title(const wi_layout *all) {
  size_t best = all->count;
  bool best_signed = false;
  for (size_t i = 0; i < all->first; i++) {
    const wi_line *line = &all->lines[i];
    if (line->head != 0) {
      /* what follows is a list of links */
      break;
    }
    if (wi_line_has(line, WI_LINE_MARK) && wi_line_is_open(line) && line->words >= 2) {
      return i;
    }
    const bool asks = wi_line_has(line, WI_LINE_STOP) && !is_signed(all, i);
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

static void label_before_title(wi_layout *all, size_t end) {
  for (size_t i = 0; i < end; i++) {
    wi_line *line = &all->lines[i];
    if (!wi_line_is_open(line) ||
        wi_line_has(line, WI_LINE_STOP | WI_LINE_COLON | WI_LINE_OPEN_END)) {
      continue;
    }
    if (wi_line_has(line, WI_LINE_NUMBER)) {
      wi_line_name(line, WARTA_LABEL_SHARE, "structure:number before the article");
    } else if (line->words <= 5) {
      wi_line_name(line, WARTA_LABEL_NAVIGATION, "structure:short line before the title");
    }
  }
}

/* The text of a picture twice: first bare, then with its credit. */
static bool is_repeated_caption(const wi_layout *all, size_t i) {
  const wi_line *line = &all->lines[i];
  return i + 1 < all->first && all->lines[i + 1].kind == WARTA_LABEL_CAPTION && line->words >= 2 &&
         all->lines[i + 1].words >= line->words && !wi_line_has(line, WI_LINE_MARK);
}

static void label_short_head_line(wi_layout *all, size_t i) {
  wi_line *line = &all->lines[i];
  const wi_line *before = &all->lines[i - 1];
  if (wi_line_has(line, WI_LINE_NUMBER)) {
    wi_line_name(line, WARTA_LABEL_SHARE, "structure:number before the article");
  } else if (before->kind == WARTA_LABEL_BYLINE && line->words <= 3) {
    wi_line_name(line, WARTA_LABEL_BYLINE, "structure:behind a byline");
  } else if (is_name_line(line)) {
    wi_line_name(line, WARTA_LABEL_BYLINE, "structure:name below the title");
  } else if (line->words <= 3) {
    wi_line_name(line, WARTA_LABEL_NAVIGATION, "structure:short line before the article");
  } else if (i == all->title + 1 && (line->words >= PROSE_WORDS || is_signed(all, i))) {
    wi_line_name(line, WARTA_LABEL_STANDFIRST, "structure:below the title");
  } else if (wi_line_has(&all->lines[all->first], WI_LINE_DATELINE)) {
    const bool is_picture = before->kind == WARTA_LABEL_CAPTION;
    wi_line_name(line, is_picture ? WARTA_LABEL_CAPTION : WARTA_LABEL_RELATED,
                 is_picture ? "structure:below a picture's source"
                            : "structure:link title before the dateline");
  }
}

/* Between title and article. Full sentences there are named only if byline, date or dateline
 * follow: otherwise they may be the article's own. */
static void label_below_title(wi_layout *all) {
  uint8_t list = 0;
  for (size_t i = all->title + 1; i < all->first; i++) {
    wi_line *line = &all->lines[i];
    if (!wi_line_is_open(line)) {
      list = line->head != 0 ? line->head : (line->kind == list ? list : 0);
      continue;
    }
    const bool stopped = wi_line_has(line, WI_LINE_STOP) && line->words >= PROSE_WORDS;
    if (list != 0 && !stopped) {
      wi_line_name(line, (warta_label_kind)list, "structure:list of links");
    } else if (is_repeated_caption(all, i)) {
      wi_line_name(line, WARTA_LABEL_CAPTION, "structure:repeated caption");
    } else if (wi_line_has(line, WI_LINE_END_MARK) && !wi_line_has(line, WI_LINE_DATELINE)) {
      /* Pekerja menambal jalan. (Antara/Nama Orang) */
      wi_line_name(line, WARTA_LABEL_CAPTION, "structure:picture with its source");
    } else if (wi_line_is_prose(line) || wi_line_has(line, WI_LINE_STOP)) {
      wi_line_name(line, i <= all->title + 2 ? WARTA_LABEL_STANDFIRST : WARTA_LABEL_CAPTION,
                   "structure:between title and article");
    } else {
      label_short_head_line(all, i);
    }
  }
}

/* Lists of links above an article without a title: "Terkait" and what stands below it. */
static void label_untitled_lists(wi_layout *all) {
  uint8_t list = 0;
  for (size_t i = 0; i < all->first; i++) {
    wi_line *line = &all->lines[i];
    if (!wi_line_is_open(line)) {
      list = line->head != 0 ? line->head : (line->kind == list ? list : 0);
    } else if (list != 0 && !wi_line_has(line, WI_LINE_STOP)) {
      wi_line_name(line, (warta_label_kind)list, "structure:list of links");
    }
  }
}

static void label_untitled_head(wi_layout *all) {
  label_untitled_lists(all);
  label_before_title(all, all->first);
  if (!wi_line_has(&all->lines[all->first], WI_LINE_DATELINE) ||
      wi_layout_prose(all, 0, all->first) > 2) {
    return;
  }
  for (size_t i = 0; i < all->first; i++) {
    if (wi_line_is_open(&all->lines[i]) && wi_line_is_prose(&all->lines[i])) {
      wi_line_name(&all->lines[i], WARTA_LABEL_STANDFIRST, "structure:before the dateline");
    }
  }
}

bool wi_layout_label_head(wi_layout *all) {
  label_repeated(all);
  drop_weak_datelines(all);
  find_first(all);
  if (all->first == all->count) {
    return false;
  }
  all->title = find_title(all);
  if (all->title < all->count) {
    wi_line_name(&all->lines[all->title], WARTA_LABEL_TITLE, "structure:title");
    label_before_title(all, all->title);
    label_below_title(all);
  } else {
    label_untitled_head(all);
  }
  return true;
}
