//===-- Suggest.cpp - Which names sound like threads and locks ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Splits names into words and looks for those that are used for the purpose.
//
//===----------------------------------------------------------------------===//

#include "models/Suggest.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

#include <initializer_list>
#include <string>

namespace fearless::models {

using Words = llvm::SmallVector<std::string, 6>;

/// "RWSpinLock" gives rw, spin, lock; "pthread_create_np" pthread, create, np.
static Words words(llvm::StringRef Name) {
  Words Found;
  bool Fresh = true;
  for (size_t I = 0; I != Name.size(); ++I) {
    char C = Name[I];
    if (!llvm::isAlpha(C)) {
      Fresh = true;
      continue;
    }
    bool Upper = llvm::isUpper(C);
    bool AfterLower = I && llvm::isLower(Name[I - 1]);
    bool BeforeLower = I + 1 != Name.size() && llvm::isLower(Name[I + 1]);
    bool AfterUpper = I && llvm::isUpper(Name[I - 1]);
    if (Fresh || (Upper && (AfterLower || (AfterUpper && BeforeLower))))
      Found.emplace_back();
    Found.back() += llvm::toLower(C);
    Fresh = false;
  }
  if (Found.size() > 1 && Found.back() == "t")
    Found.pop_back(); // The suffix of C's types.
  return Found;
}

static llvm::StringRef lastComponent(llvm::StringRef Qualified) {
  size_t At = Qualified.rfind("::");
  return At == llvm::StringRef::npos ? Qualified : Qualified.drop_front(At + 2);
}

static bool hasAny(const Words &In,
                   std::initializer_list<llvm::StringRef> Wanted) {
  return llvm::any_of(In, [&](const std::string &Word) {
    return llvm::is_contained(Wanted, llvm::StringRef(Word));
  });
}

bool looksLikeGuard(llvm::StringRef QualifiedType) {
  Words In = words(lastComponent(QualifiedType));
  if (hasAny(In, {"locker", "unlocker", "lockguard", "autolock", "scopedlock"}))
    return true;
  if (hasAny(In, {"mutex"}))
    return hasAny(In, {"lock", "guard", "scoped", "auto", "holder"});
  return hasAny(In, {"lock", "latch", "rwlock", "spinlock"}) &&
         hasAny(In, {"guard", "scoped", "scope", "auto", "holder", "raii",
                     "sentry", "unique", "shared"});
}

bool looksLikeLock(llvm::StringRef QualifiedType) {
  if (looksLikeGuard(QualifiedType))
    return false;
  Words In = words(lastComponent(QualifiedType));
  if (hasAny(In,
             {"free", "dead", "attr", "exception", "error", "clock", "stats"}))
    return false;
  if (hasAny(In,
             {"mutex", "spinlock", "rwlock", "seqlock", "futex", "monitor"}))
    return true;
  bool Section = hasAny(In, {"critical"}) && hasAny(In, {"section"});
  return Section || (!In.empty() && In.back() == "lock");
}

bool looksLikeThreadStarter(llvm::StringRef QualifiedFunction) {
  Words In = words(lastComponent(QualifiedFunction));
  if (hasAny(In, {"spawn", "submit", "enqueue", "defer", "async", "dispatch"}))
    return true;
  bool Starts = hasAny(In, {"start", "create", "launch", "run", "schedule",
                            "post", "execute", "add", "begin"});
  if (Starts && hasAny(In, {"thread", "threads", "pthread", "task", "worker",
                            "workers", "job", "fiber"}))
    return true;
  // Pool::schedule, Executor::post: the class says what is started.
  llvm::StringRef Scope =
      QualifiedFunction.drop_back(lastComponent(QualifiedFunction).size());
  Scope.consume_back("::");
  return Starts && hasAny(words(lastComponent(Scope)),
                          {"pool", "executor", "scheduler", "thread",
                           "concurrent", "threadpool"});
}

} // namespace fearless::models
