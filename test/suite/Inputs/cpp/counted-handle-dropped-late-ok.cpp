// The count is atomic.
#include <atomic>
#include <thread>
#include <utility>
template <class T> struct Rc {
  T *p;
  std::atomic<long> *n;
  explicit Rc(T *q) : p(q), n(new std::atomic<long>(1)) {}
  Rc(const Rc &o) : p(o.p), n(o.n) { ++*n; }
  Rc &operator=(const Rc &) = delete;
  ~Rc() {
    if (--*n == 0) {
      delete p;
      delete n;
    }
  }
  T *operator->() const { return p; }
};
struct Job {
  void run() { ++runs; }
  int runs = 0;
};
struct Worker {
  explicit Worker(Rc<Job> r) : thread([r] { r->run(); }) {}
  void wait() { thread.join(); }
  std::thread thread;
};
int main() {
  Rc<Job> job(new Job);
  Worker a(job);
  a.wait();
  return job->runs;
}
