// The consumer pops the front of its own deque, refilled under the lock from
// the producer's.
#include <deque>
#include <mutex>
#include <thread>

static std::deque<int> shared;
static std::mutex lock;

static void produce() {
  for (int i = 0; i < 300; ++i) {
    std::lock_guard<std::mutex> hold(lock);
    shared.push_back(i);
  }
}

static long consume() {
  long sum = 0;
  std::deque<int> mine;
  for (int seen = 0; seen < 300;) {
    if (mine.empty()) {
      std::lock_guard<std::mutex> hold(lock);
      mine.swap(shared);
    }
    for (; !mine.empty(); mine.pop_front(), ++seen)
      sum += mine.front();
    std::this_thread::yield();
  }
  return sum;
}

int main() {
  std::thread producer(produce);
  long sum = consume();
  producer.join();
  return sum == 44850 ? 0 : 1;
}
