#===-- check-page.py - A rule page's examples do what the page says ---------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-page.py FEARLESS LLVM_BIN PAGE WORK: every example of a rule's page.

An example is a fenced block "```cpp bad", "```cpp good" (or c). It is a whole
program and compiles without a warning; a bad one is given the page's finding, and
no other, a good one nothing. A page has at least one of each.
"""

import os
import re
import subprocess
import sys

BLOCK = re.compile(r"^```(cpp|c) (good|bad)\n(.*?)^```$", re.M | re.S)
FOUND = re.compile(r"^\S+:\d+:\d+: (?:warning|error): .*?(?: \[fearless-([\w-]+)\])?$", re.M)


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, text=True)
    return done.returncode, done.stdout


def check_example(fearless, llvm_bin, rule, kind, source):
    compiler, standard = ("clang", "-std=gnu17") if source.endswith(".c") else (
        "clang++", "-std=c++20")
    flags = [standard, "-pthread"]
    code, output = run(os.path.join(llvm_bin, compiler), *flags, "-Wall", "-Wextra",
                       "-Werror", "-fsyntax-only", source)
    if code != 0:
        return f"does not compile without a warning:\n{output}"
    code, output = run(fearless, "check", source, "--", *flags)
    expected = (1, {rule}) if kind == "bad" else (0, set())
    if (code, set(FOUND.findall(output))) != expected:
        return f"{kind}, but exit code {code} and this report:\n{output}"
    return None


def main():
    fearless, llvm_bin, page, work = sys.argv[1:]
    rule = os.path.splitext(os.path.basename(page))[0]
    with open(page, encoding="utf-8") as file:
        blocks = BLOCK.findall(file.read())
    faults = [f"{page}: no {kind} example" for kind in ("bad", "good")
              if kind not in {b[1] for b in blocks}]
    os.makedirs(work, exist_ok=True)
    for number, (language, kind, text) in enumerate(blocks):
        source = os.path.join(work, f"{rule}-{number}-{kind}.{language}")
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        if fault := check_example(fearless, llvm_bin, rule, kind, source):
            faults.append(f"{page}: example {number + 1} {fault}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
