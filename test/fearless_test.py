"""The test format of lit.cfg.py; a module of its own, for lit's workers to import."""

import re

import lit.formats


class FearlessTest(lit.formats.ShTest):
    """A shell test. In a build without plugin and clang-tidy module (the
    sanitizer build: the host clang is not instrumented) tests that load them
    are not part of the suite, rather than skipped one by one."""

    LOADS = re.compile(r"%(plugin|tidy_module)\b")

    def __init__(self, modules):
        super().__init__(execute_external=False)
        self.modules = modules

    def getTestsInDirectory(self, suite, path, lit_config, local):
        for test in super().getTestsInDirectory(suite, path, lit_config, local):
            if self.modules or not self.loads_module(test.getSourcePath()):
                yield test

    def loads_module(self, path):
        with open(path, encoding="utf-8", errors="replace") as source:
            return bool(self.LOADS.search(source.read()))
