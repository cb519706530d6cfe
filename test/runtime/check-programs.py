#!/usr/bin/env python3
"""Checks the programs of docs/programs, which docs/from-rust-and-python.md shows.

    check-programs.py guide [--update]   the guide has each, as it is in its file
    check-programs.py run FOLDER         NAME and NAME-tsan in FOLDER succeed
    check-programs.py right FEARLESS     the checker reports nothing of right ones
    check-programs.py wrong FEARLESS     wrong twins are rejected, or reported

A wrong twin, NAME-wrong.cpp, has lines `// error: REGEX`, and every compiler rejects it
with such messages; or it compiles, and has comments `// reported: RULE` where the checker
reports just that. --update puts the files' text into the guide. Exit code 1 if something
is not so.
"""

import argparse
import pathlib
import re
import subprocess
import sys

from rejected import INCLUDE, compile_file, installed_compilers

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAMS = ROOT / "docs" / "programs"
GUIDE = ROOT / "docs" / "from-rust-and-python.md"
BLOCK = re.compile(r"^```cpp (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FINDING = re.compile(r"^(.*):(\d+):\d+: warning: .*\[fearless-([a-z-]+)\]$", re.MULTILINE)


def wrong_twin(file):
    return file.with_name(f"{file.stem}-wrong.cpp")


def right_programs():
    return [file for file in sorted(PROGRAMS.glob("*.cpp"))
            if not file.stem.endswith("-wrong")]


def faults_of_guide(update):
    text = GUIDE.read_text(encoding="utf-8")
    shown = [name for name, _ in BLOCK.findall(text)]
    in_pairs = [file.name for right in right_programs() for file in (right, wrong_twin(right))]
    if sorted(shown) != sorted(in_pairs):
        yield f"the guide shows {sorted(shown)}, there are {sorted(in_pairs)}"
        return
    if stray := {file.name for file in PROGRAMS.iterdir()} - set(in_pairs):
        yield f"twins of nothing: {sorted(stray)}"
    fresh = BLOCK.sub(lambda block: "```cpp {}\n{}```".format(
        block[1], (PROGRAMS / block[1]).read_text(encoding="utf-8")), text)
    if update:
        GUIDE.write_text(fresh, encoding="utf-8")
    elif fresh != text:
        yield "the guide and the files differ: check-programs.py guide --update"


def faults_of_run(folder, file):
    for name in (file.stem, f"{file.stem}-tsan"):
        done = subprocess.run([folder / name], capture_output=True, text=True, timeout=300)
        if done.returncode:
            yield f"{name}: exit code {done.returncode}\n{done.stdout}{done.stderr}"


def report_on(fearless, file):
    command = [fearless, "check", "--no-config", file, "--", "-std=c++20", f"-I{INCLUDE}"]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def faults_of_right(fearless, file):
    code, report = report_on(fearless, file)
    found = {rule for _, _, rule in FINDING.findall(report)}
    if found or code > 1:
        yield f"{file.name}: exit code {code}, reported: {sorted(found)}\n{report}"


def faults_of_rejected(file, errors):
    for compiler in installed_compilers():
        done = compile_file(compiler, file)
        missing = [regex for regex in errors if not re.search(regex, done.stderr)]
        if done.returncode == 0 or missing:
            yield f"{file.name}: {compiler}: no message matches {missing}\n{done.stderr}"


def faults_of_reported(fearless, file, text):
    compiled = compile_file(installed_compilers()[0], file)
    if compiled.returncode:
        yield f"{file.name}: does not compile:\n{compiled.stderr}"
    expected = {(file.name, number, rule)
                for number, line in enumerate(text.splitlines(), 1)
                for rule in re.findall(r"// reported: ([a-z-]+)$", line)}
    code, report = report_on(fearless, file)
    found = {(pathlib.Path(where).name, int(line), rule)
             for where, line, rule in FINDING.findall(report)}
    if found != expected or code != 1:
        yield f"{file.name}: exit code {code}, expected {sorted(expected)}\n{report}"


def faults_of_wrong(fearless, file):
    text = file.read_text(encoding="utf-8")
    errors = re.findall(r"^// error: (.*)$", text, re.MULTILINE)
    if errors:
        return faults_of_rejected(file, errors)
    return faults_of_reported(fearless, file, text)


def faults(arguments):
    if arguments.command == "guide":
        yield from faults_of_guide(arguments.update)
    for file in right_programs():
        if arguments.command == "run":
            yield from faults_of_run(arguments.folder, file)
        elif arguments.command == "right":
            yield from faults_of_right(arguments.fearless, file)
        elif arguments.command == "wrong":
            yield from faults_of_wrong(arguments.fearless, wrong_twin(file))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("guide").add_argument("--update", action="store_true")
    commands.add_parser("run").add_argument("folder", type=pathlib.Path)
    commands.add_parser("right").add_argument("fearless")
    commands.add_parser("wrong").add_argument("fearless")
    arguments = parser.parse_args()
    found = list(faults(arguments))
    print(*found, f"{len(right_programs())} programs, {len(found)} faults", sep="\n")
    return 1 if found or not right_programs() else 0


if __name__ == "__main__":
    sys.exit(main())
