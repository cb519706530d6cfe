//===-- Witness.h - Telling the story of a finding ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns sites, acquisitions and roots into notes with places and the user's own
// names. Shared by the rules so that one thing is told in one way.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_WITNESS_H
#define FEARLESS_RULES_WITNESS_H

#include "analysis/Analysis.h"
#include "findings/Finding.h"

#include <string>
#include <vector>

namespace fearless::analysis {
struct AtomicityViolation;
struct Rival;
} // namespace fearless::analysis

namespace fearless::rules {

class Witness {
public:
  explicit Witness(const analysis::Analysis &A) : A(A) {}

  findings::Place place(analysis::Site S) const;
  findings::Place place(link::BodyId B, facts::Location L) const;
  /// "'Ledger::post'", "a lambda in 'main'".
  std::string function(link::BodyId B) const;
  /// "'Ledger::mu_'"; "a lock" if it has no name.
  std::string lock(analysis::Path P, link::BodyId In) const;
  std::string quoted(const std::string &Name) const;
  /// What a race is on, as the user calls it; of what has no name, the pointer
  /// that leads there.
  std::string data(const analysis::Race &R) const;
  /// The name of a race, and of a violation of atomicity, for
  /// findings::Finding::Subjects.
  std::string subject(const analysis::Race &R) const;
  std::string subject(const analysis::AtomicityViolation &V) const;

  /// The same of how handles of a class count, or of what they count.
  std::string countsOf(link::RecordSym R) const;
  /// The same of all races on members of a class.
  std::string membersOf(link::RecordSym R) const;

  /// Is it C? Then there are no guards to advise.
  bool inC(link::BodyId B) const;
  bool isDestructor(link::BodyId B) const;

  using Notes = std::vector<findings::Note>;
  void note(Notes &To, findings::Place Where, std::string Text) const;

  /// From the call at \p At on: "... calls 'f' ..." until the last, which
  /// "locks 'mu' here" and ends in \p End.
  void acquisition(Notes &To, const analysis::Acquisition &Taking,
                   const std::string &Lock, const std::string &Lead,
                   const std::string &End, const char *Does = "") const;
  /// Where a lock that is held was taken: "'f' locks 'mu' here" plus \p End.
  void taken(Notes &To, analysis::Site At, const std::string &Lock,
             const std::string &End, std::string Subject = "") const;
  /// Where the first lock of an order is held only as seen from a caller: the
  /// calls from there. Returns how the story goes on, for taken().
  std::string callsTo(Notes &To, const analysis::GraphEdge &E) const;
  /// The name of an order for findings::Finding::Subjects.
  std::string subject(const analysis::GraphEdge &E) const;
  /// More names for findings::Finding::Subjects: of a double check by what it
  /// looks at, and by its function and lock; of a flag in too weak an order.
  std::string doubleCheck(analysis::LockKey Of) const;
  std::string doubleCheck(link::BodyId B, analysis::LockKey Lock) const;
  std::string publication(analysis::Site Weak) const;
  /// Who does the second access of \p R: "another thread", "a signal handler".
  std::string secondOf(const analysis::Race &R) const;
  /// "the thread started", to be followed by where that is.
  static std::string started(const analysis::Root &R);
  /// Which thread gets there.
  void root(Notes &To, const analysis::Point &P, const std::string &What) const;
  /// How the thread of \p P gets to \p At, "the " + \p What, and which locks it
  /// holds there.
  void reaches(Notes &To, analysis::Site At, const analysis::Point &P,
               const std::string &What) const;
  /// ", or make \p Name atomic", where the data is of a type that can be.
  std::string orAtomic(analysis::LockKey Data, const std::string &Name) const;
  /// "src/a.cpp:7:3", for messages.
  static std::string text(const findings::Place &P);
  /// Who may interfere meanwhile: which thread, and where it \p Does so.
  void other(Notes &To, const analysis::Rival &R, const std::string &Does,
             const std::string &How) const;
  /// How a root gets to what it leaves wrong: its start, then call by call.
  void rootEnd(Notes &To, const analysis::RootEnd &E) const;
  /// The call chain of a root, as "'a' -> 'b'"; empty if it is the entry
  /// itself.
  std::string chain(link::BodyId B, analysis::RootId R, uint32_t Way = 0) const;

private:
  std::string call(const analysis::Acquisition &Step) const;
  const analysis::Analysis &A;
};

} // namespace fearless::rules

#endif
