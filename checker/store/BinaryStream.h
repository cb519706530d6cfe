//===-- BinaryStream.h - LEB128 bytes, written and read -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ByteWriter and ByteReader have the same members, which
// take what they write or set by reference, so that one layout (BinaryLayout.h)
// serves both. A reader that failed stays failed and sets everything to zero.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_BINARYSTREAM_H
#define FEARLESS_STORE_BINARYSTREAM_H

#include "facts/Ids.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace fearless::store {

class ByteWriter {
public:
  static constexpr bool Reads = false;

  void u64(uint64_t V) {
    while (V >= 0x80) {
      Bytes.push_back(static_cast<char>(V | 0x80));
      V >>= 7;
    }
    Bytes.push_back(static_cast<char>(V));
  }
  template <class T> void number(const T &V) { u64(static_cast<uint64_t>(V)); }
  void boolean(bool V) { u64(V ? 1 : 0); }
  void text(const std::string &S, size_t From = 0) {
    u64(S.size() - From);
    Bytes.append(S.begin() + From, S.end());
  }
  template <class T, class ItemT>
  void list(const std::vector<T> &Items, size_t, ItemT Item) {
    u64(Items.size());
    for (const T &I : Items)
      Item(I);
  }
  template <class ContentT> void section(char Tag, ContentT Content) {
    Bytes.push_back(Tag);
    llvm::SmallVector<char, 0> Outer;
    std::swap(Bytes, Outer);
    Content();
    std::swap(Bytes, Outer);
    u64(Outer.size());
    Bytes.append(Outer.begin(), Outer.end());
  }
  bool failed() const { return false; }
  void fail() {}
  llvm::StringRef bytes() const { return {Bytes.data(), Bytes.size()}; }

private:
  llvm::SmallVector<char, 0> Bytes;
};

class ByteReader {
public:
  static constexpr bool Reads = true;

  explicit ByteReader(llvm::StringRef Bytes)
      : Next(Bytes.begin()), End(Bytes.end()) {}

  void u64(uint64_t &V) {
    V = 0;
    for (unsigned Shift = 0; Next != End && Shift < 64; Shift += 7) {
      uint64_t Byte = static_cast<unsigned char>(*Next++);
      if (Shift == 63 && Byte > 1)
        break;
      V |= (Byte & 0x7f) << Shift;
      if (!(Byte & 0x80))
        return;
    }
    V = 0;
    fail();
  }
  /// A number that must fit into \p V.
  template <class T> void number(T &V) {
    uint64_t Wide;
    u64(Wide);
    V = static_cast<T>(Wide);
    if (static_cast<uint64_t>(V) != Wide)
      fail();
  }
  void boolean(bool &V) {
    uint64_t Wide;
    u64(Wide);
    V = Wide == 1;
    if (Wide > 1)
      fail();
  }
  /// \p S keeps its first \p From characters.
  void text(std::string &S, size_t From = 0) {
    uint64_t Size;
    u64(Size);
    if (Size > left())
      return fail();
    S.resize(From);
    S.append(Next, Size);
    Next += Size;
  }
  /// Each item takes at least \p MinSize bytes, which bounds their number.
  template <class T, class ItemT>
  void list(std::vector<T> &Items, size_t MinSize, ItemT Item) {
    uint64_t Count;
    u64(Count);
    if (Count > left() / MinSize)
      return fail();
    Items.resize(Count);
    for (T &I : Items) {
      Item(I);
      if (Failed)
        return;
    }
  }
  template <class ContentT> void section(char Tag, ContentT Content) {
    if (Next == End || *Next++ != Tag)
      return fail();
    uint64_t Size;
    u64(Size);
    if (Size > left())
      return fail();
    const char *Outer = End;
    End = Next + Size;
    Content();
    if (Next != End)
      fail();
    End = Outer;
  }
  bool failed() const { return Failed; }
  void fail() {
    Failed = true;
    Next = End;
  }
  size_t left() const { return static_cast<size_t>(End - Next); }
  /// Where the next byte is read.
  const char *position() const { return Next; }

private:
  const char *Next, *End;
  bool Failed = false;
};

/// Numbers near zero of either sign become small ones.
inline uint64_t zigzag(int64_t V) {
  return (static_cast<uint64_t>(V) << 1) ^ static_cast<uint64_t>(V >> 63);
}
inline int64_t unzigzag(uint64_t V) {
  return static_cast<int64_t>(V >> 1) ^ -static_cast<int64_t>(V & 1);
}

} // namespace fearless::store

#endif
