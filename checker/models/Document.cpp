//===-- Document.cpp - A YAML text as a tree with positions ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Translates LLVM's YAML nodes into ours, and keeps the list of problems.
//
//===----------------------------------------------------------------------===//

#include "models/Document.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/raw_ostream.h"

#include <tuple>

namespace fearless::models {

namespace yaml = llvm::yaml;

/// No model file nests further; the parser recurses, so hostile ones end here.
static constexpr unsigned MaxDepth = 12;

Problems::Problems(llvm::StringRef Text, llvm::StringRef File) : File(File) {
  LineStarts.push_back(0);
  for (size_t At = Text.find('\n'); At != llvm::StringRef::npos;
       At = Text.find('\n', At + 1))
    LineStarts.push_back(At + 1);
}

void Problems::add(uint32_t Offset, const llvm::Twine &What) {
  List.push_back({Offset, What.str()});
}

unsigned Problems::line(uint32_t Offset) const {
  return llvm::upper_bound(LineStarts, Offset) - LineStarts.begin();
}

unsigned Problems::column(uint32_t Offset) const {
  return Offset - LineStarts[line(Offset) - 1] + 1;
}

llvm::Error Problems::take() {
  llvm::sort(List, [](const Problem &A, const Problem &B) {
    return std::tie(A.Offset, A.What) < std::tie(B.Offset, B.What);
  });
  std::string Message;
  llvm::raw_string_ostream OS(Message);
  for (const Problem &P : List) {
    OS << (Message.empty() ? "" : "\n") << File << ':' << line(P.Offset) << ':'
       << column(P.Offset) << ": error: " << P.What;
  }
  List.clear();
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "%s",
                                 Message.c_str());
}

/// LLVM reports syntax errors here; the first is the cause, the rest its echo.
static void report(const llvm::SMDiagnostic &Diagnostic, void *Found) {
  auto &List = *static_cast<Problems *>(Found);
  if (!List.empty())
    return;
  const llvm::SourceMgr *Source = Diagnostic.getSourceMgr();
  uint32_t Offset = 0;
  if (Source && Diagnostic.getLoc().isValid())
    Offset = Diagnostic.getLoc().getPointer() -
             Source->getMemoryBuffer(1)->getBufferStart();
  List.add(Offset, "not YAML: " + Diagnostic.getMessage());
}

Document::Document(llvm::StringRef Text, Problems &Found)
    : Text(Text), Found(Found) {
  llvm::SourceMgr Source;
  Source.setDiagHandler(report, &Found);
  yaml::Stream Stream(Text, Source, /*ShowColors=*/false);
  auto First = Stream.begin();
  if (First == Stream.end() || !convert(First->getRoot(), Root, 0))
    return;
  if (Stream.failed() || ++First == Stream.end() || Stream.failed())
    return;
  // What is no document has no root.
  const yaml::Node *Second = First->getRoot();
  if (Stream.failed())
    return;
  Found.add(Second ? Second->getSourceRange().Start.getPointer() - Text.begin()
                   : Text.size(),
            "a second YAML document: this file has one");
}

/// Scalars without escapes are part of the text, the others must be copied.
llvm::StringRef Document::own(llvm::StringRef S) {
  bool Inside = S.begin() >= Text.begin() && S.end() <= Text.end();
  return Inside ? S : Strings.save(S);
}

/// False: stop reading, the reason is reported.
bool Document::convert(yaml::Node *From, Node &To, unsigned Depth) {
  if (!From || From->failed())
    return false;
  if (From->getSourceRange().Start.isValid())
    To.Offset = From->getSourceRange().Start.getPointer() - Text.begin();
  if (Depth > MaxDepth) {
    Found.add(To, "nested too deeply");
    return false;
  }
  if (auto *Scalar = llvm::dyn_cast<yaml::ScalarNode>(From)) {
    llvm::SmallString<64> Storage;
    To.Kind = Node::Scalar;
    To.Text = own(Scalar->getValue(Storage));
    return true;
  }
  if (auto *Block = llvm::dyn_cast<yaml::BlockScalarNode>(From)) {
    To.Kind = Node::Scalar;
    To.Text = own(Block->getValue());
    return true;
  }
  if (auto *Sequence = llvm::dyn_cast<yaml::SequenceNode>(From)) {
    To.Kind = Node::Sequence;
    for (yaml::Node &Item : *Sequence)
      if (!convert(&Item, To.Items.emplace_back(), Depth + 1))
        return false;
    return !From->failed();
  }
  if (auto *Mapping = llvm::dyn_cast<yaml::MappingNode>(From)) {
    To.Kind = Node::Mapping;
    for (yaml::KeyValueNode &Pair : *Mapping) {
      Node::Entry &Entry = To.Entries.emplace_back();
      if (!convert(Pair.getKey(), Entry.Key, Depth + 1) ||
          !convert(Pair.getValue(), Entry.Value, Depth + 1))
        return false;
      // An empty value has no place of its own.
      if (Entry.Value.Kind == Node::Null)
        Entry.Value.Offset = Entry.Key.Offset;
    }
    return !From->failed();
  }
  if (auto *Alias = llvm::dyn_cast<yaml::AliasNode>(From)) {
    // LLVM gives an alias the place of what follows it.
    size_t At =
        Text.take_front(To.Offset).rfind(("*" + Alias->getName()).str());
    Found.add(At == Text.npos ? To.Offset : At,
              "YAML aliases are not supported: write the value out");
    return false;
  }
  return true;
}

} // namespace fearless::models
