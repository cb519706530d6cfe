//===-- RowReader.cpp - One row of a model file ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Types, variables, and the frame of function rows; effects are read by
// EffectReader.
//
//===----------------------------------------------------------------------===//

#include "models/RowReader.h"
#include "models/EffectReader.h"
#include "models/Vocabulary.h"
#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace fearless::models {

Row::Row(const Node &Mapping, Problems &Found, llvm::StringRef What)
    : Mapping(Mapping), Found(Found), What(What) {
  if (Mapping.Kind != Node::Mapping)
    Found.add(Mapping, What + " is written as 'key: value' pairs");
  for (size_t I = 0; I != Mapping.Entries.size(); ++I) {
    const Node &Key = Mapping.Entries[I].Key;
    for (size_t J = 0; J != I; ++J)
      if (Mapping.Entries[J].Key.Text == Key.Text) {
        Found.add(Key, "key '" + Key.Text + "' occurs twice");
        break;
      }
  }
}

const Node *Row::take(llvm::StringRef Key) {
  Valid.push_back(Key);
  for (const Node::Entry &E : Mapping.Entries)
    if (E.Key.Text == Key)
      return &E.Value;
  return nullptr;
}

void Row::finish() {
  for (const Node::Entry &E : Mapping.Entries) {
    if (llvm::is_contained(Valid, E.Key.Text))
      continue;
    llvm::StringRef Near = support::nearest(E.Key.Text, Valid);
    std::string Hint = Near.empty() ? What.str() + " has no such key"
                                    : "did you mean '" + Near.str() + "'?";
    Found.add(E.Key, "unknown key '" + E.Key.Text + "'; " + Hint);
  }
}

llvm::StringRef readText(const Node &N, llvm::StringRef What, Problems &Found) {
  if (N.Kind == Node::Scalar && !N.Text.empty())
    return N.Text;
  Found.add(N, What + " is missing: a word is expected here");
  return {};
}

/// Qualified names as Clang prints them, less template arguments.
static bool checkName(const Node &N, Problems &Found) {
  llvm::StringRef Name = readText(N, "the name", Found);
  if (Name.empty())
    return false;
  if (Name.starts_with("::")) {
    Found.add(N, "names are written without the leading '::'");
    return false;
  }
  if (Name == "(constructor)" || Name == "(destructor)")
    return true;
  llvm::StringRef Scope = Name.take_front(Name.find("operator"));
  if (Scope.contains('<')) {
    Found.add(N, "names carry no template arguments: '" +
                     Name.take_front(Name.find('<')) + "' stands for all");
    return false;
  }
  if (Scope.drop_back(!Scope.empty() && isPattern(Name)).contains('*')) {
    Found.add(N, "'*' stands only at the end of a name");
    return false;
  }
  if (Scope.contains(' ') || Scope.contains('(')) {
    Found.add(N, "'" + Name +
                     "' is not a qualified name; parameter types are "
                     "written in 'params'");
    return false;
  }
  return true;
}

/// The name of the group in "<sequences>", or empty.
static llvm::StringRef groupName(llvm::StringRef Text) {
  bool Is = Text.consume_front("<") && Text.consume_back(">");
  return Is ? Text : llvm::StringRef();
}

static void addGroup(const Node &N, const Groups &Known, Problems &Found,
                     std::vector<llvm::StringRef> &Names) {
  llvm::StringRef Group = groupName(N.Text);
  auto Place = Known.find(Group);
  if (Place != Known.end()) {
    llvm::append_range(Names, Place->second);
    return;
  }
  llvm::StringRef Near = support::nearest(Group, llvm::to_vector(Known.keys()));
  Found.add(N, "there is no group '" + Group + "'" +
                   (Near.empty() ? "" : "; did you mean '" + Near + "'?"));
}

/// One name or a list of them.
static std::vector<llvm::StringRef>
readNameList(const Node &N, const Groups &Known, Problems &Found) {
  llvm::ArrayRef<Node> List = N;
  if (N.Kind == Node::Sequence)
    List = N.Items;
  std::vector<llvm::StringRef> Names;
  for (const Node &Name : List) {
    if (!groupName(Name.Text).empty())
      addGroup(Name, Known, Found, Names);
    else if (checkName(Name, Found))
      Names.push_back(Name.Text);
  }
  return Names;
}

Groups readGroups(const Node &N, Problems &Found) {
  Groups All;
  Row R(N, Found, "the groups");
  for (const Node::Entry &E : N.Entries)
    All[E.Key.Text] = readNameList(E.Value, All, Found);
  return All;
}

/// "std::mutex" and "lock" make "std::mutex::lock"; (constructor) and
/// (destructor) are what the class calls them.
static std::string memberName(llvm::StringRef Class, llvm::StringRef Member) {
  size_t At = Class.rfind("::");
  llvm::StringRef Own = At == Class.npos ? Class : Class.drop_front(At + 2);
  if (Member == "(constructor)")
    return (Class + "::" + Own).str();
  if (Member == "(destructor)")
    return (Class + "::~" + Own).str();
  return (Class + "::" + Member).str();
}

static std::vector<std::string> readNames(Row &R, const Groups &Known,
                                          Problems &Found) {
  const Node *N = R.take("name");
  if (!N) {
    if (R.node().Kind == Node::Mapping)
      Found.add(R.node(), "this row has no 'name'");
    return {};
  }
  std::vector<llvm::StringRef> Plain = readNameList(*N, Known, Found);
  const Node *Of = R.take("of");
  if (!Of)
    return {Plain.begin(), Plain.end()};
  std::vector<std::string> Names;
  for (llvm::StringRef Class : readNameList(*Of, Known, Found))
    for (llvm::StringRef Member : Plain)
      Names.push_back(memberName(Class, Member));
  return Names;
}

static std::optional<TypeRole> readRole(Row &R, Problems &Found) {
  const Node *N = R.take("is");
  if (!N) {
    if (R.node().Kind == Node::Mapping)
      Found.add(R.node(), "this row has no 'is': which role does it play?");
    return std::nullopt;
  }
  llvm::StringRef Word = readText(*N, "the role", Found);
  llvm::SmallVector<llvm::StringRef, 16> Valid;
  for (const RoleTerm &T : roleTerms()) {
    if (T.Key == Word)
      return T.Role;
    Valid.push_back(T.Key);
  }
  llvm::StringRef Near = support::nearest(Word, Valid);
  if (!Word.empty())
    Found.add(*N, "unknown role '" + Word + "'; " +
                      (Near.empty() ? "the roles are " + llvm::join(Valid, ", ")
                                    : "did you mean '" + Near.str() + "'?"));
  return std::nullopt;
}

static bool readFlag(Row &R, llvm::StringRef Key, Problems &Found) {
  const Node *N = R.take(Key);
  return N && readBool(*N, Key, Found);
}

static TypeCount readCount(Row &R, Problems &Found) {
  const Node *N = R.take("count");
  if (!N)
    return TypeCount::None;
  llvm::StringRef Word = readText(*N, "how it counts", Found);
  if (Word == "plain")
    return TypeCount::Plain;
  if (Word == "pointee")
    return TypeCount::Pointee;
  if (!Word.empty())
    Found.add(*N, "'" + Word + "' is no way to count; 'plain' and 'pointee' are");
  return TypeCount::None;
}

static std::vector<std::string> readInitialisers(Row &R, Problems &Found) {
  std::vector<std::string> Macros;
  const Node *N = R.take("recursive-initialisers");
  if (!N)
    return Macros;
  if (N->Kind != Node::Sequence) {
    Found.add(*N, "a list of macro names is expected: [MACRO]");
    return Macros;
  }
  for (const Node &Macro : N->Items)
    Macros.push_back(readText(Macro, "the macro's name", Found).str());
  return Macros;
}

static Origin origin(const Node &N, const Problems &Found) {
  return {Found.file().str(), Found.line(N.Offset), {}, false};
}

std::vector<TypeModel> readTypeRow(const Node &N, const Groups &Known,
                                   Problems &Found) {
  Row R(N, Found, "a type row");
  std::vector<std::string> Names = readNames(R, Known, Found);
  std::optional<TypeRole> Role = readRole(R, Found);
  TypeModel Model;
  Model.Recursive = readFlag(R, "recursive", Found);
  Model.Owner = readFlag(R, "owner", Found);
  Model.Shared = readFlag(R, "shared", Found);
  Model.RecursiveReaders = readFlag(R, "recursive-readers", Found);
  Model.Stable = readFlag(R, "stable", Found);
  Model.Count = readCount(R, Found);
  if (const Node *Form = R.take("atomic-form"))
    Model.AtomicForm = readText(*Form, "the template's name", Found).str();
  Model.RecursiveInitialisers = readInitialisers(R, Found);
  R.finish();
  bool OnlyForLocks = Model.Recursive || Model.RecursiveReaders ||
                      !Model.RecursiveInitialisers.empty();
  if (Role && *Role != TypeRole::Lock && OnlyForLocks)
    Found.add(N, "only a lock is recursive");
  if (Role && *Role != TypeRole::Pointer && Model.Owner)
    Found.add(N, "only a pointer owns");
  if (Role && *Role != TypeRole::Lock && *Role != TypeRole::Pointer &&
      Model.Shared)
    Found.add(N, "only a lock or a pointer is shared");
  if (Role && *Role != TypeRole::Container && Model.Stable)
    Found.add(N, "only a container is stable");
  bool Counts = Role == TypeRole::Pointer ||
                (Role == TypeRole::Value && Model.Count == TypeCount::Plain);
  if (Role && Model.Count != TypeCount::None && !Counts)
    Found.add(N, "only a pointer counts, or a value plainly");
  if (!Model.AtomicForm.empty() &&
      !(Role == TypeRole::Pointer && Model.Count == TypeCount::Plain))
    Found.add(N, "only a pointer that counts plainly has an atomic form");

  std::vector<TypeModel> Rows;
  Model.Role = Role.value_or(TypeRole::Value);
  Model.Where = origin(N, Found);
  for (std::string &Name : Names) {
    Model.Name = std::move(Name);
    Rows.push_back(Model);
  }
  return Rows;
}

std::vector<VariableModel> readVariableRow(const Node &N, const Groups &Known,
                                           Problems &Found) {
  Row R(N, Found, "a variable row");
  std::vector<std::string> Names = readNames(R, Known, Found);
  std::optional<TypeRole> Role = readRole(R, Found);
  R.finish();
  std::vector<VariableModel> Rows;
  for (std::string &Name : Names)
    Rows.push_back(
        {std::move(Name), Role.value_or(TypeRole::Value), origin(N, Found)});
  return Rows;
}

static std::optional<std::vector<std::string>> readParams(Row &R,
                                                          Problems &Found) {
  const Node *N = R.take("params");
  if (!N)
    return std::nullopt;
  std::vector<std::string> Params;
  if (N->Kind != Node::Sequence) {
    Found.add(*N, "a list of parameter types is expected: [std::mutex, _]");
    return std::nullopt;
  }
  for (const Node &P : N->Items) {
    llvm::StringRef Name = readText(P, "a parameter's type", Found);
    if (Name == "..." && &P != &N->Items.back())
      Found.add(P, "'...' stands last");
    if (Name.find_first_of("<>*& ") != llvm::StringRef::npos)
      Found.add(P, "'" + Name +
                       "': a parameter's type is written without "
                       "const, &, * and template arguments");
    Params.push_back(Name.str());
  }
  return Params;
}

/// Selectors that name an argument which the row's own params rule out.
static void checkArguments(const FunctionModel &Model, const Node &N,
                           Problems &Found) {
  if (!Model.Parameters || llvm::is_contained(*Model.Parameters, "..."))
    return;
  size_t Count = Model.Parameters->size();
  auto Check = [&](const Selector &S) {
    if (S.Kind == SelectorKind::Argument && S.Index >= Count)
      Found.add(N, "there is no argument " + llvm::Twine(S.Index) +
                       ": the row has " + llvm::Twine(Count) + " params");
  };
  for (const Effect &E : Model.Effects) {
    Check(E.On);
    llvm::for_each(E.Operands, Check);
  }
}

std::vector<FunctionModel> readFunctionRow(const Node &N, const Groups &Known,
                                           Problems &Found) {
  Row R(N, Found, "a function row");
  std::vector<std::string> Names = readNames(R, Known, Found);
  FunctionModel Model;
  Model.Parameters = readParams(R, Found);
  Model.Effects = readEffects(R, Found);
  R.finish();
  checkArguments(Model, N, Found);

  std::vector<FunctionModel> Rows;
  Model.Where = origin(N, Found);
  for (std::string &Name : Names) {
    Model.Name = std::move(Name);
    Rows.push_back(Model);
  }
  return Rows;
}

} // namespace fearless::models
