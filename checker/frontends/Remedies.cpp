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

void nameObject(findings::Finding &F, StringRef Text) {
  size_t At = offsetOf(Text, F.Where);
  if (At == StringRef::npos || !endsStatement(Text.take_front(At)))
    return;
  size_t Name = placeForName(Text.substr(At));
  // A type over several lines would need its place's line counted.
  if (Name == StringRef::npos || Text.substr(At, Name).contains('\n'))
    return;
  findings::Place Where = F.Where;
  Where.Column += Name;
  F.Fixes.push_back({Where, Where, " " + freeName(Text)});
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
    if (F.Remedy == findings::Remedy::None)
      continue;
    auto Buffer =
        On.getBufferForFile(support::absoluteIn(ProjectRoot, F.Where.File));
    if (Buffer)
      nameObject(F, (*Buffer)->getBuffer());
  }
}

} // namespace fearless::frontends
