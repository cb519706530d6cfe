#===-- sites.py - Where a fault can be seeded, and how ----------------------===#
#
# Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-------------------------------------------------------------------------===#
"""Candidate sites of a program, per kind of fault. A fault keeps the number of
lines, so that a finding's line means the same before and after.

Kinds:
  removed    a guard's declaration, or a call that locks, is taken away
  unnamed    a guard loses its name, and dies at once
  narrowed   a guard's scope closes right behind it
  swapped    two locks that one function takes, one inside the other, change places
  dropped    a call that unlocks is taken away

A guard that is removed or narrowed leaves its data bare. The rules so far look
at races on variables of static storage duration, so such sites are drawn only
where the lock is a global and the section names a global; the others are counted as
left out. Swapped acquisitions are a fault only where somebody else takes the two in
the old order, directly or one call down; others are left out as well.
"""

import re

# The last word of the type of a guard: the library's, and what people write.
_GUARD_TYPE = (r"(?:[A-Za-z_]\w*::)*(?:lock_guard|unique_lock|scoped_lock|shared_lock|"
               r"\w*MutexLock|\w*(?:Mutex|Spin|Read|Write|Scoped|Auto|RW)\w*(?:Lock|Guard|Locker)|"
               r"ReadLock|WriteLock|AutoLock|scoped_\w*lock\w*)")
_GUARD = re.compile(
    rf"(?P<type>\b{_GUARD_TYPE}(?:\s*<[^<>;()]*(?:<[^<>;()]*>[^<>;()]*)?>)?)\s+"
    r"(?P<name>[A-Za-z_]\w*)\s*(?P<open>[({])(?P<args>[^;{}]*?)(?P<close>[)}])\s*;")
_LOCK_CALL = re.compile(
    r"(?<![\w.>:])(?:(?P<object>[A-Za-z_][\w.\->\[\]:]*?)(?:\.|->)"
    r"(?P<method>lock|lock_shared|Lock|ReaderLock|WriterLock|ReadLock|WriteLock|acquire)\s*\(\s*\)|"
    r"(?P<function>\w*(?:mutex_lock|rwlock_rdlock|rwlock_wrlock|mtx_lock|spin_lock|mutex_enter))"
    r"\s*\(\s*(?P<arg>[^;()]*(?:\([^;()]*\))?[^;()]*)\))\s*;")
_UNLOCK_CALL = re.compile(
    r"(?<![\w.>:])(?:(?P<object>[A-Za-z_][\w.\->\[\]:]*?)(?:\.|->)"
    r"(?P<method>unlock|unlock_shared|Unlock|ReaderUnlock|WriterUnlock|ReadUnlock|WriteUnlock|release)\s*\(\s*\)|"
    r"(?P<function>\w*(?:mutex_unlock|rwlock_unlock|rwlock_rdunlock|rwlock_wrunlock|mtx_unlock|spin_unlock|mutex_exit))"
    r"\s*\(\s*(?P<arg>[^;()]*(?:\([^;()]*\))?[^;()]*)\))\s*;")
_GLOBAL = re.compile(
    r"^(?:(?:static|extern|inline|volatile|thread_local|_Atomic)\s+)*"
    r"(?P<type>(?:struct\s+|unsigned\s+|std::\w+)?[\w:]*(?:\s*<[^;=()]*>)?(?:\s+(?:long|int|char))*)[\s*&]+"
    r"(?P<names>[A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\s*(?:\[[^\]]*\]\s*)*"
    r"(?:=[^;]*|\{[^;{}]*\})?;", re.M)
_CALL = re.compile(r"\b([A-Za-z_]\w*)\s*\(")
_CONDITIONAL = ("defer_lock", "try_to_lock", "adopt_lock")

EXPECTED = {
    "removed": {"data-race", "unlock-not-held", "double-lock", "lock-leak",
                "unnamed-guard"},
    "unnamed": {"unnamed-guard"},
    "narrowed": {"data-race", "unnamed-guard"},
    "swapped": {"lock-order", "lock-order-same-class"},
    "dropped": {"lock-leak", "double-lock", "unlock-not-held", "lock-order"},
}


def lock_name(expression):
    """The last name of a lock expression: 'q->lock' and '&self.lock' are 'lock'."""
    names = re.findall(r"[A-Za-z_]\w*", expression)
    return names[-1] if names else expression.strip()


class Acquisition:
    """A guard or a call that takes one lock, with the extent it is held for."""

    def __init__(self, source, function, begin, end, lock_begin, lock_end, until, guard):
        self.source, self.function = source, function
        self.begin, self.end = begin, end
        self.lock_begin, self.lock_end = lock_begin, lock_end
        self.until, self.guard = until, guard
        self.expression = source.code[lock_begin:lock_end].strip()
        self.lock = lock_name(self.expression)

    def holds(self, other):
        return (self.source is other.source and self.function is other.function
                and self.end <= other.begin < self.until)


class Site:
    """One fault: replacements [(begin, end, text)] in one file."""

    def __init__(self, kind, source, function, begin, lock, edits):
        self.kind, self.source, self.function = kind, source, function
        self.begin, self.lock, self.edits = begin, lock, edits
        self.line = source.line(begin)

    def apply(self):
        text = self.source.text
        for begin, end, replacement in sorted(self.edits, reverse=True):
            kept = "\n" * (text[begin:end].count("\n") - replacement.count("\n"))
            text = text[:begin] + replacement + kept + text[end:]
        return text

    def describe(self):
        before = self.source.text.splitlines()[self.line - 1].strip()
        after = self.apply().splitlines()[self.line - 1].strip()
        return {"kind": self.kind, "file": self.source.path, "line": self.line,
                "function": self.function.name, "lock": self.lock,
                "before": before, "after": after}


def _guards(source, all_=False):
    """Guard declarations that take their lock at once, or all of them."""
    for found in _GUARD.finditer(source.code):
        function = source.function_at(found.start())
        if function and (all_ or not any(w in found["args"] for w in _CONDITIONAL)):
            yield found, function


def acquisitions(source):
    """Every place that takes one lock, in order."""
    result = []
    for found, function in _guards(source):
        if "," in found["args"]:
            continue  # Several at once: no order.
        until = source.scope_end(found.end(), function)
        early = re.compile(rf"\b{found['name']}\s*\.\s*unlock\s*\(").search(
            source.code, found.end(), until)
        result.append(Acquisition(source, function, found.start(), found.end(),
                                  found.start("args"), found.end("args"),
                                  early.start() if early else until, found))
    for found in _LOCK_CALL.finditer(source.code):
        function = source.function_at(found.start())
        if not function:
            continue
        part = "object" if found["object"] else "arg"
        name = lock_name(found[part])
        until = function.end
        for release in _UNLOCK_CALL.finditer(source.code, found.end(), function.end):
            if lock_name(release["object"] or release["arg"]) == name:
                until = release.start()
                break
        result.append(Acquisition(source, function, found.start(), found.end(),
                                  found.start(part), found.end(part), until, None))
    return sorted(result, key=lambda a: a.begin)


def _globals(source):
    """Names at namespace scope: (locks, other variables)."""
    outside = list(source.code)
    for function in source.functions:
        outside[function.begin:function.end] = " " * (function.end - function.begin)
    locks, data = set(), set()
    for found in _GLOBAL.finditer("".join(outside)):
        kind = found["type"].strip()
        if re.match(r"(?:return|using|typedef|const|constexpr|enum|namespace|class|struct|template)\b(?!\s+\w+\s)",
                    kind) or not kind:
            continue
        is_lock = re.search(r"[Mm]utex|rwlock|mtx_t|[Ll]ock\b", kind)
        (locks if is_lock else data).update(re.findall(r"\w+", found["names"]))
    return locks, data


def _in_reach(function_name, sources_by_function, taken):
    """Locks that a function of this name takes itself."""
    return {a.lock for f in sources_by_function.get(function_name, ()) for a in taken[f]}


def _ordered_pairs(all_acquisitions):
    """{(outer lock, inner lock): set of functions that take them so}, the inner one
    in the same function or in one that it calls."""
    by_function = {}
    by_name = {}
    for taken in all_acquisitions:
        by_function.setdefault(taken.function, []).append(taken)
        by_name.setdefault(taken.function.name, set()).add(taken.function)
    pairs = {}
    for function, taken in by_function.items():
        for outer in taken:
            inner = {a.lock for a in taken if outer.holds(a)}
            for call in _CALL.finditer(outer.source.code, outer.end, outer.until):
                if call.group(1) != function.name:
                    inner |= _in_reach(call.group(1), by_name, by_function)
            for lock in inner:
                pairs.setdefault((outer.lock, lock), set()).add(function)
    return pairs


def _swapped(all_acquisitions):
    pairs = _ordered_pairs(all_acquisitions)
    for outer in all_acquisitions:
        for inner in all_acquisitions:
            if not outer.holds(inner) or bool(outer.guard) != bool(inner.guard):
                continue
            if outer.expression == inner.expression or outer.lock == inner.lock:
                continue
            others = pairs.get((outer.lock, inner.lock), set()) - {outer.function}
            edits = [(outer.lock_begin, outer.lock_end, inner.expression),
                     (inner.lock_begin, inner.lock_end, outer.expression)]
            if outer.guard:  # The type goes with the lock.
                for mine, other in ((outer, inner), (inner, outer)):
                    edits.append((mine.guard.start("type"), mine.guard.end("type"),
                                  other.guard["type"]))
            yield bool(others), Site("swapped", outer.source, outer.function,
                                     outer.begin, outer.lock, edits)


def find_sites(sources):
    """(sites to draw from, {kind: number left out})"""
    taken = [a for source in sources for a in acquisitions(source)]
    global_locks, global_data = set(), set()
    for source in sources:
        locks, data = _globals(source)
        global_locks |= locks
        global_data |= data
    sites, left_out = [], {}

    def add(fault, site):
        if fault:
            sites.append(site)
        else:
            left_out[site.kind] = left_out.get(site.kind, 0) + 1

    for a in taken:
        section = set(re.findall(r"[A-Za-z_]\w*", a.source.code[a.end:a.until]))
        bare = a.expression.lstrip("&").split("::")[-1] in global_locks and section & global_data
        common = (a.source, a.function, a.begin, a.lock)
        if not a.guard:
            add(True, Site("removed", *common, [(a.begin, a.end, ";")]))
            continue
        type_, args = a.guard["type"], a.source.text[a.lock_begin:a.lock_end]
        add(bare, Site("removed", *common, [(a.begin, a.end, ";")]))
        add(bare, Site("narrowed", *common,
                       [(a.begin, a.end, "{ " + a.source.text[a.begin:a.end] + " }")]))
        add(True, Site("unnamed", *common, [(a.begin, a.end, f"{type_}{{{args}}};")]))
    for fault, site in _swapped(taken):
        add(fault, site)
    for source in sources:
        guards = {(function, found["name"]) for found, function in _guards(source, all_=True)}
        for found in _UNLOCK_CALL.finditer(source.code):
            if not (function := source.function_at(found.start())):
                continue
            lock = lock_name(found["object"] or found["arg"])
            # A guard that is not unlocked early unlocks later: that is a fault
            # only where it is locked again before.
            again = re.compile(rf"\b{lock}\s*\.\s*lock").search(
                source.code, found.end(), function.end)
            add((function, lock) not in guards or again,
                Site("dropped", source, function, found.start(), lock,
                     [(found.start(), found.end(), ";")]))
    sites.sort(key=lambda s: (s.source.path, s.begin, s.kind))
    return sites, left_out
