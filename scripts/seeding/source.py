#===-- source.py - A source file, read lightly ------------------------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""Functions and scopes of a C or C++ file, found without a compiler.

Deliberately independent of the checker: what seeds faults must not share the
checker's idea of the program. It is approximate, and whatever it misjudges is
caught later, because a seeded file must still compile.
"""

import bisect
import re

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'',
    re.S)
_PREPROCESSOR = re.compile(r"^[ \t]*#(?:.*\\\n)*.*$", re.M)
_NOT_A_FUNCTION = re.compile(
    r"(?:^|[\s;])(?:namespace|class|struct|enum|union|extern)\b[^()]*$|=\s*$")
_CONTROL = {"if", "for", "while", "switch", "catch", "do", "else", "return", "sizeof",
            "decltype", "alignof", "noexcept", "throw", "static_assert", "defined"}


def blank(text):
    """The text with comments, literals and preprocessor lines made of blanks;
    offsets and lines stay."""
    def spaces(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return _PREPROCESSOR.sub(spaces, _TOKEN.sub(spaces, text))


class Function:
    """A function's name and the extent of its body, braces included."""

    def __init__(self, name, begin, end):
        self.name, self.begin, self.end = name, begin, end


class Source:
    """One file: its text, the text that is code, its functions."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.code = blank(text)
        self._lines = [0] + [m.end() for m in re.finditer("\n", text)]
        self.functions = list(self._find_functions(0, len(self.code)))

    def line(self, offset):
        return bisect.bisect_right(self._lines, offset)

    def closing(self, offset):
        """The offset of the brace that closes the one at offset, or None."""
        depth = 0
        for at in range(offset, len(self.code)):
            if self.code[at] == "{":
                depth += 1
            elif self.code[at] == "}":
                depth -= 1
                if depth == 0:
                    return at
        return None

    def scope_end(self, offset, function):
        """Where the block around offset closes."""
        depth = 0
        for at in range(offset, function.end):
            if self.code[at] == "{":
                depth += 1
            elif self.code[at] == "}":
                if depth == 0:
                    return at
                depth -= 1
        return function.end

    def function_at(self, offset):
        for function in self.functions:
            if function.begin <= offset < function.end:
                return function
        return None

    def _find_functions(self, begin, end):
        start = at = begin
        while at < end:
            char = self.code[at]
            if char == ";" or char == "}":
                start = at + 1
            elif char == "{":
                close = self.closing(at)
                if close is None:
                    return
                head = self.code[start:at]
                name = _function_name(head)
                if name:
                    yield Function(name, at, close + 1)
                elif "=" not in head and "enum" not in head.split():
                    yield from self._find_functions(at + 1, close)
                # The members of an initialiser list are part of the head.
                if not (name is None and re.search(r"\)\s*(?:noexcept\s*)?:[^:]", head)):
                    start = close + 1
                at = close
            at += 1


def _function_name(head):
    """The name of the function whose body follows head, or None."""
    if "(" not in head or _NOT_A_FUNCTION.search(head):
        return None
    for found in re.finditer(r"([~\w]+)\s*\(", head):
        name = found.group(1)
        if name in _CONTROL or name.startswith("__"):
            continue
        if name.isupper() and head[found.end():].count("(") > 0:
            continue  # An annotation macro in front.
        return name
    return None
