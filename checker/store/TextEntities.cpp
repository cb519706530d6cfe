//===-- TextEntities.cpp - Names of a text, resolved to ids ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextEntities.h"

#include "store/TextNames.h"
#include "store/TextWords.h"
#include "llvm/ADT/Twine.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

template <class IdT, class EntityT>
std::pair<IdT, bool> TextEntities::make(llvm::StringMap<IdT> &Ids,
                                        std::vector<EntityT> &Table,
                                        StringRef Handle) {
  auto [It, New] =
      Ids.try_emplace(Handle, IdT(static_cast<uint32_t>(Table.size())));
  if (New) {
    EntityT &Entity = Table.emplace_back();
    Entity.Name = Builder.string(Handle);
    Entity.Qualified = Builder.string(withoutOrdinal(Handle));
  }
  return {It->second, New};
}

bool TextEntities::declareRecord(StringRef Handle) {
  auto [Id, New] = make(Records, Builder.unit().Records, Handle);
  Record &R = Builder.unit().Records[Id.Index];
  if (New)
    R.Display = R.Qualified;
  return New;
}

bool TextEntities::declareFunction(StringRef Handle) {
  return make(Functions, Builder.unit().Functions, Handle).second;
}

bool TextEntities::declareVariable(StringRef Handle) {
  return make(Variables, Builder.unit().Variables, Handle).second;
}

FieldId TextEntities::makeField(RecordId Owner, StringRef FullHandle,
                                StringRef Handle) {
  auto &Table = Builder.unit().Fields;
  FieldId Id(static_cast<uint32_t>(Table.size()));
  Fields[FullHandle] = Id;
  std::vector<FieldId> &Siblings = Builder.unit().Records[Owner.Index].Fields;
  Field &F = Table.emplace_back();
  F.Name = Builder.string(withoutOrdinal(Handle));
  F.Owner = Owner;
  F.Index = static_cast<uint32_t>(Siblings.size());
  Siblings.push_back(Id);
  return Id;
}

bool TextEntities::declareField(StringRef RecordHandle, StringRef Handle) {
  std::string Full = (llvm::Twine(RecordHandle) + "::" + Handle).str();
  if (Fields.contains(Full))
    return false;
  makeField(record(RecordHandle), Full, Handle);
  return true;
}

RecordId TextEntities::record(StringRef Handle) {
  declareRecord(Handle);
  return Records[Handle];
}

VariableId TextEntities::variable(StringRef Handle) {
  declareVariable(Handle);
  return Variables[Handle];
}

FunctionId TextEntities::function(StringRef Handle, uint32_t Flags) {
  bool New = declareFunction(Handle);
  FunctionId Id = Functions[Handle];
  if (New)
    Implicit.try_emplace(Id, Handle.str());
  if (Implicit.count(Id))
    Builder.unit().Functions[Id.Index].Flags |= Flags;
  return Id;
}

FieldId TextEntities::field(StringRef Handle) {
  auto It = Fields.find(Handle);
  if (It != Fields.end())
    return It->second;
  size_t Split = Handle.rfind("::");
  if (Split == StringRef::npos)
    return FieldId();
  return makeField(record(Handle.take_front(Split)), Handle,
                   Handle.drop_front(Split + 2));
}

void TextEntities::finish() {
  for (const auto &[Id, Handle] : Implicit) {
    uint32_t &Flags = Builder.unit().Functions[Id.Index].Flags;
    StringRef Qualifier = qualifierOf(Handle);
    if (Qualifier.empty())
      continue;
    bool Special = Flags & MethodImplied;
    if (!Special && !Records.contains(Qualifier))
      continue;
    Flags |= FnF_Method;
    RecordId Owner = record(Qualifier);
    Builder.unit().Functions[Id.Index].Owner = Owner;
  }
}
