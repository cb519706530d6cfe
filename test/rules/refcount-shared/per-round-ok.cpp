// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each round makes an object, works on it, and moves the handle into a thread of
// its own: what the next round does is about another object.
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
    Workers.emplace_back([Mine = std::move(Mine)] { (void)Mine->Steps; });
  }
  for (std::thread &W : Workers)
    W.join();
  return 0;
}

// CHECK: 0 findings
