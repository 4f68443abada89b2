#!/usr/bin/env python3
"""Counts the test cases behind a ctest run: "N passed, N failed" as the last line.

usage: count_cases.py RESULTS.xml [NAME...]     (ctest --output-junit; the runners that must be there)

Each runner closes with "N passed, N failed", its name may stand before; the counts are added. A
runner that failed, crashed, ran out of time, counted no case or is missing adds at least one failed case.
"""
import re
import sys
import xml.etree.ElementTree as xml

CLOSING = re.compile(r"^(?:[\w-]+: )?(\d+) passed, (\d+) failed$", re.M)


def count(output, has_passed):
    """-> passed, failed cases of one runner."""
    closing = CLOSING.findall(output)
    passed, failed = (int(n) for n in closing[-1]) if closing else (0, 0)
    if failed == 0 and (not has_passed or passed == 0):
        failed = 1
    return passed, failed


def main():
    try:
        runners = xml.parse(sys.argv[1]).getroot().findall("testcase")
    except (OSError, xml.ParseError) as error:
        print(f"count_cases: {error}", file=sys.stderr)
        runners = []
    passed = failed = 0
    for runner in runners:
        output = runner.findtext("system-out") or ""
        good, bad = count(output, runner.get("status") == "run")
        print(f"  {runner.get('name'):10s} {good} passed, {bad} failed")
        passed, failed = passed + good, failed + bad
    for name in sorted(set(sys.argv[2:]) - {runner.get("name") for runner in runners}):
        print(f"  {name:10s} is missing")
        failed += 1
    if not runners:
        failed = max(failed, 1)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
