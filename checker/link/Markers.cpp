//===-- Markers.cpp - What markers of functions say -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Markers.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::link;
using models::Effect;
using models::EffectKind;
using models::Selector;
using models::SelectorKind;

namespace {
struct Word {
  llvm::StringLiteral Text;
  bool Class, Function, Parameter;
};
} // namespace

static constexpr Word Words[] = {
    {"send", true, false, false},
    {"sync", true, false, false},
    {"not_send", true, false, false},
    {"not_sync", true, false, false},
    {"unsafe_send", true, false, false},
    {"unsafe_sync", true, false, false},
    {"thread_bound", true, false, false},
    {"crosses_thread", false, false, true},
    {"crosses_thread_scoped", false, false, true},
    {"runs", false, false, true},
    {"runs_under", false, false, true},
    {"sends", false, false, true},
    {"receives", false, true, true},
    {"joins", false, true, true},
    {"waits", false, true, true},
    {"notifies", false, true, true},
};

static const Word *find(llvm::StringRef Text) {
  auto It = llvm::find_if(Words, [&](const Word &W) { return W.Text == Text; });
  return It == std::end(Words) ? nullptr : It;
}

bool link::isMarker(llvm::StringRef Text) { return find(Text); }

bool link::belongs(llvm::StringRef Text, MarkerPlace Where) {
  const Word *W = find(Text);
  if (!W)
    return false;
  switch (Where) {
  case MarkerPlace::Class:
    return W->Class;
  case MarkerPlace::Function:
    return W->Function;
  case MarkerPlace::Parameter:
    return W->Parameter;
  }
  return false;
}

/// "fearless::send"; of a parameter, "#1: fearless::sends".
std::vector<Marker> link::markersOf(const Program &P, UnitId U,
                                    llvm::ArrayRef<facts::Annotation> All) {
  std::vector<Marker> Result;
  for (const facts::Annotation &A : All) {
    if (A.Kind != facts::AnnotationKind::Marker || A.Arguments.empty())
      continue;
    llvm::StringRef Text = P.text(U, A.Arguments[0]);
    Marker M;
    unsigned Number = 0;
    if (Text.consume_front("#") && !Text.consumeInteger(10, Number) &&
        Text.consume_front(": "))
      M.Parameter = Number;
    if (Text.consume_front("fearless::")) {
      M.Word = Text.str();
      if (M.Word == "runs_under" && A.Arguments.size() > 1)
        M.Lock = P.text(U, A.Arguments[1]);
      Result.push_back(std::move(M));
    }
  }
  return Result;
}

namespace {

/// Builds the row for one function.
class RowBuilder {
public:
  RowBuilder(const Program &P, UnitId U, const facts::Function &F)
      : P(P), U(U), F(F) {}

  void add(const Marker &M) {
    Selector Of = M.Parameter ? argument(*M.Parameter) : Selector();
    if (M.Word == "crosses_thread") {
      spawn(*M.Parameter).On = handle(*M.Parameter);
    } else if (M.Word == "crosses_thread_scoped") {
      Effect &E = spawn(*M.Parameter);
      E.On = Of;
      E.Many = true;
      effect(EffectKind::Join, Of);
    } else if (M.Word == "runs") {
      spawn(*M.Parameter).Kind = EffectKind::Invoke;
    } else if (M.Word == "runs_under") {
      std::vector<Selector> Held = locks(M.Lock);
      effect(Held.size() > 1 ? EffectKind::AcquireTogether
                             : EffectKind::Acquire)
          .Operands = Held;
      spawn(*M.Parameter).Kind = EffectKind::Invoke;
      effect(EffectKind::Release).Operands = Held;
    } else if (M.Word == "sends") {
      effect(EffectKind::Stores, Of);
      effect(EffectKind::Notify).On = Selector();
    } else if (M.Word == "receives") {
      effect(EffectKind::Wait).On = Of;
      effect(EffectKind::ReturnsElement, Of);
    } else if (M.Word == "joins") {
      effect(EffectKind::Join, Of);
    } else if (M.Word == "waits") {
      Effect &Wait = effect(EffectKind::Wait);
      Wait.On = Of;
      // Given a guard, it gives the lock back meanwhile.
      for (unsigned I = 0; I < F.Parameters.size(); ++I)
        if (isGuard(F.Parameters[I]))
          Wait.Operands.push_back(argument(I));
    } else if (M.Word == "notifies") {
      effect(EffectKind::Notify).On = Of;
    }
  }

  std::vector<Effect> take() { return std::move(Effects); }

private:
  static Selector argument(unsigned I) {
    return {SelectorKind::Argument, I, false};
  }

  Effect &effect(EffectKind Kind, std::optional<Selector> Operand = {}) {
    Effect &E = Effects.emplace_back();
    E.Kind = Kind;
    if (Operand)
      E.Operands.push_back(*Operand);
    return E;
  }

  /// Does an object of this class, or what refers to one, hold a lock?
  bool isGuard(facts::TypeId Id) const {
    if (!Id)
      return false;
    const facts::TranslationUnit &Unit = P.unit(U);
    const facts::Type &T = Unit.type(Id);
    if (T.Kind == facts::TypeKind::Reference)
      return isGuard(T.Element);
    return T.Kind == facts::TypeKind::Record &&
           llvm::any_of(Unit.record(T.Record).Annotations,
                        [](const facts::Annotation &A) {
                          return A.Kind ==
                                 facts::AnnotationKind::ScopedCapability;
                        });
  }

  /// The callable gets what stands behind it.
  Effect &spawn(unsigned Callable) {
    Effect &E = effect(EffectKind::Spawn, argument(Callable));
    if (Callable + 1 < F.Parameters.size())
      E.Operands.push_back({SelectorKind::Rest, Callable + 1, false});
    return E;
  }

  /// A parameter, all those of a pack, or a member of the object.
  std::vector<Selector> locks(llvm::StringRef Name) const {
    std::vector<Selector> Result;
    for (unsigned I = 0; I < F.ParameterNames.size(); ++I)
      if (F.ParameterNames[I] && P.text(U, F.ParameterNames[I]) == Name)
        Result.push_back(argument(I));
    if (!Result.empty())
      return Result;
    Name.consume_front("this->");
    Selector Member;
    if (Name != "this" && Name != "*this")
      Member.Member = Name.str();
    return {Member};
  }

  /// What stands for the thread: the result, if that is an object; else the
  /// object that the function is a member of.
  Selector handle(unsigned Callable) const {
    const facts::Type &Result = P.unit(U).type(F.Result);
    if (Result.Kind == facts::TypeKind::Record)
      return {SelectorKind::Result, 0, false};
    return F.Flags & facts::FnF_Method ? Selector() : argument(Callable);
  }

  const Program &P;
  UnitId U;
  const facts::Function &F;
  std::vector<Effect> Effects;
};

} // namespace

std::optional<models::FunctionModel>
link::modelFromMarkers(const Program &P, UnitId U, const facts::Function &F) {
  RowBuilder Row(P, U, F);
  for (const Marker &M : markersOf(P, U, F.Annotations))
    if (belongs(M.Word,
                M.Parameter ? MarkerPlace::Parameter : MarkerPlace::Function))
      Row.add(M);
  models::FunctionModel Model;
  Model.Effects = Row.take();
  if (Model.Effects.empty())
    return std::nullopt;
  Model.Name = P.text(U, F.Qualified);
  findings::Place At = P.place(U, F.Loc);
  Model.Where = {At.File, At.Line, "markers", false, true};
  return Model;
}
