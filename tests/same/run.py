#!/usr/bin/env python3
"""Same bytes: every command, format and sample gives the same output whoever built it, and where.

usage: run.py WORK     (the builds stay there; a second run only builds what has changed)

Builds: gcc and clang, -O0 and -O3, sanitizers, and gcc -O3 a second time in another folder. Runs: twice,
under the locales C, id_ID.UTF-8 and tr_TR.UTF-8, and from another folder. The library also runs in a host
program that sets its locale, as the program itself never does.
"""
import hashlib
import os
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
DATA = TOP / "tests/data"
LOCALES = ("id_ID", "tr_TR")
# The first is what the others are compared with.
BUILDS = {
    "gcc-O3": ("gcc", "-O3"),
    "gcc-O0": ("gcc", "-O0"),
    "clang-O0": ("clang", "-O0"),
    "clang-O3": ("clang", "-O3"),
    "asan": ("gcc", "-O1 -fsanitize=address,undefined -fno-sanitize-recover=all"),
    "elsewhere/gcc-O3": ("gcc", "-O3"),
}
FORMATS = ("text", "tsv", "json", "jsonl")


def build(work, name):
    compiler, flags = BUILDS[name]
    folder = work / name
    configure = [
        "cmake", "-S", str(TOP), "-B", str(folder), "-G", "Ninja", "-Wno-dev",
        f"-DCMAKE_C_COMPILER={compiler}", f"-DCMAKE_C_FLAGS={flags}", "-DCMAKE_BUILD_TYPE=None",
    ]
    make = ["cmake", "--build", str(folder), "--target", "warta-program", "same-host"]
    for command in (configure, make):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode:
            print(done.stdout.decode("utf-8", "replace")[-3000:])
            return None
    return folder / "bin"


def make_locales(work):
    """-> folder for LOCPATH; without localedef's sources the locales cannot be tried."""
    folder = work / "locales"
    folder.mkdir(parents=True, exist_ok=True)
    for name in LOCALES:
        if not (folder / f"{name}.UTF-8").exists():
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")], check=True)
    return folder


def commands_of(warta):
    """The commands that read articles, as the program itself tells, in all their formats."""
    overview = subprocess.run([warta, "help"], capture_output=True, text=True, check=True).stdout
    for line in overview.split("\n\n")[2].splitlines()[1:]:
        name = line[2:].split("  ")[0].strip()
        usage = subprocess.run([warta, *name.split(), "--help"], capture_output=True, text=True).stdout
        first = usage.splitlines()[0]
        if "[FILE|DIR|-]..." in first and " DB" not in first:  # an archive is no sample
            for form in FORMATS if "--format" in usage else (None,):
                yield name.split() + (["--format", form] if form else [])


def runs_of(warta):
    samples = sorted(p.name for p in DATA.glob("*.txt"))
    commands = list(commands_of(warta))
    yield from ([*command, *samples] for command in commands)
    yield ["keywords", "--background", "self", "--format", "tsv", *samples]
    yield ["summarize", "--format", "jsonl", "--jobs", "3", *samples * 4]
    yield ["tokens", "--clitics", "cut", "--abbr-stop", "cut", "--labels", "keep", "--format", "tsv", *samples]
    yield ["vectors", "--stemmer", "snowball", "--format", "tsv", *samples]
    yield ["stem", "--format", "tsv", "INDONESIA", "KRITIS", "Istanbul", "membangunkan", "iIıİ"]


def output_of(command, environment, folder=DATA):
    done = subprocess.run(
        command, cwd=folder, env={"PATH": os.environ["PATH"], **environment}, capture_output=True
    )
    return done.returncode, hashlib.sha256(done.stdout).hexdigest(), done.stdout


def host_output(host, environment):
    code, _, said = output_of([host], environment)
    first, _, rest = said.partition(b"\n")
    return first, (code, rest)


class Judge:
    def __init__(self):
        self.passed = self.failed = 0

    def case(self, name, good):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print(f"FAILED {name}", flush=True)


def main():
    work = pathlib.Path(sys.argv[1]).resolve()
    judge, bins = Judge(), {}
    for name in BUILDS:
        bins[name] = build(work, name)
        judge.case(f"{name} builds", bins[name])
    first = bins["gcc-O3"]
    if first is None:
        sys.exit(1)
    plain = {"LC_ALL": "C"}
    places = {f"LC_ALL={n}.UTF-8": {"LC_ALL": f"{n}.UTF-8", "LOCPATH": str(make_locales(work))} for n in LOCALES}
    for run in runs_of(str(first / "warta")):
        run += ["--lang", "en"]
        shown = " ".join(run)[:60]
        right = output_of([str(first / "warta"), *run], plain)[:2]
        judge.case(f"{shown}: works", right[0] in (0, 1))
        for name, folder in bins.items():
            if folder:
                judge.case(f"{shown}: {name}", output_of([str(folder / "warta"), *run], plain)[:2] == right)
        for name, environment in places.items():
            judge.case(f"{shown}: {name}", output_of([str(first / "warta"), *run], environment)[:2] == right)
    _, right = host_output(str(first / "same-host"), plain)
    for name, folder in bins.items():
        for place, environment in {"LC_ALL=C": plain, **places}.items():
            point, found = host_output(str(folder / "same-host"), environment)
            judge.case(f"host, {name}, {place}: has its locale", point == (b"0.50" if place == "LC_ALL=C" else b"0,50"))
            judge.case(f"host, {name}, {place}", found == right and found[0] == 0)
    print(f"{judge.passed} passed, {judge.failed} failed")
    sys.exit(1 if judge.failed else 0)


main()
