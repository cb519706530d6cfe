// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A getter without the lock, and a counter outside of it.
#include <deque>
#include <mutex>
#include <string>
class Mailbox {
public:
  explicit Mailbox(unsigned Limit) : Limit(Limit) { Letters.push_back("hello"); }
  bool put(std::string Letter) {
    ++Offered;
    std::lock_guard<std::mutex> Guard(Mu);
    if (Letters.size() >= Limit)
      return false;
    Letters.push_back(std::move(Letter));
    return true;
  }
  bool empty() const { return Letters.empty(); }
  unsigned offered() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Offered;
  }
  void forget() {
    std::lock_guard<std::mutex> Guard(Mu);
    Offered = 0;
  }

private:
  mutable std::mutex Mu;
  std::deque<std::string> Letters;
  unsigned Offered = 0, Limit;
};
bool use(Mailbox &M) { return M.put("x") && !M.empty() && M.offered(); }

// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-24]]:{{[0-9]+}}: warning: 'Mailbox::Offered' is written here without 'Mailbox::Mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'Mailbox::forget' writes it here, with the lock (as at 2 of 3 accesses){{$}}
// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: 'Mailbox::put' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: hold 'Mailbox::Mu' at every access, or make 'Mailbox::Offered' atomic{{$}}
// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: 'Mailbox::Letters' is read here without 'Mailbox::Mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: 'Mailbox::put' writes it here, with the lock (as at 2 of 3 accesses){{$}}
// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Mailbox::empty' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}getter.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: hold 'Mailbox::Mu' at every access{{$}}
