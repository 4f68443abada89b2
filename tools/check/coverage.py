#!/usr/bin/env python3
"""Line and branch coverage of the library by file and floor, from the coverage preset's last run.

usage: coverage.py BUILD [LEAST]     (BUILD: build/coverage; LEAST: least branch coverage in percent)

Branches that only fail for want of memory count as well. Exit code 1 if the whole is below LEAST.
"""
import collections
import json
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]


def reports(build):
    notes = sorted(str(p.resolve()) for p in pathlib.Path(build, "src").rglob("*.gcda"))
    command = ["gcov", "--json-format", "--stdout", "--branch-probabilities", *notes]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode("utf-8").splitlines():
        if line.startswith("{"):
            found = json.loads(line)
            folder = found["current_working_directory"]
            for report in found["files"]:
                # Relative where the compiler was called through ccache.
                yield pathlib.Path(folder, report["file"]).resolve(), report


def main():
    lines, branches = {}, {}
    for path, report in reports(sys.argv[1]):
        if not path.is_relative_to(TOP / "src"):
            continue
        name = path.relative_to(TOP).as_posix()
        for line in report["lines"]:
            at = (name, line["line_number"])
            lines[at] = max(lines.get(at, 0), line["count"])
            for number, branch in enumerate(line["branches"]):
                key = (*at, number)
                branches[key] = max(branches.get(key, 0), branch["count"])
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for offset, counts in ((0, lines), (2, branches)):
        for (name, *_), count in counts.items():
            for row in (name, name.rsplit("/", 1)[0] + "/", "src/"):
                sums[row][offset] += count > 0
                sums[row][offset + 1] += 1
    print("file\tlines\tline %\tbranches\tbranch %")
    for row in sorted(sums, key=lambda r: (r.endswith("/"), r)):
        hit, n, taken, m = sums[row]
        shares = (100 * hit / max(1, n), 100 * taken / max(1, m))
        print(f"{row}\t{n}\t{shares[0]:.1f}\t{m}\t{shares[1]:.1f}")
    least = float(sys.argv[2]) if len(sys.argv) > 2 else 0
    whole = sums["src/"]
    sys.exit(0 if whole[3] and 100 * whole[2] / whole[3] >= least else 1)


main()
