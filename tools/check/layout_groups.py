#!/usr/bin/env python3
"""usage: layout_groups.py --warta WARTA --scorer EVAL_LAYOUT FOLDER

Scores the articles of a layout folder (NNN.txt, NNN.tsv) in four groups, because one average hides
where the loss sits: whole saved pages, articles with glued stops (kota.Video), articles whose quote
marks were lost to '?', and the rest. An article counts in the first group that it fits.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

GLUED = re.compile(r"[a-z\"”)][.?!][\"”]?[A-Z][a-z]")
LOST_QUOTE = re.compile(r"(?:[,.]\?(?=\s|$))|(?:(?:^|\s)\?(?=[A-Z]))", re.M)
STOPPED = re.compile(r"[.?!][\"”’')\]*]*$")


def is_page(text):
    """Most lines are short and have no stop: menus, links, share bars around the article."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    short = sum(len(line) < 80 and not STOPPED.search(line) for line in lines)
    return len(lines) >= 12 and short * 2 > len(lines)


def group_of(text):
    if is_page(text):
        return "whole-pages"
    if len(GLUED.findall(text)) >= 2:
        return "glued-stops"
    if len(LOST_QUOTE.findall(text)) >= 2:
        return "lost-quotes"
    return "rest"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--warta", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("folder")
    options = parser.parse_args()
    groups = {"whole-pages": [], "glued-stops": [], "lost-quotes": [], "rest": []}
    folder = os.path.abspath(options.folder)
    for name in sorted(os.listdir(folder)):
        if name.endswith(".txt"):
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                groups[group_of(file.read())].append(name[:-4])
    with tempfile.TemporaryDirectory() as top:
        for group, names in groups.items():
            if not names:
                continue
            place = os.path.join(top, group)
            os.mkdir(place)
            for name in names:
                for end in (".txt", ".tsv"):
                    os.symlink(os.path.join(folder, name + end), os.path.join(place, name + end))
            command = [sys.executable, options.scorer, "--warta", options.warta, place]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            print(f"{group} ({len(names)} articles)  {said.split(maxsplit=1)[1]}", end="")


if __name__ == "__main__":
    main()
