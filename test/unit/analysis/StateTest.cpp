//===-- StateTest.cpp - The algebra of joining states ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/State.h"

#include "gtest/gtest.h"

#include <random>

using namespace fearless;
using namespace fearless::analysis;

namespace {

/// States that agree: one lock picture, different knowledge.
class StateMaker {
public:
  explicit StateMaker(unsigned Seed) : Random(Seed) {}

  State operator()() {
    State S;
    S.touch(Path(1), LockState::Free).Now = LockState::Held;
    S.touch(Path(2), LockState::Held);
    S.lock(Path(1))->At = {link::BodyId(0), pick(4)};
    S.lock(Path(1))->Balanced = pick(2);
    Guard G;
    G.Object = Path(3);
    G.Locks = {Path(1)};
    G.Held = Owns::Yes;
    G.At = {link::BodyId(0), pick(4)};
    S.setGuard(G);
    for (unsigned I = 0; I < 4; ++I) {
      if (pick(2))
        S.assume(Value::load(Path(10 + I)), pick(2));
      if (pick(2))
        S.store(Path(20 + I), Value::constant(pick(2)));
      if (pick(2))
        S.start({Path(30 + I), {link::BodyId(0), pick(3)}});
      if (pick(2))
        S.addJoined(Path(30 + I));
      if (pick(2))
        S.addAcquired(Path(I));
    }
    if (pick(2))
      S.Result = Value::constant(pick(2));
    S.ReturnedAt = {link::BodyId(0), pick(3)};
    return S;
  }

private:
  unsigned pick(unsigned N) { return Random() % N; }
  std::mt19937 Random;
};

State joined(State A, const State &B) {
  join(A, B);
  return A;
}

void expectSame(const State &A, const State &B) {
  EXPECT_TRUE(agree(A, B));
  EXPECT_EQ(A.Stores, B.Stores);
  EXPECT_EQ(A.Known, B.Known);
  EXPECT_EQ(A.Threads, B.Threads);
  EXPECT_EQ(A.Joined, B.Joined);
  EXPECT_EQ(A.Acquired, B.Acquired);
  EXPECT_EQ(A.Result, B.Result);
  EXPECT_EQ(A.ReturnedAt, B.ReturnedAt);
  for (size_t I = 0; I < A.Locks.size(); ++I) {
    EXPECT_EQ(A.Locks[I].At, B.Locks[I].At);
    EXPECT_EQ(A.Locks[I].Balanced, B.Locks[I].Balanced);
  }
  for (size_t I = 0; I < A.Guards.size(); ++I)
    EXPECT_EQ(A.Guards[I].At, B.Guards[I].At);
}

TEST(StateTest, JoinIsCommutativeAssociativeAndIdempotent) {
  StateMaker Make(20);
  for (unsigned Round = 0; Round < 500; ++Round) {
    State A = Make(), B = Make(), C = Make();
    expectSame(joined(A, B), joined(B, A));
    expectSame(joined(joined(A, B), C), joined(A, joined(B, C)));
    expectSame(joined(A, A), A);
  }
}

TEST(StateTest, JoinSaysWhetherSomethingChanged) {
  StateMaker Make(7);
  for (unsigned Round = 0; Round < 200; ++Round) {
    State A = Make(), B = Make();
    State AB = joined(A, B);
    State Again = AB;
    EXPECT_FALSE(join(Again, B));
    EXPECT_FALSE(join(Again, A));
  }
}

TEST(StateTest, WideningForgetsWhatDiffers) {
  State Held, Free;
  Held.touch(Path(1), LockState::Free).Now = LockState::Held;
  Free.touch(Path(1), LockState::Free);
  widen(Held, Free);
  EXPECT_EQ(Held.lock(Path(1))->Now, LockState::Maybe);
  EXPECT_TRUE(Held.held().empty());
}

TEST(StateTest, AssumingBothWaysIsImpossible) {
  State S;
  Value Flag = Value::load(Path(1));
  EXPECT_TRUE(S.assume(Flag, true));
  EXPECT_TRUE(S.assume(Flag, true));
  EXPECT_FALSE(S.assume(Flag, false));
}

} // namespace
