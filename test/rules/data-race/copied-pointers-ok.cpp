// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same after the threads have ended, and under the lock that is in the
// structure.
#include <mutex>
#include <thread>
struct View {
  int *start;
  unsigned long length;
};
struct Job {
  View in;
  std::mutex *mu;
};
static void run(View view) { *view.start = 1; }
int main() {
  int passed = 0, captured = 0, nested = 0;
  std::mutex mu;
  View a{&passed, 1}, b{&captured, 1};
  Job job{{&nested, 1}, &mu};
  std::thread one(run, a);
  std::thread two([b] { *b.start = 2; });
  std::thread three([job] {
    std::lock_guard<std::mutex> guard(*job.mu);
    ++*job.in.start;
  });
  {
    std::lock_guard<std::mutex> guard(mu);
    nested = 5;
  }
  one.join();
  two.join();
  passed = 3;
  *b.start = 4;
  three.join();
}
