#!/usr/bin/env python3
# ===-- apply-fixes.py - Does what the fixes of a JSON report say ----------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===-----------------------------------------------------------------------===#
"""apply-fixes.py REPORT FILE: FILE as it is with all fixes made, on stdout."""

import json
import sys


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as stream:
        findings = json.load(stream)["findings"]
    with open(sys.argv[2], encoding="utf-8") as stream:
        text = stream.read()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def index(place: dict) -> int:
        return starts[place["line"] - 1] + place["column"] - 1

    edits = {
        (index(fix["begin"]), index(fix["end"]), fix["replacement"])
        for finding in findings
        for fix in finding["fixes"]
    }
    for begin, end, replacement in sorted(edits, reverse=True):
        text = text[:begin] + replacement + text[end:]
    print(text, end="")


main()
