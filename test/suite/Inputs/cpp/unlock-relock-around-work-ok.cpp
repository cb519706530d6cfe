// The guard is unlocked for the slow part, which touches locals only, and
// locked again after it.
#include <mutex>
#include <string>
#include <thread>
#include <vector>

static std::mutex lock;
static std::vector<std::string> inbox(200, "message");
static size_t compressed = 0;

static size_t compress(const std::string &text) { return text.size() / 2; }

static void drain() {
  std::unique_lock<std::mutex> hold(lock);
  while (!inbox.empty()) {
    std::string message = std::move(inbox.back());
    inbox.pop_back();
    hold.unlock();
    size_t size = compress(message);
    hold.lock();
    compressed += size;
  }
}

int main() {
  std::thread helper(drain);
  drain();
  helper.join();
  return compressed == 600 ? 0 : 1;
}
