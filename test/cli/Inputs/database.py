"""database.py FOLDER FILE…: a compilation database there, of files here."""

import json
import os
import sys

folder, *files = sys.argv[1:]
with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as out:
    json.dump([{"directory": os.getcwd(), "file": os.path.abspath(f),
                "arguments": ["clang++", "-std=c++20", "-I.", "-c", os.path.abspath(f)]}
               for f in files], out)
