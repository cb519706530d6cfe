//===-- TextCursor.h - Reading a text line by line, piece by piece --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/. A cursor stands somewhere on one line; the pieces of the
// text form are taken from there. The first failure is kept with its place, and
// every function returns false from then on where it returns false at all, so
// that callers may just pass false up.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTCURSOR_H
#define FEARLESS_STORE_TEXTCURSOR_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

#include <string>

namespace fearless::store {

class TextCursor {
public:
  TextCursor(llvm::StringRef Text, llvm::StringRef Name)
      : Text(Text), Rest(Text), Name(Name) {}

  /// Where to come back to with rewind().
  struct Mark {
    llvm::StringRef Rest, Line;
    size_t Column;
    unsigned LineNumber;
  };
  Mark mark() const { return {Rest, Line, Column, LineNumber}; }
  void rewind(const Mark &M);

  /// Goes to the next line that has something on it.
  bool nextLine();
  /// Whether nothing but space or a comment is left on the line.
  bool atEnd();
  /// The rest of the line, from the next piece on.
  llvm::StringRef ahead();
  /// The rest of the line from here, space included.
  llvm::StringRef here() const { return Line.drop_front(Column); }
  void skip(size_t Count) { Column += Count; }

  /// \name Pieces, with space before them. Take it if it is there:
  /// @{
  bool tryToken(llvm::StringRef Token);
  /// A word (letters, digits, '_') that is not the start of a longer name.
  bool tryWord(llvm::StringRef Word);
  /// @}
  /// \name … or fail:
  /// @{
  bool expect(llvm::StringRef Token);
  /// The next word; empty, without failing, if there is none.
  llvm::StringRef word();
  /// A bare or quoted name. \p What it is, for the message.
  bool name(std::string &Out, llvm::StringRef What);
  /// A decimal or 0x… number up to \p Max.
  bool number(uint64_t &Out, uint64_t Max, llvm::StringRef What);
  /// @}
  bool quotedString(std::string &Out);

  /// Records "name:line:column: Message". Returns false.
  bool fail(const llvm::Twine &Message);
  /// The same: "expected What, found …".
  bool failExpected(const llvm::Twine &What);
  bool failed() const { return !Message.empty(); }
  llvm::Error takeError() const;

private:
  void skipSpace();

  llvm::StringRef Text, Rest, Line;
  std::string Name;
  size_t Column = 0; ///< From 0.
  unsigned LineNumber = 0;
  std::string Message;
};

} // namespace fearless::store

#endif
