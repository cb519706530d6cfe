// The consumer pops the front while the producer pushes to the back: a deque is
// one object all the same.
#include <deque>
#include <mutex>
#include <thread>

static std::deque<int> shared;
static std::mutex lock;

static void produce() {
  for (int i = 0; i < 300; ++i) {
    std::lock_guard<std::mutex> hold(lock);
    shared.push_back(i); // RACE
  }
}

static long consume() {
  long sum = 0;
  for (int seen = 0; seen < 300;) {
    {
      std::lock_guard<std::mutex> hold(lock);
      if (shared.empty())
        continue;
    }
    sum += shared.front(); // RACE
    shared.pop_front();    // RACE
    ++seen;
  }
  return sum;
}

int main() {
  std::thread producer(produce);
  long sum = consume();
  producer.join();
  return sum == 44850 ? 0 : 1;
}
