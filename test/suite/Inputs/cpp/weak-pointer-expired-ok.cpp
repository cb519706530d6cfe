// The observer locks the weak pointer and uses the object through the result.
#include <memory>
#include <string>
#include <thread>

struct Window {
  std::string title = "a window whose title does not fit the small buffer";
};

class Observer {
public:
  explicit Observer(const std::shared_ptr<Window> &w) : window(w) {}
  size_t titleLength() const {
    if (std::shared_ptr<Window> alive = window.lock())
      return alive->title.size();
    return 0;
  }

private:
  std::weak_ptr<Window> window;
};

int main() {
  auto window = std::make_shared<Window>();
  Observer observer(window);
  std::thread closer([owner = std::move(window)]() mutable { owner.reset(); });
  size_t longest = 0;
  for (int i = 0; i < 100; ++i) {
    size_t length = observer.titleLength();
    longest = length > longest ? length : longest;
  }
  closer.join();
  return longest < 100 ? 0 : 1;
}
