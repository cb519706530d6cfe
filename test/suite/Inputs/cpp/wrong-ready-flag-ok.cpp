// Each part has a ready flag, and the reader of a part polls that part's.
#include <atomic>
#include <thread>

static int header = 0, body = 0;
static std::atomic<bool> headerReady{false}, bodyReady{false};

static void parse() {
  header = 1;
  headerReady.store(true, std::memory_order_release);
  body = 2;
  bodyReady.store(true, std::memory_order_release);
}

static int readBody() {
  while (!bodyReady.load(std::memory_order_acquire))
    std::this_thread::yield();
  return header + body;
}

int main() {
  std::thread parser(parse);
  int sum = readBody();
  parser.join();
  return sum <= 3 ? 0 : 1;
}
