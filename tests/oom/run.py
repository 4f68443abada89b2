#!/usr/bin/env python3
"""The program with its n-th allocation failing, for every n, once and from then on.

usage: run.py PRELOAD WARTA [SCENARIO...]

Each run ends with the full right output and exit code, or with 71, the message, and no output file:
never a crash, a hang, or half a file. Every n up to 300, every one of the last 250 (where ICU begins), and about 60 between.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

EVERY_UP_TO, EVERY_OF_LAST, POINTS_BETWEEN, SECONDS = 300, 250, 60, 20
DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
ARTICLE = (DATA / "bendungan-lembayung.txt").read_bytes()[:1500]
OTHER = (DATA / "panen-cabai.txt").read_bytes()[:900]
JSON = b'{"id":"a","title":"Banjir","text":"Banjir merendam pasar Benjeng. Warga mengungsi."}\n' * 2
MANY = b'{"text":"Warga mengungsi dari Benjeng."}\n' * 150  # more than one parcel: threads begin
LISTS = {
    "stop.txt": b"+benjeng\n-lanjut\n",
    "roots.txt": b"sapu\n",
    "labels.txt": b"ad line beli kini *\n",
    "pairs.txt": b"a.txt\tb.txt\nb.txt\ta.txt\na.txt\tnone\n",
    "queries.txt": b"cabai\nbendungan\n",
}

# Name: arguments, and what standard input holds. "out" is a file that the run may leave behind.
SCENARIOS = {
    "summarize": (["summarize", "a.txt"], b""),
    "summarize json": (["summarize", "--format", "json", "--output", "out", "a.txt"], b""),
    "keywords": (["keywords", "--format", "tsv", "a.txt", "b.txt"], b""),
    "keywords jsonl": (["keywords", "--from", "jsonl", "--format", "jsonl", "--output", "out"], JSON),
    "keywords in threads": (["keywords", "--jobs", "2", "--format", "jsonl", "--output", "out"], MANY),
    "df in threads": (["df", "--jobs", "3", "--output", "out"], MANY),
    "keywords self": (["keywords", "--background", "self", "a.txt", "b.txt"], b""),
    "similar": (["similar", "--format", "tsv", "a.txt", "b.txt"], b""),
    "similar query": (["similar", "--query", "a.txt", "--output", "out", "b.txt"], b""),
    "cluster": (["cluster", "--window", "3", "--format", "tsv", "a.txt", "a.txt", "b.txt"], b""),
    "vectors": (["vectors", "--format", "json", "a.txt"], b""),
    "tokens": (["tokens", "--format", "tsv", "--clitics", "cut", "a.txt"], b""),
    "sentences of a folder": (["sentences", "articles"], b""),
    "clean": (["clean", "--encoding", "latin1", "--output", "out", "a.txt"], b""),
    "labels": (["labels", "--format", "jsonl", "a.txt"], b""),
    "stem": (["stem", "--format", "tsv", "membangunkan", "pedagang-pedagang"], b""),
    "stem snowball": (["stem", "--stemmer", "snowball"], b"membangunkan\nanak-anak\n"),
    "df": (["df", "--output", "out", "a.txt", "b.txt"], b""),
    "df merge": (["df", "merge", "--output", "out", "a.df", "a.df"], b""),
    "df info": (["df", "info", "a.df"], b""),
    "lists": (
        ["tokens", "--stopwords", "stop.txt", "--roots", "roots.txt", "--label-patterns",
         "labels.txt", "--format", "tsv", "b.txt"],
        b"",
    ),
    "background": (["keywords", "--background", "a.df", "a.txt"], b""),
    "summarize together": (
        ["summarize", "--together", "--method", "lexrank", "--words", "30", "a.txt", "b.txt"],
        b"",
    ),
    "summarize by weights": (["summarize", "--weights", "trees.txt", "--format", "tsv", "a.txt"], b""),
    "similar pairs": (["similar", "--pairs", "pairs.txt", "--explain", "--output", "out", "a.txt", "b.txt"], b""),
    "similar top": (["similar", "--top", "1", "--weighting", "bm25", "a.txt", "b.txt", "a.txt"], b""),
    "dedup": (["dedup", "--format", "tsv", "a.txt", "b.txt", "articles"], b""),
    "dedup json": (["dedup", "--format", "json", "--output", "out", "a.txt", "articles"], b""),
    "explain": (["explain", "--format", "json", "kesepakatan"], b"membangunkan\n"),
    "explain a keyword": (["explain", "--keyword", "bendungan", "a.txt"], b""),
    "explain sentences": (["explain", "--sentences", "--format", "tsv", "a.txt"], b""),
    "explain keywords": (["explain", "--keywords", "--format", "tsv", "a.txt"], b""),
    "similar in threads": (["similar", "--jobs", "2", "--format", "tsv", "a.txt", "b.txt", "articles"], b""),
    "cluster in threads": (["cluster", "--jobs", "2", "--output", "out", "a.txt", "articles"], b""),
    "index add": (["index", "add", "--batch", "1", "kept.db", "a.txt", "articles"], b""),
    "index add to a new one": (["index", "add", "new.db", "b.txt"], b""),
    "index delete": (["index", "delete", "kept.db", "b.txt"], b""),
    "index list": (["index", "list", "--format", "jsonl", "--output", "out", "kept.db"], b""),
    "index check": (["index", "check", "kept.db"], b""),
    "search": (["search", "--format", "tsv", "--output", "out", "kept.db", 'cabai "harga cabai"'], b""),
    "search for many": (["search", "--queries", "queries.txt", "kept.db"], b""),
    "similar to an archive": (["similar", "--archive", "kept.db", "--add", "--output", "out", "a.txt"], b""),
    "dedup in an archive": (["dedup", "--archive", "kept.db", "--add", "--format", "tsv", "articles"], b""),
    "cluster of an archive": (["cluster", "--archive", "kept.db", "--window", "3"], b""),
    "completion": (["completion", "bash"], b""),
    "version": (["version"], b""),
    "help": (["help", "summarize"], b""),
    "bad option": (["summarize", "--limit", "0"], b""),
    "bad json": (["clean", "--from", "jsonl"], b'{"text":[1,{"a":"b"}]}\n{"text"\n' + JSON),
}


class Case:
    def __init__(self, preload, warta, name, folder):
        self.preload, self.warta, self.name = preload, warta, name
        self.arguments, self.stdin = SCENARIOS[name]
        self.folder = pathlib.Path(folder)
        for file, content in {"a.txt": ARTICLE, "b.txt": OTHER, **LISTS}.items():
            (self.folder / file).write_bytes(content)
        (self.folder / "articles").mkdir()
        for file in ("a.txt", "b.txt"):
            (self.folder / "articles" / file).write_bytes(OTHER)
        (self.folder / "a.df").write_bytes(self.output_of("df", "a.txt"))
        header = self.output_of("explain", "--sentences", "--format", "tsv", "a.txt").split(b"\n")[0]
        names = b" ".join(header.split(b"\t")[5:])
        (self.folder / "copy.txt").write_bytes(OTHER)
        self.output_of("index", "add", "kept.db", "b.txt", "copy.txt")
        self.archive = (self.folder / "kept.db").read_bytes()
        (self.folder / "trees.txt").write_bytes(b"#warta-trees 1 scale=10\n" + names + b"\n0:1 =1 =9\n")

    def output_of(self, *arguments):
        command = [self.warta, *arguments]
        return subprocess.run(command, cwd=self.folder, stdout=subprocess.PIPE, check=True).stdout

    def put_back(self):
        (self.folder / "out").unlink(missing_ok=True)
        if self.has_archive():
            for path in self.folder.glob("*.db*"):
                path.unlink()
            (self.folder / "kept.db").write_bytes(self.archive)

    def has_archive(self):
        return any(word.endswith(".db") for word in self.arguments)

    def archive_fault(self):
        """What an archive that was written to says of itself; one that was only begun says nothing."""
        if self.arguments[0] != "index" and "--add" not in self.arguments:
            return None
        check = [self.warta, "index", "check", "kept.db"]
        done = subprocess.run(check, cwd=self.folder, capture_output=True, timeout=SECONDS)
        return None if done.returncode == 0 else f"a damaged archive: {done.stdout + done.stderr}"

    def run(self, variables):
        """-> exit code, output, messages, the files that are there afterwards."""
        output = self.folder / "out"
        self.put_back()
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", **variables}
        environment["LD_PRELOAD"] = self.preload
        done = subprocess.run(
            [self.warta, *self.arguments],
            cwd=self.folder, env=environment, input=self.stdin, capture_output=True, timeout=SECONDS,
        )
        written = output.read_bytes() if output.exists() else None
        left = sorted(p.name for p in self.folder.iterdir() if p.name.startswith("."))
        return done.returncode, done.stdout, done.stderr, written, left

    def points(self, calls):
        last, n = calls - EVERY_OF_LAST, 1
        while n <= calls:
            yield n
            if n < EVERY_UP_TO or n >= last:
                n += 1
            else:
                n = min(n + (calls - EVERY_UP_TO) // POINTS_BETWEEN + 1, last)

    def fault_of(self, right, found):
        code, output, messages, written, left = found
        if left:
            return f"left {left} behind"
        if found[:2] == right[:2] and written == right[3]:
            return None if messages == right[2] else f"right, but said {messages[-200:]}"
        if code != 71:
            return f"exit {code}: {messages[-300:]}"
        if b": out of memory" not in messages:
            return f"exit 71 without its message: {messages[-200:]}"
        return None if written is None else "71, and an output file"

    def test(self):
        """-> lines to say, number of points, number of faults."""
        report = self.folder / "report"
        right = self.run({"OOM_REPORT": str(report)})
        if right[0] not in (0, 2, 64):
            return [f"{self.name}: exit {right[0]} with all memory: {right[2]}"], 0, 1
        calls = int(report.read_text() or 0)
        faults, tried = [], 0
        for n in self.points(calls):
            for sticky in "01":
                tried += 1
                try:
                    fault = self.fault_of(right, self.run({"OOM_AT": str(n), "OOM_STICKY": sticky}))
                    fault = fault or self.archive_fault()
                except subprocess.TimeoutExpired:
                    fault = "hang"
                if fault:
                    faults.append(f"FAILED {self.name}: allocation {n} sticky {sticky}: {fault}")
        return faults[:6] + [f"{self.name}: {calls} allocations, {tried} points, {len(faults)} faults"], tried, len(faults)


def run_one(preload, warta, name):
    with tempfile.TemporaryDirectory() as folder:
        return Case(preload, warta, name, folder).test()


def main():
    preload, warta = (str(pathlib.Path(p).resolve()) for p in sys.argv[1:3])
    names = sys.argv[3:] or list(SCENARIOS)
    passed = failed = tried = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for lines, points, faults in pool.map(lambda n: run_one(preload, warta, n), names):
            print("\n".join(lines), flush=True)
            tried += points
            # No allocation seen proves nothing.
            passed += faults == 0 and points > 0
            failed += faults > 0 or points == 0
    print(f"{tried} points")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
