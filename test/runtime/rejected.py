#!/usr/bin/env python3
"""Checks that the programs in rejected/ do not compile, and say why.

    rejected.py [--compiler CXX]... [FILE]...

Each has one or more lines `// error: REGEX`, which a line of the message of
every compiler must match. With -DRIGHT, the same file must compile: so it is
rejected for its mistake and nothing else. Without --compiler: g++ and the
newest clang++ that are there. Exit code 1 if a program fails to be so.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "lib" / "include"


def compile_file(compiler, file, *options):
    command = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
               f"-I{INCLUDE}", *options, str(file)]
    return subprocess.run(command, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"})


def faults(compiler, file):
    expected = re.findall(r"^// error: (.*)$", file.read_text(), re.MULTILINE)
    if not expected:
        return ["has no line `// error: REGEX`"]
    found = []
    wrong = compile_file(compiler, file)
    if wrong.returncode == 0:
        found.append("compiles")
    else:
        found += [f"no line of the message matches {regex}:\n{wrong.stderr}"
                  for regex in expected if not re.search(regex, wrong.stderr)]
    right = compile_file(compiler, file, "-DRIGHT")
    if right.returncode != 0:
        found.append(f"does not compile with -DRIGHT:\n{right.stderr}")
    return found


def installed_compilers():
    clangs = ("clang++-22", "clang++-21", "clang++-20", "clang++-19", "clang++")
    clang = next(filter(shutil.which, clangs), None)
    return [name for name in ("g++", clang) if name and shutil.which(name)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", action="append")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    compilers = arguments.compiler or installed_compilers()
    files = arguments.files or sorted((HERE / "rejected").glob("*.cpp"))
    if not compilers or not files:
        sys.exit("rejected.py: no compiler, or nothing to compile")
    failed = 0
    cases = [(compiler, file) for file in files for compiler in compilers]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (compiler, file), found in zip(cases, pool.map(faults, *zip(*cases))):
            for fault in found:
                print(f"{file}: {compiler}: {fault}")
                failed += 1
    print(f"{len(files)} programs, {len(compilers)} compilers, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
