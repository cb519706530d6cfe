// The list is copied under the lock and the copy is walked.
#include <list>
#include <mutex>
#include <string>
#include <thread>

class Recent {
public:
  void add(std::string file) {
    std::lock_guard<std::mutex> hold(lock);
    files.push_front(std::move(file));
    if (files.size() > 8)
      files.pop_back();
  }
  std::list<std::string> snapshot() {
    std::lock_guard<std::mutex> hold(lock);
    return files;
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
  for (const std::string &file : recent.snapshot())
    length += file.size();
  user.join();
  return length ? 0 : 1;
}
