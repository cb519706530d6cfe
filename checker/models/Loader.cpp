//===-- Loader.cpp - From the text of a model file to its rows ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The file's frame: version, sections, rows that occur twice.
//
//===----------------------------------------------------------------------===//

#include "models/Loader.h"
#include "models/EffectReader.h"
#include "models/RowReader.h"

#include "llvm/ADT/StringMap.h"

namespace fearless::models {

namespace {

class FileReader {
public:
  FileReader(const Document &Text, Problems &Found)
      : Root(Text.root()), Found(Found) {}

  ModelFile read();

private:
  bool hasKnownVersion();
  void readRows(const Node &Section, void (FileReader::*Read)(const Node &));
  void readType(const Node &Row);
  void readVariable(const Node &Row);
  void readFunction(const Node &Row);
  void addOnce(const std::string &Key, llvm::StringRef What, const Node &Row);

  const Node &Root;
  Problems &Found;
  std::string Family;
  bool Distinct = false;
  Groups Known;
  ModelFile File;
  llvm::StringMap<unsigned> Seen; ///< Row key to line.
};

} // namespace

/// A file of another version would only yield misleading messages.
bool FileReader::hasKnownVersion() {
  if (Root.Kind != Node::Mapping) {
    Found.add(Root, "a model file begins with 'fearless-models: 1'");
    return false;
  }
  for (const Node::Entry &E : Root.Entries) {
    if (E.Key.Text != "fearless-models")
      continue;
    unsigned Version = 0;
    if (E.Value.Kind == Node::Scalar &&
        !E.Value.Text.getAsInteger(10, Version) && Version == FormatVersion)
      return true;
    Found.add(E.Value, "this is format version '" + E.Value.Text +
                           "'; this tool reads version " +
                           llvm::Twine(FormatVersion));
    return false;
  }
  Found.add(Root, "'fearless-models: 1' is missing: which version of the "
                  "format is this?");
  return false;
}

ModelFile FileReader::read() {
  if (!hasKnownVersion())
    return {};
  Row Top(Root, Found, "a model file");
  Top.take("fearless-models");
  if (const Node *N = Top.take("family"))
    Family = readText(*N, "the family", Found).str();
  if (const Node *N = Top.take("distinct"))
    Distinct = readBool(*N, "distinct", Found);
  if (const Node *N = Top.take("groups"))
    Known = readGroups(*N, Found);
  if (const Node *N = Top.take("types"))
    readRows(*N, &FileReader::readType);
  if (const Node *N = Top.take("variables"))
    readRows(*N, &FileReader::readVariable);
  if (const Node *N = Top.take("functions"))
    readRows(*N, &FileReader::readFunction);
  Top.finish();
  return std::move(File);
}

void FileReader::readRows(const Node &Section,
                          void (FileReader::*Read)(const Node &)) {
  if (Section.Kind == Node::Null)
    return;
  if (Section.Kind != Node::Sequence) {
    Found.add(Section, "a list of rows is expected here, each begun with '- '");
    return;
  }
  for (const Node &Row : Section.Items)
    (this->*Read)(Row);
}

void FileReader::addOnce(const std::string &Key, llvm::StringRef What,
                         const Node &Row) {
  auto [Place, New] = Seen.try_emplace(Key, Found.line(Row.Offset));
  if (!New)
    Found.add(Row, "there is a row for " + What + " already, at line " +
                       llvm::Twine(Place->second));
}

void FileReader::readType(const Node &Row) {
  for (TypeModel &T : readTypeRow(Row, Known, Found)) {
    addOnce("type " + T.Name, "type '" + T.Name + "'", Row);
    T.Where.Family = Family;
    File.Types.push_back(std::move(T));
  }
}

void FileReader::readVariable(const Node &Row) {
  for (VariableModel &V : readVariableRow(Row, Known, Found)) {
    addOnce("variable " + V.Name, "variable '" + V.Name + "'", Row);
    V.Where.Family = Family;
    File.Variables.push_back(std::move(V));
  }
}

void FileReader::readFunction(const Node &Row) {
  for (FunctionModel &F : readFunctionRow(Row, Known, Found)) {
    std::string Key = "function " + F.Name;
    if (F.Parameters) {
      Key += '(';
      for (const std::string &P : *F.Parameters)
        Key += P + ',';
    }
    addOnce(Key, "'" + F.Name + "' with these params", Row);
    F.Where.Family = Family;
    F.Where.Distinct = Distinct;
    File.Functions.push_back(std::move(F));
  }
}

llvm::Expected<ModelFile> load(llvm::StringRef Yaml, llvm::StringRef Name) {
  Problems Found(Yaml, Name);
  Document Text(Yaml, Found);
  if (!Found.empty())
    return Found.take();
  ModelFile File = FileReader(Text, Found).read();
  if (!Found.empty())
    return Found.take();
  return File;
}

} // namespace fearless::models
