// A handle with a plain count behind a pointer is copied to a thread, while others of it are dropped.
#include <thread>
#include <utility>
template <class T> struct Rc {
  T *p;
  long *n;
  explicit Rc(T *q) : p(q), n(new long(1)) {}
  Rc(const Rc &o) : p(o.p), n(o.n) { ++*n; } // RACE
  Rc &operator=(const Rc &) = delete;
  ~Rc() {
    if (--*n == 0) { // RACE
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
