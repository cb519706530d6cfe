// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// No thread in sight: but the class has a lock, and so is made for several.
#include <map>
#include <memory>
#include <mutex>

struct Session {
  explicit Session(int Id) : Id(Id) {}
  int Id;
};

class Sessions {
public:
  std::shared_ptr<Session> get(int Id) {
    {
      std::lock_guard<std::mutex> Guard(Mu);
      auto It = All.find(Id);
      if (It != All.end())
        return It->second;
    }
    auto Fresh = std::make_shared<Session>(Id);
    std::lock_guard<std::mutex> Guard(Mu);
    All[Id] = Fresh;
    return Fresh;
  }

private:
  std::mutex Mu;
  std::map<int, std::shared_ptr<Session>> All;
};

std::shared_ptr<Session> open(Sessions &S) { return S.get(1); }

// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Sessions::All' may not be any more what the branch to here relies on, because another thread may write it: 'Sessions::Mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'Sessions::get' locks 'Sessions::Mu' here{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'Sessions::get' reads 'Sessions::All' here{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'Sessions::Mu' is released here{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'Sessions::get' locks 'Sessions::Mu' here{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'Sessions::get' writes 'Sessions::All' here{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: another thread writes 'Sessions::All' here under a hold of 'Sessions::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}library-get-or-create.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: keep 'Sessions::Mu' from the read to the write, or look at 'Sessions::All' again under the second hold{{$}}
