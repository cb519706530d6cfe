// The download's variant state is replaced and visited under the same mutex.
#include <mutex>
#include <string>
#include <thread>
#include <variant>

struct Running {
  int percent;
};
struct Failed {
  std::string reason;
};

static std::mutex lock;
static std::variant<Running, Failed> state = Running{0};

static void download() {
  for (int percent = 1; percent < 50; ++percent) {
    std::lock_guard<std::mutex> hold(lock);
    state = Running{percent};
  }
  std::lock_guard<std::mutex> hold(lock);
  state = Failed{"connection reset by peer while reading"};
}

static size_t describe() {
  std::lock_guard<std::mutex> hold(lock);
  if (const Failed *failed = std::get_if<Failed>(&state))
    return failed->reason.size();
  return 0;
}

int main() {
  std::thread worker(download);
  size_t longest = 0;
  for (int i = 0; i < 50; ++i)
    longest = std::max(longest, describe());
  worker.join();
  return longest < 100 ? 0 : 1;
}
