// Each worker has a thread of its own, and counts for itself.
#include <thread>
#include <vector>
struct Worker {
  long own = 0;
  void run() { ++own; }
};
static void start(Worker *w, std::vector<std::thread> &threads) {
  threads.emplace_back([w] { w->run(); });
}
int main() {
  Worker a, b, c, d;
  Worker *all[] = {&a, &b};
  std::vector<Worker *> more = {&c, &d};
  std::vector<std::thread> threads;
  for (Worker *w : all)
    threads.emplace_back(&Worker::run, w);
  for (Worker *w : more)
    start(w, threads);
  for (std::thread &t : threads)
    t.join();
  return a.own + b.own + c.own + d.own;
}
