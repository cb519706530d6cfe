#===-- check-page.py - A page's examples do what the page says --------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-page.py FEARLESS LLVM_BIN PAGE WORK: every example of a page.

An example is a fenced block, a whole program that compiles without a warning:

  ```cpp bad RULE       it is given findings of this rule, and no other (or c);
  ```cpp strict RULE    … with --strict, and nothing without;
  ```cpp good           it is given nothing, with --strict if the page has strict ones;
  ```rust bad E0277     rustc, where there is one, refuses it with this code;
  ```rust good          … accepts it.

Without a RULE it is that of the page's name. A page has a bad or strict one, and a
good one.
"""

import os
import re
import shutil
import subprocess
import sys

BLOCK = re.compile(r"^```(cpp|c|rust) (good|bad|strict)(?: ([\w-]+))?\n(.*?)^```$", re.M | re.S)
FOUND = re.compile(r"^\S+:\d+:\d+: (?:warning|error): .*?(?: \[fearless-([\w-]+)\])?$", re.M)


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, text=True)
    return done.returncode, done.stdout


def check_rust(kind, error, source):
    rustc = shutil.which("rustc")
    if not rustc or run(rustc, "--version")[0] != 0:  # rustup's stands for nothing at all.
        return None
    code, output = run(rustc, "--edition", "2021", "--emit=metadata", "-o", os.devnull, source)
    if (code == 0) != (kind == "good") or kind != "good" and f"[{error}]" not in output:
        return f"{kind} {error}, but rustc says:\n{output}"
    return None


def check_example(fearless, llvm_bin, include, rule, kind, strict, source):
    compiler, standard = ("clang", "-std=gnu17") if source.endswith(".c") else (
        "clang++", "-std=c++20")
    flags = [standard, "-pthread", "-I", include]
    code, output = run(os.path.join(llvm_bin, compiler), *flags, "-Wall", "-Wextra",
                       "-Werror", "-fsyntax-only", source)
    if code != 0:
        return f"does not compile without a warning:\n{output}"
    for options in ([], ["--strict"]) if strict else ([],):
        bad = kind == "bad" or kind == "strict" and options
        code, output = run(fearless, "check", *options, source, "--", *flags)
        expected = (1, {rule}) if bad else (0, set())
        if (code, set(FOUND.findall(output))) != expected:
            return f"{kind}, but exit code {code} and this report:\n{output}"
    return None


def main():
    fearless, llvm_bin, page, work = sys.argv[1:]
    rule = os.path.splitext(os.path.basename(page))[0]
    with open(page, encoding="utf-8") as file:
        blocks = BLOCK.findall(file.read())
    kinds = {b[1] for b in blocks if b[0] != "rust"}
    faults = [f"{page}: no {what} example"
              for what, some in (("bad", {"bad", "strict"}), ("good", {"good"}))
              if not kinds & some]
    include = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../lib/include")
    os.makedirs(work, exist_ok=True)
    for number, (language, kind, named, text) in enumerate(blocks):
        suffix = "rs" if language == "rust" else language
        source = os.path.join(work, f"{rule}_{number}_{kind}.{suffix}".replace("-", "_"))
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        fault = (check_rust(kind, named, source) if language == "rust" else
                 check_example(fearless, llvm_bin, include, named or rule, kind,
                               "strict" in kinds, source))
        if fault:
            faults.append(f"{page}: example {number + 1} {fault}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
