#!/usr/bin/env python3
"""usage: cluster_pairs.py --warta WARTA ARTICLES.jsonl PAIRS.tsv [--among MORE.jsonl...]

Scores `warta cluster` on graded pairs of articles (id_a, id_b, grade: 0 unrelated, 1 same desk, 2 same
story, 3 same event, 4 copy): what share of each grade's pairs it puts into one group. --among adds
articles without grades, which groups could chain through; an article whose text begins like one that
is there is left out. "half" rows count only the stories (pairs of grade 2 and more, joined) whose
first id has an even or odd checksum: a threshold that suits one half by chance shows in the other.
"min" rows are the same with other thresholds.
"""
import argparse
import collections
import json
import subprocess
import sys
import tempfile
import zlib

MINS = ["0.30", "0.33", "0.40", "0.44"]
SAME_START = 300


def read_pairs(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [(a, b, int(grade)) for a, b, grade, *_ in rows]


def write_articles(out, graded, others):
    """-> number of articles"""
    ids, starts, count = set(), set(), 0
    for path in [graded, *others]:
        with open(path, encoding="utf-8") as file:
            for line in file:
                article = json.loads(line)
                start = article["text"].strip()[:SAME_START]
                if article["id"] in ids or (path != graded and start in starts):
                    continue
                ids.add(article["id"])
                starts.add(start)
                kept = {k: article[k] for k in ("id", "title", "text", "date") if article.get(k)}
                out.write(json.dumps(kept, ensure_ascii=False) + "\n")
                count += 1
    out.flush()
    return count


def cluster(warta, path, options):
    """-> group of each article that is in one"""
    command = [warta, "cluster", "--from", "jsonl", "--format", "tsv", *options, path]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        sys.exit(f"cluster_pairs: {' '.join(command[:2])} exits {done.returncode}: {done.stderr[-200:]}")
    rows = [line.split("\t") for line in done.stdout.rstrip("\n").split("\n")[1:]]
    return {row[1]: row[0] for row in rows}


def story_of(pairs):
    """-> the smallest id of the story of each article"""
    parent = {}

    def find(x):
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for a, b, grade in pairs:
        a, b = find(a), find(b)
        if grade >= 2 and a != b:
            parent[max(a, b)] = min(a, b)
    return {x: find(x) for pair in pairs for x in pair[:2]}


def shares(groups, pairs):
    """-> share of the pairs put together: grade 4, 3 and 4, 2, 0 and 1"""
    texts = []
    for name, grades in (("grade 4", {4}), ("grade 3+", {3, 4}), ("grade 2", {2}), ("grade 0-1", {0, 1})):
        chosen = [groups.get(a, a) == groups.get(b, b) for a, b, grade in pairs if grade in grades]
        texts.append(f"{name} {sum(chosen) / max(1, len(chosen)):.3f} of {len(chosen)}")
    return "  ".join(texts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--warta", required=True)
    parser.add_argument("articles")
    parser.add_argument("pairs")
    parser.add_argument("--among", nargs="+", default=[])
    options = parser.parse_args()
    pairs = read_pairs(options.pairs)
    stories = story_of(pairs)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        count = write_articles(file, options.articles, options.among)
        groups = cluster(options.warta, file.name, [])
        sizes = sorted(collections.Counter(groups.values()).values(), reverse=True)
        print(f"groups  {len(sizes)} of {len(groups)} articles among {count}; the largest {sizes[:3]}")
        print(f"all  {shares(groups, pairs)}")
        for half in (0, 1):
            chosen = [p for p in pairs if zlib.crc32(stories[p[0]].encode()) % 2 == half]
            print(f"half {half + 1}  {shares(groups, chosen)}")
        for least in MINS:
            print(f"min {least}  {shares(cluster(options.warta, file.name, ['--min', least]), pairs)}")


if __name__ == "__main__":
    main()
