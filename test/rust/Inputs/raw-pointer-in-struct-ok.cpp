// A struct that owns memory by a unique_ptr moves to a thread.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

struct Buffer {
  std::unique_ptr<unsigned char> data;
  unsigned long len;
};

int main() {
  Buffer buffer{std::make_unique<unsigned char>(7), 1};
  std::thread worker([buffer = std::move(buffer)] {
    std::printf("%d %lu\n", *buffer.data, buffer.len);
  });
  worker.join();
}
