//===-- ShortList.h - A list that is nearly always empty ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is kept for every function of a program is made of lists most of which
// have no element or one. A ShortList takes eight bytes; one element of four
// bytes fits into them, more are on the heap. Like a vector of trivial use:
// contiguous, growing doubles the room, any change may move the elements.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_SHORTLIST_H
#define FEARLESS_SUPPORT_SHORTLIST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/bit.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace fearless::support {

template <class T> class ShortList {
public:
  using value_type = T;
  using iterator = T *;
  using const_iterator = const T *;
  using reference = T &;
  using const_reference = const T &;
  using size_type = size_t;
  using difference_type = std::ptrdiff_t;

  ShortList() = default;
  ShortList(std::initializer_list<T> L) { append(L.begin(), L.end()); }
  ShortList(llvm::ArrayRef<T> L) { append(L.begin(), L.end()); }
  template <class A> ShortList(const std::vector<T, A> &L) {
    append(L.begin(), L.end());
  }
  ShortList(const llvm::SmallVectorImpl<T> &L) { append(L.begin(), L.end()); }
  ShortList(const ShortList &Other) { append(Other.begin(), Other.end()); }
  ShortList(ShortList &&Other) noexcept {
    setWord(Other.word());
    Other.setWord(0);
  }
  ShortList &operator=(ShortList Other) noexcept {
    uint64_t Mine = word();
    setWord(Other.word());
    Other.setWord(Mine);
    return *this;
  }
  ~ShortList() { destroy(); }

  operator llvm::ArrayRef<T>() const { return {begin(), size()}; }

  bool empty() const { return word() == 0 || size() == 0; }
  size_t size() const {
    if (word() & 1)
      return 1;
    return word() ? head()->Size : 0;
  }
  T *begin() { return const_cast<T *>(std::as_const(*this).begin()); }
  T *end() { return begin() + size(); }
  const T *begin() const {
    if (word() & 1)
      return inlined();
    return word() ? elements() : nullptr;
  }
  const T *end() const { return begin() + size(); }
  T &operator[](size_t I) { return begin()[I]; }
  const T &operator[](size_t I) const { return begin()[I]; }
  T &front() { return *begin(); }
  const T &front() const { return *begin(); }
  T &back() { return end()[-1]; }
  const T &back() const { return end()[-1]; }

  void push_back(T E) { ::new (room()) T(std::move(E)); }
  template <class... Args> T &emplace_back(Args &&...A) {
    push_back(T(std::forward<Args>(A)...));
    return back();
  }
  template <class It> void append(It First, It Last) {
    reserve(size() + static_cast<size_t>(std::distance(First, Last)));
    for (; First != Last; ++First)
      push_back(*First);
  }
  template <class It> void assign(It First, It Last) {
    *this = ShortList();
    append(First, Last);
  }
  template <class RangeT> void assign(const RangeT &R) {
    assign(std::begin(R), std::end(R));
  }
  T *insert(const T *At, T E) {
    size_t I = static_cast<size_t>(At - begin());
    push_back(std::move(E));
    std::rotate(begin() + I, end() - 1, end());
    return begin() + I;
  }
  T *erase(const T *First, const T *Last) {
    size_t At = static_cast<size_t>(First - begin());
    if (First == Last)
      return begin() + At; // Elements are not moved onto themselves.
    T *NewEnd = std::move(begin() + (Last - begin()), end(), begin() + At);
    for (size_t Gone = static_cast<size_t>(end() - NewEnd); Gone; --Gone)
      pop_back();
    return begin() + At;
  }
  T *erase(const T *At) { return erase(At, At + 1); }
  void pop_back() {
    if (word() & 1) {
      setWord(0);
      return;
    }
    back().~T();
    --head()->Size;
  }
  void clear() { *this = ShortList(); }
  void reserve(size_t Count) {
    if (Count > capacity())
      grow(Count);
  }
  /// Gives the room back that nothing uses.
  void shrink_to_fit() {
    if (capacity() == size())
      return;
    ShortList Tight(std::move(*this));
    reserve(Tight.size());
    for (T &E : Tight)
      push_back(std::move(E));
  }

  friend bool operator==(const ShortList &A, const ShortList &B) {
    return std::equal(A.begin(), A.end(), B.begin(), B.end());
  }

private:
  static constexpr bool Inline =
      std::is_trivially_copyable_v<T> && sizeof(T) <= 4 && alignof(T) <= 4;
  struct Head {
    uint32_t Size, Capacity;
  };
  static constexpr size_t Offset = std::max(sizeof(Head), alignof(T));
  static_assert(alignof(T) <= alignof(std::max_align_t));

  Head *head() const {
    return reinterpret_cast<Head *>(static_cast<uintptr_t>(word()));
  }
  T *elements() const {
    return reinterpret_cast<T *>(static_cast<uintptr_t>(word()) + Offset);
  }
  /// The half of the word without the lowest bit, wherever that is.
  const T *inlined() const {
    return reinterpret_cast<const T *>(
        Store + (llvm::endianness::native == llvm::endianness::little ? 4 : 0));
  }
  size_t capacity() const {
    if (word() & 1)
      return 1;
    return word() ? head()->Capacity : 0;
  }
  /// Where the next element belongs, which is counted already.
  void *room() {
    if (Inline && word() == 0) {
      setWord(1);
      return const_cast<T *>(inlined());
    }
    if (size() == capacity())
      grow(size() + 1);
    return elements() + head()->Size++;
  }
  void grow(size_t Least) {
    if (Inline && word() == 0 && Least == 1)
      return;
    size_t Capacity = std::max(Least, 2 * size());
    auto *New = static_cast<char *>(std::malloc(Offset + Capacity * sizeof(T)));
    if (!New)
      std::abort();
    auto *H = ::new (New) Head;
    H->Size = static_cast<uint32_t>(size());
    H->Capacity = static_cast<uint32_t>(Capacity);
    std::uninitialized_move(begin(), end(),
                            reinterpret_cast<T *>(New + Offset));
    destroy();
    setWord(reinterpret_cast<uintptr_t>(New));
  }
  void destroy() {
    if (word() == 0 || (word() & 1))
      return;
    std::destroy(elements(), elements() + head()->Size);
    std::free(head());
  }

  // The element and the word share their bytes: they are read as bytes, so that
  // the compiler knows ([basic.lval]).
  uint64_t word() const {
    uint64_t W;
    std::memcpy(&W, Store, sizeof(W));
    return W;
  }
  void setWord(uint64_t W) { std::memcpy(Store, &W, sizeof(W)); }

  /// 0: empty. Odd: one element in the upper half. Else a Head's address.
  alignas(8) char Store[8] = {};
};

} // namespace fearless::support

#endif
