#!/usr/bin/env python3
"""One set of options for every command: what its help names, what its parser takes, what bash, zsh and fish
offer, and what the man page describes, with the same letter and the same argument.

usage: run.py WARTA MANUAL     (MANUAL: tools/warta/warta.1.scd)
"""
import os
import pathlib
import re
import subprocess
import sys

HELP_ROW = re.compile(r"^  (?:-(\w), |    )--([a-z][a-z-]*)(?: (\S+))?", re.M)
MANUAL_ROW = re.compile(r"^(?:\*-(\w)\*, )?\*--([a-z][a-z-]*)\*(?: _(\S+)_)?$", re.M)


class Judge:
    def __init__(self):
        self.passed = self.failed = 0

    def same(self, what, found, wanted):
        good = found == wanted
        self.passed += good
        self.failed += not good
        if not good:
            print(f"FAILED {what}: only there {sorted(found - wanted)}, missing {sorted(wanted - found)}")


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *arguments):
        return subprocess.run(
            [self.path, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )

    def say(self, *arguments):
        done = self.run(*arguments)
        if done.returncode:
            sys.exit(f"{arguments}: exit {done.returncode}: {done.stderr}")
        return done.stdout

    def commands(self):
        """name -> alias, as the overview tells."""
        rows = self.say("help").split("\n\n")[2].splitlines()[1:]
        return {row[2:16].strip(): row[16:32].strip() or row[2:16].strip() for row in rows}

    def options(self, command):
        """{(name, letter, argument)} as the command's help tells."""
        return {(name, letter, argument) for letter, name, argument in HELP_ROW.findall(self.say(*command.split(), "--help"))}

    def takes(self, command, name):
        """Whether the parser knows the option; a value that is missing or bad is another matter."""
        return "unknown option" not in self.run(*command.split(), f"--{name}=").stderr


def offered_by_pattern(script, form):
    """command -> {name} of the last `case` of bash and zsh, where each command stands as a pattern."""
    found = {}
    for patterns, options in re.findall(form, script, re.M):
        for pattern in patterns.split("|"):
            found[pattern.strip("'*").strip()] = set(re.findall(r"(?:^|[ '])--([a-z][a-z-]*)", options))
    return found


def offered_by_fish(script, command):
    first, *second = command.split()
    seen = f"complete -c warta -n '__fish_seen_subcommand_from {first}"
    seen += f"; and __fish_seen_subcommand_from {second[0]}" if second else ""
    rows = [row for row in script.splitlines() if re.match(re.escape(seen) + r"(?: [a-z]+)?' -l ", row)]
    return {re.search(r" -l ([a-z-]+)", row).group(1) for row in rows}


def judge_commands(judge, program, commands):
    """-> all options of all commands"""
    bash = offered_by_pattern(program.say("completion", "bash"), r"^  ('[^)]*)\) words='([^']*)' ;;$")
    zsh = offered_by_pattern(program.say("completion", "zsh"), r"^  ('[^)]*)\) found=\((.*)\) ;;$")
    fish = program.say("completion", "fish")
    options = {command: program.options(command) for command in commands}
    union = set().union(*options.values())
    for command, alias in commands.items():
        names = {name for name, _, _ in options[command]}
        judge.same(f"{alias}: help", program.options(alias), options[command])
        judge.same(f"{command}: bash", bash.get(command, set()), names)
        judge.same(f"{alias}: bash", bash.get(alias, set()), names)
        judge.same(f"{command}: zsh", zsh.get(command, set()), names)
        judge.same(f"{alias}: zsh", zsh.get(alias, set()), names)
        judge.same(f"{command}: fish", offered_by_fish(fish, command), names)
        taken = {name for name in {row[0] for row in union} if program.takes(command, name)}
        judge.same(f"{command}: parser", taken, names)
    return union


def judge_manual(judge, path, commands, union):
    text = path.read_text(encoding="utf-8").replace("\\", "")
    parts = dict(part.split("\n", 1) for part in ("\n" + text).split("\n# ")[1:])
    found = {(name, letter, argument) for letter, name, argument in MANUAL_ROW.findall(parts["OPTIONS"])}
    judge.same("man page: options", found, union)
    rows = re.findall(r"^\*([a-z]+(?: [a-z]+)?)\*(?:, \*([a-z]+(?: [a-z]+)?)\*)?", parts["COMMANDS"], re.M)
    judge.same("man page: commands", {(name, alias or name) for name, alias in rows}, set(commands.items()))


def main():
    judge, program = Judge(), Program(sys.argv[1])
    commands = program.commands()
    union = judge_commands(judge, program, commands)
    judge_manual(judge, pathlib.Path(sys.argv[2]), commands, union)
    print(f"{judge.passed} passed, {judge.failed} failed")
    sys.exit(1 if judge.failed or len(commands) < 20 else 0)


main()
