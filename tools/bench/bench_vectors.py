#!/usr/bin/env python3
"""Text to vectors beside scikit-learn: bench_vectors.py WARTA ARTICLES.jsonl...

Processor time of `warta similar --jobs 1` for a single pair, which reads the articles, makes all vectors
and compares two, and of TfidfVectorizer(sublinear_tf=True).fit_transform on texts that are in memory
already, in turns. TfidfVectorizer splits at word boundaries; it neither stems nor labels. Needs
python3-sklearn.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5


def read_texts(paths):
    texts = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                texts.append(" ".join(text) if isinstance(text, list) else text)
    return texts


def time_sklearn(texts):
    from sklearn.feature_extraction.text import TfidfVectorizer

    start = time.process_time()
    TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    return time.process_time() - start


def time_warta(warta, folder):
    process = subprocess.Popen([warta, "similar", "--jobs", "1", "--format", "tsv", "--pairs",
                                folder + "/pairs", folder + "/articles.jsonl"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("bench_vectors: warta failed")
    return usage.ru_utime + usage.ru_stime


def main():
    texts = read_texts(sys.argv[2:])
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/articles.jsonl", "w", encoding="utf-8") as out:
            for number, text in enumerate(texts):
                out.write(json.dumps({"id": str(number), "text": text}) + "\n")
        with open(folder + "/pairs", "w", encoding="ascii") as out:
            out.write("0\t1\n")
        rows = [(time_sklearn(texts), time_warta(sys.argv[1], folder)) for _ in range(ROUNDS)]
    ratios = [theirs / ours for theirs, ours in rows]
    print(f"{len(texts)} articles: scikit-learn {statistics.median(r[0] for r in rows):.2f} s, "
          f"warta {statistics.median(r[1] for r in rows):.2f} s; ratio, median of {ROUNDS}: "
          f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
