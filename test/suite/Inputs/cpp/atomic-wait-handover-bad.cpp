// The consumer waits on the atomic for a change, but the producer notifies
// before it writes the text.
#include <atomic>
#include <string>
#include <thread>

static std::atomic<int> stage{0};
static std::string text;

static void produce() {
  stage.store(1);
  stage.notify_one();
  text = "a line of text that does not fit the small buffer"; // RACE
}

int main() {
  std::thread producer(produce);
  stage.wait(0);
  size_t length = text.size(); // RACE
  producer.join();
  return length < 100 ? 0 : 1;
}
