//===-- PragmaLevels.cpp - What the code says of its warnings -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/plugin/PragmaLevels.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace fearless::plugin {

class PragmaLevels::Follower : public clang::PPCallbacks {
public:
  explicit Follower(std::shared_ptr<PragmaLevels> To) : To(std::move(To)) {}

  void PragmaDiagnosticPush(clang::SourceLocation, StringRef) override {
    Outer.push_back(Now);
  }
  void PragmaDiagnosticPop(clang::SourceLocation Loc, StringRef) override {
    if (!Outer.empty())
      change(Loc, Outer.pop_back_val());
  }
  void PragmaDiagnostic(clang::SourceLocation Loc, StringRef,
                        clang::diag::Severity Severity,
                        StringRef Group) override {
    if (Group == "-Wthread-safety")
      change(Loc, Severity);
  }

private:
  void change(clang::SourceLocation From, Level Next) {
    if (Next != Now)
      To->Changes.push_back({From, Next});
    Now = Next;
  }

  std::shared_ptr<PragmaLevels> To;
  Level Now;
  SmallVector<Level, 4> Outer;
};

std::shared_ptr<const PragmaLevels>
PragmaLevels::follow(clang::Preprocessor &PP) {
  auto Levels = std::make_shared<PragmaLevels>();
  PP.addPPCallbacks(std::make_unique<Follower>(Levels));
  return Levels;
}

std::optional<clang::diag::Severity>
PragmaLevels::at(const clang::SourceManager &Sources,
                 clang::SourceLocation Where) const {
  for (const Change &C : reverse(Changes))
    if (!Sources.isBeforeInTranslationUnit(Where, C.From))
      return C.Now;
  return std::nullopt;
}

} // namespace fearless::plugin
