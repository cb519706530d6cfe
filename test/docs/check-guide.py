#===-- check-guide.py - A guide's commands do what the guide shows ----------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-guide.py [--update] PAGE WORK: runs a guide from top to bottom, in one shell.

  ```cpp account.cpp      a block with a file's name is written to that file;
  ```console              a block of commands, each after "$ ", and what they print:
                          both streams, as a terminal shows them. "…" stands for any
                          text in a line, and alone on a line for any lines;
  <!-- run                commands that the page takes for granted, up to "-->"; they
                          succeed.

The shell begins in the empty folder WORK. With --update the page is rewritten as the
commands answer now, except where it has "…".
"""

import os
import re
import shutil
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$|^<!-- run\n(.*?)^-->$", re.M | re.S)
MARK = "\x01end\x01"


class Shell:
    """A bash that is asked one command at a time."""

    def __init__(self, folder):
        self.bash = subprocess.Popen(
            ["bash", "--noprofile", "--norc"], cwd=folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def ask(self, command):
        """What it prints, and its exit code, which the next command sees as $?."""
        self.bash.stdin.write(f"{{ {command}\n}} </dev/null; code=$?; printf '{MARK}%s\\n' $code; (exit $code)\n")
        self.bash.stdin.flush()
        lines = []
        for line in self.bash.stdout:
            before, mark, code = line.partition(MARK)
            if before:
                lines.append(before.rstrip("\n"))
            if mark:
                return lines, int(code)
        sys.exit(f"the shell ended at: {command}")


def exchanges(block):
    """Pairs of a command and the lines shown below it."""
    result = []
    for line in block.splitlines():
        if line.startswith("$ "):
            result.append((line[2:], []))
        elif result and result[-1][0].endswith("\\"):
            result[-1] = (result[-1][0] + "\n" + line, [])
        elif result:
            result[-1][1].append(line)
        else:
            sys.exit(f"a console block begins with '$ ', not: {line}")
    return result


def agrees(shown, printed):
    """Whether the lines printed are as shown."""
    pattern = ""
    for line in shown:
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*?".join(re.escape(p) for p in line.split("…")) + r"\n"
    return re.fullmatch(pattern, "".join(p.rstrip() + "\n" for p in printed)) is not None


def run_page(text, folder):
    """The page as the commands answer, and what is wrong with it."""
    shell, faults, pieces, at = Shell(folder), [], [], 0
    for found in BLOCK.finditer(text):
        language, name, body, taken = found.groups()
        if taken is not None:
            printed, code = shell.ask(taken)
            if code != 0:
                faults.append(f"what the page takes for granted failed:\n{taken}" + "\n".join(printed))
        elif language == "console":
            block = "```console\n"
            for command, shown in exchanges(body):
                printed, _ = shell.ask(command)
                if agrees(shown, printed):
                    printed = shown
                else:
                    faults.append("\n".join([f"$ {command}", "printed", *printed, "instead of", *shown]))
                block += "".join(f"{line}\n" for line in [f"$ {command}", *printed])
            pieces += [text[at:found.start()], block + "```"]
            at = found.end()
        elif name:
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(body)
    return "".join([*pieces, text[at:]]), faults


def main():
    update = sys.argv[1] == "--update"
    page, folder = sys.argv[-2:]
    shutil.rmtree(folder, ignore_errors=True)
    # A project of its own, whatever it lies in; 'git init' is content with it.
    os.makedirs(os.path.join(folder, ".git"))
    os.environ.update({
        "HOME": folder, "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org",
        "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": os.path.dirname(folder)})
    with open(page, encoding="utf-8") as file:
        text = file.read()
    answered, faults = run_page(text, folder)
    if "```console" not in text:
        faults.append("no command is shown")
    if update:
        with open(page, "w", encoding="utf-8") as file:
            file.write(answered)
        return 0
    print("\n\n".join(f"{page}: {f}" for f in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
