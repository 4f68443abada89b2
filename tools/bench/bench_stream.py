#!/usr/bin/env python3
"""What streaming costs: two threads beside one, and whether memory stays flat.

usage: bench_stream.py WARTA ARTICLES.jsonl [COUNT...]

Two threads: `keywords` over the articles (eight times over), wall time, five rounds in turns, median. Memory: for each
COUNT so many recombined articles (recombine.py) through a pipe into `keywords` with two threads; peak of the process.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time

ROUNDS, TIMES = 5, 8
RECOMBINE = pathlib.Path(__file__).with_name("recombine.py")


def spawn(warta, jobs, stdin):
    command = [warta, "keywords", "--from", "jsonl", "-f", "jsonl", "--jobs", str(jobs), "-"]
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL)


def wait(child):
    _, status, use = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"warta keywords: exit {child.returncode}")
    return use


def wall(warta, jobs, path):
    with open(path, "rb") as lines:
        start = time.monotonic()
        use = wait(spawn(warta, jobs, lines))
        return time.monotonic() - start, use.ru_utime + use.ru_stime


def compare_threads(warta, path):
    rows = {1: [], 2: []}
    for _ in range(ROUNDS):
        for jobs, times in rows.items():
            times.append(wall(warta, jobs, path))
    one, two = (sorted(times)[ROUNDS // 2] for times in rows.values())
    size = path.stat().st_size / 1e6
    print(f"keywords, one thread     {size / one[0]:8.1f} MB/s   {one[0]:.3f} s, CPU {one[1]:.3f} s")
    print(f"keywords, two threads    {size / two[0]:8.1f} MB/s   {two[0]:.3f} s, CPU {two[1]:.3f} s")
    print(f"two against one          {one[0] / two[0]:8.2f} x")


def measure_memory(warta, source, count):
    maker = subprocess.Popen([sys.executable, RECOMBINE, str(count), source], stdout=subprocess.PIPE)
    child = spawn(warta, 2, maker.stdout)
    maker.stdout.close()
    peak = wait(child).ru_maxrss
    if maker.wait() != 0:
        sys.exit("recombine.py failed")
    print(f"keywords over {count:>9} articles: peak {peak / 1024:.1f} MB")


def main():
    warta, source, counts = sys.argv[1], sys.argv[2], [int(c) for c in sys.argv[3:]]
    many = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / f"bench-stream-{os.getpid()}.jsonl"
    try:
        # Piece by piece: a child's peak begins at what this process had as it was started.
        with open(many, "wb") as to:
            for _ in range(TIMES):
                with open(source, "rb") as lines:
                    shutil.copyfileobj(lines, to)
        compare_threads(warta, many)
    finally:
        many.unlink(missing_ok=True)
    for count in counts:
        measure_memory(warta, source, count)


main()
