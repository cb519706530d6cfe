// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Between the two calls another consumer may take the last element.
#include <mutex>
#include <queue>
#include <thread>

class Jobs {
public:
  bool empty() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return List.empty();
  }
  int pop() {
    std::lock_guard<std::mutex> Guard(Mu);
    int Job = List.front();
    List.pop();
    return Job;
  }
  void push(int Job) {
    std::lock_guard<std::mutex> Guard(Mu);
    List.push(Job);
  }

private:
  mutable std::mutex Mu;
  std::queue<int> List;
};

static int work(Jobs &All) {
  int Done = 0;
  while (!All.empty())
    Done += All.pop();
  return Done;
}

int main() {
  Jobs All;
  All.push(1);
  std::thread First([&] { work(All); });
  std::thread Second([&] { work(All); });
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Jobs::List' may not be any more what the branch to here relies on, because another thread may write it: 'Jobs::Mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'work' calls 'Jobs::empty' here ...{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-36]]:{{[0-9]+}}: note: ... which reads 'Jobs::List' here, under a hold of 'Jobs::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'work' calls 'Jobs::pop' here ...{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-35]]:{{[0-9]+}}: note: ... which uses 'Jobs::List' here, under a hold of 'Jobs::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'work' -> 'Jobs::pop'{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-36]]:{{[0-9]+}}: note: it writes 'Jobs::List' here under a hold of 'Jobs::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}empty-then-pop.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: keep 'Jobs::Mu' from the read to the write, or look at 'Jobs::List' again under the second hold{{$}}
