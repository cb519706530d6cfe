//===-- Linker.cpp - Joins translation units ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Digest.h"
#include "link/Program.h"

#include <algorithm>
#include <tuple>

using namespace fearless;
using namespace fearless::link;
using facts::TranslationUnit;

namespace fearless::link {

/// Fills a Program step by step; each step reads what the ones before made.
class Linker {
public:
  Linker(std::vector<TranslationUnit> Units, const models::Catalogue &Models)
      : Models(Models) {
    P.Units = std::move(Units);
  }

  Program run() {
    sortUnits();
    for (uint32_t U = 0; U < P.Units.size(); ++U)
      addSymbols(UnitId(U));
    for (uint32_t U = 0; U < P.Units.size(); ++U)
      addBodies(UnitId(U));
    bindModels();
    for (uint32_t U = 0; U < P.Units.size(); ++U)
      addOverrides(UnitId(U));
    sortOverriders();
    findPrograms();
    return std::move(P);
  }

private:
  /// Canonical order, so that nothing depends on how the units were listed.
  /// The same unit given twice counts once.
  void sortUnits() {
    auto Key = [](const TranslationUnit &U) {
      return std::tuple(std::string_view(U.MainFile), U.CommandDigest,
                        U.Functions.size(), U.Bodies.size());
    };
    std::stable_sort(P.Units.begin(), P.Units.end(),
                     [&](const TranslationUnit &A, const TranslationUnit &B) {
                       return Key(A) < Key(B);
                     });
    auto Same = [&](const TranslationUnit &A, const TranslationUnit &B) {
      return Key(A) == Key(B);
    };
    P.Units.erase(std::unique(P.Units.begin(), P.Units.end(), Same),
                  P.Units.end());
    P.Maps.resize(P.Units.size());
  }

  template <class SymT, class T>
  SymT intern(llvm::StringMap<SymT> &Names, std::vector<T> &Table,
              llvm::StringRef Name, bool &New) {
    auto [It, Inserted] =
        Names.try_emplace(Name, SymT(static_cast<uint32_t>(Table.size())));
    New = Inserted;
    if (Inserted) {
      Table.emplace_back();
      Table.back().Name = Name.str();
    }
    return It->second;
  }

  void addSymbols(UnitId U) {
    const TranslationUnit &Unit = P.Units[U.Index];
    addRecords(U, Unit);
    addFields(U, Unit);
    addFunctions(U, Unit);
    addVariables(U, Unit);
  }

  void addRecords(UnitId U, const TranslationUnit &Unit) {
    auto &Map = P.Maps[U.Index].Records;
    for (uint32_t I = 0; I < Unit.Records.size(); ++I) {
      const facts::Record &R = Unit.Records[I];
      bool New;
      RecordSym S = intern(RecordNames, P.Records, Unit.str(R.Name), New);
      RecordSymbol &Sym = P.Records[S.Index];
      bool Completes =
          (R.Flags & facts::RF_Complete) && !(Sym.Flags & facts::RF_Complete);
      if (New || Completes) {
        Sym.Qualified = Unit.str(R.Qualified);
        Sym.Display = R.Display ? Unit.str(R.Display) : Sym.Qualified;
        Sym.Unit = U;
        Sym.Decl = facts::RecordId(I);
      }
      Sym.Flags |= R.Flags;
      Map.push_back(S);
    }
    auto &Types = P.Maps[U.Index].RecordTypes;
    Types.resize(Unit.Records.size());
    for (uint32_t T = 0; T < Unit.Types.size(); ++T)
      if (Unit.Types[T].Kind == facts::TypeKind::Record &&
          !Types[Unit.Types[T].Record.Index])
        Types[Unit.Types[T].Record.Index] = facts::TypeId(T);
  }

  void addFields(UnitId U, const TranslationUnit &Unit) {
    auto &Map = P.Maps[U.Index].Fields;
    for (uint32_t I = 0; I < Unit.Fields.size(); ++I) {
      const facts::Field &F = Unit.Fields[I];
      RecordSym Owner = P.Maps[U.Index].Records[F.Owner.Index];
      bool New;
      std::string Key = P.Records[Owner.Index].Name + "::" + Unit.str(F.Name) +
                        "#" + std::to_string(F.Index);
      FieldSym S = intern(FieldNames, P.Fields, Key, New);
      FieldSymbol &Sym = P.Fields[S.Index];
      if (New) {
        Sym.Name = Unit.str(F.Name);
        Sym.Owner = Owner;
        Sym.Unit = U;
        Sym.Decl = facts::FieldId(I);
      }
      Sym.Flags |= F.Flags;
      Map.push_back(S);
    }
  }

  void addFunctions(UnitId U, const TranslationUnit &Unit) {
    auto &Map = P.Maps[U.Index].Functions;
    for (uint32_t I = 0; I < Unit.Functions.size(); ++I) {
      const facts::Function &F = Unit.Functions[I];
      bool New;
      FunctionSym S =
          intern(P.FunctionNames, P.Functions, functionKey(Unit, F), New);
      FunctionSymbol &Sym = P.Functions[S.Index];
      if (New) {
        Sym.Qualified = Unit.str(F.Qualified);
        Sym.Unit = U;
        Sym.Decl = facts::FunctionId(I);
      }
      Sym.Flags |= F.Flags;
      if (F.Owner)
        Sym.Owner = P.Maps[U.Index].Records[F.Owner.Index];
      Map.push_back(S);
    }
  }

  /// Each program has a main of its own, though all are called "main".
  static std::string functionKey(const TranslationUnit &Unit,
                                 const facts::Function &F) {
    std::string Name = Unit.str(F.Name);
    if (F.Flags & facts::FnF_Main)
      Name += "@" + Unit.MainFile;
    return Name;
  }

  void addVariables(UnitId U, const TranslationUnit &Unit) {
    auto &Map = P.Maps[U.Index].Variables;
    for (uint32_t I = 0; I < Unit.Variables.size(); ++I) {
      const facts::Variable &V = Unit.Variables[I];
      bool New;
      VariableSym S = intern(VariableNames, P.Variables, Unit.str(V.Name), New);
      VariableSymbol &Sym = P.Variables[S.Index];
      bool Defines =
          (V.Flags & facts::VF_Defined) && !(Sym.Flags & facts::VF_Defined);
      if (New || Defines) {
        Sym.Qualified = Unit.str(V.Qualified);
        Sym.Unit = U;
        Sym.Decl = facts::VariableId(I);
      }
      Sym.Flags |= V.Flags;
      if (V.InitialiserMacro)
        noteInitialiser(Sym, Unit, V);
      Map.push_back(S);
    }
  }

  void noteInitialiser(VariableSymbol &Sym, const TranslationUnit &Unit,
                       const facts::Variable &V) {
    const std::string &Macro = Unit.str(V.InitialiserMacro);
    for (const models::TypeModel *T : Models.types())
      if (std::find(T->RecursiveInitialisers.begin(),
                    T->RecursiveInitialisers.end(),
                    Macro) != T->RecursiveInitialisers.end())
        Sym.RecursiveLock = true;
  }

  void bindModels() {
    for (RecordSymbol &R : P.Records)
      R.Model = Models.type(R.Qualified);
    for (FunctionSymbol &F : P.Functions) {
      const TranslationUnit &Unit = P.Units[F.Unit.Index];
      llvm::SmallVector<llvm::StringRef, 6> Parameters;
      for (facts::TypeId T : Unit.function(F.Decl).Parameters)
        Parameters.push_back(models::parameterName(Unit, T));
      const models::FunctionModel *Row =
          Models.function(F.Qualified, Parameters);
      // A program's own error() is not the library's.
      bool Distinct = Row && Row->Where.Distinct;
      bool OwnMeaning =
          !F.Bodies.empty() ||
          !(Distinct || F.Flags & (facts::FnF_System | facts::FnF_Implicit));
      if (Row && OwnMeaning && models::yieldsToProgram(*Row))
        Row = nullptr;
      F.Model = Row;
    }
  }

  void addBodies(UnitId U) {
    TranslationUnit &Unit = P.Units[U.Index];
    facts::BodyDigester Digester(Unit);
    for (facts::FunctionBody &B : Unit.Bodies) {
      if (!B.Digest)
        B.Digest = Digester.digest(B);
      FunctionSym S = P.symbol(U, B.Function);
      FunctionSymbol &Sym = P.Functions[S.Index];
      BodyId Id = findVariant(Sym, B.Digest);
      if (!Id) {
        Id = BodyId(static_cast<uint32_t>(P.Bodies.size()));
        P.Bodies.push_back({S, U, &B});
        Sym.Bodies.push_back(Id);
        if (Sym.Bodies.size() == 1) {
          Sym.Unit = U;
          Sym.Decl = B.Function;
        }
      }
      P.Maps[U.Index].Own[S] = Id;
    }
  }

  BodyId findVariant(const FunctionSymbol &Sym, uint64_t Digest) const {
    for (BodyId B : Sym.Bodies)
      if (P.Bodies[B.Index].Facts->Digest == Digest)
        return B;
    return BodyId();
  }

  void addOverrides(UnitId U) {
    const TranslationUnit &Unit = P.Units[U.Index];
    for (uint32_t I = 0; I < Unit.Functions.size(); ++I)
      for (facts::FunctionId Base : Unit.Functions[I].Overrides)
        P.Functions[P.symbol(U, Base).Index].Overriders.push_back(
            P.symbol(U, facts::FunctionId(I)));
  }

  void sortOverriders() {
    for (FunctionSymbol &F : P.Functions) {
      auto Less = [&](FunctionSym A, FunctionSym B) {
        return P.function(A).Name < P.function(B).Name;
      };
      std::sort(F.Overriders.begin(), F.Overriders.end(), Less);
      F.Overriders.erase(std::unique(F.Overriders.begin(), F.Overriders.end()),
                         F.Overriders.end());
    }
  }

  // Programs -----------------------------------------------------------------

  /// The units that define each function and variable with a definition.
  struct Definers {
    std::vector<llvm::SmallVector<UnitId, 1>> Functions, Variables;
  };

  Definers findDefiners() const {
    Definers D;
    D.Functions.resize(P.Functions.size());
    D.Variables.resize(P.Variables.size());
    for (uint32_t U = 0; U < P.Units.size(); ++U) {
      for (const facts::FunctionBody &B : P.Units[U].Bodies)
        D.Functions[P.symbol(UnitId(U), B.Function).Index].push_back(UnitId(U));
      const TranslationUnit &Unit = P.Units[U];
      for (uint32_t V = 0; V < Unit.Variables.size(); ++V)
        if (Unit.Variables[V].Flags & facts::VF_Defined)
          D.Variables[P.Maps[U].Variables[V].Index].push_back(UnitId(U));
    }
    return D;
  }

  void findPrograms() {
    Definers D = findDefiners();
    P.UnitPrograms.assign(P.Units.size(), llvm::BitVector());
    llvm::BitVector InSome(P.Units.size());
    std::vector<llvm::BitVector> Members;
    for (uint32_t U = 0; U < P.Units.size(); ++U)
      if (BodyId Main = mainIn(UnitId(U))) {
        Members.push_back(closure({UnitId(U)}, D));
        InSome |= Members.back();
        P.ProgramNames.push_back(P.Units[U].MainFile);
        P.Mains.push_back(Main);
      }
    addLibrary(D, InSome, Members);
    for (uint32_t U = 0; U < P.Units.size(); ++U) {
      P.UnitPrograms[U].resize(Members.size());
      for (uint32_t M = 0; M < Members.size(); ++M)
        if (Members[M].test(U))
          P.UnitPrograms[U].set(M);
      unsigned Largest = 0;
      size_t Size = 0;
      for (unsigned M : P.UnitPrograms[U].set_bits())
        if (Members[M].count() > Size) {
          Largest = M;
          Size = Members[M].count();
        }
      P.MainProgram.push_back(Largest);
    }
  }

  void addLibrary(const Definers &D, const llvm::BitVector &InSome,
                  std::vector<llvm::BitVector> &Members) {
    std::vector<UnitId> Rest;
    for (uint32_t U = 0; U < P.Units.size(); ++U)
      if (!InSome.test(U))
        Rest.push_back(UnitId(U));
    if (Rest.empty())
      return;
    P.LibraryIndex = Members.size();
    Members.push_back(closure(Rest, D));
    P.ProgramNames.push_back("library");
    P.Mains.push_back(BodyId());
  }

  BodyId mainIn(UnitId U) const {
    for (auto [Sym, Body] : P.Maps[U.Index].Own)
      if (P.function(Sym).has(facts::FnF_Main))
        return Body;
    return BodyId();
  }

  /// What a linker would pull in for \p Start: for each symbol that a member
  /// refers to and does not define, the unit that does; of several, one that is
  /// a member already, else the one whose path is nearest.
  llvm::BitVector closure(std::vector<UnitId> Work, const Definers &D) const {
    llvm::BitVector In(P.Units.size());
    for (UnitId U : Work)
      In.set(U.Index);
    std::string Near = P.Units[Work.front().Index].MainFile;
    auto Need = [&](llvm::ArrayRef<UnitId> Candidates) {
      if (Candidates.empty() ||
          llvm::any_of(Candidates, [&](UnitId U) { return In.test(U.Index); }))
        return;
      UnitId Best = nearest(Candidates, Near);
      if (Best) {
        In.set(Best.Index);
        Work.push_back(Best);
      }
    };
    while (!Work.empty()) {
      UnitId U = Work.back();
      Work.pop_back();
      for (FunctionSym F : P.Maps[U.Index].Functions)
        Need(D.Functions[F.Index]);
      for (VariableSym V : P.Maps[U.Index].Variables)
        Need(D.Variables[V.Index]);
    }
    return In;
  }

  /// The candidate that shares the longest path prefix with \p Near. A unit
  /// with a main of its own belongs to another program.
  UnitId nearest(llvm::ArrayRef<UnitId> Candidates,
                 llvm::StringRef Near) const {
    UnitId Best;
    size_t BestLength = 0;
    for (UnitId U : Candidates) {
      if (mainIn(U))
        continue;
      llvm::StringRef File = P.Units[U.Index].MainFile;
      size_t Length =
          std::mismatch(Near.begin(), Near.end(), File.begin(), File.end())
              .first -
          Near.begin();
      if (!Best || Length > BestLength) {
        Best = U;
        BestLength = Length;
      }
    }
    return Best;
  }

  const models::Catalogue &Models;
  Program P;
  llvm::StringMap<RecordSym> RecordNames;
  llvm::StringMap<FieldSym> FieldNames;
  llvm::StringMap<VariableSym> VariableNames;
};

Program link(std::vector<TranslationUnit> Units,
             const models::Catalogue &Models) {
  return Linker(std::move(Units), Models).run();
}

} // namespace fearless::link
