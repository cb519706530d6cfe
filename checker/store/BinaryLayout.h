//===-- BinaryLayout.h - What a facts file's sections hold ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/. One description of the payload, which a ByteWriter writes
// and a ByteReader reads. Ranges are not checked here but by verify().
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_BINARYLAYOUT_H
#define FEARLESS_STORE_BINARYLAYOUT_H

#include "facts/TranslationUnit.h"
#include "store/BinaryStream.h"

#include <algorithm>
#include <type_traits>

namespace fearless::store {

template <class StreamT> class BinaryLayout {
public:
  /// What a reader sets and a writer only sees.
  template <class T>
  using Ref = std::conditional_t<StreamT::Reads, T &, const T &>;

  explicit BinaryLayout(StreamT &S) : S(S) {}

  /// The whole payload: head, texts, tables, bodies.
  void unit(Ref<facts::TranslationUnit> Unit);

  // Its parts.
  void head(Ref<facts::TranslationUnit> Unit);
  void texts(Ref<facts::TranslationUnit> Unit);
  void tables(Ref<facts::TranslationUnit> Unit);
  void bodies(Ref<facts::TranslationUnit> Unit);

  /// One body, where bodies() was when it came there.
  struct BodyMark {
    const char *At = nullptr;
    facts::Location Before; ///< The location before, for differences.
  };
  void bodyAt(const BodyMark &Mark, Ref<facts::FunctionBody> Body) {
    Before = Mark.Before;
    body(Body);
  }
  /// Of each body that was read, if wanted.
  std::vector<BodyMark> *Marks = nullptr;

private:
  static constexpr bool Reads = StreamT::Reads;

  // Pieces. Those that are templates take references to const in a writer.
  template <class E> void enumerator(E &V);
  template <class IdT> void id(IdT &Id);
  template <class IdsT> void ids(IdsT &Ids);
  /// In a reader V becomes \p Value.
  template <class T, class U> static void set(T &V, U Value) {
    if constexpr (Reads)
      V = static_cast<T>(Value);
  }
  void location(Ref<facts::Location> L);
  void annotations(Ref<std::vector<facts::Annotation>> Annotations);

  // Tables of the unit.
  void strings(Ref<std::vector<std::string>> Strings);
  void type(Ref<facts::Type> T);
  void record(Ref<facts::Record> R);
  void field(Ref<facts::Field> F);
  void function(Ref<facts::Function> F);
  void variable(Ref<facts::Variable> V);

  // Tables of a body.
  void body(Ref<facts::FunctionBody> B);
  void local(Ref<facts::Local> L);
  void path(Ref<facts::PathNode> N, uint32_t Index);
  void operand(Ref<facts::Operand> O);
  void fact(Ref<facts::Fact> F);
  void block(Ref<facts::Block> B);
  void cleanup(Ref<facts::Cleanup> C);

  StreamT &S;
  facts::Location Before; ///< The location before, for differences.
  uint32_t NextOperand = 0, NextFact = 0;
};

//===-- Pieces ------------------------------------------------------------===//

template <class StreamT>
template <class E>
void BinaryLayout<StreamT>::enumerator(E &V) {
  auto Byte = static_cast<uint8_t>(V);
  S.number(Byte);
  set(V, Byte);
}

/// Nothing is 0, the others follow.
template <class StreamT>
template <class IdT>
void BinaryLayout<StreamT>::id(IdT &Id) {
  uint32_t Shifted = Id.Index + 1;
  S.number(Shifted);
  set(Id.Index, Shifted - 1);
}

template <class StreamT>
template <class IdsT>
void BinaryLayout<StreamT>::ids(IdsT &Ids) {
  S.list(Ids, 1, [&](auto &I) { id(I); });
}

/// One number tells whether it is another file and how many lines further.
template <class StreamT>
void BinaryLayout<StreamT>::location(Ref<facts::Location> L) {
  uint64_t Code = zigzag(int64_t(L.Line) - int64_t(Before.Line)) << 1 |
                  (L.File != Before.File);
  S.number(Code);
  set(L.Line, int64_t(Before.Line) + unzigzag(Code >> 1));
  set(L.File, Before.File);
  if (Code & 1)
    S.number(L.File);
  S.number(L.Column);
  Before = L;
}

template <class StreamT>
void BinaryLayout<StreamT>::annotations(
    Ref<std::vector<facts::Annotation>> Annotations) {
  S.list(Annotations, 3, [&](auto &A) {
    enumerator(A.Kind);
    S.boolean(A.Success);
    ids(A.Arguments);
  });
}

//===-- The unit ----------------------------------------------------------===//

/// Each string as what it shares with the one before, and the rest: mangled
/// names that follow each other have much in common.
template <class StreamT>
void BinaryLayout<StreamT>::strings(Ref<std::vector<std::string>> Strings) {
  const std::string Empty;
  const std::string *Last = &Empty;
  S.list(Strings, 2, [&](auto &Text) {
    size_t Shared = 0;
    if constexpr (!Reads)
      Shared =
          std::mismatch(Text.begin(), Text.end(), Last->begin(), Last->end())
              .first -
          Text.begin();
    S.number(Shared);
    if (Shared > Last->size())
      return S.fail();
    if constexpr (Reads)
      Text.assign(*Last, 0, Shared);
    S.text(Text, Shared);
    Last = &Text;
  });
}

template <class StreamT> void BinaryLayout<StreamT>::type(Ref<facts::Type> T) {
  uint32_t Flags = uint32_t(T.Const) | uint32_t(T.Volatile) << 1 |
                   uint32_t(T.Atomic) << 2 | uint32_t(T.Kind) << 3;
  S.number(Flags);
  set(T.Const, (Flags & 1) != 0);
  set(T.Volatile, (Flags & 2) != 0);
  set(T.Atomic, (Flags & 4) != 0);
  set(T.Kind, std::min(Flags >> 3, 255u));
  id(T.Element);
  id(T.Record);
}

template <class StreamT>
void BinaryLayout<StreamT>::record(Ref<facts::Record> R) {
  id(R.Name);
  id(R.Qualified);
  id(R.Display);
  S.number(R.Flags);
  location(R.Loc);
  S.list(R.Bases, 2, [&](auto &B) {
    id(B.Record);
    S.boolean(B.Virtual);
  });
  ids(R.Fields);
  ids(R.TemplateArguments);
  ids(R.Methods);
  annotations(R.Annotations);
}

template <class StreamT>
void BinaryLayout<StreamT>::field(Ref<facts::Field> F) {
  id(F.Name);
  id(F.Owner);
  id(F.Type);
  S.number(F.Index);
  S.number(F.Flags);
  location(F.Loc);
  annotations(F.Annotations);
}

template <class StreamT>
void BinaryLayout<StreamT>::function(Ref<facts::Function> F) {
  id(F.Name);
  id(F.Qualified);
  id(F.Owner);
  S.number(F.Flags);
  id(F.Result);
  ids(F.Parameters);
  ids(F.ParameterNames);
  ids(F.Overrides);
  annotations(F.Annotations);
  location(F.Loc);
}

template <class StreamT>
void BinaryLayout<StreamT>::variable(Ref<facts::Variable> V) {
  id(V.Name);
  id(V.Qualified);
  id(V.Type);
  S.number(V.Flags);
  location(V.Loc);
  id(V.InitialiserMacro);
  annotations(V.Annotations);
}

template <class StreamT>
void BinaryLayout<StreamT>::unit(Ref<facts::TranslationUnit> U) {
  head(U);
  texts(U);
  tables(U);
  bodies(U);
}

template <class StreamT>
void BinaryLayout<StreamT>::head(Ref<facts::TranslationUnit> U) {
  S.section('U', [&] {
    S.text(U.MainFile);
    S.number(U.CommandDigest);
    enumerator(U.Language);
    S.boolean(U.HadErrors);
  });
}

template <class StreamT>
void BinaryLayout<StreamT>::texts(Ref<facts::TranslationUnit> U) {
  S.section('S', [&] { strings(U.Strings); });
  S.section('F', [&] {
    S.list(U.Files, 3, [&](auto &F) {
      S.text(F.Path);
      enumerator(F.Owner);
      S.boolean(F.Generated);
    });
  });
}

template <class StreamT>
void BinaryLayout<StreamT>::tables(Ref<facts::TranslationUnit> U) {
  S.section('T', [&] { S.list(U.Types, 3, [&](auto &T) { type(T); }); });
  S.section('R', [&] { S.list(U.Records, 11, [&](auto &R) { record(R); }); });
  S.section('M', [&] { S.list(U.Fields, 8, [&](auto &F) { field(F); }); });
  S.section('N',
            [&] { S.list(U.Functions, 11, [&](auto &F) { function(F); }); });
  S.section('V',
            [&] { S.list(U.Variables, 8, [&](auto &V) { variable(V); }); });
}

template <class StreamT>
void BinaryLayout<StreamT>::bodies(Ref<facts::TranslationUnit> U) {
  S.section('B', [&] {
    S.list(U.Bodies, 12, [&](auto &B) {
      if constexpr (Reads)
        if (Marks)
          Marks->push_back({S.position(), Before});
      body(B);
    });
  });
}

//===-- A body ------------------------------------------------------------===//

template <class StreamT>
void BinaryLayout<StreamT>::local(Ref<facts::Local> L) {
  id(L.Name);
  id(L.Type);
  S.number(L.Flags);
  location(L.Loc);
}

/// The kind's low bits leave room for a flag: there is a version.
template <class StreamT>
void BinaryLayout<StreamT>::path(Ref<facts::PathNode> N, uint32_t Index) {
  uint64_t Code = uint64_t(N.Number) << 5 | uint64_t(N.Version != 0) << 4 |
                  uint64_t(N.Kind);
  S.number(Code);
  set(N.Kind, Code & 15);
  set(N.Number, Code >> 5);
  if (Code & 16)
    S.number(N.Version);
  if (N.Kind < facts::PathKind::Field)
    return;
  uint32_t Back = Index - N.Parent.Index;
  S.number(Back);
  set(N.Parent.Index, Index - Back);
}

template <class StreamT>
void BinaryLayout<StreamT>::operand(Ref<facts::Operand> O) {
  bool Signed = O.Kind == facts::OperandKind::Constant;
  uint64_t Number = Signed ? zigzag(O.constant()) : O.Number;
  uint64_t Code =
      Number << 4 | uint64_t(O.Version != 0) << 3 | uint64_t(O.Kind);
  S.number(Code);
  set(O.Kind, Code & 7);
  Signed = O.Kind == facts::OperandKind::Constant;
  set(O.Number, Signed ? unzigzag(Code >> 4) : Code >> 4);
  if (Code & 8)
    S.number(O.Version);
}

/// Which parts of a fact follow.
enum : uint32_t {
  FactHasFlags = 1 << 4,
  FactHasPath = 1 << 5,
  FactHasCallee = 1 << 6,
  FactHasOperands = 1 << 7,
  FactHasUnwind = 1 << 8,
  FactHasDetail = 1 << 9,
  FactOperandsElsewhere = 1 << 10, ///< Not right after the fact's before.
};

template <class StreamT> void BinaryLayout<StreamT>::fact(Ref<facts::Fact> F) {
  uint32_t Code = uint32_t(F.Kind) | (F.Flags ? FactHasFlags : 0) |
                  (F.Path ? FactHasPath : 0) | (F.Callee ? FactHasCallee : 0) |
                  (F.OperandCount ? FactHasOperands : 0) |
                  (F.Unwind ? FactHasUnwind : 0) |
                  (F.Detail ? FactHasDetail : 0) |
                  (F.FirstOperand != NextOperand ? FactOperandsElsewhere : 0);
  S.number(Code);
  set(F.Kind, Code & 15);
  location(F.Loc);
  if (Code & FactHasFlags)
    S.number(F.Flags);
  if (Code & FactHasPath)
    id(F.Path);
  if (Code & FactHasCallee)
    id(F.Callee);
  if (Code & FactHasUnwind)
    id(F.Unwind);
  if (Code & FactHasDetail)
    S.number(F.Detail);
  set(F.FirstOperand, NextOperand);
  if (Code & FactOperandsElsewhere)
    S.number(F.FirstOperand);
  if (Code & FactHasOperands)
    S.number(F.OperandCount);
  NextOperand = F.FirstOperand + F.OperandCount;
}

template <class StreamT>
void BinaryLayout<StreamT>::block(Ref<facts::Block> B) {
  uint64_t Ahead = zigzag(int64_t(B.FirstFact) - int64_t(NextFact));
  S.number(Ahead);
  set(B.FirstFact, NextFact + static_cast<uint64_t>(unzigzag(Ahead)));
  S.number(B.FactCount);
  NextFact = B.FirstFact + B.FactCount;
  ids(B.Successors);
}

template <class StreamT>
void BinaryLayout<StreamT>::cleanup(Ref<facts::Cleanup> C) {
  enumerator(C.Kind);
  S.boolean(C.CatchesAll);
  id(C.Next);
  id(C.Object);
  id(C.Destructor);
  location(C.Loc);
  ids(C.Handlers);
}

template <class StreamT>
void BinaryLayout<StreamT>::body(Ref<facts::FunctionBody> B) {
  id(B.Function);
  S.number(B.Digest);
  location(B.End);
  S.list(B.Locals, 5, [&](auto &L) { local(L); });
  uint32_t Index = 0;
  S.list(B.Paths, 1, [&](auto &N) { path(N, Index++); });
  S.list(B.Values, 3, [&](auto &N) {
    enumerator(N.Op);
    operand(N.A);
    operand(N.B);
  });
  S.list(B.Operands, 1, [&](auto &O) { operand(O); });
  NextOperand = NextFact = 0;
  S.list(B.Facts, 3, [&](auto &F) { fact(F); });
  S.list(B.Blocks, 3, [&](auto &K) { block(K); });
  id(B.Exit);
  S.list(B.Cleanups, 8, [&](auto &C) { cleanup(C); });
  S.list(B.Spellings, 3, [&](auto &P) {
    S.number(P.Fact);
    location(P.Loc);
  });
}

} // namespace fearless::store

#endif
