// The slot is looked at again under the exclusive lock before it is filled.
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <unordered_map>

class Interner {
public:
  const std::string *intern(const std::string &text) {
    {
      std::shared_lock<std::shared_mutex> hold(lock);
      auto at = known.find(text);
      if (at != known.end())
        return at->second.get();
    }
    std::unique_lock<std::shared_mutex> hold(lock);
    std::unique_ptr<std::string> &slot = known[text];
    if (!slot)
      slot = std::make_unique<std::string>(text);
    return slot.get();
  }

private:
  std::shared_mutex lock;
  std::unordered_map<std::string, std::unique_ptr<std::string>> known;
};

int main() {
  Interner names;
  size_t there = 0, here = 0;
  std::thread other([&] {
    for (int i = 0; i < 50; ++i)
      there += names.intern("name" + std::to_string(i))->size();
  });
  for (int i = 0; i < 50; ++i)
    here += names.intern("name" + std::to_string(i))->size();
  other.join();
  return here == there ? 0 : 1;
}
