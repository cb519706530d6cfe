//===-- TextEntities.h - Names of a text, resolved to ids -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/. Which handle names which entity while a text is read.
// Declarations come first (the reader collects them before it reads anything
// else); what is only mentioned is then made with default properties.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTENTITIES_H
#define FEARLESS_STORE_TEXTENTITIES_H

#include "facts/Builder.h"

#include <map>

namespace fearless::store {

class TextEntities {
public:
  explicit TextEntities(facts::UnitBuilder &Builder) : Builder(Builder) {}

  /// \name Declarations. False if the handle was declared before.
  /// @{
  bool declareRecord(llvm::StringRef Handle);
  bool declareField(llvm::StringRef RecordHandle, llvm::StringRef Handle);
  bool declareFunction(llvm::StringRef Handle);
  bool declareVariable(llvm::StringRef Handle);
  /// @}

  /// \name Mentions: the entity, made if it is new.
  /// @{
  facts::RecordId record(llvm::StringRef Handle);
  facts::VariableId variable(llvm::StringRef Handle);
  /// \p Flags: what the mention says of an undeclared function.
  facts::FunctionId function(llvm::StringRef Handle, uint32_t Flags = 0);
  /// None if \p Handle has no "::" and thus names no record.
  facts::FieldId field(llvm::StringRef Handle);
  /// @}

  /// Makes members of the functions that were only mentioned, where the unit
  /// has a record of that name. Call once, at the end.
  void finish();

private:
  template <class IdT, class EntityT>
  std::pair<IdT, bool> make(llvm::StringMap<IdT> &Ids,
                            std::vector<EntityT> &Table,
                            llvm::StringRef Handle);
  facts::FieldId makeField(facts::RecordId Owner, llvm::StringRef FullHandle,
                           llvm::StringRef Handle);

  facts::UnitBuilder &Builder;
  llvm::StringMap<facts::RecordId> Records;
  llvm::StringMap<facts::FieldId> Fields;
  llvm::StringMap<facts::FunctionId> Functions;
  llvm::StringMap<facts::VariableId> Variables;
  /// Handles of functions that no line declares.
  std::map<facts::FunctionId, std::string> Implicit;
};

} // namespace fearless::store

#endif
