// Readers take one permit of four and the writer takes all of them.
#include <mutex>
#include <semaphore>
#include <thread>

static std::counting_semaphore<4> permits(4);
static std::mutex writers;
static int low = 0, high = 0;

static void write(int value) {
  std::lock_guard<std::mutex> hold(writers);
  for (int i = 0; i < 4; ++i)
    permits.acquire();
  low = value;
  high = value + 1;
  permits.release(4);
}

static int read() {
  permits.acquire();
  int difference = high - low;
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
