// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The class behind the pointer has nothing of the kind; another has.
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
struct Count : Job {
  explicit Count(int n) : n(n) {}
  void run() const override { print(n); }
  int n;
};
int main() {
  Print here{boost::local_shared_ptr<int>(new int(2))};
  here.run();
  std::unique_ptr<Job> job = std::make_unique<Count>(1);
  std::thread worker([job = std::move(job)] { job->run(); });
  worker.join();
}
