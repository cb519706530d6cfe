// Readers take one permit of four, but the writer takes only three and leaves
// room for a reader.
#include <mutex>
#include <semaphore>
#include <thread>

static std::counting_semaphore<4> permits(4);
static std::mutex writers;
static int low = 0, high = 0;

static void write(int value) {
  std::lock_guard<std::mutex> hold(writers);
  for (int i = 0; i < 3; ++i)
    permits.acquire();
  low = value;      // RACE
  high = value + 1; // RACE
  permits.release(3);
}

static int read() {
  permits.acquire();
  int difference = high - low; // RACE
  permits.release();
  return difference;
}

int main() {
  write(0);
  std::thread writer([] {
    for (int i = 0; i < 200; ++i)
      write(i);
  });
  int wrong = 0;
  for (int i = 0; i < 200; ++i)
    wrong += read() != 1;
  writer.join();
  return wrong;
}
