#!/usr/bin/env python3
"""Runs MESSAGES with every detail that the library may say, as its sources have them, a line each.

usage: run.py MESSAGES SRC

A detail is a text in lower case within a call that fails or tells, or one that a function of the kind
`static const char *read_tree(...)`, which returns what is wrong, returns.
"""
import pathlib
import re
import subprocess
import sys

CALL = re.compile(r"\b(wi_db_damaged|wi_db_limit|set_failure|wi_status_fail\w*|fail\w*|tell)\(|\*why = ")
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
REASON = re.compile(r"static const char \*\w+\([^)]*\) \{(.*?)\n\}", re.S)
# Rows of tables, whose words reach a call by a name.
ROW = re.compile(r'^\s*(?:\} rules\[\] = \{)?\{"(wrong [a-z\' ]+:)", ', re.M)


def call_of(text, start):
    """The text of a call that begins at `start`, up to its closing bracket or the semicolon."""
    depth, at = 1, start
    while depth > 0 and text[at] != ";":
        literal = TEXT.match(text, at)
        depth += (text[at] == "(") - (text[at] == ")")
        at = literal.end() if literal else at + 1
    return text[start:at]


def details_of(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    parts = [call_of(text, found.end()) for found in CALL.finditer(text)]
    parts += [found.group(1) for found in REASON.finditer(text)]
    words = {word for part in parts for word in TEXT.findall(part)} | set(ROW.findall(text))
    return {word.replace("\\\\", "\\") for word in words if re.search("[a-z]{2}", word) or "' without '" in word}


def main():
    messages, sources = sys.argv[1], pathlib.Path(sys.argv[2])
    details = set().union(*(details_of(path) for path in sources.rglob("*.c")))
    given = "".join(f"{detail}\n" for detail in sorted(details))
    sys.exit(subprocess.run([messages], input=given.encode()).returncode)


main()
