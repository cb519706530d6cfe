//===-- ThreadList.h - The threads of a program, for people ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What `fearless threads` lists: each thread root with where it is started, how
// many of it there may be and why, and where it is waited for. Judges nothing.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_THREADLIST_H
#define FEARLESS_RULES_THREADLIST_H

#include "analysis/Analysis.h"
#include "findings/Finding.h"

#include <string>
#include <vector>

namespace fearless::rules {

struct ThreadEntry {
  enum Kind : uint8_t {
    Main,
    Thread,
    Handler, ///< Of signals.
    AtExit,  ///< What atexit() is given.
    Static,  ///< The initialisers of variables: before main.
    Outside, ///< What nobody in the program calls: a library's callers.
  };
  enum Ending : uint8_t { Never, Joined, Detached };

  Kind What = Main;
  /// What it runs: "'worker'", "a lambda in 'main'". Empty: cannot be told. Of
  /// Static and Outside nothing is named.
  std::vector<std::string> Runs;
  /// Of main its definition, else the start; of a handler where it is
  /// installed.
  findings::Place Where;
  std::string Starter;   ///< The function that starts it.
  bool Many = false;
  std::string Why; ///< There are many.
  Ending End = Never;
  std::vector<findings::Place> Ends; ///< Joins, or where it is detached.
  unsigned Entries = 0;              ///< Functions where it begins.
  unsigned Functions = 0;            ///< That it gets to, with its own.
  std::vector<std::string> Programs; ///< That it can be part of.
};

/// In canonical order: mains, threads and then handlers by place, what is at
/// exit, before main, the
/// outside. Linear in the program.
std::vector<ThreadEntry> threadList(const analysis::Analysis &A);

} // namespace fearless::rules

#endif
