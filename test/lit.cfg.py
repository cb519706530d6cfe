"""lit configuration of all behaviour tests.

Substitutions (longest first, so that %clang does not eat %clangxx):
  %fearless      the command-line tool of this build
  %plugin        path of the compiler plugin, for -fplugin=
  %tidy_module   path of the clang-tidy module, for -load=
  %clang %clangxx %clang_tidy   of the LLVM that the build is against
  %llvm_major    its major version, and %llvm_bin its bin folder
  %fuzz-READER   fuzzers (test/fuzz), in sanitizer builds only
  %python        the interpreter for test scripts
  %src %build    the top of the source tree, and of the build tree
  %runtime       the folder of the runtime's test programs
FileCheck, not, split-file, diff-like tools come from that LLVM's bin.

Everything a test writes goes below %t.
"""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(config.fearless_source, "test"))
from fearless_test import FearlessTest  # noqa: E402

config.name = "fearless"
config.test_format = FearlessTest(config.sanitize)
config.test_source_root = os.path.join(config.fearless_source, "test")
config.suffixes = [".test", ".c", ".cc", ".cpp", ".cxx", ".facts", ".yaml"]
config.excludes = ["Inputs", "unit", "bench", "README.md", "CMakeLists.txt", "lit.cfg.py", "fearless_test.py"]

llvm_bin = os.path.join(config.llvm_dir, "bin")
build_bin = os.path.join(config.fearless_build, "bin")
build_lib = os.path.join(config.fearless_build, "lib")
config.environment["PATH"] = os.pathsep.join(
    [build_bin, llvm_bin, config.environment["PATH"]]
)
# Tests must not depend on who runs them, where, or in what language.
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["HOME"] = config.test_exec_root
config.environment.pop("TERM", None)
config.environment.pop("XDG_CACHE_HOME", None)
config.environment.pop("FEARLESS_CACHE", None)
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"

# The official schema of SARIF, where there is one (test/report/check-sarif.py).
if "FEARLESS_SARIF_SCHEMA" in os.environ:
    config.environment["FEARLESS_SARIF_SCHEMA"] = os.environ["FEARLESS_SARIF_SCHEMA"]

if config.sanitize:
    config.available_features.add("sanitize")
    config.environment["ASAN_OPTIONS"] = os.environ.get(
        "ASAN_OPTIONS", "detect_leaks=1:abort_on_error=0:exitcode=99"
    )
    config.environment["UBSAN_OPTIONS"] = "print_stacktrace=1:halt_on_error=1"

# Attributes of capabilities on parameters came with Clang 20.
if int(config.llvm_major) >= 20:
    config.available_features.add("capabilities-of-parameters")

config.substitutions += [
    ("%llvm_major", config.llvm_major),
    ("%llvm_bin", llvm_bin),
    ("%tidy_module", os.path.join(build_lib, "fearless-tidy.so")),
    ("%plugin", os.path.join(build_lib, "fearless-plugin.so")),
    ("%fearless", os.path.join(build_bin, "fearless")),
    ("%clang_tidy", os.path.join(llvm_bin, "clang-tidy")),
    ("%clangxx", os.path.join(llvm_bin, "clang++")),
    ("%clang", os.path.join(llvm_bin, "clang")),
    ("%fuzz-", os.path.join(build_bin, "fearless-fuzz-")),
    ("%python", config.python),
    ("%runtime", os.path.join(config.fearless_source, "build", "runtime")),
    ("%src", config.fearless_source),
    ("%build", config.fearless_build),
]
