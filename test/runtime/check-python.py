#!/usr/bin/env python3
"""Builds extension modules with fearless/python.h, and uses them.

    check-python.py [--compiler CXX]

Those of docs/runtime/interpreter.md, word by word, and python/letting.cpp, for
the Python that runs this, which needs its headers (Debian: python3-dev).
"""

import argparse
import importlib.util
import math
import pathlib
import re
import subprocess
import sys
import sysconfig
import tempfile
import threading
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PAGE = ROOT / "docs" / "runtime" / "interpreter.md"
BLOCK = re.compile(r"^```cpp good\n(.*?PyInit_(\w+).*?)^```$", re.MULTILINE | re.DOTALL)
modules = {}


def sources():
    # A block begins at its fence: none of another is in between.
    text = PAGE.read_text(encoding="utf-8")
    found = {name: code for code, name in BLOCK.findall(text)}
    found["letting"] = (HERE / "python" / "letting.cpp").read_text(encoding="utf-8")
    return found


def build(compiler, folder, name, code):
    source = pathlib.Path(folder, name + ".cpp")
    source.write_text(code, encoding="utf-8")
    library = source.with_suffix(".so")
    subprocess.run([compiler, "-std=c++20", "-Wall", "-Wextra", "-Werror",
                    "-Wno-missing-field-initializers", "-O1", "-shared", "-fPIC", "-pthread",
                    "-I", ROOT / "lib" / "include", "-isystem", sysconfig.get_path("include"),
                    source, "-o", library], check=True)
    spec = importlib.util.spec_from_file_location(name, library)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Isolated(unittest.TestCase):
    def test_computes(self):
        self.assertEqual(modules["isolated"].length([3, 4.0]), 5.0)

    def test_hands_on_errors(self):
        with self.assertRaisesRegex(TypeError, "numbers, please"):
            modules["isolated"].length(1)
        with self.assertRaises(TypeError):
            modules["isolated"].length([1, "two"])

    def test_survives_a_list_that_changes(self):
        numbers = []

        class Clearing:
            def __float__(self):
                numbers.clear()
                return 2.0

        numbers += [Clearing(), 1.0, 1.0]
        self.assertEqual(modules["isolated"].length(numbers), 2.0)


class Reacquired(unittest.TestCase):
    def test_reports(self):
        roots = []
        modules["reacquired"].roots(5, roots.append)
        self.assertEqual(roots, [math.sqrt(i) for i in range(5)])

    def test_hands_on_what_the_report_raises(self):
        seen = []

        def report(root):
            seen.append(root)
            if len(seen) == 3:
                raise KeyError("enough")

        with self.assertRaisesRegex(KeyError, "enough"):
            modules["reacquired"].roots(10, report)
        self.assertEqual(len(seen), 3)

    def test_many_threads(self):
        roots = []
        threads = [threading.Thread(target=modules["reacquired"].roots, args=(100, roots.append))
                   for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(roots), 400)


class Letting(unittest.TestCase):
    def test_others_run_while_it_is_let_go(self):
        # Were the interpreter still held, set would never run.
        waiting = threading.Thread(target=modules["letting"].wait)
        waiting.start()
        modules["letting"].set()
        waiting.join()
        modules["letting"].wait()

    def test_threads_of_its_own(self):
        self.assertNotEqual(modules["letting"].elsewhere(threading.get_ident), threading.get_ident())
        try:
            modules["letting"].elsewhere(lambda: 1 / 0)
            self.fail("nothing was raised")
        except ZeroDivisionError as error:
            self.assertIsNotNone(error.__traceback__.tb_next, "the lambda's frame")

    def test_counts_are_right(self):
        thing = object()
        before = sys.getrefcount(thing)
        modules["letting"].drop(thing)
        self.assertEqual(modules["letting"].elsewhere(lambda: thing), thing)
        self.assertEqual(sys.getrefcount(thing), before)

    def test_says_whether_a_token_excludes(self):
        self.assertEqual(modules["letting"].excludes(),
                         not sysconfig.get_config_var("Py_GIL_DISABLED"))

    def test_exceptions_become_pythons(self):
        fail = modules["letting"].fail
        for how, kind, text in [(0, RuntimeError, "of C\\+\\+"), (1, MemoryError, ""),
                                (2, RuntimeError, "unknown type"), (3, SystemError, "null"),
                                (4, AttributeError, "missing")]:
            with self.subTest(how), self.assertRaisesRegex(kind, text):
                fail(how)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", default="g++")
    arguments = parser.parse_args()
    header = pathlib.Path(sysconfig.get_path("include"), "Python.h")
    if not header.exists():
        sys.exit(f"check-python.py: there is no {header}; on Debian: apt-get install python3-dev")
    with tempfile.TemporaryDirectory() as folder:
        for name, code in sources().items():
            modules[name] = build(arguments.compiler, folder, name, code)
        unittest.main(argv=[sys.argv[0]])


if __name__ == "__main__":
    main()
