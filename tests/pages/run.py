#!/usr/bin/env python3
"""Reads pages as outlets set them and asks whether warta tells the article from what stands around it.

usage: run.py WARTA [PAGE]        (PAGE: only pages whose name holds these words)

*.pages   pages, each behind a line "=== NAME": a line is CODE, a blank and its text; a blank line is one
          of the page. Codes are below; in a line S (article text) "[[CODE|text]]" is a part that is not.
          {P1} ... stand for the paragraphs below, {BODY} and {MORE} for several of them as lines.
          "!CODE": known to be taken for article text or, with "!S", not to be. When it is no longer, the
          test fails, so that the mark is taken away.
datelines.txt   a line is a dateline; two sentences are set behind it, and just it must be named.
All of it is invented; what is real are the forms.
"""
import json
import pathlib
import re
import subprocess
import sys

KINDS = {
    "T": "title", "H": "heading", "S": "body", "sf": "standfirst", "by": "byline", "da": "date",
    "dl": "dateline", "ca": "caption", "re": "related", "sh": "share", "ad": "ad", "cr": "credit",
    "pg": "page", "tg": "tags", "no": "notice", "na": "navigation", "ot": "other",
}
ARTICLE = {"title", "heading", "body"}
# Borders between these are soft, as a reader would say too.
SOFT = [{"related", "navigation", "tags", "ad", "page"}, {"share", "other", "navigation", "related", "ad"},
        {"notice", "credit", "ad", "byline", "standfirst"}, {"byline", "date", "caption", "tags", "navigation"}]
PARAGRAPHS = {
    "P1": "Pemerintah Kabupaten Ranjana memastikan perbaikan jalan penghubung antarkecamatan rampung sebelum musim "
          "hujan tiba. Anggaran yang disiapkan mencapai Rp42 miliar.",
    "P2": '"Kami sudah menandatangani kontrak dengan tiga pelaksana," kata Kepala Dinas Pekerjaan Umum Hendra Wiguna '
          "di kantornya, Senin (12/5).",
    "P3": "Hendra menjelaskan, panjang jalan yang diperbaiki mencapai 38 kilometer dan tersebar di lima kecamatan. "
          "Sebagian ruas rusak sejak banjir tahun lalu.",
    "P4": "Warga Desa Cimekar, Nurhayati, mengaku senang dengan kabar itu karena anaknya setiap hari melewati jalan "
          "berlubang menuju sekolah.",
    "P5": '"Kalau hujan, kami harus memutar sampai lima kilometer," ujarnya.',
    "P6": "Dinas meminta pengendara berhati-hati selama pekerjaan berlangsung. Lalu lintas akan dialihkan pada malam "
          "hari.",
    "P7": "Anggota DPRD Ranjana, Dedi Kurniadi, meminta mutu pekerjaan diawasi dengan ketat agar jalan tidak cepat "
          "rusak.",
    "P8": "Ia juga mengusulkan agar warga dilibatkan dalam pengawasan melalui pertemuan desa setiap bulan.",
}
RUNS = {"{BODY}": ["P2", "P3", "P4", "P5", "P6", "P7", "P8"], "{MORE}": ["P3", "P4", "P5", "P6"]}


def read_pages(path):
    """-> name, lines of (code, text, known) with paragraphs filled in; an empty line is None."""
    pages = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("=== "):
            pages.append((line[4:], []))
        elif line in RUNS:
            pages[-1][1].extend(("S", PARAGRAPHS[p], False) for p in RUNS[line])
        elif pages and not line.strip():
            pages[-1][1].append(None)
        elif pages:
            code, text = line.split(" ", 1)
            text = re.sub(r"\{(P\d)\}", lambda m: PARAGRAPHS[m[1]], text)
            pages[-1][1].append((code.lstrip("!"), text, code.startswith("!")))
    return pages


def set_page(lines):
    """-> the text and its parts: (start, end, kind, known)."""
    text, parts = "", []
    for line in lines:
        if line is not None:
            code, words, known = line
            for part in re.split(r"(\[\[.*?\]\]+)", words):
                inner = re.fullmatch(r"\[\[(\w\w?)\|(.*)\]\]", part)
                kind, part = (KINDS[inner[1]], inner[2]) if inner else (KINDS[code], part)
                parts.append((len(text), len(text) + len(part), kind, known))
                text += part
        text += "\n"
    return text, parts


def ask(warta, command, texts):
    """Rows of a command over many texts: {number: [(start, end, kind)]} in characters."""
    records = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
    out = subprocess.run([warta, command, "--from", "jsonl", "--format", "tsv"], input=records.encode(),
                         stdout=subprocess.PIPE, check=True).stdout.decode()
    head, *lines = out.rstrip("\n").split("\n")
    names, rows = head.split("\t"), {}
    for line in lines:
        row = dict(zip(names, line.split("\t")))
        raw = texts[int(row["doc"])].encode()
        start, end = (len(raw[:int(row[x])].decode()) for x in ("start", "end"))
        rows.setdefault(int(row["doc"]), []).append((start, end, row["kind"]))
    return rows


def lay(size, rows):
    kinds = [None] * size
    for start, end, kind in rows:
        kinds[start:end] = [kind] * (end - start)
    return kinds


def agrees(want, got):
    return want == got or any(want in s and got in s for s in SOFT)


def check_part(text, part, said):
    """-> what is wrong with a part, or None. A stop or quote at a border may fall to either side."""
    start, end, kind, _ = part
    got = [said[i] for i in range(start, end) if text[i].isalnum()]
    if not got:
        return None
    wrong = [g for g in got if not (g in ARTICLE if kind in ARTICLE else g not in ARTICLE and agrees(kind, g))]
    if wrong:
        return f"{kind} taken for {max(set(wrong), key=wrong.count)}"
    if kind in ("title", "body") and any((g == "title") != (kind == "title") for g in got):
        return f"{kind} taken for {got[0]}"
    return None


def check_page(text, parts, labels, sentences):
    said = lay(len(text), sentences)
    for i, kind in enumerate(lay(len(text), [r for r in labels if r[2] not in ARTICLE])):
        said[i] = kind or said[i] or "nothing"
    faults = []
    for part in parts:
        fault, known = check_part(text, part, said), part[3]
        if bool(fault) != known:
            faults.append(f"    {fault or 'no fault, though marked'}: {text[part[0]:part[1]][:90]!r}")
    return faults


def check_pages(warta, paths, words):
    pages = [p for path in paths for p in read_pages(path) if words in p[0]]
    set_pages = [set_page(lines) for _, lines in pages]
    texts = [text for text, _ in set_pages]
    labels, sentences = (ask(warta, c, texts) for c in ("labels", "sentences"))
    failed = 0
    for i, (name, _) in enumerate(pages):
        faults = check_page(*set_pages[i], labels.get(i, []), sentences.get(i, []))
        if faults:
            failed += 1
            print(f"FAILED {name}", *faults, sep="\n")
    return len(pages) - failed, failed


def check_datelines(warta, path):
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    behind = f" {PARAGRAPHS['P1']}\n\n{PARAGRAPHS['P3']}\n\n{PARAGRAPHS['P4']}\n"
    found = ask(warta, "labels", [line + behind for line in lines])
    failed = 0
    for i, line in enumerate(lines):
        if found.get(i) != [(0, len(line), "dateline")]:
            failed += 1
            print(f"FAILED dateline {line!r}: {found.get(i)}")
    return len(lines) - failed, failed


def main():
    here = pathlib.Path(__file__).parent
    words = sys.argv[2] if len(sys.argv) > 2 else ""
    results = [check_pages(sys.argv[1], sorted(here.glob("*.pages")), words)]
    if not words:
        results.append(check_datelines(sys.argv[1], here / "datelines.txt"))
    passed, failed = (sum(r[i] for r in results) for i in (0, 1))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
