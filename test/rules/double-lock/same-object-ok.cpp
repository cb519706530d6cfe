// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two objects, or the same one if the function asks; one of several is perhaps
// another.
#include <mutex>

struct Account {
  std::mutex mu;
  long balance = 0;
};

static void transfer(Account &from, Account &to, long amount) {
  if (&from == &to)
    return;
  std::scoped_lock lock(from.mu, to.mu);
  from.balance -= amount;
  to.balance += amount;
}

static void visit(Account &one, Account &other, bool both) {
  std::lock_guard<std::mutex> lock(one.mu);
  ++one.balance;
  if (both) {
    std::lock_guard<std::mutex> second(other.mu);
    ++other.balance;
  }
}

class Node {
public:
  Node &operator=(const Node &other) {
    if (this != &other) {
      std::scoped_lock lock(mu_, other.mu_);
      value_ = other.value_;
    }
    return *this;
  }

private:
  mutable std::mutex mu_;
  int value_ = 0;
};

int main(int argc, char **) {
  Account a, all[4];
  transfer(a, a, 2);
  transfer(all[argc], all[argc + 1], 2);
  visit(a, a, false);
  Node node, &same = node;
  node = same;
}

// CHECK: 0 findings
