//===-- Program.h - Translation units joined by their symbols -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Linking gives every function, variable, record and field of all translation
// units one symbol, binds the models to them, and keeps each different body of
// a function: equal ones (inline functions seen in many units) are one Body,
// different ones are variants, and a unit calls its own.
//
// A compilation database holds many programs. Each `main` spans one: the units
// that a linker would pull in for it. Units that no main needs form one more,
// the library, an open world. Nothing is analysed once per program: results
// carry the programs of the units they come from, and what belongs to no common
// program is never combined.
//
// The Program owns the units and says the same for ever after link(). But it
// decodes their facts when it is asked for them (UnitCache.h): not thread-safe.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_LINK_PROGRAM_H
#define FEARLESS_LINK_PROGRAM_H

#include "facts/UnitSource.h"
#include "findings/Finding.h"
#include "link/UnitCache.h"
#include "models/Catalogue.h"
#include "support/ShortList.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Allocator.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace fearless::link {

using FunctionSym = facts::Id<struct FunctionSymTag>;
using VariableSym = facts::Id<struct VariableSymTag>;
using RecordSym = facts::Id<struct RecordSymTag>;
using FieldSym = facts::Id<struct FieldSymTag>;

/// One of the bodies of a function; equal bodies of several units are one.
struct Body {
  FunctionSym Function;
  UnitId Unit;            ///< The first unit, in canonical order, that has it.
  facts::FunctionId Decl; ///< What it is the body of, in that unit.
  uint32_t FactCount = 0;
  /// The body, decoded when it is first asked for: see Program::trim().
  class Lazy {
  public:
    const facts::FunctionBody &operator*() const { return Cache->body(Id); }
    const facts::FunctionBody *operator->() const { return &Cache->body(Id); }

  private:
    friend class Linker;
    UnitCache *Cache = nullptr;
    BodyId Id;
  } Facts;
};

struct FunctionSymbol {
  llvm::StringRef Name;  ///< Linkage name, unique. Of the Program.
  std::string Qualified; ///< What people call it.
  uint32_t Flags = 0;    ///< facts::FunctionFlag, joined over all units.
  RecordSym Owner;
  UnitId Unit;            ///< A unit that declares it …
  facts::FunctionId Decl; ///< … and as what.
  const models::FunctionModel *Model = nullptr;
  support::ShortList<BodyId> Bodies;
  /// Methods that override this one directly, in order of name.
  support::ShortList<FunctionSym> Overriders;
  bool has(facts::FunctionFlag F) const { return Flags & F; }
};

struct VariableSymbol {
  std::string Qualified;
  uint8_t Flags = 0; ///< facts::VariableFlag
  UnitId Unit;
  facts::VariableId Decl;
  bool RecursiveLock = false; ///< Initialised as a recursive lock.
};

struct RecordSymbol {
  std::string Qualified;
  uint16_t Flags = 0; ///< facts::RecordFlag
  const models::TypeModel *Model = nullptr;
  UnitId Unit;          ///< A unit that completes it, if any does, …
  facts::RecordId Decl; ///< … and as what.
};

struct FieldSymbol {
  std::string Name; ///< Plain.
  RecordSym Owner;
  uint8_t Flags = 0; ///< facts::FieldFlag
  UnitId Unit;
  facts::FieldId Decl;
};

/// A lock that a declaration names: one of the two.
struct DeclaredLock {
  FieldSym Field;
  VariableSym Variable;
  explicit operator bool() const { return Field || Variable; }
  friend auto operator<=>(const DeclaredLock &, const DeclaredLock &) = default;
};

/// `Mutex First ACQUIRED_BEFORE(Then);` or `Mutex Then ACQUIRED_AFTER(First);`
struct DeclaredOrder {
  DeclaredLock First, Then;
  findings::Place Where;
  friend auto operator<=>(const DeclaredOrder &,
                          const DeclaredOrder &) = default;
};

/// What a call may run.
struct CallTargets {
  support::ShortList<BodyId> Bodies;
  /// The function named by a direct or virtual call.
  FunctionSym Named;
  /// Some target has neither body nor model, or cannot be told.
  bool Unresolved = false;
  /// There were more targets than the bound.
  bool Cut = false;
};

class Program {
public:
  /// \name Symbols
  /// @{
  uint32_t unitCount() const { return Units->size(); }
  /// The tables of a unit. Not its strings, files and bodies, which have
  /// functions of their own: text(), place(), facts().
  const facts::TranslationUnit &unit(UnitId U) const {
    return Units->tables(U);
  }
  const std::string &text(UnitId U, facts::StringId S) const {
    return Units->texts(U).str(S);
  }
  /// See models::parameterName().
  llvm::StringRef parameterName(UnitId U, facts::TypeId T) const;
  const FunctionSymbol &function(FunctionSym F) const {
    return Functions[F.Index];
  }
  const VariableSymbol &variable(VariableSym V) const {
    return Variables[V.Index];
  }
  const RecordSymbol &record(RecordSym R) const { return Records[R.Index]; }
  const FieldSymbol &field(FieldSym F) const { return Fields[F.Index]; }
  const Body &body(BodyId B) const { return Bodies[B.Index]; }
  llvm::ArrayRef<FunctionSymbol> functions() const { return Functions; }
  llvm::ArrayRef<VariableSymbol> variables() const { return Variables; }
  llvm::ArrayRef<RecordSymbol> records() const { return Records; }
  llvm::ArrayRef<FieldSymbol> fields() const { return Fields; }
  llvm::ArrayRef<Body> bodies() const { return Bodies; }

  FunctionSym symbol(UnitId U, facts::FunctionId F) const {
    return Maps[U.Index].Functions[F.Index];
  }
  VariableSym symbol(UnitId U, facts::VariableId V) const {
    return Maps[U.Index].Variables[V.Index];
  }
  RecordSym symbol(UnitId U, facts::RecordId R) const {
    return Maps[U.Index].Records[R.Index];
  }
  FieldSym symbol(UnitId U, facts::FieldId F) const {
    return Maps[U.Index].Fields[F.Index];
  }
  const facts::Function &decl(FunctionSym F) const {
    const FunctionSymbol &S = function(F);
    return unit(S.Unit).function(S.Decl);
  }
  const facts::FunctionBody &facts(BodyId B) const { return Units->body(B); }
  /// What unit(), text() and facts() gave may be gone after this. Loops over
  /// many bodies call it between two of them, and hold no such reference over
  /// a round; so memory stays bounded where the program is large. Changes no
  /// answer.
  void trim() const { Units->trim(); }
  /// Linear in the functions.
  FunctionSym functionNamed(llvm::StringRef Name) const;
  /// Asks \p Look of \p R and of its bases, in the order of their declaration,
  /// those of a base before the next one, each class once, until one says yes.
  /// Whether one did. Linear in the classes.
  bool anyOfBases(RecordSym R, llvm::function_ref<bool(RecordSym)> Look) const;
  /// Is \p R the class \p Base, or one that derives from it?
  bool isOrDerivesFrom(RecordSym R, RecordSym Base) const;
  /// The field that \p R, or a base, calls \p Name.
  FieldSym fieldNamed(RecordSym R, llvm::StringRef Name) const;
  /// @}

  /// The bodies that \p Named means when called from \p From: the unit's own
  /// variant, else those of units that share a program with it; of programs
  /// that define it differently, the largest.
  llvm::SmallVector<BodyId, 1> bodiesFor(UnitId From, FunctionSym Named) const;
  /// \p Named and everything that overrides it, transitively, that has a body
  /// or a model; at most \p Limit.
  CallTargets virtualTargets(UnitId From, FunctionSym Named,
                             unsigned Limit) const;
  /// The operator() of a class, if it has just one.
  FunctionSym callOperator(RecordSym R) const;
  /// The type that is just the class \p R of unit \p U, if the unit has it.
  facts::TypeId typeOf(UnitId U, facts::RecordId R) const {
    return Maps[U.Index].RecordTypes[R.Index];
  }
  /// The record of a type, looking through pointers, references and arrays.
  RecordSym recordOf(UnitId U, facts::TypeId T) const;

  /// \name Programs
  /// @{
  /// Number of programs; the last may be the library.
  unsigned programCount() const { return ProgramNames.size(); }
  llvm::StringRef programName(unsigned P) const { return ProgramNames[P]; }
  bool isLibrary(unsigned P) const { return LibraryIndex == P; }
  BodyId mainOf(unsigned P) const { return Mains[P]; }
  /// The programs that a unit belongs to.
  const llvm::BitVector &programs(UnitId U) const {
    return UnitPrograms[U.Index];
  }
  bool shareProgram(UnitId A, UnitId B) const {
    return programs(A).anyCommon(programs(B));
  }
  /// @}

  findings::Place place(UnitId U, facts::Location L) const;
  /// What ACQUIRED_BEFORE and ACQUIRED_AFTER say, in order.
  llvm::ArrayRef<DeclaredOrder> declaredOrders() const { return Orders; }

private:
  friend class Linker;
  struct UnitMaps {
    std::vector<FunctionSym> Functions;
    std::vector<VariableSym> Variables;
    std::vector<RecordSym> Records;
    std::vector<FieldSym> Fields;
    std::vector<facts::TypeId> RecordTypes;
    std::vector<std::pair<FunctionSym, BodyId>> Own; ///< Sorted.
    BodyId own(FunctionSym F) const;
  };
  std::unique_ptr<UnitCache> Units;
  std::vector<UnitMaps> Maps;
  std::vector<FunctionSymbol> Functions;
  std::vector<VariableSymbol> Variables;
  std::vector<RecordSymbol> Records;
  std::vector<FieldSymbol> Fields;
  std::vector<Body> Bodies;
  std::vector<DeclaredOrder> Orders;
  /// What markers say of functions that have some.
  std::deque<models::FunctionModel> Marked;
  /// Where the names of the functions are.
  std::unique_ptr<llvm::BumpPtrAllocator> Names;
  std::vector<llvm::BitVector> UnitPrograms;
  std::vector<unsigned> MainProgram; ///< Of each unit, the largest it is in.
  std::vector<std::string> ProgramNames;
  std::vector<BodyId> Mains;
  unsigned LibraryIndex = ~0u;
};

/// Bytes of decoded facts that a program keeps beside the stored ones. What is
/// smaller is decoded once.
inline constexpr size_t DecodedBudget = size_t(128) << 20;

/// Joins \p Units, in an order of their own: the result does not depend on the
/// order given. \p Models must outlive the Program.
/// Cost: linear in the size of the units, plus units × programs.
Program link(facts::UnitSources Units, const models::Catalogue &Models,
             size_t Budget = DecodedBudget);
/// The same for units in memory.
Program link(std::vector<facts::TranslationUnit> Units,
             const models::Catalogue &Models);

} // namespace fearless::link

#endif
