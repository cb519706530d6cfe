// The getter locks, but returns a reference that its caller reads without the
// lock.
#include <mutex>
#include <string>
#include <thread>

class Status {
public:
  void set(const std::string &next) {
    std::lock_guard<std::mutex> hold(lock);
    text = next; // RACE
  }
  const std::string &get() const {
    std::lock_guard<std::mutex> hold(lock);
    return text; // RACE
  }

private:
  mutable std::mutex lock;
  std::string text = "idle";
};

int main() {
  Status status;
  std::thread worker([&] {
    for (int i = 0; i < 200; ++i)
      status.set(i % 2 ? "working on something long" : "idle");
  });
  size_t longest = 0;
  for (int i = 0; i < 200; ++i) {
    size_t length = status.get().size(); // RACE
    longest = length > longest ? length : longest;
  }
  worker.join();
  return longest > 0 ? 0 : 1;
}
