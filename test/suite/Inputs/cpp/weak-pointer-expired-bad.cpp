// The observer asks expired() first and then uses the object through a raw
// pointer it kept.
#include <memory>
#include <string>
#include <thread>

struct Window {
  std::string title = "a window whose title does not fit the small buffer";
};

class Observer {
public:
  explicit Observer(const std::shared_ptr<Window> &w)
      : window(w), raw(w.get()) {}
  size_t titleLength() const {
    if (window.expired())
      return 0;
    return raw->title.size(); // RACE
  }

private:
  std::weak_ptr<Window> window;
  Window *raw;
};

int main() {
  auto window = std::make_shared<Window>();
  Observer observer(window);
  std::thread closer([owner = std::move(window)]() mutable {
    owner.reset(); // RACE
  });
  size_t longest = 0;
  for (int i = 0; i < 100; ++i) {
    size_t length = observer.titleLength();
    longest = length > longest ? length : longest;
  }
  closer.join();
  return longest < 100 ? 0 : 1;
}
