//===-- Vocabulary.h - The words of a model file --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every effect and role has one row in a table here: its YAML key, what its
// value says, how many operands it takes and which modifiers it understands.
// The loader checks files against these tables and knows no effect by name.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_VOCABULARY_H
#define FEARLESS_MODELS_VOCABULARY_H

#include "models/Model.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace fearless::models {

/// What stands to the right of an effect's key.
enum class EffectValue : uint8_t {
  Operands, ///< acquire: 0
  Object,   ///< guard-drop: this. The selector is Effect::On.
  Flag,     ///< no-return: true
  Word,     ///< blocks: sleep. One of blockingWords().
  Name,     ///< reads-state: environment. Any name.
};

enum Modifier : uint16_t {
  MD_None = 0,
  MD_On = 1 << 0,
  MD_When = 1 << 1,
  MD_Shared = 1 << 2,
  MD_Timed = 1 << 3,
  MD_Value = 1 << 4,
  MD_Order = 1 << 5,
  MD_PassesToken = 1 << 6,
  MD_Many = 1 << 7,
  MD_Exclusive = 1 << 9,
  MD_Given = 1 << 8, ///< Understood by every effect.
  MD_OftenSafe = 1 << 10,
  MD_Instead = 1 << 11,
};

struct EffectTerm {
  EffectKind Kind;
  llvm::StringLiteral Key;
  EffectValue Value;
  uint8_t MinOperands;
  uint8_t MaxOperands;
  uint16_t Modifiers; ///< Modifier
  ResultTest When;    ///< What holds where the row says nothing.
};

struct RoleTerm {
  TypeRole Role;
  llvm::StringLiteral Key;
};

struct ModifierTerm {
  Modifier Bit;
  llvm::StringLiteral Key;
};

llvm::ArrayRef<EffectTerm> effectTerms();
llvm::ArrayRef<RoleTerm> roleTerms();
llvm::ArrayRef<ModifierTerm> modifierTerms();

const EffectTerm &term(EffectKind Kind);
const EffectTerm *findEffect(llvm::StringRef Key);

/// What `blocks:` may say.
llvm::ArrayRef<llvm::StringLiteral> blockingWords();

} // namespace fearless::models

#endif
