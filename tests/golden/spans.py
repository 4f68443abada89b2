#!/usr/bin/env python3
"""Scores `warta labels` against the spans set by hand (tests/data/*.spans): a table by kind.

usage: spans.py WARTA     from the top of the tree

  spans       wanted, found, and right: both ends and the kind agree, white space at the ends apart
  characters  the same over characters that are not white space, by kind; in the row "any" whatever
              the kind, so that it tells article from not-article. There title and heading are no kinds
              of their own: they belong to the article.
The figures are committed, so that a change is a visible diff; they need not be perfect.
"""
import glob
import pathlib
import subprocess
import sys

ARTICLE = {"title", "heading"}


def rows_of(warta, command, path):
    out = subprocess.run(
        [warta, command, "--format", "tsv", path], stdout=subprocess.PIPE, check=True
    ).stdout.decode("utf-8")
    head, *lines = out.rstrip("\n").split("\n")
    names = head.split("\t")
    for line in lines:
        row = dict(zip(names, line.split("\t")))
        yield int(row["start"]), int(row["end"]), row["kind"]


def trim(raw, start, end):
    part = raw[start:end].decode("utf-8", "replace")
    skip = "\u200b\ufeff"
    left = len(part) - len(part.lstrip().lstrip(skip).lstrip())
    right = len(part.rstrip().rstrip(skip).rstrip())
    return start + len(part[:left].encode()), start + len(part[:right].encode())


def wanted_spans(raw, path):
    at, spans = 0, set()
    for line in pathlib.Path(path).read_bytes().rstrip(b"\n").split(b"\n"):
        kind, text = line.rstrip(b"\r").split(b"\t", 1)
        start = raw.index(text, at)
        at = start + len(text)
        spans.add((*trim(raw, start, at), kind.decode()))
    return spans


def found_spans(raw, warta, path):
    rows = set(rows_of(warta, "labels", path))
    rows |= {r for r in rows_of(warta, "sentences", path) if r[2] in ARTICLE}
    return {(*trim(raw, start, end), kind) for start, end, kind in rows}


def black_bytes(raw, spans, kind):
    """Bytes of these spans that begin a character and are not white."""
    places = set()
    for start, end, name in spans:
        if name == kind or (kind == "any" and name not in ARTICLE):
            at = start
            for char in raw[start:end].decode("utf-8", "replace"):
                if not char.isspace():
                    places.add(at)
                at += len(char.encode())
    return places


def main():
    figures = {}
    for spans in sorted(glob.glob("tests/data/*.spans")):
        text = spans[: -len("spans")] + "txt"
        raw = pathlib.Path(text).read_bytes()
        want, got = wanted_spans(raw, spans), found_spans(raw, sys.argv[1], text)
        for kind in {s[2] for s in want | got} | {"any"}:
            sums = figures.setdefault(kind, [0] * 6)
            by_kind = [{s for s in x if kind in ("any", s[2])} for x in (want, got, want & got)]
            places = [black_bytes(raw, x, kind) for x in (want, got)]
            values = [len(x) for x in by_kind] + [len(x) for x in places]
            values.append(len(places[0] & places[1]))
            figures[kind] = [a + b for a, b in zip(sums, values)]
    print("kind\tspans\tfound\tright\tprecision\trecall\tchars\tchars_found\tchars_right")
    for kind in sorted(figures, key=lambda k: (k == "any", k)):
        want, got, right, *chars = figures[kind]
        precision, recall = (100 * right / n if n else 100.0 for n in (got, want))
        print(kind, want, got, right, f"{precision:.1f}\t{recall:.1f}", *chars, sep="\t")


main()
