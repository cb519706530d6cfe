#===-- judge.py - Does the checker tell a twin apart? -----------------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""judge.py FEARLESS NAME FOLDER: the twin NAME of FOLDER must be told apart.

NAME-bad(.cpp) is wrong: its main diagnostic stands within one line of a line that
ends in "// EXPECT: <category>" or "// EXPECT-ALSO: <category>", its rule is one of
the category's, and nothing is reported anywhere else. NAME-ok(.cpp) is the nearest
right program: nothing is reported, and the checker exits with 0. A twin is one
file, or a folder of files.
"""

import os
import re
import subprocess
import sys

MARK = re.compile(r"//\s*EXPECT(?:-ALSO)?:\s*([\w-]+)\s*$")
DIAGNOSTIC = re.compile(r"^(.+?):(\d+):\d+: (warning|error): (.*?)(?: \[fearless-([\w-]+)\])?$")
RULES = {
    "lock-order": {"lock-order", "lock-order-declared", "lock-order-same-class",
                   "double-lock"},
    "lock-misuse": {"double-lock", "unlock-not-held", "lock-leak", "unnamed-guard"},
    "race": {"data-race"},
}


def files(path):
    """The program's files: what is compiled, and what is included."""
    if not os.path.isdir(path):
        return [path]
    return [os.path.join(path, name) for name in sorted(os.listdir(path))]


def marks(path):
    """{(file, line): category} of the lines that may be reported."""
    found = {}
    for file in files(path):
        with open(file, encoding="utf-8") as source:
            for number, line in enumerate(source, 1):
                if mark := MARK.search(line.rstrip()):
                    found[os.path.realpath(file), number] = mark.group(1)
    return found


def check(fearless, path):
    """(exit code, [(file, line, rule, text)], output) of one program."""
    sources = [f for f in files(path) if f.endswith(".cpp")]
    folder = os.path.dirname(path)
    run = subprocess.run(
        [fearless, "check", "--root", folder, *sources, "--", "-std=c++20", "-pthread"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        stdin=subprocess.DEVNULL, cwd=folder)
    found = []
    for line in run.stdout.splitlines():
        if match := DIAGNOSTIC.match(line):
            file, number, _, text, rule = match.groups()
            file = os.path.realpath(os.path.join(folder, file))
            found.append((file, int(number), rule, text))
    return run.returncode, found, run.stdout


def is_marked(finding, expected):
    file, line, rule, _ = finding
    return any(
        file == where and abs(line - number) <= 1 and rule in RULES[category]
        for (where, number), category in expected.items())


def judge_bad(fearless, path):
    expected = marks(path)
    if not expected:
        return [f"{path}: no EXPECT line"]
    code, found, output = check(fearless, path)
    faults = [] if code == 1 else [f"{path}: exit code {code}, not 1"]
    if not found or not all(is_marked(finding, expected) for finding in found):
        faults.append(f"{path}: not at the marked lines:\n{output}")
    return faults


def judge_ok(fearless, path):
    code, found, output = check(fearless, path)
    if code == 0 and not found:
        return []
    return [f"{path}: exit code {code}; nothing may be reported here:\n{output}"]


def twin(folder, name, half):
    for suffix in (".cpp", ""):
        path = os.path.join(folder, f"{name}-{half}{suffix}")
        if os.path.exists(path):
            return path
    sys.exit(f"judge.py: there is no {name}-{half} in {folder}")


def main():
    fearless, name, folder = sys.argv[1:]
    folder = os.path.abspath(folder)
    faults = judge_bad(fearless, twin(folder, name, "bad"))
    faults += judge_ok(fearless, twin(folder, name, "ok"))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
