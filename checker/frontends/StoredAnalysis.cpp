//===-- StoredAnalysis.cpp - What an analysis found, as bytes -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/StoredAnalysis.h"

#include "store/BinaryStream.h"

using namespace llvm;

namespace fearless::frontends {

namespace {

/// Serves ByteWriter and ByteReader. The numbers are the least bytes that an
/// item of a list takes.
template <class StreamT> class AnalysisLayout {
public:
  explicit AnalysisLayout(StreamT &S) : Stream(S) {}

  template <class AnalysisT> void analysis(AnalysisT &A) {
    auto &R = A.Report;
    Stream.list(R.All, 13, [&](auto &F) { finding(F); });
    auto &C = R.Coverage;
    for (auto *N :
         {&C.TranslationUnits, &C.Functions, &C.Facts, &C.Calls,
          &C.UnresolvedCallees, &C.LockOperations, &C.UnresolvedLocks, &C.Cuts})
      Stream.u64(*N);
    Stream.text(R.LockGraphDot);
    Stream.list(R.Unmodelled, 2, [&](auto &U) {
      Stream.text(U.first);
      Stream.number(U.second);
    });
    Stream.list(R.UnknownLevels, 5, [&](auto &L) {
      Stream.text(L.Lock);
      place(L.Where);
      Stream.boolean(L.Nested);
    });
    texts(A.UserFiles);
    texts(A.MarkedFiles);
    texts(A.ModelWarnings);
  }

private:
  template <class ListT> void texts(ListT &List) {
    Stream.list(List, 1, [&](auto &S) { Stream.text(S); });
  }
  /// Macros are told already.
  template <class PlaceT> void place(PlaceT &P) {
    Stream.text(P.File);
    Stream.number(P.Line);
    Stream.number(P.Column);
  }
  template <class FindingT> void finding(FindingT &F) {
    Stream.text(F.Rule);
    enumerator(F.Tier, findings::Tier::Strict);
    place(F.Where);
    Stream.text(F.Message);
    Stream.list(F.Notes, 5, [&](auto &N) {
      place(N.Where);
      Stream.text(N.Text);
      Stream.boolean(N.OfMacro);
    });
    enumerator(F.Remedy.What, findings::Remedy::ReplaceType);
    place(F.Remedy.At);
    Stream.text(F.Remedy.Name);
    Stream.text(F.Remedy.Instead);
    place(F.Remedy.Behind);
    Stream.list(F.Fixes, 7, [&](auto &X) {
      place(X.Begin);
      place(X.End);
      Stream.text(X.Replacement);
    });
    Stream.text(F.Function);
    Stream.text(F.Key);
    texts(F.Subjects);
    Stream.boolean(F.Stable);
    Stream.text(F.Fingerprint);
    enumerator(F.Standing, findings::Standing::Baselined);
    Stream.text(F.Reason);
  }
  template <class EnumT> void enumerator(const EnumT &E, EnumT) {
    Stream.number(E);
  }
  template <class EnumT> void enumerator(EnumT &E, EnumT Last) {
    uint8_t N;
    Stream.number(N);
    if (N > uint8_t(Last))
      return Stream.fail();
    E = EnumT(N);
  }

  StreamT &Stream;
};

} // namespace

std::string writeAnalysis(const Analysis &A) {
  store::ByteWriter Bytes;
  AnalysisLayout<store::ByteWriter>(Bytes).analysis(A);
  return Bytes.bytes().str();
}

std::optional<Analysis> readAnalysis(StringRef Bytes) {
  store::ByteReader Reader(Bytes);
  Analysis A;
  AnalysisLayout<store::ByteReader>(Reader).analysis(A);
  if (Reader.failed() || Reader.left())
    return std::nullopt;
  return A;
}

} // namespace fearless::frontends
