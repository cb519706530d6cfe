//===-- TextBodyDump.cpp - Facts as text: function bodies -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextForms.h"
#include "store/TextPrinter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

/// A value whose spelling has more parts than this gets a line of its own, so
/// that values which share parts stay short.
constexpr unsigned MaxInlineWeight = 12;

class BodyDump {
public:
  BodyDump(TextPrinter &Printer, const FunctionBody &Body)
      : Unit(Printer.Unit), Printer(Printer), Body(Body), Out(Printer.Out) {}

  void write();

private:
  void nameParameters();
  void nameLocals();
  void weighValues();
  unsigned weight(const Operand &O) const;
  unsigned weight(PathId P) const;

  void locals();
  void declaredValues();
  void cleanups();
  void blocks();
  void fact(const Fact &F);
  void factCore(const Fact &F);
  void factTail(const Fact &F);
  void spellings(const Fact &F);

  void path(PathId P);
  void root(const PathNode &Root);
  void operand(const Operand &O);
  void operands(const Fact &F);
  void value(ValueId V);
  void valueNode(const ValueNode &Node);
  void successors(const std::vector<BlockId> &Blocks);

  const TranslationUnit &Unit;
  TextPrinter &Printer;
  const FunctionBody &Body;
  llvm::raw_ostream &Out;
  std::vector<std::string> Parameters;
  std::vector<std::string> Locals;
  /// For values with lines of their own: their numbers; else None.
  std::vector<uint32_t> ValueNumbers;
  std::vector<unsigned> ValueWeights;
};

void BodyDump::nameParameters() {
  const Function &F = Unit.function(Body.Function);
  std::vector<std::string> Names;
  if (F.Flags & FnF_Method)
    Names.push_back("this");
  for (StringId Name : F.ParameterNames)
    Names.push_back(Name ? Unit.str(Name) : "");
  Parameters = makeHandles(Names);
  // Only what has a name of its own that needs no quotes is called by it.
  for (size_t I = 0; I < Parameters.size(); ++I)
    if (Parameters[I] != Names[I] || Names[I].find(':') != std::string::npos ||
        llvm::isDigit(Names[I][0]) || Names[I].find('#') != std::string::npos ||
        bareNameLength(Names[I]) != Names[I].size() || Names[I][0] == '~')
      Parameters[I] = std::to_string(I);
}

void BodyDump::nameLocals() {
  std::vector<std::string> Names;
  for (const Local &L : Body.Locals)
    Names.push_back(L.Name ? Unit.str(L.Name) : "");
  Locals = makeHandles(Names);
}

unsigned BodyDump::weight(PathId P) const {
  unsigned Weight = 1;
  for (PathNode N = Body.path(P); N.Parent; N = Body.path(N.Parent))
    Weight += N.Kind == PathKind::ElementValue ? ValueWeights[N.Number] : 1;
  return Weight;
}

unsigned BodyDump::weight(const Operand &O) const {
  if (O.hasPath())
    return weight(O.path());
  return O.Kind == OperandKind::Value ? ValueWeights[O.Number] : 1;
}

void BodyDump::weighValues() {
  ValueNumbers.assign(Body.Values.size(), ValueId::None);
  ValueWeights.assign(Body.Values.size(), 1);
  uint32_t Next = 0;
  for (uint32_t I = 0; I < Body.Values.size(); ++I) {
    const ValueNode &N = Body.Values[I];
    unsigned Weight = 1 + weight(N.A) + weight(N.B);
    if (Weight > MaxInlineWeight)
      ValueNumbers[I] = Next++;
    else
      ValueWeights[I] = Weight;
  }
}

void BodyDump::write() {
  nameParameters();
  nameLocals();
  weighValues();
  Out << "\nbody " << quoted(Printer.Names.Functions[Body.Function.Index]);
  if (Body.Digest)
    Out << " digest 0x" << llvm::utohexstr(Body.Digest, true);
  Printer.location(Body.End);
  Out << '\n';
  locals();
  declaredValues();
  cleanups();
  blocks();
}

void BodyDump::locals() {
  for (size_t I = 0; I < Locals.size(); ++I) {
    const Local &L = Body.Locals[I];
    Out << "  local " << quoted(Locals[I]);
    if (L.Type) {
      Out << " : ";
      Printer.type(L.Type);
    }
    if (L.Name)
      Printer.textUnless(withoutOrdinal(Locals[I]), "name", L.Name);
    Printer.flags(L.Flags, localFlagWords());
    Printer.location(L.Loc);
    Out << '\n';
  }
}

void BodyDump::declaredValues() {
  for (uint32_t I = 0; I < Body.Values.size(); ++I) {
    if (ValueNumbers[I] == ValueId::None)
      continue;
    Out << "  value " << ValueNumbers[I] << " = ";
    valueNode(Body.Values[I]);
    Out << '\n';
  }
}

void BodyDump::cleanups() {
  for (size_t I = 1; I < Body.Cleanups.size(); ++I) {
    const Cleanup &C = Body.Cleanups[I];
    Out << "  cleanup " << I << ' ' << wordOf(C.Kind);
    if (C.Object) {
      Out << ' ';
      path(C.Object);
    }
    if (!C.Handlers.empty()) {
      Out << " (";
      for (size_t H = 0; H < C.Handlers.size(); ++H)
        Out << (H ? ", " : "") << C.Handlers[H].Index;
      Out << ')';
    }
    if (C.Next)
      Out << " -> " << C.Next.Index;
    else if (C.Kind != CleanupKind::Exit)
      Out << " -> none";
    if (C.Destructor)
      Out << " callee " << quoted(Printer.Names.Functions[C.Destructor.Index]);
    if (C.CatchesAll)
      Out << " catches_all";
    Printer.location(C.Loc);
    Out << '\n';
  }
}

void BodyDump::successors(const std::vector<BlockId> &Blocks) {
  if (Blocks.empty())
    return;
  Out << " ->";
  for (BlockId B : Blocks)
    Out << ' ' << B.Index;
}

void BodyDump::blocks() {
  for (uint32_t I = 0; I < Body.Blocks.size(); ++I) {
    const Block &B = Body.Blocks[I];
    Out << "  block " << I;
    if (Body.Exit == BlockId(I))
      Out << " exit";
    successors(B.Successors);
    Out << '\n';
    for (const Fact &F : Body.facts(B))
      fact(F);
  }
}

void BodyDump::fact(const Fact &F) {
  Out << "    " << wordOf(F.Kind);
  factCore(F);
  factTail(F);
  Out << '\n';
}

/// What the kind is about, in the form that reads best for it. What does not
/// fit the form is left to factTail.
void BodyDump::factCore(const Fact &F) {
  switch (F.Kind) {
  case FactKind::Call:
  case FactKind::Construct:
  case FactKind::Destroy:
    Out << ' ';
    if (F.Callee)
      Out << quoted(Printer.Names.Functions[F.Callee.Index]);
    Out << '(';
    operands(F);
    Out << ')';
    return;
  case FactKind::Closure:
    if (F.Callee)
      Out << ' ' << quoted(Printer.Names.Functions[F.Callee.Index]);
    return;
  case FactKind::Unknown:
    Out << ' ' << wordOf(static_cast<UnknownReason>(F.Detail));
    return;
  case FactKind::Read:
  case FactKind::Write:
  case FactKind::Allocate:
  case FactKind::Assign:
    if (F.Path) {
      Out << ' ';
      path(F.Path);
    }
    if (F.Kind == FactKind::Assign && F.OperandCount) {
      Out << " = ";
      operands(F);
    }
    return;
  default:
    if (F.OperandCount) {
      Out << ' ';
      operands(F);
    }
    return;
  }
}

void BodyDump::factTail(const Fact &F) {
  FactForm Form = formOf(F.Kind);
  if (!Form.TakesPath && F.Path != defaultPath(Body, F)) {
    Out << " -> ";
    if (F.Path)
      path(F.Path);
    else
      Out << "none";
  }
  if (!Form.TakesOperands && F.OperandCount) {
    Out << " with (";
    operands(F);
    Out << ')';
  }
  if (!Form.TakesCallee && F.Callee)
    Out << " callee " << quoted(Printer.Names.Functions[F.Callee.Index]);
  uint32_t Flags = F.Flags;
  if (F.Kind == FactKind::Call && !F.Callee) {
    if (!(Flags & FF_Indirect))
      Out << " direct";
    Flags &= ~uint32_t(FF_Indirect);
  }
  Printer.flags(Flags, factFlagWords());
  if (F.Kind != FactKind::Unknown && F.Detail != defaultDetail(Body, F))
    Out << " detail " << F.Detail;
  if (F.Unwind)
    Out << " unwind " << F.Unwind.Index;
  spellings(F);
  Printer.location(F.Loc);
}

void BodyDump::spellings(const Fact &F) {
  auto Index = static_cast<uint32_t>(&F - Body.Facts.data());
  auto S = llvm::partition_point(
      Body.Spellings, [=](const Spelling &S) { return S.Fact < Index; });
  for (; S != Body.Spellings.end() && S->Fact == Index; ++S)
    if (S->Loc) {
      Out << " from";
      Printer.location(S->Loc);
    }
}

void BodyDump::root(const PathNode &Root) {
  switch (Root.Kind) {
  case PathKind::Global:
    Out << '@' << quoted(Printer.Names.Variables[Root.Number]);
    return;
  case PathKind::Parameter:
    Out << '$';
    if (Root.Number < Parameters.size())
      Out << Parameters[Root.Number];
    else
      Out << Root.Number;
    return;
  case PathKind::Local:
    Out << '%' << quoted(Locals[Root.Number]);
    return;
  case PathKind::Allocation:
    Out << "new#" << Root.Number;
    return;
  case PathKind::Result:
    Out << "call#" << Root.Number;
    return;
  case PathKind::Return:
    Out << "return";
    return;
  default:
    Out << '?' << wordOf(static_cast<UnknownReason>(Root.Number));
    return;
  }
}

void BodyDump::path(PathId P) {
  const PathNode &N = Body.path(P);
  if (!N.Parent) {
    root(N);
    return;
  }
  path(N.Parent);
  switch (N.Kind) {
  case PathKind::Field:
    Out << '.' << quoted(Printer.Names.Fields[N.Number]);
    return;
  case PathKind::Deref:
    if (N.Version)
      Out << '~' << N.Version;
    Out << '*';
    return;
  case PathKind::ElementConst:
    Out << '[' << N.Number << ']';
    return;
  case PathKind::ElementValue:
    Out << '[';
    value(ValueId(N.Number));
    Out << ']';
    return;
  default:
    Out << "[?]";
    return;
  }
}

void BodyDump::value(ValueId V) {
  if (ValueNumbers[V.Index] != ValueId::None)
    Out << '=' << ValueNumbers[V.Index];
  else
    valueNode(Body.Values[V.Index]);
}

void BodyDump::valueNode(const ValueNode &Node) {
  Out << wordOf(Node.Op) << '(';
  operand(Node.A);
  if (!isUnary(Node.Op) || Node.B != Operand()) {
    Out << ", ";
    operand(Node.B);
  }
  Out << ')';
}

void BodyDump::operand(const Operand &O) {
  switch (O.Kind) {
  case OperandKind::Address:
    Out << '&';
    break;
  case OperandKind::Load:
    break;
  case OperandKind::Object:
    Out << "object ";
    break;
  case OperandKind::Constant:
    Out << O.constant();
    return;
  case OperandKind::Function:
    Out << "fn " << quoted(Printer.Names.Functions[O.Number]);
    return;
  case OperandKind::Value:
    value(O.value());
    return;
  case OperandKind::Opaque:
    Out << "opaque";
    return;
  case OperandKind::Unknown:
    Out << "unknown(" << wordOf(static_cast<UnknownReason>(O.Number)) << ')';
    return;
  }
  path(O.path());
  if (O.Version)
    Out << '~' << O.Version;
}

void BodyDump::operands(const Fact &F) {
  bool First = true;
  for (const Operand &O : Body.operands(F)) {
    Out << (First ? "" : ", ");
    operand(O);
    First = false;
  }
}

} // namespace

void store::writeBody(TextPrinter &Printer, const FunctionBody &Body) {
  BodyDump(Printer, Body).write();
}
