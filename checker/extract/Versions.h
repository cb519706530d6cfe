//===-- Versions.h - Which definition reaches a load ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The state behind value versions (facts/Path.h): for each place that a body
// loads from, the number of the definition that reaches the current point and,
// for locals, its value where that is known. Versions only grow, so a number
// never means two definitions. The body is walked once, in reverse post-order;
// where paths join with different definitions there is a new one, and a loop
// head gives new ones to whatever its loop assigns. Knows no Clang.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_VERSIONS_H
#define FEARLESS_EXTRACT_VERSIONS_H

#include "facts/Path.h"

#include "llvm/ADT/DenseMap.h"

#include <optional>
#include <vector>

namespace fearless::extract {

/// What is versioned as one: a root, all fields of one declaration, or all
/// memory of one type that is reached through a pointer or an element.
struct Entity {
  enum EntityKind : uint32_t { Root, Field, Memory };
  EntityKind Kind = Root;
  facts::PathKind RootKind = facts::PathKind::Unknown; ///< Root only.
  uint32_t Number = 0;

  uint64_t key() const {
    return uint64_t(Kind) << 40 | uint64_t(RootKind) << 32 | Number;
  }
};

class Versions {
public:
  struct Binding {
    uint32_t Version = 0;
    std::optional<facts::Operand> Value;
    friend bool operator==(const Binding &, const Binding &) = default;
  };
  /// Of all entities at one point; those beyond the end are as at entry.
  using State = std::vector<Binding>;

  Binding current(Entity E) const;
  /// A new definition, whose value may be known. Returns its version.
  uint32_t define(Entity E, std::optional<facts::Operand> Value = {});
  /// Makes \p Value known for the definition at entry.
  void assume(Entity E, facts::Operand Value);

  const State &state() const { return Now; }
  void setState(State S) { Now = std::move(S); }
  /// The state where control comes from the current one or from \p Other. Each
  /// entity on which they differ gets a new version, and is appended to
  /// \p Joined once.
  void join(const State &Other, std::vector<Entity> &Joined);

private:
  uint32_t index(Entity E);
  Binding &at(uint32_t Index);

  llvm::DenseMap<uint64_t, uint32_t> Indices;
  std::vector<Entity> Entities;
  std::vector<uint32_t> Last; ///< Newest version of each entity.
  State Now;
};

} // namespace fearless::extract

#endif
