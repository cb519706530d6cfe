"""The test format of lit.cfg.py; a module of its own, for lit's workers to import."""

import re

import lit.formats


class FearlessTest(lit.formats.ShTest):
    """A shell test. What cannot run in a sanitizer build is not part of its suite,
    rather than skipped one by one, so that a skipped test is always a fault:
    tests that load plugin or clang-tidy module (the host clang is not
    instrumented), and tests that say "UNSUPPORTED: sanitize". Nor are fuzzers part
    of any other build's."""

    ONLY_SANITIZED = re.compile(r"%fuzz-")
    NOT_SANITIZED = re.compile(r"%(?:plugin|tidy_module)\b|UNSUPPORTED:.*\bsanitize\b")

    def __init__(self, sanitize):
        super().__init__(execute_external=False)
        self.sanitize = sanitize

    def getTestsInDirectory(self, suite, path, lit_config, local):
        for test in super().getTestsInDirectory(suite, path, lit_config, local):
            if not self.is_left_out(test.getSourcePath()):
                yield test

    def is_left_out(self, path):
        with open(path, encoding="utf-8", errors="replace") as source:
            left_out = self.NOT_SANITIZED if self.sanitize else self.ONLY_SANITIZED
            return bool(left_out.search(source.read()))
