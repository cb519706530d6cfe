// Each object locks its own mutex around a member that all objects share.
#include <mutex>
#include <set>
#include <string>
#include <thread>

class Plugin {
public:
  explicit Plugin(std::string n) : name(std::move(n)) {}

  void enable() {
    std::lock_guard<std::mutex> hold(lock);
    enabled.insert(name); // RACE
  }

  void disable() {
    std::lock_guard<std::mutex> hold(lock);
    enabled.erase(name); // RACE
  }

private:
  std::mutex lock;
  static inline std::set<std::string> enabled;
  std::string name;
};

int main() {
  Plugin spell("spell"), lint("lint");
  std::thread a([&] {
    for (int i = 0; i < 50; ++i)
      spell.enable();
    spell.disable();
  });
  std::thread b([&] {
    for (int i = 0; i < 50; ++i)
      lint.enable();
    lint.disable();
  });
  a.join();
  b.join();
}
