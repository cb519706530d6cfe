//===-- ObjectPointers.h - Pointers that objects hold to their own parts --===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `DBImpl() : cv_(&mutex_) {}` makes cv_.mu_ of every DBImpl point to its own
// mutex_. Where every constructor of a class agrees on that, and nothing else
// assigns the pointer, `*this->cv_.mu_` is `this->mutex_` in every method.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_OBJECTPOINTERS_H
#define FEARLESS_ANALYSIS_OBJECTPOINTERS_H

#include "analysis/OwnerPointers.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <map>
#include <set>

namespace fearless::analysis {

class ObjectPointers {
public:
  /// Linear in the facts of constructors and in all assignments to fields.
  ObjectPointers(const link::Program &Program, PathTable &Paths,
                 const CallGraph &Graph);

  /// What the pointer stored in \p Place points to; none if that is not known.
  Path pointee(Path Place) const;

  /// \p P with the pointers in it replaced by what they point to: as \p Stored
  /// says of the place of one, of which \p P means the value of that version,
  /// else as constructors say. Stored gives none where it does not know.
  Path
  follow(Path P,
         llvm::function_ref<Path(Path Place, uint32_t Version)> Stored) const;

  /// See OwnerPointers.
  unsigned cuts() const { return Owners.cuts(); }

private:
  using Chain = std::vector<link::FieldSym>;
  /// (place, target) of one constructor, as fields of the object …
  using Stores = std::map<Chain, Chain>;
  /// … and pointers that are set to a parameter: (place, parameter).
  using Parameters = std::map<Chain, unsigned>;

  struct Constructor {
    bool Done = false;
    Stores Own;
    Parameters FromParameters;
  };

  const Constructor &constructor(BodyId B);
  void addMember(BodyId B, const facts::Fact &F, const Chain &Member,
                 Constructor &C);
  bool fieldsOfThis(BodyId B, facts::PathId P, Chain &Fields) const;
  void findReassigned();

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  OwnerPointers Owners;
  // While Known is made:
  std::map<BodyId, Constructor> Constructors;
  std::set<link::FieldSym> Reassigned; ///< Assigned outside constructors.
  std::map<link::FieldSym, std::vector<std::pair<Chain, Chain>>> Known;
};

} // namespace fearless::analysis

#endif
