// The consumer reads the message before it waits for it to be ready.
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

static std::mutex lock;
static std::condition_variable arrived;
static bool ready = false;
static std::string message;

static void produce() {
  message = "the quick brown fox jumps over the lazy dog"; // RACE
  std::lock_guard<std::mutex> hold(lock);
  ready = true;
  arrived.notify_one();
}

static size_t consume() {
  std::string copy = message; // RACE
  std::unique_lock<std::mutex> hold(lock);
  while (!ready)
    arrived.wait(hold);
  return copy.size();
}

int main() {
  std::thread producer(produce);
  size_t length = consume();
  producer.join();
  return length == 1000;
}
