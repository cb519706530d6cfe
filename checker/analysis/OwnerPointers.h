//===-- OwnerPointers.h - Pointers from a part back to its owner ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `Session() { timer_.onFire([this] { expire(); }); }`: what the closure keeps
// in `this->timer_` captured, is `this`. So it is with `child_(this)`,
// `children_.push_back(make_unique<Child>(this))` and `p->kid->owner = p`: who
// comes from an object by one of its members to such a pointer, and follows it,
// is back at the object. Only what can be seen to be put there by the owner
// himself counts, and nothing of a pointer that elsewhere is left with somebody
// else.
//
// Limit, towards findings: parts that one owner takes over from another of the
// same class without telling them.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_OWNERPOINTERS_H
#define FEARLESS_ANALYSIS_OWNERPOINTERS_H

#include "analysis/CallGraph.h"
#include "analysis/Summary.h"

#include <map>
#include <set>

namespace fearless::analysis {

class BodyView;

class OwnerPointers {
public:
  /// Linear in the facts of functions that assign fields, or call those that
  /// leave a parameter in a field; times the stores of one function that are
  /// followed, of which there are no more than a bound.
  OwnerPointers(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph);

  /// The object around \p Place that the pointer stored there leads back to;
  /// none if that is not known.
  Path owner(Path Place) const;

  /// Functions in which more stores were to be followed than are.
  unsigned cuts() const { return Cuts; }

private:
  struct Evidence {
    std::set<link::FieldSym> Members; ///< By which the owner keeps the part.
    /// Whose own methods are handed the part: by whichever of their members.
    std::set<link::RecordSym> Classes;
    bool Refuted = false;
  };
  /// A function leaves its parameter in a field of `this`.
  struct Setter {
    link::FieldSym Field;
    unsigned Parameter;
    friend auto operator<=>(const Setter &, const Setter &) = default;
  };

  void findSetters(BodyId B);
  void addSetter(BodyId B, link::FieldSym F, unsigned Parameter);
  void judgeBody(BodyId B, bool Assignments);
  void judgeConstruction(BodyView &View, const CallSite &Site);
  void judge(BodyView &View, link::FieldSym F, Path Holder, Value Owner);
  Evidence follow(BodyView &View, Path Holder, Path Owner) const;
  bool pointsToClass(link::FieldSym F) const;
  bool keeps(Path Place, Path Owner, Evidence &E) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> Nothing; ///< Is known of callees yet.
  std::map<BodyId, std::set<Setter>> Setters;
  /// Of the setters, by class.
  std::map<link::RecordSym, std::vector<BodyId>> Constructors;
  unsigned Followed = 0; ///< Stores of the function at hand.
  unsigned Cuts = 0;
  std::map<link::FieldSym, Evidence> Known;
};

} // namespace fearless::analysis

#endif
