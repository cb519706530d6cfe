// The decrement itself tells whether it was the last.
#include <atomic>
#include <thread>

class Buffer {
public:
  void retain() { Refs.fetch_add(1); }
  void release() {
    if (Refs.fetch_sub(1) == 1)
      delete this;
  }

private:
  std::atomic<int> Refs{1};
};

static void consume(Buffer *B) { B->release(); }

int main() {
  Buffer *B = new Buffer;
  B->retain();
  std::thread Consumer(consume, B);
  B->release();
  Consumer.join();
  return 0;
}
