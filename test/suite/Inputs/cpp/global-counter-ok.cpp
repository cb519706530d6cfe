// Two threads increment a plain global, each holding the same mutex.
#include <mutex>
#include <thread>

static int requests = 0;
static std::mutex requestsLock;

static void serve(int count) {
  for (int i = 0; i < count; ++i) {
    std::lock_guard<std::mutex> hold(requestsLock);
    ++requests;
  }
}

int main() {
  std::thread a(serve, 100), b(serve, 200);
  a.join();
  b.join();
  // Every writer has been joined: no lock is needed to look at the total.
  return requests == 300 ? 0 : 1;
}
