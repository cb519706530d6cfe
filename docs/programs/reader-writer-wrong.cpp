// A reader that writes: operator[] makes an entry where there is none, while
// the lock lets other readers in.
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>

class Directory {
public:
  void enter(const std::string &name, int number) {
    const std::unique_lock hold(mutex_);
    numbers_[name] = number;
  }

  int find(const std::string &name) {
    const std::shared_lock hold(mutex_);
    return numbers_[name]; // reported: write-under-shared
  }

private:
  std::shared_mutex mutex_;
  std::map<std::string, int> numbers_;
};

int main() {
  Directory directory;
  directory.enter("Ada", 1);
  std::jthread one([&directory] { directory.find("Bob"); });
  std::jthread other([&directory] { directory.find("Eve"); });
}
