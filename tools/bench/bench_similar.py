#!/usr/bin/env python3
"""All-pairs top 10 beside SciPy: bench_similar.py BENCH_SIMILAR BACKGROUND.tsv [ARTICLES [ROUNDS]]

Runs build/bin/bench-similar and SciPy's X @ X.T with argpartition, 1,000 rows at a time, on the same
matrix, in turns; prints the times, their ratio (median of the rounds), peak memory, and how many of
the neighbours are the same. Needs python3-scipy.
"""
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

TOP = 10
ROWS = 1000


def read_matrix(path):
    import array

    starts, columns, values, terms = array.array("q", [0]), array.array("i"), array.array("d"), {}
    with open(path, encoding="ascii") as lines:
        for line in lines:
            for _ in range(int(line)):
                term, weight = next(lines).split()
                columns.append(terms.setdefault(term, len(terms)))
                values.append(float(weight))
            starts.append(len(columns))
    return starts, columns, values, len(terms)


def save_matrix(path):
    import numpy
    from scipy import sparse

    starts, columns, values, terms = read_matrix(path)
    matrix = sparse.csr_matrix(
        (numpy.array(values), numpy.array(columns), numpy.array(starts)),
        shape=(len(starts) - 1, terms))
    matrix.sort_indices()
    sparse.save_npz(path + ".npz", matrix, compressed=False)
    print(f"matrix {matrix.shape[0]} x {matrix.shape[1]}, {matrix.nnz / matrix.shape[0]:.0f} entries an article",
          flush=True)


def run_scipy(path, out):
    import numpy
    from scipy import sparse

    matrix = sparse.load_npz(path + ".npz")
    other = matrix.T.tocsr()
    start, cpu = time.perf_counter(), time.process_time()
    found = numpy.empty((matrix.shape[0], TOP), dtype=numpy.int64)
    for at in range(0, matrix.shape[0], ROWS):
        scores = (matrix[at:at + ROWS] @ other).toarray()
        rows = numpy.arange(scores.shape[0])
        scores[rows, rows + at] = -1
        best = numpy.argpartition(-scores, TOP, axis=1)[:, :TOP]
        found[at:at + ROWS] = best
    seconds = time.perf_counter() - start
    numpy.save(out, found)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cpu = time.process_time() - cpu
    with open(path + ".cpu", "w", encoding="ascii") as file:
        file.write(f"{cpu}")
    print(f"scipy seconds {seconds:.2f} cpu {cpu:.2f} peak_mb {peak:.0f}", flush=True)


def in_process(target, *args):
    """A process of its own: its peak memory is its own."""
    process = multiprocessing.get_context("spawn").Process(target=target, args=args)
    process.start()
    process.join()
    if process.exitcode != 0:
        sys.exit("bench_similar: a step failed")


def compare(numbers, found):
    import numpy

    ours = numpy.fromfile(numbers, dtype=numpy.uint32).reshape(-1, TOP)
    theirs = numpy.load(found)
    same = sum(len(set(a) & set(b)) for a, b in zip(ours.tolist(), theirs.tolist()))
    print(f"same neighbours {same / ours.size:.6f}")


def run_warta(bench, table, articles, threads, path):
    """The whole program's peak memory counts: texts, analyzer and all."""
    process = subprocess.Popen([bench, table, articles, threads, path, path + ".bin"],
                               stdout=subprocess.PIPE, text=True)
    out = process.stdout.read().strip()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("bench_similar: bench-similar failed")
    print(f"{out} peak_mb {usage.ru_maxrss / 1024:.0f}", flush=True)
    return float(out.split("cpu ")[1])


def main():
    bench, table = sys.argv[1:3]
    articles = sys.argv[3] if len(sys.argv) > 3 else "20000"
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "matrix")
        subprocess.run([bench, table, articles, "1", path], check=True)
        in_process(save_matrix, path)
        ratios = []
        for _ in range(rounds):
            in_process(run_scipy, path, path + ".npy")
            with open(path + ".cpu", encoding="ascii") as file:
                theirs = float(file.read())
            ratios.append(theirs / run_warta(bench, table, articles, "1", path))
        run_warta(bench, table, articles, "2", path)
        compare(path + ".bin", path + ".npy")
        print(f"ratio of processor time, median of {rounds}: {statistics.median(ratios):.1f}"
              f" ({min(ratios):.1f} to {max(ratios):.1f})")


if __name__ == "__main__":
    main()
