#===-- check-names.py - Calls into libraries find their models ---------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""check-names.py FEARLESS SOURCE FLAG…: SOURCE calls library functions and nothing
else. Prints those that no built-in model describes, under the name that the call
has in the facts: a library may declare a member in a base class of its own.
"""

import re
import subprocess
import sys

NAME = r'"(?:[^"\\]|\\.)+"|[^\s"(]+'
CALL = re.compile(rf"^    (?:call|construct|destroy) (?:virtual )?({NAME})(?:#\d+)?\(", re.M)
OWN = re.compile(rf"^body ({NAME})", re.M)
ROW = re.compile(r"^function (.*?operator\(\)|.*?)(?:\([^()]*\))?: ", re.M)
CONVERSION = re.compile(r"(?<=::)operator (?!new|delete)[\w:].*")


def output(*command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def plain(name):
    if name.startswith('"'):
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return re.sub(r"#\d+$", "", name)


def main():
    fearless, source, *flags = sys.argv[1:]
    facts = output(fearless, "facts", "--dump", "-q", source, "--", *flags)
    known = set(ROW.findall(output(fearless, "models")))
    prefixes = tuple(n[:-1] for n in known if n.endswith("*") and not n.endswith("operator*"))
    own = {plain(n) for n in OWN.findall(facts)}
    called = {plain(n) for n in CALL.findall(facts)} - own
    if len(called) < 50:
        print(f"{source} calls {len(called)} library functions only")
        return 1
    unknown = [n for n in sorted(called)
               if n not in known and CONVERSION.sub("operator auto", n) not in known
               and not n.startswith(prefixes)]
    for name in unknown:
        print(f"no model for {name}")
    return bool(unknown)


if __name__ == "__main__":
    sys.exit(main())
