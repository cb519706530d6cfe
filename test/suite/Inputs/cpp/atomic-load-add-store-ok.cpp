// The increment of an atomic is one read-modify-write.
#include <atomic>
#include <thread>

static std::atomic<int> visitors{0};

static void visit() {
  for (int i = 0; i < 200; ++i)
    visitors += 1;
}

int main() {
  std::thread a(visit), b(visit);
  a.join();
  b.join();
  return visitors == 400 ? 0 : 1;
}
