#===-- check-rooms.py - Rooms include only what the table allows -----------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
"""check-rooms.py TREE: every include of checker/ and lib/ against the table
"Rooms" of TREE/docs/architecture.md, which says which room may include which.

Prints one line per offence, and exits with 1 if there is any. Checks as well:
a folder of checker/ that the table does not know, a row without a folder, an
include that names no file, and a room's USES in its CMakeLists.txt.
"""

import os
import re
import sys

ROW = re.compile(r"^\|\s*`(checker/)?(\w+)/`\s*\|.*\|([^|]*)\|\s*$")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
USES = re.compile(r"fearless_room\(([\w/]+)(.*?)\)", re.S)
SOURCES = (".h", ".cpp", ".inc", ".def")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def table(tree):
    """{room: set of rooms it may include, 'clang' among them}"""
    rows = {}
    for line in read(os.path.join(tree, "docs/architecture.md")).splitlines():
        found = ROW.match(line)
        if not found or found.group(2) in ("test", "docs"):
            continue
        cell = found.group(3).strip()
        allowed = set() if cell.startswith("nothing") else set(re.findall(r"\w+", cell))
        rows[found.group(2)] = {word.lower() for word in allowed}
    for allowed in rows.values():
        if "all" in allowed:
            allowed |= set(rows) - {"lib"} | {"clang"}
    return rows


def sources(folder):
    for where, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.endswith(SOURCES):
                yield os.path.join(where, name)


def included_room(spelled, source, checker, rooms):
    """The room that an include reaches into, 'clang', 'lib', or None for what is
    none of ours (LLVM, the standard library, a generated file)."""
    first = spelled.split("/")[0]
    if first in ("clang", "clang-c", "clang-tidy"):
        return "clang"
    if first == "fearless":
        return "lib"
    beside = os.path.normpath(os.path.join(os.path.dirname(source), spelled))
    if os.path.exists(beside):
        return os.path.relpath(beside, checker).split(os.sep)[0]
    if first in rooms:
        return first
    return None


def check_room(tree, room, allowed, rooms):
    checker = os.path.join(tree, "checker")
    for source in sources(os.path.join(checker, room)):
        for number, line in enumerate(read(source).splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            target = included_room(found.group(2), source, checker, rooms)
            if target not in (None, room) and target not in allowed:
                where = os.path.relpath(source, tree)
                yield f"{where}:{number}: {room} may not include {target} ({found.group(2)})"
    listing = os.path.join(checker, room, "CMakeLists.txt")
    if os.path.exists(listing):
        for _, arguments in USES.findall(re.sub(r"#.*", "", read(listing))):
            words = arguments.split()
            uses = words[words.index("USES") + 1 :] if "USES" in words else []
            for used in uses:
                if used.lower() not in allowed | {room}:
                    yield f"checker/{room}/CMakeLists.txt: {room} may not use {used}"


def check_lib(tree, rooms):
    lib = os.path.join(tree, "lib")
    for source in sources(lib):
        for number, line in enumerate(read(source).splitlines(), 1):
            found = INCLUDE.match(line)
            if found and found.group(2).split("/")[0] in set(rooms) - {"lib"} | {
                "llvm", "clang", "checker"
            }:
                where = os.path.relpath(source, tree)
                yield f"{where}:{number}: lib may not include {found.group(2)}"


def main():
    tree = sys.argv[1]
    rooms = table(tree)
    checker = os.path.join(tree, "checker")
    folders = {f for f in os.listdir(checker) if os.path.isdir(os.path.join(checker, f))}
    offences = [f"checker/{f}: not in the table of docs/architecture.md"
                for f in sorted(folders - set(rooms))]
    offences += [f"docs/architecture.md: there is no room checker/{r}"
                 for r in sorted(set(rooms) - folders - {"lib"})]
    for room in sorted(folders & set(rooms)):
        offences += check_room(tree, room, rooms[room], rooms)
    offences += check_lib(tree, rooms)
    for offence in offences:
        print(offence)
    if not any(sources(checker)):
        print("no source file was found")
        return 1
    return 1 if offences else 0


if __name__ == "__main__":
    sys.exit(main())
