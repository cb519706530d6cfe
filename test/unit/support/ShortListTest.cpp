//===-- ShortListTest.cpp -------------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/ShortList.h"

#include "gtest/gtest.h"

#include <random>
#include <string>
#include <vector>

using fearless::support::ShortList;

namespace {

template <class T> T make(unsigned N);
template <> uint32_t make(unsigned N) { return N; }
template <> uint64_t make(unsigned N) { return uint64_t(N) << 33 | N; }
template <> std::string make(unsigned N) {
  return "an element too long to be kept in place: " + std::to_string(N);
}

template <class T> class ShortListTest : public testing::Test {};
using Elements = testing::Types<uint32_t, uint64_t, std::string>;
TYPED_TEST_SUITE(ShortListTest, Elements);

TYPED_TEST(ShortListTest, DoesWhatAVectorDoes) {
  std::mt19937 Random(1);
  auto Below = [&](size_t N) { return static_cast<unsigned>(Random() % N); };
  ShortList<TypeParam> List;
  std::vector<TypeParam> Model;
  for (unsigned Step = 0; Step < 5000; ++Step) {
    TypeParam E = make<TypeParam>(Step);
    unsigned At = Below(Model.size() + 1);
    switch (Below(8)) {
    case 0:
    case 1:
      List.push_back(E);
      Model.push_back(E);
      break;
    case 2:
    case 3:
      EXPECT_EQ(*List.insert(List.begin() + At, E), E);
      Model.insert(Model.begin() + At, E);
      break;
    case 4: {
      unsigned End = At + Below(Model.size() - At + 1);
      List.erase(List.begin() + At, List.begin() + End);
      Model.erase(Model.begin() + At, Model.begin() + End);
      break;
    }
    case 5:
      List.shrink_to_fit();
      break;
    case 6: {
      ShortList<TypeParam> Copy(List), Moved(std::move(List));
      EXPECT_TRUE(Copy == Moved);
      List = Copy;
      break;
    }
    case 7:
      if (!Model.empty() && Below(4) == 0) {
        List.pop_back();
        Model.pop_back();
      }
      break;
    }
    ASSERT_EQ(List.size(), Model.size());
    ASSERT_EQ(List.empty(), Model.empty());
    ASSERT_TRUE(std::equal(List.begin(), List.end(), Model.begin()));
  }
}

TYPED_TEST(ShortListTest, ComparesByElements) {
  ShortList<TypeParam> One{make<TypeParam>(1)}, Two{make<TypeParam>(1)};
  EXPECT_TRUE(One == Two);
  Two.push_back(make<TypeParam>(2));
  EXPECT_FALSE(One == Two);
  Two.pop_back();
  EXPECT_TRUE(One == Two); // Wherever the element is kept.
  EXPECT_EQ(llvm::ArrayRef<TypeParam>(Two).size(), 1u);
}

TEST(ShortListTest, IsShort) { EXPECT_EQ(sizeof(ShortList<uint32_t>), 8u); }

} // namespace
