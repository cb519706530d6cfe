#===-- check-docs.py - The documentation is complete ------------------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-docs.py TREE RULES: RULES is the output of 'fearless rules'.

Every rule has a page, which names its tier, and a row in the index (docs/README.md)
with that tier; every page of docs/ is linked from the index; every relative link
of the documentation leads somewhere; and every rule has tests (test/rules/<id>/)
with a wrong program, in which the rule's finding is expected, and a right one, in
which nothing is.
"""

import os
import re
import sys

LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")
RULE = re.compile(r"^\s*([a-z]+(?:-[a-z]+)*)\b.*?\b(high|medium|strict)\b", re.M)
ROW = re.compile(r"^\|\s*\[([\w-]+)\]\(rules/[\w-]+\.md\)\s*\|\s*(\w+)", re.M)


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def pages(tree):
    for where, folders, files in os.walk(os.path.join(tree, "docs")):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".md"):
                yield os.path.join(where, name)


def check_links(tree):
    top = [os.path.join(tree, n) for n in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    for page in [*top, *pages(tree)]:
        for target, _ in LINK.findall(read(page)):
            if "://" in target:
                continue
            if not os.path.exists(os.path.join(os.path.dirname(page), target)):
                yield f"{os.path.relpath(page, tree)}: the link to {target} leads nowhere"


def check_index(tree):
    index = os.path.join(tree, "docs/README.md")
    linked = {os.path.normpath(t) for t, _ in LINK.findall(read(index))}
    for page in pages(tree):
        name = os.path.relpath(page, os.path.dirname(index))
        if page != index and name not in linked:
            yield f"docs/README.md: no link to {name}"


def check_rules(tree, rules):
    rows = dict(ROW.findall(read(os.path.join(tree, "docs/README.md"))))
    for rule, tier in rules.items():
        if rows.get(rule) != tier:
            yield f"docs/README.md: no row for {rule} of tier {tier}"
        page = os.path.join(tree, "docs/rules", rule + ".md")
        if not os.path.exists(page):
            yield f"docs/rules/{rule}.md: missing"
        elif not re.search(rf"^Tier: {tier}\b", read(page), re.M):
            yield f"docs/rules/{rule}.md: does not say 'Tier: {tier}'"
    for rule in sorted(set(rows) - set(rules)):
        yield f"docs/README.md: {rule} is no rule"
    for page in pages(tree):
        rule = os.path.splitext(os.path.basename(page))[0]
        if os.path.basename(os.path.dirname(page)) == "rules" and rule not in rules:
            yield f"docs/rules/{rule}.md: there is no such rule"


def check_tests(tree, rules):
    for rule in rules:
        folder = os.path.join(tree, "test/rules", rule)
        wrong = right = False
        for where, _, files in os.walk(folder):
            for name in files:
                text = read(os.path.join(where, name))
                if "RUN:" not in text:
                    continue
                wrong |= re.search(rf"^.*CHECK.*\[fearless-{rule}\]", text, re.M) is not None
                right |= re.search(r"^.*RUN:\s+%fearless check", text, re.M) is not None
        if not wrong:
            yield f"test/rules/{rule}: no test expects [fearless-{rule}]"
        if not right:
            yield f"test/rules/{rule}: no test of a right program"


def main():
    tree, listing = sys.argv[1:]
    rules = dict(RULE.findall(read(listing)))
    faults = [] if rules else ["'fearless rules' lists no rule"]
    for check in (check_links(tree), check_index(tree), check_rules(tree, rules),
                  check_tests(tree, rules)):
        faults += check
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
