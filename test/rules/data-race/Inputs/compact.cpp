#include <thread>
static int limit;
void set_limit(int value) { limit = value; }
void compact() {
  std::thread helper([] {
    thread_local int seen;
    seen = limit;
  });
  helper.join();
}
