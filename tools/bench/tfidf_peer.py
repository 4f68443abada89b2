#!/usr/bin/env python3
"""scikit-learn's TfidfVectorizer (stop words, no stemming) over the same articles.

usage: tfidf_peer.py ROUNDS FILE...     prints the median MB/s of CPU time
"""
import pathlib
import sys
import time

try:
    from sklearn.feature_extraction.text import TfidfVectorizer
except ImportError:
    sys.exit("scikit-learn: not installed, left out")

STOP_WORDS = "yang dan di ke dari untuk pada dengan ini itu adalah tidak akan dalam juga oleh sebagai ada bisa".split()


def main():
    rounds, paths = int(sys.argv[1]), sys.argv[2:]
    texts = [pathlib.Path(path).read_text(encoding="utf-8", errors="replace") for path in paths]
    size = sum(pathlib.Path(path).stat().st_size for path in paths)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        TfidfVectorizer(stop_words=STOP_WORDS).fit_transform(texts)
        times.append(time.process_time() - start)
    print(f"{size / 1e6 / sorted(times)[rounds // 2]:.3f}")


main()
