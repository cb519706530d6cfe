//===-- ExplainCommand.cpp - fearless explain -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Commands.h"
#include "frontends/cli/Inspection.h"
#include "frontends/cli/RulePages.h"
#include "rules/AccessReport.h"
#include "rules/TypeReport.h"
#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// "src/cache.cpp:71" or "src/cache.cpp:71:5": file and line.
std::optional<std::pair<StringRef, unsigned>> lineIn(StringRef Word) {
  std::optional<std::pair<StringRef, unsigned>> Found;
  for (int Numbers = 0; Numbers < 2; ++Numbers) {
    auto [Before, Last] = Word.rsplit(':');
    unsigned Line = 0;
    if (Before.empty() || Last.getAsInteger(10, Line))
      break;
    Found = {Before, Line};
    Word = Before;
  }
  return Found;
}

/// A rule is spelled with hyphens, as no variable is.
bool looksLikeRule(StringRef Word) {
  return Word.contains('-') && !Word.contains('.') && !Word.contains('/') &&
         !Word.contains(':');
}

int explainRule(StringRef Name) {
  for (const RulePage &Page : rulePages())
    if (Page.Rule == Name)
      for (StringRef Piece : Page.Pieces)
        outs() << Piece;
  return ExitClean;
}

int unknownRule(StringRef Name) {
  SmallVector<StringRef, 32> Known;
  for (const rules::Rule &R : rules::allRules())
    Known.push_back(R.Id);
  StringRef Meant = support::nearest(Name, Known);
  return usageError(createStringError(
      "there is no rule '" + Name + "'; " +
      (Meant.empty() ? std::string() : "did you mean '" + Meant.str() + "'? ") +
      "'fearless rules' lists them"));
}

class DataPrinter {
public:
  explicit DataPrinter(const report::SourceFiles &Names) : Names(Names) {}

  void print(const rules::DataReport &R) const {
    outs() << '\'' << R.Name << '\'';
    if (R.Declared.Line)
      outs() << ", declared at " << place(R.Declared);
    outs() << ": " << counted(R.Accesses.size() + R.Left, "access", "accesses")
           << '\n';
    for (const rules::AccessEntry &E : R.Accesses)
      access(E);
    if (R.Left)
      outs() << "  and " << R.Left << " more\n";
    for (const findings::Finding *F : R.Findings)
      outs() << "  found: " << place(F->Where) << ": " << F->Message
             << " [fearless-" << F->Rule << "]\n";
    outs() << "  verdict: " << R.Verdict << '\n';
    for (const rules::Reason &Why : R.Reasons)
      outs() << "    " << Why.Text << ": "
             << counted(Why.Pairs, "pair", "pairs") << " (" << place(Why.First)
             << " and " << place(Why.Second) << ")\n";
    for (const std::string &Text : R.Unknowns)
      outs() << "  unknown: " << Text << '\n';
  }

private:
  std::string place(const findings::Place &P) const {
    return Names.displayName(P.File) + ":" + std::to_string(P.Line) + ":" +
           std::to_string(P.Column);
  }

  void access(const rules::AccessEntry &E) const {
    outs() << "  " << place(E.Where) << ": " << E.Function
           << (E.Atomic ? (E.Write ? " writes it, atomically"
                                   : " reads it, atomically")
                        : (E.Write ? " writes it" : " reads it"));
    if (!E.Outside.empty())
      outs() << "; " << E.Outside;
    outs() << '\n';
    for (const rules::AccessWay &Way : E.Ways)
      way(Way);
  }

  void way(const rules::AccessWay &Way) const {
    outs() << "    " << Way.Thread;
    if (Way.Start.Line)
      outs() << ' ' << place(Way.Start);
    if (!Way.Chain.empty())
      outs() << ", through " << Way.Chain;
    outs() << "; holds " << (Way.Locks.empty() ? "no lock" : names(Way.Locks));
    if (!Way.Perhaps.empty())
      outs() << "; perhaps one of " << names(Way.Perhaps);
    if (Way.Doubtful)
      outs() << "; only by a call that may run many functions";
    outs() << '\n';
    for (const rules::AccessWay::Ordered &O : Way.Others)
      outs() << "      the thread started at " << place(O.Start) << ' '
             << O.What << '\n';
  }

  static std::string names(ArrayRef<std::string> List) {
    std::vector<std::string> Quoted;
    for (const std::string &Name : List)
      Quoted.push_back("'" + Name + "'");
    return join(Quoted, ", ");
  }

  const report::SourceFiles &Names;
};

/// A class: two verdicts, and what each comes from.
void printType(const rules::TypeReport &R, const report::SourceFiles &Names) {
  auto place = [&](const findings::Place &P) {
    return Names.displayName(P.File) + ":" + std::to_string(P.Line) + ":" +
           std::to_string(P.Column);
  };
  auto line = [&](const rules::TypeLine &L, unsigned Depth,
                  auto &Self) -> void {
    outs().indent(2 * Depth);
    if (L.Where.Line)
      outs() << place(L.Where) << ": ";
    outs() << L.Text << '\n';
    for (const rules::TypeLine &Part : L.Parts)
      Self(Part, Depth + 1, Self);
  };
  outs() << "class '" << R.Name << '\'';
  if (R.Declared.Line)
    outs() << ", declared at " << place(R.Declared);
  outs() << '\n';
  line(R.Send, 1, line);
  line(R.Sync, 1, line);
}

/// Whether a file of the facts is the one that the user wrote: the file itself
/// if there is such, else any whose path ends so.
std::function<bool(StringRef)> fileNamed(StringRef Written,
                                         const report::SourceFiles &Names) {
  SmallString<256> Clean(Written);
  sys::path::remove_dots(Clean, /*remove_dot_dot=*/true);
  bool Exists = sys::fs::exists(Written);
  return [Clean = Clean.str().str(), Exists, &Names,
          Known = StringMap<bool>()](StringRef File) mutable {
    auto [It, New] = Known.try_emplace(File);
    if (New) {
      std::string Shown = Names.displayName(File);
      SmallString<256> Absolute(Shown), Asked(Clean);
      sys::fs::make_absolute(Absolute);
      sys::fs::make_absolute(Asked);
      It->second = Absolute == Asked ||
                   (!Exists && (StringRef(Shown) == Clean ||
                                StringRef(Shown).ends_with("/" + Clean)));
    }
    return It->second;
  };
}

int explainData(Arguments Args) {
  rules::AccessQuery Query;
  std::string Word = Args.positionals().front();
  if (auto At = lineIn(Word)) {
    Query.File = At->first.str();
    Query.Line = At->second;
  } else {
    Query.Name = Word;
  }
  Args.dropFirst();
  return inspectAnd(Args,
                    [&](const analysis::Analysis &A,
                        const rules::Report &Report,
                        const report::SourceFiles &Names) -> Error {
                      Query.IsFile = fileNamed(Query.File, Names);
                      std::vector<rules::TypeReport> Types;
                      if (!Query.Name.empty())
                        Types = rules::typeReports(A, Query.Name);
                      for (const rules::TypeReport &R : Types)
                        printType(R, Names);
                      Expected<std::vector<rules::DataReport>> Reports =
                          rules::accessReports(A, Report, Query);
                      if (!Reports && !Types.empty()) {
                        consumeError(Reports.takeError());
                        return Error::success();
                      }
                      if (!Reports)
                        return Reports.takeError();
                      for (const rules::DataReport &R : *Reports)
                        DataPrinter(Names).print(R);
                      return Error::success();
                    });
}

} // namespace

int runExplain(const Arguments &Args) {
  if (Args.positionals().empty())
    return usageError(createStringError(
        "name one rule: 'fearless explain lock-order'; 'fearless rules' lists "
        "them; or a variable or line: 'fearless explain cache.cpp:12 -p "
        "build'"));
  StringRef Name = Args.positionals().front();
  Name.consume_front("fearless-");
  if (rules::findRule(Name))
    return Args.positionals().size() == 1
               ? explainRule(Name)
               : usageError(createStringError("'" + Args.positionals()[1] +
                                              "' is not expected here"));
  return looksLikeRule(Name) ? unknownRule(Name) : explainData(Args);
}

} // namespace fearless::cli
