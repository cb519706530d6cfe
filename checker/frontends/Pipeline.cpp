//===-- Pipeline.cpp - From translation units to findings -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Pipeline.h"

#include "link/Program.h"
#include "models/Suggest.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>
#include <tuple>

using namespace llvm;

namespace fearless::frontends {

Expected<models::Catalogue>
loadModels(ArrayRef<std::string> UserFiles,
           const std::vector<models::FunctionModel> &Boundaries) {
  models::Catalogue Models = models::Catalogue::builtin();
  Models.add(Boundaries);
  for (const std::string &File : UserFiles) {
    auto Buffer = MemoryBuffer::getFile(File, /*IsText=*/true);
    if (!Buffer)
      return createStringError("the models '" + File + "' cannot be read: " +
                               Buffer.getError().message());
    if (Error E = Models.add((*Buffer)->getBuffer(), File))
      return std::move(E);
  }
  return Models;
}

namespace {

/// The arguments that \p Row speaks of, one by one: 1 + the greatest number.
size_t argumentsOf(const models::FunctionModel &Row) {
  size_t Count = 0;
  auto note = [&](const models::Selector &S) {
    if (S.Kind == models::SelectorKind::Argument)
      Count = std::max<size_t>(Count, S.Index + 1);
  };
  for (const models::Effect &E : Row.Effects) {
    note(E.On);
    for_each(E.Operands, note);
  }
  return Count;
}

/// Whether some function of that name has the arguments, or none has the name.
bool hasArguments(const link::Program &Program,
                  const models::FunctionModel &Row) {
  size_t Count = argumentsOf(Row);
  bool Known = false;
  for (const link::FunctionSymbol &F : Program.functions()) {
    if (F.Qualified != Row.Name)
      continue;
    Program.trim();
    if (F.has(facts::FnF_Variadic) ||
        Program.unit(F.Unit).function(F.Decl).Parameters.size() >= Count)
      return true;
    Known = true;
  }
  return !Known;
}

/// Rows that the user wrote and that name nothing in the program: most likely a
/// slip of the pen.
std::vector<std::string> unboundRows(const link::Program &Program,
                                     const models::Catalogue &Models,
                                     ArrayRef<std::string> UserFiles) {
  if (UserFiles.empty())
    return {};
  StringSet<> Functions, Records;
  for (const link::FunctionSymbol &F : Program.functions())
    Functions.insert(F.Qualified);
  for (const link::RecordSymbol &R : Program.records())
    Records.insert(R.Qualified);
  std::vector<std::pair<models::Origin, std::string>> Wrong;
  auto note = [&](const auto &Row, const StringSet<> &Known) {
    if (!is_contained(UserFiles, Row.Where.File) || Known.contains(Row.Name))
      return;
    StringRef Name = Row.Name;
    bool Pattern =
        models::isPattern(Name) && any_of(Known.keys(), [&](StringRef K) {
          return K.starts_with(Name.drop_back());
        });
    if (!Pattern)
      Wrong.push_back(
          {Row.Where, "'" + Row.Name + "' names nothing in this program"});
  };
  for (const models::FunctionModel *M : Models.functions()) {
    note(*M, Functions);
    if (is_contained(UserFiles, M->Where.File) && !hasArguments(Program, *M))
      Wrong.push_back({M->Where, "'" + M->Name + "' has no argument " +
                                     std::to_string(argumentsOf(*M) - 1) +
                                     ": they count from 0"});
  }
  for (const models::TypeModel *M : Models.types())
    note(*M, Records);
  llvm::sort(Wrong, [](const auto &A, const auto &B) {
    return std::tie(A.first.File, A.first.Line, A.second) <
           std::tie(B.first.File, B.first.Line, B.second);
  });
  std::vector<std::string> Result;
  for (const auto &[Where, What] : Wrong)
    Result.push_back(Where.File + ":" + std::to_string(Where.Line) +
                     ": warning: " + What);
  return Result;
}

} // namespace

static void sortOnce(std::vector<std::string> &Names) {
  llvm::sort(Names);
  Names.erase(llvm::unique(Names), Names.end());
}

static void findFiles(const facts::UnitSources &Units, Analysis &Result) {
  for (const std::unique_ptr<facts::UnitSource> &Unit : Units)
    for (const facts::File &F : Unit->texts().Files) {
      if (F.Owner != facts::FileOwner::System)
        Result.UserFiles.push_back(F.Path);
      if (F.Generated)
        Result.MarkedFiles.push_back(F.Path);
    }
  sortOnce(Result.UserFiles);
  sortOnce(Result.MarkedFiles);
}

Analysis analyse(facts::UnitSources Units, const models::Catalogue &Models,
                 const rules::Options &Options,
                 ArrayRef<std::string> UserModels) {
  Analysis Result;
  findFiles(Units, Result);
  link::Program Program = link::link(std::move(Units), Models);
  Result.Report = rules::run(Program, Models, Options);
  Result.ModelWarnings = unboundRows(Program, Models, UserModels);
  return Result;
}

void inspect(
    facts::UnitSources Units, const models::Catalogue &Models,
    const rules::Options &Options,
    function_ref<void(const analysis::Analysis &, const rules::Report &)>
        Look) {
  link::Program Program = link::link(std::move(Units), Models);
  analysis::Analysis A(Program, Models, Options.Hierarchies);
  Look(A, rules::run(A, Options));
}

/// Whether the class is made of locks or guards that are known: then its own
/// member functions say what it does.
static bool wrapsKnownLock(const link::Program &Program, link::RecordSym Sym,
                           unsigned Depth = 0) {
  constexpr unsigned Deepest = 4;
  const link::RecordSymbol &R = Program.record(Sym);
  if (R.Model)
    return R.Model->Role == models::TypeRole::Lock ||
           R.Model->Role == models::TypeRole::Guard;
  if (Depth == Deepest)
    return false;
  const facts::TranslationUnit &Unit = Program.unit(R.Unit);
  const facts::Record &Decl = Unit.record(R.Decl);
  auto wraps = [&](link::RecordSym Part) {
    return Part && wrapsKnownLock(Program, Part, Depth + 1);
  };
  return any_of(Decl.Bases,
                [&](const facts::BaseClass &B) {
                  return wraps(Program.symbol(R.Unit, B.Record));
                }) ||
         any_of(Decl.Fields, [&](facts::FieldId F) {
           return wraps(Program.recordOf(R.Unit, Unit.field(F).Type));
         });
}

/// A name that only the implementation may give: users meet such a class
/// through another.
static bool isReserved(StringRef Qualified) {
  StringRef Name = Qualified.substr(Qualified.rfind(':') + 1);
  return Name.starts_with("__") ||
         (Name.size() > 1 && Name[0] == '_' && isUpper(Name[1]));
}

std::vector<Suggestion> suggestModels(facts::UnitSources Units,
                                      const models::Catalogue &Models) {
  link::Program Program = link::link(std::move(Units), Models);
  std::vector<Suggestion> Result;
  for (const auto &[Index, R] : enumerate(Program.records())) {
    if (R.Model || isReserved(R.Qualified) ||
        wrapsKnownLock(Program, link::RecordSym(Index)))
      continue;
    findings::Place Where =
        Program.place(R.Unit, Program.unit(R.Unit).record(R.Decl).Loc);
    if (models::looksLikeGuard(R.Qualified))
      Result.push_back({"guard", R.Qualified, Where});
    else if (models::looksLikeLock(R.Qualified))
      Result.push_back({"lock", R.Qualified, Where});
  }
  for (const link::FunctionSymbol &F : Program.functions())
    // The body of a function speaks for itself.
    if (!F.Model && F.Bodies.empty() &&
        models::looksLikeThreadStarter(F.Qualified))
      Result.push_back(
          {"thread starter", F.Qualified,
           Program.place(F.Unit, Program.unit(F.Unit).function(F.Decl).Loc)});
  auto key = [](const Suggestion &S) {
    return std::tie(S.What, S.Name, S.Where);
  };
  llvm::sort(Result, [&](const Suggestion &A, const Suggestion &B) {
    return key(A) < key(B);
  });
  // Specialisations and overloads share their qualified name.
  auto same = [](const Suggestion &A, const Suggestion &B) {
    return A.What == B.What && A.Name == B.Name;
  };
  Result.erase(std::unique(Result.begin(), Result.end(), same), Result.end());
  return Result;
}

} // namespace fearless::frontends
