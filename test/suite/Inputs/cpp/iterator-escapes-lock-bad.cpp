// begin() is taken under the lock, but the walk over the list happens after it
// is released.
#include <list>
#include <mutex>
#include <string>
#include <thread>

class Recent {
public:
  void add(std::string file) {
    std::lock_guard<std::mutex> hold(lock);
    files.push_front(std::move(file)); // RACE
    if (files.size() > 8)
      files.pop_back(); // RACE
  }
  std::list<std::string>::const_iterator begin() {
    std::lock_guard<std::mutex> hold(lock);
    return files.begin(); // RACE
  }

private:
  std::mutex lock;
  std::list<std::string> files;
};

int main() {
  Recent recent;
  for (int i = 0; i < 8; ++i)
    recent.add("a file whose name is long enough " + std::to_string(i));
  std::thread user([&] {
    for (int i = 0; i < 100; ++i)
      recent.add("another file with a rather long name");
  });
  size_t length = 0;
  auto at = recent.begin();
  for (int i = 0; i < 4; ++i, ++at) // RACE
    length += at->size();           // RACE
  user.join();
  return length ? 0 : 1;
}
