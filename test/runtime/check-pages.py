#!/usr/bin/env python3
"""Compiles the examples of docs/runtime/*.md.

    check-pages.py [--compiler CXX] [--fearless PROGRAM] [PAGE]...

A block ```cpp good compiles, ```cpp rejected does not, and ```cpp bad RULE
compiles and is reported by the checker under RULE. With --fearless, good
blocks must be silent, and bad ones are checked; without, neither is.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import sysconfig
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FLAGS = ["-std=c++20", f"-I{ROOT / 'lib' / 'include'}",
         "-isystem", sysconfig.get_path("include")]  # Python's headers
BLOCK = re.compile(r"^```cpp (good|rejected|bad (\S+))\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def fault(arguments, kind, rule, file):
    done = run(arguments.compiler, *FLAGS, "-fsyntax-only", file)
    if kind == "rejected":
        return None if done.returncode else "compiles"
    if done.returncode:
        return f"does not compile:\n{done.stderr}"
    if not arguments.fearless:
        return None
    checked = run(arguments.fearless, "check", "--no-config", file, "--", *FLAGS)
    report = checked.stdout + checked.stderr
    found = set(re.findall(r"\[fearless-([a-z-]+)\]", report))
    expected = {rule} if rule else set()
    return None if found == expected else f"the checker reports {sorted(found)}:\n{report}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--fearless")
    parser.add_argument("pages", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    blocks = failed = 0
    for page in arguments.pages or sorted((ROOT / "docs" / "runtime").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            blocks += 1
            kind, rule, code = block.groups()
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder, "example.cpp")
                file.write_text(code, encoding="utf-8")
                wrong = fault(arguments, kind, rule, str(file))
            if wrong:
                line = text.count("\n", 0, block.start()) + 1
                print(f"{page}:{line}: {kind}: {wrong}")
                failed += 1
    print(f"{blocks} examples, {failed} failures")
    return 1 if failed or not blocks else 0


if __name__ == "__main__":
    sys.exit(main())
