//===-- TextDump.cpp - Facts as text: the unit's tables -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextDump.h"

#include "store/TextPrinter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

/// A path that may stand before ":3:5" without quotes.
bool isBareFile(StringRef Path) {
  return !Path.empty() &&
         llvm::all_of(Path,
                      [](char C) {
                        return llvm::isAlnum(C) ||
                               StringRef("_./+-").contains(C);
                      }) &&
         !Path.starts_with("//") && !Path.starts_with("->");
}

std::string fileName(StringRef Path) {
  return isBareFile(Path) ? Path.str() : quoted(Path, /*AlwaysQuote=*/true);
}

/// Words that follow a '*' in a type.
bool isQualifier(StringRef Word) {
  return Word == "const" || Word == "volatile" || Word == "_Atomic";
}

bool isSuffix(TypeKind Kind) {
  return Kind == TypeKind::Pointer || Kind == TypeKind::Reference ||
         Kind == TypeKind::RvalueReference || Kind == TypeKind::Array;
}

class UnitDump {
public:
  UnitDump(const TranslationUnit &Unit, llvm::raw_ostream &Out)
      : Unit(Unit), Printer(Unit, Out), Out(Out) {}

  void write() {
    header();
    for (uint32_t I = 0; I < Unit.Records.size(); ++I)
      record(I);
    for (uint32_t I = 0; I < Unit.Variables.size(); ++I)
      variable(I);
    for (uint32_t I = 0; I < Unit.Functions.size(); ++I)
      function(I);
    for (const FunctionBody &Body : Unit.Bodies)
      writeBody(Printer, Body);
  }

private:
  void header();
  void record(uint32_t Index);
  void field(FieldId Id, uint32_t Position, StringRef RecordHandle);
  void variable(uint32_t Index);
  void function(uint32_t Index);
  void parameters(const Function &F);
  void functionFlags(uint32_t Flags);
  void owner(const Function &F, StringRef Handle);

  const TranslationUnit &Unit;
  TextPrinter Printer;
  llvm::raw_ostream &Out;
};

void UnitDump::header() {
  Out << "unit " << fileName(Unit.MainFile) << ' ' << wordOf(Unit.Language);
  if (Unit.CommandDigest)
    Out << " command 0x" << llvm::utohexstr(Unit.CommandDigest, true);
  if (Unit.HadErrors)
    Out << " errors";
  Out << '\n';
  for (const File &F : Unit.Files)
    Out << "file " << fileName(F.Path) << ' ' << wordOf(F.Owner)
        << (F.Generated ? " generated\n" : "\n");
}

void UnitDump::record(uint32_t Index) {
  const Record &R = Unit.Records[Index];
  StringRef Handle = Printer.Names.Records[Index];
  Out << "\nrecord " << quoted(Handle);
  Printer.textUnless(Handle, "name", R.Name);
  Printer.textUnless(withoutOrdinal(Handle), "qualified", R.Qualified);
  Printer.textUnless(Unit.str(R.Qualified), "display", R.Display);
  Printer.flags(R.Flags, recordFlagWords());
  Printer.annotations(R.Annotations);
  Printer.location(R.Loc);
  Out << '\n';
  for (const BaseClass &B : R.Bases)
    Out << "  base " << quoted(Printer.Names.Records[B.Record.Index])
        << (B.Virtual ? " virtual\n" : "\n");
  for (TypeId T : R.TemplateArguments) {
    Out << "  argument ";
    Printer.type(T);
    Out << '\n';
  }
  for (uint32_t I = 0; I < R.Fields.size(); ++I)
    field(R.Fields[I], I, Handle);
  for (FunctionId F : R.Methods)
    Out << "  has " << quoted(Printer.Names.Functions[F.Index]) << '\n';
}

void UnitDump::field(FieldId Id, uint32_t Position, StringRef RecordHandle) {
  const Field &F = Unit.field(Id);
  StringRef Handle = Printer.Names.Fields[Id.Index];
  Handle = Handle.drop_front(RecordHandle.size() + 2);
  Out << "  field " << quoted(Handle);
  if (F.Type) {
    Out << " : ";
    Printer.type(F.Type);
  }
  Printer.textUnless(withoutOrdinal(Handle), "name", F.Name);
  if (F.Index != Position)
    Out << " index " << F.Index;
  Printer.flags(F.Flags, fieldFlagWords());
  Printer.annotations(F.Annotations);
  Printer.location(F.Loc);
  Out << '\n';
}

void UnitDump::variable(uint32_t Index) {
  const Variable &V = Unit.Variables[Index];
  StringRef Handle = Printer.Names.Variables[Index];
  Out << "\nglobal " << quoted(Handle);
  if (V.Type) {
    Out << " : ";
    Printer.type(V.Type);
  }
  Printer.textUnless(Handle, "name", V.Name);
  Printer.textUnless(withoutOrdinal(Handle), "qualified", V.Qualified);
  Printer.flags(V.Flags, variableFlagWords());
  if (V.InitialiserMacro)
    Out << " macro " << quoted(Unit.str(V.InitialiserMacro));
  Printer.annotations(V.Annotations);
  Printer.location(V.Loc);
  Out << '\n';
}

void UnitDump::parameters(const Function &F) {
  if (F.Parameters.empty())
    return;
  Out << '(';
  for (size_t I = 0; I < F.Parameters.size(); ++I) {
    Out << (I ? ", " : "");
    Printer.type(F.Parameters[I]);
    StringRef Name;
    if (!F.ParameterNames.empty())
      Name = Unit.str(F.ParameterNames[I]);
    if (!Name.empty())
      Out << ' ' << quoted(Name, isQualifier(Name));
  }
  Out << ')';
}

void UnitDump::functionFlags(uint32_t Flags) {
  bool Implied = (Flags & MethodImplied) != 0;
  bool Method = (Flags & FnF_Method) != 0;
  Printer.flags(Implied ? Flags & ~uint32_t(FnF_Method) : Flags,
                functionFlagWords());
  if (Implied && !Method)
    Out << " not_method";
}

/// The reader takes a member's qualifier for its owner.
void UnitDump::owner(const Function &F, StringRef Handle) {
  bool Member = F.Flags & (FnF_Method | FnF_Static);
  StringRef Qualifier = Member ? qualifierOf(Handle) : StringRef();
  StringRef Owner =
      F.Owner ? StringRef(Printer.Names.Records[F.Owner.Index]) : StringRef();
  if (Owner == Qualifier)
    return;
  if (F.Owner)
    Out << " owner " << quoted(Owner);
  else
    Out << " no_owner";
}

void UnitDump::function(uint32_t Index) {
  const Function &F = Unit.Functions[Index];
  StringRef Handle = Printer.Names.Functions[Index];
  Out << "\nfunction " << quoted(Handle);
  parameters(F);
  if (F.Result) {
    Out << " -> ";
    Printer.type(F.Result);
  }
  Printer.textUnless(Handle, "name", F.Name);
  Printer.textUnless(withoutOrdinal(Handle), "qualified", F.Qualified);
  functionFlags(F.Flags);
  owner(F, Handle);
  for (FunctionId O : F.Overrides)
    Out << " overrides " << quoted(Printer.Names.Functions[O.Index]);
  Printer.annotations(F.Annotations);
  Printer.location(F.Loc);
  Out << '\n';
}

} // namespace

void TextPrinter::location(const Location &Loc) {
  if (!Loc)
    return;
  Out << ' ';
  const std::string &Path = Unit.Files[Loc.File].Path;
  if (Path != Unit.MainFile)
    Out << fileName(Path);
  Out << ':' << Loc.Line << ':' << Loc.Column;
}

void TextPrinter::qualifiers(const Type &T) {
  if (T.Const)
    Out << "const ";
  if (T.Volatile)
    Out << "volatile ";
  if (T.Atomic)
    Out << "_Atomic ";
}

void TextPrinter::type(TypeId Id) {
  if (!Id) {
    Out << '?';
    return;
  }
  const Type &T = Unit.type(Id);
  if (isSuffix(T.Kind)) {
    type(T.Element);
    Out << ' ' << wordOf(T.Kind);
    if (T.Const)
      Out << " const";
    if (T.Volatile)
      Out << " volatile";
    if (T.Atomic)
      Out << " _Atomic";
    return;
  }
  qualifiers(T);
  if (T.Kind == TypeKind::Record && T.Record && !T.Element) {
    // Quoted where a bare name would be taken for another kind of type.
    StringRef Name = Names.Records[T.Record.Index];
    Out << quoted(Name, enumOf<TypeKind>(Name) || isQualifier(Name));
    return;
  }
  Out << wordOf(T.Kind);
  if (T.Element) {
    Out << '(';
    type(T.Element);
    Out << ')';
  }
  if (T.Record)
    Out << '{' << quoted(Names.Records[T.Record.Index]) << '}';
}

void TextPrinter::flags(uint32_t Set, llvm::ArrayRef<FlagWord> Words) {
  for (const FlagWord &F : Words)
    if (Set & F.Bit)
      Out << ' ' << F.Word;
}

void TextPrinter::annotations(const std::vector<Annotation> &Annotations) {
  for (const Annotation &A : Annotations) {
    Out << " [[" << wordOf(A.Kind);
    if (!A.Arguments.empty()) {
      Out << '(';
      for (size_t I = 0; I < A.Arguments.size(); ++I)
        Out << (I ? ", " : "") << quoted(Unit.str(A.Arguments[I]));
      Out << ')';
    }
    Out << (A.Success ? "]]" : " on_false]]");
  }
}

void TextPrinter::textUnless(StringRef Default, StringRef Word, StringId Text) {
  if (Text && Unit.str(Text) != Default)
    Out << ' ' << Word << ' ' << quoted(Unit.str(Text), true);
}

void store::writeText(const TranslationUnit &Unit, llvm::raw_ostream &Out) {
  UnitDump(Unit, Out).write();
}
