#!/usr/bin/env python3
"""Trains the weights of `warta summarize` (dict/summary-weights.txt) on IndoSum.

usage: train_summary.py [--warta PATH] [--fold K] [--output FILE] ARTICLES.jsonl ...
       train_summary.py [--warta PATH] --cross-validate ARTICLES.jsonl ...

Needs Python 3 and scikit-learn (Debian: python3-sklearn); it is no part of the build.

The articles are IndoSum (Kurniawan and Louvan 2018; https://github.com/kata-ai/indosum, CC BY-SA 4.0), either as it is published (its
files dev.01.jsonl ... dev.05.jsonl, a fold each) or as JSON lines with the fields id, fold, title, text, summary, and sentences: a list of
paragraphs, each a list of [sentence, 0 or 1 for "stands in the summary"].

`warta explain --sentences` gives the features, so what is learned is what the program sees. The target of a sentence is the mean of two
shares: of its letters that the readers marked, and of its pairs of words that stand in the reference summary. Each article is learned from
twice, with its headline and without. Two sets of boosted trees are summed: one sees all features; the other none that tell the place in
the article, as news elsewhere leads less strongly than IndoSum's. All is seeded: the same articles give the same file.

--fold K leaves the articles of fold K out, for measuring on them. --cross-validate does that for every fold and prints ROUGE-1 and ROUGE-2
(F1, lower case, words of a-z 0-9, no stemming) of the program's own summaries on the fold left out.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

FIRST_FEATURE = 5  # columns before: doc sentence start end score
SCALE = 8192
LIMIT = 32767  # of a threshold or leaf
PLACELESS_SHARE = 0.45  # of the score
TREES, LEAVES, RATE, LEAST_ROWS, SHRINK = 150, 15, 0.06, 40, 5.0
PLACES = set("place behind place-share paragraph words-before headline-seen fresh later headings lead".split())
NOT_WORD = re.compile(r"[^a-z0-9]+")


def words(text):
    return NOT_WORD.sub(" ", text.lower()).split()


def pairs(tokens):
    return Counter(zip(tokens, tokens[1:]))


def published(line, fold):
    """An article of the published form: tokens in sentences in paragraphs."""
    sentences = [
        [[" ".join(tokens), int(gold)] for tokens, gold in zip(paragraph, golds)]
        for paragraph, golds in zip(line["paragraphs"], line["gold_labels"])
    ]
    text = "\n\n".join(" ".join(s for s, _ in paragraph) for paragraph in sentences)
    text = re.sub(r" ([.,;:?!%)])", r"\1", text).replace("( ", "(")
    title = re.sub(r"^\d+-", "", line["id"]).replace("-", " ")
    summary = [" ".join(tokens) for tokens in line["summary"]]
    return {"id": line["id"], "fold": fold, "title": title, "text": text, "summary": summary, "sentences": sentences}


def read_articles(paths):
    articles = {}
    for number, path in enumerate(paths, 1):
        for row in open(path, encoding="utf-8"):
            line = json.loads(row)
            article = published(line, number) if "paragraphs" in line else line
            articles.setdefault(article["id"], article)
    return list(articles.values())


def write_lines(articles, with_title):
    file = tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8")
    for number, article in enumerate(articles):
        line = {"id": str(number), "text": article["text"]}
        if with_title and article.get("title"):
            line["title"] = article["title"]
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
    file.flush()
    return file


def marked_letters(article):
    """The letters of the article without white space, and which of them the readers marked."""
    letters, marks = "", []
    for paragraph in article["sentences"]:
        for sentence, gold in paragraph:
            bare = re.sub(r"\s", "", sentence)
            letters += bare
            marks += [gold] * len(bare)
    return letters, marks


def targets(article, spans):
    raw = article["text"].encode()
    letters, marks = marked_letters(article)
    reference = article["summary"] if isinstance(article["summary"], list) else [article["summary"]]
    wanted = pairs(words(" ".join(reference)))
    result, at = [], 0
    for start, end in spans:
        sentence = raw[start:end].decode("utf-8", "replace")
        bare = re.sub(r"\s", "", sentence)
        found = letters.find(bare, at)
        found = letters.find(bare) if found < 0 else found
        gold = sum(marks[found : found + len(bare)]) / max(1, len(bare)) if found >= 0 else 0.0
        at = found + len(bare) if found >= 0 else at
        have = pairs(words(sentence))
        share = sum((have & wanted).values()) / max(1, sum(have.values()))
        result.append((gold + share) / 2)
    return result


def features(warta, articles, with_title):
    """The names of the features; for each article its rows of features and its targets."""
    with write_lines(articles, with_title) as file:
        command = [warta, "explain", "--sentences", "--from", "jsonl", "--format", "tsv", file.name]
        lines = subprocess.run(command, capture_output=True, check=True).stdout.decode().rstrip("\n").split("\n")
    names = lines[0].split("\t")[FIRST_FEATURE:]
    rows, spans = [[] for _ in articles], [[] for _ in articles]
    for line in lines[1:]:
        cells = line.split("\t")
        rows[int(cells[0])].append([int(cell) for cell in cells[FIRST_FEATURE:]])
        spans[int(cells[0])].append((int(cells[2]), int(cells[3])))
    return names, [(np.array(r, dtype=np.int32).reshape(-1, len(names)), targets(a, s)) for r, a, s in zip(rows, articles, spans)]


def tree_line(nodes, columns, share):
    """A tree in the form of dict/summary-weights.txt: splits and leaves, low branch first."""
    out, rest = [], [0]
    while rest:
        node = nodes[rest.pop()]
        if node["is_leaf"]:
            leaf = round(float(node["value"]) * share * SCALE)
            out.append(f"={max(-LIMIT, min(LIMIT, leaf))}")
        else:
            limit = int(np.floor(node["num_threshold"]))
            out.append(f"{columns[node['feature_idx']]}:{max(-LIMIT, min(LIMIT, limit))}")
            rest += [int(node["right"]), int(node["left"])]
    return " ".join(out)


def train(names, samples):
    """The lines of trees."""
    target = np.concatenate([t for _, t in samples])
    rows = np.concatenate([r for r, _ in samples])
    lines = []
    for share, left_out in ((1 - PLACELESS_SHARE, set()), (PLACELESS_SHARE, PLACES)):
        columns = [i for i, name in enumerate(names) if name not in left_out]
        model = HistGradientBoostingRegressor(
            max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, min_samples_leaf=LEAST_ROWS,
            l2_regularization=SHRINK, max_bins=128, early_stopping=False, random_state=1,
        ).fit(rows[:, columns], target)
        start = float(np.ravel(model._baseline_prediction)[0])
        lines.append(f"={round(start * share * SCALE)}")
        lines += [tree_line(predictor[0].nodes, columns, share) for predictor in model._predictors]
    return lines


def write_weights(path, names, lines, articles):
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"#warta-trees 1 scale={SCALE}\n")
        out.write(f"# Trained by tools/train_summary.py on {len(articles)} articles of IndoSum (Kurniawan and Louvan 2018,\n")
        out.write("# https://github.com/kata-ai/indosum), CC BY-SA 4.0. These numbers: CC BY-SA 4.0, too.\n")
        out.write("# Form: dict/README.md. First the names of the features, then a tree a line.\n")
        out.write(" ".join(names) + "\n")
        out.write("\n".join(lines) + "\n")


def rouge(chosen, reference, grams):
    have, want = grams(words(" ".join(chosen))), grams(words(" ".join(reference)))
    return 2 * sum((have & want).values()) / max(1, sum(have.values()) + sum(want.values()))


def measure(warta, articles, more):
    with write_lines(articles, True) as file:
        command = [warta, "summarize", "--from", "jsonl", "--format", "jsonl", *more, file.name]
        lines = subprocess.run(command, capture_output=True, check=True).stdout.decode().rstrip("\n").split("\n")
    chosen = [[s["text"] for s in json.loads(line)["sentences"]] for line in lines]
    references = [a["summary"] if isinstance(a["summary"], list) else [a["summary"]] for a in articles]
    return [100 * np.mean([rouge(c, r, grams) for c, r in zip(chosen, references)]) for grams in (Counter, pairs)]


def cross_validate(warta, articles, sets, names):
    rows = {}
    for fold in sorted({a["fold"] for a in articles}):
        kept = [a for a in articles if a["fold"] != fold]
        samples = [s for one in sets for s, a in zip(one, articles) if a["fold"] != fold]
        out = [a for a in articles if a["fold"] == fold]
        with tempfile.NamedTemporaryFile(suffix=".txt") as file:
            write_weights(file.name, names, train(names, samples), kept)
            for name, more in (("lead", ["--method", "lead"]), ("trained", ["--weights", file.name])):
                for length in (["--sentences", "3"], ["--words", "65"]):
                    one, two = measure(warta, out, more + length)
                    rows.setdefault((name, " ".join(length)), []).append((one, two))
                    print(f"fold {fold}  {name:8s} {' '.join(length):14s} R-1 {one:5.2f}  R-2 {two:5.2f}", flush=True)
    for (name, length), values in rows.items():
        one, two = np.mean(values, axis=0)
        print(f"mean    {name:8s} {length:14s} R-1 {one:5.2f}  R-2 {two:5.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--warta", default="warta")
    parser.add_argument("--fold", type=int, help="leave this fold out")
    parser.add_argument("--output", default="dict/summary-weights.txt")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("articles", nargs="+")
    arguments = parser.parse_args()
    articles = read_articles(arguments.articles)
    if arguments.fold is not None:
        articles = [a for a in articles if a["fold"] != arguments.fold]
    if not articles:
        sys.exit("train_summary: no articles")
    names, with_titles = features(arguments.warta, articles, True)
    _, without = features(arguments.warta, articles, False)
    if arguments.cross_validate:
        cross_validate(arguments.warta, articles, (with_titles, without), names)
        return
    lines = train(names, with_titles + without)
    write_weights(arguments.output, names, lines, articles)
    print(f"{arguments.output}: {len(lines)} trees, {sum(line.count('=') for line in lines)} leaves")


if __name__ == "__main__":
    main()
