// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <functional>
#include <mutex>
#include <vector>

struct Account {
  std::mutex mu;
  long balance = 0;
};

static void transfer(Account &from, Account &to, long amount) {
  std::scoped_lock lock(from.mu, to.mu);
  from.balance -= amount;
  to.balance += amount;
}

static void nested(Account &from, Account &to) {
  std::lock_guard<std::mutex> first(from.mu);
  std::lock_guard<std::mutex> second(to.mu);
  to.balance += from.balance;
}

class Bus {
public:
  void subscribe(std::function<void()> handler) {
    std::lock_guard<std::mutex> lock(mu_);
    handlers_.push_back(std::move(handler));
  }
  void publish() {
    std::lock_guard<std::mutex> lock(mu_);
    for (auto &handler : handlers_)
      handler();
  }

private:
  std::mutex mu_;
  std::vector<std::function<void()>> handlers_;
};

static Bus bus;

int main() {
  Account a, b;
  transfer(a, b, 1);
  transfer(a, a, 2);
  nested(b, b);
  bus.subscribe([] { bus.subscribe([] {}); });
  bus.publish();
}

// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Account::mu' is locked twice in this call: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-40]]:{{[0-9]+}}: note: 'transfer' locks 'Account::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: ... and, still holding it, takes what here is the same lock again{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: make sure that these are two objects, or lock only one if they are the same{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Account::mu' is locked twice in this call: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: 'nested' locks 'Account::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: ... and, still holding it, takes what here is the same lock again{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: make sure that these are two objects, or lock only one if they are the same{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'bus.mu_' is locked twice in this call: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Bus::publish' locks 'bus.mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: ... and, still holding it, takes what here is the same lock again{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: make sure that these are two objects, or lock only one if they are the same{{$}}
