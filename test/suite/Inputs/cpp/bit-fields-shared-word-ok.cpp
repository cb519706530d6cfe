// A zero-width bit-field puts the two flags into separate memory locations.
#include <mutex>
#include <thread>

struct Ports {
  unsigned readable : 1;
  unsigned : 0;
  unsigned writable : 1;
};

static Ports ports;
static std::mutex readLock, writeLock;

static void pollReads() {
  for (int i = 0; i < 1000; ++i) {
    std::lock_guard<std::mutex> hold(readLock);
    ports.readable = i & 1;
  }
}

static void pollWrites() {
  for (int i = 0; i < 1000; ++i) {
    std::lock_guard<std::mutex> hold(writeLock);
    ports.writable = i & 1;
  }
}

int main() {
  std::thread reader(pollReads), writer(pollWrites);
  reader.join();
  writer.join();
  return ports.readable && ports.writable ? 0 : 1;
}
