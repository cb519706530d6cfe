//===-- StoredProgram.cpp - A program from stored facts -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/StoredProgram.h"

#include "store/Archive.h"
#include "store/BinaryFormat.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::frontends {

static Error filesBelow(StringRef Directory, std::vector<std::string> &Files) {
  std::error_code EC;
  size_t Before = Files.size();
  for (sys::fs::recursive_directory_iterator It(Directory, EC), End;
       It != End && !EC; It.increment(EC))
    if (StringRef(It->path()).ends_with(".facts"))
      Files.push_back(It->path());
  if (EC)
    return createStringError("the facts in '" + Directory +
                             "' cannot be read: " + EC.message());
  if (Files.size() == Before)
    return createStringError("'" + Directory +
                             "' holds no facts files; 'fearless facts -o " +
                             Directory + "' writes them");
  std::sort(Files.begin() + Before, Files.end());
  return Error::success();
}

Expected<std::vector<std::string>> factsFiles(ArrayRef<std::string> Paths) {
  std::vector<std::string> Files;
  for (const std::string &Path : Paths) {
    if (!sys::fs::is_directory(Path))
      Files.push_back(Path);
    else if (Error E = filesBelow(Path, Files))
      return std::move(E);
  }
  return Files;
}

Expected<facts::UnitSources> loadProgram(ArrayRef<std::string> Paths) {
  Expected<std::vector<std::string>> Files = factsFiles(Paths);
  if (!Files)
    return Files.takeError();
  facts::UnitSources Units;
  for (const std::string &File : *Files) {
    auto Buffer = MemoryBuffer::getFile(File);
    if (!Buffer)
      return createStringError("the facts '" + File + "' cannot be read: " +
                               Buffer.getError().message());
    Expected<facts::UnitSources> Of =
        store::openFacts((*Buffer)->getMemBufferRef());
    if (!Of)
      return Of.takeError();
    for (std::unique_ptr<facts::UnitSource> &Unit : *Of)
      Units.push_back(std::move(Unit));
  }
  return Units;
}

static SmallString<0> bytesOf(const facts::TranslationUnit &Unit) {
  SmallString<0> Bytes;
  raw_svector_ostream OS(Bytes);
  store::writeBinary(Unit, OS);
  return Bytes;
}

void putUnit(facts::UnitSources &Units, facts::TranslationUnit Unit) {
  auto isOfSameFile = [&](const std::unique_ptr<facts::UnitSource> &Stored) {
    return Stored->MainFile == Unit.MainFile;
  };
  for (const std::unique_ptr<facts::UnitSource> &Stored : Units) {
    if (!isOfSameFile(Stored))
      continue;
    Unit.CommandDigest = Stored->CommandDigest;
    if (bytesOf(Unit).str() == bytesOf(Stored->whole()).str())
      return;
  }
  erase_if(Units, isOfSameFile);
  Units.push_back(facts::residentUnit(std::move(Unit)));
}

} // namespace fearless::frontends
