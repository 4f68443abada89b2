#!/usr/bin/env python3
"""System calls that fail: the right exit code and message, no temporary file left, the old file whole.

usage: run.py PRELOAD WARTA [DISK]     (DISK: the preload under which the files of archives fail)

Every n-th call of open, read, write, close, fsync, fchmod, mkstemp and rename, with each error that it may
have; short reads and writes; a full disk, a folder that may not be written, closed streams, signals. With
DISK instead every n-th call on an archive's files: afterwards it is whole, with what it held before or after.
"""
import errno
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

DATA = pathlib.Path(__file__).resolve().parents[1] / "data"
ARTICLE = (DATA / "bendungan-lembayung.txt").read_bytes()
OLD = b"what stood here before\n"
JSON = b'{"id":"a","text":"Banjir merendam pasar Benjeng. Warga mengungsi."}\n' * 400
SECONDS = 20

# Which errors a call may have, and the exit codes that are right then; 0 and 2: the run got by.
FAULTS = {
    "open": ({"EMFILE": {74, 2}, "EIO": {74, 2}, "EINTR": {0}, "EACCES": {77, 2}, "ENOENT": {66, 2}}),
    "read": ({"EIO": {74, 2}, "EINTR": {0}, "EISDIR": {74, 2}}),
    "write": ({"ENOSPC": {74}, "EIO": {74}, "EINTR": {0}, "EDQUOT": {74}, "EFBIG": {74}}),
    "mkstemp": ({"EMFILE": {73}, "EACCES": {73}, "ENOSPC": {73}, "EROFS": {73}}),
    "fchmod": ({"EIO": {73}, "EPERM": {73}}),
    "fsync": ({"EIO": {74}, "ENOSPC": {74}, "EINVAL": {0}}),
    "close": ({"EIO": {74}, "ENOSPC": {74}, "EINTR": {0}}),
    "rename": ({"EIO": {73}, "EACCES": {73}, "ENOSPC": {73}, "EXDEV": {73}}),
}
# Name: arguments, what standard input holds, whether the output goes to a file.
RUNS = {
    "summarize to a file": (["summarize", "--output", "out", "a.txt"], b"", True),
    "json lines to a file": (["tokens", "--format", "jsonl", "--output", "out"], JSON, True),
    "df to a file": (["df", "--output", "out", "a.txt", "b.txt"], b"", True),
    "df merge": (["df", "merge", "--output", "out", "a.df", "a.df"], b"", True),
    "a list and a background": (
        ["keywords", "--stopwords", "stop.txt", "--background", "a.df", "--output", "out", "a.txt"],
        b"",
        True,
    ),
    "a folder": (["keywords", "--output", "out", "folder"], b"", True),
    "to standard output": (["clean", "a.txt", "b.txt"], b"", False),
    "stems": (["stem", "--format", "tsv"], b"membangunkan\npedagang\n" * 50, False),
    "in threads": (["keywords", "--jobs", "2", "--format", "jsonl", "--output", "out"], JSON, True),
    "pairs": (["similar", "--jobs", "2", "--output", "out", "a.txt", "b.txt", "folder"], b"", True),
    "near-copies": (["dedup", "--format", "tsv", "--output", "out", "a.txt", "folder"], b"", True),
    "stories": (["cluster", "--format", "json", "--output", "out", "a.txt", "folder"], b"", True),
}
ARCHIVE_RUNS = {
    "search": (["search", "--format", "tsv", "--output", "out", "kept.db", "bendungan"], b"", True),
    "queries of a file": (["search", "--queries", "q.txt", "--output", "out", "kept.db"], b"", True),
    "list": (["index", "list", "--format", "jsonl", "--output", "out", "kept.db"], b"", True),
    "check": (["index", "check", "kept.db"], b"", False),
    "add": (["index", "add", "--jobs", "2", "kept.db", "a.txt", "c.txt"], b"", False),
    "add to a new one": (["index", "add", "new.db", "a.txt", "c.txt"], b"", False),
    "delete": (["index", "delete", "kept.db", "b.txt"], b"", False),
    "similar to an archive": (
        ["similar", "--archive", "kept.db", "--add", "--output", "out", "c.txt"], b"", True
    ),
    "near-copies in an archive": (["dedup", "--archive", "kept.db", "--output", "out", "b.txt"], b"", True),
    "stories of an archive": (["cluster", "--archive", "kept.db", "--output", "out"], b"", True),
}
# What stands on the streams: arguments, whether they read standard input, whether they write standard output.
STREAMS = {
    "articles": (["clean", "a.txt"], False, True),
    "articles on standard input": (["keywords", "--jobs", "2"], True, True),
    "pairs of files": (["similar", "a.txt", "folder"], False, True),
    "pairs of standard input": (["similar", "--from", "jsonl"], True, True),
    "copies": (["dedup", "a.txt", "folder"], False, True),
    "copies on standard input": (["dedup", "--from", "jsonl"], True, True),
    "groups": (["cluster", "a.txt", "folder"], False, True),
    "groups of standard input": (["cluster", "--from", "jsonl"], True, True),
    "words": (["stem", "membangunkan"], False, True),
    "words on standard input": (["stem"], True, True),
    "why a stem": (["explain", "membangunkan"], False, True),
    "why stems of standard input": (["explain"], True, True),
    "why keywords": (["explain", "--keywords", "a.txt"], False, True),
    "why sentences": (["explain", "--sentences", "--format", "jsonl", "a.txt"], False, True),
    "counts": (["df"], True, True),
    "completion": (["completion", "zsh"], False, True),
    "help": (["help"], False, True),
}
ARCHIVE_STREAMS = {
    "search": (["search", "kept.db", "bendungan"], False, True),
    "queries on standard input": (["search", "kept.db"], True, True),
    "list": (["index", "list", "kept.db"], False, True),
    "check": (["index", "check", "kept.db"], False, True),
    "add": (["index", "add", "kept.db", "c.txt"], False, False),
    "add standard input": (["index", "add", "--from", "jsonl", "kept.db"], True, False),
    "delete": (["index", "delete", "kept.db", "b.txt"], False, False),
    "similar to an archive": (["similar", "--archive", "kept.db", "a.txt"], False, True),
    "copies in an archive": (["dedup", "--archive", "kept.db", "a.txt"], False, True),
    "groups of an archive": (["cluster", "--archive", "kept.db"], False, True),
}
WORDS = b"bendungan\nmengungsikan\n"
LINES = b'{"id":"a","text":"Bendungan Lembayung meluap di Benjeng. Warga mengungsi."}\n' * 3
# The calls on the files of an archive. What SQLite can do without (a file's length) it does without.
DISK_FAULTS = {
    "open": {"EMFILE": {73, 74, 77}, "EACCES": {73, 74, 77}},
    "read": {"EIO": {74}},
    "write": {"EIO": {74}, "ENOSPC": {74}},
    "sync": {"EIO": {74}},
    "truncate": {"EIO": {74}},
}


class Bench:
    def __init__(self, preload, warta, folder):
        self.preload, self.warta, self.folder = preload, warta, pathlib.Path(folder)
        self.old_archive = None
        self.cases = self.faults = 0
        (self.folder / "folder").mkdir()
        for name in ("a.txt", "b.txt", "folder/c.txt", "folder/d.txt"):
            (self.folder / name).write_bytes(ARTICLE)
        (self.folder / "stop.txt").write_bytes(b"+benjeng\n")
        count = [warta, "df", "--stopwords", "stop.txt", "a.txt"]
        made = subprocess.run(count, cwd=folder, stdout=subprocess.PIPE, check=True)
        (self.folder / "a.df").write_bytes(made.stdout)

    def case(self, name, fault):
        self.cases += 1
        if fault:
            self.faults += 1
            print(f"FAILED {name}: {fault}")

    def run(self, arguments, stdin=b"", variables=None, **more):
        """-> exit code, output, messages, the file out; the old file stands before each run."""
        (self.folder / "out").write_bytes(OLD)
        self.put_archive_back()
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
        if variables:
            environment.update({"LD_PRELOAD": self.preload} | variables)
        done = subprocess.run(
            [self.warta, *arguments], cwd=self.folder, env=environment, input=stdin,
            capture_output=True, timeout=SECONDS, **more,
        )
        return done.returncode, done.stdout, done.stderr, self.read_out()

    def read_out(self):
        path = self.folder / "out"
        return path.read_bytes() if path.exists() else None

    def left(self):
        """Temporary files of a run, taken away for the next."""
        found = [p for p in self.folder.iterdir() if p.name.startswith(".")]
        for path in found:
            path.unlink()
        return [p.name for p in found]

    def fault_of(self, right, found, codes, to_file):
        code, output, messages, written = found
        left = self.left()
        if left:
            return f"left {left}"
        if code not in codes | ({0} if found[:2] == right[:2] and written == right[3] else set()):
            return f"exit {code}: {messages[-200:]}"
        if code == 0:
            return None if found[:2] == right[:2] and written == right[3] else "0, and another output"
        if b"warta: " not in messages:
            return f"exit {code} without a message"
        if to_file and code != 2 and written != OLD:
            return f"exit {code}, and the old file is not whole"
        return None

    def nth_calls(self):
        report = self.folder / "report"
        for name, (arguments, stdin, to_file) in RUNS.items():
            right = self.run(arguments, stdin)
            self.case(f"{name} without a fault", None if right[0] == 0 else f"exit {right[0]}")
            for call, errors in FAULTS.items():
                self.run(arguments, stdin, {"FAULT_CALL": call, "FAULT_AT": "99999", "FAULT_REPORT": str(report)})
                calls = int(report.read_text())
                report.unlink()
                told = set()
                for n in list(range(1, min(calls, 12) + 1)) + [calls] * (calls > 12):
                    for error, codes in errors.items():
                        variables = {
                            "FAULT_CALL": call, "FAULT_AT": str(n),
                            "FAULT_ERROR": str(getattr(errno, error)),
                        }
                        found = self.run(arguments, stdin, variables)
                        fault = self.fault_of(right, found, codes, to_file)
                        self.case(f"{name}: {error} at {call} {n} of {calls}", fault)
                        told |= {error} if found[0] in codes - {0} else set()
                # One close may fail and change nothing, but not that of the output; a folder need not open.
                silent = {error for error, codes in errors.items() if 0 not in codes} - told
                if calls and call != "open":
                    self.case(f"{name}: a {call} that fails is told", ", ".join(sorted(silent)))
                if call in ("read", "write"):
                    found = self.run(arguments, stdin, {"FAULT_CALL": call, "FAULT_AT": "0"})
                    fault = self.fault_of(right, found, {0}, to_file)
                    self.case(f"{name}: every {call} is short", fault)

    def put_archive_back(self):
        if self.old_archive is not None:
            for path in self.folder.glob("*.db*"):
                path.unlink()
            (self.folder / "kept.db").write_bytes(self.old_archive)

    def make_archive(self):
        (self.folder / "c.txt").write_bytes((DATA / "panen-cabai.txt").read_bytes())
        (self.folder / "q.txt").write_bytes(b"bendungan\ncabai\n")
        made = [self.warta, "index", "add", "kept.db", "b.txt", "folder"]
        subprocess.run(made, cwd=self.folder, check=True)
        self.old_archive = (self.folder / "kept.db").read_bytes()

    def rows(self):
        """What the archive holds, and what its check says; None where there is none yet."""
        found = []
        for db in sorted(p.name for p in self.folder.glob("*.db")):
            for command in ("check", "list"):
                asked = [self.warta, "index", command, "--format", "tsv", db]
                done = subprocess.run(asked, cwd=self.folder, capture_output=True, timeout=SECONDS)
                found.append((db, command, done.returncode, done.stdout))
        return found

    def archive_fault(self, right, old_rows, new_rows, found, codes, to_file):
        fault = self.fault_of(right, found, codes, to_file)
        rows = self.rows()
        if not fault and rows != new_rows and (found[0] == 0 or not self.is_as_before(rows, old_rows)):
            fault = f"exit {found[0]}, and the archive holds {rows}"
        return fault

    def is_as_before(self, rows, old_rows):
        """A new archive that was begun may stand there, without an article or without a form."""
        begun = [row for row in rows if row[0] == "new.db"]
        return [row for row in rows if row[0] != "new.db"] == old_rows and all(
            row[2] != 0 or row[3].count(b"\n") == 1 for row in begun
        )

    def archives(self, disk):
        report = self.folder / "report"
        self.make_archive()
        old_rows = self.rows()
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
            self.ended_while_adding(number, code)
        self.streams(ARCHIVE_STREAMS)
        self.signals_while_reading(ARCHIVE_STREAMS)
        self.archives_of_others()
        for name, (arguments, stdin, to_file) in ARCHIVE_RUNS.items():
            right = self.run(arguments, stdin)
            new_rows = self.rows()
            self.case(f"{name} without a fault", None if right[0] == 0 else f"exit {right[0]}")
            for call, errors in DISK_FAULTS.items():
                self.run(arguments, stdin, {"FAIL_CALL": call, "FAIL_COUNT": str(report), "LD_PRELOAD": disk})
                calls = int(report.read_text())
                for n in sorted({*range(1, min(calls, 5) + 1), calls} - {0}):
                    for error, codes in errors.items():
                        variables = {
                            "FAIL_CALL": call, "FAIL_AT": str(n), "LD_PRELOAD": disk,
                            "FAIL_ERRNO": str(getattr(errno, error)),
                        }
                        found = self.run(arguments, stdin, variables)
                        fault = self.archive_fault(right, old_rows, new_rows, found, codes, to_file)
                        self.case(f"{name}: {error} at {call} {n} of {calls} on the archive", fault)

    def ended_while_adding(self, number, code):
        """A signal between two batches: the first is there, the archive is whole."""
        self.put_archive_back()
        process = subprocess.Popen(
            [self.warta, "index", "add", "--jobs", "1", "--batch", "1", "--from", "jsonl", "kept.db"],
            cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        process.stdin.write(b'{"id":"n1","text":"Banjir."}\n{"id":"n2","text":"Cabai."}\n{"id":')
        process.stdin.flush()
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and not any(b"\nn1\t" in row[3] for row in self.rows()):
            time.sleep(0.05)
        process.send_signal(number)
        process.communicate(timeout=SECONDS)
        rows = self.rows()
        good = process.returncode == code and rows[0][2] == 0 and b"\nn1\t" in b"\n" + rows[1][3]
        self.case(f"{number.name} while adding", None if good else f"exit {process.returncode}: {rows}")

    def limits(self):
        """EFBIG of the system itself: SIGXFSZ must not end the program."""
        arguments = ["df", "--output", "out", "a.txt"]
        right = self.run(arguments)
        found = self.limited(arguments)
        self.case("a limit on the size of files", self.fault_of(right, found, {74}, True))

    def limited(self, arguments):
        (self.folder / "out").write_bytes(OLD)
        done = subprocess.run(
            ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", self.warta, *arguments],
            cwd=self.folder, capture_output=True, timeout=SECONDS,
        )
        return done.returncode, done.stdout, done.stderr, self.read_out()

    def small_disk(self):
        """A real file system that is full; mounting one is root's."""
        disk = self.folder / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "none", str(disk)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
            print("not tried: a small disk (needs root)")
            return
        try:
            (disk / "old").write_bytes(OLD)
            arguments = ["df", "--output", "disk/old", "a.txt", "b.txt"]
            code, _, messages, _ = self.run(arguments)
            names = sorted(os.listdir(disk))
            good = code == 74 and names == ["old"] and (disk / "old").read_bytes() == OLD
            self.case("a small disk", None if good else f"exit {code}, {names}: {messages[-100:]}")
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def read_only_folder(self):
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "old").write_bytes(OLD)
        closed.chmod(0o555)
        done = subprocess.run(
            [*self.plain(), self.warta, "clean", "--output", "closed/old", "a.txt"],
            cwd=self.folder, capture_output=True, timeout=SECONDS,
        )
        closed.chmod(0o755)
        good = done.returncode == 73 and sorted(os.listdir(closed)) == ["old"]
        good = good and (closed / "old").read_bytes() == OLD
        self.case("a read-only folder", None if good else f"exit {done.returncode}: {done.stderr}")

    def closed_streams(self):
        """Output to a file needs no stream at all."""
        for closed in ("0", "1", "2", "01", "12", "02", "012"):
            (self.folder / "out").write_bytes(OLD)
            done = subprocess.run(
                [*self.with_closed(closed), "clean", "--output", "out", "a.txt"],
                cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS,
            )
            written = self.read_out()
            good = done.returncode == 0 and written not in (OLD, b"", None) and not self.left()
            self.case(f"streams {closed} closed, output to a file", None if good else f"exit {done.returncode}")

    def with_closed(self, closed):
        redirect = " ".join(f"{fd}>&-" if fd != "0" else "0<&-" for fd in closed)
        return ["sh", "-c", f'exec "$@" {redirect}', "sh", self.warta]

    def streams(self, table):
        """Each command with closed streams, a full disk behind its output, and a closed pipe there."""
        for name, (arguments, reads, writes) in table.items():
            given = LINES if "jsonl" in arguments else WORDS
            right = self.run(arguments, given)
            rows = self.rows()
            good = right[0] in (0, 1) and bool(right[1]) == writes
            self.case(f"{name}: works", None if good else f"exit {right[0]}: {right[2]}")
            for closed in ("0", "1", "2", "01", "12", "02", "012"):
                needs = (reads and "0" in closed) or (writes and "1" in closed)
                self.put_archive_back()
                done = subprocess.run(
                    [*self.with_closed(closed), *arguments], cwd=self.folder, input=given,
                    capture_output=True, timeout=SECONDS,
                )
                good = done.returncode == (74 if needs else right[0])
                good = good and ("1" in closed or needs or done.stdout == right[1])
                good = good and (needs or self.rows() == rows)
                self.case(f"{name}: streams {closed} closed", None if good else f"exit {done.returncode}: {done.stderr}")
            if writes:
                self.to_full_disk(name, arguments, given)
                self.to_closed_pipe(name, arguments, given)

    def to_full_disk(self, name, arguments, given):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [self.warta, *arguments], cwd=self.folder, input=given, stdout=full,
                stderr=subprocess.PIPE, timeout=SECONDS,
            )
        good = done.returncode == 74 and b"warta: " in done.stderr
        self.case(f"{name}: full disk", None if good else f"exit {done.returncode}: {done.stderr}")

    def to_closed_pipe(self, name, arguments, given):
        there, here = os.pipe()
        os.close(there)
        done = subprocess.run(
            [self.warta, *arguments], cwd=self.folder, input=given, stdout=here,
            stderr=subprocess.PIPE, timeout=SECONDS,
        )
        os.close(here)
        good = done.returncode == -signal.SIGPIPE and done.stderr == b""
        self.case(f"{name}: closed pipe", None if good else f"exit {done.returncode}: {done.stderr}")

    def signals_while_reading(self, table):
        """SIGINT, SIGTERM and SIGHUP of every command that reads, while its input does not end."""
        for name, (arguments, reads, writes) in table.items():
            if reads and writes:
                for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
                    self.ended(f"{number.name}, {name}", arguments, number, code)

    def ended(self, name, arguments, number, code):
        """A signal while the input does not end."""
        (self.folder / "out").write_bytes(OLD)
        process = subprocess.Popen(
            [self.warta, *arguments, "--output", "out"], cwd=self.folder,
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        process.stdin.write(LINES + JSON[:20] if "jsonl" in arguments else WORDS)
        process.stdin.flush()
        deadline = time.monotonic() + SECONDS
        while not any(p.name.startswith(".") for p in self.folder.iterdir()):
            if time.monotonic() > deadline or process.poll() is not None:
                break
            time.sleep(0.01)
        process.send_signal(number)
        process.communicate(timeout=SECONDS)
        left = self.left()
        good = process.returncode == code and not left and self.read_out() == OLD
        self.case(name, None if good else f"exit {process.returncode}, left {left}")

    def archives_of_others(self):
        """A folder that may not be written: even a reader keeps the log's index there."""
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "kept.db").write_bytes(self.old_archive)
        closed.chmod(0o555)
        for arguments, code in (
            (["search", "closed/kept.db", "bendungan"], 77),
            (["index", "list", "closed/kept.db"], 77),
            (["index", "check", "closed/kept.db"], 77),
            (["index", "add", "closed/kept.db", "c.txt"], 77),
            (["index", "delete", "closed/kept.db", "b.txt"], 77),
            (["index", "add", "closed/new.db", "c.txt"], 73),
            (["similar", "--archive", "closed/kept.db", "c.txt"], 77),
            (["dedup", "--archive", "closed/kept.db", "c.txt"], 77),
            (["cluster", "--archive", "closed/kept.db"], 77),
            (["search", "--output", "closed/out", "kept.db", "bendungan"], 73),
        ):
            done = subprocess.run(
                [*self.plain(), self.warta, *arguments], cwd=self.folder, capture_output=True, timeout=SECONDS
            )
            good = done.returncode == code and b"warta: " in done.stderr and os.listdir(closed) == ["kept.db"]
            good = good and (closed / "kept.db").read_bytes() == self.old_archive and not done.stdout
            good = good and (b"new.db" not in done.stderr or b"Permission denied" in done.stderr)
            self.case(f"read-only folder: {' '.join(arguments)}", None if good else f"exit {done.returncode}: {done.stderr}")
        closed.chmod(0o755)

    def plain(self):
        """Root may write everywhere, unless it gives that power up."""
        return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []

    def signals_at_calls(self):
        """A signal right behind each call that makes, fills, names the file: it is old or new, and whole."""
        arguments = RUNS["df to a file"][0]
        right = self.run(arguments)
        for call in ("mkstemp", "fchmod", "read", "write", "fsync", "close", "rename"):
            for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
                variables = {"FAULT_CALL": call, "FAULT_AT": "1", "FAULT_SIGNAL": str(int(number))}
                found = self.run(arguments, b"", variables)
                left = self.left()
                good = found[0] == code and not left and found[3] in (OLD, right[3])
                name = f"{number.name} behind {call}"
                self.case(name, None if good else f"exit {found[0]}, left {left}")


def without_archives(bench):
    bench.nth_calls()
    bench.limits()
    bench.small_disk()
    bench.read_only_folder()
    bench.closed_streams()
    bench.streams(STREAMS)
    bench.signals_while_reading(STREAMS)
    bench.signals_at_calls()


def main():
    preload, warta = (str(pathlib.Path(p).resolve()) for p in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(preload, warta, folder)
        if sys.argv[3:]:
            bench.archives(str(pathlib.Path(sys.argv[3]).resolve()))
        else:
            without_archives(bench)
    print(f"{bench.cases - bench.faults} passed, {bench.faults} failed")
    sys.exit(1 if bench.faults or not bench.cases else 0)


main()
