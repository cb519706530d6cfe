"""Checks a SARIF file: what readers rely on, always; and, where
FEARLESS_SARIF_SCHEMA names the official schema and the package jsonschema is
there, the whole of it against that.

  check-sarif.py FILE        prints a line per result; exit code 1 if wrong
"""

import json
import os
import sys

problems = []


def need(condition, what):
    if not condition:
        problems.append(what)


def check_place(location, what):
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    need("\\" not in uri and " " not in uri, f"{what}: '{uri}' is no URI")
    need(uri.startswith("file://") or physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%", f"{what}: base of '{uri}'")
    need(physical["region"]["startLine"] >= 1 and physical["region"]["startColumn"] >= 1, f"{what}: region")


def check_result(result, rules):
    what = result["ruleId"]
    need(rules[result["ruleIndex"]]["id"] == result["ruleId"], f"{what}: ruleIndex")
    need(len(result["partialFingerprints"]["fearless/v1"]) == 16, f"{what}: fingerprint")
    state = result.get("baselineState", "none")
    if state == "absent":
        print(f"{what} absent")
        return
    need(len(result["locations"]) == 1, f"{what}: one location")
    for location in result["locations"] + result["relatedLocations"]:
        check_place(location, what)
    flow = result["codeFlows"][0]["threadFlows"][0]["locations"]
    need([step["location"]["message"] for step in flow] == [near["message"] for near in result["relatedLocations"]], f"{what}: code flow")
    where = result["locations"][0]["physicalLocation"]
    suppressed = "".join(f" {s['kind']}: {s['justification']}" for s in result["suppressions"])
    print(f"{what} {where['artifactLocation']['uri']}:{where['region']['startLine']}:{where['region']['startColumn']} {state}{suppressed}")


with open(sys.argv[1], encoding="utf-8") as file:
    log = json.load(file)
need(log["version"] == "2.1.0", "version")
(run,) = log["runs"]
rules = run["tool"]["driver"]["rules"]
for rule in rules:
    need(rule["help"]["markdown"].startswith("# " + rule["id"].removeprefix("fearless-")), f"{rule['id']}: page")
for result in run["results"]:
    check_result(result, rules)

schema = os.environ.get("FEARLESS_SARIF_SCHEMA")
try:
    import jsonschema
except ImportError:
    print("not held against a schema: python has no jsonschema")
    schema = None
if schema:
    with open(schema, encoding="utf-8") as file:
        validator = jsonschema.Draft7Validator(json.load(file))
    for error in sorted(validator.iter_errors(log), key=lambda e: list(map(str, e.path))):
        problems.append("/".join(map(str, error.path)) + ": " + error.message[:300])
    print("held against the schema")
for problem in problems:
    print("wrong:", problem)
sys.exit(bool(problems))
