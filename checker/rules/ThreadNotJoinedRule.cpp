//===-- ThreadNotJoinedRule.cpp - thread-not-joined -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/UnjoinedThreads.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

/// Elements of a container are called after that.
static std::string nameOf(const Analysis &A, const Witness &W,
                          const UnjoinedThread &U) {
  Path Handle = U.Handle;
  while (isElementStep(A.paths()[Handle].Kind))
    Handle = A.paths()[Handle].Parent;
  std::string Name = describe(A.program(), A.paths(), Handle, U.At.Body);
  if (Name.empty() || Name.starts_with("a "))
    return "a thread";
  return (Handle == U.Handle ? "" : "a thread in ") + W.quoted(Name);
}

static std::string message(const Witness &W, const UnjoinedThread &U,
                           const std::string &Name) {
  switch (U.What) {
  case UnjoinedThread::ScopeEnds:
    return Name + " is neither joined nor detached" +
           (U.Join ? " on this path" : "") +
           ": its destructor ends the program";
  case UnjoinedThread::Assigned:
    return Name + " may still stand for a thread when another is assigned to "
                  "it here, which ends the program";
  case UnjoinedThread::Cleared:
    return Name + " is destroyed here and was neither joined nor detached, "
                  "which ends the program";
  case UnjoinedThread::Thrown:
    return Name + " is not joined when an exception leaves from here: its "
                  "destructor ends the program";
  case UnjoinedThread::MemberDies:
    return W.function(U.At.Body) + " destroys " + Name +
           ", which is neither joined nor detached anywhere: that ends the "
           "program";
  }
  return {};
}

static const char *advice(UnjoinedThread::Kind What) {
  switch (What) {
  case UnjoinedThread::Assigned:
  case UnjoinedThread::Cleared:
    return "join it before";
  case UnjoinedThread::MemberDies:
    return "join it in the destructor, or make it a std::jthread, which joins "
           "when it is destroyed";
  case UnjoinedThread::ScopeEnds:
  case UnjoinedThread::Thrown:
    break;
  }
  return "join it on every path, or use std::jthread, which joins when it is "
         "destroyed";
}

static Finding report(const Analysis &A, const UnjoinedThread &U) {
  Witness W(A);
  bool Member = U.What == UnjoinedThread::MemberDies;
  std::string Name = nameOf(A, W, U);
  Finding F;
  F.Where =
      Member
          ? W.place(U.At.Body,
                    A.program().decl(A.program().body(U.At.Body).Function).Loc)
          : W.place(U.At);
  F.Function = W.function(U.At.Body);
  F.Key = F.Function + Name;
  F.Message = message(W, U, Name);
  W.note(F.Notes, W.place(U.Spawn), "the thread is started here");
  if (U.Join)
    W.note(F.Notes, W.place(U.Join), "on another path it is joined here");
  W.note(F.Notes, F.Where, advice(U.What));
  return F;
}

static void check(const Analysis &A, Findings &Out) {
  for (const UnjoinedThread &U : A.unjoinedThreads().found())
    Out.push_back(report(A, U));
}

Rule rules::threadNotJoinedRule() {
  return {"thread-not-joined", "A thread's handle dies before it is joined",
          findings::Tier::High, false, check};
}
