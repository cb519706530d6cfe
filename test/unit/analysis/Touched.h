//===-- Touched.h - Accesses of text facts, as threads get there ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_UNIT_ANALYSIS_TOUCHED_H
#define FEARLESS_TEST_UNIT_ANALYSIS_TOUCHED_H

#include "analysis/BodyView.h"
#include "analysis/LockInstances.h"

#include "Analysed.h"

namespace fearless::test {

/// The writes of a program of one unit, by their lines, which are all
/// different; each is asked about as the first root that gets there.
class Touched : public Analysed {
public:
  explicit Touched(const std::string &Text)
      : Analysed({Text}), Results(copies(*this)),
        Memory(Program, paths(), Result->graph(), Result->summaries(),
               Result->threads()),
        Indices(Program, paths(), Result->graph(), Results, Result->threads(),
                Result->separations(), Memory),
        Locks(Program, paths(), Result->keys(), Memory, Indices) {}

  analysis::PathTable &paths() const { return Result->paths(); }

  analysis::ElementIndices::Use use(llvm::StringRef Function, unsigned Line) {
    analysis::Site At = site(Function, Line, facts::FactKind::Write);
    analysis::Path Of = path(At);
    analysis::RootId By = root(At.Body);
    analysis::Locations Found = Memory.locate(At.Body, Of, By, At.Fact);
    EXPECT_EQ(Found.size(), 1u) << "line " << Line;
    return {At, Of, By, Found.empty() ? analysis::Located() : Found[0]};
  }
  analysis::LockInstances::Holder holder(llvm::StringRef Function,
                                         unsigned Line) {
    analysis::Site At = site(Function, Line, facts::FactKind::Write);
    return {At, path(At), root(At.Body),
            Result->result(At.Body).point(At.Fact)};
  }

  std::vector<analysis::FunctionResult> Results;
  analysis::Objects Memory;
  analysis::ElementIndices Indices;
  analysis::LockInstances Locks;

private:
  static std::vector<analysis::FunctionResult> copies(const Analysed &A) {
    std::vector<analysis::FunctionResult> All;
    for (uint32_t B = 0; B < A.Program.bodies().size(); ++B)
      All.push_back(A.Result->result(link::BodyId(B)));
    return All;
  }
  analysis::Path path(analysis::Site S) {
    analysis::BodyView View(Program, paths(), Result->graph(),
                            Result->summaries(), S.Body);
    return View.path(View.fact(S.Fact).Path);
  }
  analysis::RootId root(link::BodyId B) const {
    auto Ways = Result->threads().contexts(B);
    EXPECT_FALSE(Ways.empty());
    return Ways.empty() ? analysis::RootId() : Ways.front().Root;
  }
};

} // namespace fearless::test

#endif
