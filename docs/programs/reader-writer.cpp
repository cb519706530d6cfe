// A directory that many threads look names up in, and few change.
#include <fearless/rwlock.h>
#include <fearless/scope.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

using fearless::RwLock;
using fearless::Scope;
using fearless::ScopedJoinHandle;

class Directory {
public:
  void enter(const std::string &name, int number) const {
    numbers_.write()->insert_or_assign(name, number);
  }

  std::optional<int> find(const std::string &name) const {
    const auto numbers = numbers_.read(); // others may read meanwhile
    const auto found = numbers->find(name);
    if (found == numbers->end())
      return std::nullopt;
    return found->second;
  }

private:
  RwLock<std::map<std::string, int>> numbers_;
};

// Looks a name up whose number only grows; whether that is so.
bool never_falls(const Directory &directory) {
  int last = 0;
  for (int i = 0; i < 1000; ++i) {
    const int number = directory.find("Ada").value_or(0);
    if (number < last)
      return false;
    last = number;
  }
  return true;
}

int main() {
  const Directory directory;
  const bool right = fearless::scope([&](Scope &scope) {
    std::vector<ScopedJoinHandle<bool>> readers;
    for (int i = 0; i < 4; ++i)
      readers.push_back(
          scope.spawn([&directory] { return never_falls(directory); }));
    for (int number = 1; number <= 100; ++number)
      directory.enter("Ada", number);
    bool all = true;
    for (auto &reader : readers)
      all = reader.join() && all;
    return all;
  });
  return right && directory.find("Ada") == 100 && !directory.find("Bob") ? 0
                                                                         : 1;
}
