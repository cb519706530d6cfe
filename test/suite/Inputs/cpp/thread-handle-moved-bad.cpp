// The handle is moved into an owner that joins only when it goes out of scope,
// after the read.
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
  std::thread raw([] { level = 7; }); // RACE
  return Joiner(std::move(raw));
}

int main() {
  Joiner joiner = launch();
  return level == 7 ? 0 : 1; // RACE
}
