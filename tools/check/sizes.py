#!/usr/bin/env python3
"""Sizes of files and functions. Prints each fault as FILE:LINE: TEXT; exit code 1 if there is one.

usage: sizes.py [--figures]

Files of C, Python and shell have at most 600 lines. C functions have at most 80 lines, 5 parameters
(a closing `warta_error *` is not counted: nearly every public function has it) and 3 levels of
nesting (a case with braces is none of its own). tools/check/sizes.allow names the exceptions, each
with its reason; one that is no longer needed is a fault as well.
"""
import pathlib
import re
import statistics
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
LIMITS = {"file": 600, "lines": 80, "parameters": 5, "nesting": 3}
SKIPPED = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#(?:\\\n|[^\n])*',
    re.S | re.M,
)
TOKEN = re.compile(r"[A-Za-z_]\w*|[{}()\[\];,=]|[^\s\w]")
CONTROL = {"if", "for", "while", "switch"}


def tokens_of(text):
    code = SKIPPED.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    line, last = 1, 0
    for match in TOKEN.finditer(code):
        line += code.count("\n", last, match.start())
        last = match.start()
        yield match.group(), line


def closing(tokens, at):
    """Index of the parenthesis that closes the one at `at`."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[i][0], 0)
        if depth == 0:
            return i
    return len(tokens) - 1


def opening(tokens, at):
    depth = 0
    for i in range(at, -1, -1):
        depth += {")": 1, "(": -1}.get(tokens[i][0], 0)
        if depth == 0:
            return i
    return 0


def parameter_count(tokens):
    """tokens: what stands between the parentheses of a parameter list."""
    parts, depth = [[]], 0
    for word, _ in tokens:
        depth += {"(": 1, ")": -1}.get(word, 0)
        if word == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(word)
    parts = [p for p in parts if p and p != ["void"]]
    if parts and parts[-1][:2] == ["warta_error", "*"]:
        parts.pop()
    return len(parts)


def body_figures(tokens, at):
    """tokens[at] opens a function's body -> (index of its end, deepest nesting)."""
    stack, deepest, is_block_next = ["function"], 0, False
    i = at + 1
    while i < len(tokens) and stack:
        word = tokens[i][0]
        if word in CONTROL and tokens[i + 1][0] == "(":
            i = closing(tokens, i + 1)
            is_block_next = tokens[i + 1][0] == "{"
        elif word in ("else", "do"):
            is_block_next = tokens[i + 1][0] == "{"
        elif word == "{":
            is_bare = tokens[i - 1][0] in ("{", "}", ";") and stack[-1] != "value"
            stack.append("block" if is_block_next or is_bare else "value")
            is_block_next = False
            deepest = max(deepest, stack.count("block"))
        elif word == "}":
            stack.pop()
        i += 1
    return i - 1, deepest


def functions_of(text):
    """-> (name, first line, lines, parameters, nesting) of each function defined."""
    tokens = list(tokens_of(text))
    found, start, i = [], 0, 0
    while i < len(tokens):
        word = tokens[i][0]
        if word == ";":
            start = i + 1
        elif word == "{" and tokens[i - 1][0] == ")":
            left = opening(tokens, i - 1)
            end, nesting = body_figures(tokens, i)
            first = tokens[start][1]
            figures = (tokens[end][1] - first + 1, parameter_count(tokens[left + 1 : i - 1]), nesting)
            found.append((tokens[left - 1][0], first, *figures))
            i, start = end, end + 1
        elif word == "{":
            depth = 1
            while depth and i + 1 < len(tokens):
                i += 1
                depth += {"{": 1, "}": -1}.get(tokens[i][0], 0)
            if tokens[i + 1 : i + 2] and tokens[i + 1][0] != ";":
                start = i + 1
        i += 1
    return found


def read_allowed():
    allowed = {}
    for line in (TOP / "tools/check/sizes.allow").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            place, kind, value, reason = line.split(None, 3)
            assert kind in LIMITS and reason
            allowed[place, kind] = int(value)
    return allowed


def measure():
    """-> rows (place, line, kind, value)"""
    rows = []
    for folder in ("include", "src", "tools", "tests"):
        for path in sorted((TOP / folder).rglob("*")):
            name = path.relative_to(TOP).as_posix()
            if not path.is_file() or path.suffix not in (".c", ".h", ".py", ".sh"):
                continue
            text = path.read_text("utf-8")
            rows.append((name, 1, "file", text.count("\n")))
            if path.suffix in (".c", ".h"):
                for function, line, *figures in functions_of(text):
                    for kind, value in zip(("lines", "parameters", "nesting"), figures):
                        rows.append((f"{name}:{function}", line, kind, value))
    return rows


def print_figures(rows):
    for kind in LIMITS:
        values = sorted(v for p, _, k, v in rows if k == kind and p.startswith(("src/", "tools/")))
        if values:
            tenth = values[min(len(values) - 1, len(values) * 9 // 10)]
            print(f"{kind}: n {len(values)} median {statistics.median(values):g} p90 {tenth} max {values[-1]}")


def main():
    rows, allowed, faults = measure(), read_allowed(), []
    if sys.argv[1:] == ["--figures"]:
        print_figures(rows)
    for place, line, kind, value in rows:
        limit = allowed.pop((place, kind), None)
        where = f"{place.split(':')[0]}:{line}: {place.split(':')[-1]}"
        if value > (limit or LIMITS[kind]):
            faults.append(f"{where}: {kind} {value}, at most {limit or LIMITS[kind]}")
        elif limit and value <= LIMITS[kind]:
            faults.append(f"{where}: {kind} {value}: take it off tools/check/sizes.allow")
    for place, kind in allowed:
        faults.append(f"tools/check/sizes.allow:1: {place} {kind}: no such place")
    print("\n".join(faults) if faults else "sizes: no fault")
    sys.exit(1 if faults else 0)


main()
