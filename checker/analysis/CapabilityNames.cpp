//===-- CapabilityNames.cpp - The arguments of attributes -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// "mu_", "&other.mu", "*pool->locks[2]", "registry()->mu", "ns::Class::mu":
// names are looked up as the compiler does it: parameters, members, then
// outward from the scope.
//
//===----------------------------------------------------------------------===//

#include "analysis/Capabilities.h"

#include "llvm/ADT/StringExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;
using llvm::StringRef;

/// What attributes say nests no deeper.
static constexpr unsigned MaxNesting = 16;

bool CapabilityName::accept(StringRef Token) {
  Rest = Rest.ltrim();
  return Rest.consume_front(Token);
}

Capability CapabilityName::read(StringRef Text) {
  Capability Result;
  if (uint32_t Number; StringRef(Text).starts_with("#")) {
    Text = Text.drop_front();
    if (Text.consumeInteger(10, Number) || !Text.consume_front(":"))
      return Result;
    Result.Scope = Paths.deref(
        Paths.root(PathKind::Parameter, Number + bool(From.Object)));
  }
  Text = Text.trim();
  Result.Written = Text.str();
  Rest = Text;
  if (accept("*") && Rest.trim().empty()) {
    Result.Any = true;
    return Result;
  }
  Rest = Text;
  while (accept("!"))
    Result.Negative = !Result.Negative;
  Node N = unary();
  if (!N || !Rest.trim().empty())
    return Result;
  // A pointer stands for the capability that it points to.
  bool Pointer = !N.Address && N.Type &&
                 Program.unit(N.Type.Unit).type(N.Type.Type).Kind ==
                     facts::TypeKind::Pointer;
  Result.Of = Pointer ? Paths.deref(N.At) : N.At;
  return Result;
}

static bool isWord(char C) { return llvm::isAlnum(C) || C == '_' || C == '$'; }

/// A name with its qualifiers, without template arguments.
StringRef CapabilityName::identifier() {
  Rest = Rest.ltrim();
  size_t End = 0;
  while (End < Rest.size() &&
         (isWord(Rest[End]) || Rest.substr(End).starts_with("::")))
    End += isWord(Rest[End]) ? 1 : 2;
  StringRef Name = Rest.take_front(End);
  Rest = Rest.drop_front(End);
  return Name;
}

void CapabilityName::skipTemplateArguments() {
  if (!Rest.starts_with("<"))
    return;
  size_t End = 0;
  unsigned Open = 0;
  do {
    Open += Rest[End] == '<';
    Open -= Rest[End] == '>';
    ++End;
  } while (End < Rest.size() && Open);
  Rest = Rest.drop_front(End);
}

/// A reference is what it refers to.
CapabilityName::Node CapabilityName::referee(Node N) const {
  if (!N.Type)
    return N;
  facts::TypeKind K = Program.unit(N.Type.Unit).type(N.Type.Type).Kind;
  if (K != facts::TypeKind::Reference && K != facts::TypeKind::RvalueReference)
    return N;
  return {Paths.deref(N.At), pointeeType(Program, N.Type)};
}

CapabilityName::Node CapabilityName::pointee(Node N) const {
  if (!N)
    return {};
  if (N.Address)
    return {N.At, N.Type};
  return referee({Paths.deref(N.At), pointeeType(Program, N.Type)});
}

link::RecordSym CapabilityName::classOf(TypeRef T) const {
  return T ? Program.recordOf(T.Unit, T.Type) : link::RecordSym();
}

CapabilityName::Node CapabilityName::unary() {
  if (++Depth > MaxNesting)
    return {};
  if (accept("&")) {
    Node N = unary();
    N.Address = true;
    return N;
  }
  if (accept("*"))
    return pointee(unary());
  Node N = primary();
  while (N) {
    if (accept("->"))
      N = member(pointee(N), identifier());
    else if (accept("."))
      N = member(N, identifier());
    else if (accept("["))
      N = element(N);
    else
      break;
  }
  return N;
}

CapabilityName::Node CapabilityName::primary() {
  if (accept("(")) {
    StringRef Inside = Rest;
    Node N = unary();
    if (N && accept(")"))
      return N;
    // A cast: what is between the parentheses is a type.
    size_t End = Inside.find(')');
    Rest = Inside.drop_front(std::min(Inside.size(), End));
    return accept(")") ? unary() : Node();
  }
  return named(identifier());
}

CapabilityName::Node CapabilityName::named(StringRef Name) {
  if (Name.empty())
    return {};
  if (Rest.starts_with("<"))
    skipTemplateArguments();
  if (StringRef More = Rest; More.consume_front("::")) {
    // A member of a specialisation: the names of entities have no arguments.
    Rest = More;
    std::string Full = (Name + "::" + identifier()).str();
    return outward(Full);
  }
  if (Name.ends_with("_cast")) {
    if (!accept("("))
      return {};
    Node N = unary();
    return accept(")") ? N : Node();
  }
  if (Name == "this") {
    link::UnitId Unit =
        From.Class ? Program.record(From.Class).Unit : link::UnitId();
    TypeRef Type;
    if (From.Class)
      Type = {Unit, Program.typeOf(Unit, Program.record(From.Class).Decl)};
    Node N{From.Object, Type};
    N.Address = true;
    return N;
  }
  if (Rest.ltrim().starts_with("("))
    return call(Name, std::nullopt);
  if (Node N = parameter(Name))
    return N;
  if (From.Class && From.Object)
    if (Node N = fieldNode(From.Class, From.Object, Name))
      return N;
  if (Node This = capturedThis())
    if (Node N = member(This, Name))
      return N;
  return outward(Name);
}

/// Of a lambda: the object of the function around it.
CapabilityName::Node CapabilityName::capturedThis() {
  if (!From.Class || !From.Object)
    return {};
  const link::RecordSymbol &R = Program.record(From.Class);
  if (!(R.Flags & facts::RF_Lambda))
    return {};
  for (facts::FieldId F : Program.unit(R.Unit).record(R.Decl).Fields) {
    const facts::Field &Decl = Program.unit(R.Unit).field(F);
    if (Decl.Flags & facts::FdF_CaptureThis)
      return pointee({Paths.field(From.Object, Program.symbol(R.Unit, F)),
                      {R.Unit, Decl.Type}});
  }
  return {};
}

CapabilityName::Node CapabilityName::parameter(StringRef Name) {
  if (!From.Function)
    return {};
  const link::FunctionSymbol &F = Program.function(From.Function);
  const facts::Function &Decl = Program.decl(From.Function);
  for (uint32_t I = 0; I < Decl.ParameterNames.size(); ++I)
    if (Decl.ParameterNames[I] &&
        Program.text(F.Unit, Decl.ParameterNames[I]) == Name)
      return referee({Paths.root(PathKind::Parameter, I + bool(From.Object)),
                      {F.Unit, Decl.Parameters[I]}});
  return {};
}

/// Outward from the scope: variables, static members, and fields of the class
/// (`&Class::mu_` in an attribute means that of `this`).
CapabilityName::Node CapabilityName::outward(StringRef Name) {
  std::string Scope = From.Qualified;
  if (Name.consume_front("::"))
    Scope.clear();
  while (true) {
    std::string Full = (Scope.empty() ? "" : Scope + "::") + Name.str();
    if (Node N = variable(Full))
      return N;
    if (Scope.empty())
      return {};
    size_t At = StringRef(Scope).rfind("::");
    Scope.resize(At == StringRef::npos ? 0 : At);
  }
}

CapabilityName::Node CapabilityName::variable(StringRef Full) {
  if (auto It = In.VariablesByName.find(Full); It != In.VariablesByName.end())
    for (link::VariableSym V : It->second) {
      const link::VariableSymbol &S = Program.variable(V);
      if (S.Unit == From.Unit || (!(S.Flags & facts::VF_Internal) &&
                                  Program.shareProgram(From.Unit, S.Unit)))
        return referee({Paths.root(PathKind::Global, V.Index),
                        {S.Unit, Program.unit(S.Unit).variable(S.Decl).Type}});
    }
  size_t At = Full.rfind("::");
  if (At == StringRef::npos || !From.Object)
    return {};
  auto Class = In.RecordsByName.find(Full.take_front(At));
  return Class == In.RecordsByName.end()
             ? Node()
             : fieldNode(Class->second, From.Object, Full.drop_front(At + 2));
}

CapabilityName::Node CapabilityName::fieldNode(link::RecordSym R, Path Object,
                                               StringRef Name) {
  link::FieldSym F = Program.fieldNamed(R, Name);
  if (!F)
    return {};
  const link::FieldSymbol &S = Program.field(F);
  return referee({Paths.field(Object, F),
                  {S.Unit, Program.unit(S.Unit).field(S.Decl).Type}});
}

CapabilityName::Node CapabilityName::member(Node Object, StringRef Name) {
  if (!Object || Name.empty())
    return {};
  if (Rest.ltrim().starts_with("("))
    return call(Name, Object);
  size_t Qualifier = Name.rfind("::");
  if (Qualifier != StringRef::npos)
    Name = Name.drop_front(Qualifier + 2);
  link::RecordSym R = classOf(Object.Type);
  if (Node N = fieldNode(R, Object.At, Name))
    return N;
  return R ? variable(Program.record(R).Qualified + "::" + Name.str()) : Node();
}

CapabilityName::Node CapabilityName::element(Node Array) {
  TypeRef Type = pointeeType(Program, Array.Type);
  bool Pointer =
      Array.Type && Program.unit(Array.Type.Unit).type(Array.Type.Type).Kind ==
                        facts::TypeKind::Pointer;
  Path Base = Pointer ? Paths.deref(Array.At) : Array.At;
  Rest = Rest.ltrim();
  uint32_t Index;
  if (!Rest.consumeInteger(10, Index))
    return accept("]")
               ? Node{Paths.step(PathKind::ElementConst, Base, Index), Type}
               : Node();
  Node At = unary();
  if (!accept("]"))
    return {};
  return {Paths.element(Base, At ? Value::load(At.At) : Value::unknown()),
          Type};
}

Value CapabilityName::valueOf(const Node &N) const {
  if (!N)
    return Value::unknown();
  facts::TypeKind K = N.Type ? Program.unit(N.Type.Unit).type(N.Type.Type).Kind
                             : facts::TypeKind::Other;
  return N.Address || K == facts::TypeKind::Record ? Value::address(N.At)
                                                   : Value::load(N.At);
}

CapabilityName::Node CapabilityName::call(StringRef Name,
                                          std::optional<Node> Object) {
  if (!accept("("))
    return {};
  llvm::SmallVector<Value, 2> Arguments;
  while (!accept(")")) {
    Rest = Rest.ltrim();
    int32_t Number;
    Arguments.push_back(!Rest.consumeInteger(10, Number)
                            ? Value::constant(Number)
                            : valueOf(unary()));
    if (!accept(",") && !Rest.ltrim().starts_with(")"))
      return {};
  }
  link::FunctionSym F;
  if (Object) {
    F = method(classOf(Object->Type), Name);
    if (!F && Name == "get") // A pointer that is an object.
      return {Object->At, Object->Type};
  } else if (From.Class) {
    F = method(From.Class, Name);
    if (F)
      Object = Node{From.Object, {}};
  }
  if (!F) {
    std::string Scope = From.Qualified;
    while (!F) {
      std::string Full = (Scope.empty() ? "" : Scope + "::") + Name.str();
      if (auto It = In.FunctionsByName.find(Full);
          It != In.FunctionsByName.end())
        F = It->second[0];
      if (Scope.empty())
        break;
      size_t At = StringRef(Scope).rfind("::");
      Scope.resize(At == StringRef::npos ? 0 : At);
    }
  }
  if (!F)
    return {};
  if (Object && Object->At && Program.function(F).has(facts::FnF_Method))
    Arguments.insert(Arguments.begin(), Value::address(Object->At));
  const link::FunctionSymbol &S = Program.function(F);
  TypeRef Result{S.Unit, Program.decl(F).Result};
  Node N{In.result(F, Arguments), pointeeType(Program, Result)};
  if (!N.Type)
    N.Type = Result;
  // A pointer to it is what was returned.
  facts::TypeKind K = Program.unit(S.Unit).type(Result.Type).Kind;
  N.Address = K == facts::TypeKind::Pointer;
  return N;
}

link::FunctionSym CapabilityName::method(link::RecordSym R,
                                         StringRef Name) const {
  link::FunctionSym Found;
  Program.anyOfBases(R, [&](link::RecordSym Class) {
    auto It = In.FunctionsByName.find(Program.record(Class).Qualified +
                                      "::" + Name.str());
    if (It != In.FunctionsByName.end())
      for (link::FunctionSym F : It->second)
        if (link::RecordSym Owner = Program.function(F).Owner;
            !Owner || Owner == Class) {
          Found = F;
          break;
        }
    return bool(Found);
  });
  return Found;
}
