#===-- check-configuration.py - The configuration's page is complete --------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-configuration.py FEARLESS TREE WORK

Every key that the reader of .fearless.yaml takes has a row in docs/configuration.md,
with a type, a default and a meaning, and every row's key is taken; every example on
the page is accepted by the tool.
"""

import os
import re
import subprocess
import sys

TAKEN = re.compile(r'(?:\btake\(|\bsection\(Keys, )"([\w-]+)"\)')
ROW = re.compile(r"^\| `([\w.\[\]-]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.M | re.S)


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        return file.read()


def check_keys(taken, rows):
    described = {key.split(".")[-1] for key in rows}
    for key in sorted(taken - described):
        yield f"docs/configuration.md: no row for the key '{key}'"
    for key in sorted(described - taken):
        yield f"docs/configuration.md: the key '{key}' is not read"


def check_examples(fearless, page, work):
    examples = EXAMPLE.findall(page)
    if not examples:
        yield "docs/configuration.md: no example"
    os.makedirs(work, exist_ok=True)
    for number, text in enumerate(examples):
        path = os.path.join(work, f"{number}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        # The models that it names are not there: only the file itself counts.
        done = subprocess.run([fearless, "cache", "show", "--config", path], text=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode != 0:
            yield f"docs/configuration.md: example {number + 1}: {done.stderr}"


def main():
    fearless, tree, work = sys.argv[1:]
    page = read(tree, "docs/configuration.md")
    taken = set(TAKEN.findall(read(tree, "checker/frontends/ConfigurationReader.cpp")))
    rows = {key for key, *_ in ROW.findall(page)}
    faults = [] if taken and rows else ["no key is found: has the reader moved?"]
    faults += [*check_keys(taken, rows), *check_examples(fearless, page, work)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
