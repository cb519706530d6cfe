//===-- FactWriter.h - Appends facts to a body ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one place that appends facts, locals and ordinals to a body while it is
// walked, and that folds the finished flow graph.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_FACTWRITER_H
#define FEARLESS_EXTRACT_FACTWRITER_H

#include "extract/Declarations.h"

#include <span>

namespace fearless::extract {

class FactWriter {
public:
  FactWriter(facts::FunctionBody &Body, Declarations &Decls)
      : Body(Body), Paths(Body), Decls(Decls) {}

  /// Appends a fact. The reference is good until the next one is appended.
  facts::Fact &emit(facts::FactKind Kind, clang::SourceLocation Loc,
                    facts::PathId Path = {},
                    std::span<const facts::Operand> Operands = {});
  facts::Fact &emit(facts::FactKind Kind, clang::SourceLocation Loc,
                    facts::PathId Path, facts::Operand Only) {
    return emit(Kind, Loc, Path, std::span(&Only, 1));
  }
  void emitUnknown(clang::SourceLocation Loc, facts::UnknownReason Reason);

  facts::LocalId makeLocal(llvm::StringRef Name, clang::QualType T,
                           uint8_t Flags, clang::SourceLocation Loc);
  /// A temporary's own storage.
  facts::PathId makeTemporary(clang::QualType T, clang::SourceLocation Loc);
  void flagLocal(facts::PathId Root, facts::LocalFlag Flag);
  /// Numbers calls and allocations.
  uint32_t nextOrdinal() { return Ordinals++; }

  /// Everything stands at \p Loc until further notice: a default argument is
  /// told where it is used, not where it is written. Returns what was before.
  clang::SourceLocation standAt(clang::SourceLocation Loc) {
    return std::exchange(Place, Loc);
  }

  /// Where facts about \p Loc stand; see standAt.
  clang::SourceLocation placeOf(clang::SourceLocation Loc) const {
    return Place.isValid() ? Place : Loc;
  }

  /// Facts that follow belong to a new block.
  facts::BlockId beginBlock();
  facts::Block &block(facts::BlockId B) { return Body.Blocks[B.Index]; }
  void endBlock() {
    Body.Blocks.back().FactCount =
        static_cast<uint32_t>(Body.Facts.size()) - Body.Blocks.back().FirstFact;
  }
  /// Folds away empty blocks and joins those that only follow one another.
  /// \p Exit is the block that normal returns reach.
  void finish(facts::BlockId Exit);

  facts::BodyBuilder &paths() { return Paths; }
  facts::FunctionBody &body() { return Body; }

private:
  facts::FunctionBody &Body;
  facts::BodyBuilder Paths;
  Declarations &Decls;
  uint32_t Ordinals = 0;
  clang::SourceLocation Place; ///< See standAt.
};

} // namespace fearless::extract

#endif
