//===-- Sendability.h - Which types may cross a thread --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rust's Send and Sync, for C and C++. Send(T): a T may be handed to another
// thread and be used there, the giver no longer using it. Sync(T): threads may
// use one T at once through references to const. A verdict is derived from
// bases, members and template arguments over all units, so that a class that
// another unit completes is seen through; what a library's class means, its
// model says. It is the best one that nothing contradicts (coinductive): a list
// whose nodes point to nodes is as its elements are.
//
// *Depends* is no verdict against a type: what threads do with it decides.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_SENDABILITY_H
#define FEARLESS_ANALYSIS_SENDABILITY_H

#include "analysis/DerivedClasses.h"
#include "analysis/Types.h"

#include <array>
#include <functional>
#include <map>
#include <set>

namespace fearless::analysis {

enum class ThreadTrait : uint8_t { Send, Sync };

/// From best to worst.
enum class Verdict : uint8_t { Yes, Depends, No };

/// What a verdict that is not yes ends in.
enum class Cause : uint8_t {
  None,
  PlainCount, ///< A handle whose count is changed without atomic operations.
  Hold,       ///< A guard: who took the lock must give it back.
  Forbidden,  ///< A marker of the class says so.
  Reference,  ///< It refers to what others may refer to as well.
  Erased,     ///< It holds something whose type is not seen here.
  Incomplete, ///< No unit completes the class.
  OutOfSight, ///< A library's class that no model describes.
  Bound,      ///< Only the thread that made it may use it.
  ConstWrite, ///< Written in a const member function without a lock.
};

/// What a verdict comes from: a class, or the cause itself.
struct Judgement {
  Verdict Is = Verdict::Yes;
  Cause Ends = Cause::None;
  link::RecordSym Of; ///< The class that decides.
  ThreadTrait Asked = ThreadTrait::Send;
};

/// A part of a class, with what it contributes.
struct TypePart {
  enum Kind : uint8_t {
    Member,
    Base,
    Element, ///< What a template holds: an argument.
    Pointee, ///< What a smart pointer or view refers to.
    Derived, ///< A class whose objects may be behind a pointer to its base.
  };
  Kind What = Member;
  link::FieldSym Field;   ///< Member.
  link::RecordSym Record; ///< Base, Derived.
  TypeRef Type;           ///< Of the others.
  Judgement Is;
};

/// Why a verdict is what it is: the parts that lead to what decides.
struct VerdictReason {
  Verdict Is = Verdict::Yes;
  std::vector<TypePart> Way;
  Cause Ends = Cause::None;
  link::RecordSym Culprit; ///< The class at the end. None: no class.
};

/// A part of a type for which Send is not certain.
struct Doubt {
  std::vector<TypePart> Way; ///< From the type to it.
  Cause Ends = Cause::None;
  TypeRef Referent;        ///< Reference: what is referred to, …
  bool Raw = false;        ///< … by a plain pointer.
  link::RecordSym Culprit; ///< The class at the end. None: no class.
};

/// Has the class a lock among its members, to guard the others?
bool hasLock(const link::Program &Program, link::RecordSym R);

/// "std::unique_ptr<Cache>", "const Node *".
std::string typeName(const link::Program &Program, TypeRef T);

/// Not thread-safe: answers are found when they are first asked for.
class Sendability {
public:
  struct Evidence {
    /// Is the class, by its own code, a handle whose count is not atomic?
    std::function<bool(link::RecordSym)> PlainCount;
    /// Does a const member function write the member, or what it points to,
    /// without a lock?
    std::function<bool(link::FieldSym)> ConstWrite;
  };

  Sendability(const link::Program &Program, Evidence Seen)
      : Program(Program), Seen(std::move(Seen)), Derived(Program) {}

  /// Linear in the classes, members and template arguments of which \p T is
  /// made and that nobody has asked about.
  Judgement judge(TypeRef T, ThreadTrait C);
  Judgement judge(link::RecordSym R, ThreadTrait C);
  VerdictReason reason(TypeRef T, ThreadTrait C) { return follow(judge(T, C)); }
  VerdictReason reason(link::RecordSym R, ThreadTrait C) {
    return follow(judge(R, C));
  }
  /// What \p R would be without a marker of its own.
  VerdictReason unmarked(link::RecordSym R, ThreadTrait C);
  /// What \p R is made of, as far as that decides.
  std::vector<TypePart> parts(link::RecordSym R, ThreadTrait C);
  /// Everything in \p T that makes it depend on the use whether a T may cross a
  /// thread, or forbids it. Bounded.
  std::vector<Doubt> doubts(TypeRef T);
  /// What decides about \p R, whatever it is made of.
  std::optional<Judgement> ownVerdict(link::RecordSym R, ThreadTrait C);

private:
  struct Node {
    Verdict Is = Verdict::Yes;
    bool Looked = false;
    /// By verdict: the part that brought it, if it is not the class itself.
    std::array<std::optional<TypePart>, 3> Because;
    std::array<Cause, 3> Ends = {};
    std::vector<uint32_t> Users; ///< Nodes that this one decides about.
  };

  void addDoubts(TypeRef T, Doubt So, std::set<link::RecordSym> &Seen,
                 std::vector<Doubt> &To);
  void addDoubts(link::RecordSym R, Doubt So, std::set<link::RecordSym> &Seen,
                 std::vector<Doubt> &To);
  VerdictReason follow(Judgement J);
  void settle();
  void look(uint32_t N);
  void raise(Node &N, Verdict To, Cause Ends, std::optional<TypePart> Part);
  Judgement ofRecord(link::RecordSym R, ThreadTrait C);
  Judgement ofType(TypeRef T, ThreadTrait C);
  Judgement ofReferent(TypeRef T, ThreadTrait C);
  Judgement ofMember(const TypePart &P, ThreadTrait C);
  Judgement ofPart(const TypePart &P, ThreadTrait C);
  std::vector<TypePart> list(link::RecordSym R, ThreadTrait C);
  void addDerived(TypeRef Pointee, std::vector<TypePart> &To);
  std::optional<Judgement> byItself(link::RecordSym R, ThreadTrait C) const;
  std::optional<Judgement> byModel(link::RecordSym R, ThreadTrait C) const;
  bool forAllThreads(TypeRef T) const;
  bool hasPolicy(link::RecordSym R) const;
  const facts::Record &declaration(link::RecordSym R) const;

  const link::Program &Program;
  Evidence Seen;
  std::map<uint32_t, Node> Nodes; ///< By class and question.
  DerivedClasses Derived;
  std::vector<uint32_t> Work;
  std::optional<uint32_t> Asking; ///< The node that uses what is read.
};

} // namespace fearless::analysis

#endif
