#!/usr/bin/env python3
"""Sentences of a Leipzig Corpora sample as articles: sentences.py SENTENCES.txt > ARTICLES.jsonl

SENTENCES.txt: `number<TAB>sentence`. 16 sentences that follow each other count as one article, about its length.
"""
import json
import re
import sys

TOGETHER = 16

lines = [re.split(r"[\t ]", line.rstrip("\n"), maxsplit=1)[1] for line in open(sys.argv[1], encoding="utf-8")]
for i in range(0, len(lines), TOGETHER):
    print(json.dumps({"id": f"s{i}", "text": "\n".join(lines[i : i + TOGETHER])}, ensure_ascii=False))
