#!/usr/bin/env python3
"""Hostile texts never cost the fast path more than the slow one, nor 4 times what ordinary text does.

usage: never_slower.py WHOLE [TEXT...]     (WHOLE: bench-whole of an optimised build)

Instructions of one whole analysis under callgrind, beyond those of an empty text. The slow path is ICU's
iterator with every word folded, looked up and stemmed anew: what a plain pipeline pays. And one word of
100 MB, which must end by itself.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import run

SIZE, LONGEST, SECONDS, COST_MOST = 120_000, 100_000_000, 300, 4.0
LATIN, CYRILLIC = "aiueobdgklmnprst", "аиуеобдгклмнпрст"
TEXTS = {
    "ordinary text": run.ordinary,
    "no word twice": run.words,
    "no word twice, no ASCII": lambda n: run.words(n // 2).decode().translate(str.maketrans(LATIN, CYRILLIC)).encode(),
    "one-word sentences": run.sentences,
    "one word": lambda n: run.fill(b"a", n),
    "one long chain of hyphens": lambda n: run.fill(b"anak-", n),
    "scripts in turn": lambda n: run.fill("banjir вода 洪水 बाढ़ ماء 물 น้ำ ".encode(), n),
    "a script that a dictionary cuts": lambda n: run.fill("น้ำท่วมกรุงเทพ ".encode(), n),
    "combining marks": run.CASES["combining marks"][1],
    "numbers": run.CASES["numbers"][1],
}


def counted(whole, path_name, path):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", whole, path_name, str(path)],
        capture_output=True, timeout=SECONDS, check=True,
    )
    return int(re.search(rb"Collected : (\d+)", done.stderr).group(1))


def measure(whole, folder, name):
    """-> instructions beyond an empty text's, by the fast path and by the slow one"""
    path, empty = pathlib.Path(folder, name), pathlib.Path(folder, "empty")
    path.write_bytes(TEXTS[name](SIZE))
    return [counted(whole, p, path) - counted(whole, p, empty) for p in ("fast", "plain")]


def fault_of(fast, plain, ordinary):
    if fast > plain:
        return f"the fast path costs {fast / plain:.2f} times the slow one"
    if fast > COST_MOST * ordinary:
        return f"costs {fast / ordinary:.2f} times ordinary text"
    return None


def longest_word(whole, folder):
    path = pathlib.Path(folder, "longest")
    path.write_bytes(b"a" * LONGEST)
    done = subprocess.run([whole, "fast", str(path)], capture_output=True, timeout=SECONDS)
    return None if done.returncode == 0 else f"exit {done.returncode}: {done.stderr[-200:]}"


def report(name, line, fault):
    print(f"{name:32s} {line}", flush=True)
    if fault:
        print(f"FAILED {name}: {fault}")
    return fault is not None


def main():
    whole, names = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:] or list(TEXTS)
    failed = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        pathlib.Path(folder, "empty").write_bytes(b"")
        ordinary = measure(whole, folder, "ordinary text")[0]
        for name, (fast, plain) in zip(names, pool.map(lambda n: measure(whole, folder, n), names)):
            line = f"slow/fast {plain / fast:5.2f}  beside ordinary {fast / ordinary:5.2f}"
            failed += report(name, line, fault_of(fast, plain, ordinary))
        failed += report("one word of 100 MB", "ends", longest_word(whole, folder))
    print(f"{len(names) + 1 - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
