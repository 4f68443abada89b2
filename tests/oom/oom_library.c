/* Every library call with the n-th allocation failing, for every n, once and from then on.
 *
 * Cold: a child process for each n, in which only the analyzer was opened: no crash, no hang, and
 * the full right result or WARTA_ERR_MEMORY. Warm: in this process, where nothing may leak and the
 * same session must give the right result after the failure. One leak is known: ICU 72 forgets its
 * RBBIDataWrapper when a break iterator's first tries cannot be had.
 *
 * usage: oom-library [PART [all]]     (only scenarios with PART in their names; all: every n) */
#include "failing_malloc.h"
#include "scenarios.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every n up to 300 and of the last 60; between them about 100 points. */
enum { EVERY_UP_TO = 300, EVERY_OF_LAST = 60, POINTS_BETWEEN = 100, SECONDS = 10 };

/* What a child tells its parent. */
typedef struct report {
  warta_status status;
  unsigned long calls;
  result found;
} report;

static warta_analyzer *analyzer;
static report *shared;
static result expected;
static result found;
static int takes_all;
static unsigned long scenarios;
static unsigned long points;
static unsigned long faults;
static unsigned long known_leaks;

static void fault(const scenario *s, unsigned long n, int is_sticky, const char *what) {
  faults++;
  printf("FAILED %s: allocation %lu%s: %s\n", s->name, n, is_sticky ? " and all behind it" : "",
         what);
}

static int is_same(const result *a, const result *b) {
  return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

static warta_status attempt(const scenario *s, result *r, warta_session *session) {
  r->len = 0;
  return s->run(r, analyzer, session);
}

static void in_child(const scenario *s, unsigned long n, int is_sticky) {
  warta_session *session = NULL;
  alarm(SECONDS);
  if (warta_session_open(&session, analyzer, NULL) != WARTA_OK) {
    _exit(1);
  }
  failing_malloc_arm(n, is_sticky);
  shared->status = attempt(s, &shared->found, session);
  shared->calls = failing_malloc_calls();
  _exit(0);
}

/* 1 if the child came to an end of its own. */
static int run_cold(const scenario *s, unsigned long n, int is_sticky) {
  int status = 0;
  (void)fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    in_child(s, n, is_sticky);
  }
  if (child < 0 || waitpid(child, &status, 0) != child) {
    perror("fork");
    exit(1);
  }
  if (WIFSIGNALED(status)) {
    fault(s, n, is_sticky, WTERMSIG(status) == SIGALRM ? "hang" : strsignal(WTERMSIG(status)));
    return 0;
  }
  return 1;
}

static void check(const scenario *s, unsigned long n, int is_sticky, const char *when) {
  if (shared->status != WARTA_OK && shared->status != WARTA_ERR_MEMORY) {
    fault(s, n, is_sticky, warta_status_text(shared->status));
  } else if (shared->status == WARTA_OK && !is_same(&shared->found, &expected)) {
    fault(s, n, is_sticky, when);
  }
}

static void run_warm(const scenario *s, unsigned long n, int is_sticky) {
  const long before = failing_malloc_live();
  warta_session *session = NULL;
  if (warta_session_open(&session, analyzer, NULL) != WARTA_OK) {
    exit(1);
  }
  alarm(SECONDS);
  failing_malloc_arm(n, is_sticky);
  shared->status = attempt(s, &shared->found, session);
  failing_malloc_arm(0, 0);
  check(s, n, is_sticky, "a wrong result (warm)");
  if (attempt(s, &found, session) != WARTA_OK || !is_same(&found, &expected)) {
    fault(s, n, is_sticky, "the session gives no right result afterwards");
  }
  alarm(0);
  warta_session_free(session);
  const long leaked = failing_malloc_live() - before;
  if (leaked == 1 && s->opens && shared->status == WARTA_ERR_MEMORY) {
    known_leaks++;
  } else if (leaked != 0) {
    fault(s, n, is_sticky, "a leak");
  }
}

static unsigned long next_point(unsigned long n, unsigned long calls) {
  const unsigned long last = calls > EVERY_OF_LAST ? calls - EVERY_OF_LAST : 0;
  if (takes_all || n < EVERY_UP_TO || n >= last) {
    return n + 1;
  }
  const unsigned long next = n + (calls - EVERY_UP_TO) / POINTS_BETWEEN + 1;
  return next < last ? next : last;
}

static void run_scenario(const scenario *s, int is_warm) {
  if (!run_cold(s, 0, 0) || shared->status != WARTA_OK) {
    fault(s, 0, 0, "does not work with all memory");
    return;
  }
  const unsigned long calls = shared->calls;
  expected = shared->found;
  for (unsigned long n = 1; n <= calls; n = next_point(n, calls)) {
    for (int is_sticky = 0; is_sticky < 2; is_sticky++) {
      points++;
      if (is_warm) {
        run_warm(s, n, is_sticky);
      } else if (run_cold(s, n, is_sticky)) {
        check(s, n, is_sticky, "a wrong result");
      }
    }
  }
  printf("%s: %s: %lu allocations\n", is_warm ? "warm" : "cold", s->name, calls);
}

/* What ICU keeps for itself after its first use is no leak. */
static void warm_up(const scenario *s) {
  warta_session *session = NULL;
  if (warta_session_open(&session, analyzer, NULL) != WARTA_OK ||
      attempt(s, &found, session) != WARTA_OK) {
    fault(s, 0, 0, "does not work with all memory");
  }
  warta_session_free(session);
}

/* How many scenarios held, of those with `part` in their names. */
static unsigned long run_all(const char *part, int is_warm) {
  unsigned long passed = 0;
  for (size_t i = 0; i < scenario_count; i++) {
    const unsigned long before = faults;
    if (strstr(scenario_table[i].name, part) == NULL) {
      continue;
    }
    scenarios++;
    if (is_warm) {
      warm_up(&scenario_table[i]);
    }
    run_scenario(&scenario_table[i], is_warm);
    passed += faults == before;
  }
  return passed;
}

int main(int argc, char **argv) {
  const char *part = argc > 1 ? argv[1] : "";
  takes_all = argc > 2 && strcmp(argv[2], "all") == 0;
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED || warta_analyzer_open(&analyzer, NULL, NULL) != WARTA_OK) {
    return 1;
  }
  const unsigned long cold = run_all(part, 0);
  const unsigned long passed = cold + run_all(part, 1);
  warta_analyzer_free(analyzer);
  printf("%lu points; at %lu of them ICU lost one block of its own\n", points, known_leaks);
  if (points == 0) {
    printf("FAILED: no allocation was seen\n");
  }
  printf("%lu passed, %lu failed\n", passed, scenarios - passed);
  return faults == 0 && points > 0 ? 0 : 1;
}
