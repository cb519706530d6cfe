// There are two ready flags, and the reader of the second part polls the first
// one's.
#include <atomic>
#include <thread>

static int header = 0, body = 0;
static std::atomic<bool> headerReady{false}, bodyReady{false};

static void parse() {
  header = 1;
  headerReady.store(true, std::memory_order_release);
  body = 2; // RACE
  bodyReady.store(true, std::memory_order_release);
}

static int readBody() {
  while (!headerReady.load(std::memory_order_acquire))
    std::this_thread::yield();
  return header + body; // RACE
}

int main() {
  std::thread parser(parse);
  int sum = readBody();
  parser.join();
  return sum <= 3 ? 0 : 1;
}
