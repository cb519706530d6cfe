//===-- TextReader.h - Facts from text ------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text form of facts: what `fearless facts --dump` prints and what tests
// write by hand. One thing per line; indentation and blank lines mean nothing;
// "//" starts a comment. Everything goes by name, and what is left out takes a
// default. This is a whole unit:
//
//   unit src/ledger.cpp
//
//   record Ledger
//     field mu_ : std::mutex :5:14
//     field total_ : int [[guarded_by(mu_)]] :6:7
//
//   function Ledger::post(int n, Account & to) -> bool method :9:14
//   function std::lock_guard::lock_guard constructor
//
//   body Ledger::post :15:1
//     local lk : std::lock_guard :10:31
//     cleanup 1 destroy %lk -> 0 callee std::lock_guard::~lock_guard :15:1
//     block 0 -> 1 2
//       construct std::lock_guard::lock_guard(&%lk, &$this*.Ledger::mu_) :10:31
//       assume less(0, $n) :11:7
//     block 1 -> 2
//       write $this*.Ledger::total_ rmw :12:5
//       call Account::credit(&$to*, $n) -> call#0 unwind 1 :13:5
//     block 2 -> exit
//       return 1 :14:3
//       destroy std::lock_guard::~lock_guard(&%lk) implicit :15:1
//
// Lines
//   unit FILE [c|cxx] [command NUMBER] [errors]
//   file FILE [main|user|system] [generated]
//                                     need not be declared; default user
//   record NAME [flags]               then its lines:
//     base NAME [virtual] · argument TYPE · has FUNCTION
//     field NAME [: TYPE] [index N] [flags]
//   global NAME [: TYPE] [macro NAME] [flags]
//   function NAME [(TYPE [NAME], …)] [-> TYPE] [owner RECORD|no_owner]
//                 [overrides FUNCTION] [flags]
//   body FUNCTION [digest NUMBER]     then its lines:
//     local NAME [: TYPE] [flags]
//     value N = VALUE                 referred to as =N
//     cleanup N destroy PATH [-> N] [callee FUNCTION]
//     cleanup N handlers (BLOCK, …) [-> N] [catches_all]
//     block N [exit] [-> BLOCK …]     then its facts
// A line may end in annotations (records, fields, globals, functions) and a
// location. Names are bare where they are identifiers joined by '::', else
// quoted: "Cache::operator[]". name "…", qualified "…" and display "…" set
// names that differ from the handle; a handle "f#2" has the qualified name "f".
//
// Flags (TextWords.cpp has them all), for example
//   functions: method static constructor destructor virtual noexcept noreturn
//     internal inline lambda system implicit main. A constructor, destructor,
//     virtual or const_method is a method without saying so; a method's owner
//     is its qualifier.
//   facts: rmw volatile atomic bit_field virtual implicit temporary
//   globals: thread_local function_static static_member constant
//   locals: temporary address_taken reference
//
// Locations: ":12:5" in the unit's main file, "src/a.h:12:5" in another.
// Types: bool, int, float, enum, void, function, other, or a record's name;
//   const, volatile, _Atomic before or after * & && [], as in C++; ? for none.
// Annotations: [[guarded_by(mu_)]], [[try_acquire(mu) on_false]],
//   [[marker("fearless::send")]].
//
// Paths: a root and steps.
//   @g_mu  %lk  $n or $1 or $this  new#0  call#3  return  ?cast
//   .Ledger::mu_   *  (or ~2*: of the value of version 2)   [3]  [VALUE]  [?]
// Operands:
//   PATH or PATH~2 (load)   &PATH   object PATH   7   fn NAME   VALUE
//   opaque   unknown(cast)
// Values: add(A, B), not(A) …, or =N.
//
// Facts: read PATH · write PATH · assign PATH = OPERAND · allocate PATH
//   free OPERAND · call [FUNCTION](OPERANDS) [-> PATH]
//   construct FUNCTION(&PATH, …) · destroy FUNCTION(&PATH)
//   closure FUNCTION -> PATH · assume OPERAND · switch OPERAND, 1, 2
//   suspend · throw [OPERAND] · catch · return [OPERAND] · unknown REASON
// Any of them may be followed by "-> PATH", "callee NAME", "with (OPERANDS)",
// flags, "detail N", "unwind CLEANUP" (else it cannot throw), "from LOCATION"
// (the spelling in a macro) and its location. A call without a function is
// indirect unless it says "direct".
//
// Declared implicitly where mentioned: records, fields, globals, locals, and
// functions: constructors and destructors by the facts that use them, members
// where the qualifier is a record of the unit. A block or cleanup need not be
// a number. "exit" as successor makes an exit block where none is marked; as a
// cleanup it is cleanup 0. A body without blocks is one that goes to the exit.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTREADER_H
#define FEARLESS_STORE_TEXTREADER_H

#include "facts/TranslationUnit.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace fearless::store {

/// Reads one unit. \p Name is what errors call the text:
/// "NAME:LINE:COLUMN: expected …, found …". The result holds verify().
llvm::Expected<facts::TranslationUnit> readText(llvm::StringRef Text,
                                                llvm::StringRef Name);

} // namespace fearless::store

#endif
