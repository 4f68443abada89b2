#!/usr/bin/env python3
"""Same bytes: every command, format and sample gives the same output whoever built it, and where.

usage: run.py WORK [BUILD...]     (the builds stay there; a second run only builds what has changed)

Builds: gcc and clang, -O0 and -O3, sanitizers, and gcc -O3 a second time in another folder. Runs: twice,
under the locales C, id_ID.UTF-8 and tr_TR.UTF-8, in one thread and in three. An archive is made, changed and
asked by the same steps everywhere: what is said and the file itself are the same. The library also runs in
a host program that sets its locale, as the program itself never does.
"""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
DATA = TOP / "tests/data"
SAMPLES = sorted(p.name for p in DATA.glob("*.txt"))
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
    commands = list(commands_of(warta))
    yield from ([*command, *SAMPLES] for command in commands)
    yield ["keywords", "--background", "self", "--format", "tsv", *SAMPLES]
    yield ["summarize", "--format", "jsonl", *SAMPLES * 4]
    yield ["tokens", "--clitics", "cut", "--abbr-stop", "cut", "--labels", "keep", "--format", "tsv", *SAMPLES]
    yield ["vectors", "--stemmer", "snowball", "--format", "tsv", *SAMPLES]
    yield ["similar", "--explain", "--format", "tsv", *SAMPLES]
    yield ["summarize", "--together", *SAMPLES]
    words = ["INDONESIA", "KRITIS", "Istanbul", "membangunkan", "berkesinambungan", "iIıİ"]
    yield ["stem", "--format", "tsv", *words]
    for form in FORMATS:
        yield ["explain", "--format", form, *words]
        for asked in (["--sentences"], ["--keywords"], ["--keyword", "banjir"]):
            yield ["explain", *asked, "--format", form, *SAMPLES]


def output_of(command, environment, folder=DATA):
    done = subprocess.run(
        command, cwd=folder, env={"PATH": os.environ["PATH"], **environment}, capture_output=True
    )
    return done.returncode, hashlib.sha256(done.stdout).hexdigest(), done.stdout


def made_articles():
    """JSON lines: sentences of the samples, put together anew; enough of them for segments to be merged."""
    lines = [line for name in SAMPLES for line in (DATA / name).read_text("utf-8").splitlines() if len(line) > 80]
    rows = (
        {
            "id": f"n{i}", "date": f"2026-{i % 12 + 1:02d}-{i % 28 + 1:02d}",
            "text": " ".join(lines[(i * step + 7 * step) % len(lines)] for step in (1, 3, 5, 11)),
        }
        for i in range(120)
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


# One after the other, in a folder with the samples and many.jsonl. --jobs goes to those that take it.
ARCHIVE_STEPS = [
    ["index", "add", "--batch", "4", "kept.db", *SAMPLES],
    ["index", "add", "--batch", "3", "kept.db", "many.jsonl"],
    ["index", "delete", "kept.db", "n3", "n4", "n90", SAMPLES[1]],
    ["index", "add", "kept.db", SAMPLES[1], SAMPLES[2]],
    ["index", "add", "--without-text", "bare.db", "many.jsonl"],
    *(["index", "list", "--format", form, "kept.db"] for form in FORMATS),
    ["index", "check", "kept.db"],
    ["index", "check", "--format", "tsv", "bare.db"],
    *(["search", "--format", form, "kept.db", "banjir pasar", '"harga cabai"'] for form in FORMATS),
    ["search", "--queries", SAMPLES[0], "--format", "tsv", "bare.db"],
    *(["similar", "--archive", "kept.db", "--top", "5", "--format", form, *SAMPLES] for form in FORMATS),
    *(["dedup", "--archive", "kept.db", "--format", form, *SAMPLES] for form in FORMATS),
    *(["cluster", "--archive", "kept.db", "--format", form] for form in FORMATS),
    ["similar", "--archive", "kept.db", "--add", "--top", "2", "--format", "tsv", "many.jsonl"],
    ["dedup", "--archive", "bare.db", "--add", "--format", "tsv", *SAMPLES],
    ["index", "check", "kept.db"],
]


def with_jobs(command, jobs):
    """The commands that run in threads; explain's words are not articles."""
    takes_none = command[:2] in (["index", "delete"], ["index", "list"], ["index", "check"])
    takes_none = takes_none or command[0] in ("search", "stem", "df merge", "df info")
    return command if jobs is None or takes_none else [*command, "--jobs", str(jobs)]


def archive_output(warta, environment, jobs=None):
    """-> what each step said, by its name, and the bytes of the archives behind the last."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in SAMPLES:
            shutil.copy(DATA / name, folder)
        pathlib.Path(folder, "many.jsonl").write_text(made_articles(), "utf-8")
        for i, step in enumerate(ARCHIVE_STEPS):
            said = output_of([warta, *with_jobs(step, jobs), "--lang", "en"], environment, folder)[:2]
            found[f"step {i}, {' '.join(step)[:50]}"] = said
        for path in sorted(pathlib.Path(folder).glob("*.db*")):
            found[f"the file {path.name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


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


def judge_archives(judge, bins, plain, places):
    first = str(bins["gcc-O3"] / "warta")
    right = archive_output(first, plain)
    for step, said in right.items():
        judge.case(f"{step}: works", not isinstance(said, tuple) or said[0] in (0, 1))
    others = {f"{name}": (str(folder / "warta"), plain, None) for name, folder in bins.items() if folder}
    others |= {place: (first, environment, None) for place, environment in places.items()}
    others |= {f"--jobs {jobs}": (first, plain, jobs) for jobs in (1, 3)}
    for name, (warta, environment, jobs) in others.items():
        found = archive_output(warta, environment, jobs)
        for step, said in right.items():
            judge.case(f"{step}: {name}", found.pop(step, None) == said)
        judge.case(f"archives, {name}: no more files", not found)


def judge_commands(judge, bins, plain, places):
    first = bins["gcc-O3"]
    for run in runs_of(str(first / "warta")):
        shown = " ".join(run)[:60]
        right = output_of([str(first / "warta"), *run, "--lang", "en"], plain)[:2]
        judge.case(f"{shown}: works", right[0] in (0, 1))
        for name, folder in bins.items():
            if folder:
                found = output_of([str(folder / "warta"), *run, "--lang", "en"], plain)[:2]
                judge.case(f"{shown}: {name}", found == right)
        for name, environment in places.items():
            found = output_of([str(first / "warta"), *run, "--lang", "en"], environment)[:2]
            judge.case(f"{shown}: {name}", found == right)
        for jobs in (1, 3):
            threads = with_jobs(run, jobs)
            if threads != run:
                found = output_of([str(first / "warta"), *threads, "--lang", "en"], plain)[:2]
                judge.case(f"{shown}: --jobs {jobs}", found == right)


def judge_host(judge, bins, plain, places):
    _, right = host_output(str(bins["gcc-O3"] / "same-host"), plain)
    for name, folder in bins.items():
        for place, environment in {"LC_ALL=C": plain, **places}.items():
            if folder:
                point, found = host_output(str(folder / "same-host"), environment)
                has_locale = point == (b"0.50" if place == "LC_ALL=C" else b"0,50")
                judge.case(f"host, {name}, {place}: has its locale", has_locale)
                judge.case(f"host, {name}, {place}", found == right and found[0] == 0)


def main():
    work = pathlib.Path(sys.argv[1]).resolve()
    judge, bins = Judge(), {}
    first, *others = BUILDS
    for name in [first, *(sys.argv[2:] or others)]:
        bins[name] = build(work, name)
        judge.case(f"{name} builds", bins[name])
    if bins["gcc-O3"] is None:
        sys.exit(1)
    plain = {"LC_ALL": "C"}
    locales = str(make_locales(work))
    places = {f"LC_ALL={n}.UTF-8": {"LC_ALL": f"{n}.UTF-8", "LOCPATH": locales} for n in LOCALES}
    judge_commands(judge, bins, plain, places)
    judge_archives(judge, bins, plain, places)
    judge_host(judge, bins, plain, places)
    print(f"{judge.passed} passed, {judge.failed} failed")
    sys.exit(1 if judge.failed else 0)


main()
