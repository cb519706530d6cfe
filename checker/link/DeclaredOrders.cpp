//===-- DeclaredOrders.cpp - ACQUIRED_BEFORE and ACQUIRED_AFTER -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/DeclaredOrders.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::link;
using llvm::StringRef;

namespace {

class NameResolver {
public:
  explicit NameResolver(const Program &P) : P(P) {
    for (uint32_t V = 0; V < P.variables().size(); ++V)
      Variables[P.variables()[V].Qualified].push_back(VariableSym(V));
    for (uint32_t R = 0; R < P.records().size(); ++R)
      Records.try_emplace(P.records()[R].Qualified, RecordSym(R));
  }

  /// "pool->mu", "&app::g_mu", "!mu_"; nothing if it is no lock's name.
  DeclaredLock resolve(StringRef Text, const WrittenOrder &From) const {
    Text = Text.trim(" &*!()");
    if (Text.empty() || Text.contains('(') || Text.contains('['))
      return {};
    DeclaredLock Lock;
    bool First = true;
    while (!Text.empty()) {
      size_t End = std::min(Text.find("->"), Text.find('.'));
      StringRef Name = Text.take_front(End).trim();
      Text = Text.drop_front(std::min(End, Text.size()));
      if (!Text.consume_front("->"))
        Text.consume_front(".");
      if (First)
        Lock = firstName(Name, From);
      else
        Lock = {P.fieldNamed(classOf(Lock), Name), {}};
      First = false;
      if (!Lock)
        return {};
    }
    return Lock;
  }

private:
  /// As the compiler looks it up: a member, then outward from the scope.
  DeclaredLock firstName(StringRef Name, const WrittenOrder &From) const {
    std::string Scope;
    if (From.Annotated.Field) {
      RecordSym Owner = P.field(From.Annotated.Field).Owner;
      if (FieldSym F = P.fieldNamed(Owner, Name))
        return {F, {}};
      Scope = P.record(Owner).Qualified;
    } else {
      StringRef Own = P.variable(From.Annotated.Variable).Qualified;
      Scope = Own.take_front(positionOfLast(Own)).str();
    }
    if (Name.consume_front("::"))
      Scope.clear();
    while (true) {
      std::string Full = (Scope.empty() ? "" : Scope + "::") + Name.str();
      if (DeclaredLock L = named(Full, From.Unit))
        return L;
      if (Scope.empty())
        return {};
      Scope.resize(positionOfLast(Scope));
    }
  }

  /// Where the last component of a qualified name is cut off.
  static size_t positionOfLast(StringRef Name) {
    size_t At = Name.rfind("::");
    return At == StringRef::npos ? 0 : At;
  }

  DeclaredLock named(StringRef Full, UnitId From) const {
    if (auto It = Variables.find(Full); It != Variables.end())
      for (VariableSym V : It->second)
        if (isSeenFrom(From, V))
          return {{}, V};
    size_t At = positionOfLast(Full);
    auto Class = At ? Records.find(Full.take_front(At)) : Records.end();
    if (Class == Records.end())
      return {};
    return {P.fieldNamed(Class->second, Full.drop_front(At + 2)), {}};
  }

  bool isSeenFrom(UnitId From, VariableSym V) const {
    const VariableSymbol &S = P.variable(V);
    return S.Unit == From ||
           (!(S.Flags & facts::VF_Internal) && P.shareProgram(From, S.Unit));
  }

  RecordSym classOf(const DeclaredLock &L) const {
    P.trim();
    if (L.Field) {
      const FieldSymbol &F = P.field(L.Field);
      return P.recordOf(F.Unit, P.unit(F.Unit).field(F.Decl).Type);
    }
    const VariableSymbol &V = P.variable(L.Variable);
    return P.recordOf(V.Unit, P.unit(V.Unit).variable(V.Decl).Type);
  }

  const Program &P;
  llvm::StringMap<llvm::SmallVector<VariableSym, 1>> Variables;
  llvm::StringMap<RecordSym> Records;
};

} // namespace

std::vector<DeclaredOrder>
link::resolveOrders(const Program &P, llvm::ArrayRef<WrittenOrder> Written) {
  std::vector<DeclaredOrder> Result;
  if (Written.empty())
    return Result;
  NameResolver Names(P);
  for (const WrittenOrder &W : Written) {
    DeclaredLock Other = Names.resolve(W.Other, W);
    if (!Other || Other == W.Annotated)
      continue;
    Result.push_back(W.First ? DeclaredOrder{W.Annotated, Other, W.Where}
                             : DeclaredOrder{Other, W.Annotated, W.Where});
  }
  std::sort(Result.begin(), Result.end());
  Result.erase(std::unique(Result.begin(), Result.end()), Result.end());
  return Result;
}
