#!/usr/bin/env python3
"""Line and branch coverage of the library by file and floor, from the coverage preset's last run.

usage: coverage.py BUILD [LEAST [STORE]] a table (BUILD: build/coverage); exit code 1 if less than LEAST percent of the
                                        branches of base to apply were taken, or less than STORE of those of store
       coverage.py BUILD --holes [PART] the lines with branches that were not taken, in files with PART in their name

Branches that only fail for want of memory count as well.
"""
import collections
import json
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
# The floors that LEAST is asked of, and the row that sums them up.
FLOORS = ("base", "text", "lang", "analysis", "model", "apply")
WHOLE = "base to apply"
STORE = "src/store/"


def reports(build):
    notes = sorted(str(p.resolve()) for p in pathlib.Path(build, "src").rglob("*.gcda"))
    command = ["gcov", "--json-format", "--stdout", "--branch-probabilities", *notes]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode("utf-8").splitlines():
        if line.startswith("{"):
            found = json.loads(line)
            for report in found["files"]:
                # Relative to where the compiler ran if it was called through ccache.
                yield pathlib.Path(found["current_working_directory"], report["file"]).resolve(), report


def count(build):
    """-> how often each (file, line) ran, and each (file, line, branch) was taken."""
    lines, branches = {}, {}
    for path, report in reports(build):
        if not path.is_relative_to(TOP / "src"):
            continue
        name = path.relative_to(TOP).as_posix()
        for line in report["lines"]:
            at = (name, line["line_number"])
            lines[at] = max(lines.get(at, 0), line["count"])
            for number, branch in enumerate(line["branches"]):
                key = (*at, number)
                branches[key] = max(branches.get(key, 0), branch["count"])
    return lines, branches


def rows_of(name):
    floor = name.split("/")[1]
    return (name, f"src/{floor}/", "src/", *([WHOLE] if floor in FLOORS else []))


def print_table(lines, branches):
    """-> percent of the branches taken, of the floors that count and of store."""
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for offset, counts in ((0, lines), (2, branches)):
        for (name, *_), hits in counts.items():
            for row in rows_of(name):
                sums[row][offset] += hits > 0
                sums[row][offset + 1] += 1
    print("file\tlines\tline %\tbranches\tbranch %")
    for row in sorted(sums, key=lambda r: (r == WHOLE, r.endswith("/"), r)):
        hit, n, taken, m = sums[row]
        print(f"{row}\t{n}\t{100 * hit / max(1, n):.1f}\t{m}\t{100 * taken / max(1, m):.1f}")
    return [100 * sums[row][2] / max(1, sums[row][3]) for row in (WHOLE, STORE)]


def print_holes(branches, part):
    missed, found = collections.Counter(), collections.Counter()
    for (name, line, _), hits in branches.items():
        found[name, line] += 1
        missed[name, line] += hits == 0
    for name, line in sorted(at for at in missed if missed[at] and part in at[0]):
        source = (TOP / name).read_text(encoding="utf-8").splitlines()[line - 1].strip()
        print(f"{name}:{line}: {missed[name, line]} of {found[name, line]}: {source}")


def main():
    lines, branches = count(sys.argv[1])
    if sys.argv[2:3] == ["--holes"]:
        print_holes(branches, "".join(sys.argv[3:4]))
        return
    least = [float(word) for word in sys.argv[2:4]] + [0, 0]
    shares = print_table(lines, branches)
    # Without archives there is no store.
    good = shares[0] >= max(least[0], 1) and (shares[1] == 0 or shares[1] >= least[1])
    sys.exit(0 if good else 1)


main()
