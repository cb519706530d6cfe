//===-- Linker.cpp - Joins translation units ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/DeclaredOrders.h"
#include "link/Markers.h"

#include "llvm/ADT/CachedHashString.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

#include <algorithm>
#include <tuple>

using namespace fearless;
using namespace fearless::link;
using facts::TranslationUnit;

namespace fearless::link {

/// Fills a Program step by step; each step reads what the ones before made.
class Linker {
public:
  Linker(facts::UnitSources Units, const models::Catalogue &Models,
         size_t Budget)
      : Models(Models) {
    P.Names = std::make_unique<llvm::BumpPtrAllocator>();
    sort(Units);
    P.Units = std::make_unique<UnitCache>(std::move(Units), Budget);
    P.Maps.resize(P.unitCount());
    MainIn.resize(P.unitCount());
  }

  Program run() {
    for (uint32_t U = 0; U < P.unitCount(); ++U) {
      addSymbols(UnitId(U));
      P.trim();
    }
    for (uint32_t U = 0; U < P.unitCount(); ++U)
      addBodies(UnitId(U));
    bindModels();
    sortOverriders();
    findPrograms();
    keepVariablesApart();
    resolveAnnotations();
    P.Units->closeBodies();
    P.Functions.shrink_to_fit();
    P.Variables.shrink_to_fit();
    P.Records.shrink_to_fit();
    P.Fields.shrink_to_fit();
    P.Bodies.shrink_to_fit();
    return std::move(P);
  }

private:
  /// Canonical order, so that nothing depends on how the units were listed.
  /// The same unit given twice counts once.
  static void sort(facts::UnitSources &Units) {
    using Unit = std::unique_ptr<facts::UnitSource>;
    auto Key = [](const Unit &U) {
      return std::tuple(std::string_view(U->MainFile), U->CommandDigest,
                        U->FunctionCount, U->Bodies.size());
    };
    std::stable_sort(
        Units.begin(), Units.end(),
        [&](const Unit &A, const Unit &B) { return Key(A) < Key(B); });
    auto Same = [&](const Unit &A, const Unit &B) { return Key(A) == Key(B); };
    Units.erase(std::unique(Units.begin(), Units.end(), Same), Units.end());
  }

  /// The symbol called \p Name, added to \p Table if it is new.
  template <class MapT, class T>
  typename MapT::mapped_type intern(MapT &Names, std::vector<T> &Table,
                                    llvm::StringRef Name, bool &New) {
    using SymT = typename MapT::mapped_type;
    auto [It, Inserted] =
        Names.try_emplace(Name, SymT(static_cast<uint32_t>(Table.size())));
    New = Inserted;
    if (Inserted)
      Table.emplace_back();
    return It->second;
  }

  /// The same for functions, whose names stay with the program.
  FunctionSym internFunction(llvm::StringRef Name, bool &New) {
    auto It = FunctionNames.find(llvm::CachedHashStringRef(Name));
    New = It == FunctionNames.end();
    if (!New)
      return It->second;
    FunctionSym Symbol(static_cast<uint32_t>(P.Functions.size()));
    P.Functions.emplace_back().Name = Name.copy(*P.Names);
    FunctionNames.try_emplace(
        llvm::CachedHashStringRef(P.Functions.back().Name), Symbol);
    return Symbol;
  }

  void addSymbols(UnitId U) {
    const TranslationUnit &Unit = P.unit(U);
    addRecords(U, Unit);
    addFields(U, Unit);
    addFunctions(U, Unit);
    addVariables(U, Unit);
    addOverrides(U, Unit);
  }
  const std::string &text(UnitId U, facts::StringId S) { return P.text(U, S); }

  void addRecords(UnitId U, const TranslationUnit &Unit) {
    auto &Map = P.Maps[U.Index].Records;
    Map.reserve(Unit.Records.size());
    for (uint32_t I = 0; I < Unit.Records.size(); ++I) {
      const facts::Record &R = Unit.Records[I];
      bool New;
      RecordSym S = intern(RecordNames, P.Records, text(U, R.Name), New);
      RecordSymbol &Sym = P.Records[S.Index];
      bool Completes =
          (R.Flags & facts::RF_Complete) && !(Sym.Flags & facts::RF_Complete);
      if (New || Completes) {
        Sym.Qualified = text(U, R.Qualified);
        Sym.Unit = U;
        Sym.Decl = facts::RecordId(I);
      }
      Sym.Flags |= R.Flags;
      Map.push_back(S);
    }
    for (uint32_t I = 0; I < Unit.Records.size(); ++I)
      for (const facts::BaseClass &B : Unit.Records[I].Bases) {
        auto &Known = Bases[Map[I]];
        if (!llvm::is_contained(Known, Map[B.Record.Index]))
          Known.push_back(Map[B.Record.Index]);
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
    Map.reserve(Unit.Fields.size());
    for (uint32_t I = 0; I < Unit.Fields.size(); ++I) {
      const facts::Field &F = Unit.Fields[I];
      RecordSym Owner = P.Maps[U.Index].Records[F.Owner.Index];
      bool New;
      // A record has one name, so its number will do.
      std::string Key = std::to_string(Owner.Index) + "::" + text(U, F.Name) +
                        "#" + std::to_string(F.Index);
      FieldSym S = intern(FieldNames, P.Fields, Key, New);
      FieldSymbol &Sym = P.Fields[S.Index];
      if (New) {
        Sym.Name = text(U, F.Name);
        Sym.Owner = Owner;
        Sym.Unit = U;
        Sym.Decl = facts::FieldId(I);
      }
      Sym.Flags |= F.Flags;
      Map.push_back(S);
      noteOrders({U, facts::FieldId(I), {}, false, ""}, F.Annotations);
    }
  }

  void addFunctions(UnitId U, const TranslationUnit &Unit) {
    auto &Map = P.Maps[U.Index].Functions;
    Map.reserve(Unit.Functions.size());
    for (uint32_t I = 0; I < Unit.Functions.size(); ++I) {
      const facts::Function &F = Unit.Functions[I];
      bool New;
      FunctionSym S = internFunction(functionKey(U, F), New);
      FunctionSymbol &Sym = P.Functions[S.Index];
      if (New) {
        Sym.Qualified = text(U, F.Qualified);
        Sym.Unit = U;
        Sym.Decl = facts::FunctionId(I);
        // What they say is known while the unit is at hand.
        if (auto Row = modelFromMarkers(P, U, F))
          Sym.Model = &P.Marked.emplace_back(std::move(*Row));
      }
      Sym.Flags |= F.Flags;
      if (F.Owner)
        Sym.Owner = P.Maps[U.Index].Records[F.Owner.Index];
      Map.push_back(S);
    }
  }

  /// Each program has a main of its own, though all are called "main".
  std::string functionKey(UnitId U, const facts::Function &F) {
    std::string Name = text(U, F.Name);
    if (F.Flags & facts::FnF_Main)
      Name += "@" + P.Units->source(U).MainFile;
    return Name;
  }

  void addVariables(UnitId U, const TranslationUnit &Unit) {
    auto &Map = P.Maps[U.Index].Variables;
    Map.reserve(Unit.Variables.size());
    for (uint32_t I = 0; I < Unit.Variables.size(); ++I) {
      const facts::Variable &V = Unit.Variables[I];
      bool New;
      VariableSym S = intern(VariableNames, P.Variables, text(U, V.Name), New);
      VariableSymbol &Sym = P.Variables[S.Index];
      bool Defines =
          (V.Flags & facts::VF_Defined) && !(Sym.Flags & facts::VF_Defined);
      if (New || Defines) {
        Sym.Qualified = text(U, V.Qualified);
        Sym.Unit = U;
        Sym.Decl = facts::VariableId(I);
      }
      Sym.Flags |= V.Flags;
      if (V.InitialiserMacro)
        noteInitialiser(Sym, text(U, V.InitialiserMacro));
      Map.push_back(S);
      noteOrders({U, {}, facts::VariableId(I), false, ""}, V.Annotations);
      if (V.Flags & facts::VF_Defined) {
        D.Variables.resize(P.Variables.size());
        D.Variables[S.Index].push_back(U);
      }
    }
  }

  void noteInitialiser(VariableSymbol &Sym, llvm::StringRef Macro) {
    if (RecursiveInitialisers.empty())
      for (const models::TypeModel *T : Models.types())
        for (const std::string &I : T->RecursiveInitialisers)
          RecursiveInitialisers.insert(I);
    Sym.RecursiveLock |= RecursiveInitialisers.contains(Macro);
  }

  /// A field or variable of a unit, and what it is annotated with.
  struct Annotated {
    UnitId Unit;
    facts::FieldId Field;
    facts::VariableId Variable;
    bool First = false;
    std::string Other;
  };

  /// The strings are here only now; the symbols are only known later.
  void noteOrders(Annotated Here,
                  llvm::ArrayRef<facts::Annotation> Annotations) {
    using K = facts::AnnotationKind;
    for (const facts::Annotation &A : Annotations) {
      if (A.Kind != K::AcquiredBefore && A.Kind != K::AcquiredAfter)
        continue;
      Here.First = A.Kind == K::AcquiredBefore;
      for (facts::StringId Other : A.Arguments) {
        Here.Other = text(Here.Unit, Other);
        Orders.push_back(Here);
      }
    }
  }

  void resolveAnnotations() {
    std::vector<WrittenOrder> Written;
    for (Annotated &A : Orders) {
      P.trim();
      WrittenOrder W{A.Unit, {}, {}, A.First, std::move(A.Other)};
      if (A.Field) {
        W.Annotated.Field = P.symbol(A.Unit, A.Field);
        W.Where = P.place(A.Unit, P.unit(A.Unit).field(A.Field).Loc);
      } else {
        W.Annotated.Variable = P.symbol(A.Unit, A.Variable);
        W.Where = P.place(A.Unit, P.unit(A.Unit).variable(A.Variable).Loc);
      }
      Written.push_back(std::move(W));
    }
    P.Orders = resolveOrders(P, Written);
  }

  static bool isInherited(const models::TypeModel *M) {
    return M && (M->Role == models::TypeRole::Lock ||
                 M->Role == models::TypeRole::Guard);
  }

  /// A class that is derived from a lock or a guard is one, too; the nearest
  /// base counts. Each class is visited once, however deep they derive, and
  /// also in a ring, which classes of one name in several units can make.
  void inheritModels() {
    std::vector<llvm::SmallVector<RecordSym, 1>> Derived(P.Records.size());
    std::vector<RecordSym> Next;
    for (uint32_t R = 0; R < P.Records.size(); ++R) {
      if (isInherited(P.Records[R].Model))
        Next.push_back(RecordSym(R));
      if (auto It = Bases.find(RecordSym(R)); It != Bases.end())
        for (RecordSym Base : It->second)
          Derived[Base.Index].push_back(RecordSym(R));
    }
    for (size_t I = 0; I < Next.size(); ++I)
      for (RecordSym R : Derived[Next[I].Index])
        if (const models::TypeModel *&Model = P.Records[R.Index].Model;
            !Model) {
          Model = P.Records[Next[I].Index].Model;
          Next.push_back(R);
        }
  }

  void bindModels() {
    for (RecordSymbol &R : P.Records)
      R.Model = Models.type(R.Qualified);
    inheritModels();
    for (FunctionSymbol &F : P.Functions) {
      if (F.Model || !Models.speaksOf(F.Qualified))
        continue;
      P.trim();
      llvm::SmallVector<llvm::StringRef, 6> Parameters;
      for (facts::TypeId T : P.unit(F.Unit).function(F.Decl).Parameters)
        Parameters.push_back(P.parameterName(F.Unit, T));
      const models::FunctionModel *Row =
          Models.function(F.Qualified, Parameters);
      // A program's own error() is not the library's, nor is what a library
      // that is checked itself does for anybody else to say.
      bool Library =
          Row && (Row->Where.Distinct || models::isPattern(Row->Name) ||
                  F.Flags & (facts::FnF_System | facts::FnF_Implicit));
      bool OwnMeaning = !F.Bodies.empty() || !Library;
      if (Row && OwnMeaning && models::yieldsToProgram(*Row))
        Row = nullptr;
      F.Model = Row;
    }
  }

  void addBodies(UnitId U) {
    const std::vector<facts::BodyHead> &Heads = P.Units->source(U).Bodies;
    auto &Own = P.Maps[U.Index].Own;
    Own.reserve(Heads.size());
    D.Functions.resize(P.Functions.size());
    for (uint32_t I = 0; I < Heads.size(); ++I) {
      FunctionSym S = P.symbol(U, Heads[I].Function);
      BodyId Id = findVariant(P.Functions[S.Index], Heads[I].Digest);
      if (!Id)
        Id = addBody(S, U, I);
      Own.push_back({S, Id});
      if (P.function(S).has(facts::FnF_Main))
        MainIn[U.Index] = Id;
      D.Functions[S.Index].push_back(U);
    }
    // Of a function with several bodies in one unit the last is its own.
    std::stable_sort(Own.begin(), Own.end(), [](const auto &A, const auto &B) {
      return A.first < B.first;
    });
    auto Last =
        std::unique(Own.rbegin(), Own.rend(), [](const auto &A, const auto &B) {
          return A.first == B.first;
        });
    Own.erase(Own.begin(), Last.base());
  }

  BodyId addBody(FunctionSym S, UnitId U, uint32_t Number) {
    const facts::BodyHead &Head = P.Units->source(U).Bodies[Number];
    BodyId Id(static_cast<uint32_t>(P.Bodies.size()));
    P.Units->addBody(U, Number);
    Body B;
    B.Function = S;
    B.Unit = U;
    B.Decl = Head.Function;
    B.FactCount = Head.FactCount;
    B.Facts.Cache = P.Units.get();
    B.Facts.Id = Id;
    P.Bodies.push_back(B);
    Digests.push_back(Head.Digest);
    FunctionSymbol &Sym = P.Functions[S.Index];
    Sym.Bodies.push_back(Id);
    if (Sym.Bodies.size() == 1) {
      Sym.Unit = U;
      Sym.Decl = Head.Function;
    }
    return Id;
  }

  BodyId findVariant(const FunctionSymbol &Sym, uint64_t Digest) const {
    for (BodyId B : Sym.Bodies)
      if (Digests[B.Index] == Digest)
        return B;
    return BodyId();
  }

  void addOverrides(UnitId U, const TranslationUnit &Unit) {
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

  void findPrograms() {
    D.Functions.resize(P.Functions.size());
    D.Variables.resize(P.Variables.size());
    P.UnitPrograms.assign(P.unitCount(), llvm::BitVector());
    llvm::BitVector InSome(P.unitCount());
    std::vector<llvm::BitVector> Members;
    for (uint32_t U = 0; U < P.unitCount(); ++U)
      if (BodyId Main = MainIn[U]) {
        Members.push_back(closure({UnitId(U)}));
        InSome |= Members.back();
        P.ProgramNames.push_back(P.Units->source(UnitId(U)).MainFile);
        P.Mains.push_back(Main);
      }
    addLibrary(InSome, Members);
    for (uint32_t U = 0; U < P.unitCount(); ++U) {
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

  struct Variant {
    llvm::BitVector Programs;
    VariableSym Symbol;
  };

  /// The groups of programs that share a definition of \p V.
  std::vector<Variant> variantsOf(VariableSym V) const {
    std::vector<Variant> Result;
    for (UnitId U : D.Variables[V.Index]) {
      llvm::BitVector In = P.UnitPrograms[U.Index];
      llvm::erase_if(Result, [&](const Variant &Other) {
        bool Shared = Other.Programs.anyCommon(P.UnitPrograms[U.Index]);
        if (Shared)
          In |= Other.Programs;
        return Shared;
      });
      Result.push_back({std::move(In), V});
    }
    return Result;
  }

  /// Variables of one name in programs that share no definition of it are
  /// different ones: `std::mutex m;` in two tests.
  void keepVariablesApart() {
    llvm::DenseMap<VariableSym, std::vector<Variant>> Split;
    for (uint32_t V = 0; V < D.Variables.size(); ++V) {
      if (D.Variables[V].size() < 2)
        continue;
      std::vector<Variant> Variants = variantsOf(VariableSym(V));
      if (Variants.size() < 2)
        continue;
      for (Variant &Other : llvm::drop_begin(Variants)) {
        Other.Symbol = VariableSym(static_cast<uint32_t>(P.Variables.size()));
        P.Variables.push_back(P.Variables[V]);
      }
      Split[VariableSym(V)] = std::move(Variants);
    }
    if (Split.empty())
      return;
    for (uint32_t U = 0; U < P.unitCount(); ++U)
      for (uint32_t I = 0; I < P.Maps[U].Variables.size(); ++I) {
        VariableSym &Symbol = P.Maps[U].Variables[I];
        auto It = Split.find(Symbol);
        if (It == Split.end())
          continue;
        bool Defines = llvm::is_contained(D.Variables[Symbol.Index], UnitId(U));
        for (const Variant &V : It->second)
          if (V.Programs.anyCommon(P.UnitPrograms[U])) {
            Symbol = V.Symbol;
            if (Defines) {
              P.Variables[Symbol.Index].Unit = UnitId(U);
              P.Variables[Symbol.Index].Decl = facts::VariableId(I);
            }
            break;
          }
      }
  }

  void addLibrary(const llvm::BitVector &InSome,
                  std::vector<llvm::BitVector> &Members) {
    std::vector<UnitId> Rest;
    for (uint32_t U = 0; U < P.unitCount(); ++U)
      if (!InSome.test(U))
        Rest.push_back(UnitId(U));
    if (Rest.empty())
      return;
    P.LibraryIndex = Members.size();
    Members.push_back(closure(Rest));
    P.ProgramNames.push_back("library");
    P.Mains.push_back(BodyId());
  }

  /// What a linker would pull in for \p Start: for each symbol that a member
  /// refers to and does not define, the unit that does; of several, one that is
  /// a member already, else the one whose path is nearest.
  llvm::BitVector closure(std::vector<UnitId> Work) const {
    llvm::BitVector In(P.unitCount());
    for (UnitId U : Work)
      In.set(U.Index);
    std::string Near = P.Units->source(Work.front()).MainFile;
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
      if (MainIn[U.Index])
        continue;
      llvm::StringRef File = P.Units->source(U).MainFile;
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
  llvm::StringSet<> RecursiveInitialisers; ///< Macros, of all models.
  Program P;
  Definers D;
  std::vector<uint64_t> Digests; ///< Of the program's bodies.
  std::vector<BodyId> MainIn;    ///< Of each unit that has one.
  std::vector<Annotated> Orders; ///< As they are written.
  /// Of records that have some, direct ones.
  llvm::DenseMap<RecordSym, llvm::SmallVector<RecordSym, 1>> Bases;
  llvm::DenseMap<llvm::CachedHashStringRef, FunctionSym> FunctionNames;
  llvm::StringMap<RecordSym> RecordNames;
  llvm::StringMap<FieldSym> FieldNames;
  llvm::StringMap<VariableSym> VariableNames;
};

Program link(facts::UnitSources Units, const models::Catalogue &Models,
             size_t Budget) {
  return Linker(std::move(Units), Models, Budget).run();
}

Program link(std::vector<TranslationUnit> Units,
             const models::Catalogue &Models) {
  return link(facts::residentUnits(std::move(Units)), Models);
}

} // namespace fearless::link
