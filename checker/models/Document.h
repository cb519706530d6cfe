//===-- Document.h - A YAML text as a tree with positions -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's YAML parser reads a stream once, front to back. The loader wants to
// look at a row's keys in any order and to say where each stands, so the text
// becomes a small tree first. Nodes refer into the text and the document, which
// must outlive them.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_DOCUMENT_H
#define FEARLESS_MODELS_DOCUMENT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/StringSaver.h"

#include <string>
#include <vector>

namespace llvm::yaml {
class Node;
}

namespace fearless::models {

struct Node {
  enum KindType : uint8_t { Null, Scalar, Sequence, Mapping };
  struct Entry;

  KindType Kind = Null;
  uint32_t Offset = 0;        ///< Where it begins in the text.
  llvm::StringRef Text;       ///< Of a scalar.
  std::vector<Node> Items;    ///< Of a sequence.
  std::vector<Entry> Entries; ///< Of a mapping, in the order of the text.
};

struct Node::Entry {
  Node Key; ///< A scalar.
  Node Value;
};

/// The problems of one file, each with its position in the text.
class Problems {
public:
  Problems(llvm::StringRef Text, llvm::StringRef File);

  void add(uint32_t Offset, const llvm::Twine &What);
  void add(const Node &Where, const llvm::Twine &What) {
    add(Where.Offset, What);
  }
  bool empty() const { return List.empty(); }
  unsigned line(uint32_t Offset) const;
  unsigned column(uint32_t Offset) const;
  llvm::StringRef file() const { return File; }

  /// All of them in order of position, one per line: "file:line:column: error:
  /// what".
  llvm::Error take();

private:
  struct Problem {
    uint32_t Offset;
    std::string What;
  };
  std::string File;
  std::vector<uint32_t> LineStarts;
  std::vector<Problem> List;
};

class Document {
public:
  /// Reads the one YAML document in \p Text. What is not YAML, or nested more
  /// deeply than any model file, is added to \p Found.
  Document(llvm::StringRef Text, Problems &Found);

  const Node &root() const { return Root; }

private:
  bool convert(llvm::yaml::Node *From, Node &To, unsigned Depth);
  llvm::StringRef own(llvm::StringRef S);

  llvm::StringRef Text;
  Problems &Found;
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Strings{Memory};
  Node Root;
};

} // namespace fearless::models

#endif
