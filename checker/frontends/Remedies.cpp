//===-- Remedies.cpp - Replacements of text that mend a defect ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Remedies.h"

#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace fearless::frontends {

namespace {

bool isWordCharacter(char C) { return isAlnum(C) || C == '_'; }

/// The index behind the bracket that closes the one that \p Text begins with;
/// npos if there is none before anything that needs a lexer.
size_t behindBrackets(StringRef Text) {
  SmallString<8> Open;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    switch (C) {
    case '(':
    case '{':
    case '[':
      Open += C == '(' ? ')' : C == '{' ? '}' : ']';
      break;
    case ')':
    case '}':
    case ']':
      if (Open.empty() || Open.pop_back_val() != C)
        return StringRef::npos;
      if (Open.empty())
        return I + 1;
      break;
    case '"':
    case '\'':
    case '/':
    case ';':
    case '#':
      return StringRef::npos;
    default:
      break;
    }
  }
  return StringRef::npos;
}

/// The index in \p Text of the place; npos if it has no such line.
size_t offsetOf(StringRef Text, const findings::Place &P) {
  size_t At = 0;
  for (unsigned Line = 1; Line < P.Line; ++Line) {
    At = Text.find('\n', At);
    if (At == StringRef::npos)
      return At;
    ++At;
  }
  At += P.Column - 1;
  return P.Line && P.Column && At < Text.size() ? At : StringRef::npos;
}

/// Whether a statement may begin behind \p Before.
bool endsStatement(StringRef Before) {
  while (true) {
    Before = Before.rtrim();
    size_t Comment = Before.find("//", Before.rfind('\n') + 1);
    if (Comment == StringRef::npos)
      break;
    Before = Before.take_front(Comment);
  }
  return Before.empty() || StringRef(";{}").contains(Before.back());
}

/// Where index \p At of \p Text is.
findings::Place placeOf(StringRef Text, size_t At, const std::string &File) {
  StringRef Before = Text.take_front(At);
  size_t Line = Before.rfind('\n') + 1; // npos + 1 is 0.
  return {File, unsigned(Before.count('\n')) + 1, unsigned(At - Line) + 1};
}

void add(findings::Finding &F, StringRef Text, const std::string &File,
         const Change &C) {
  F.Fixes.push_back({placeOf(Text, C.At, File),
                     placeOf(Text, C.At + C.Length, File), C.Text});
}

void nameObject(findings::Finding &F, StringRef Text) {
  const findings::Place &Where = F.Remedy.At;
  size_t At = offsetOf(Text, Where);
  if (At == StringRef::npos || !endsStatement(Text.take_front(At)))
    return;
  size_t Name = placeForName(Text.substr(At));
  if (Name != StringRef::npos)
    add(F, Text, Where.File, {At + Name, 0, " " + freeName(Text)});
}

/// The place may be the lambda's, or one in its list.
void captureCopy(findings::Finding &F, StringRef Text) {
  size_t At = offsetOf(Text, F.Remedy.At);
  if (At == StringRef::npos)
    return;
  size_t Begin = Text.take_front(At + 1).rfind('[');
  if (Begin == StringRef::npos)
    return;
  if (auto C = captureByCopy(Text.substr(Begin), F.Remedy.Name)) {
    C->At += Begin;
    add(F, Text, F.Remedy.At.File, *C);
  }
}

/// The line with the place, if it is a declaration and nothing else.
std::optional<std::pair<size_t, StringRef>>
declarationAt(StringRef Text, const findings::Place &P) {
  size_t At = offsetOf(Text, P);
  if (At == StringRef::npos)
    return std::nullopt;
  size_t Begin = Text.take_front(At).rfind('\n') + 1;
  StringRef Line = Text.slice(Begin, Text.find('\n', At));
  StringRef Code = Line.take_front(Line.find("//")).trim();
  if (!Code.consume_back(";") || Code.find_first_of(";,{}#\"'") != Code.npos ||
      Begin + Line.size() == Text.size() ||
      !endsStatement(Text.take_front(Begin).rtrim().ends_with(":")
                         ? StringRef()
                         : Text.take_front(Begin)))
    return std::nullopt;
  return std::make_pair(Begin, Text.substr(Begin, Line.size() + 1));
}

void moveDeclaration(findings::Finding &F, StringRef Text) {
  const findings::Remedy &R = F.Remedy;
  auto From = declarationAt(Text, R.At), To = declarationAt(Text, R.Behind);
  if (R.At.File != R.Behind.File || !From || !To || From->first >= To->first)
    return;
  add(F, Text, R.At.File, {From->first, From->second.size(), ""});
  add(F, Text, R.At.File,
      {To->first + To->second.size(), 0, From->second.str()});
}

void replaceType(findings::Finding &F, StringRef Text) {
  const findings::Remedy &R = F.Remedy;
  size_t At = offsetOf(Text, R.At);
  if (At == StringRef::npos)
    return;
  size_t Begin = Text.take_front(At).rfind('\n') + 1;
  StringRef Line = Text.slice(Begin, Text.find('\n', At));
  size_t Type = Line.find(R.Name + "<");
  if (Type != StringRef::npos)
    add(F, Text, R.At.File, {Begin + Type, R.Name.size(), R.Instead});
}

} // namespace

size_t placeForName(StringRef Statement) {
  unsigned Angles = 0;
  size_t I = 0;
  for (; I < Statement.size(); ++I) {
    char C = Statement[I];
    if (C == '<')
      ++Angles;
    else if (C == '>' && Angles)
      --Angles;
    else if ((C == '(' || C == '{') && !Angles)
      break;
    else if (!isWordCharacter(C) &&
             !StringRef(Angles ? ": *&," : ": ").contains(C))
      return StringRef::npos;
  }
  size_t Name = Statement.take_front(I).rtrim().size();
  size_t Arguments = behindBrackets(Statement.substr(I));
  if (Name == 0 || Arguments == StringRef::npos ||
      !Statement.substr(I + Arguments).ltrim().starts_with(";"))
    return StringRef::npos;
  return Name;
}

std::optional<Change> captureByCopy(StringRef List, StringRef Name) {
  size_t Behind = behindBrackets(List);
  if (Behind == StringRef::npos)
    return std::nullopt;
  StringRef Inside = List.slice(1, Behind - 1);
  if (Inside.find_first_of("({[") != StringRef::npos)
    return std::nullopt;
  bool Default = false;
  for (StringRef Rest = Inside; !Rest.empty();) {
    auto [Item, Next] = Rest.split(',');
    size_t At = Item.begin() - List.begin();
    if (Item.trim() == ("&" + Name).str())
      return Change{At + Item.find('&'), 1, ""};
    Default |= Item.trim() == "&";
    Rest = Next;
  }
  if (!Default)
    return std::nullopt;
  return Change{Behind - 1, 0, (", " + Name).str()};
}

std::string freeName(StringRef Text) {
  auto isUsed = [&](StringRef Name) {
    for (size_t At = Text.find(Name); At != StringRef::npos;
         At = Text.find(Name, At + 1)) {
      size_t End = At + Name.size();
      if ((At == 0 || !isWordCharacter(Text[At - 1])) &&
          (End == Text.size() || !isWordCharacter(Text[End])))
        return true;
    }
    return false;
  };
  std::string Name = "guard";
  for (unsigned Number = 2; isUsed(Name); ++Number)
    Name = "guard" + utostr(Number);
  return Name;
}

void addFixes(MutableArrayRef<findings::Finding> Findings,
              StringRef ProjectRoot, vfs::FileSystem &On) {
  for (findings::Finding &F : Findings) {
    if (!F.Remedy)
      continue;
    auto Buffer =
        On.getBufferForFile(support::absoluteIn(ProjectRoot, F.Remedy.At.File));
    if (!Buffer)
      continue;
    StringRef Text = (*Buffer)->getBuffer();
    switch (F.Remedy.What) {
    case findings::Remedy::None:
      break;
    case findings::Remedy::NameObject:
      nameObject(F, Text);
      break;
    case findings::Remedy::CaptureCopy:
      captureCopy(F, Text);
      break;
    case findings::Remedy::MoveDeclaration:
      moveDeclaration(F, Text);
      break;
    case findings::Remedy::ReplaceType:
      replaceType(F, Text);
      break;
    }
  }
}

} // namespace fearless::frontends
