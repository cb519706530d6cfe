//===-- Catalogue.cpp - All models, looked up by name ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The choice among overloads, and the built-in data.
//
//===----------------------------------------------------------------------===//

#include "models/Catalogue.h"
#include "models/BuiltinData.h"
#include "models/Loader.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

#include <tuple>

namespace fearless::models {

Catalogue Catalogue::builtin() {
  Catalogue All;
  for (const BuiltinFile &File : builtinFiles()) {
    std::string Text;
    for (llvm::StringRef Piece : File.Pieces)
      Text += Piece;
    if (llvm::Error E = All.add(Text, File.Name, /*BuiltIn=*/true))
      llvm::report_fatal_error(std::move(E));
  }
  return All;
}

/// Keeps the longest first; equal lengths cannot both match a name.
static void addPattern(std::vector<std::string> &Patterns,
                       llvm::StringRef Name) {
  auto Place = llvm::find_if(
      Patterns, [&](const std::string &P) { return P.size() < Name.size(); });
  Patterns.insert(Place, Name.str());
}

llvm::Error Catalogue::add(llvm::StringRef Yaml, llvm::StringRef Name,
                           bool BuiltIn) {
  llvm::Expected<ModelFile> File = load(Yaml, Name);
  if (!File)
    return File.takeError();
  for (TypeModel &T : File->Types)
    Types[T.Name] = std::move(T);
  for (VariableModel &V : File->Variables)
    Variables[V.Name] = std::move(V);
  for (FunctionModel &F : File->Functions)
    F.Where.BuiltIn = BuiltIn;
  add(std::move(File->Functions));
  if (!BuiltIn)
    for (llvm::StringRef Part : {Name, Yaml})
      Added += (llvm::Twine(Part.size()) + ":" + Part).str();
  return llvm::Error::success();
}

void Catalogue::add(std::vector<FunctionModel> List) {
  for (FunctionModel &F : List) {
    Rows &Overloads = Functions[F.Name];
    if (isPattern(F.Name) && Overloads.empty())
      addPattern(Patterns, F.Name);
    llvm::erase_if(Overloads, [&](const auto &Row) {
      return Row->Parameters == F.Parameters;
    });
    Overloads.push_back(std::make_shared<FunctionModel>(std::move(F)));
  }
}

/// How closely a row fits: (parameters named, has a list, list is fixed);
/// nothing if it does not fit.
using Fit = std::tuple<unsigned, bool, bool>;

static std::optional<Fit> fit(const FunctionModel &Row,
                              llvm::ArrayRef<llvm::StringRef> Parameters) {
  if (!Row.Parameters)
    return Fit(0, false, false);
  llvm::ArrayRef<std::string> Wanted = *Row.Parameters;
  bool Open = !Wanted.empty() && Wanted.back() == "...";
  if (Open)
    Wanted = Wanted.drop_back();
  if (Open ? Parameters.size() < Wanted.size()
           : Parameters.size() != Wanted.size())
    return std::nullopt;
  unsigned Named = 0;
  for (auto [Want, Is] : llvm::zip(Wanted, Parameters)) {
    if (Want == "_")
      continue;
    if (Want != Is)
      return std::nullopt;
    ++Named;
  }
  return Fit(Named, true, !Open);
}

/// "std::atomic::operator int" becomes "std::atomic::operator auto"; empty if
/// the name is not that of a conversion function.
static std::string anyConversion(llvm::StringRef Qualified) {
  static constexpr llvm::StringLiteral Word = "operator ";
  size_t At = Qualified.find(Word);
  if (At == llvm::StringRef::npos || (At && Qualified[At - 1] != ':'))
    return {};
  llvm::StringRef Type = Qualified.drop_front(At + Word.size());
  if (Type.starts_with("new") || Type.starts_with("delete"))
    return {};
  return (Qualified.take_front(At + Word.size()) + "auto").str();
}

const Catalogue::Rows *Catalogue::rows(llvm::StringRef Qualified) const {
  auto Find = [&](llvm::StringRef Key) -> const Rows * {
    auto Found = Functions.find(Key);
    return Found == Functions.end() ? nullptr : &Found->second;
  };
  if (const Rows *Exact = Find(Qualified))
    return Exact;
  if (std::string Any = anyConversion(Qualified); !Any.empty())
    if (const Rows *Conversion = Find(Any))
      return Conversion;
  for (llvm::StringRef Pattern : Patterns)
    if (Qualified.starts_with(Pattern.drop_back()))
      return Find(Pattern);
  return nullptr;
}

const FunctionModel *
Catalogue::function(llvm::StringRef Qualified,
                    llvm::ArrayRef<llvm::StringRef> Parameters) const {
  const Rows *Overloads = rows(Qualified);
  if (!Overloads)
    return nullptr;
  const FunctionModel *Best = nullptr;
  std::optional<Fit> BestFit;
  for (const auto &Row : *Overloads) {
    std::optional<Fit> F = fit(*Row, Parameters);
    if (!F || (BestFit && *F < *BestFit))
      continue;
    Best = Row.get();
    BestFit = F;
  }
  return Best;
}

const TypeModel *Catalogue::type(llvm::StringRef Qualified) const {
  auto Found = Types.find(Qualified);
  return Found == Types.end() ? nullptr : &Found->second;
}

const VariableModel *Catalogue::variable(llvm::StringRef Qualified) const {
  auto Found = Variables.find(Qualified);
  return Found == Variables.end() ? nullptr : &Found->second;
}

std::vector<const FunctionModel *> Catalogue::functions() const {
  std::vector<const FunctionModel *> All;
  for (const auto &Overloads : Functions)
    for (const auto &Row : Overloads.second)
      All.push_back(Row.get());
  llvm::sort(All, [](const FunctionModel *A, const FunctionModel *B) {
    return std::tie(A->Name, A->Parameters) < std::tie(B->Name, B->Parameters);
  });
  return All;
}

template <class Model>
static std::vector<const Model *> sorted(const llvm::StringMap<Model> &Map) {
  std::vector<const Model *> All;
  for (const auto &Entry : Map)
    All.push_back(&Entry.second);
  llvm::sort(All,
             [](const Model *A, const Model *B) { return A->Name < B->Name; });
  return All;
}

std::vector<const TypeModel *> Catalogue::types() const {
  return sorted(Types);
}

std::vector<const VariableModel *> Catalogue::variables() const {
  return sorted(Variables);
}

llvm::StringRef parameterName(const facts::TranslationUnit &Unit,
                              facts::TypeId Type) {
  return parameterName(Unit, Type, [&](facts::RecordId R) {
    return llvm::StringRef(Unit.str(Unit.record(R).Qualified));
  });
}

llvm::StringRef
parameterName(const facts::TranslationUnit &Unit, facts::TypeId Type,
              llvm::function_ref<llvm::StringRef(facts::RecordId)> Qualified) {
  using facts::TypeKind;
  while (Type) {
    const facts::Type &T = Unit.type(Type);
    switch (T.Kind) {
    case TypeKind::Pointer:
    case TypeKind::Reference:
    case TypeKind::RvalueReference:
    case TypeKind::Array:
      Type = T.Element;
      continue;
    case TypeKind::Record:
      return T.Record ? Qualified(T.Record) : llvm::StringRef();
    case TypeKind::Bool:
      return "bool";
    case TypeKind::Integer:
      return "int";
    case TypeKind::Floating:
      return "float";
    case TypeKind::Enum:
      return "enum";
    case TypeKind::Function:
      return "function";
    default:
      return {};
    }
  }
  return {};
}

} // namespace fearless::models
