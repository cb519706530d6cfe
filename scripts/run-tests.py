#!/usr/bin/env python3
#===-- run-tests.py - lit and GoogleTest, one count ------------------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
"""Run the tests of built trees and close with one line: N passed, N failed.

Only a test that passed counts as passed. A test that is unsupported, skipped,
disabled or expected to fail counts as failed: what does not run guards nothing.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile


def cache_value(build, name):
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as cache:
        found = re.search(rf"^{name}:\w+=(.*)$", cache.read(), re.M)
    return found.group(1) if found else ""


def run_lit(build, patterns):
    lit = cache_value(build, "FEARLESS_LIT")
    with tempfile.TemporaryDirectory() as folder:
        results = os.path.join(folder, "lit.json")
        command = [lit, "-sv", "--no-progress-bar", "-o", results]
        if patterns:
            command += ["--filter", "|".join(patterns)]
        command.append(os.path.join(build, "test"))
        subprocess.run(command, stdin=subprocess.DEVNULL)
        if not os.path.exists(results):
            return [("lit", "did not run")]
        with open(results, encoding="utf-8") as file:
            tests = json.load(file)["tests"]
    return [
        (t["name"], "passed" if t["code"] == "PASS" else t["code"])
        for t in tests
        if t["code"] != "EXCLUDED"
    ]


def unit_program(build):
    return os.path.join(build, "bin", "fearless-unit-tests")


def run_unit(program):
    """Every case of a GoogleTest program; one that dies fails as a whole."""
    name = os.path.basename(program)
    if not os.path.exists(program):
        return [(name, "is not built")]
    with tempfile.TemporaryDirectory() as folder:
        results = os.path.join(folder, "gtest.json")
        done = subprocess.run(
            [program, "--gtest_brief=1", f"--gtest_output=json:{results}"],
            stdin=subprocess.DEVNULL,
        )
        try:
            with open(results, encoding="utf-8") as file:
                suites = json.load(file)["testsuites"]
        except (OSError, ValueError):
            return [(name, f"died with exit code {done.returncode}")]
    verdicts = []
    for suite in suites:
        for case in suite["testsuite"]:
            if case.get("failures"):
                verdict = "failed"
            elif case["status"] == "RUN" and case["result"] == "COMPLETED":
                verdict = "passed"
            else:
                verdict = "did not run"
            verdicts.append((f"{name} :: {suite['name']}.{case['name']}", verdict))
    if done.returncode != 0 and all(v == "passed" for _, v in verdicts):
        verdicts.append((name, f"exit code {done.returncode}"))
    return verdicts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("builds", nargs="+", help="build folders")
    parser.add_argument("--lit", action="store_true", help="only the lit tests")
    parser.add_argument("--unit", action="store_true", help="only the unit tests")
    parser.add_argument("--filter", action="append", default=[],
                        help="only lit tests whose name matches this expression")
    parser.add_argument("--results", help="also write the counts here, as JSON")
    parser.add_argument("--add", action="append", default=[],
                        help="counts of an earlier run (--results) to add")
    arguments = parser.parse_args()

    verdicts = []
    for build in arguments.builds:
        build = os.path.abspath(build)
        if arguments.lit or not arguments.unit:
            verdicts += run_lit(build, arguments.filter)
        if arguments.unit or not arguments.lit:
            verdicts += run_unit(unit_program(build))

    bad = [v for v in verdicts if v[1] != "passed"]
    passed, failed = len(verdicts) - len(bad), len(bad)
    if not verdicts:
        bad, failed = [("no test was found", "failed")], 1
    for earlier in arguments.add:
        with open(earlier, encoding="utf-8") as file:
            counts = json.load(file)
        passed += counts["passed"]
        failed += counts["failed"]
    for name, verdict in bad:
        print(f"{name}: {verdict}")
    if arguments.results:
        with open(arguments.results, "w", encoding="utf-8") as file:
            json.dump({"passed": passed, "failed": failed}, file)
    sys.stdout.flush()
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
