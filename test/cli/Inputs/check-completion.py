#===-- check-completion.py - Completion and manual page are complete --------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-completion.py FEARLESS FILE…: each FILE names every command that
'fearless help' lists, and every option that 'fearless help COMMAND' lists."""

import re
import subprocess
import sys


def helped(fearless, *words):
    return subprocess.run([fearless, "help", *words], check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def main():
    fearless, *files = sys.argv[1:]
    listing = helped(fearless).split("Commands:")[1].split("Examples:")[0]
    commands = re.findall(r"^  ([a-z]+) ", listing, re.M)
    wanted = set(commands)
    for command in commands:
        if command != "help":
            options = helped(fearless, command).split("Options:")[1].split("\n\n")[0]
            for line in re.findall(r"^  (-.*)", options, re.M):
                wanted.update(re.findall(r"(?:^|(?<=, ))-[a-z]\b|--[a-z-]+", line.split("  ")[0]))
    assert len(commands) > 8 and "--format" in wanted and "-p" in wanted, wanted
    missing = []
    for name in files:
        with open(name, encoding="utf-8") as file:
            text = file.read().replace("\\-", "-")
        for word in sorted(wanted):
            short = len(word) == 2
            spelled = rf"(?<![\w-]){re.escape(word)}(?![\w-])"
            fish = rf"-{'s' if short else 'l'} {re.escape(word.lstrip('-'))} "
            if not re.search(spelled, text) and not (
                    name.startswith("fish") and word.startswith("-") and re.search(fish, text)):
                missing.append(f"{name}: no {word}")
    print("\n".join(missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
