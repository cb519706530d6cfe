//===-- Replay.cpp - A fuzzer without libFuzzer: inputs, once each -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For compilers that have none. Takes files and folders; options of libFuzzer
// mean nothing here.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

static void replay(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File);
  fearless::fuzz::promise(bool(Buffer), "an input can be read");
  LLVMFuzzerTestOneInput(
      reinterpret_cast<const uint8_t *>((*Buffer)->getBufferStart()),
      (*Buffer)->getBufferSize());
}

int main(int Count, char **Words) {
  std::error_code EC;
  for (StringRef Word : ArrayRef(Words + 1, Count - 1)) {
    if (Word.starts_with("-"))
      continue;
    if (!sys::fs::is_directory(Word)) {
      replay(Word);
      continue;
    }
    for (sys::fs::directory_iterator It(Word, EC), End; It != End && !EC;
         It.increment(EC))
      replay(It->path());
  }
}
