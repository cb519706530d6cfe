"""Runs fearless in four processes on one cache, kills some at random moments,
and compares what the others and a last run report with a run without a cache.

  kill-cached-runs.py FEARLESS KILLS [SEED]
"""

import os
import random
import signal
import subprocess
import sys
import time

FILES = 6


def write_program():
    os.makedirs(".git", exist_ok=True)
    for n in range(FILES):
        with open(f"f{n}.cpp", "w", encoding="utf-8") as out:
            out.write(
                "#include <mutex>\nextern std::mutex a, b;\n"
                f"void f{n}() {{\n"
                f"  std::lock_guard<std::mutex> x({'ab'[n % 2]});\n"
                f"  std::lock_guard<std::mutex> y({'ba'[n % 2]});\n}}\n"
            )


def command(fearless, *options):
    return [fearless, "check", "-j1", *options] + [f"f{n}.cpp" for n in range(FILES)] + ["--", "-std=c++17"]


def start(words):
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            start_new_session=True)


def main():
    fearless, kills = sys.argv[1], int(sys.argv[2])
    pick = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    write_program()
    began = time.monotonic()
    expected = subprocess.run(command(fearless, "--no-cache"), stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False).stdout
    long = time.monotonic() - began
    assert b"fearless-lock-order" in expected
    killed = ended = differed = 0
    while killed < kills:
        runs = [start(command(fearless, "--cache", "c")) for _ in range(4)]
        for run in runs[: min(2, kills - killed)]:
            time.sleep(pick.uniform(0, long))
            try:
                os.killpg(run.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            killed += 1
            run.communicate()
            runs.remove(run)
        if pick.random() < 0.5:  # While the others run.
            subprocess.run([fearless, "cache", "clear", "-q", "--cache", "c"],
                           stderr=subprocess.DEVNULL, check=False)
        for run in runs:
            out, _ = run.communicate()
            ended += 1
            differed += out != expected
    for _ in range(2):
        last = subprocess.run(command(fearless, "--cache", "c"), stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False).stdout
        ended += 1
        differed += last != expected
    print(f"{killed} runs killed, {ended} ended, {differed} differed")


main()
