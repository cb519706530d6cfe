//===-- state.h - Which states of a program are the same ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The explorer's reduction: a stateful search. Two schedules that lead to the
// same state have the same future, and the second is not followed further. That
// takes in what a partial-order reduction takes in, since schedules that only
// swap independent operations meet in one state; and more: three threads that
// take a lock in turns meet again in the few states of the lock, whoever came
// first.
//
// A state is
//
//   - of each thread, what it has seen since it last forgot, as a hash. A
//     thread is deterministic, so that says where it stands, with its local
//     variables. It forgets between two operations of a test, which have none
//     in common; at places of a test that say so; and where it has waited
//     (seam.h). What is left then are its calls, which are read off its stack;
//   - of each object, its value;
//   - of each atomic, all the stores that some thread may still see, with what
//     is to be learned from them. So weak orderings are a part of the state;
//   - of each thread, and of each message that may still be learned, which of
//     these stores it leaves to be seen; and of which uses of plain variables
//     it knows, by which the next one is no race. Not when it learned so: times
//     are no part of the state.
//
// Four things make the states few:
//
//   - A load chooses among values, not among stores. Of stores with the same
//     value, the oldest one leaves most to later loads: it stands for those
//     behind it, unless more is learned from it.
//   - A state covers another one if all is the same but that its threads and
//     messages know less: all that may come of the other may come of it. What
//     is covered is not followed.
//   - Threads that are said to be alike may change places.
//   - An operation is no point of choice as long as no run has shown that
//     another thread uses its object, too, and one of them changes it.
//
// Sound, then, if threads share nothing but atomics and plain variables, or
// what is a function of those, and if they go by nothing that they have
// forgotten. The explorer looks for signs of the contrary: threads of one state
// that do not do the same next. reduction.cpp compares what is found with the
// reduction and without. What is left is the hash: of n states it loses one
// with a probability of about n²/2^65, for ten million less than 1 in 300,000.
//
// Measured, for three threads and a lock, once, twice, and three times, with
// all stores that loads may see: as lists of moments, and who knows of which,
// 2014 and 337,666 states, 7 s for the latter, and no end of the third; loads
// that choose among values, 1846 and 309,664; what may be seen instead of
// moments, 1312 and 64,558; covered states left out, 886 and 24,022; and with
// threads that are alike, 4030 for twice, and 52,305 for three times, in 2 s.
// Partial orders alone (one state for each beginning of one): 6922 states for
// once, with loads that see the last store only, and no end of twice in a
// minute.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_STATE_H
#define FEARLESS_TEST_SCHEDULE_STATE_H

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

namespace schedule {

inline constexpr std::size_t most_threads = 4;

/// What a thread knows: how far each thread had come. The main thread has the
/// last place.
struct knowledge {
  std::array<std::uint32_t, most_threads + 1> of{};

  void learn(const knowledge &other) {
    for (std::size_t i = 0; i < of.size(); ++i)
      of[i] = std::max(of[i], other.of[i]);
  }
  bool has(const knowledge &other) const {
    for (std::size_t i = 0; i < of.size(); ++i)
      if (of[i] < other.of[i])
        return false;
    return true;
  }
};

/// A moment of one thread.
struct moment {
  std::size_t thread;
  std::uint32_t time;

  bool is_known_to(const knowledge &who) const {
    return who.of[thread] >= time;
  }
};

inline std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = hash * 0x9e3779b97f4a7c15 + value + 1;
  hash = (hash ^ hash >> 32) * 0xd6e8feb86659fd93;
  return hash ^ hash >> 32;
}

/// What one knows, as numbers: each with what it is about, in order. See state.
using known_items = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

/// A state as it is written down: what must be the same for two to be alike, as
/// a hash; and who knows what, by which one state may cover another.
///
/// What may be known of an object is a list, the newest first: of an atomic the
/// stores that a thread may still see; of a plain variable its last write; and
/// lists of one for the last uses of each thread. Of each list, a thread is so
/// far behind: zero if it knows the newest. A message that a thread may still
/// learn from would leave it so far behind, at most.
///
/// Where all else is the same, who is further behind may see more, and races
/// with more: all that can come of a state can come of one that covers it.
class state {
public:
  static constexpr std::size_t any_thread = 15;
  /// That one thread may make.
  static constexpr std::size_t most_objects = 1 << 12;

  void clear() {
    hash_ = 0;
    threads_.clear();
    messages_.clear();
    items_.clear();
  }

  void number(std::uint64_t value) { hash_ = mix(hash_, value); }

  /// A thread: all that it is, but for what it knows.
  void thread(std::uint64_t what) { threads_.push_back({what, {}}); }

  /// What follows is about this object.
  void about(std::uint64_t object) {
    object_ = (object >> 32) << 12 | (object & 0xfff);
  }

  /// The list of the object has so many behind the newest, or the list of its
  /// uses by a thread.
  void length(std::size_t count, std::size_t user = 0) {
    items_.push_back({id(lengths, key(user), 0, 0), count});
  }
  /// How far behind a thread is, if it is.
  void behind(std::size_t thread, std::size_t count, std::size_t user = 0) {
    if (count != 0)
      threads_[thread].behind.push_back({key(user), count});
  }
  /// How far behind anyone is, at least, who looks in some way.
  void behind(std::size_t count) {
    if (count != 0)
      items_.push_back({id(behinds, 0, any_thread, key(0)), count});
  }
  /// The next store of the list, so far behind the newest, with its message.
  void store(std::size_t behind, std::uint64_t value, const knowledge *sync) {
    items_.push_back({id(values, key(0), behind, 0), value});
    if (sync)
      messages_.push_back({key(0), behind, sync});
  }
  /// Calls f(knowledge) for each message that was given. What it returns is how
  /// far behind it would leave a thread, of a list with so many.
  template <class F>
  void messages(F how_far, std::size_t length, std::size_t user = 0) {
    for (const message &one : messages_)
      if (const std::size_t far = how_far(*one.sync); far < length)
        items_.push_back({id(learned, one.key, one.behind, key(user)), far});
  }

  /// When all is said: the threads in an order that does not depend on their
  /// numbers. (Those that are the same in all that they are and know stand as
  /// they stood.)
  const std::vector<std::size_t> &finish() {
    order_.resize(threads_.size());
    std::iota(order_.begin(), order_.end(), 0);
    std::ranges::sort(order_, [this](std::size_t a, std::size_t b) {
      const auto one = threads_[a] <=> threads_[b];
      return one != 0 ? one < 0 : a < b;
    });
    std::array<std::size_t, most_threads + 2> place_of{};
    place_of[most_threads + 1] = most_threads + 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      place_of[order_[i] + 1] = i + 1;
      number(threads_[order_[i]].what);
    }
    for (std::size_t i = 0; i < order_.size(); ++i)
      for (const auto &[key, count] : threads_[order_[i]].behind)
        items_.push_back({id(behinds, 0, i, key), count});
    for (auto &[id, count] : items_)
      id = (id & ~std::uint64_t(7)) | place_of[id & 7];
    for (auto &[id, count] : items_)
      if (id >> 62 == lengths)
        id = (id & ~(std::uint64_t(7) << 34)) | place_of[id >> 34 & 7] << 34;
    std::ranges::sort(items_);
    return order_;
  }

  std::uint64_t hash() const { return hash_; }
  const known_items &items() const { return items_; }

  /// Whether all that can come of `less` can come of `more`, which has the same
  /// hash.
  static bool covers(const known_items &more, const known_items &less) {
    auto at = more.begin();
    for (const auto &[id, count] : less) {
      const auto kind = id >> 62;
      if (kind > values)
        break;
      while (at != more.end() && at->first < id)
        ++at;
      if (at == more.end() || at->first != id ||
          (kind == values ? at->second != count : at->second < count))
        return false;
    }
    for (auto one = more.rbegin(); one != more.rend(); ++one) {
      const auto &[id, far] = *one;
      if (id >> 62 != learned)
        break;
      const auto of = id >> 18;
      if (!find(less, std::uint64_t(values) << 62 |
                          ((of << 18) & ~(std::uint64_t(3) << 62))))
        continue; // of a store that nobody sees there
      const auto *length =
          find(less, std::uint64_t(lengths) << 62 | (id & 0x3ffff) << 34);
      if (!length || far >= *length)
        continue;
      const auto *there = find(less, id);
      if (!there || *there > far)
        return false;
    }
    return true;
  }

private:
  enum kind : std::uint64_t { behinds, values, lengths, learned };

  struct thread_of {
    std::uint64_t what;
    std::vector<std::pair<std::uint64_t, std::size_t>> behind;

    auto operator<=>(const thread_of &) const = default;
  };
  struct message {
    std::uint64_t key;
    std::size_t behind;
    const knowledge *sync;
  };

  static std::uint64_t id(kind what, std::uint64_t of, std::uint64_t place,
                          std::uint64_t about) {
    return std::uint64_t(what) << 62 | of << 34 | place << 18 | about;
  }
  /// The lowest bits are the number of a thread that uses it, and one more.
  std::uint64_t key(std::size_t user) const { return object_ << 3 | user; }

  static const std::uint64_t *find(const known_items &all, std::uint64_t id) {
    const auto at =
        std::ranges::lower_bound(all, id, {}, &known_items::value_type::first);
    return at != all.end() && at->first == id ? &at->second : nullptr;
  }

  std::uint64_t hash_ = 0, object_ = 0;
  std::vector<thread_of> threads_;
  std::vector<message> messages_;
  known_items items_;
  std::vector<std::size_t> order_;
};

/// The states that have been seen, but for those that another one covers.
class seen_states {
public:
  enum found { added, covered, otherwise };

  /// Adds the state, of which `next` says what comes next: `otherwise` than in
  /// one that should be like it.
  found find_or_add(const state &now, std::uint64_t next) {
    alike &same = all_[now.hash()];
    if (same.known.empty())
      same.next = next;
    else if (same.next != next)
      return otherwise;
    for (const known_items &one : same.known)
      if (state::covers(one, now.items()))
        return covered;
    count_ -= std::erase_if(same.known, [&](const known_items &one) {
      return state::covers(now.items(), one);
    });
    same.known.push_back(now.items());
    ++count_;
    return added;
  }

  std::size_t count() const { return count_; }
  void clear() {
    all_.clear();
    count_ = 0;
  }

private:
  /// States of one hash.
  struct alike {
    std::uint64_t next = 0;
    std::vector<known_items> known;
  };

  std::unordered_map<std::uint64_t, alike> all_;
  std::size_t count_ = 0;
};

} // namespace schedule

#endif
