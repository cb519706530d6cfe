//===-- ConfigurationReader.cpp - The text of a .fearless.yaml ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Configuration.h"

#include "models/EffectReader.h"
#include "rules/RuleTable.h"
#include "support/Paths.h"
#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::frontends {

namespace {

using models::Node;
using models::Row;

class ConfigurationReader {
public:
  ConfigurationReader(StringRef Text, StringRef Name)
      : Found(Text, Name), Tree(Text, Found),
        Directory(sys::path::parent_path(Name)) {
    Result.File = Name.str();
    Result.Text = Text.str();
  }

  Expected<Configuration> run() {
    const Node &Root = Tree.root();
    if (Found.empty() && Root.Kind != Node::Null) {
      if (Root.Kind == Node::Mapping)
        readAll(Root);
      else
        Found.add(Root,
                  "a configuration is a mapping, as 'rules:' or 'paths:'");
    }
    if (!Found.empty())
      return Found.take();
    return std::move(Result);
  }

private:
  /// Each key is a row of docs/configuration.md; a test compares them.
  void readAll(const Node &Root) {
    Row Keys(Root, Found, "the configuration");
    if (const Node *N = section(Keys, "rules"))
      readRules(*N);
    if (const Node *N = section(Keys, "paths"))
      readPaths(*N);
    if (const Node *N = section(Keys, "models"))
      Result.Models = paths(*N, "models", Patterns::No);
    if (const Node *N = section(Keys, "boundaries"))
      readBoundaries(*N);
    if (const Node *N = section(Keys, "hierarchy"))
      readHierarchies(*N);
    if (const Node *N = section(Keys, "baseline"))
      if (StringRef File = models::readText(*N, "'baseline'", Found);
          !File.empty())
        Result.Baseline = absolute(File);
    if (const Node *N = section(Keys, "cache"))
      readCache(*N);
    Keys.finish();
  }

  /// Null also where everything below the key is commented out.
  static const Node *section(Row &Keys, StringRef Key) {
    const Node *N = Keys.take(Key);
    return N && N->Kind != Node::Null ? N : nullptr;
  }

  bool isMapping(const Node &N, StringRef What) {
    if (N.Kind == Node::Mapping)
      return true;
    Found.add(N, "'" + What + "' is a mapping");
    return false;
  }

  void readRules(const Node &N) {
    if (!isMapping(N, "rules"))
      return;
    SmallVector<StringRef, 32> Known;
    for (const rules::Rule &R : rules::allRules())
      Known.push_back(R.Id);
    for (const Node::Entry &E : N.Entries) {
      StringRef Id = E.Key.Text;
      Id.consume_front("fearless-");
      if (!is_contained(Known, Id))
        refuse(E.Key, "there is no rule '" + Id + "'", Id, Known);
      else
        readTier(E.Value, Result.Rules[Id.str()]);
    }
  }

  void readTier(const Node &N, std::optional<findings::Tier> &Tier) {
    static const StringRef Words[] = {"high", "medium", "strict", "off"};
    const auto *It = find(Words, N.Text);
    if (N.Kind != Node::Scalar || It == std::end(Words))
      return refuse(N, "a rule is high, medium, strict or off", N.Text, Words);
    if (*It != "off")
      Tier = findings::Tier(It - std::begin(Words));
  }

  void refuse(const Node &N, const Twine &What, StringRef Word,
              ArrayRef<StringRef> Valid) {
    StringRef Meant = support::nearest(Word, Valid);
    Found.add(N,
              Meant.empty() ? What : What + "; did you mean '" + Meant + "'?");
  }

  // Paths --------------------------------------------------------------------

  void readPaths(const Node &N) {
    if (!isMapping(N, "paths"))
      return;
    Row Keys(N, Found, "'paths'");
    if (const Node *P = Keys.take("user"))
      Result.UserPaths = paths(*P, "user", Patterns::No);
    if (const Node *P = Keys.take("vendored"))
      Result.VendoredPaths = paths(*P, "vendored", Patterns::Yes);
    if (const Node *P = Keys.take("generated"))
      Result.GeneratedPaths = paths(*P, "generated", Patterns::Yes);
    if (const Node *P = Keys.take("tests"))
      Result.TestPaths = paths(*P, "tests", Patterns::Yes);
    Keys.finish();
  }

  std::string absolute(StringRef Path) const {
    return support::absoluteIn(Directory, support::normalised(Path));
  }

  enum class Patterns { No, Yes };

  /// One path, or a list of them.
  std::vector<std::string> paths(const Node &N, StringRef What, Patterns May) {
    std::string Quoted = ("a path of '" + What + "'").str();
    std::vector<std::string> Paths;
    auto add = [&](const Node &One) {
      StringRef Path = models::readText(One, Quoted, Found);
      if (Path.contains('*') && May == Patterns::No)
        Found.add(One, Quoted + " is no pattern: name the directory or file");
      else if (Path.contains('*'))
        addPattern(One, Path, Paths);
      else if (!Path.empty())
        Paths.push_back(absolute(Path));
    };
    forEach(N, add);
    return Paths;
  }

  /// A pattern of whole paths; the directory of the file means just itself.
  void addPattern(const Node &N, StringRef Text, std::vector<std::string> &To) {
    std::string Pattern;
    if (!sys::path::is_absolute(Text)) {
      for (char C : Directory + "/") {
        if (StringRef("*?[]{}\\").contains(C))
          Pattern += '\\';
        Pattern += C;
      }
      Text.consume_front("./");
    }
    Pattern += Text;
    if (checkPattern(N, Pattern))
      To.push_back(std::move(Pattern));
  }

  bool checkPattern(const Node &N, StringRef Pattern) {
    Expected<GlobPattern> Glob = GlobPattern::create(Pattern);
    if (Glob)
      return true;
    Found.add(N,
              "'" + N.Text + "' is no pattern: " + toString(Glob.takeError()));
    return false;
  }

  /// One, or a list of them.
  void forEach(const Node &N, function_ref<void(const Node &)> Do) {
    if (N.Kind == Node::Sequence)
      for_each(N.Items, Do);
    else
      Do(N);
  }

  // Boundaries ---------------------------------------------------------------

  void readBoundaries(const Node &N) {
    if (N.Kind != Node::Sequence)
      return Found.add(N, "'boundaries' is a list, each item with 'function:' "
                          "and 'parameter:'");
    for (const Node &Item : N.Items)
      readBoundary(Item);
  }

  /// A boundary is a row of a model file: it is made one, and read as one.
  void readBoundary(const Node &N) {
    if (N.Kind != Node::Mapping)
      return Found.add(N, "a boundary is a mapping: 'function: app::post'");
    Row Keys(N, Found, "a boundary");
    const Node *Function = Keys.take("function");
    const Node *Parameter = Keys.take("parameter");
    const Node *Many = Keys.take("many");
    Keys.finish();
    unsigned Index = 0;
    if (!Function)
      return Found.add(N, "which 'function' starts threads?");
    if (Parameter && !readNumber(*Parameter, "'parameter'", 255, Index))
      return;
    std::string First = utostr(Index), Rest = utostr(Index + 1) + "...";
    Node Spawn = scalar(N, "");
    Spawn.Kind = Node::Sequence;
    Spawn.Items = {scalar(N, First), scalar(N, Rest)};
    Node AsRow = N;
    AsRow.Entries = {{scalar(N, "name"), *Function},
                     {scalar(N, "spawn"), std::move(Spawn)}};
    if (Many)
      AsRow.Entries.push_back({scalar(N, "many"), *Many});
    for (models::FunctionModel &F : models::readFunctionRow(AsRow, {}, Found))
      Result.Boundaries.push_back(std::move(F));
  }

  static Node scalar(const Node &At, StringRef Text) {
    Node N;
    N.Kind = Node::Scalar;
    N.Offset = At.Offset;
    N.Text = Text;
    return N;
  }

  bool readNumber(const Node &N, StringRef What, unsigned Most, unsigned &To) {
    if (N.Kind == Node::Scalar && !N.Text.getAsInteger(10, To) && To <= Most)
      return true;
    Found.add(N, What + " is a number from 0 to " + Twine(Most));
    return false;
  }

  // Hierarchies --------------------------------------------------------------

  /// A list of locks, or a list of such lists.
  void readHierarchies(const Node &N) {
    if (N.Kind != Node::Sequence)
      return Found.add(N, "'hierarchy' is a list of locks, the first one to be "
                          "locked first, or several such lists");
    bool Several =
        any_of(N.Items, [](const Node &I) { return I.Kind == Node::Sequence; });
    if (!Several)
      return readHierarchy(N);
    for (const Node &Item : N.Items)
      if (Item.Kind == Node::Sequence)
        readHierarchy(Item);
      else
        Found.add(Item, "a lock stands beside a list: write one list, or lists "
                        "only");
  }

  void readHierarchy(const Node &N) {
    analysis::LockHierarchy H;
    StringMap<unsigned> Seen;
    for (const Node &Item : N.Items) {
      analysis::LockHierarchy::Level L;
      if (!readLevel(Item, L))
        continue;
      auto [Before, New] = Seen.try_emplace(L.Lock, L.Where.Line);
      if (!New)
        Found.add(Item, "'" + L.Lock + "' has a place already, at line " +
                            Twine(Before->second));
      H.Levels.push_back(std::move(L));
    }
    if (!H.Levels.empty())
      Result.Hierarchies.push_back(std::move(H));
  }

  /// "Ledger::mu_", or with more to say: "lock: Node::mu_, nested: true".
  bool readLevel(const Node &N, analysis::LockHierarchy::Level &L) {
    const Node *Name = &N;
    if (N.Kind == Node::Mapping) {
      Row Keys(N, Found, "a lock of the hierarchy");
      Name = Keys.take("lock");
      if (const Node *Nested = Keys.take("nested"))
        L.Nested = models::readBool(*Nested, "nested", Found);
      Keys.finish();
      if (!Name) {
        Found.add(N, "which 'lock' is it?");
        return false;
      }
    }
    StringRef Text = models::readText(*Name, "a lock's name", Found);
    if (Text.empty())
      return false;
    Text.consume_front("::");
    if (!checkPattern(*Name, Text))
      return false;
    L.Lock = Text.str();
    L.Where = {Result.File, Found.line(Name->Offset),
               Found.column(Name->Offset)};
    return true;
  }

  // Cache --------------------------------------------------------------------

  void readCache(const Node &N) {
    if (N.Kind == Node::Scalar && N.Text == "off") {
      Result.NoCache = true;
      return;
    }
    if (N.Kind != Node::Mapping)
      return Found.add(N, "'cache' is off, or has 'directory:' and 'size:'");
    Row Keys(N, Found, "'cache'");
    if (const Node *D = Keys.take("directory"))
      if (StringRef Path = models::readText(*D, "the cache's directory", Found);
          !Path.empty())
        Result.CacheDirectory = absolute(Path);
    if (const Node *S = Keys.take("size")) {
      unsigned MiB = 0;
      if (readNumber(*S, "'size'", 1u << 30, MiB))
        Result.CacheSize = MiB;
    }
    Keys.finish();
  }

  models::Problems Found;
  models::Document Tree;
  std::string Directory;
  Configuration Result;
};

} // namespace

Expected<Configuration> Configuration::read(StringRef Text, StringRef Name) {
  return ConfigurationReader(Text, Name).run();
}

} // namespace fearless::frontends
