// A struct that owns memory by a plain pointer goes to a thread.
#include <cstdio>
#include <thread>

struct Buffer {
  unsigned char *data;
  unsigned long len;
};

int main() {
  Buffer buffer{new unsigned char(7), 1};
  std::thread worker([buffer] { // ERROR
    std::printf("%d %lu\n", *buffer.data, buffer.len);
    delete buffer.data;
  });
  worker.join();
}
