// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both locks are held, in whatever order they are named.
#include <fearless/scope.h>
#include <fearless/with_all.h>

struct Stock {
  fearless::Mutex<int> here{5}, there{5};
};

static void carry(const fearless::Mutex<int> &from,
                  const fearless::Mutex<int> &to) {
  fearless::with_all(
      [](int &less, int &more) {
        --less;
        ++more;
      },
      from, to);
}

int main() {
  const Stock stock;
  fearless::scope([&](fearless::Scope &scope) {
    scope.spawn([&stock] { carry(stock.here, stock.there); });
    scope.spawn([&stock] { carry(stock.there, stock.here); });
  });
}
