#include "audit.h"
#include "branch.h"

#include <cstdio>
#include <thread>

static void trade(Branch &branch, unsigned seed, int rounds) {
  for (int i = 0; i < rounds; ++i) {
    seed = seed * 1103515245u + 12345u;
    Account *from = branch.find(1 + static_cast<int>(seed / 65536 % 6));
    Account *to = branch.find(1 + static_cast<int>(seed / 4096 % 6));
    if (!from || !to)
      continue;
    if (i % 2)
      Account::transfer(*from, *to, 25);
    else
      Account::transferOrdered(*from, *to, 40);
    if (i % 17 == 0)
      from->withdraw(5000);
  }
}

int main() {
  Branch branch;
  for (const char *owner : {"ada", "bob", "cy", "dee", "eve", "flo"})
    branch.open(owner, 10000);

  std::thread first(trade, std::ref(branch), 1u, 2000);
  std::thread second(trade, std::ref(branch), 2u, 2000);
  std::thread clerk([&branch] {
    branch.payInterest(0.01);
    branch.open("gil", 0);
    audit::rotate();
  });
  for (int i = 0; i < 50; ++i)
    std::printf("%ld in accounts, %u refused\n", branch.total(),
                audit::summary().refusals);
  if (Account *eve = branch.find(5))
    eve->freeze();
  first.join();
  second.join();
  clerk.join();
  audit::rotate();
  audit::Summary all = audit::summary();
  std::printf("%zu entries, %ld cents, %u refused\n", all.entries, all.sum,
              all.refusals);
}
