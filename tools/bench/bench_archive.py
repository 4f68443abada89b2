#!/usr/bin/env python3
"""An archive beside SQLite's FTS5 and Xapian, all in one run: bytes, time to add, time to find.

usage: bench_archive.py WARTA MANY.jsonl [--queries N] [--keep FOLDER]

MANY.jsonl: see recombine.py. Times are CPU time (user and system), of warta with --jobs 1 and as whole processes; a
query's time is that of a run with N queries less that of a run with one, divided by N - 1, and the run with one is told
as well. The peers run inside Python, which adds next to nothing to their C code; they index one field of plain text:
FTS5 with its default tokenizer and no copy of the text, Xapian with its Indonesian stemmer. Both are asked for the 40
terms of an article that weigh most by tf-idf, as an article whole takes them too long; warta compares the article whole
and exactly. Needs python3-xapian; without it, Xapian is left out.
"""
import argparse
import collections
import json
import math
import os
import pathlib
import re
import resource
import sqlite3
import subprocess
import tempfile
import time

WORD = re.compile(r"\w+")
TERMS, TOP = 40, 10


def run(arguments):
    """-> CPU seconds, peak kB, output"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(arguments, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(f"{' '.join(arguments[:3])} failed")
        out.seek(0)
        text = out.read().decode()
    del before
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, text


def timed(fn, *arguments):
    begin = time.process_time()
    result = fn(*arguments)
    return time.process_time() - begin, result


def size_of(path):
    path = pathlib.Path(path)
    return sum(p.stat().st_size for p in path.rglob("*")) if path.is_dir() else path.stat().st_size


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], row.get("title", "") + "\n" + row["text"]


def tell(name, figures):
    print(f"{name:8s} " + "  ".join(f"{key} {value}" for key, value in figures.items()), flush=True)


def per_query(one, many, count):
    return f"{1000 * (many - one) / (count - 1):.1f} ms ({1000 * one:.0f} ms with its start)"


def measure_warta(args, folder, queries, count, text_bytes):
    db, figures = str(folder / "warta.db"), {}
    if not pathlib.Path(db).exists():
        seconds, peak, _ = run([args.warta, "index", "add", "--jobs", "1", db, args.articles])
        figures["add"] = f"{1000 * seconds / count:.3f} ms, {peak // 1024} MB"
    figures["beside text"] = f"{(size_of(db) - text_bytes) / count:.0f} bytes an article"
    one, many = folder / "one.jsonl", folder / "queries.jsonl"
    for path, some in ((one, queries[:1]), (many, queries)):
        path.write_text("".join(json.dumps({"id": f"q{i}", "text": t}) + "\n" for i, t in some))
    jobs = ["--jobs", "1", "--format", "tsv"]
    first, _, _ = run([args.warta, "similar", "--archive", db, *jobs, "--top", str(TOP), str(one)])
    all_of, peak, _ = run([args.warta, "similar", "--archive", db, *jobs, "--top", str(TOP), str(many)])
    figures["article"] = per_query(first, all_of, len(queries)) + f", {peak // 1024} MB"
    titles = folder / "titles.txt"
    for path, some in ((one, queries[:1]), (titles, queries)):
        path.write_text("".join(t.split("\n")[0].replace('"', " ") + "\n" for _, t in some if t.split("\n")[0]))
    first, _, _ = run([args.warta, "search", "--queries", str(one), "--from", "text", "--format", "tsv", db])
    all_of, peak, _ = run([args.warta, "search", "--queries", str(titles), "--format", "tsv", db])
    figures["headline"] = per_query(first, all_of, len(queries)) + f", {peak // 1024} MB"
    for command in ("list", "check"):
        seconds, peak, _ = run([args.warta, "index", command, db])
        figures[command] = f"{seconds:.1f} s, {peak // 1024} MB"
    tell("warta", figures)


def best_terms(text, df, count):
    tf = collections.Counter(WORD.findall(text.lower()))
    weights = {t: n * math.log(count / df[t]) for t, n in tf.items() if df.get(t)}
    return sorted(weights, key=lambda t: (-weights[t], t))[:TERMS]


def measure_fts5(args, folder, queries, count):
    path = folder / "fts5.db"
    db = sqlite3.connect(path)
    has_rows = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    figures, df = {}, {}
    if not has_rows:
        db.executescript("PRAGMA journal_mode=WAL; CREATE VIRTUAL TABLE news USING fts5(body, content='');")
        begin = time.process_time()
        for i, (_, text) in enumerate(rows_of(args.articles)):
            db.execute("INSERT INTO news(rowid,body) VALUES(?,?)", (i + 1, text))
            if i % 1000 == 999:
                db.commit()
        db.commit()
        figures["add"] = f"{1000 * (time.process_time() - begin) / count:.3f} ms"
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, news, row)")
    df = dict(db.execute("SELECT term,doc FROM temp.vocabulary"))
    figures["beside text"] = f"{size_of(path) / count:.0f} bytes an article"
    asked = [" OR ".join(f'"{t}"' for t in best_terms(text, df, count)) for _, text in queries]
    statement = f"SELECT rowid FROM news WHERE news MATCH ? ORDER BY rank LIMIT {TOP}"
    seconds, _ = timed(lambda: [db.execute(statement, (q,)).fetchall() for q in asked])
    figures["40 terms of an article"] = f"{1000 * seconds / len(asked):.1f} ms"
    tell("fts5", figures)
    return df


def measure_xapian(args, folder, queries, count, df):
    try:
        import xapian
    except ImportError:
        print("xapian   not installed")
        return
    path, figures = folder / "xapian", {}
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("indonesian"))
    if not path.exists():
        db = xapian.WritableDatabase(str(path), xapian.DB_CREATE_OR_OPEN)
        begin = time.process_time()
        for i, (_, text) in enumerate(rows_of(args.articles)):
            document = xapian.Document()
            generator.set_document(document)
            generator.index_text(text)
            db.add_document(document)
            if i % 10000 == 9999:
                db.commit()
        db.commit()
        figures["add"] = f"{1000 * (time.process_time() - begin) / count:.3f} ms"
        db.close()
    db = xapian.Database(str(path))
    figures["beside text"] = f"{size_of(path) / count:.0f} bytes an article"
    stem = xapian.Stem("indonesian")
    asked = [
        xapian.Query(
            xapian.Query.OP_OR, [b"Z" + stem(t.encode()) for t in best_terms(text, df, count)]
        )
        for _, text in queries
    ]

    def ask(query):
        enquire = xapian.Enquire(db)
        enquire.set_query(query)
        return [m.docid for m in enquire.get_mset(0, TOP)]

    seconds, _ = timed(lambda: [ask(q) for q in asked])
    figures["40 terms of an article"] = f"{1000 * seconds / len(asked):.1f} ms"
    tell("xapian", figures)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("warta")
    parser.add_argument("articles")
    parser.add_argument("--queries", type=int, default=50)
    parser.add_argument("--keep", help="a folder that keeps the indexes for the next run")
    args = parser.parse_args()
    count = text_bytes = 0
    for _, text in rows_of(args.articles):
        count += 1
        text_bytes += len(text.split("\n", 1)[1].encode())
    step = count // args.queries
    queries = [row for i, row in enumerate(rows_of(args.articles)) if i % step == 0][: args.queries]
    print(f"{count} articles, {text_bytes / count:.0f} bytes of text each; {len(queries)} queries")
    with tempfile.TemporaryDirectory() as own:
        folder = pathlib.Path(args.keep or own)
        folder.mkdir(exist_ok=True)
        measure_warta(args, folder, queries, count, text_bytes)
        df = measure_fts5(args, folder, queries, count)
        measure_xapian(args, folder, queries, count, df)


main()
