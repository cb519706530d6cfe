//===-- LockGraph.cpp - The lock-order graph as a picture -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/LockGraph.h"

#include "rules/Witness.h"

#include "llvm/Support/raw_ostream.h"

#include <set>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;

static std::string escape(llvm::StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '"' || C == '\\')
      Result += '\\';
    Result += C == '\n' ? ' ' : C;
  }
  return Result;
}

static llvm::StringRef shape(WaitKind K) {
  switch (K) {
  case WaitKind::Lock:
    return "box";
  case WaitKind::Condition:
    return "diamond";
  case WaitKind::Thread:
    return "ellipse";
  }
  return "box";
}

std::string rules::lockGraphDot(const Analysis &A) {
  Witness W(A);
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Out << "digraph \"lock order\" {\n"
         "  rankdir=LR;\n"
         "  node [fontname=\"Helvetica\"];\n"
         "  edge [fontname=\"Helvetica\", fontsize=10];\n";
  std::set<std::pair<std::string, WaitKind>> Nodes;
  std::set<std::string> InCycles;
  std::set<std::string> Lines;
  for (const GraphEdge *E : A.lockOrder().edges()) {
    std::string From = A.lockOrder().name(E->From);
    std::string To = A.lockOrder().name(E->To);
    Nodes.insert({From, E->From.Kind});
    Nodes.insert({To, E->To.Kind});
    findings::Place P = W.place(E->Taking.At);
    std::string Line = "  \"" + escape(From) + "\" -> \"" + escape(To) +
                       "\" [label=\"" + escape(P.File) + ":" +
                       std::to_string(P.Line) + "\"";
    if (A.lockOrder().inCycle(*E)) {
      InCycles.insert({From, To});
      Line += ", color=red, fontcolor=red, penwidth=2";
    }
    Lines.insert(Line + "];\n");
  }
  for (const auto &[Name, Kind] : Nodes)
    Out << "  \"" << escape(Name) << "\" [shape=" << shape(Kind)
        << (InCycles.count(Name)
                ? ", color=red, style=filled, fillcolor=\"#ffe8e8\""
                : "")
        << "];\n";
  for (const std::string &Line : Lines)
    Out << Line;
  Out << "}\n";
  return Text;
}
