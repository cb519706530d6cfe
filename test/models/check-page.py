#===-- check-page.py - The models that docs/models.md shows are right --------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-page.py FEARLESS PAGE WORK: every yaml block of the page is a model file
that the tool accepts, and the page names every effect, role and modifier that
the built-in models use.
"""

import os
import re
import subprocess
import sys

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.M | re.S)
ROW = re.compile(r"^(type|function) .*?: (.*?)  \(", re.M)


def models(fearless, *options):
    done = subprocess.run([fearless, "models", *options], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def main():
    fearless, page, work = sys.argv[1:]
    with open(page, encoding="utf-8") as file:
        text = file.read()
    faults = []
    blocks = BLOCK.findall(text)
    if not blocks:
        faults.append(f"{page}: no yaml block")
    os.makedirs(work, exist_ok=True)
    for number, block in enumerate(blocks, 1):
        path = os.path.join(work, f"block-{number}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(block)
        code, output = models(fearless, "--models", path)
        if code != 0:
            faults.append(f"block {number}:\n{output}")
    code, output = models(fearless)
    words = {word for _, row in ROW.findall(output) for word in row.split()}
    if code != 0 or len(words) < 20:
        faults.append(f"fearless models: exit code {code}:\n{output[:2000]}")
    faults += [f"{page} does not explain '{word}'" for word in sorted(words)
               if f"`{word}" not in text]
    print("\n".join(faults))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
