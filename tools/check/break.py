#!/usr/bin/env python3
"""Breaks warta on purpose, once for each suite, and looks whether the suite sees it.

usage: break.py [NAME...]     (without a NAME all, an hour; --list: their names;
                               --stale: only looks whether each text still stands once, in the tree)

The breaks are put into a copy of the last commit, in build/break: the tree is never touched. A break is one
text that stands once in one file, and what takes its place; a text that is no longer there is an error,
so that the list stays true. The suite must pass before the first break of its kind and fail with it.
The last line is "N passed, N failed"; a break that no suite saw has failed.
"""
import dataclasses
import pathlib
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
WORK = TOP / "build/break"


def tests(name, preset="dev"):
    return f"ctest --test-dir build/{preset} -C ground -R '^{name}$' --output-on-failure"


def archives(what):
    return ("tests/archive/run.py build/dev/lib/libarchive-preload.so build/dev/bin/archive-host "
            f"build/dev/bin/warta {what}")


@dataclasses.dataclass
class Break:
    name: str  # of the suite
    what: str
    path: str
    old: str  # "": `new` is put at the end
    new: str
    run: str
    preset: str = ""  # built before, and with the break it must still build


NO_ROOM = "  if (block == NULL) {\n    return NULL;\n  }\n  block->next"
NO_MEMORY = "  if (fresh == NULL) {\n    memory_fail();\n  }\n  return fresh;\n}\n\nchar *memory_copy"
COUNTER = "void wi_overlap_free(wi_overlap *taken) {\n"
BREAKS = [
    Break("layout", "a line not as clang-format writes it", "src/base/arena.c",
          "block->used = 0;", "block->used=0;", "clang-format --dry-run -Werror src/base/arena.c"),
    Break("floors", "an include of a higher floor", "src/base/arena.c",
          '#include "mem.h"', '#include "mem.h"\n#include "document_data.h"', "tools/check/floors.py"),
    Break("floors", "a call that follows the locale", "src/base/arena.c",
          "block->used = 0;", "block->used = (size_t)tolower(0);", "tools/check/floors.py"),
    Break("sizes", "a file over 600 lines", "src/base/arena.c", "", "\n" * 600, "tools/check/sizes.py"),
    Break("symbols", "an inner function is exported", "src/apply/similarity.c",
          "double warta_similarity(", "WARTA_EXPORT double warta_inner(void);\n"
          "double warta_inner(void) {\n  return 0.0;\n}\n\ndouble warta_similarity(",
          "tests/install/symbols.sh build/dev/lib/libwarta.so", "dev"),
    Break("state", "a counter outside all handles", "src/apply/overlap.c",
          COUNTER, "static unsigned calls;\n\n" + COUNTER + "  calls++;\n",
          "tools/check/state.sh build/dev", "dev"),
    Break("headers", "a header without what it needs", "include/warta/similarity.h",
          "#include <warta/vector.h>\n", "", "tools/check/headers.sh"),
    Break("man page", "an option that it does not name", "tools/warta/warta.1.scd",
          "*--line-buffered*", "*--buffered*", "tools/check/man_page.sh", "dev"),
    Break("shellcheck", "a path that may hold blanks", "tools/test.sh",
          'rm -f "$results"', "rm -f $results", "shellcheck tools/test.sh"),
    Break("clang-tidy", "an allocation of the size of a pointer", "tools/warta/article.c",
          "", "\nchar **article_new(void) {\n  char **row = malloc(2 * sizeof(char));\n  return row;\n}\n",
          "cmake --preset dev-clang -Wno-dev && clang-tidy --quiet -p build/dev-clang tools/warta/article.c"),
    Break("unit", "memory that is not aligned", "src/base/arena.c",
          "(block->used + GAP + unit - 1) / unit * unit;", "block->used + GAP + 0 * unit;", tests("unit"), "dev"),
    Break("golden", "a shorter summary", "src/apply/summary_choice.c",
          "DEFAULT_WORDS = 65", "DEFAULT_WORDS = 50", tests("golden"), "dev"),
    Break("pages", "no rule for 'Baca juga'", "dict/labels.txt",
          "(baca juga|baca pula|baca selengkapnya|baca selanjutnya|baca lainnya|baca berita|baca|", "(", tests("pages"), "dev"),
    Break("cli", "another exit code", "tools/warta/exits.h",
          "EXIT_NOTHING_FOUND = 1", "EXIT_NOTHING_FOUND = 3", tests("cli"), "dev"),
    Break("readme", "output that is not what is written", "README.md",
          "Keywords: Bendungan Lembayung", "Keywords: Waduk Lembayung", tests("readme"), "dev"),
    Break("install", "a header that is not installed", "cmake/CMakeLists.txt",
          "set(WARTA_HEADERS_LEFT_OUT)", "set(WARTA_HEADERS_LEFT_OUT PATTERN vector.h EXCLUDE)",
          tests("install"), "dev"),
    Break("fts5", "a word that ends one byte late", "src/ext/fts5_tokenizer.c",
          "(int)token->end);", "(int)token->end + 1);", tests("fts5"), "dev"),
    Break("fts5-oom", "memory that is missing, and nobody told", "src/ext/fts5_tokenizer.c",
          "  case WARTA_ERR_MEMORY:\n    return SQLITE_NOMEM;", "  case WARTA_ERR_MEMORY:\n    return SQLITE_OK;", tests("fts5-oom"), "dev"),
    Break("faults", "a close that fails, and nobody told", "tools/warta/output.c",
          "if (close(o->fd) != 0 && errno != EINTR) {", "if (close(o->fd) > 0) {", tests("faults"), "dev"),
    Break("faults", "a temporary file that is left behind", "tools/warta/output.c",
          "    unlink(path);\n", "", tests("faults"), "dev"),
    Break("faults", "a signal before the file's name is known", "tools/warta/output.c",
          "  signals_hold(&before);\n", "  sigemptyset(&before);\n", tests("faults"), "dev"),
    Break("archive", "checksums that nobody compares", "src/store/checked_file.c",
          "CONTENT_BYTES, sizeof expected) != 0) {", "CONTENT_BYTES, 0) != 0) {", tests("archive"), "dev"),
    Break("archive", "a commit that is only said", "src/store/archive_write.c",
          " || !wi_db_run(archive->db, WI_SQL_COMMIT)) {", ") {", tests("archive"), "dev"),
    Break("archive flips", "checksums that nobody compares", "src/store/checked_file.c",
          "CONTENT_BYTES, sizeof expected) != 0) {", "CONTENT_BYTES, 0) != 0) {", archives("flips 200"), "dev"),
    Break("archive kills", "a batch that is not one transaction", "src/store/schema.c",
          '[WI_SQL_BEGIN_WRITE] = "BEGIN IMMEDIATE",\n    [WI_SQL_COMMIT] = "COMMIT"',
          '[WI_SQL_BEGIN_WRITE] = "SELECT 1",\n    [WI_SQL_COMMIT] = "SELECT 1"', archives("kill 60"), "dev"),
    Break("faults-archive", "a disk that fails passes for damage", "src/store/checked_file.c",
          "return status == SQLITE_IOERR_CORRUPTFS ? SQLITE_IOERR_READ : status;", "return status;",
          tests("faults-archive"), "dev"),
    Break("archive-readers", "readers that see half a batch", "src/store/schema.c",
          '[WI_SQL_BEGIN_READ] = "BEGIN"', '[WI_SQL_BEGIN_READ] = "DROP TABLE IF EXISTS temp.none"',
          tests("archive-readers"), "dev"),
    Break("fuzz-replay", "a length that depends on the room for it", "src/analysis/document_rows.c",
          "  return to.len;\n", "  return to.len < size ? to.len : size;\n", tests("fuzz-replay"), "dev"),
    Break("oom-library", "an allocation that is not checked", "src/base/arena.c",
          NO_ROOM, "  block->next", tests("oom-library"), "dev"),
    Break("oom-program", "an allocation that is not checked", "tools/warta/buffer.c",
          NO_MEMORY, NO_MEMORY.replace("  if (fresh == NULL) {\n    memory_fail();\n  }\n", ""),
          "tests/oom/run.py build/dev/lib/liboom-preload.so build/dev/bin/warta 'keywords jsonl' stem df",
          "dev"),
    Break("equal", "a letter that the slow path does not make small", "src/text/fold.c",
          "(0x80 - 'Z' - 1)", "(0x80 - 'Z')", tests("equal"), "dev"),
    Break("worst", "marks that are put in order however many there are", "src/text/fold.c",
          "MARKS_MOST = 30,", "MARKS_MOST = 100000,",
          "tests/worst/run.py build/release/bin/warta 'only combining marks'", "release"),
    Break("abi", "a member in the middle of a result", "include/warta/archive.h",
          "typedef struct warta_archive_hit {\n  uint32_t number;\n",
          "typedef struct warta_archive_hit {\n  uint32_t number;\n  uint32_t other;\n", "tools/check/abi.sh ../.."),
    Break("same", "an archive whose file depends on the compiler", "src/store/runs.h",
          "enum { WI_BLOCK_BYTES = 4040 };",
          "#ifdef __clang__\nenum { WI_BLOCK_BYTES = 2000 };\n#else\nenum { WI_BLOCK_BYTES = 4040 };\n#endif",
          "tests/same/run.py build/same clang-O3"),
    Break("same", "one compiler writes another digit", "tools/warta/tsv.c",
          "number_write(digits, value, 6, '.');",
          "unsigned count = 6;\n#ifdef __clang__\n  count = 5;\n#endif\n  number_write(digits, value, count, '.');",
          "tests/same/run.py build/same clang-O3"),
    Break("threads", "a counter that threads share (tsan)", "src/apply/overlap.c",
          COUNTER, "static unsigned calls;\n\n" + COUNTER + "  calls++;\n", tests("threads", "tsan"), "tsan"),
    Break("asan", "room for half of the rows that are written", "src/model/vector.c",
          "wi_mem_new(terms->count, PARTS * sizeof *vector->entries)", "wi_mem_new(terms->count, sizeof *vector->entries)",
          tests("unit", "asan"), "asan"),
    Break("valgrind", "blocks that nobody frees", "src/base/arena.c",
          "    wi_mem_free(arena->head);\n", "",
          "valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite "
          "build/dev/bin/unit", "dev"),
]


def shell(command, log):
    with open(log, "wb") as out:
        return subprocess.run(["bash", "-c", command], cwd=WORK, stdout=out, stderr=subprocess.STDOUT,
                              stdin=subprocess.DEVNULL).returncode == 0


def put_in(one):
    """The file's text before; exits if the break does not fit it."""
    path = WORK / one.path
    before = path.read_text(encoding="utf-8")
    if one.old and before.count(one.old) != 1:
        sys.exit(f"break.py: {one.path}: stands {before.count(one.old)} times: {one.old!r}")
    path.write_text(before.replace(one.old, one.new) if one.old else before + one.new, encoding="utf-8")
    return before


def verdict(one, log):
    """What became of the break; "seen" if the suite passes without it and fails with it."""
    build = f"cmake --preset {one.preset} -Wno-dev && cmake --build --preset {one.preset}"
    build = build if one.preset else "true"
    if not shell(f"{build} && {one.run}", log):
        return "FAILED: fails without a break too"
    before = put_in(one)
    builds = shell(build, log)
    passes = builds and shell(one.run, log)
    (WORK / one.path).write_text(before, encoding="utf-8")
    return "FAILED: does not build" if not builds else "FAILED: not seen" if passes else "seen"


def is_seen(one):
    log = WORK.parent / "break.log"
    said = verdict(one, log)
    print(f"{said}  {one.name}: {one.what}", flush=True)
    return said == "seen"


def copy_tree():
    """The last commit; builds of an earlier run stay, so that only what changed is built."""
    for path in WORK.glob("*") if WORK.exists() else []:
        if path.name != "build":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run(["bash", "-c", f"git archive HEAD | tar -x -C '{WORK}'"], cwd=TOP, check=True)


def main():
    names = sys.argv[1:]
    if names == ["--list"]:
        print("\n".join(f"{one.name}: {one.what}" for one in BREAKS))
        return 0
    if names == ["--stale"]:
        stale = [one for one in BREAKS if one.old and (TOP / one.path).read_text(encoding="utf-8").count(one.old) != 1]
        for one in stale:
            print(f"tools/check/break.py: {one.name}: {one.what}: its text does not stand once in {one.path}")
        return 1 if stale else 0
    unknown = set(names) - {one.name for one in BREAKS}
    if unknown:
        sys.exit(f"break.py: no such suite: {', '.join(sorted(unknown))}")
    copy_tree()
    chosen = [one for one in BREAKS if not names or one.name in names]
    seen = sum(is_seen(one) for one in chosen)
    print(f"{seen} passed, {len(chosen) - seen} failed")
    return 0 if seen == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())
