// The producer writes the text, then changes the atomic and notifies the
// waiting consumer.
#include <atomic>
#include <string>
#include <thread>

static std::atomic<int> stage{0};
static std::string text;

static void produce() {
  text = "a line of text that does not fit the small buffer";
  stage.store(1);
  stage.notify_one();
}

int main() {
  std::thread producer(produce);
  stage.wait(0);
  size_t length = text.size();
  producer.join();
  return length < 100 ? 0 : 1;
}
