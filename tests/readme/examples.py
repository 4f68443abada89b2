#!/usr/bin/env python3
"""Runs the examples of README.md and of the man pages' sources (*.scd) as they are printed there.

usage: examples.py WARTA

  ```console   lines `$ command` (`> ` continues it), each followed by what it prints. The output must
               be the same; a line `...` stands for any lines. If no output is shown, only the exit
               code counts.
  ```sh        commands without output, one a line: each must succeed.
  man page     literal blocks and indented lines that begin with `$ `: as console.

Not run: a block behind a line `<!-- not run: reason -->`; lines that call tools/setup.sh, tools/test.sh
or a package manager (continuous integration is their test); lines that install or compile (as C blocks,
they are tests/install's). All commands run one after the other in a throw-away folder that shows the
tree's folders under their names; build/release/bin/warta and `warta` are the program under test.
What examples call article.txt, articles/, news.jsonl, part1.jsonl, part2.jsonl is made of the samples.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
ELSEWHERE = re.compile(
    r"tools/(setup|test)\.sh|\bapt(-get)?\b|git clone|\.ci/run|check\.sh|cmake --install|pkg-config"
)
FENCE = re.compile(r"^(```+)([a-z]*)\s*$")
NOT_RUN = re.compile(r"^<!-- not run: .+ -->$")


def blocks_of(path):
    """-> (line number, language, lines) of each fenced block that is to be run."""
    fence, language, lines, start, is_skipped = None, "", [], 0, False
    before = ""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        match = FENCE.match(line)
        if fence is None and match:
            fence, language = match.groups()
            lines, start, is_skipped = [], number, bool(NOT_RUN.match(before))
        elif fence is not None and line.strip() == fence:
            fence = None
            if not is_skipped:
                yield start, language, lines
        elif fence is not None:
            lines.append(line)
        if line.strip():
            before = line.strip()


def console_examples(start, lines):
    """-> (line number, command, output lines)"""
    examples = []
    for number, line in enumerate(lines, start + 1):
        if line.startswith("$ "):
            examples.append((number, line[2:], []))
        elif line.startswith("> ") and examples and not examples[-1][2]:
            examples[-1] = (examples[-1][0], examples[-1][1] + "\n" + line[2:], [])
        elif examples:
            examples[-1][2].append(line)
    return examples


def shell_lines(start, lines):
    """-> (line number, command); a backslash at the end goes on."""
    command = ""
    for number, line in enumerate(lines, start + 1):
        command += line
        if command.endswith("\\"):
            command = command[:-1]
        elif command.strip() and not command.lstrip().startswith("#"):
            yield number, command
            command = ""
        else:
            command = ""


def man_examples(path):
    in_examples = False
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.startswith("# "):
            in_examples = "EXAMPLE" in line
        if in_examples and line.strip().startswith("$ "):
            yield number, line.strip()[2:], []


def examples():
    readme = TOP / "README.md"
    for start, language, lines in blocks_of(readme):
        if language == "console":
            for number, command, output in console_examples(start, lines):
                yield readme, number, command, output
        elif language in ("sh", "bash"):
            yield from ((readme, number, line, []) for number, line in shell_lines(start, lines))
    for source in sorted((TOP / "tools").rglob("*.scd")):
        for number, command, output in man_examples(source):
            yield source, number, command, output


def is_same(wanted, found):
    pattern = "".join(
        r"(?:.*\n)*" if line.strip() in ("...", "…") else re.escape(line) + r"\n" for line in wanted
    )
    return re.fullmatch(pattern, found.strip("\n") + "\n") is not None


def make_room(folder, warta):
    for name in ("dict", "include", "src", "tests", "tools", "README.md"):
        os.symlink(TOP / name, folder / name)
    (folder / "build/release/bin").mkdir(parents=True)
    os.symlink(warta, folder / "build/release/bin/warta")
    os.symlink(warta.parents[1] / "lib", folder / "build/release/lib")
    os.mkdir(folder / "bin")
    os.symlink(warta, folder / "bin/warta")
    make_inputs(folder)


def make_inputs(folder):
    samples = sorted((TOP / "tests/data").glob("*.txt"))
    records = []
    os.mkdir(folder / "articles")
    for path in samples[:8]:
        shutil.copy(path, folder / "articles")
        record = {"id": path.stem, "text": path.read_bytes().decode("utf-8")}
        records.append(json.dumps(record, ensure_ascii=False) + "\n")
    shutil.copy(TOP / "tests/data/bendungan-lembayung.txt", folder / "article.txt")
    (folder / "news.jsonl").write_text("".join(records), "utf-8")
    (folder / "part1.jsonl").write_text("".join(records[:3]), "utf-8")
    (folder / "part2.jsonl").write_text("".join(records[3:]), "utf-8")


def run(folder, command):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    path = f"{folder}/bin:{os.environ['PATH']}"
    env |= {"HOME": str(folder), "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PATH": path}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=env, timeout=120,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )


def main():
    warta = pathlib.Path(sys.argv[1]).resolve()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        make_room(pathlib.Path(name), warta)
        for path, number, command, wanted in examples():
            if ELSEWHERE.search(command):
                continue
            done = run(pathlib.Path(name), command)
            found = done.stdout.decode("utf-8", "replace")
            wanted = "\n".join(wanted).strip("\n").split("\n")
            if done.returncode == 0 and (wanted == [""] or is_same(wanted, found)):
                passed += 1
                continue
            failed += 1
            print(f"FAILED {path.relative_to(TOP)}:{number}: {command}")
            print(f"  exit code {done.returncode}, printed:\n{found[:4000]}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
