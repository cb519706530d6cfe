//===-- Patch.cpp - Unified diffs, undone ---------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Patch.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace fearless::frontends {

namespace {

Error refuse(StringRef Name, unsigned Line, const Twine &Why) {
  return createStringError(Name + ":" + Twine(Line) + ": error: " + Why);
}

/// Takes "12,3" or "12" off the front of \p Text.
bool takeRange(StringRef &Text, unsigned &Start, unsigned &Count) {
  Count = 1;
  return !Text.consumeInteger(10, Start) &&
         (!Text.consume_front(",") || !Text.consumeInteger(10, Count));
}

class PatchReader {
public:
  PatchReader(StringRef Text, StringRef Name) : Name(Name) {
    Text.split(Lines, '\n');
    if (!Lines.empty() && Lines.back().empty())
      Lines.pop_back();
  }

  Expected<std::vector<FilePatch>> run() {
    while (At < Lines.size())
      if (Error E = line())
        return std::move(E);
    // A mode or a binary file: nothing to undo.
    erase_if(Patches, [](const FilePatch &P) {
      return P.Hunks.empty() && P.Before == P.After;
    });
    return std::move(Patches);
  }

private:
  Error line() {
    StringRef L = Lines[At++];
    L.consume_back("\r");
    if (L.consume_front("diff --git ")) {
      auto [Before, After] = L.split(" b/");
      if (!Before.consume_front("a/"))
        return Error::success(); // Names in quotes: the next lines have them.
      Patches.push_back({Before.str(), After.str(), {}});
      InGit = true;
    } else if (InGit && L.consume_front("rename from ")) {
      Patches.back().Before = L.str();
    } else if (InGit && L.consume_front("rename to ")) {
      Patches.back().After = L.str();
    } else if (InGit && L.starts_with("new file mode ")) {
      Patches.back().Before.clear();
    } else if (InGit && L.starts_with("deleted file mode ")) {
      Patches.back().After.clear();
    } else if (L.starts_with("--- ") && At < Lines.size() &&
               Lines[At].starts_with("+++ ")) {
      return names(L.drop_front(4), Lines[At++].drop_front(4));
    } else if (L.starts_with("@@ -")) {
      return hunk(L.drop_front(4));
    }
    return Error::success();
  }

  Error names(StringRef Before, StringRef After) {
    auto Plain = [](StringRef File, StringRef Prefix) {
      File = File.split('\t').first.rtrim("\r");
      if (File == "/dev/null")
        return std::string();
      File.consume_front(Prefix);
      return File.str();
    };
    if (Before.starts_with("\"") || After.starts_with("\""))
      return refuse(Name, At,
                    "names in quotes are not understood; 'git -c "
                    "core.quotePath=false diff' writes them plain");
    if (!InGit || !Patches.back().Hunks.empty())
      Patches.emplace_back();
    InGit = false;
    Patches.back().Before = Plain(Before, "a/");
    Patches.back().After = Plain(After, "b/");
    return Error::success();
  }

  Error hunk(StringRef Ranges) {
    unsigned Header = At, Ignored, Old, New;
    PatchHunk H;
    H.PatchLine = Header;
    if (!takeRange(Ranges, Ignored, Old) || !Ranges.consume_front(" +") ||
        !takeRange(Ranges, H.Line, New) || !Ranges.starts_with(" @@"))
      return refuse(Name, Header,
                    "this is no unified diff: '@@ -1,2 +1,3 @@' "
                    "is what begins a part of one");
    if (Patches.empty() ||
        (Patches.back().Before.empty() && Patches.back().After.empty()))
      return refuse(Name, Header, "no file is named before this line");
    while (Old || New) {
      if (At == Lines.size())
        return refuse(Name, Header, "the diff ends before this part does");
      StringRef L = Lines[At++];
      char Kind = L.empty() ? ' ' : L[0];
      if (Kind == '\\') {
        if (!H.Lines.empty())
          H.Lines.back().Ends = false;
        continue;
      }
      bool OfOld = Kind != '+', OfNew = Kind != '-';
      if ((Kind != ' ' && Kind != '+' && Kind != '-') || (OfOld && !Old) ||
          (OfNew && !New))
        return refuse(Name, At,
                      "this line does not belong to the part that "
                      "begins in line " +
                          Twine(Header));
      Old -= OfOld;
      New -= OfNew;
      H.Lines.push_back({Kind, L.drop_front(!L.empty()).str()});
    }
    if (At < Lines.size() && Lines[At].starts_with("\\")) {
      ++At;
      if (!H.Lines.empty())
        H.Lines.back().Ends = false;
    }
    if (!H.Lines.empty())
      Patches.back().Hunks.push_back(std::move(H));
    InGit = false;
    return Error::success();
  }

  StringRef Name;
  SmallVector<StringRef, 0> Lines;
  size_t At = 0; ///< The next line; the number of the one before it.
  std::vector<FilePatch> Patches;
  bool InGit = false; ///< Between "diff --git" and the file's names.
};

} // namespace

Expected<std::vector<FilePatch>> readPatch(StringRef Text, StringRef Name) {
  return PatchReader(Text, Name).run();
}

Expected<std::string> undo(const FilePatch &Patch, StringRef After,
                           StringRef Name) {
  std::string Before;
  unsigned Line = 1; // Of what is left of After.
  auto Take = [&] {
    size_t End = After.find('\n');
    StringRef L = After.take_front(End == StringRef::npos ? End : End + 1);
    After = After.drop_front(L.size());
    ++Line;
    return L;
  };
  for (const PatchHunk &H : Patch.Hunks) {
    bool Adds =
        any_of(H.Lines, [](const PatchLine &L) { return L.Kind != '-'; });
    // A part that only removes stands behind the line that it names.
    unsigned Start = H.Line + !Adds;
    while (Line < Start && !After.empty())
      Before += Take();
    for (const PatchLine &L : H.Lines) {
      std::string Text = L.Text + (L.Ends ? "\n" : "");
      if (L.Kind != '-' && (Line < Start || Take() != Text))
        return refuse(Name, H.PatchLine,
                      "the diff does not fit '" + Patch.After + "', line " +
                          Twine(Line < Start ? Start : Line - 1) +
                          "; make it of the files as they are now");
      if (L.Kind != '+')
        Before += Text;
    }
  }
  return Before += After;
}

} // namespace fearless::frontends
