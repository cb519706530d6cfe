//===-- send.cpp - Send and Sync ------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Read in order: what is Send and what is Sync, and why.
//
//===----------------------------------------------------------------------===//

#include "fearless/send.h"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <map>
#include <mutex>
#include <queue>
#include <set>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

using fearless::Send;
using fearless::Sync;

namespace {

template <class T> constexpr bool both = Send<T> &&Sync<T>;
template <class T> constexpr bool neither = !Send<T> && !Sync<T>;

enum class Colour { red };
using Function = int(int) noexcept;

static_assert(both<int> && both<const double> && both<Colour>);
static_assert(both<void> && both<std::nullptr_t>);
static_assert(both<Function *> && both<Function &> && both<void (*)(...)>);

// A raw pointer says nothing of who else uses what it points to.
static_assert(neither<int *> && neither<const char *> && neither<void *>);
static_assert(neither<int *const>);

// A class that is used through a reference or by several owners is used by
// several threads at once.
class Cell {};
} // namespace
template <> struct fearless::is_sync<Cell> : std::false_type {};
namespace {
static_assert(Send<Cell> && !Sync<Cell>);
static_assert(Send<int &> && Send<const std::string &> && !Send<Cell &>);
static_assert(!Send<const Cell &> && Send<Cell &&>);
static_assert(!Send<std::reference_wrapper<Cell>>);
static_assert(Send<std::unique_ptr<Cell>> && !Sync<std::unique_ptr<Cell>>);
static_assert(neither<std::shared_ptr<Cell>> && neither<std::weak_ptr<Cell>>);
static_assert(both<std::shared_ptr<int>> && neither<std::shared_ptr<int *>>);

// Containers are as their elements.
template <class T>
constexpr bool containers_of = both<std::vector<T>> &&both<std::deque<T>>
    &&both<std::array<T, 2>> &&both<std::map<int, T>> &&both<std::set<T>>
        &&both<std::queue<T>> &&both<std::optional<T>>
            &&both<std::variant<int, T>> &&both<std::pair<T, int>>
                &&both<std::tuple<int, T>> &&both<T[3]> &&both<std::atomic<T>>;
template <class T>
constexpr bool no_containers_of =
    neither<std::vector<T>> &&neither<std::deque<T>> &&neither<std::array<T, 2>>
        &&neither<std::map<int, T>> &&neither<std::set<T>>
            &&neither<std::queue<T>> &&neither<std::optional<T>>
                &&neither<std::variant<int, T>> &&neither<std::pair<T, int>>
                    &&neither<std::tuple<int, T>> &&neither<T[3]>
                        &&neither<std::atomic<T>>;
static_assert(containers_of<int> && no_containers_of<int *>);
static_assert(both<std::string> && both<std::vector<std::string>>);

// A lock is let go by the thread that took it; the mutex is for all.
static_assert(neither<std::lock_guard<std::mutex>>);
static_assert(neither<std::unique_lock<std::mutex>>);
static_assert(neither<std::shared_lock<std::shared_mutex>>);
static_assert(both<std::mutex> && both<std::thread>);

// Aggregates are as their fields, what cannot be moved or default-constructed
// included; classes and lambdas, which cannot be looked into, are taken to be
// both.
struct Plain {
  int &number;
  std::string name;
  std::optional<int> maybe;
  std::unique_ptr<int> owned;
};
struct Locked {
  std::mutex mutex;
  std::atomic<int> count;
  std::thread thread;
};
struct Outer {
  int number;
  std::vector<std::map<int, Plain>> plain;
  std::tuple<Locked *> culprit;
};
class Hidden {
  [[maybe_unused]] int *pointer = nullptr;
};
static_assert(both<Plain> && both<Locked> && neither<Outer> && both<Hidden>);
static_assert(neither<const Outer> && neither<std::vector<Outer>>);

using fearless::detail::fields_of;
using fearless::detail::types;
static_assert(std::is_same_v<fields_of<Plain>,
                             types<int &, std::string, std::optional<int>,
                                   std::unique_ptr<int>>>);

// What cannot be taken apart is left to the checker.
struct Array {
  int first;
  int *pointers[2];
};
class NoDefault {
public:
  explicit NoDefault(int);
};
struct NoDefaults {
  NoDefault one[2];
  int *pointer;
};
struct OneNoDefault {
  NoDefault one;
  int *pointer;
};
struct Base {
  int *pointer;
};
struct Derived : Base {
  int number;
};
union Union {
  int *pointer;
};
static_assert(both<NoDefaults> && neither<OneNoDefault>);
static_assert(both<Array> && both<Derived> && both<Union>);

// A type is what it is made of, itself put aside.
struct Tree {
  std::vector<Tree> children;
  std::unique_ptr<Tree> left;
};
struct List {
  std::shared_ptr<List> next;
  int *pointer;
};
struct Incomplete;
static_assert(both<Tree> && neither<List>);
static_assert(both<std::unique_ptr<Incomplete>>);

// A template says what it depends on.
template <class T> class Slot {};
} // namespace
template <class T>
struct fearless::is_sync<Slot<T>> : fearless::only_if<sends<T>> {};
namespace {
static_assert(Sync<Slot<Cell>> && Send<Slot<int *>> && !Sync<Slot<int *>>);

// What is not gets named, with the types that it was found in.
using fearless::sends;
using fearless::syncs;
using fearless::detail::chain;
using fearless::detail::why_not;
template <class Need> using reason = decltype(why_not<Need>());
static_assert(std::is_same_v<reason<sends<int>>, chain<>>);
static_assert(std::is_same_v<reason<sends<Outer>>,
                             chain<sends<Outer>, sends<std::tuple<Locked *>>,
                                   sends<Locked *>>>);
static_assert(std::is_same_v<reason<sends<std::shared_ptr<Cell>>>,
                             chain<sends<std::shared_ptr<Cell>>, syncs<Cell>>>);

// All of it is decided by the compiler: this shows that the file is built.
TEST(Send, IsDecidedByTheCompiler) { EXPECT_TRUE(Send<Plain>); }

} // namespace
