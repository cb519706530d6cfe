// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The journal beside the two numbers is under none of their locks.
#include <fearless/scope.h>
#include <fearless/with_all.h>

struct Stock {
  fearless::Mutex<int> here{5}, there{5}, far{5};
};
static int journal;

static void carry(const fearless::Mutex<int> &from,
                  const fearless::Mutex<int> &to) {
  fearless::with_all(
      [](int &less, int &more) {
        --less;
        ++more;
        ++journal;
      },
      from, to);
}

int main() {
  const Stock stock;
  fearless::scope([&](fearless::Scope &scope) {
    scope.spawn([&stock] { carry(stock.here, stock.far); });
    scope.spawn([&stock] { fearless::with_all([](int &n) { n += ++journal; }, stock.there); });
  });
}

// CHECK: {{^}}{{.*}}with-all.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'journal': written here while another thread may write it at {{.*}}with-all.cpp:[[#@LINE-13]]:9 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}with-all.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}with-all.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds 'Stock::there'{{$}}
// CHECK: {{^}}{{.*}}with-all.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'carry' -> a lambda in 'carry'{{$}}
// CHECK: {{^}}{{.*}}with-all.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds 'Stock::here', 'Stock::far'{{$}}
// CHECK: {{^}}{{.*}}with-all.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: hold 'Stock::there' at every access (2 of 3 do), or make 'journal' atomic{{$}}
