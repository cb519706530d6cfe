//===-- Verify.cpp - Whether facts keep their contracts: the tables -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/Verify.h"

#include "store/TextWords.h"
#include "store/VerifyBody.h"
#include "llvm/ADT/Twine.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

/// More levels of pointers and arrays than any program has.
constexpr unsigned MaxTypeDepth = 128;

class UnitVerifier {
public:
  UnitVerifier(const TranslationUnit &Unit) : Unit(Unit), In(Unit) {}

  /// What is wrong, or an empty string.
  std::string run();

private:
  const char *type(uint32_t Index);
  const char *record(uint32_t Index);
  const char *field(const Field &F);
  const char *function(const Function &F);
  const char *variable(const Variable &V);

  template <class TableT, class CheckT>
  bool each(const TableT &Table, StringRef What, CheckT Check) {
    for (uint32_t I = 0; I < Table.size() && Message.empty(); ++I)
      if (const char *Wrong = Check(I))
        Message = (What + " " + llvm::Twine(I) + ": " + Wrong).str();
    return Message.empty();
  }

  const TranslationUnit &Unit;
  InUnit In;
  std::vector<uint8_t> TypeDepths;
  std::vector<bool> Listed; ///< Fields that their owner lists.
  std::string Message;
};

const char *UnitVerifier::type(uint32_t Index) {
  const Type &T = Unit.Types[Index];
  if (!isEnumerator(T.Kind))
    return "unknown kind";
  if (T.Element && T.Element.Index >= Index)
    return "its element does not come before it";
  unsigned Depth = T.Element ? TypeDepths[T.Element.Index] + 1u : 0u;
  if (Depth > MaxTypeDepth)
    return "nested too deeply";
  TypeDepths.push_back(static_cast<uint8_t>(Depth));
  if (!In.optional(T.Record, Unit.Records))
    return "no such record";
  if (T.Kind == TypeKind::Record && !T.Record)
    return "a record type without its record";
  bool Suffix = T.Kind == TypeKind::Pointer || T.Kind == TypeKind::Reference ||
                T.Kind == TypeKind::RvalueReference ||
                T.Kind == TypeKind::Array;
  if (Suffix && !T.Element)
    return "a pointer, reference or array without its element";
  return Suffix && T.Record ? "a record beside an element" : nullptr;
}

const char *UnitVerifier::record(uint32_t Index) {
  const Record &R = Unit.Records[Index];
  if (!In.has(R.Name) || !In.has(R.Qualified) || !In.has(R.Display))
    return "no name";
  if (!In.location(R.Loc))
    return "no such file";
  for (const BaseClass &B : R.Bases)
    if (!In.has(B.Record, Unit.Records))
      return "no such base class";
  for (FieldId F : R.Fields) {
    if (!In.has(F, Unit.Fields))
      return "no such field";
    if (Unit.field(F).Owner.Index != Index || Listed[F.Index])
      return "lists a field of another record, or one twice";
    Listed[F.Index] = true;
  }
  for (TypeId T : R.TemplateArguments)
    if (!In.optional(T, Unit.Types))
      return "no such type among its arguments";
  for (FunctionId F : R.Methods)
    if (!In.has(F, Unit.Functions))
      return "no such method";
  return In.annotations(R.Annotations);
}

const char *UnitVerifier::field(const Field &F) {
  if (!In.has(F.Name))
    return "no name";
  if (!In.has(F.Owner, Unit.Records))
    return "no such owner";
  if (!Listed[&F - Unit.Fields.data()])
    return "its owner does not list it";
  if (!In.optional(F.Type, Unit.Types))
    return "no such type";
  if (!In.location(F.Loc))
    return "no such file";
  return In.annotations(F.Annotations);
}

const char *UnitVerifier::function(const Function &F) {
  if (!In.has(F.Name) || !In.has(F.Qualified))
    return "no name";
  if (!In.optional(F.Owner, Unit.Records))
    return "no such owner";
  if (!In.optional(F.Result, Unit.Types))
    return "no such type as result";
  for (TypeId T : F.Parameters)
    if (!In.optional(T, Unit.Types))
      return "no such type of a parameter";
  if (!F.ParameterNames.empty() &&
      F.ParameterNames.size() != F.Parameters.size())
    return "not as many names as parameters";
  for (StringId S : F.ParameterNames)
    if (!In.has(S))
      return "a parameter without a name, not even an empty one";
  for (FunctionId O : F.Overrides)
    if (!In.has(O, Unit.Functions))
      return "no such overridden function";
  if (!In.location(F.Loc))
    return "no such file";
  return In.annotations(F.Annotations);
}

const char *UnitVerifier::variable(const Variable &V) {
  if (!In.has(V.Name) || !In.has(V.Qualified))
    return "no name";
  if (!In.optional(V.Type, Unit.Types))
    return "no such type";
  if (!In.optional(V.InitialiserMacro, Unit.Strings))
    return "no such macro name";
  if (!In.location(V.Loc))
    return "no such file";
  return In.annotations(V.Annotations);
}

std::string UnitVerifier::run() {
  if (!isEnumerator(Unit.Language))
    return "unknown language";
  if (Unit.Files.size() > size_t(UINT16_MAX) + 1)
    return "too many files";
  Listed.assign(Unit.Fields.size(), false);
  each(Unit.Files, "file",
       [&](uint32_t I) -> const char * {
         return isEnumerator(Unit.Files[I].Owner) ? nullptr : "unknown owner";
       }) &&
      each(Unit.Types, "type", [&](uint32_t I) { return type(I); }) &&
      each(Unit.Records, "record", [&](uint32_t I) { return record(I); }) &&
      each(Unit.Fields, "field",
           [&](uint32_t I) { return field(Unit.Fields[I]); }) &&
      each(Unit.Functions, "function",
           [&](uint32_t I) { return function(Unit.Functions[I]); }) &&
      each(Unit.Variables, "variable",
           [&](uint32_t I) { return variable(Unit.Variables[I]); });
  if (!Message.empty())
    return Message;
  for (const FunctionBody &B : Unit.Bodies) {
    std::string Wrong = verifyBody(In, B);
    if (!Wrong.empty())
      return Wrong;
  }
  return Message;
}

} // namespace

llvm::Error store::verify(const TranslationUnit &Unit, StringRef Name) {
  std::string Wrong = UnitVerifier(Unit).run();
  if (Wrong.empty())
    return llvm::Error::success();
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "%s: these are no valid facts: %s",
                                 Name.str().c_str(), Wrong.c_str());
}
