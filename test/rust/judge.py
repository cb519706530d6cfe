#===-- judge.py - Rust programs and their C++ translations, judged alike ----===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""judge.py FEARLESS FOLDER [--rustc RUSTC] [--list]: rustc as the oracle.

NAME-bad.rs is a program that rustc rejects, at the line that ends in
"// ERROR: CODE"; NAME-ok.rs is the nearest one that it accepts. NAME-bad.cpp
and NAME-ok.cpp are their translations. fearless agrees with rustc if it
reports the bad one, and the finding or one of its notes is within one line of a
line that ends in "// ERROR" or "// ERROR-ALSO", and if it is silent about the ok
one. (A race inside of a class of rust.h is told there; its notes lead to the
program.) With --rustc, rustc is asked
first whether it really says so.

FOLDER/disagreements.txt lists where the two do not agree, "NAME-bad: reason"
or "NAME-ok: reason". What is listed and agrees after all is to be taken off the
list: exit code 0 iff the list is the truth. --list prints the judgement on
every program.
"""

import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
INCLUDE = os.path.join(os.path.dirname(os.path.dirname(HERE)), "lib", "include")
RUST_MARK = re.compile(r"// ERROR: (E\d+)$")
CPP_MARK = re.compile(r"// ERROR(-ALSO)?$")
REPORTED = re.compile(r"^(.+?):(\d+):\d+: (?:warning|error|note): ")
ENDINGS = ("-bad.rs", "-ok.rs", "-bad.cpp", "-ok.cpp")


def marks(path, mark):
    """The marked lines of path, by number."""
    with open(path, encoding="utf-8") as source:
        lines = enumerate(source, 1)
        return {n: m for n, line in lines if (m := mark.search(line.rstrip()))}


def oracle(rustc, stem):
    """None if rustc judges NAME.rs as its marks say; else what it says."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "program.rmeta")
        run = subprocess.run(
            [rustc, "--edition", "2021", "--emit=metadata",
             "--error-format=json", "-o", output, stem + ".rs"],
            capture_output=True, text=True, timeout=300, check=False,
        )
    said = []
    for line in run.stderr.splitlines():
        message = json.loads(line) if line.startswith("{") else {}
        if message.get("level") == "error" and message["spans"]:
            code = (message["code"] or {}).get("code")
            said += [(span["line_start"], code)
                     for span in message["spans"] if span["is_primary"]][:1]
    marked = [(n, m.group(1)) for n, m in marks(stem + ".rs", RUST_MARK).items()]
    if said[:1] == marked and (run.returncode != 0) == bool(marked):
        return None
    return f"rustc: exit code {run.returncode}, {said}"


def reported(fearless, path):
    """The lines of path that are reported, None standing for other files; or an
    error's text."""
    run = subprocess.run(
        [fearless, "check", "--strict", "--no-config", path, "--",
         "-std=c++20", "-I" + INCLUDE],
        capture_output=True, text=True, timeout=300, check=False,
    )
    if run.returncode not in (0, 1):
        return f"exit code {run.returncode}: {run.stderr.strip()[-300:]}"
    lines = set()
    for line in run.stdout.splitlines():
        if match := REPORTED.match(line):
            here = os.path.realpath(match.group(1)) == os.path.realpath(path)
            lines.add(int(match.group(2)) if here else None)
    return lines


def judge(fearless, rustc, stem):
    """"agrees", "missed", "false", or an error's text."""
    bad = stem.endswith("-bad")
    marked = marks(stem + ".cpp", CPP_MARK)
    if bad != bool(marked):
        return "a line must end in // ERROR in a bad program, and none in an ok one"
    if rustc and (error := oracle(rustc, stem)):
        return error
    found = reported(fearless, stem + ".cpp")
    if isinstance(found, str):
        return found
    if not bad:
        return "false" if found else "agrees"
    near = {n + d for n in marked for d in (-1, 0, 1)}
    return "agrees" if near & found else "missed"


def pairs(folder):
    """The names of the pairs, and what is wrong with the files."""
    names, errors = set(), []
    files = set(os.listdir(folder))
    for file in files:
        if ending := [e for e in ENDINGS if file.endswith(e)]:
            names.add(file.removesuffix(ending[0]))
        elif file.endswith((".rs", ".cpp")):
            errors.append(f"{file}: is neither bad nor ok")
    for name in names:
        lacking = [e for e in ENDINGS if name + e not in files]
        errors += [f"{name}{ending}: there is none" for ending in lacking]
    return sorted(names), sorted(errors)


def listed(folder):
    with open(os.path.join(folder, "disagreements.txt"), encoding="utf-8") as lines:
        return {line.split(":")[0] for line in lines
                if line.strip() and not line.startswith("#")}


def main():
    parser = argparse.ArgumentParser(description="rustc as the oracle.")
    parser.add_argument("--rustc", help="ask it whether the marks are the truth")
    parser.add_argument("--list", action="store_true", help="print every judgement")
    parser.add_argument("fearless")
    parser.add_argument("folder")
    options = parser.parse_args()
    names, errors = pairs(options.folder)
    if errors or not names:
        sys.exit("\n".join(errors) or f"judge: no programs in {options.folder}")
    programs = [f"{name}-{kind}" for name in names for kind in ("bad", "ok")]

    def one(program):
        stem = os.path.join(options.folder, program)
        return judge(options.fearless, options.rustc, stem)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = dict(zip(programs, pool.map(one, programs)))
    if options.list:
        for program, result in results.items():
            print(f"{result} {program}")
    differ = {p for p, result in results.items() if result in ("missed", "false")}
    errors = [f"{p}: {result}" for p, result in results.items()
              if result not in ("agrees", "missed", "false")]
    known = listed(options.folder)
    for program in sorted(differ - known):
        print(f"{program}: {results[program]}, and not on the list")
    for program in sorted(known - differ):
        print(f"{program}: no disagreement any more; take it off the list")
    for error in errors:
        print(error)
    agree = sum(not differ & {f"{n}-bad", f"{n}-ok"} for n in names)
    print(f"{len(names)} pairs: {agree} agree, {len(differ)} programs of "
          f"{len(programs)} differ, {len(known)} are listed")
    sys.exit(bool(differ ^ known or errors))


main()
