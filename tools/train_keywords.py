#!/usr/bin/env python3
"""Trains the weights of `warta keywords` (dict/keyword-weights.txt).

usage: train_keywords.py [--warta PATH] [--output FILE] INDOSUM.jsonl ...
       train_keywords.py [--warta PATH] --cross-validate INDOSUM.jsonl ...

Needs Python 3, NumPy, SciPy and the Snowball stemmer (Debian: python3-scipy, python3-snowballstemmer); it is no part of the build.

Learned from, by two models:
 words    the words of the headlines of IndoSum (Kurniawan and Louvan 2018; https://github.com/kata-ai/indosum, CC BY-SA 4.0), which
          stand in the names of its articles. As JSON lines: id, fold, title_slug, text.
 phrases  the longest phrases of those headlines that stand in the article. Verbs of headlines are left out: they are no subject.
          Headlines are short and leave out names and second words that a reader looks for; see LACKING.

`warta explain --keywords` gives the features, so what is learned is what the program sees. The model is a conditional logit: the score
of a candidate is e to the power of a weighted sum of its features, and the weights are those for which the score of what is wanted has
the greatest share in the scores of an article. All is deterministic: the same articles give the same file.

--cross-validate leaves each fold out in turn and prints F1 at 5 and 10 on it: of candidates in the order of their scores, without those
that hold or are held by a better one, and with every word reduced by Snowball.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile

import numpy as np
import snowballstemmer
from scipy.optimize import minimize

FIRST_FEATURE = 5  # columns before: doc keyword rank score count
SHRINK = 0.005  # of the weights, against chance
# What headlines do not teach, added to what they do: "Basuki Hadimuljono" and "kerja sama" for "Basuki" and "kerja". Set by hand, one
# of seven settings tried; tags of readers and entities of articles that nothing was learned from decided.
LACKING = {"name": 1.0, "two": 0.8, "three": 0.8, "idf": 0.3}
# News elsewhere leads less strongly than IndoSum's, so what was learned of the place counts for less. On IndoSum's own words this
# costs 0.1 of F1@10 and gains 0.2 of F1@5.
PLACE_SHARE = 0.8
PLACES = "near middle far".split()
LONGEST = 4  # words of a phrase
SLUG_CUT = 49  # letters; a slug as long as this ends in a piece of a word
WORD = re.compile(r"[A-Za-zÀ-ÿ0-9]+(?:[-'][A-Za-zÀ-ÿ0-9]+)*")
STEM = snowballstemmer.stemmer("indonesian")
STEMS = {}
# Features that tell single words from each other; the others are of phrases.
WORD_FEATURES = "mentions idf near middle far name acronym place verbs derived abstract part".split()


def key(phrase):
    if phrase not in STEMS:
        STEMS[phrase] = " ".join(STEM.stemWord(word.lower()) for word in WORD.findall(phrase))
    return STEMS[phrase]


def read_lines(paths):
    return [json.loads(line) for path in paths for line in open(path, encoding="utf-8")]


def read_stop_words():
    """The groups of dict/stopwords.txt: no word of them is wanted, or at an edge of what is."""
    lines = open(sys.path[0] + "/../dict/stopwords.txt", encoding="utf-8")
    return {word for line in lines if line[0] not in "#[" for word in line.split()}


def headline(article):
    slug = article["title_slug"]
    words = [word for word in slug.split("-") if word]
    return words[:-1] if len(slug) >= SLUG_CUT else words


def headline_words(article, stop):
    body = {key(word) for word in WORD.findall(article["text"])}
    return {key(word) for word in headline(article) if word not in stop and not word.isdigit() and key(word) in body}


def headline_phrases(article, stop):
    body = " " + " ".join(word.lower() for word in WORD.findall(article["text"])) + " "
    words, found, at = headline(article), set(), 0
    while at < len(words):
        taken = 1
        for count in range(min(LONGEST, len(words) - at), 0, -1):
            row = words[at : at + count]
            if f" {' '.join(row)} " in body and row[0] not in stop and row[-1] not in stop:
                found.add(key(" ".join(row)))
                taken = count
                break
        at += taken
    return found


def candidates(warta, articles, more):
    """The names of the features; for each article the keys of its candidates and their rows of features."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, article in enumerate(articles):
            file.write(json.dumps({"id": str(number), "text": article["text"]}, ensure_ascii=False) + "\n")
        file.flush()
        command = [warta, "explain", "--keywords", "--from", "jsonl", "--format", "tsv", *more, file.name]
        lines = subprocess.run(command, capture_output=True, check=True).stdout.decode().rstrip("\n").split("\n")
    names = lines[0].split("\t")[FIRST_FEATURE:]
    keys, rows = [[] for _ in articles], [[] for _ in articles]
    for line in lines[1:]:
        cells = line.split("\t")
        keys[int(cells[0])].append(key(cells[1]))
        rows[int(cells[0])].append([int(cell) / 1000 for cell in cells[FIRST_FEATURE:]])
    return names, list(zip(keys, [np.array(row).reshape(-1, len(names)) for row in rows]))


class Sample:
    """An article's candidates, what is wanted of them."""

    def __init__(self, found, wanted, fold):
        self.keys, self.rows = found
        self.wanted, self.fold = wanted, fold
        self.target = np.array([k in wanted for k in self.keys], dtype=float)


def fit(samples, names, wanted):
    """The weights of the wanted features, in the order of all names."""
    columns = [names.index(name) for name in wanted]
    samples = [s for s in samples if s.target.any()]
    rows = np.vstack([s.rows[:, columns] for s in samples])
    scale = rows.std(0) + 1e-9
    rows = (rows - rows.mean(0)) / scale
    counts = [len(s.keys) for s in samples]
    starts, group = np.r_[0, np.cumsum(counts)[:-1]], np.repeat(np.arange(len(counts)), counts)
    target = np.concatenate([s.target / s.target.sum() for s in samples])
    share = 1 / len(samples)

    def loss(weights):
        score = rows @ weights
        score -= np.maximum.reduceat(score, starts)[group]
        total = np.add.reduceat(np.exp(score), starts)
        got = np.exp(score) / total[group]
        log_share = np.add.reduceat(target * (score - np.log(total)[group]), starts)
        slope = rows.T @ (share * (got - target)) + 2 * SHRINK * weights
        return SHRINK * weights @ weights - share * log_share.sum(), slope

    best = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    weights = np.zeros(samples[0].rows.shape[1])
    weights[columns] = best.x / scale
    weights[[names.index(name) for name in PLACES]] *= PLACE_SHARE
    return weights


def ranked(sample, weights, limit):
    taken = []
    for at in np.argsort(-(sample.rows @ weights), kind="stable"):
        this = f" {sample.keys[at]} "
        if len(taken) < limit and not any(this in other or other in this for other in taken):
            taken.append(this)
    return [k.strip() for k in taken]


def f1(samples, weights, limit):
    values = []
    for sample in samples:
        hits = len(set(ranked(sample, weights, limit)) & sample.wanted)
        values.append(200 * hits / (limit + len(sample.wanted)))
    return np.mean(values)


def cross_validate(name, samples, features):
    """Prints F1 on each fold of the samples, learned from the other folds."""
    rows = []
    for fold in sorted({s.fold for s in samples}):
        weights = fit([s for s in samples if s.fold != fold], *features)
        out = [s for s in samples if s.fold == fold]
        rows.append((len(out), f1(out, weights, 5), f1(out, weights, 10)))
        print(f"{name} fold {fold}  F1@5 {rows[-1][1]:5.2f}  F1@10 {rows[-1][2]:5.2f}", flush=True)
    five, ten = np.average([r[1:] for r in rows], axis=0, weights=[r[0] for r in rows])
    print(f"{name} mean    F1@5 {five:5.2f}  F1@10 {ten:5.2f}", flush=True)


def read_headlines(warta, articles, wanted, more):
    stop = read_stop_words()
    names, found = candidates(warta, articles, more)
    samples = [Sample(f, wanted(a, stop), a["fold"]) for a, f in zip(articles, found)]
    return names, [s for s in samples if len(s.wanted) > 1]


def write_weights(path, names, models, count):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Weights of the features of keywords; `warta explain --keywords` shows the features.\n#\n")
        out.write(f"# Trained by tools/train_keywords.py on the headlines of {count} articles of IndoSum (Kurniawan\n")
        out.write("# and Louvan 2018, https://github.com/kata-ai/indosum, CC BY-SA 4.0). These numbers: CC BY-SA 4.0, too.\n")
        out.write("# Form: dict/README.md. Made by the script, not by hand.\n")
        for name, weights in models:
            out.write(f"\n[{name}]\n")
            for feature, weight in zip(names, weights):
                if round(weight, 3) != 0:
                    out.write(f"{feature} {weight:.3f}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--warta", default="warta")
    parser.add_argument("--output", default="dict/keyword-weights.txt")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("articles", nargs="+")
    arguments = parser.parse_args()
    articles = read_lines(arguments.articles)
    names, words = read_headlines(arguments.warta, articles, headline_words, ["--max-words", "1"])
    _, phrases = read_headlines(arguments.warta, articles, headline_phrases, [])
    for sample in phrases:
        sample.target[sample.rows[:, names.index("verbs")] == 1] = 0
    of_words, of_phrases = (names, WORD_FEATURES), (names, names)
    if arguments.cross_validate:
        cross_validate("words", words, of_words)
        cross_validate("phrases", phrases, of_phrases)
        return
    of_names = fit(phrases, *of_phrases)
    for name, more in LACKING.items():
        of_names[names.index(name)] += more
    models = [("phrases", of_names), ("words", fit(words, *of_words))]
    write_weights(arguments.output, names, models, len(articles))
    print(f"{arguments.output}: {len(names)} features")


if __name__ == "__main__":
    main()
