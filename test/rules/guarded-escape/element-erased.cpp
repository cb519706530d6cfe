// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The element may be erased while the pointer to it is used.
#include <map>
#include <mutex>
#include <thread>

struct User {
  int Age = 0;
};

class Users {
public:
  void add(int Id) {
    std::lock_guard<std::mutex> Guard(Mu);
    All.emplace(Id, User());
  }
  void remove(int Id) {
    std::lock_guard<std::mutex> Guard(Mu);
    All.erase(Id);
  }
  User *find(int Id) {
    std::lock_guard<std::mutex> Guard(Mu);
    auto It = All.find(Id);
    if (It == All.end())
      return nullptr;
    return &It->second;
  }

private:
  std::mutex Mu;
  std::map<int, User> All;
};

int main() {
  Users U;
  U.add(1);
  std::thread Other([&] { U.remove(1); });
  User *One = U.find(1);
  int Age = One ? One->Age : 0;
  Other.join();
  return Age;
}

// CHECK: {{^}}{{.*}}element-erased.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: a reference to 'Users::All' is returned, but 'Users::Mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}element-erased.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Users::find' locks 'Users::Mu' here{{$}}
// CHECK: {{^}}{{.*}}element-erased.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the reference to 'Users::All' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}element-erased.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}element-erased.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Users::remove'{{$}}
// CHECK: {{^}}{{.*}}element-erased.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: it changes 'Users::All' here under 'Users::Mu'{{$}}
// CHECK: {{^}}{{.*}}element-erased.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
