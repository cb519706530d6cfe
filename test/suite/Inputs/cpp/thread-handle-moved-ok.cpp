// The handle is moved into an owner that goes out of scope, and so joins,
// before the read.
#include <thread>
#include <utility>

class Joiner {
public:
  explicit Joiner(std::thread t) : owned(std::move(t)) {}
  Joiner(Joiner &&) = default;
  ~Joiner() {
    if (owned.joinable())
      owned.join();
  }

private:
  std::thread owned;
};

static int level = 0;

static Joiner launch() {
  std::thread raw([] { level = 7; });
  return Joiner(std::move(raw));
}

int main() {
  { Joiner joiner = launch(); }
  return level == 7 ? 0 : 1;
}
