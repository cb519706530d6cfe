// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The assignment holds the locks of the object that it reads and of the one
// that it changes.
#include <mutex>
#include <string>
#include <thread>
class Title {
public:
  void set(const std::string &text) {
    std::lock_guard<std::mutex> lock(mu_);
    text_ = text;
  }
  Title &operator=(const Title &other) {
    if (this == &other)
      return *this;
    std::scoped_lock lock(mu_, other.mu_);
    text_ = other.text_;
    return *this;
  }

private:
  mutable std::mutex mu_;
  std::string text_;
};
static Title shown, edited;
int main() {
  std::thread editor([] { edited.set("draft"); });
  std::thread viewer([] { shown.set("..."); });
  shown = edited;
  editor.join();
  viewer.join();
}
