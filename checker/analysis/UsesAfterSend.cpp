//===-- UsesAfterSend.cpp - What the giver does with what it gave away ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/UsesAfterSend.h"

#include "analysis/BodyView.h"
#include "analysis/FlowOrder.h"
#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using facts::TypeKind;
using models::EffectKind;

UsesAfterSend::UsesAfterSend(const link::Program &Program, PathTable &Paths,
                             const CallGraph &Graph,
                             const std::vector<Summary> &Summaries)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries) {
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    look(BodyId(B));
  }
}

// What is sent ---------------------------------------------------------------

/// Is it of a class that leaves something behind when it is moved?
bool UsesAfterSend::ownsSomething(Path P, BodyId In) const {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, In));
  if (!R || !(Program.record(R).Flags & facts::RF_NonTrivialDestructor))
    return false;
  const models::TypeModel *M = Program.record(R).Model;
  return !M || M->Role == models::TypeRole::Pointer ||
         M->Role == models::TypeRole::Container ||
         M->Role == models::TypeRole::Callable ||
         M->Role == models::TypeRole::Event ||
         M->Role == models::TypeRole::Value;
}

/// The local variable or parameter that \p O is the address of, if it has a
/// name.
Path UsesAfterSend::variable(BodyView &View, const facts::Operand &O) const {
  Value V = View.value(O);
  if (V.Kind != OperandKind::Address || !Paths.known(V.path()))
    return {};
  const ProgramPath &N = Paths[V.path()];
  bool Own = N.Kind == PathKind::Parameter;
  if (N.Kind == PathKind::Local)
    Own = bool(View.facts().Locals[N.Number].Name);
  return Own && ownsSomething(V.path(), View.body()) ? V.path() : Path();
}

/// The variable that was moved into \p Holder, a temporary or capture, before.
std::optional<UsesAfterSend::Sending>
UsesAfterSend::movedInto(BodyView &View, Path Holder, uint32_t Before) const {
  for (uint32_t I = Before; I-- > 0;) {
    const Fact &F = View.fact(I);
    if (F.Kind != FactKind::Construct || !F.Path || View.path(F.Path) != Holder)
      continue;
    auto Operands = View.facts().operands(F);
    if (Operands.size() != 2 ||
        parameterKind(Program, View.body(), F, 1) != TypeKind::RvalueReference)
      return std::nullopt;
    if (Path What = variable(View, Operands[1]))
      return Sending{Before, What, false, I};
    return std::nullopt;
  }
  return std::nullopt;
}

/// Does \p Callee leave its parameter where other threads look for it?
bool UsesAfterSend::sends(BodyId Callee, unsigned Parameter) const {
  const Summary &S = Summaries[Callee.Index];
  bool Locks = llvm::any_of(S.Acquisitions, [](const Acquisition &A) {
    return A.Kind == WaitKind::Lock && !A.Shared;
  });
  return (Locks || !S.Published.empty()) && keeps(Callee, Parameter);
}

/// Does it move its parameter into memory that it was given, or a global?
bool UsesAfterSend::keeps(BodyId Callee, unsigned Parameter) const {
  BodyView View(Program, Paths, Graph, Summaries, Callee);
  auto Is = [&](Path P, bool Mine) {
    if (!Paths.known(P))
      return false;
    const ProgramPath &Root = Paths.rootOf(P);
    bool Given = Root.Kind == PathKind::Parameter && Root.Number == Parameter;
    return Mine ? Given
                : !Given && (Root.Kind == PathKind::Parameter ||
                             Root.Kind == PathKind::Global);
  };
  for (const CallSite &Site : Graph.sites(Callee)) {
    if (!Site.Model)
      continue;
    const Fact &F = View.fact(Site.Fact);
    for (const models::Effect &E : Site.Model->Effects)
      if ((E.Kind == EffectKind::Stores || E.Kind == EffectKind::Move ||
           E.Kind == EffectKind::Constructs) &&
          Is(View.location(F, E.On), false) &&
          llvm::any_of(View.locations(F, E.Operands),
                       [&](Path P) { return Is(P, true); }))
        return true;
  }
  return false;
}

/// Does a model say that the call puts its argument where other threads, which
/// it wakes, look for it?
static bool handsOver(const link::Program &Program, BodyId B, const Fact &F,
                      const CallSite &S, const facts::Operand &Argument) {
  return S.has({EffectKind::Notify}) &&
         llvm::any_of(S.Model->Effects, [&](const models::Effect &E) {
           return E.Kind == EffectKind::Stores &&
                  llvm::is_contained(selectAll(Program, B, F, E.Operands),
                                     Argument);
         });
}

bool UsesAfterSend::startsThread(const CallSite &S) const {
  return llvm::any_of(S.Invocations, [](const Invocation &I) {
    return I.Kind == Invocation::Thread;
  });
}

void UsesAfterSend::findSendings(BodyView &View, const CallSite &S,
                                 std::vector<Sending> &To) const {
  const Fact &F = View.fact(S.Fact);
  bool Starts = startsThread(S);
  if (!F.Callee || F.Kind == FactKind::Destroy ||
      (!Starts && !S.has({EffectKind::Notify}) && S.Targets.Bodies.size() != 1))
    return;
  const facts::TranslationUnit &Unit =
      Program.unit(Program.body(View.body()).Unit);
  const facts::Function &Callee = Unit.function(F.Callee);
  auto Operands = View.facts().operands(F);
  unsigned Shift =
      F.Kind == FactKind::Construct || (Callee.Flags & facts::FnF_Method);
  // A queue that may be full says so, and then takes nothing.
  bool Tells = Callee.Result && Unit.type(Callee.Result).Kind == TypeKind::Bool;
  for (unsigned I = Shift; I < Operands.size(); ++I) {
    bool ByReference =
        parameterKind(Program, View.body(), F, I) == TypeKind::RvalueReference;
    std::optional<Sending> Sent;
    if (Operands[I].Kind == OperandKind::Object)
      Sent = movedInto(View, View.path(Operands[I].path()), S.Fact);
    else if (Path What =
                 ByReference && !Tells ? variable(View, Operands[I]) : Path())
      Sent = Sending{S.Fact, What, false, S.Fact};
    if (Sent && (Starts || handsOver(Program, View.body(), F, S, Operands[I]) ||
                 (!S.Model && sends(S.Targets.Bodies[0], I)))) {
      Sent->Starts = Starts;
      To.push_back(*Sent);
    }
    if (!Starts || !Operands[I].hasPath())
      continue;
    // What the callable has captured.
    Path Closure = View.path(Operands[I].path());
    for (uint32_t J = 0; J < S.Fact; ++J)
      if (const Fact &C = View.fact(J); C.Kind == FactKind::Construct && C.Path)
        if (Path Field = View.path(C.Path); Paths[Field].Parent == Closure)
          if (auto Captured = movedInto(View, Field, J + 1))
            To.push_back({S.Fact, Captured->What, true, Captured->Moved});
  }
}

// How it is used -------------------------------------------------------------

/// Follows the flow from where one variable was sent.
class UsesAfterSend::Walk {
public:
  Walk(const UsesAfterSend &Of, BodyView &View, const Sending &Sent)
      : Of(Of), Paths(Of.Paths), View(View), Facts(View.facts()), Sent(Sent) {
    link::RecordSym R =
        classOf(Of.Program, typeOf(Of.Program, Paths, Sent.What, View.body()));
    if (const models::TypeModel *M = Of.Program.record(R).Model) {
      Pointer = M->Role == models::TypeRole::Pointer;
      Shared = M->Shared;
    }
  }

  /// The first use, by fact.
  std::optional<uint32_t> use() {
    uint32_t Start = blockOf(Facts, Sent.Fact);
    Seen.resize(Facts.Blocks.size());
    Work.push_back({Start, Sent.Fact + 1});
    std::optional<uint32_t> First;
    while (!Work.empty() && !Tested) {
      auto [Block, From] = Work.back();
      Work.pop_back();
      if (auto U = useIn(Block, From); U && (!First || *U < *First))
        First = U;
    }
    if (Tested || !First)
      return std::nullopt;
    Again = *First == Sent.Moved;
    if (Again ? !inEachRound(Start) : !dominates(Start, *First))
      return std::nullopt;
    return First;
  }
  bool Pointee = false;
  bool Again = false; ///< The use is that it is sent, in the next round.

private:
  enum class Does : uint8_t { Nothing, Uses, Renews };

  std::optional<uint32_t> useIn(uint32_t Block, uint32_t From) {
    const facts::Block &B = Facts.Blocks[Block];
    for (uint32_t I = std::max(From, B.FirstFact);
         I < B.FirstFact + B.FactCount && !Tested; ++I)
      switch (doesAt(I)) {
      case Does::Uses:
        return I;
      case Does::Renews:
        return std::nullopt;
      case Does::Nothing:
        break;
      }
    for (facts::BlockId S : B.Successors)
      if (!Seen.test(S.Index)) {
        Seen.set(S.Index);
        Work.push_back({S.Index, 0});
      }
    return std::nullopt;
  }

  Does doesAt(uint32_t I) {
    if (I == Sent.Moved)
      return Does::Uses;
    const Fact &F = View.fact(I);
    auto Operands = Facts.operands(F);
    if (F.Path &&
        isPart(View.path(F.Path))) // Read; or made anew, or destroyed.
      return F.Kind == FactKind::Read ? Does::Uses : Does::Renews;
    if (const CallSite *S = Of.Graph.site(View.body(), I))
      for (unsigned O = 0; O < Operands.size(); ++O)
        if (Value V = View.value(Operands[O]); V.hasPath() && isPart(V.path()))
          return doesTo(*S, O);
    return usesPointee(F) ? Does::Uses : Does::Nothing;
  }

  /// The variable, or a member of it.
  bool isPart(Path P) const {
    if (!Paths.known(P) || !Paths.startsWith(P, Sent.What))
      return false;
    for (; P != Sent.What; P = Paths[P].Parent)
      if (Paths[P].Kind != PathKind::Field)
        return false;
    return true;
  }

  /// What the call \p S does to the variable, its operand \p O.
  Does doesTo(const CallSite &S, unsigned O) {
    const Fact &F = View.fact(S.Fact);
    if (S.Model && O == 0 &&
        S.has({EffectKind::Writes, EffectKind::Move, EffectKind::PointsTo}) &&
        !S.has({EffectKind::Reads, EffectKind::ReturnsPointee,
                EffectKind::ReturnsElement, EffectKind::Stores,
                EffectKind::Constructs, EffectKind::Uses}))
      return Does::Renews; // clear(), reset(p), operator=
    if (O == 0 && assigns(S))
      return Does::Renews;
    if (Pointer && S.has({EffectKind::ReturnsPointee}) && dereferences(F))
      return Does::Uses;
    if (Pointer && S.Model) {
      Tested = true; // Compared with null, asked for its pointer.
      return Does::Nothing;
    }
    return Does::Uses;
  }

  /// The user's own operator=.
  bool assigns(const CallSite &S) const {
    if (!S.Targets.Named)
      return false;
    const link::FunctionSymbol &N = Of.Program.function(S.Targets.Named);
    return llvm::StringRef(N.Qualified).ends_with("::operator=");
  }

  /// Is the result a place, and not a pointer that may be null?
  bool dereferences(const Fact &F) const {
    const facts::TranslationUnit &Unit =
        Of.Program.unit(Of.Program.body(View.body()).Unit);
    const facts::Function &Callee = Unit.function(F.Callee);
    if (!Callee.Result)
      return false;
    TypeKind K = Unit.type(Callee.Result).Kind;
    if (K == TypeKind::Reference)
      return true;
    // `p->x`: something is done to what the result points to.
    facts::PathId Result = F.Path;
    return llvm::any_of(Facts.Paths, [&](const facts::PathNode &N) {
      return N.Kind == PathKind::Deref && N.Parent == Result;
    });
  }

  /// Through a pointer that was got before: of what a thread has now alone.
  bool usesPointee(const Fact &F) {
    if (!Pointer || Shared || !Sent.Starts ||
        (F.Kind != FactKind::Read && F.Kind != FactKind::Write &&
         F.Kind != FactKind::Call))
      return false;
    Path Content = Paths.deref(Sent.What);
    auto Inside = [&](Path P) {
      return Paths.known(P) && Paths.startsWith(P, Content);
    };
    bool Uses =
        (F.Path && F.Kind != FactKind::Call && Inside(View.path(F.Path))) ||
        (F.Kind == FactKind::Call &&
         llvm::any_of(Facts.operands(F), [&](const facts::Operand &O) {
           Value V = View.value(O);
           return V.hasPath() && Inside(V.path());
         }));
    Pointee |= Uses;
    return Uses;
  }

  /// The blocks that are reached without passing all of \p Block.
  llvm::BitVector reachedWithout(uint32_t Block) const {
    return reachableBlocks(Facts, [&](const facts::Block &B, size_t) {
      return &B != &Facts.Blocks[Block];
    });
  }

  /// Does every way to \p Use pass the sending?
  bool dominates(uint32_t Start, uint32_t Use) const {
    uint32_t End = blockOf(Facts, Use);
    return End == Start ? Use >= Sent.Fact : !reachedWithout(Start).test(End);
  }

  /// Does every round of the loop around \p Block pass it?
  bool inEachRound(uint32_t Block) const {
    FlowOrder Order(Facts);
    std::optional<uint32_t> Head = Order.innermostLoop(Block);
    if (!Head)
      return false;
    llvm::BitVector Reached = reachedWithout(Block);
    return llvm::none_of(Order.loopBlocks(*Head), [&](uint32_t B) {
      return B != Block && Reached.test(B) &&
             llvm::is_contained(Facts.Blocks[B].Successors,
                                facts::BlockId(*Head));
    });
  }

  const UsesAfterSend &Of;
  PathTable &Paths;
  BodyView &View;
  const facts::FunctionBody &Facts;
  const Sending &Sent;
  bool Pointer = false, Shared = false;
  bool Tested = false;
  llvm::BitVector Seen;
  std::vector<std::pair<uint32_t, uint32_t>> Work; ///< (block, from fact).
};

void UsesAfterSend::look(BodyId B) {
  std::optional<BodyView> View;
  std::vector<Sending> All;
  for (const CallSite &S : Graph.sites(B)) {
    if (!startsThread(S) && !S.has({EffectKind::Notify}) &&
        (S.Targets.Bodies.size() != 1 || S.Model))
      continue;
    if (!View)
      View.emplace(Program, Paths, Graph, Summaries, B);
    findSendings(*View, S, All);
  }
  for (const Sending &Sent : All) {
    Walk W(*this, *View, Sent);
    if (auto Use = W.use())
      Found.push_back(
          {B, Sent.Fact, *Use, Sent.What, Sent.Starts, W.Pointee, W.Again});
  }
}
