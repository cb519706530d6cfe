// Two threads increment a plain global without any lock.
#include <thread>

static int requests = 0;

static void serve(int count) {
  for (int i = 0; i < count; ++i) {
    ++requests; // RACE
  }
}

int main() {
  std::thread a(serve, 100), b(serve, 200);
  a.join();
  b.join();
  return requests == 300 ? 0 : 1;
}
