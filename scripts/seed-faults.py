#!/usr/bin/env python3
#===-- seed-faults.py - How many seeded faults are found? -------------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""Seed faults into a copy of a program that is right, one at a time, and count
those that the checker finds.

  seed-faults.py test/programs/Inputs/*
  seed-faults.py --root ~/src/leveldb -p ~/src/leveldb/build --count 30

Sites are found by light parsing (scripts/seeding/sites.py tells the kinds of fault)
and drawn by a seeded random choice. A site counts as seeded when the changed file
still compiles. A fault is found when there is a finding that was not there
before, of a rule that fits the kind of fault, at a place in the function that was
changed or about the lock that was. Misses are listed; for a folder of sources
--confirm runs each missed program under ThreadSanitizer, to tell a fault that was
missed from a change that harms nobody.
"""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
from seeding.program import CheckFailed, DatabaseProgram, FolderProgram
from seeding.sites import EXPECTED, find_sites

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Tools:
    """The programs that are run."""

    def __init__(self, fearless, llvm_bin):
        self.fearless = os.path.abspath(shutil.which(fearless) or fearless)
        self.clang = os.path.join(llvm_bin, "clang")
        self.clangxx = os.path.join(llvm_bin, "clang++")


def belongs(finding, site):
    """Whether a new finding is about the seeded fault."""
    if finding.rule not in EXPECTED[site.kind]:
        return False
    first = site.source.line(site.function.begin) - 1
    last = site.source.line(site.function.end)
    path = os.path.normpath(site.source.path)
    in_function = any(os.path.normpath(file) == path and first <= line <= last
                      for file, line in finding.places)
    names_lock = any(site.lock in text.replace("'", " ").replace("::", " ").split()
                     for text in (finding.text, *finding.notes))
    return in_function or names_lock


def new_findings(before, after):
    """What is in after and not in before, as often as it is there."""
    known = {}
    for finding in before:
        known[finding.key()] = known.get(finding.key(), 0) + 1
    fresh = []
    for finding in after:
        if known.get(finding.key(), 0):
            known[finding.key()] -= 1
        else:
            fresh.append(finding)
    return fresh


def seed(program, site, baseline, confirm):
    """The record of one fault, or None if the changed program does not compile."""
    record = {"program": program.name, **site.describe()}
    program.write(site.source.path, site.apply())
    try:
        if not program.compiles(site.source.path):
            return None
        fresh = new_findings(baseline, program.findings(site.source.path))
        record["new"] = [f"{f.places[0][0]}:{f.places[0][1]}: {f.text} [{f.rule}]" for f in fresh]
        record["found"] = any(belongs(f, site) for f in fresh)
        if confirm and not record["found"]:
            record["at run time"] = program.sees_fault()
    except CheckFailed as failure:
        record.update(found=False, new=[], failure=str(failure))
    finally:
        program.restore(site.source)
    return record


def draw(sites, kinds, seed_value):
    sites = [s for s in sites if s.kind in kinds]
    random.Random(seed_value).shuffle(sites)
    return sites


def seed_program(program, arguments):
    """All records of one program."""
    sites, left_out = find_sites(program.sources)
    print(f"{program.name}: {len(sites)} sites, left out: "
          + (", ".join(f"{k} {n}" for k, n in sorted(left_out.items())) or "none"), flush=True)
    if arguments.list:
        for site in sites:
            print(f"  {site.source.path}:{site.line}: {site.kind}: {site.describe()['before']}")
        return []
    baseline = program.findings()
    if baseline:
        print(f"{program.name}: {len(baseline)} findings before anything is seeded", flush=True)
    records = []
    for site in draw(sites, arguments.kinds, arguments.seed):
        if arguments.count and len(records) == arguments.count:
            break
        record = seed(program, site, baseline, arguments.confirm)
        if record is None:
            continue
        records.append(record)
        word = "found " if record["found"] else "MISSED"
        more = f" (at run time: {record['at run time'] or 'nothing'})" if "at run time" in record else ""
        print(f"  {word} {record['kind']:9} {record['file']}:{record['line']}: "
              f"{record['before']} => {record['after']}{more}", flush=True)
    return records


def table(records):
    lines = [f"{'kind':10} {'seeded':>6} {'found':>6}"]
    for kind in [*EXPECTED, None]:
        rows = [r for r in records if kind in (None, r["kind"])]
        if rows:
            lines.append(f"{kind or 'all':10} {len(rows):6} {sum(r['found'] for r in rows):6}")
    return "\n".join(lines)


def programs(arguments, work):
    tools = Tools(arguments.fearless, arguments.llvm_bin)
    for folder in arguments.folders:
        yield FolderProgram(folder, work, tools)
    if arguments.root:
        yield DatabaseProgram(arguments.root, arguments.database or arguments.root,
                              arguments.only, work, tools)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", help="folders of sources, a program each")
    parser.add_argument("--root", help="root of a project with a compilation database")
    parser.add_argument("-p", dest="database", help="the folder of its compile_commands.json")
    parser.add_argument("--only", help="draw only from files whose path matches")
    parser.add_argument("--count", type=int, default=0, help="faults per program (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="of the random choice")
    parser.add_argument("--kinds", type=lambda s: s.split(","), default=list(EXPECTED),
                        help="of: " + ",".join(EXPECTED))
    parser.add_argument("--confirm", action="store_true",
                        help="run what is missed under ThreadSanitizer")
    parser.add_argument("--list", action="store_true", help="list the sites and stop")
    parser.add_argument("--json", help="write every record here")
    parser.add_argument("--work", help="folder to work in (default: a temporary one)")
    parser.add_argument("--require-all", action="store_true",
                        help="exit with 1 unless every fault is found")
    parser.add_argument("--fearless", default=os.path.join(TOP, "build/release/bin/fearless"))
    parser.add_argument("--llvm-bin", default="/usr/lib/llvm-22/bin")
    arguments = parser.parse_args()
    if not arguments.folders and not arguments.root:
        parser.error("name folders of sources, or --root")
    if unknown := set(arguments.kinds) - set(EXPECTED):
        parser.error(f"unknown kind: {', '.join(sorted(unknown))}")

    work = arguments.work or tempfile.mkdtemp(prefix="seed-faults-")
    os.makedirs(work, exist_ok=True)
    records = []
    try:
        for program in programs(arguments, work):
            records += seed_program(program, arguments)
    finally:
        if not arguments.work:
            shutil.rmtree(work, ignore_errors=True)
        if arguments.json:
            with open(arguments.json, "w", encoding="utf-8") as file:
                json.dump(records, file, indent=1)
    if arguments.list:
        return 0
    print(table(records))
    found_all = records and all(r["found"] for r in records)
    return 1 if arguments.require_all and not found_all else 0


if __name__ == "__main__":
    sys.exit(main())
