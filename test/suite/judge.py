#===-- judge.py - Small programs, wrong and right, judged together ----------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""judge.py [-j N] [--only REGEX] FEARLESS FOLDER: pairs of programs.

NAME-bad.c(pp) is wrong, and every line that may be reported ends in "// RACE":
it is found if a warning stands within one line of such a line, in the default
output and with no configuration. NAME-ok.c(pp) is the nearest right program,
and must be silent.

Not all are told apart yet: FOLDER/known.txt lists those that are not, "missed
LANGUAGE/NAME" and "false LANGUAGE/NAME", with a "#" comment on why where that
is known. What is listed and is told apart after all is to be taken off the
list: exit code 0 iff the list is the truth.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

MARK = re.compile(r"//\s*RACE\s*$")
WARNING = re.compile(r"^(.+?):(\d+):\d+: (?:warning|error): ")
STANDARD = {".c": "-std=c17", ".cpp": "-std=c++20"}


def warnings(fearless, path):
    """The lines of path that are reported, None standing for other files; or an
    error's text."""
    flag = STANDARD[os.path.splitext(path)[1]]
    run = subprocess.run(
        [fearless, "check", "--no-config", path, "--", flag, "-pthread"],
        capture_output=True, text=True, timeout=300, check=False,
    )
    if run.returncode not in (0, 1):
        return f"exit code {run.returncode}: {run.stderr.strip()[-300:]}"
    lines = set()
    for line in run.stdout.splitlines():
        if match := WARNING.match(line):
            here = os.path.realpath(match.group(1)) == os.path.realpath(path)
            lines.add(int(match.group(2)) if here else None)
    return lines


def marks(path):
    with open(path, encoding="utf-8") as source:
        return {n for n, line in enumerate(source, 1) if MARK.search(line.rstrip())}


def judge(fearless, path):
    """None, "missed", "false" or an error's text."""
    found = warnings(fearless, path)
    if isinstance(found, str):
        return found
    if os.path.splitext(path)[0].endswith("-ok"):
        return "false" if found else None
    expected = marks(path)
    if not expected:
        return "no line ends in // RACE"
    near = {n + d for n in expected for d in (-1, 0, 1)}
    return None if near & found else "missed"


def programs(folder, only):
    for language in sorted(os.listdir(folder)):
        inside = os.path.join(folder, language)
        for name in sorted(os.listdir(inside)) if os.path.isdir(inside) else []:
            stem, suffix = os.path.splitext(name)
            if suffix in STANDARD and re.search(only, f"{language}/{stem}"):
                yield f"{language}/{stem.rsplit('-', 1)[0]}", os.path.join(inside, name)


def listed(folder):
    known = set()
    with open(os.path.join(folder, "known.txt"), encoding="utf-8") as lines:
        for line in lines:
            if words := line.split("#")[0].split():
                known.add(tuple(words))
    return known


def main():
    parser = argparse.ArgumentParser(description="Judges pairs of programs.")
    parser.add_argument("-j", type=int, default=os.cpu_count())
    parser.add_argument("--only", default="", help="those whose name matches")
    parser.add_argument("fearless")
    parser.add_argument("folder")
    options = parser.parse_args()
    everything = list(programs(options.folder, options.only))
    if not everything:
        sys.exit(f"judge: no programs in {options.folder}")
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        results = pool.map(lambda p: judge(options.fearless, p[1]), everything)
    found, errors = set(), []
    for (name, path), result in zip(everything, results):
        if result in ("missed", "false"):
            found.add((result, name))
        elif result:
            errors.append(f"{path}: {result}")
    known = {k for k in listed(options.folder) if re.search(options.only, k[1])}
    for kind, name in sorted(found - known):
        print(f"{kind} {name}: not told apart any more, or a new pair")
    for kind, name in sorted(known - found):
        print(f"{kind} {name}: told apart now; take it off known.txt")
    for error in errors:
        print(error)
    pairs = len(everything) // 2
    missed = sum(kind == "missed" for kind, _ in found)
    print(f"{pairs} pairs: {pairs - missed} of {pairs} wrong ones found, "
          f"{len(found) - missed} of {pairs} right ones reported")
    sys.exit(bool(found ^ known or errors))


main()
