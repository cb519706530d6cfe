// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each round keeps its handle until the end of the round, while the thread runs.
#include <thread>
#include <utility>
#include <vector>

class Job {
public:
  void ref() { ++Uses; }
  void unref() {
    if (--Uses == 0)
      delete this;
  }
  int Steps = 0;

private:
  int Uses = 0;
};

class JobPtr {
public:
  explicit JobPtr(Job *J) : J(J) { J->ref(); }
  JobPtr(const JobPtr &O) : J(O.J) {
    if (J)
      J->ref();
  }
  JobPtr(JobPtr &&O) noexcept : J(std::exchange(O.J, nullptr)) {}
  ~JobPtr() {
    if (J)
      J->unref();
  }
  Job *operator->() const { return J; }

private:
  Job *J;
};

static void prepare(JobPtr J) { J->Steps = 3; }

int main() {
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I) {
    JobPtr Mine(new Job);
    prepare(Mine);
    Workers.emplace_back([Mine] { (void)Mine->Steps; });
  }
  for (std::thread &W : Workers)
    W.join();
  return 0;
}

// CHECK: {{^}}{{.*}}per-round.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: each of the threads started here shares what 'Mine' refers to, but 'Job' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}per-round.cpp:[[#@LINE-44]]:{{[0-9]+}}: note: 'Job::Uses' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}per-round.cpp:[[#@LINE-43]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}per-round.cpp:[[#@LINE-43]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}per-round.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: each of the threads started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}per-round.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the main thread, meanwhile, drops 'Mine' here{{$}}
// CHECK: {{^}}{{.*}}per-round.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: make 'Job::Uses' a std::atomic, or leave the thread the only copy of 'Mine'{{$}}
