//===-- TextWords.h - The words of the text form of facts -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One table per enumeration and per set of flags, used by the text dump and by
// its reader, so that both spell everything alike.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTWORDS_H
#define FEARLESS_STORE_TEXTWORDS_H

#include "facts/TranslationUnit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>

namespace fearless::store {

/// The words for the enumerators of \p E, in their order. Specialised for each
/// enumeration that appears in facts; its size is the number of enumerators.
template <class E> llvm::ArrayRef<llvm::StringLiteral> words();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::Language>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::FileOwner>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::TypeKind>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::AnnotationKind>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::PathKind>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::OperandKind>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::UnknownReason>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::ValueOp>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::FactKind>();
template <> llvm::ArrayRef<llvm::StringLiteral> words<facts::CleanupKind>();

template <class E> llvm::StringRef wordOf(E Value) {
  auto Index = static_cast<size_t>(Value);
  return Index < words<E>().size() ? words<E>()[Index] : "invalid";
}

template <class E> std::optional<E> enumOf(llvm::StringRef Word) {
  auto Words = words<E>();
  for (size_t I = 0; I < Words.size(); ++I)
    if (Words[I] == Word)
      return static_cast<E>(I);
  return std::nullopt;
}

/// Whether \p Value is one of the enumerators.
template <class E> bool isEnumerator(E Value) {
  return static_cast<size_t>(Value) < words<E>().size();
}

struct FlagWord {
  uint32_t Bit;
  llvm::StringLiteral Word;
};

llvm::ArrayRef<FlagWord> recordFlagWords();
llvm::ArrayRef<FlagWord> fieldFlagWords();
llvm::ArrayRef<FlagWord> functionFlagWords();
llvm::ArrayRef<FlagWord> variableFlagWords();
llvm::ArrayRef<FlagWord> factFlagWords();
llvm::ArrayRef<FlagWord> localFlagWords();

/// All bits of \p Words.
uint32_t allFlags(llvm::ArrayRef<FlagWord> Words);

/// Flags of functions that imply FnF_Method unless the text says otherwise.
inline constexpr uint32_t MethodImplied =
    facts::FnF_Constructor | facts::FnF_Destructor | facts::FnF_Virtual |
    facts::FnF_Pure | facts::FnF_Const | facts::FnF_LambdaCall;

} // namespace fearless::store

#endif
