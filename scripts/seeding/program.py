#===-- program.py - A copy of a program that faults can be seeded into ------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""Programs to seed: a folder of sources, or a project with a compilation
database. Work is done on a copy; the original is never touched."""

import glob
import json
import os
import re
import shlex
import shutil
import subprocess

from seeding.source import Source

_DIAGNOSTIC = re.compile(
    r"^(?P<file>\S.*?):(?P<line>\d+):\d+: (?P<kind>warning|error|note): (?P<text>.*)$")
_RULE = re.compile(r" \[fearless-([\w-]+)\]$")


class Finding:
    """A finding as printed: its rule, its message, and every place it names."""

    def __init__(self, rule, text, file, line):
        self.rule, self.text = rule, text
        self.places = [(file, line)]
        self.notes = []

    def key(self):
        return (self.rule, self.text, self.places[0][0])


def parse_findings(output):
    found = []
    for line in output.splitlines():
        match = _DIAGNOSTIC.match(line)
        if not match:
            continue
        place = (match["file"], int(match["line"]))
        rule = _RULE.search(match["text"])
        if match["kind"] == "warning" and rule:
            found.append(Finding(rule.group(1), match["text"][:rule.start()], *place))
        elif match["kind"] == "note" and found:
            found[-1].places.append(place)
            found[-1].notes.append(match["text"])
    return found


def _run(command, cwd, timeout):
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, text=True, errors="replace",
                          timeout=timeout)
    return done.returncode, done.stdout, done.stderr


class CheckFailed(Exception):
    """The checker could not analyse a program that compiles."""


class FolderProgram:
    """All sources of one folder make one program. Whole runs of the checker."""

    def __init__(self, folder, work, tools):
        self.name = os.path.basename(os.path.normpath(folder))
        self.root = os.path.join(work, self.name)
        self.tools = tools
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(folder, self.root)
        names = sorted(os.listdir(self.root))
        self.units = [n for n in names if n.endswith((".c", ".cpp", ".cc"))]
        is_c = all(n.endswith(".c") for n in self.units)
        self.flags = ["-std=gnu17" if is_c else "-std=c++20", "-pthread"]
        self.compiler = tools.clang if is_c else tools.clangxx
        self.sources = [Source(n, self._read(n)) for n in names
                        if n in self.units or n.endswith(".h")]

    def _read(self, name):
        with open(os.path.join(self.root, name), encoding="utf-8") as file:
            return file.read()

    def write(self, name, text):
        with open(os.path.join(self.root, name), "w", encoding="utf-8") as file:
            file.write(text)

    def compiles(self, changed):
        units = [changed] if changed in self.units else self.units
        return all(_run([self.compiler, *self.flags, "-fsyntax-only", "-w", unit],
                        self.root, 120)[0] == 0 for unit in units)

    def findings(self, changed=None):
        code, out, err = _run([self.tools.fearless, "check", "--root", self.root, *self.units,
                               "--", *self.flags], self.root, 600)
        if code not in (0, 1):
            raise CheckFailed(f"{self.name}: exit code {code}\n{out}{err}")
        return parse_findings(out)

    def restore(self, source):
        self.write(source.path, source.text)

    def sees_fault(self):
        """Whether ThreadSanitizer, or a hang, shows a fault at run time: an oracle
        that shares nothing with the checker. Says yes only; no means unknown."""
        program = os.path.join(self.root, "a.out")
        code, _, err = _run([self.compiler, *self.flags, "-w", "-g", "-O1",
                             "-fsanitize=thread", *self.units, "-o", program], self.root, 1200)
        if code != 0:
            return f"does not build: {err[:200]}"
        try:
            code, out, err = _run([program], self.root, 20)
        except subprocess.TimeoutExpired:
            return "hangs"
        match = re.search(r"WARNING: ThreadSanitizer: ([^(\n]*)", out + err)
        if match:
            return match.group(1).strip()
        return f"dies ({code})" if code < 0 else None


class DatabaseProgram:
    """A project with a compilation database. Its root is copied and the commands
    are redirected to the copy. The facts of every unit are extracted once; a
    seeded file's unit is extracted again, and everything linked."""

    def __init__(self, root, database, only, work, tools):
        root = os.path.realpath(root)
        self.name = os.path.basename(root)
        self.root = os.path.join(os.path.realpath(work), self.name)
        self.tools = tools
        if not os.path.exists(self.root):
            shutil.copytree(root, self.root, symlinks=True,
                            ignore=shutil.ignore_patterns(".git"))
        if os.path.isdir(database):
            database = os.path.join(database, "compile_commands.json")
        with open(database, encoding="utf-8") as file:
            text = file.read()
        self.commands = json.loads(re.sub(re.escape(root) + r"(?=[/\"\s])", self.root, text))
        self.cdb = os.path.join(os.path.realpath(work), self.name + ".cdb")
        os.makedirs(self.cdb, exist_ok=True)
        with open(os.path.join(self.cdb, "compile_commands.json"), "w", encoding="utf-8") as file:
            json.dump(self.commands, file, indent=1)
        self.facts = os.path.join(self.cdb, "facts")
        self.entries = {}
        for entry in self.commands:
            path = os.path.realpath(os.path.join(entry["directory"], entry["file"]))
            relative = os.path.relpath(path, self.root)
            if not relative.startswith("..") and (not only or re.search(only, relative)):
                self.entries[relative] = entry
        self.sources = []
        for name in sorted(self.entries):
            with open(os.path.join(self.root, name), encoding="utf-8", errors="surrogateescape") as file:
                self.sources.append(Source(name, file.read()))
        for source in self.sources:  # An earlier run may have been interrupted.
            self.restore(source)

    def write(self, name, text):
        with open(os.path.join(self.root, name), "w", encoding="utf-8",
                  errors="surrogateescape") as file:
            file.write(text)

    def compiles(self, changed):
        entry = self.entries[changed]
        words = list(entry.get("arguments") or shlex.split(entry["command"]))
        if "-o" in words:
            at = words.index("-o")
            del words[at:at + 2]
        is_c = entry["file"].endswith(".c")
        words[0] = self.tools.clang if is_c else self.tools.clangxx
        return _run([*words, "-fsyntax-only", "-w"], entry["directory"], 600)[0] == 0

    def _extract(self, names):
        code, out, err = _run(
            [self.tools.fearless, "facts", "-q", "--allow-incomplete", "--root", self.root,
             "-p", self.cdb, "-o", self.facts,
             *(os.path.join(self.root, n) for n in names)], self.root, 36000)
        if code != 0:
            raise CheckFailed(f"{self.name}: fearless facts: exit code {code}\n{out}{err}")

    def findings(self, changed=None):
        if changed is None:
            shutil.rmtree(self.facts, ignore_errors=True)
            self._extract(sorted(self.entries))
        else:
            self._extract([changed])
        code, out, err = _run(
            [self.tools.fearless, "link", "-q", "--allow-incomplete", "--root", self.root,
             *sorted(glob.glob(os.path.join(self.facts, "*")))], self.root, 36000)
        if code not in (0, 1):
            raise CheckFailed(f"{self.name}: fearless link: exit code {code}\n{out}{err}")
        return parse_findings(out)

    def restore(self, source):
        path = os.path.join(self.root, source.path)
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            changed = file.read() != source.text
        self.write(source.path, source.text)
        if changed and os.path.isdir(self.facts):
            self._extract([source.path])

    def sees_fault(self):
        return None  # How to run it is not known here.
