#!/usr/bin/env python3
"""Trains the weights of `warta keywords` (dict/keyword-weights.txt).

usage: train_keywords.py [--warta PATH] [--output FILE] INDOSUM.jsonl ...
       train_keywords.py [--warta PATH] --cross-validate INDOSUM.jsonl ...

Needs Python 3, NumPy, SciPy and the Snowball stemmer (Debian: python3-scipy, python3-snowballstemmer); it is no part of the build.

First it counts how readily headlines take each word from their articles: the feature `headlines`. Where weights are learned or
measured, an article's words have the value that the articles of the other folds give them.

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
from collections import Counter

import numpy as np
import snowballstemmer
from scipy.optimize import minimize

FIRST_FEATURE = 5  # columns before: doc keyword rank score count
SHRINK = 0.005  # of the weights, against chance
# What headlines do not teach, added to what they do: "Basuki Hadimuljono" and "kerja sama" for "Basuki" and "kerja". Set by hand, one
# of fourteen settings tried; tags of readers and entities of articles that nothing was learned from decided.
LACKING = {"name": 1.0, "two": 0.8, "three": 0.8, "idf": 0.3}
# News elsewhere leads less strongly than IndoSum's, so what was learned of the place counts for less. On IndoSum's own words this
# costs 0.1 of F1@10 and gains 0.2 of F1@5.
PLACE_SHARE = 0.8
PLACES = "near middle far".split()
# A word's pull: the log of how often headlines have it, of the articles that hold it, against all words. Chosen by cross-validation:
# so many articles that took it as all words are taken are added, fewer articles than that say nothing, and steps are coarse.
PULL_ADDED, PULL_ARTICLES, PULL_STEPS = 32, 8, 8
LONGEST = 4  # words of a phrase
SLUG_CUT = 49  # letters; a slug as long as this ends in a piece of a word
WORD_KINDS = ("word", "reduplication", "hyphenated", "acronym")
WORD = re.compile(r"[A-Za-zÀ-ÿ0-9]+(?:[-'][A-Za-zÀ-ÿ0-9]+)*")
STEM = snowballstemmer.stemmer("indonesian")
STEMS = {}
# Features that tell single words from each other; the others are of phrases.
WORD_FEATURES = "mentions idf headlines near middle far name acronym place verbs derived abstract part".split()


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


def rows_of(warta, command, articles):
    """What the command says of the articles, as rows of cells; the first cell is the article's number, the first row the heading."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, article in enumerate(articles):
            file.write(json.dumps({"id": str(number), "text": article["text"]}, ensure_ascii=False) + "\n")
        file.flush()
        run = [warta, *command, "--from", "jsonl", "--format", "tsv", file.name]
        lines = subprocess.run(run, capture_output=True, check=True).stdout.decode().rstrip("\n").split("\n")
    return [line.split("\t") for line in lines]


def read_terms(warta, articles):
    """For each article the terms of its content words as written, in small letters."""
    terms = [{} for _ in articles]
    for number, _, _, _, kind, _, word, term, stop, label, *_ in rows_of(warta, ["tokens"], articles)[1:]:
        if term and not stop and not label and kind in WORD_KINDS:
            terms[int(number)][word] = term
    return terms


class Pulls:
    """How readily headlines take a term from their articles, for all folds together and without each one."""

    def __init__(self, articles, terms, stop):
        self.counts = {}
        for article, words in zip(articles, terms):
            wanted = headline_words(article, stop)
            held, taken = self.counts.setdefault(article["fold"], (Counter(), Counter()))
            held.update(set(words.values()))
            taken.update({term for word, term in words.items() if key(word) in wanted})
        self.known = {fold: self.table(fold) for fold in [None, *self.counts]}

    def table(self, left_out=None):
        held, taken = Counter(), Counter()
        for fold, (more_held, more_taken) in self.counts.items():
            if fold != left_out:
                held.update(more_held)
                taken.update(more_taken)
        usual = sum(taken.values()) / sum(held.values())
        found = {}
        for term, count in held.items():
            if count >= PULL_ARTICLES:
                value = np.log((taken[term] + PULL_ADDED * usual) / (count + PULL_ADDED) / usual)
                found[term] = round(value * PULL_STEPS) / PULL_STEPS
        return found

    def column(self, fold, shown, terms):
        """For candidates as shown: the mean of their words, as the program has it."""
        known = self.known[fold]
        for keyword in shown:
            found = [known.get(terms[word], 0) for word in keyword.lower().split() if word in terms]
            yield sum(found) / max(len(found), 1)


def candidates(warta, articles, more):
    """The names of the features; for each article its candidates as shown, their keys, and their rows of features."""
    head, *lines = rows_of(warta, ["explain", "--keywords", *more], articles)
    names = head[FIRST_FEATURE:]
    shown, rows = [[] for _ in articles], [[] for _ in articles]
    for cells in lines:
        shown[int(cells[0])].append(cells[1])
        rows[int(cells[0])].append([int(cell) / 1000 for cell in cells[FIRST_FEATURE:]])
    return names, list(zip(shown, [np.array(row).reshape(-1, len(names)) for row in rows]))


class Sample:
    """An article's candidates, what is wanted of them."""

    def __init__(self, found, wanted, fold):
        self.shown, self.rows = found
        self.keys = [key(keyword) for keyword in self.shown]
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


def read_headlines(warta, articles, terms, pulls, wanted, more):
    stop = read_stop_words()
    names, found = candidates(warta, articles, more)
    samples = [Sample(f, wanted(a, stop), a["fold"]) for a, f in zip(articles, found)]
    for sample, words in zip(samples, terms):
        sample.rows[:, names.index("headlines")] = list(pulls.column(sample.fold, sample.shown, words))
    return names, [s for s in samples if len(s.wanted) > 1]


def write_weights(path, names, models, pulls, count):
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
        out.write("\n[headlines]\n")
        for term, pull in sorted(pulls.known[None].items(), key=lambda row: row[0].encode()):
            if pull != 0:
                out.write(f"{term} {pull:.3f}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--warta", default="warta")
    parser.add_argument("--output", default="dict/keyword-weights.txt")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("articles", nargs="+")
    arguments = parser.parse_args()
    articles = read_lines(arguments.articles)
    terms = read_terms(arguments.warta, articles)
    pulls = Pulls(articles, terms, read_stop_words())
    names, words = read_headlines(arguments.warta, articles, terms, pulls, headline_words, ["--max-words", "1"])
    _, phrases = read_headlines(arguments.warta, articles, terms, pulls, headline_phrases, [])
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
    write_weights(arguments.output, names, models, pulls, len(articles))
    print(f"{arguments.output}: {len(names)} features, {len(pulls.known[None])} terms")


if __name__ == "__main__":
    main()
