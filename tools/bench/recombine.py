#!/usr/bin/env python3
"""Makes many articles of few: for measuring at a size that no free corpus has.

usage: recombine.py COUNT ARTICLES.jsonl... > MANY.jsonl

Each article takes the length and two thirds of the sentences of one real article, the rest from two others of its
category, in a random order but for the first sentence. One in three of its capitalised words becomes a made-up name
from a heavy-tailed list that grows, so that the vocabulary keeps growing as it does in news. What this is not: sentences
come again, so neighbours are closer than in life. The seed is fixed: the same input gives the same bytes.
"""
import json
import random
import re
import sys

SYLLABLES = "ba be bi da de di ga ha ja ka ki ku la li lo ma mi mu na ni no pa ra ri ro sa si su ta ti to wa ya".split()
SENTENCE = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z\"“])")
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def name_of(number):
    rng = random.Random(number)
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 3, 3, 4)))).capitalize()


def load(paths):
    articles = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                sentences = [s for s in SENTENCE.split(row["text"]) if s.strip()]
                if len(sentences) >= 4:
                    articles.append((row.get("category") or "", row.get("title") or "", sentences))
    return articles


def make(rng, number, articles, by_category):
    category, title, own = rng.choice(articles)
    others = by_category[category]
    kept = [s for s in own[1:] if rng.random() < 0.67]
    for _ in range(2):
        kept += [s for s in rng.choice(others)[2] if rng.random() < 0.17]
    rng.shuffle(kept)

    def rename(match):
        if rng.random() > 0.33:
            return match.group()
        return name_of(int(rng.paretovariate(0.7)) % (2000 + number))

    text = NAME.sub(rename, " ".join([own[0], *kept]))
    return {
        "id": f"r{number}",
        "title": NAME.sub(rename, title),
        "text": text,
        "date": f"20{10 + number % 16:02d}-{1 + number % 12:02d}-{1 + number % 28:02d}",
    }


def main():
    count, articles, rng = int(sys.argv[1]), load(sys.argv[2:]), random.Random(20261125)
    by_category = {}
    for article in articles:
        by_category.setdefault(article[0], []).append(article)
    for number in range(count):
        print(json.dumps(make(rng, number, articles, by_category), ensure_ascii=False))


main()
