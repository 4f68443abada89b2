#!/usr/bin/env python3
"""Who may include and call what. Prints each fault as FILE:LINE: TEXT; exit code 1 if there is one.

- src/: own floor and lower floors by bare name, public headers as <warta/...>
- src/ext, tools/warta, tools/bench: public headers and their own folder
- tools/dictc: floors base and text, the dictionary's forms and entry reader, its own folder
- tools/wordc: floors base to lang, the form of the known words, its own folder
- no include with "../"; every file name once in the tree (public headers have a folder of their own)
- a third-party header stays in its one module
- calls that are unsafe, or that follow the locale; in src/ also memory, output and environment
"""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
FLOORS = ["base", "text", "lang", "analysis", "model", "apply", "store", "ext"]
# first part of the header -> modules (path without suffix) that may include it; a header of the
# module's own name counts as the module
THIRD_PARTY = {
    "unicode": {"src/text/utf8", "src/text/fold", "src/lang/tokenizer", "src/lang/sentences"},
    "libstemmer.h": {"src/lang/stem"},
    "xxhash.h": {"src/base/hash"},
    "emmintrin.h": {"src/base/sixteen", "src/apply/tile_sum"},
    "sqlite3.h": {"src/store/checked_file", "src/store/database"},
    "malloc.h": {"tools/bench/bench_analysis"},  # glibc's own count of what a session keeps
    "sanitizer": {"src/base/arena"},  # the address sanitizer's own, only under it
    "sqlite3ext.h": {"src/ext/fts5_tokenizer"},
}
# Exceptions: version asks for ICU's version, the benchmark measures bare ICU beside warta, the program
# gives ICU its memory, the dictionary's compiler reads its compiled rules.
ALSO = {
    ("src/analysis/version", "unicode"),
    ("tools/bench/bench_analysis", "unicode"),
    ("tools/bench/bench_stem", "libstemmer.h"),
    ("tools/dictc/break_table", "unicode"),
    ("tools/warta/memory", "unicode"),
}
# Of the floor lang, the dictionary's compiler takes these.
DICTC_LANG = {
    "dictionary_format.h",
    "dictionary.h",
    "entries.h",
    "label_compile.h",
    "rule_table.h",
    "trees.h",
}
STANDARD = set(
    "assert ctype errno float inttypes limits locale math setjmp signal stdalign stdarg stdbool "
    "stddef stdint stdio stdlib stdnoreturn string time wchar".split()
)
POSIX = set(
    "dirent.h fcntl.h iconv.h poll.h pthread.h sys/ioctl.h sys/stat.h sys/types.h sys/wait.h unistd.h".split()
)
# Unsafe, or silently wrong on bad numbers.
UNSAFE = "sprintf vsprintf strcpy strcat strncat strtok gets atoi atol atoll atof alloca setlocale"
# What the host's locale changes.
LOCALE = (
    "tolower toupper isalpha isalnum isdigit isxdigit isspace ispunct isupper islower isprint "
    "iscntrl isgraph isblank strtod strtof strtold strcoll strxfrm strcasecmp strncasecmp "
    "sscanf scanf fscanf strftime"
)
# The library allocates in mem.c alone, and never prints, exits or reads the environment.
LIBRARY_MEMORY = "malloc calloc realloc reallocarray free strdup strndup aligned_alloc"
LIBRARY_NEVER = "printf fprintf vprintf vfprintf puts fputs putchar exit abort _Exit getenv signal"


def call_pattern(names):
    return re.compile(r"(?<![\w.>])(" + "|".join(names.split()) + r")\s*\(")


CALLS = [
    (call_pattern(UNSAFE), ("src/", "tools/"), set(), "unsafe"),
    (call_pattern(LOCALE), ("src/", "tools/"), set(), "depends on the locale"),
    (call_pattern(LIBRARY_MEMORY), ("src/",), {"src/base/mem.c"}, "memory goes through mem.h"),
    (call_pattern(LIBRARY_NEVER), ("src/",), set(), "the library does not"),
]
FLOAT_FORMAT = re.compile(r'printf\s*\([^;]*"[^"]*%[-+ #0]*[\d*]*(?:\.[\d*]+)?l?[aefgAEFG]', re.S)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)


def blank(text, keep_strings):
    """Comments (and strings) as spaces, so that line numbers stay."""

    def space(match):
        part = match.group()
        return part if keep_strings and part[0] == '"' else re.sub(r"[^\n]", " ", part)

    return COMMENT_OR_STRING.sub(space, text)


def source_files():
    for folder in ("include", "src", "tools", "tests"):
        for path in sorted((TOP / folder).rglob("*")):
            if path.is_file():
                yield path


class Checker:
    def __init__(self):
        self.faults = []
        self.files = list(source_files())
        self.owner = {
            p.name: p.relative_to(TOP).as_posix() for p in self.files if p.suffix == ".h"
        }

    def fault(self, name, text, at, what):
        self.faults.append(f"{name}:{text.count(chr(10), 0, at) + 1}: {what}")

    def unique_names(self):
        seen = {}
        for path in self.files:
            name = path.relative_to(TOP).as_posix()
            if path.suffix not in (".c", ".h") or name.startswith("include/"):
                continue
            if path.name in seen:
                self.faults.append(f"{name}:1: {seen[path.name]} has this name already")
            seen[path.name] = name
            if not re.fullmatch(r"[a-z0-9_]+\.[ch]", path.name):
                self.faults.append(f"{name}:1: file names are lower case snake_case")

    def quoted(self, name, header):
        """-> what is wrong with an include by bare name, or None."""
        if "/" in header:
            return "include by bare name"
        owner = self.owner.get(header)
        if owner is None:
            return "no such header in the tree"
        folder, own = name.rsplit("/", 1)[0], owner.rsplit("/", 1)[0]
        if folder == own or name.startswith("tests/"):
            return None
        if name.startswith("src/ext/"):
            return "a module stands on the public headers alone"
        if name.startswith("src/") and owner.startswith("src/"):
            here, there = folder.split("/")[1], own.split("/")[1]
            if FLOORS.index(there) <= FLOORS.index(here):
                return None
            return f"floor {here} includes floor {there} above it"
        if folder == "tools/dictc":
            is_low = own in ("src/base", "src/text")
            return None if is_low or header in DICTC_LANG else "not for dictc"
        if folder == "tools/wordc":
            is_low = own in ("src/base", "src/text", "src/lang")
            return None if is_low or header == "known.h" else "not for wordc"
        return f"{folder} may not include {owner}"

    def angled(self, name, header):
        first, module = header.split("/")[0], name.rsplit(".", 1)[0]
        is_posix = header in POSIX and not name.startswith("src/")
        if first == "warta" or is_posix or name.startswith("tests/"):
            return None
        if header.endswith(".h") and header[:-2] in STANDARD:
            return None
        if first not in THIRD_PARTY:
            return "unknown third-party header (needs a decision)"
        if module in THIRD_PARTY[first] or (module, first) in ALSO:
            return None
        return f"{header} belongs to {', '.join(sorted(THIRD_PARTY[first]))} alone"

    def includes(self, name, text):
        for match in INCLUDE.finditer(blank(text, keep_strings=True)):
            mark, header = match.groups()
            if header.startswith(".."):
                what = 'no "../"'
            elif name.startswith("include/"):
                is_allowed = header.startswith("warta/") or header[:-2] in STANDARD
                what = None if is_allowed else "public headers include the C standard and each other"
            else:
                what = self.quoted(name, header) if mark == '"' else self.angled(name, header)
            if what:
                self.fault(name, text, match.start(2), f"{header}: {what}")

    def calls(self, name, text):
        code = blank(text, keep_strings=False)
        for pattern, folders, exempt, what in CALLS:
            if name.startswith(folders) and name not in exempt:
                for match in pattern.finditer(code):
                    self.fault(name, text, match.start(), f"{match.group(1)}: {what}")
        if name.startswith("src/"):
            strings = blank(text, keep_strings=True).replace("%%", "  ")
            for match in FLOAT_FORMAT.finditer(strings):
                self.fault(name, text, match.start(), "printf of a float depends on the locale")

    def run(self):
        self.unique_names()
        for path in self.files:
            if path.suffix in (".c", ".h"):
                name, text = path.relative_to(TOP).as_posix(), path.read_text("utf-8")
                self.includes(name, text)
                self.calls(name, text)
        return self.faults


def main():
    faults = Checker().run()
    print("\n".join(faults) if faults else "floors: no fault")
    sys.exit(1 if faults else 0)


main()
