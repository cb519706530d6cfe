//===-- ThreadsCommand.cpp - fearless threads -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Commands.h"
#include "frontends/cli/Inspection.h"
#include "rules/ThreadList.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using fearless::rules::ThreadEntry;

namespace fearless::cli {

namespace {

StringRef name(ThreadEntry::Kind Kind) {
  switch (Kind) {
  case ThreadEntry::Main:
    return "main";
  case ThreadEntry::Thread:
    return "thread";
  case ThreadEntry::Handler:
    return "signal-handler";
  case ThreadEntry::AtExit:
    return "at-exit";
  case ThreadEntry::Static:
    return "static-initialisers";
  case ThreadEntry::Outside:
    return "outside";
  }
  llvm_unreachable("all kinds are named");
}

StringRef name(ThreadEntry::Ending End) {
  switch (End) {
  case ThreadEntry::Never:
    return "never";
  case ThreadEntry::Joined:
    return "joined";
  case ThreadEntry::Detached:
    return "detached";
  }
  llvm_unreachable("all ends are named");
}

class TextList {
public:
  explicit TextList(const report::SourceFiles &Names) : Names(Names) {}

  void print(const ThreadEntry &E) const {
    if (E.Where.Line)
      outs() << place(E.Where) << ": ";
    switch (E.What) {
    case ThreadEntry::Main:
      outs() << "the main thread: " << join(E.Runs, ", ");
      break;
    case ThreadEntry::Thread:
      thread(E);
      break;
    case ThreadEntry::Handler:
      outs() << "signal handler " << join(E.Runs, " or ") << ", installed by "
             << E.Starter;
      break;
    case ThreadEntry::AtExit:
      outs() << "at exit: " << join(E.Runs, ", ");
      break;
    case ThreadEntry::Static:
      outs() << "before main: "
             << counted(E.Entries, "initialiser of a variable",
                        "initialisers of variables");
      break;
    case ThreadEntry::Outside:
      outs() << "out of sight: whoever calls the "
             << counted(E.Entries, "function", "functions")
             << " that nobody here calls";
      break;
    }
    outs() << "; reaches " << counted(E.Functions, "function", "functions")
           << '\n';
  }

private:
  std::string place(const findings::Place &P) const {
    return Names.displayName(P.File) + ":" + std::to_string(P.Line) + ":" +
           std::to_string(P.Column);
  }

  void thread(const ThreadEntry &E) const {
    outs() << "thread "
           << (E.Runs.empty() ? "with a callable that cannot be told"
                              : join(E.Runs, " or "))
           << ", started by " << E.Starter << "; ";
    if (E.Many)
      outs() << "many: " << E.Why;
    else
      outs() << (E.Runs.empty() ? "of unknown number" : "one");
    std::vector<std::string> Places;
    for (const findings::Place &P : E.Ends)
      Places.push_back(place(P));
    switch (E.End) {
    case ThreadEntry::Never:
      outs() << "; never joined";
      break;
    case ThreadEntry::Joined:
      outs() << "; joined" << (Places.empty() ? "" : " at ")
             << join(Places, ", ");
      break;
    case ThreadEntry::Detached:
      outs() << "; detached at " << join(Places, ", ");
      break;
    }
  }

  const report::SourceFiles &Names;
};

/// A name as programs compare it: without the quotes that mark it in text.
StringRef plain(StringRef Name) {
  StringRef Bare = Name;
  return Bare.consume_front("'") && Bare.consume_back("'") ? Bare : Name;
}

void writeJson(ArrayRef<ThreadEntry> All, raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  auto text = [&](StringRef Key, StringRef Value) {
    J.attribute(Key, json::fixUTF8(Value));
  };
  auto place = [&](const findings::Place &P) {
    text("file", P.File);
    J.attribute("line", P.Line);
    J.attribute("column", P.Column);
  };
  auto texts = [&](StringRef Key, ArrayRef<std::string> List) {
    J.attributeArray(Key, [&] {
      for (StringRef Text : List)
        J.value(json::fixUTF8(plain(Text)));
    });
  };
  J.object([&] {
    J.attribute("format", "fearless-threads");
    J.attribute("version", 1);
    J.attributeArray("threads", [&] {
      for (const ThreadEntry &E : All)
        J.object([&] {
          text("kind", name(E.What));
          texts("runs", E.Runs);
          if (E.Where.Line)
            place(E.Where);
          if (!E.Starter.empty())
            text("starter", plain(E.Starter));
          J.attribute("many", E.Many);
          if (!E.Why.empty())
            text("why", E.Why);
          if (E.What == ThreadEntry::Thread) {
            text("end", name(E.End));
            J.attributeArray("ends", [&] {
              for (const findings::Place &P : E.Ends)
                J.object([&] { place(P); });
            });
          }
          J.attribute("entries", E.Entries);
          J.attribute("functions", E.Functions);
          texts("programs", E.Programs);
        });
    });
  });
  J.flush();
  OS << '\n';
}

} // namespace

int runThreads(const Arguments &Args) {
  Expected<bool> Json = wantsJson(Args);
  if (!Json)
    return usageError(Json.takeError());
  return inspectAnd(Args,
                    [&](const analysis::Analysis &A, const rules::Report &,
                        const report::SourceFiles &Names) {
                      std::vector<ThreadEntry> All = rules::threadList(A);
                      if (*Json)
                        writeJson(All, outs());
                      else
                        for (const ThreadEntry &E : All)
                          TextList(Names).print(E);
                      return Error::success();
                    });
}

} // namespace fearless::cli
