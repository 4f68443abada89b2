#!/usr/bin/env python3
"""Archives and what may befall them: a writer killed at any moment, a disk that fails, a file that is damaged.

usage: run.py PRELOAD HOST WARTA [kill N] [faults N] [flips N]     (0: all; default: kill 50 faults 150 flips 200)

kill    N writers are killed (-9) at random moments, each going on where the last one ended: what was said to be
        on the disk is there, batches are whole, and `index check` finds nothing.
faults  every write, sync, read, open and truncation fails once (N of them, evenly): an error is told or the
        call was got over, and then the same.
flips   N copies of a small archive, each with one byte changed or cut short: each answer is the right one or an
        error, never a crash and never another answer.
"""
import errno
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

SEED = 20261125
SECONDS = 120
BATCH, IDS = 10, 60


class Bench:
    def __init__(self, preload, host, warta, folder):
        self.preload, self.host, self.warta = preload, host, warta
        self.folder = pathlib.Path(folder)
        self.passed = self.failed = 0
        self.models = {}

    def result(self, good, what):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED", what, flush=True)

    def run(self, *arguments, env=None):
        done = subprocess.run(
            arguments, capture_output=True, timeout=SECONDS, env={**os.environ, **(env or {})}
        )
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")

    def model(self, batches):
        """What is in an archive after so many batches: id -> headline."""
        rows = {}
        for batch in range(batches):
            for i in range(BATCH):
                number = batch * BATCH + i
                rows[f"a{number % IDS}"] = f"Berita {number}"
            if batch % 3 == 2:
                rows.pop("a7", None)
        return rows

    def verify(self, db, acknowledged, what):
        """-> batches in the archive, or None after a failure was told."""
        code, out, err = self.run(self.warta, "index", "check", str(db))
        if code == 65 and acknowledged == 0 and "not an archive" in err:
            return 0  # stopped before the first commit
        if code == 66 and acknowledged == 0:
            return 0
        if code != 0:
            self.result(False, f"{what}: check exits {code}: {out}{err}")
            return None
        code, out, err = self.run(self.host, "state", str(db))
        rows = {}
        for line in out.splitlines():
            words = line.split(" ")
            rows[words[0]] = " ".join(words[1:3])
        for batches in (acknowledged, acknowledged + 1):
            if code == 0 and rows == self.model(batches):
                self.result(True, what)
                return batches
        self.result(False, f"{what}: {len(rows)} articles are not those of {acknowledged} batches: {err}")
        return None

    def kill(self, count):
        rng, db, batches = random.Random(SEED), self.folder / "kill.db", 0
        for i in range(count):
            if i % 25 == 0:  # begin anew, so that the making of a file is interrupted too
                for path in self.folder.glob("kill.db*"):
                    path.unlink()
                batches = 0
            writer = subprocess.Popen(
                [self.host, "add", str(db), "100000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            time.sleep(rng.uniform(0.0, 0.25) ** 1.0)
            writer.kill()
            said, told = writer.communicate(timeout=SECONDS)
            if told:
                self.result(False, f"kill {i}: {told}")
            acknowledged = max([int(x) for x in said.split()[-1:]] or [batches])
            found = self.verify(db, max(acknowledged, batches), f"kill {i}")
            if found is None:
                return
            batches = found

    def faults(self, most):
        kinds = {
            "write": (errno.EIO, errno.ENOSPC),
            "sync": (errno.EIO, errno.ENOSPC),
            "read": (errno.EIO,),
            "open": (errno.EMFILE, errno.EACCES),
            "truncate": (errno.EIO,),
        }
        cases = []
        for kind, errors in kinds.items():
            env = {"LD_PRELOAD": self.preload, "FAIL_CALL": kind, "FAIL_COUNT": str(self.folder / "count")}
            for path in self.folder.glob("fault.db*"):
                path.unlink()
            code, _, err = self.run(self.host, "add", str(self.folder / "fault.db"), "6", env=env)
            calls = int((self.folder / "count").read_text())
            self.result(code == 0 and calls > 0, f"faults: {calls} calls of {kind}, exit {code} {err}")
            for at in range(1, calls + 1):
                cases += [(kind, at, error, {}) for error in errors]
                if kind == "write":
                    cases.append((kind, at, errno.ENOSPC, {"FAIL_SHORT": "1"}))
        step = 1 if most == 0 else max(1, len(cases) // most)
        for kind, at, error, more in cases[::step]:
            for path in self.folder.glob("fault.db*"):
                path.unlink()
            env = {"LD_PRELOAD": self.preload, "FAIL_CALL": kind, "FAIL_AT": str(at), "FAIL_ERRNO": str(error)}
            what = f"fault {kind} {at} {errno.errorcode[error]} {'short' if more else ''}"
            code, out, err = self.run(self.host, "add", str(self.folder / "fault.db"), "6", env={**env, **more})
            if code not in (0, 1) or (code == 1 and not err.strip()):
                self.result(False, f"{what}: exit {code} {err}")
                continue
            acknowledged = max([int(x) for x in out.split()[-1:]] or [0])
            self.verify(self.folder / "fault.db", acknowledged, what)

    def flips(self, count):
        rng, db = random.Random(SEED), self.folder / "flip.db"
        code, _, err = self.run(self.host, "add", str(db), "5")
        whole = db.read_bytes()
        code, right, err = self.run(self.host, "answers", str(db))
        self.result(code == 0 and len(right) > 1000, f"flips: {code} {err}")
        told = 0
        for i in range(count):
            damaged, what = bytearray(whole), ""
            if i % 10 == 9:
                size = rng.randrange(len(whole))
                damaged, what = damaged[:size], f"cut to {size}"
            else:
                at, bit = rng.randrange(len(whole)), rng.randrange(8)
                damaged[at] ^= 1 << bit
                what = f"bit {bit} of byte {at}"
            path = self.folder / "damaged.db"
            path.write_bytes(damaged)
            code, out, err = self.run(self.host, "answers", str(path))
            told += code == 1
            good = (code == 0 and out == right) or (code == 1 and err.strip() != "")
            self.result(good, f"flip {what}: exit {code} {err}")
        print(f"flips: {told} of {count} told, {count - told} without consequence")


def main():
    preload, host, warta = sys.argv[1:4]
    wanted = dict(zip(sys.argv[4::2], map(int, sys.argv[5::2]))) or {"kill": 50, "faults": 150, "flips": 200}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(preload, host, warta, folder)
        for name, count in wanted.items():
            begin = time.monotonic()
            before = bench.passed
            getattr(bench, name)(count)
            print(f"{name}: {bench.passed - before} in {time.monotonic() - begin:.0f} s", flush=True)
        print(f"{bench.passed} passed, {bench.failed} failed")
        sys.exit(1 if bench.failed else 0)


main()
