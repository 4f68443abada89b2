#!/usr/bin/env python3
"""Hostile inputs: the work grows with the input, not with its square.

usage: run.py [--flood FLOOD] WARTA [CASE...]     (FLOOD: the program that prepares colliding words)

Counted, not timed: instructions under callgrind at one size and at twice that size; twice the input
may cost 2.2 times, beyond what an empty input costs, and a byte 3 times one of ordinary text under the
same command. And each case once at 10 MB, which must end by itself, with a result or a named error.

Articles that all share terms are another matter: their pairs are what `similar` and `cluster` weigh, twice as
many articles are four times the pairs, and the bound is 2.2 times the work for twice the pairs.
"""
import concurrent.futures
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SMALL, LARGE, SECONDS = 60_000, 10_000_000, 300
GROWTH_MOST, COST_MOST = 2.2, 3.0
DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
SUMMARIZE = ["summarize", "--from", "text"]


def fill(unit, size):
    return (unit * (size // len(unit) + 1))[:size]


def words(size):
    """Different words, no two alike, as a vocabulary that never ends."""
    letters = "aiueobdgklmnprst"
    shifts = range(0, 28, 4)
    numbers = (i * 2654435761 for i in range(size // 8 + 1))
    return " ".join("".join(letters[n >> s & 15] for s in shifts) for n in numbers).encode()[:size]


def ordinary(size):
    whole = b"\n\n".join(p.read_bytes() for p in sorted(DATA.glob("*.txt")))
    return fill(whole + b"\n\n", size)


def sentences(size):
    return b" ".join(b"%s." % w.capitalize() for w in words(size).split())[:size]


def articles(text_of, size):
    """JSON lines of about 600 bytes; text_of(n) is the n-th one's text, and dates go on by the day."""
    lines, made = [], 0
    while made < size:
        n = len(lines)
        day = f"2026-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}"
        line = json.dumps({"id": f"a{n}", "date": day, "text": text_of(n)}).encode() + b"\n"
        lines.append(line)
        made += len(line)
    return b"".join(lines)


COPY = ordinary(2000)[:520].decode("utf-8", "replace")


def copies(size):
    return articles(lambda n: COPY, size)


def strangers(size, shared="Banjir. "):
    """Articles that share these words and no other."""
    text = words(2 * size).decode()
    return articles(lambda n: shared + text[n * 500 : n * 500 + 500], size)


def neighbours(size):
    """Articles that share a paragraph, and with it terms, with all others."""
    return strangers(size, COPY + " ")


# Name: the command, and what makes so many bytes.
CASES = {
    "ordinary text": (SUMMARIZE, ordinary),
    "no space": (SUMMARIZE, lambda n: fill(b"banjir,pasar.cabai/naik-turun", n)),
    "one word": (SUMMARIZE, lambda n: fill(b"a", n)),
    "one long chain of hyphens": (SUMMARIZE, lambda n: fill(b"anak-", n)),
    "scripts in turn": (SUMMARIZE, lambda n: fill("aб漢कا".encode(), n)),
    "scripts in turn, a word each": (SUMMARIZE, lambda n: fill("banjir вода 洪水 बाढ़ ماء 물 ".encode(), n)),
    "only combining marks": (SUMMARIZE, lambda n: fill("\u0301\u0323\u0302".encode(), n)),
    "combining marks": (SUMMARIZE, lambda n: fill("a" + "\u0301\u0323\u0302" * 99, n // 2).encode()[:n]),
    "one-word sentences": (SUMMARIZE, sentences),
    "repeated sentence": (SUMMARIZE, lambda n: fill(b"Banjir merendam pasar di Benjeng. ", n)),
    "no word twice": (SUMMARIZE, words),
    "quotes": (SUMMARIZE, lambda n: fill(b'"', n)),
    "brackets": (SUMMARIZE, lambda n: fill(b"(", n)),
    "quotes and brackets": (SUMMARIZE, lambda n: fill(b'"(Ia". (', n)),
    "acronyms": (SUMMARIZE, lambda n: fill(b"Ibu Kota Nusantara (IKN) dan Badan Siar (BS). ", n)),
    "open brackets after names": (SUMMARIZE, lambda n: fill(b"Ibu Kota Nusantara (", n)),
    "initials": (SUMMARIZE, lambda n: fill(b"A. B. Dr. Ir. ", n)),
    "dots": (SUMMARIZE, lambda n: fill(b".", n)),
    "empty lines": (SUMMARIZE, lambda n: fill(b"\n", n)),
    "short lines": (SUMMARIZE, lambda n: fill(b"Baca juga: Banjir\n\n", n)),
    "half labels": (SUMMARIZE, lambda n: fill(b"baca juga foto penulis editor ", n)),
    "links before names": (SUMMARIZE, lambda n: fill(b"Baca juga: Ab Ab Ab Ab Ab meramal banjir. ", n)),
    "glued items": (SUMMARIZE, lambda n: fill(b"1. Kecamatan Gambir2. Kecamatan Menteng3. Kecamatan Senen4. Desa ", n)),
    "hyphens and numbers": (SUMMARIZE, lambda n: fill(b"12-3-1 (1/2) 021-555555 ", n)),
    "bad bytes": (SUMMARIZE, lambda n: fill(b"\xff\xc3", n)),
    "NUL bytes": (SUMMARIZE, lambda n: fill(b"a\0", n)),
    "numbers": (SUMMARIZE, lambda n: fill(b"Rp1.234.567,89 juta 10%, ", n)),
    "one number": (SUMMARIZE, lambda n: fill(b"1.", n)),
    "emoji chain": (SUMMARIZE, lambda n: fill("\U0001f468\u200d".encode(), n)),
    "web address": (SUMMARIZE, lambda n: b"https://a.id/" + fill(b"x/", n)),
    "affixes": (SUMMARIZE, lambda n: fill(b"memper", n)),
    "affixed words": (SUMMARIZE, lambda n: fill(b"mempertanggungjawabkannyalah berkesinambungan ", n)),
    "deep JSON": (["clean", "--from", "jsonl"], lambda n: fill(b'{"text":', n)),
    "deep arrays": (["clean", "--from", "jsonl"], lambda n: b'{"text":' + fill(b"[", n)),
    "one JSON field": (SUMMARIZE[:1], lambda n: b'{"text":"%s"}' % fill(b"Banjir naik. ", n)),
    "many JSON fields": (
        ["clean", "--from", "jsonl"],
        lambda n: json.dumps({f"k{i}": 1 for i in range(n // 12)} | {"text": "a"}).encode(),
    ),
    "tokens, no space": (["tokens", "--format", "tsv"], lambda n: fill(b"banjir,pasar.", n)),
    "stem, long words": (["stem"], lambda n: fill(fill(b"berke", 500) + b"\n", n)),
    "keywords, no word twice": (["keywords", "--from", "text"], words),
    "keywords, acronyms": (["keywords", "--from", "text"], lambda n: fill(b"Ibu Kota Nusantara (IKN) dan Badan Siar (BS). ", n)),
    "dedup, one article": (["dedup", "--from", "jsonl"], copies),
    "dedup, no two alike": (["dedup", "--from", "jsonl"], strangers),
    "dedup, one paragraph in all": (["dedup", "--from", "jsonl"], neighbours),
    "cluster, no two alike": (["cluster", "--window", "3", "--from", "jsonl"], strangers),
    "df, many terms": (["df", "--from", "text"], words),
    "vectors, many terms": (["vectors"], words),
    "one word of 100 MB": (SUMMARIZE, lambda n: fill(b"a", n)),
    "one word of 100 MB, tokens": (["tokens", "--from", "text"], lambda n: fill(b"banjir", n)),
    # Their pairs are the work.
    "similar, one article": (["similar", "--top", "5", "--from", "jsonl"], copies),
    "similar, one paragraph in all": (["similar", "--top", "5", "--from", "jsonl"], neighbours),
    "similar, all pairs": (["similar", "--from", "jsonl"], neighbours),
    "cluster, one story": (["cluster", "--from", "jsonl"], copies),
}
PAIRS = {name for name in CASES if name.startswith("similar")} | {"cluster, one story"}
# Other sizes of the run that must end: of 1,000 articles half a million pairs are written.
LARGE_OF = {name: 100_000_000 for name in CASES if "100 MB" in name} | {name: 1_000_000 for name in PAIRS}
FLOOD_BITS = 14  # slots that so many words fill to the half: 8,192 and more, at 8 bytes a word


def prepared(flood, size):
    """Different words that fall into one slot of a table whose hash has no seed."""
    count = min(size, 2 * SMALL) // 8  # more would take minutes to find
    done = subprocess.run([flood, str(count), str(FLOOD_BITS)], stdout=subprocess.PIPE, check=True)
    return fill(done.stdout, size)


# Over COST_MOST, known and watched: where each byte or two is a token of its own, or each nine a sentence, the
# work is that of so many tokens and sentences, each cheaper than one of ordinary text (SECURITY.md).
KNOWN = {"one-word sentences": 3.5, "brackets": 3.8, "quotes and brackets": 4.7}


def counted(warta, arguments, content, folder, name):
    path, out = pathlib.Path(folder, name), pathlib.Path(folder, name + ".callgrind")
    path.write_bytes(content)
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", warta, *arguments],
        stdin=open(path, "rb"), capture_output=True, timeout=SECONDS,
        env={**os.environ, "LC_ALL": "C"},
    )
    if done.returncode not in (0, 1, 2, 65):  # 1: nothing found
        raise RuntimeError(f"exit {done.returncode}: {done.stderr[-200:]}")
    return int(re.search(rb"Collected : (\d+)", done.stderr).group(1))


def runs_large(warta, arguments, content, folder):
    path = pathlib.Path(folder, "large")
    path.write_bytes(content)
    done = subprocess.run(
        [warta, *arguments], stdin=open(path, "rb"), stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, timeout=SECONDS,
    )
    path.unlink()
    if done.returncode == 65 and b"warta: " in done.stderr:
        return None
    return None if done.returncode in (0, 1, 2) else f"{len(content)} bytes: exit {done.returncode}"


def ordinary_for(arguments, size):
    """Ordinary text in the form that the command reads."""
    text = ordinary(size)
    return text if "jsonl" not in arguments else json.dumps({"text": text.decode(errors="replace")}).encode()


@functools.lru_cache(maxsize=None)
def yardstick(warta, arguments):
    """-> instructions of an empty input, and what ordinary text costs beyond"""
    with tempfile.TemporaryDirectory() as folder:
        idle = counted(warta, arguments, b"\n", folder, "idle")
        return idle, counted(warta, arguments, ordinary_for(arguments, SMALL), folder, "base") - idle


def measure(warta, name):
    """-> growth at twice the input, cost a byte beside ordinary text, fault or None"""
    arguments, make = CASES[name]
    with tempfile.TemporaryDirectory() as folder:
        try:
            idle, base = yardstick(warta, tuple(arguments))
            once = counted(warta, arguments, make(SMALL), folder, "once") - idle
            twice = counted(warta, arguments, make(2 * SMALL), folder, "twice") - idle
            fault = runs_large(warta, arguments, make(LARGE_OF.get(name, LARGE)), folder)
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            return 0, 0, str(error)[:200]
    growth, cost = twice / max(1, once), twice / 2 / max(1, base)
    if growth > GROWTH_MOST * (2 if name in PAIRS else 1):
        fault = f"twice the input costs {growth:.2f} times"
    elif cost > KNOWN.get(name, COST_MOST) and name not in PAIRS:
        fault = f"a byte costs {cost:.2f} times one of ordinary text"
    return growth, cost, fault


def main():
    arguments = sys.argv[1:]
    if arguments[0] == "--flood":
        flood = str(pathlib.Path(arguments[1]).resolve())
        CASES["prepared words"] = (["df", "--from", "text"], lambda n: prepared(flood, n))
        CASES["prepared words, summarized"] = (SUMMARIZE, lambda n: prepared(flood, n))
        arguments = arguments[2:]
    warta, names = str(pathlib.Path(arguments[0]).resolve()), arguments[1:] or list(CASES)
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (growth, cost, fault) in zip(names, pool.map(lambda n: measure(warta, n), names)):
            known = f"  over {COST_MOST:.0f}, known" if name in KNOWN and cost > COST_MOST else ""
            print(f"{name:28s} growth {growth:5.2f}  a byte {cost:6.2f}{known}", flush=True)
            if fault:
                print(f"FAILED {name}: {fault}")
            passed += fault is None
            failed += fault is not None
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
