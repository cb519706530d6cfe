// RUN: not %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A handle of another class is behind a pointer to a base.
#include <memory>
#include <thread>
namespace boost {
template <class T> class local_shared_ptr {
public:
  explicit local_shared_ptr(T *p);
  local_shared_ptr(const local_shared_ptr &other);
  ~local_shared_ptr();
  T &operator*() const;
};
} // namespace boost
void print(int);
struct Job {
  virtual ~Job() = default;
  virtual void run() const = 0;
};
struct Print : Job {
  explicit Print(const boost::local_shared_ptr<int> &n) : n(n) {}
  void run() const override { print(*n); }
  boost::local_shared_ptr<int> n;
};
int main() {
  boost::local_shared_ptr<int> n(new int(1));
  std::unique_ptr<Job> job = std::make_unique<Print>(n);
  std::thread worker([job = std::move(job)] { job->run(); });
  auto again = n;
  worker.join();
}

// CHECK: {{^}}{{.*}}strict-polymorphic.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'job' is moved to another thread, but 'boost::local_shared_ptr<int>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}strict-polymorphic.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: a lambda captures 'job' here{{$}}
// CHECK: {{^}}{{.*}}strict-polymorphic.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'Print::n' is a 'boost::local_shared_ptr<int>', of which only one thread may copy or drop any{{$}}
// CHECK: {{^}}{{.*}}strict-polymorphic.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}strict-polymorphic.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
