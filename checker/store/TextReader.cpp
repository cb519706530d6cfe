//===-- TextReader.cpp - Facts from text: the unit's tables ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextReader.h"

#include "store/TextLineReader.h"
#include "store/TextNames.h"
#include "store/Verify.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

class UnitReader {
public:
  UnitReader(TranslationUnit &Unit, StringRef Text, StringRef Name)
      : Unit(Unit), Line(Unit, Text, Name), At(Line.At) {}

  llvm::Error read() {
    TextCursor::Mark Start = At.mark();
    if (collect()) {
      At.rewind(Start);
      readAll();
    }
    if (At.failed())
      return At.takeError();
    Line.Entities.finish();
    return llvm::Error::success();
  }

private:
  bool collect();
  bool collectLine(StringRef Word, std::string &RecordHandle);
  void readAll();
  bool line(StringRef Word, bool &More);
  bool unit();
  bool file();
  bool record();
  bool recordLine(StringRef Word);
  bool base(RecordId Id);
  bool field();
  bool variable();
  bool function();
  bool parameters(Function &F);
  void settleMember(StringRef Handle, Function &F, bool NotMethod,
                    bool NoOwner);
  bool names(StringRef Word, bool &Known, StringId &Name, StringId &Qualified);

  TranslationUnit &Unit;
  TextLineReader Line;
  TextCursor &At;
  std::string CurrentRecord; ///< The handle that fields belong to.
  bool SeenUnit = false;
};

/// The first pass: what is declared, in order, so that a mention before the
/// declaration means the same entity.
bool UnitReader::collect() {
  Unit.MainFile = "main.cpp";
  std::string RecordHandle;
  while (At.nextLine())
    if (!collectLine(At.word(), RecordHandle))
      return false;
  return !At.failed();
}

bool UnitReader::collectLine(StringRef Word, std::string &RecordHandle) {
  if (Word == "unit")
    return unit();
  if (Word == "file")
    return file();
  bool IsRecord = Word == "record", IsField = Word == "field";
  if (!IsRecord && !IsField && Word != "function" && Word != "global")
    return true;
  TextCursor::Mark Before = At.mark();
  std::string Handle;
  if (!At.name(Handle, "a name"))
    return false;
  if (IsField && RecordHandle.empty())
    return At.fail("a field outside of a record");
  bool New = IsRecord  ? Line.Entities.declareRecord(Handle)
             : IsField ? Line.Entities.declareField(RecordHandle, Handle)
             : Word == "function" ? Line.Entities.declareFunction(Handle)
                                  : Line.Entities.declareVariable(Handle);
  if (IsRecord)
    RecordHandle = Handle;
  else if (!IsField)
    RecordHandle.clear();
  if (New)
    return true;
  At.rewind(Before);
  return At.fail(Word + " " + quoted(Handle, true) + " is declared twice");
}

void UnitReader::readAll() {
  bool More = At.nextLine();
  while (More) {
    TextCursor::Mark Before = At.mark();
    StringRef Word = At.word();
    if (Word.empty()) {
      At.failExpected("a line that starts with a word such as 'function'");
      return;
    }
    bool Next = true;
    bool Known = line(Word, Next);
    if (At.failed())
      return;
    if (!Known) {
      At.rewind(Before);
      At.failExpected("unit, file, record, field, base, argument, has, global, "
                      "function or body");
      return;
    }
    More = Next ? At.nextLine() : !At.atEnd();
  }
}

/// Returns whether \p Word starts a line that may stand here. \p Next: whether
/// the cursor is still on that line.
bool UnitReader::line(StringRef Word, bool &Next) {
  if (Word == "unit" || Word == "file")
    return true; // The first pass read it.
  if (Word == "record")
    return record();
  if (!CurrentRecord.empty() && recordLine(Word))
    return true;
  if (Word == "global")
    return variable();
  if (Word == "function")
    return function();
  if (Word != "body")
    return false;
  CurrentRecord.clear();
  FunctionBody Body;
  bool More = false;
  if (!readBody(Line, Body, More))
    return false;
  Unit.Bodies.push_back(std::move(Body));
  Next = !More;
  return true;
}

bool UnitReader::unit() {
  if (SeenUnit)
    return At.fail("unit is declared twice");
  SeenUnit = true;
  if (!Line.fileName(Unit.MainFile))
    return false;
  TextLineReader::Tail T;
  auto Other = [&](StringRef Word, bool &Known) {
    Known = true;
    if (auto Language = enumOf<facts::Language>(Word))
      Unit.Language = *Language;
    else if (Word == "errors")
      Unit.HadErrors = true;
    else if (Word == "command")
      return At.number(Unit.CommandDigest, UINT64_MAX, "a number");
    else
      Known = false;
    return true;
  };
  T.Other = Other;
  return Line.tail(T);
}

bool UnitReader::file() {
  std::string Path;
  if (!Line.fileName(Path))
    return false;
  FileOwner Owner = Path == Unit.MainFile ? FileOwner::Main : FileOwner::User;
  StringRef Word = At.word();
  if (!Word.empty()) {
    auto Named = enumOf<FileOwner>(Word);
    if (!Named)
      return At.fail("expected main, user or system");
    Owner = *Named;
  }
  if (Unit.Files.size() > UINT16_MAX)
    return At.fail("more than 65535 files");
  size_t Before = Unit.Files.size();
  Line.Builder.file(Path, Owner, At.tryWord("generated"));
  if (Unit.Files.size() == Before)
    return At.fail("file " + quoted(Path, true) + " is declared twice");
  return At.atEnd() || At.failExpected("the end of the line");
}

bool UnitReader::names(StringRef Word, bool &Known, StringId &Name,
                       StringId &Qualified) {
  Known = true;
  if (Word == "name")
    return Line.nameInto(Name, "a name");
  if (Word == "qualified")
    return Line.nameInto(Qualified, "a qualified name");
  Known = false;
  return true;
}

bool UnitReader::record() {
  if (!At.name(CurrentRecord, "a name"))
    return false;
  RecordId Id = Line.Entities.record(CurrentRecord);
  Record R = Unit.Records[Id.Index]; // The table may grow meanwhile.
  StringId Display;
  uint32_t Flags = 0;
  TextLineReader::Tail T{recordFlagWords(), &Flags, &R.Loc, &R.Annotations, {}};
  auto Other = [&](StringRef Word, bool &Known) {
    if (Word == "display")
      return (Known = true) && Line.nameInto(Display, "a name");
    return names(Word, Known, R.Name, R.Qualified);
  };
  T.Other = Other;
  if (!Line.tail(T))
    return false;
  R.Flags = static_cast<uint16_t>(Flags);
  R.Display = Display ? Display : R.Qualified;
  Unit.Records[Id.Index] = std::move(R);
  return true;
}

bool UnitReader::base(RecordId Id) {
  std::string Name;
  if (!At.name(Name, "the name of a base class"))
    return false;
  BaseClass B;
  B.Record = Line.Entities.record(Name);
  B.Virtual = At.tryWord("virtual");
  Unit.Records[Id.Index].Bases.push_back(B);
  return true;
}

/// A line of the current record. Returns whether it was one.
bool UnitReader::recordLine(StringRef Word) {
  RecordId Id = Line.Entities.record(CurrentRecord);
  if (Word == "field")
    return field();
  if (Word == "base") {
    if (!base(Id))
      return false;
  } else if (Word == "argument") {
    TypeId Argument;
    if (!Line.type(Argument))
      return false;
    Unit.Records[Id.Index].TemplateArguments.push_back(Argument);
  } else if (Word == "has") {
    std::string Name;
    if (!At.name(Name, "a function's name"))
      return false;
    FunctionId Method = Line.Entities.function(Name);
    Unit.Records[Id.Index].Methods.push_back(Method);
  } else {
    return false;
  }
  return At.atEnd() || At.failExpected("the end of the line");
}

bool UnitReader::field() {
  std::string Handle;
  if (!At.name(Handle, "a name"))
    return false;
  FieldId Id = Line.Entities.field(CurrentRecord + "::" + Handle);
  Field F = Unit.Fields[Id.Index]; // The table may grow meanwhile.
  if (!Line.optionalType(F.Type))
    return false;
  uint32_t Flags = 0;
  TextLineReader::Tail T{fieldFlagWords(), &Flags, &F.Loc, &F.Annotations, {}};
  auto Other = [&](StringRef Word, bool &Known) {
    uint64_t Index = 0;
    Known = true;
    if (Word == "name")
      return Line.nameInto(F.Name, "a name");
    if (Word == "index") {
      bool Good = At.number(Index, UINT32_MAX, "a field's position");
      F.Index = static_cast<uint32_t>(Index);
      return Good;
    }
    Known = false;
    return true;
  };
  T.Other = Other;
  if (!Line.tail(T))
    return false;
  F.Flags = static_cast<uint8_t>(Flags);
  Unit.Fields[Id.Index] = std::move(F);
  return true;
}

bool UnitReader::variable() {
  CurrentRecord.clear();
  std::string Handle;
  if (!At.name(Handle, "a name"))
    return false;
  VariableId Id = Line.Entities.variable(Handle);
  Variable V = Unit.Variables[Id.Index];
  if (!Line.optionalType(V.Type))
    return false;
  uint32_t Flags = 0;
  TextLineReader::Tail T{
      variableFlagWords(), &Flags, &V.Loc, &V.Annotations, {}};
  auto Other = [&](StringRef Word, bool &Known) {
    if (Word == "macro")
      return (Known = true) && Line.nameInto(V.InitialiserMacro, "a macro");
    return names(Word, Known, V.Name, V.Qualified);
  };
  T.Other = Other;
  if (!Line.tail(T))
    return false;
  V.Flags = static_cast<uint8_t>(Flags);
  Unit.Variables[Id.Index] = std::move(V);
  return true;
}

bool UnitReader::parameters(Function &F) {
  if (!At.tryToken("(") || At.tryToken(")"))
    return !At.failed();
  do {
    if (!Line.type(F.Parameters.emplace_back()))
      return false;
    StringRef Ahead = At.ahead();
    bool Named = !Ahead.starts_with(",") && !Ahead.starts_with(")");
    StringId &Name =
        F.ParameterNames.emplace_back(Line.Builder.string(StringRef()));
    if (Named && !Line.nameInto(Name, "a parameter's name, ',' or ')'"))
      return false;
  } while (At.tryToken(","));
  return At.expect(")");
}

bool UnitReader::function() {
  CurrentRecord.clear();
  std::string Handle;
  if (!At.name(Handle, "a name"))
    return false;
  FunctionId Id = Line.Entities.function(Handle);
  Function F = Unit.Functions[Id.Index]; // The table may grow meanwhile.
  if (!parameters(F) || (At.tryToken("->") && !Line.type(F.Result)))
    return false;
  bool NotMethod = false, NoOwner = false;
  auto Other = [&](StringRef Word, bool &Known) {
    std::string Name;
    Known = true;
    if (Word == "not_method")
      return NotMethod = true;
    if (Word == "no_owner")
      return NoOwner = true;
    if (Word == "owner") {
      if (!At.name(Name, "a record's name"))
        return false;
      F.Owner = Line.Entities.record(Name);
      return true;
    }
    if (Word == "overrides") {
      if (!At.name(Name, "a function's name"))
        return false;
      F.Overrides.push_back(Line.Entities.function(Name));
      return true;
    }
    return names(Word, Known, F.Name, F.Qualified);
  };
  TextLineReader::Tail T{functionFlagWords(), &F.Flags, &F.Loc, &F.Annotations,
                         Other};
  if (!Line.tail(T))
    return false;
  settleMember(Handle, F, NotMethod, NoOwner);
  Unit.Functions[Id.Index] = std::move(F);
  return true;
}

void UnitReader::settleMember(StringRef Handle, Function &F, bool NotMethod,
                              bool NoOwner) {
  if ((F.Flags & MethodImplied) && !NotMethod)
    F.Flags |= FnF_Method;
  StringRef Qualifier = qualifierOf(Handle);
  bool Member = F.Flags & (FnF_Method | FnF_Static);
  if (Member && !NoOwner && !F.Owner && !Qualifier.empty())
    F.Owner = Line.Entities.record(Qualifier);
}

} // namespace

llvm::Expected<TranslationUnit> store::readText(StringRef Text,
                                                StringRef Name) {
  TranslationUnit Unit;
  if (llvm::Error E = UnitReader(Unit, Text, Name).read())
    return std::move(E);
  if (llvm::Error E = verify(Unit, Name))
    return std::move(E);
  return Unit;
}
