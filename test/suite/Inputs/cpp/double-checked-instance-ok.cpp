// The first check of the double-checked instance is an acquire load of an
// atomic pointer.
#include <atomic>
#include <mutex>
#include <string>
#include <thread>

class Locale {
public:
  static Locale &instance() {
    Locale *made = only.load(std::memory_order_acquire);
    if (!made) {
      std::lock_guard<std::mutex> hold(making);
      made = only.load(std::memory_order_relaxed);
      if (!made) {
        made = new Locale;
        only.store(made, std::memory_order_release);
      }
    }
    return *made;
  }
  size_t length() const { return name.size(); }

private:
  Locale() : name("en_GB.UTF-8") {}
  std::string name;
  static std::mutex making;
  static std::atomic<Locale *> only;
};

std::mutex Locale::making;
std::atomic<Locale *> Locale::only{nullptr};

int main() {
  size_t there = 0;
  std::thread other([&] { there = Locale::instance().length(); });
  size_t here = Locale::instance().length();
  other.join();
  return here == there ? 0 : 1;
}
