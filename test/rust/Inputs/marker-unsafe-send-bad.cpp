// A buffer with a plain pointer moves to a thread; nobody says that it may.
#include <cstdio>
#include <thread>
#include <utility>

class Buffer {
public:
  explicit Buffer(int value) : data(new int(value)) {}
  Buffer(Buffer &&other) noexcept : data(std::exchange(other.data, nullptr)) {}
  ~Buffer() { delete data; }
  void show() const { std::printf("%d\n", *data); }

private:
  int *data;
};

int main() {
  Buffer buffer(7);
  std::thread worker([buffer = std::move(buffer)] { buffer.show(); }); // ERROR
  worker.join();
}
