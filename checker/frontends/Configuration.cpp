//===-- Configuration.cpp - What a project has decided once ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Configuration.h"

#include "models/RowReader.h"
#include "rules/RuleTable.h"
#include "support/Paths.h"
#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
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
  void readAll(const Node &Root) {
    Row Keys(Root, Found, "the configuration");
    if (const Node *N = Keys.take("rules"))
      readRules(*N);
    if (const Node *N = Keys.take("paths"))
      readPaths(*N);
    if (const Node *N = Keys.take("models"))
      Result.Models = paths(*N, "models");
    if (const Node *N = Keys.take("baseline"))
      if (StringRef File = models::readText(*N, "'baseline'", Found);
          !File.empty())
        Result.Baseline = absolute(File);
    Keys.finish();
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

  void readPaths(const Node &N) {
    if (!isMapping(N, "paths"))
      return;
    Row Keys(N, Found, "'paths'");
    if (const Node *P = Keys.take("user"))
      Result.UserPaths = paths(*P, "user");
    if (const Node *P = Keys.take("vendored"))
      Result.VendoredPaths = paths(*P, "vendored");
    if (const Node *P = Keys.take("tests"))
      Result.TestPaths = paths(*P, "tests");
    Keys.finish();
  }

  std::string absolute(StringRef Path) const {
    return support::absoluteIn(Directory, support::normalised(Path));
  }

  /// One path, or a list of them.
  std::vector<std::string> paths(const Node &N, StringRef What) {
    std::string Quoted = ("a path of '" + What + "'").str();
    std::vector<std::string> Paths;
    auto add = [&](const Node &One) {
      if (StringRef Path = models::readText(One, Quoted, Found); !Path.empty())
        Paths.push_back(absolute(Path));
    };
    if (N.Kind == Node::Sequence)
      for_each(N.Items, add);
    else
      add(N);
    return Paths;
  }

  models::Problems Found;
  models::Document Tree;
  std::string Directory;
  Configuration Result;
};

bool isIn(ArrayRef<std::string> Directories, StringRef ProjectRoot,
          const findings::Place &P) {
  std::string Path = support::absoluteIn(ProjectRoot, P.File);
  return any_of(Directories, [&](StringRef D) {
    return !sys::path::is_absolute(support::relativeTo(D, Path));
  });
}

} // namespace

Expected<Configuration> Configuration::read(StringRef Text, StringRef Name) {
  return ConfigurationReader(Text, Name).run();
}

Expected<Configuration> Configuration::load(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Buffer)
    return createStringError(
        "the configuration '" + File +
        "' cannot be read: " + Buffer.getError().message());
  SmallString<256> Absolute(File);
  sys::fs::make_absolute(Absolute);
  return read((*Buffer)->getBuffer(), Absolute);
}

Expected<Configuration> Configuration::nearest(StringRef Directory) {
  for (StringRef D = Directory; !D.empty(); D = sys::path::parent_path(D)) {
    SmallString<256> File(D), Git(D);
    sys::path::append(File, ".fearless.yaml");
    sys::path::append(Git, ".git");
    if (sys::fs::exists(File))
      return load(File);
    if (sys::fs::exists(Git))
      break;
  }
  return Configuration();
}

void Configuration::apply(std::vector<findings::Finding> &Findings,
                          StringRef ProjectRoot) const {
  erase_if(Findings, [&](const findings::Finding &F) {
    auto It = Rules.find(F.Rule);
    return It != Rules.end() && !It->second;
  });
  for (findings::Finding &F : Findings) {
    if (auto It = Rules.find(F.Rule); It != Rules.end())
      F.Tier = *It->second;
    auto inTests = [&](const findings::Place &P) {
      return P.File.empty() || isIn(TestPaths, ProjectRoot, P);
    };
    bool Aside = isIn(VendoredPaths, ProjectRoot, F.Where) ||
                 (inTests(F.Where) && all_of(F.Notes, [&](const auto &N) {
                    return inTests(N.Where);
                  }));
    if (Aside)
      F.Tier = std::max(F.Tier, findings::Tier::Medium);
  }
}

} // namespace fearless::frontends
