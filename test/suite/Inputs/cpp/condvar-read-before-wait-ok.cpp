// The consumer waits under the lock until the message is ready and only then
// reads it.
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

static std::mutex lock;
static std::condition_variable arrived;
static bool ready = false;
static std::string message;

static void produce() {
  message = "the quick brown fox jumps over the lazy dog";
  std::lock_guard<std::mutex> hold(lock);
  ready = true;
  arrived.notify_one();
}

static size_t consume() {
  std::unique_lock<std::mutex> hold(lock);
  while (!ready)
    arrived.wait(hold);
  std::string copy = message;
  return copy.size();
}

int main() {
  std::thread producer(produce);
  size_t length = consume();
  producer.join();
  return length == 1000;
}
