//===-- Invocations.cpp - Callables that a call runs ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what a callable that is handed to a library runs on, with
// the arguments that are passed on to it.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include "llvm/Support/SaveAndRestore.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;
using models::ResultTest;

const Invocation *LockFlow::invocation(const CallSite &Site,
                                       const Effect &E) const {
  for (const Invocation &I : Site.Invocations)
    if (I.Effect == &E)
      return &I;
  return nullptr;
}

/// Runs a callable now. What is not surely run may leave things as they were.
LockFlow::States LockFlow::invoke(uint32_t Fact, const Invocation &I, State S) {
  States After;
  for (BodyId Target : I.Targets) {
    auto Arguments = passedArguments(Fact, I, Target, S);
    for (State &T : callBody(Fact, Target, {Arguments, Path()}, S))
      After.push_back(std::move(T));
  }
  if (After.empty())
    return only(std::move(S));
  return After;
}

/// What the parameters of \p Target are, `this` first, when \p I runs it.
llvm::SmallVector<Value, 4> LockFlow::passedArguments(uint32_t Fact,
                                                      const Invocation &I,
                                                      BodyId Target,
                                                      const State &S) {
  llvm::SmallVector<Value, 4> Arguments;
  link::FunctionSym F = Program.body(Target).Function;
  if (I.Makes)
    Arguments.push_back(Value::address(
        contentOf(resolve(S, View.location(Facts.Facts[Fact], I.Effect->On)))));
  if (I.CallableIsObject && takesCallable(F, I)) {
    Value Object = callableObject(S, I.Callable);
    Arguments.push_back(isCallOperator(Program, F) ? Object
                                                   : boundObject(Object));
  }
  // Bound to an object and to more: what it gets besides is not told apart.
  if (std::optional<Value> Object = boundTo(F, I, S)) {
    Arguments.push_back(*Object);
    return Arguments;
  }
  bool Pointees =
      I.Effect && I.Effect->Kind == EffectKind::Invoke &&
      llvm::any_of(I.Effect->Operands, [](const auto &O) { return O.Pointee; });
  if (Pointees) {
    Arguments.append(View.values(
        Facts.Facts[Fact],
        llvm::ArrayRef<models::Selector>(I.Effect->Operands).drop_front()));
    return Arguments;
  }
  for (const facts::Operand &O : I.Arguments)
    Arguments.push_back(passedOn(Fact, O, Target, Arguments.size(), S));
  return Arguments;
}

/// Is \p O, of the call at \p Fact, a reference to what is meant? So it is for
/// what passes arguments on: std::thread, std::invoke.
bool LockFlow::takesReference(uint32_t Index, const facts::Operand &O) const {
  const Fact &F = Facts.Facts[Index];
  if (!F.Callee || O.Kind != OperandKind::Address)
    return false;
  const facts::TranslationUnit &Unit = Program.unit(Program.body(Body).Unit);
  const facts::Function &Callee = Unit.function(F.Callee);
  size_t Shift =
      F.Kind == FactKind::Construct || (Callee.Flags & facts::FnF_Method);
  auto Operands = Facts.operands(F);
  for (size_t I = Shift; I < Operands.size(); ++I)
    if (Operands[I] == O && I - Shift < Callee.Parameters.size() &&
        Callee.Parameters[I - Shift]) {
      facts::TypeKind K = Unit.type(Callee.Parameters[I - Shift]).Kind;
      if (K == facts::TypeKind::Reference ||
          K == facts::TypeKind::RvalueReference)
        return true;
    }
  return false;
}

/// What the parameter \p Index of \p Target is when \p O is passed on to it:
/// a pointer by its value, a std::ref as what it refers to.
Value LockFlow::passedOn(uint32_t Fact, const facts::Operand &O, BodyId Target,
                         size_t Index, const State &S) {
  Value V = View.value(O);
  if (V.Kind != OperandKind::Address || !takesReference(Fact, O))
    return V;
  const link::Body &To = Program.body(Target);
  const facts::TranslationUnit &Unit = Program.unit(To.Unit);
  const facts::Function &Decl = Unit.function(To.Decl);
  bool Method = Decl.Flags & facts::FnF_Method;
  bool This = Method && Index == 0;
  facts::TypeId Wanted;
  if (!This && Index - Method < Decl.Parameters.size())
    Wanted = Decl.Parameters[Index - Method];
  if (!This && !Wanted)
    return V;
  Path P = V.path();
  auto Content = [&] {
    const Value *Stored = S.stored(P);
    return Stored ? *Stored : Value::load(P);
  };
  TypeRef Given = typeOf(Program, Paths, P, Body);
  facts::TypeKind GivenKind =
      Given ? Program.unit(Given.Unit).type(Given.Type).Kind
            : facts::TypeKind::Other;
  link::RecordSym Class = classOf(Program, Given);
  const models::TypeModel *M = Class ? Program.record(Class).Model : nullptr;
  bool Same = !This && Class == classOf(Program, {To.Unit, Wanted});
  if (M && M->Role == models::TypeRole::Pointer && !Same)
    return Value::address(View.pointee(P));
  if (This)
    return GivenKind == facts::TypeKind::Pointer ? Content() : V;
  switch (Unit.type(Wanted).Kind) {
  case facts::TypeKind::Reference:
  case facts::TypeKind::RvalueReference:
    return V;
  case facts::TypeKind::Record:
    return Value::object(P);
  default:
    return Content();
  }
}

/// Whether a callable object is `this` of what it runs: of a closure's body. A
/// member function that it holds gets the first argument, or else, bound to an
/// object, that: the callable stands for it.
bool LockFlow::takesCallable(link::FunctionSym F, const Invocation &I) const {
  return Program.function(F).has(facts::FnF_Method) &&
         (I.Arguments.empty() || isCallOperator(Program, F));
}

/// The object that a callable, which gets further arguments, has bound the
/// member function \p F to: `function<void(int)> f = bind(&C::feed, &c, 3,
/// _1)`.
std::optional<Value> LockFlow::boundTo(link::FunctionSym F, const Invocation &I,
                                       const State &S) {
  const link::FunctionSymbol &Member = Program.function(F);
  if (!I.CallableIsObject || I.Arguments.empty() || !Member.Owner ||
      !Member.has(facts::FnF_Method) || isCallOperator(Program, F))
    return std::nullopt;
  Value Object = callableObject(S, I.Callable);
  if (!Object.hasPath() || Object.Kind == OperandKind::Object)
    return std::nullopt;
  link::RecordSym R =
      classOf(Program, typeOf(Program, Paths, Paths.pointee(Object), Body));
  return R && Program.isOrDerivesFrom(R, Member.Owner) ? std::optional(Object)
                                                       : std::nullopt;
}

/// The object of a member function that \p Callable was bound to. What is not
/// known is what the callable, or the container of it, points to.
Value LockFlow::boundObject(Value Callable) const {
  if (Callable.Kind != OperandKind::Address)
    return Callable;
  link::RecordSym R =
      classOf(Program, typeOf(Program, Paths, Callable.path(), Body));
  return R && !Program.record(R).Model ? Callable
                                       : Value::load(Callable.path());
}

/// The container that \p P is an element of; none if it is not.
static Path containerOf(const PathTable &Paths, Path P) {
  if (!Paths.known(P))
    return Path();
  const ProgramPath &N = Paths[P];
  return isElementStep(N.Kind) ? N.Parent : Path();
}

/// The closure that a callable value is: a std::function stands for what was
/// last stored in it, a std::ref for what it refers to. Which element of a
/// container a callable is, does not matter to what its captures are.
Value LockFlow::callableObject(const State &S, const facts::Operand &O) {
  constexpr unsigned MaxWrappers = 4; // A std::function of a std::bind …
  Value V = View.value(O);
  if (V.Kind == OperandKind::Address) {
    link::RecordSym R =
        classOf(Program, typeOf(Program, Paths, V.path(), Body));
    const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
    if (M && M->Role == models::TypeRole::Pointer)
      if (Path To = View.pointee(V.path()); Paths.known(To))
        V = Value::address(To);
  }
  for (unsigned I = 0; I < MaxWrappers && V.hasPath(); ++I) {
    const Value *Stored = S.stored(V.path());
    if (!Stored || !Stored->hasPath())
      break;
    if (Stored->Kind == OperandKind::Load)
      return *Stored;
    V = Value::address(Stored->path());
  }
  if (V.Kind == OperandKind::Address)
    while (Path Container = containerOf(Paths, V.path()))
      V = Value::address(Container);
  if (V.Kind == OperandKind::Object)
    return Value::address(V.path());
  return V;
}

void LockFlow::recordRunsUnder(uint32_t Fact, Path Lock) {
  if (Recording && Paths.known(Lock) &&
      !llvm::is_contained(Result.RunsUnder, std::pair(Fact, Lock)))
    Result.RunsUnder.push_back({Fact, Lock});
}

/// The locks that the call takes to run its callable.
void LockFlow::recordLocksAround(uint32_t Fact, const CallSite &Site,
                                 const State &S) {
  for (const Effect &E : Site.Model->Effects)
    if (E.Kind == models::EffectKind::Acquire ||
        E.Kind == models::EffectKind::AcquireTogether)
      for (Path L : View.locations(Facts.Facts[Fact], E.Operands))
        recordRunsUnder(Fact, resolve(S, L));
}

/// call_once: whoever comes second waits for the callable to end, so the flag
/// is a lock that is held while it runs, and given back if that throws.
LockFlow::States LockFlow::invokeOnce(uint32_t Fact, const Effect &E,
                                      const CallSite &Site, State S) {
  Path Flag = resolve(S, View.location(Facts.Facts[Fact], E.Operands[0]));
  bool Known = Paths.known(Flag);
  recordRunsUnder(Fact, Flag);
  const LockState *Held = Known ? S.lock(Flag) : nullptr;
  if (Known && !(Held && Held->Now == LockState::Held))
    acquire(Fact, Flag, {}, S);
  States After = only(S);
  llvm::SaveAndRestore InCall(OnceFlag, Known ? Flag : Path());
  if (const Invocation *I = invocation(Site, E))
    After = invoke(Fact, *I, std::move(S));
  if (Known)
    for (State &T : After) {
      release(Fact, Flag, T, /*Lenient=*/true);
      T.addPassed(Flag);
      T.addInitialised(Flag);
    }
  return After;
}

/// Code out of sight got the addresses of these objects: what was known to be
/// stored in them is not known any more.
void LockFlow::forgetArguments(uint32_t Index, State &S) {
  for (Value V : View.arguments(Facts.Facts[Index]))
    if (V.Kind == OperandKind::Address)
      S.forgetStoresUnder(Paths, V.path());
}

/// Does \p Callee write what its parameter points to, or hand the pointer on?
static bool mayWrite(const link::Program &Program, BodyId Callee,
                     unsigned Parameter) {
  const facts::FunctionBody &Facts = Program.facts(Callee);
  auto IsParameter = [&](facts::PathId P) {
    const facts::PathNode &N = Facts.path(P);
    return N.Kind == PathKind::Parameter && N.Number == Parameter;
  };
  auto Pointee = [&](facts::PathId P) {
    const facts::PathNode &N = Facts.path(P);
    return N.Kind == PathKind::Deref && IsParameter(N.Parent);
  };
  return llvm::any_of(Facts.Facts, [&](const facts::Fact &F) {
    if ((F.Kind == facts::FactKind::Write ||
         F.Kind == facts::FactKind::Assign) &&
        Pointee(F.Path))
      return true;
    return llvm::any_of(Facts.operands(F), [&](const facts::Operand &O) {
      return O.hasPath() &&
             (O.Kind == OperandKind::Address ? Pointee(O.path())
                                             : IsParameter(O.path()));
    });
  });
}

/// \p Callee got the addresses of these variables and may write them: what it
/// is known to leave there, its summary says. Objects keep what is stored in
/// them: that is their guards and pointers, which only their methods change.
void LockFlow::forgetWritable(llvm::ArrayRef<Value> Arguments, BodyId Callee,
                              State &S) const {
  for (uint32_t I = 0; I < Arguments.size(); ++I) {
    Value V = Arguments[I];
    if (V.Kind != OperandKind::Address || !Paths.known(V.path()) ||
        Paths[V.path()].Kind != PathKind::Local || !S.storeAt(V.path()) ||
        classOf(Program, typeOf(Program, Paths, V.path(), Body)))
      continue;
    TypeRef T = pointeeType(
        Program,
        typeOf(Program, Paths, Paths.root(PathKind::Parameter, I), Callee));
    if ((!T || !Program.unit(T.Unit).type(T.Type).Const) &&
        mayWrite(Program, Callee, I))
      std::erase_if(S.Stores,
                    [&](const Store &St) { return St.Where == V.path(); });
  }
}
