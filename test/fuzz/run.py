"""run.py FUZZER WORK OPTION… CORPUS…: the fuzzer over copies of the seeds.

The bytes are the same in each run: the seed and the number of inputs are fixed. An
input that breaks something is named, and stays in WORK.
"""

import os
import shutil
import subprocess
import sys


def main():
    fuzzer, work, *rest = sys.argv[1:]
    options = [r for r in rest if r.startswith("-")]
    corpora = [r for r in rest if not r.startswith("-")]
    shutil.rmtree(work, ignore_errors=True)
    corpus = os.path.join(work, "corpus")
    os.makedirs(corpus)
    for number, folder in enumerate(corpora):
        for name in sorted(os.listdir(folder)):
            shutil.copy(os.path.join(folder, name), os.path.join(corpus, f"{number}-{name}"))
    return subprocess.run([fuzzer, "-seed=1", "-timeout=60", "-rss_limit_mb=2048",
                           f"-artifact_prefix={work}/", *options, corpus],
                          stdin=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
