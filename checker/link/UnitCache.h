//===-- UnitCache.h - The decoded parts of a large program ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to link/: the units of a program and what of them is decoded just
// now. A part is decoded when it is first asked for and stays until trim(),
// which gives up the oldest ones if there are too many. So a reference holds as
// long as nobody trims, and only loops over many functions do, between two. A
// program of ordinary size is decoded once. Not thread-safe.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_LINK_UNITCACHE_H
#define FEARLESS_LINK_UNITCACHE_H

#include "facts/UnitSource.h"

#include <deque>

namespace fearless::link {

using UnitId = facts::Id<struct UnitTag>;
using BodyId = facts::Id<struct BodyTag>;

class UnitCache {
public:
  /// \p Budget: bytes of decoded facts that trim() leaves.
  UnitCache(facts::UnitSources Sources, size_t Budget);
  ~UnitCache();
  UnitCache(const UnitCache &) = delete;
  UnitCache &operator=(const UnitCache &) = delete;

  const facts::UnitSource &source(UnitId U) const { return *Sources[U.Index]; }
  uint32_t size() const { return static_cast<uint32_t>(Sources.size()); }

  /// The unit's tables. It has strings, files and bodies only where it is
  /// resident.
  const facts::TranslationUnit &tables(UnitId U) {
    const facts::TranslationUnit *T = Tables[U.Index];
    return T ? *T : loadTables(U);
  }
  /// The unit's strings and files.
  const facts::TranslationUnit &texts(UnitId U) {
    const facts::TranslationUnit *T = Texts[U.Index];
    return T ? *T : loadTexts(U);
  }
  const facts::FunctionBody &body(BodyId B) {
    const facts::FunctionBody *F = Bodies[B.Index];
    return F ? *F : loadBody(B);
  }

  /// Body number \p Number of \p U gets the next BodyId. In order of units.
  void addBody(UnitId U, uint32_t Number);
  /// No more bodies will be added: the others are dropped.
  void closeBodies();

  void trim() {
    if (Bytes > Budget)
      giveUp(Budget / 2); // Not at once again.
  }

private:
  struct Place {
    UnitId Unit;
    uint32_t Number;
  };
  struct Part {
    enum Kind : uint8_t { Tables, Texts, Body } What;
    uint32_t Index;
    size_t Bytes;
  };

  const facts::TranslationUnit &loadTables(UnitId U);
  const facts::TranslationUnit &loadTexts(UnitId U);
  const facts::FunctionBody &loadBody(BodyId B);
  void note(Part::Kind What, uint32_t Index, size_t Size);
  void giveUp(size_t To);

  facts::UnitSources Sources;
  size_t Budget;
  // Null: not decoded. Owned, unless the source is resident.
  std::vector<const facts::TranslationUnit *> Tables, Texts;
  std::vector<const facts::FunctionBody *> Bodies;
  std::vector<Place> Places; ///< Of bodies.
  std::deque<Part> Loaded;   ///< Oldest first; nothing resident.
  size_t Bytes = 0;          ///< Of Loaded.
};

} // namespace fearless::link

#endif
