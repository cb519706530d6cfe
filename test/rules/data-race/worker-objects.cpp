// Each worker has a thread of its own, but all count in one place.
#include <thread>
#include <vector>
struct Totals {
  long done = 0;
};
struct Worker {
  Totals *totals;
  long own = 0;
  void run() {
    ++own;
    ++totals->done;
  }
};
int main() {
  Totals totals;
  Worker a{&totals}, b{&totals};
  Worker *all[] = {&a, &b};
  std::vector<std::thread> threads;
  for (Worker *w : all)
    threads.emplace_back(&Worker::run, w);
  for (std::thread &t : threads)
    t.join();
  return totals.done;
}
