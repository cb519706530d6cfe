//===-- TextNames.cpp - What entities are called in the text form ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextNames.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace fearless;
using namespace fearless::facts;
using llvm::StringRef;

namespace {

bool isIdentifierChar(char C) { return llvm::isAlnum(C) || C == '_'; }

/// The length of "#12" at the start of \p S.
size_t ordinalLength(StringRef S) {
  if (!S.starts_with("#"))
    return 0;
  size_t Digits = S.drop_front().take_while(llvm::isDigit).size();
  return Digits ? Digits + 1 : 0;
}

/// The length of "~name#12", of "name" or of "#12".
size_t segmentLength(StringRef S) {
  size_t Length = S.starts_with("~") ? 1 : 0;
  size_t Identifier = S.drop_front(Length).take_while(isIdentifierChar).size();
  if (Identifier == 0 && Length != 0)
    return 0;
  Length += Identifier;
  return Length + ordinalLength(S.drop_front(Length));
}

} // namespace

size_t store::bareNameLength(StringRef Text) {
  size_t Length = segmentLength(Text);
  while (Length != 0 && Text.drop_front(Length).starts_with("::")) {
    size_t Next = segmentLength(Text.drop_front(Length + 2));
    if (Next == 0)
      break;
    Length += 2 + Next;
  }
  return Length;
}

std::string store::quoted(StringRef Name, bool AlwaysQuote) {
  if (!AlwaysQuote && !Name.empty() && bareNameLength(Name) == Name.size())
    return Name.str();
  std::string Out = "\"";
  for (char C : Name) {
    if (C == '"' || C == '\\')
      (Out += '\\') += C;
    else if (C == '\n')
      Out += "\\n";
    else if (static_cast<unsigned char>(C) < 0x20 || C == 0x7f)
      ((Out += "\\x") += llvm::hexdigit((C >> 4) & 15)) +=
          llvm::hexdigit(C & 15);
    else
      Out += C;
  }
  return Out += '"';
}

StringRef store::withoutOrdinal(StringRef Handle) {
  StringRef Rest = Handle.rtrim("0123456789");
  if (Rest.size() != Handle.size() && Rest.ends_with("#"))
    return Rest.drop_back();
  return Handle;
}

StringRef store::qualifierOf(StringRef Handle) {
  size_t Split = Handle.rfind("::");
  return Split == StringRef::npos ? StringRef() : Handle.take_front(Split);
}

std::vector<std::string> store::makeHandles(llvm::ArrayRef<std::string> Names) {
  llvm::StringMap<unsigned> Uses;
  for (const std::string &N : Names)
    ++Uses[N];
  // A name that is used once is its own handle, whatever the others become.
  llvm::StringSet<> Taken;
  for (const std::string &N : Names)
    if (!N.empty() && Uses[N] == 1)
      Taken.insert(N);
  llvm::StringMap<unsigned> Ordinals;
  std::vector<std::string> Handles;
  Handles.reserve(Names.size());
  for (const std::string &N : Names) {
    if (!StringRef(N).ends_with("::") && !N.empty() && Uses[N] == 1) {
      Handles.push_back(N);
      continue;
    }
    std::string Handle;
    do
      Handle = N + "#" + std::to_string(++Ordinals[N]);
    while (!Taken.insert(Handle).second);
    Handles.push_back(std::move(Handle));
  }
  return Handles;
}

store::EntityNames::EntityNames(const TranslationUnit &Unit) {
  std::vector<std::string> Names;
  for (const Record &R : Unit.Records)
    Names.push_back(Unit.str(R.Qualified));
  Records = makeHandles(Names);

  Names.clear();
  for (const Field &F : Unit.Fields)
    Names.push_back(Records[F.Owner.Index] + "::" + Unit.str(F.Name));
  Fields = makeHandles(Names);

  Names.clear();
  for (const Function &F : Unit.Functions)
    Names.push_back(Unit.str(F.Qualified));
  Functions = makeHandles(Names);

  Names.clear();
  for (const Variable &V : Unit.Variables)
    Names.push_back(Unit.str(V.Qualified));
  Variables = makeHandles(Names);
}
