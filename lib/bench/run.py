#!/usr/bin/env python3
"""Runs the benchmarks of the runtime beside their peers, and compares.

    run.py PROGRAM [--rounds N] [--min-time SECONDS] [--filter REGEX] [--write PAGE]

PROGRAM is fearless-bench (see CMakeLists.txt). Each round runs all benchmarks
once, in a process of its own, so that what disturbs the machine disturbs all
of them. Times are medians over the rounds, with their quartiles; ratios are
taken within each round, and then the median of them. --write makes the table a
page of the documentation.
"""

import argparse
import collections
import json
import os
import platform
import statistics
import subprocess
import sys

OURS = "fearless"
PEERS = {
    "std": "std::",
    "absl": "absl::",
    "Boost": "boost::",
    "oneTBB": "tbb::",
    "moodycamel": "moodycamel::",
    "Rust's std": "Rust ",
    "parking_lot": "parking_lot",
    "crossbeam": "crossbeam",
    "rayon": "rayon",
}
HEAD = """# Benchmarks

Written by `lib/bench/run.py`; how to build and run it stands in `lib/bench/CMakeLists.txt`.

"""


def run_once(arguments):
    command = [arguments.program, "--benchmark_format=json",
               f"--benchmark_min_time={arguments.min_time}",
               f"--benchmark_filter={arguments.filter}"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"run.py: {arguments.program} failed:\n{done.stderr}")
    times = {}
    for one in json.loads(done.stdout)["benchmarks"]:
        operation, peer, *how = one["name"].split("/")
        # Alone, what other programs take of the machine is left out.
        time = one["real_time"] if "real_time" in how else one["cpu_time"]
        times[operation, peer] = time
    return times


def rounds(arguments):
    """times[operation][peer] is a list, a time for each round."""
    times = collections.defaultdict(lambda: collections.defaultdict(list))
    for number in range(arguments.rounds):
        print(f"\rround {number + 1} of {arguments.rounds}", end="", file=sys.stderr)
        for (operation, peer), time in run_once(arguments).items():
            times[operation][peer].append(time)
    print(file=sys.stderr)
    return times


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def spread(values, show):
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    return f"{show(middle)} ({show(low)}–{show(high)})"


def ratio(ours, theirs):
    ratios = [a / b for a, b in zip(ours, theirs)]
    return spread(ratios, lambda value: f"{value:.2f}")


def row(operation, peers):
    """One operation: ours, the best peer, the standard library, and the rest."""
    ours = next(times for name, times in peers.items() if name.startswith(OURS))
    others = {name: times for name, times in peers.items() if not name.startswith(OURS)}
    medians = sorted((statistics.median(times), name) for name, times in others.items())
    best = next((name for _, name in medians if not name.startswith("(")), None)
    std = next((name for name in others if name.startswith("std::")), None)
    rest = ", ".join(f"{name} {number(median)}" for median, name in medians)
    to_best, to_std = (ratio(ours, others[name]) if name else "–" for name in (best, std))
    return (f"| {operation} | {spread(ours, number)} | {to_best} | {best or '–'} "
            f"| {to_std} | {rest} |")


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor()


def report(arguments, load, times, sizes):
    listed = subprocess.run([arguments.program, "--benchmark_list_tests"],
                            capture_output=True, text=True, check=True)
    names = {line.split("/")[1] for line in listed.stdout.splitlines()}
    absent = [name for name, prefix in PEERS.items()
              if not any(peer.startswith(prefix) for peer in names)]
    yield (f"{arguments.rounds} rounds, on {os.cpu_count()} processors ({processor()}), whose load before was {load:.1f}. Times are in nanoseconds: "
           "processor time where one thread works, else time. They are medians, with quartiles in brackets. "
           "A ratio below 1 means that fearless is faster.")
    yield ""
    yield ("Peers that were not there: " + ", ".join(absent) + ".") if absent else "All peers were there."
    yield ""
    yield "| operation | fearless | ratio to the best peer | which is | ratio to std | all peers |"
    yield "|---|---|---|---|---|---|"
    for operation, peers in times.items():
        yield row(operation, peers)
    yield ""
    yield ("Some peers do less: `std::thread` has no result, and of their locks only those of Rust's std are poisoned. "
           "A new thread may start on another processor, which takes as long to wake as it takes: so spawn + join is measured on one.")
    yield ""
    yield "## Sizes"
    yield ""
    yield "| type | bytes |"
    yield "|---|---|"
    for name, size in sizes:
        yield f"| `{name}` | {size} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--min-time", type=float, default=0.02)
    parser.add_argument("--filter", default=".")
    parser.add_argument("--write", metavar="PAGE")
    arguments = parser.parse_args()
    load = os.getloadavg()[0]
    times = rounds(arguments)
    listed = subprocess.run([arguments.program, "--sizes"], capture_output=True, text=True, check=True)
    sizes = [line.split("\t") for line in listed.stdout.splitlines()]
    text = "\n".join(report(arguments, load, times, sizes)) + "\n"
    if arguments.write:
        with open(arguments.write, "w", encoding="utf-8") as page:
            page.write(HEAD + text)
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
